//! What was exported of a town keeps its ids: others may have kept them.

use crate::town::{data, today};
use wijkdeur::author::hsds;

#[test]
fn ids_of_arnhem_are_those_of_every_export_before() {
    let data = data();
    let arnhem = data.directories.iter().find(|town| town.municipality.slug == "arnhem");
    let [texts, _] = data.interfaces().expect("texts");
    let page = hsds::page(arnhem.expect("Arnhem"), &data.words[0], &texts, today());
    let page = serde_json::to_value(page).expect("an export can be written");
    let entrance = &page["contents"][0];
    assert_eq!(entrance["organization"]["id"], "40b766f3-428b-59bd-a2a4-e2758a8c0813");
    assert_eq!(entrance["id"], "bcd79d45-293d-5c15-a1b1-dc162c981548");
    assert_eq!(entrance["phones"][0]["id"], "8856a3c8-3263-503f-a5ae-4d63564bbe7e");
}
