//! Whoever is under 18 is called `je`, in every text there is.

use crate::town::{collect, data, interface};
use std::collections::BTreeSet;
use wijkdeur::content::plain::unknown_when_young;
use wijkdeur::texts::to_young;

#[test]
fn u_becomes_je_and_a_verb_before_it_loses_its_t() {
    for (grown_up, young) in [
        ("Hier kunt u terecht", "Hier kun je terecht"),
        ("Bent u nu in gevaar?", "Ben je nu in gevaar?"),
        (
            "U mag meer kiezen. U hoeft uw naam niet te geven.",
            "Je mag meer kiezen. Je hoeft je naam niet te geven.",
        ),
        ("Zij luisteren naar u.", "Zij luisteren naar je."),
        ("Gaat u naar school? Weet u het niet?", "Ga je naar school? Weet je het niet?"),
        ("Zeg wat u wilt. Dat is van uzelf.", "Zeg wat je wilt. Dat is van jezelf."),
        ("Iemand helpt u thuis, met u samen.", "Iemand helpt je thuis, met je samen."),
        ("‘Uw school’ (uw mentor)", "‘Je school’ (je mentor)"),
        ("Steunpunt Naast U", "Steunpunt Naast U"),
        ("nu, uur, duur, juf", "nu, uur, duur, juf"),
        ("Binnen zeven dagen nadat u belt.", "Binnen zeven dagen nadat je belt."),
        ("Praat u, laat u los, vergeet u, gaat u?", "Praat je, laat je los, vergeet je, ga je?"),
        ("", ""),
    ] {
        assert_eq!(to_young(grown_up), young);
    }
}

/// Every text of the data and of the interface.
fn texts() -> Vec<String> {
    let data = data();
    let mut all = Vec::new();
    collect(&serde_json::to_value(&data.words).expect("words"), &mut all);
    collect(&serde_json::to_value(&data.catalogue.national).expect("parties"), &mut all);
    for town in &data.directories {
        for party in &town.providers {
            let said = [&party.what, &party.cost, &party.apply, &party.wait];
            all.extend(said.into_iter().flatten().cloned());
            all.extend(party.reach.iter().filter_map(|reach| reach.about.clone()));
        }
    }
    all.extend(interface());
    all
}

fn words(text: &str) -> Vec<&str> {
    text.split(|mark: char| !mark.is_alphabetic()).filter(|word| !word.is_empty()).collect()
}

#[test]
fn nobody_under_18_is_called_u() {
    let texts = texts();
    assert!(texts.len() > 800, "{} texts", texts.len());
    for text in &texts {
        let young = to_young(text);
        let (before, after) = (words(text), words(&young));
        assert_eq!(before.len(), after.len(), "{young}");
        for word in &after {
            assert!(!["u", "uw", "Uw", "uzelf"].contains(word), "{young}");
        }
    }
}

/// Words before `u` in our texts that lose no `t`: no verbs, verbs of which somebody else is
/// the subject, or verbs whose stem ends in one. Whoever writes another decides here.
const KEEP: [&str; 16] = [
    "met", "dat", "wat", "voordat", "zodat", "nadat", "tot", "naast", "niet", "helpt", "stuurt",
    "moet", "weet", "ontmoet", "brengt", "sluit",
];

#[test]
fn a_verb_before_je_has_lost_its_t_and_is_a_dutch_word() {
    let mut odd = BTreeSet::new();
    for text in texts() {
        let young = to_young(&text);
        let (before, after) = (words(&text), words(&young));
        for at in (1..before.len()).filter(|at| before[*at] == "u") {
            let verb = after[at - 1].to_lowercase();
            if verb.ends_with('t') && !KEEP.contains(&verb.as_str()) {
                odd.insert(format!("{} je: {young}", after[at - 1]));
            }
        }
        odd.extend(unknown_when_young(&text).into_iter().map(|(u, je)| format!("{u}: {je}")));
    }
    assert!(odd.is_empty(), "{odd:#?}");
}

#[test]
fn a_word_that_would_be_no_dutch_is_found() {
    assert!(
        unknown_when_young("Nadat u belt, vergeet u het. Gaat u mee? Praat u graag?").is_empty()
    );
    let odd = unknown_when_young("Voelt u zich ziek? Boekt u een reis? Fuift u?");
    assert_eq!(odd, [("Fuift".to_owned(), "Fuif".to_owned())]);
}
