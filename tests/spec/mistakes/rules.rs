//! Mistakes in conditions, and in who gives which kind of help.

use super::{BOS, CAT, NL, WATER, put, take};
use serde_json::json;

#[test]
fn a_condition_about_what_is_not_known_by_then_is_found() {
    let plants = [
        put(CAT, "/questions/2/when/chose/0", json!("pile"), "zichzelf"),
        put(CAT, "/questions/2/when/chose", json!(["wijk", "x"]), "staat lager")
            .at(CAT, "/questions/2/when/chose/0"),
        put(CAT, "/questions/2/when/chose/0", json!("topic"), "bedoelt u \"topics\""),
        put(CAT, "/questions/2/when/chose/1", json!("leters"), "bedoelt u \"letters\""),
        put(CAT, "/questions/4/when/needs", json!("debt"), "bedoelt u \"debts\""),
        put(CAT, "/questions/0/when", json!({ "needs": "debts" }), "zet deze vraag lager")
            .at(CAT, "/questions/0/when/needs"),
        put(CAT, "/questions/2/when", json!({ "age": [1, ["0-3"]] }), "leeftijd van persoon 1")
            .at(CAT, "/questions/2/when/age/0"),
        put(CAT, "/questions/6/when", json!({ "any": [{ "age": [2, ["67+"]] }] }), "persoon 2")
            .at(CAT, "/questions/6/when/any/0/age/0"),
        put(CAT, "/questions/6/when", json!({ "age": [1, []] }), "geen leeftijdsgroep")
            .at(CAT, "/questions/6/when/age/1"),
        put(CAT, "/needs/2/helps/0/when/age/0", json!(5), "persoon 5"),
        put(CAT, "/questions/6/when", json!("young"), "jonger dan 18"),
        put(CAT, "/questions/6/when", json!({ "needs-at-most": 0 }), "minstens 1")
            .at(CAT, "/questions/6/when/needs-at-most"),
        put(CAT, "/questions/6/when", json!({ "all": [] }), "leeg")
            .at(CAT, "/questions/6/when/all"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn a_kind_of_help_that_nobody_uses_or_gives_is_found() {
    let words = json!({ "name": "Nieuw", "does": "Iets." });
    let plants = [
        put(CAT, "/routes/-", json!({ "code": "team", "kind": "wijkteam" }), "eigen naam")
            .at(CAT, "/routes/9/code"),
        put(CAT, "/routes/-", json!({ "code": "new", "kind": "algemeen" }), "nergens gebruikt")
            .at(CAT, "/routes/9/code")
            .and(NL, "/routes/new", words),
        take(CAT, "/national/1", "bosdorp, waterstad").at(CAT, "/routes/5/code"),
        take(CAT, "/national/1", "in bosdorp;").at(CAT, "/routes/5/code").and(
            WATER,
            "/providers/4/serves/0/routes/-",
            json!("verzekeraar"),
        ),
        take(CAT, "/national/0", "bosdorp, waterstad")
            .at(CAT, "/routes/6/code")
            .also(CAT, "/flags/0/lines"),
        take(BOS, "/providers/0/reach", "geen telefoonnummer").at(BOS, "/municipality/entrance"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn a_kind_of_help_given_in_every_municipality_needs_no_national_party() {
    let files = super::edited(|file, text| match file {
        CAT => {
            let mut value = serde_json::from_str(&text).expect("the data are JSON");
            super::edit(&mut value, "/national/1", None);
            value.to_string()
        }
        BOS => text.replace("[\"balie\"]", "[\"balie\", \"verzekeraar\"]"),
        _ => text.replace(
            "\"administratie\"], \"scope\"",
            "\"administratie\", \"verzekeraar\"], \"scope\"",
        ),
    });
    assert_eq!(super::judge(&files).err(), None);
}
