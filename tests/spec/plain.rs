//! Plain Dutch: what the rules call a sentence, a syllable and a hard word, and the words
//! of the interface held to them. That the data are is `wijkdeur check`.

use crate::town::{proefstad, today};
use std::collections::BTreeSet;
use wijkdeur::content::plain::{ABBREVIATIONS, JARGON, ease, hard, sentences, syllables};
use wijkdeur::domain::{Answer, Catalogue, Condition, Walk};

fn hard_words(text: &str) -> Vec<String> {
    hard(text).into_iter().map(|hard| hard.word).collect()
}

#[test]
fn a_sentence_ends_where_people_stop() {
    for (text, lengths) in [
        ("", &[][..]),
        ("…", &[]),
        ("Bel 112", &[2]),
        ("Bel nu. Zeg waar u bent! Kunt u niet praten?", &[2, 4, 4]),
        ("Zeg: ‘Ik zoek hulp.’ Uw naam hoeft niet.", &[4, 4]),
        ("Open van 9.00 tot 17.00 uur. Daarna niet.", &[6, 2]),
        ("Hulp bij o.a. brieven en bijv. een formulier.", &[8]),
        ("gratis, dag en nacht", &[4]),
        ("Ja – dat mag (altijd). Echt.", &[4, 1]),
    ] {
        let found: Vec<usize> = sentences(text).iter().map(|each| each.words.len()).collect();
        assert_eq!(found, lengths, "{text}");
    }
}

#[test]
fn syllables_are_counted_as_they_are_said() {
    let list = include_str!("data/syllables.txt");
    let wrong: Vec<&str> = list
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter(|(word, count)| syllables(word).to_string() != *count)
        .map(|(word, _)| word)
        .collect();
    assert_eq!(list.lines().count(), 194);
    assert_eq!(wrong, ["wijkteam", "museum", "team", "coach", "online", "youtube"]);
}

#[test]
fn ease_is_that_of_douma() {
    let score = |text| (ease([text]).expect("words") * 100.0).round() / 100.0;
    // Six words of one syllable: 206.84 - 0.93 * 6 - 77.
    assert_eq!(score("De kat zit op de mat."), 124.26);
    // Two sentences, six words, fifteen syllables: 206.84 - 0.93 * 3 - 77 * 15 / 6.
    assert_eq!(score("Vrijwilligers helpen. Zij geven gratis informatie."), 11.55);
    assert_eq!(ease(["", "?"]), None);
}

#[test]
fn a_word_is_hard_when_few_people_use_it() {
    for (text, found) in [
        // Used a lot, or a form of such a word.
        ("Iemand helpt u met uw brieven. Dat is het makkelijkst.", &[][..]),
        // Made of two such words.
        ("Op het schoolplein is een huiskamergesprek.", &["huiskamergesprek"]),
        ("Kom naar het schoolplein of de buurttuin, op de kinderfiets.", &[]),
        ("Oefen met ons: er is een omgangsregeling.", &["omgangsregeling"]),
        ("Wij maken plannen voor desbetreffenden.", &["desbetreffenden"]),
        // Not.
        ("Signalering helpt bij escalatie.", &["Signalering", "escalatie"]),
        // A number, a name, an address.
        ("Bel 026-389 96 96 of ga naar de Zeelandsingel 40.", &[]),
        ("Kijk op www.rijkshuizing.nl of mail naar info@huizing.nl.", &[]),
        ("Zeelandsingel 40", &["Zeelandsingel"]),
        ("Vraag het in Proefstad-Zuid, ’s avonds, met foto’s.", &[]),
    ] {
        assert_eq!(hard_words(text), found, "{text}");
    }
}

#[test]
fn jargon_and_abbreviations_are_hard_unless_they_are_explained() {
    for (text, found) in [
        ("U krijgt een indicatie.", &["indicatie"][..]),
        ("Indicaties en een eigen bijdrage.", &["Indicaties", "eigen bijdrage"]),
        ("U krijgt een indicatie (toestemming).", &[]),
        ("U krijgt toestemming (indicatie).", &[]),
        ("Wij vragen uw toestemming.", &["uw toestemming"]),
        ("U mag hulp krijgen (indicatie).", &[]),
        ("Mantelzorger: u zorgt voor iemand.", &[]),
        ("Vraag om ‘onafhankelijke cliëntondersteuning’.", &[]),
        ("Wij helpen (ook bij een indicatie).", &["indicatie"]),
        ("Is het veilig thuis?", &[]),
        ("Bel Veilig Thuis.", &["Veilig Thuis"]),
        ("Een vraag aan Team Indicatie.", &[]),
        ("Bel de SVB, o.a. voor de Wlz of ggz-hulp.", &["SVB", "o.a.", "Wlz", "ggz-hulp"]),
        ("Zorg voor dag en nacht (Wlz).", &[]),
        ("Open ma t/m vr.", &["t/m", "vr"]),
        ("Koning Willem II kijkt tv op de wc.", &[]),
    ] {
        assert_eq!(hard_words(text), found, "{text}");
    }
}

#[test]
fn what_is_advised_is_plain_itself() {
    let mut known = BTreeSet::new();
    for (forms, plain) in JARGON {
        assert_eq!(hard_words(plain), [""; 0], "instead of {forms}");
        for form in forms.split('|') {
            assert!(known.insert(form), "{form} stands there twice");
            assert_eq!(hard_words(&format!("Dit is {form}.")), [form], "{form} is not found");
        }
    }
    for (short, long) in ABBREVIATIONS {
        assert_eq!(hard_words(long), [""; 0], "instead of {short}");
        assert!(known.insert(short), "{short} stands there twice");
        assert_eq!(
            hard_words(&format!("Dit is {short} van ons.")),
            [short],
            "{short} is not found"
        );
    }
}

#[test]
fn every_question_can_be_skipped() {
    let bundle = proefstad();
    let skipped = Answer::Skipped;
    for question in &bundle.catalogue.questions {
        let mut alone = question.clone();
        alone.when = Condition::Always;
        let catalogue = Catalogue { questions: vec![alone], ..bundle.catalogue.clone() };
        let mut walk = Walk::new(&catalogue, &bundle.directory, today());
        // Which wijk it is, is only asked where it matters.
        if walk.asks().is_some() {
            assert!(walk.take(&skipped), "{:?} is not skipped", question.id);
            assert!(walk.asks().is_none(), "{:?} is asked again", question.id);
        }
    }
}
