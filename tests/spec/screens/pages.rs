//! Every page that is published of every town, judged as screens are.

use super::judge::judge_page;
use crate::town::{bundle, data, today};
use std::collections::BTreeMap;
use wijkdeur::author::pages;
use wijkdeur::node::{Kind, Node, element};

/// One `h1` that takes the focus, names for all controls, no id twice, HTML that is valid.
#[test]
fn every_published_page_of_every_town_is_sound() {
    let data = data();
    let [texts, _] = data.interfaces().expect("texts");
    let files = || ["data/first.bin", "data/rest.bin"].map(str::to_owned);
    let towns = data.directories.iter().map(|town| (bundle(&data, town), files()));
    let towns: Vec<_> = towns.collect();
    let pages = pages::all(&texts, &data, &towns, today());
    let lists: usize = data.directories.iter().map(|town| town.wijken.len()).sum();
    // Three more for each town: its own, its overview and how complete it is.
    assert_eq!(pages.len(), 4 + 3 * data.directories.len() + lists);
    let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, page) in pages {
        let found = judge_page(&element("body", "wijkdeur-theme", page.body));
        if !found.is_empty() {
            wrong.insert(path, found);
        }
    }
    assert!(wrong.is_empty(), "{} pages: {wrong:#?}", wrong.len());
}

/// It stands there for a moment: nothing moves to its heading.
#[test]
fn the_neutral_page_is_sound() {
    let html = pages::away();
    let Kind::Element("html", _, inside, _) = &*html.0 else { panic!("{html:?}") };
    let is_body = |node: &&Node<_>| matches!(&*node.0, Kind::Element("body", ..));
    let body = inside.0.iter().find(is_body).expect("a body");
    assert_eq!(judge_page(body), ["nothing takes the focus"]);
}
