//! Whoever is under 18 is called `je`, in every text there is.

use crate::town::{after, collect, data, data_folder};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;
use wijkdeur::content::plain::unknown_when_young;
use wijkdeur::content::{Beside, Bundle, Rest, Sayings, Spoken, Young, YoungTexts, sayings};
use wijkdeur::domain::Answer;
use wijkdeur::texts::{Texts, to_young};
use wijkdeur::wizard::{Event, Shown, Spot, Wizard};

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

/// Every text that may be said to somebody under 18.
fn texts() -> Vec<String> {
    sayings(&data()).into_iter().flat_map(|each| each.texts).collect()
}

fn words(text: &str) -> Vec<&str> {
    text.split(|mark: char| !mark.is_alphabetic()).filter(|word| !word.is_empty()).collect()
}

/// What is fetched and put in the place of each sentence, for every town.
#[test]
fn nobody_under_18_is_called_u_and_no_name_is_touched() {
    let data = data();
    for town in &data.directories {
        let [bundle, young] = data.bundles(town).expect("words and texts");
        let [first, rest] = bundle.write(&Beside::default()).expect("published data");
        let young = bundle.write_young(&young).expect("published sentences");
        let mut young = Young::read(&young).expect("sentences");
        let mut read = Bundle::read(&first).expect("the first file");
        read.complete(Rest::read(&rest).expect("the rest"));
        let before = read.clone();
        read.change_address(&mut young);
        let said = said_to_them(&read);
        assert!(said.len() > 900, "{} texts", said.len());
        for text in &said {
            for word in words(text) {
                assert!(!["u", "uw", "Uw", "uzelf"].contains(&word), "{text}");
            }
        }
        let named = |name: String| data.corrections.get(&name).cloned().unwrap_or(name);
        let names = |bundle: &Bundle| -> Vec<String> {
            let parties = bundle.catalogue.national.iter().chain(&bundle.directory.providers);
            let own = parties.flat_map(|party| {
                let ways = party.reach.iter().map(|reach| reach.value.clone());
                ways.chain([party.name.clone()]).collect::<Vec<_>>()
            });
            own.chain(bundle.directory.wijken.iter().map(|wijk| wijk.name.clone())).collect()
        };
        let before_corrected = names(&before).into_iter().map(named).collect::<Vec<_>>();
        assert_eq!(names(&read), before_corrected, "no rule touches a name");
        assert_eq!(read.texts.story_end(), "Kunt u met mij meedenken?", "said by them");
        assert_ne!(read, before);
        read.change_address(&mut young);
        assert!(read == before, "{}: it is said as before", town.municipality.slug);
    }
}

/// Every text of a bundle, but for what the resident says to somebody else.
fn said_to_them(bundle: &Bundle) -> Vec<String> {
    let mut words = serde_json::to_value(&bundle.words).expect("words");
    let questions = words["questions"].as_object_mut().expect("questions");
    questions.values_mut().for_each(|question| question["story"] = Value::Null);
    let mut all = Vec::new();
    collect(&words, &mut all);
    collect(&serde_json::to_value(&bundle.catalogue.national).expect("parties"), &mut all);
    for party in &bundle.directory.providers {
        let said = [&party.what, &party.cost, &party.apply, &party.wait];
        all.extend(said.into_iter().flatten().cloned());
        all.extend(party.reach.iter().filter_map(|reach| reach.about.clone()));
    }
    let mut texts = Vec::new();
    collect(&serde_json::to_value(&bundle.texts).expect("texts"), &mut texts);
    let told = Texts::KEYS.iter().zip(texts).filter(|(key, _)| key.section != "told");
    all.extend(told.map(|(_, text)| text));
    all
}

#[test]
fn a_request_says_je_as_well() {
    let [grown_up, young] = data().interfaces().expect("texts");
    let young = Spoken::read(&Spoken::write(&young).expect("a file")).expect("texts");
    assert_eq!(grown_up.request.title(0), "Hoe kunnen zij u bereiken?");
    assert_eq!(young.request.title(0), "Hoe kunnen zij je bereiken?");
    assert_eq!(young.texts.problems(), "Kijk nog even naar je antwoord");
}

#[test]
fn the_sentences_for_the_young_are_those_of_the_data() {
    let kept = wijkdeur::author::read(&data_folder()).expect("the data");
    for (file, text) in wijkdeur::author::young::renewed(&data(), &kept) {
        let there = kept.iter().find(|(known, _)| *known == file).map(|(_, text)| text);
        let there = there.map(|text| text.replace("\r\n", "\n")).unwrap_or_default();
        assert!(there == text, "{file} is not up to date: run 'wijkdeur young'");
    }
}

#[test]
fn a_correction_stays_as_long_as_its_sentence_does() {
    let sayings = |texts: &[String]| Sayings {
        file: String::new(),
        texts: texts.to_vec(),
        names: Vec::new(),
    };
    let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let before = texts(&["Belt u ons?", "Iemand belt u.", "Kom binnen."]);
    let made = YoungTexts::default().renewed(&before);
    assert_eq!(made.made["Belt u ons?"], "Bel je ons?");
    assert_eq!(made.made["Iemand belt u."], "Iemand bel je.");
    assert!(!made.made.contains_key("Kom binnen."), "nothing differs");
    // Somebody changes it where it stands.
    let mut edited = made.clone();
    edited.made.insert("Iemand belt u.".into(), "Iemand belt je.".into());
    let kept = edited.renewed(&before);
    assert_eq!(kept.corrected["Iemand belt u."], "Iemand belt je.");
    assert!(!kept.made.contains_key("Iemand belt u."));
    assert_eq!(kept.renewed(&before), kept, "and it stays so");
    assert_eq!(kept.lost(&sayings(&before)).count(), 0);
    // The sentence changes: nobody throws the correction away, and it is reported.
    let after = texts(&["Belt u ons?", "Iemand belt u op."]);
    let now = kept.renewed(&after);
    assert_eq!(now.lost(&sayings(&after)).collect::<Vec<_>>(), ["Iemand belt u."]);
    assert_eq!(now.made["Iemand belt u op."], "Iemand bel je op.");
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

/// The two halves of a town and what is said there to somebody under 18, as published.
fn published() -> (Bundle, Rest, Young) {
    let data = data();
    let town = data.directories.iter().find(|town| town.municipality.slug == "voorbeeldstad");
    let [bundle, young] = data.bundles(town.expect("Voorbeeldstad")).expect("words and texts");
    let beside = Beside { young: "young.bin".to_owned(), ..Beside::default() };
    let [first, rest] = bundle.write(&beside).expect("published data");
    let young = bundle.write_young(&young).expect("published sentences");
    let read = (Bundle::read(&first), Rest::read(&rest), Young::read(&young));
    (read.0.expect("the first file"), read.1.expect("the rest"), read.2.expect("sentences"))
}

fn is_waiting(visit: &Wizard) -> bool {
    matches!(visit.screen().shown, Shown::Waiting { .. })
}

/// A visit of somebody under 18 in danger, behind the lines for it, and where those stand;
/// nothing but the first file is there.
fn in_danger(first: Bundle) -> (Wizard, Spot) {
    let mut visit = Wizard::new(Arc::new(first), after(0));
    let told = Answer::Many(["violence".into(), "young-talk".into()].into());
    visit.update(Event::Answered(Answer::Many(["danger".into()].into())), after(1));
    // The lines for any danger come first.
    visit.update(Event::WentOn, after(1));
    visit.update(Event::Answered(told), after(2));
    assert!(matches!(visit.screen().shown, Shown::Safety { .. }), "danger waits for nothing");
    let danger = visit.spot();
    visit.update(Event::WentOn, after(3));
    (visit, danger)
}

#[test]
fn who_is_under_18_waits_for_what_is_said_to_them_and_danger_does_not() {
    let (first, rest, young) = published();
    let (mut visit, danger) = in_danger(first);
    assert!(is_waiting(&visit) && visit.young_file().is_none(), "nobody knows where it is yet");
    let here = visit.spot();
    visit.update(Event::Arrived(danger), after(40));
    assert!(matches!(visit.screen().shown, Shown::Safety { .. }), "it waits for nothing");
    visit.update(Event::TalkAsked, after(41));
    assert!(matches!(visit.screen().shown, Shown::Talk { .. }), "nor does who wants to call");
    visit.update(Event::Arrived(here), after(42));
    visit.complete(rest);
    assert!(is_waiting(&visit));
    assert_eq!(visit.young_file(), Some("young.bin"));
    visit.young_came(Some(young));
    assert!(!is_waiting(&visit) && visit.young_file().is_none());
    assert_eq!(visit.bundle().texts.problems(), "Kijk nog even naar je antwoord");
    visit.update(Event::ForgetAsked, after(43));
    assert_eq!(visit.bundle().texts.problems(), "Kijk nog even naar uw antwoord");
}

#[test]
fn who_would_wait_in_vain_goes_on_with_u() {
    let (first, rest, young) = published();
    let (mut visit, _) = in_danger(first);
    visit.complete(rest);
    visit.young_came(None);
    assert!(!is_waiting(&visit));
    assert_eq!(visit.bundle().texts.problems(), "Kijk nog even naar uw antwoord");
    assert_eq!(visit.young_file(), Some("young.bin"), "it is asked for once more");
    visit.young_came(Some(young));
    assert_eq!(visit.bundle().texts.problems(), "Kijk nog even naar je antwoord");
}
