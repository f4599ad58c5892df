//! The catalogue is whole: everything people need, within two choices of the first screen.

use crate::town::data;
use std::collections::{BTreeMap, BTreeSet};
use wijkdeur::domain::*;

/// The needs people bring, by the code of the inventory they were taken from.
fn inventory() -> BTreeMap<String, String> {
    serde_json::from_str(include_str!("data/needs.json")).expect("the inventory")
}

/// Every need that two choices lead to.
fn within_two_choices(catalogue: &Catalogue) -> BTreeSet<&str> {
    let first = &catalogue.questions[0];
    let below = first.choices.iter().flat_map(|topic| {
        let chosen = Condition::Chose(first.id.clone(), topic.id.clone());
        catalogue.questions.iter().filter(move |question| question.when == chosen)
    });
    let needs =
        below.flat_map(|question| &question.choices).filter_map(|choice| choice.need.as_ref());
    needs.map(NeedId::as_str).collect()
}

#[test]
fn every_need_is_within_two_choices() {
    let catalogue = data().catalogue;
    let found = within_two_choices(&catalogue);
    let inventory = inventory();
    assert_eq!(inventory.len(), 80);
    for (code, need) in &inventory {
        assert!(found.contains(need.as_str()), "{code}: {need}");
    }
}

#[test]
fn the_first_screen_holds_ten_tiles_and_something_else() {
    let catalogue = data().catalogue;
    let choices = &catalogue.questions[0].choices;
    assert!(choices.len() <= 11, "{} tiles", choices.len());
    assert_eq!(choices.last().map(|choice| choice.id.as_str()), Some("other"));
    assert!(catalogue.questions.iter().all(|question| question.choices.len() <= 13));
}

#[test]
fn every_kind_of_help_keeps_its_code() {
    let catalogue = data().catalogue;
    let codes: Vec<&str> = catalogue.routes.iter().map(|route| route.code.as_str()).collect();
    let wanted: Vec<&str> = include_str!("data/routes.txt").lines().collect();
    assert_eq!(codes, wanted);
}

#[test]
fn every_need_says_what_one_can_do_oneself() {
    let data = data();
    for need in &data.catalogue.needs {
        let tips = data.words[0].needs.get(&need.id).map_or(0, |words| words.tips.len());
        assert!(tips > 0, "{}", need.id);
    }
}

#[test]
fn the_paths_are_those_of_the_data() {
    for (name, text) in wijkdeur::author::paths::paths(&data()) {
        let kept = std::fs::read_to_string(crate::town::data_folder().join("paths").join(&name));
        // Git may have changed the ends of lines.
        let kept = kept.unwrap_or_default().replace("\r\n", "\n");
        let first = kept.lines().zip(text.lines()).find(|(kept, now)| kept != now);
        assert!(kept == text, "{name} is not up to date: run 'wijkdeur paths'. First: {first:?}");
    }
}
