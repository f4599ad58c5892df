//! What the interface says: every text is said somewhere, and days and hours are said in words.

use crate::town::data;
use std::fs;
use std::path::{Path, PathBuf};
use wijkdeur::domain::{Channel, Day};
use wijkdeur::texts::{PageTexts, RequestTexts, Texts};

/// The sources that say texts, as one.
fn sources() -> String {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = String::new();
    for room in ["author", "screens", "texts/days.rs", "view", "wizard"] {
        gather(&source.join(room), &mut all);
    }
    all
}

fn gather(place: &PathBuf, all: &mut String) {
    if place.is_file() {
        return all.push_str(&fs::read_to_string(place).expect("a source file"));
    }
    for entry in fs::read_dir(place).expect("a folder of sources") {
        gather(&entry.expect("an entry").path(), all);
    }
}

#[test]
fn every_text_is_said_somewhere() {
    let sources = sources();
    for key in Texts::KEYS.iter().chain(RequestTexts::KEYS).chain(PageTexts::KEYS) {
        let said = sources.contains(&format!(".{}(", key.name));
        assert!(said, "nothing says {}.{}: take it out", key.section, key.name);
    }
}

#[test]
fn a_key_stands_once() {
    let all: Vec<&str> = Texts::KEYS.iter().chain(PageTexts::KEYS).map(|key| key.name).collect();
    for (at, name) in all.iter().enumerate() {
        assert!(!all[..at].contains(name), "{name} stands there twice");
    }
}

#[test]
fn the_form_of_a_text_is_that_of_what_it_is_about() {
    let [texts, _] = data().interfaces().expect("texts");
    assert_eq!(texts.visit.channel(Channel::WalkIn), "Binnenlopen");
    assert_eq!(texts.visit.channel(Channel::Post), "Brief");
    assert_eq!(texts.visit.day(Day::Su as usize), "zondag");
    assert_eq!(
        texts.visit.carried_gone(1),
        "Eén plek uit uw link is er niet meer. Vraag hier wie u nu helpt:"
    );
    assert_eq!(
        texts.visit.carried_gone(2),
        "2 plekken uit uw link zijn er niet meer. Vraag hier wie u nu helpt:"
    );
    assert_eq!(texts.visit.ask_for("{name}", "wijk"), "U belt met: {name}. Vraag naar: wijk.");
    assert_eq!(
        texts.visit.wiped_within(300),
        "Bent u er nog? Binnen 5 minuten wissen wij uw antwoorden."
    );
    assert_eq!(
        texts.visit.wiped_within(60),
        "Bent u er nog? Binnen 1 minuut wissen wij uw antwoorden."
    );
    assert_eq!(
        texts.visit.wiped_within(30),
        "Bent u er nog? Binnen 30 seconden wissen wij uw antwoorden."
    );
}
