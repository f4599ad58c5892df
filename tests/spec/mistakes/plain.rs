//! Dutch that is not plain: sentences too long, jargon, abbreviations, seldom words, needs
//! that are hard to read together, and questions without a way out.

use super::{BOS, CAT, NL, WATER, edited, judge, places, put, take, texts};
use serde_json::json;
use wijkdeur::content::Mistake;

const LIST: &str = "catalogue/plain.nl.json";

/// Twelve and thirteen words; fifteen and sixteen.
const TWELVE: &str = "Wilt u dat een van ons met u mee gaat naar huis?";
const THIRTEEN: &str = "Wilt u dat een van ons nu met u mee gaat naar huis?";
const FIFTEEN: &str = "Wij gaan met u mee naar huis en dan kijken wij samen wat er is.";
const SIXTEEN: &str = "Wij gaan met u mee naar huis en dan kijken wij nu samen wat er is.";

/// Thirteen, as somebody tells it.
const LONG_STORY: &str = "Ik wil dat een van hen nu met mij mee gaat naar huis.";

#[test]
fn a_sentence_that_is_too_long_is_found() {
    let asked = |at| put(NL, at, json!(format!("{TWELVE} {THIRTEEN}")), "heeft 13 woorden");
    let told = |file, at| put(file, at, json!(format!("{FIFTEEN} {SIXTEEN}")), "16 woorden");
    let plants = [
        asked("/questions/age/title"),
        asked("/questions/place/hint"),
        asked("/questions/pile/choices/high"),
        asked("/needs/letters/label"),
        told(NL, "/needs/debts/tips/0"),
        told(NL, "/needs/letters/why/administratie"),
        told(NL, "/routes/team/name"),
        told(NL, "/routes/team/does"),
        told(NL, "/flags/violence/title"),
        told(NL, "/flags/violence/text"),
        told(CAT, "/national/0/what"),
        told(CAT, "/national/0/reach/0/about"),
        told(WATER, "/providers/1/what"),
        told(WATER, "/providers/1/cost"),
        told(WATER, "/providers/1/apply"),
        put(WATER, "/providers/1/wait", json!(format!("6 weken. {SIXTEEN}")), "16 woorden"),
        told(BOS, "/providers/0/reach/0/about"),
        put(NL, "/questions/pile/story", json!({ "high": LONG_STORY }), "heeft 13 woorden")
            .at(NL, "/questions/pile/story/high"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn a_hard_word_is_found_with_what_to_say() {
    let plants = [
        put(NL, "/questions/age/hint", json!("Dit is voor uw hulpvraag."), "\"wat u nodig hebt\""),
        put(NL, "/needs/debts/label", json!("Ik krijg beslag"), "wordt gepakt"),
        put(NL, "/routes/team/does", json!("Regelt de eigen bijdrage."), "\"eigen bijdrage\""),
        put(WATER, "/providers/1/what", json!("Helpt indien u dat wilt."), "zeg \"als\""),
        put(CAT, "/national/0/what", json!("Hulp m.b.v. een maatje."), "schrijf \"met\""),
        put(NL, "/flags/violence/text", json!("Bel de GGD."), "een afkorting"),
        put(WATER, "/providers/1/cost", json!("2 euro p.p."), "\"per persoon\""),
        put(BOS, "/providers/0/reach/0/about", json!("ma t/m za"), "\"tot en met\""),
        put(NL, "/needs/debts/tips/0", json!("Vraag om signalering."), "kent niet iedereen"),
        put(WATER, "/providers/4/apply", json!("Voor de vroegsignaleerders."), LIST),
        put(WATER, "/providers/4/wait", json!("Ca. 6 weken"), "schrijf \"ongeveer\""),
        put(NL, "/questions/pile/story", json!({ "high": "Ik krijg beslag." }), "wordt gepakt")
            .at(NL, "/questions/pile/story/high"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn a_name_may_be_hard_when_what_it_does_is_said_in_other_words() {
    let named =
        |does: &str| {
            put(NL, "/routes/schulden", json!({ "name": "Schuldhulp", "does": does }), "vaktaal")
                .and(NL, "/needs/debts/why", json!({ "schulden": "Zij geven schuldhulp." }))
        };
    assert!(found(&named("Maakt een plan met u.")).is_empty());
    named("Geeft schuldhulp.")
        .at(NL, "/routes/schulden/does")
        .also(NL, "/routes/schulden/name")
        .try_out();
    let party = |what: &str| {
        put(WATER, "/providers/4/name", json!("Steunpunt GGZ"), "afkorting")
            .and(WATER, "/providers/4/what", json!(what))
            .and(WATER, "/providers/4/apply", json!("De ggz belt u."))
    };
    assert!(found(&party("Iemand praat met u.")).is_empty());
    party("Iemand praat met u.")
        .without(WATER, "/providers/4/what")
        .at(WATER, "/providers/4/apply")
        .try_out();
}

/// What is found after a plant that should do no harm.
fn found(plant: &super::Plant) -> Vec<Mistake> {
    let files = edited(|file, text| plant.applied(file, text));
    judge(&files).err().unwrap_or_default()
}

#[test]
fn what_residents_do_not_read_is_not_judged() {
    let hard = json!("Desbetreffende vroegsignalering, o.a. door de GGD.");
    let plants = [
        put(WATER, "/providers/1/note", hard.clone(), ""),
        put(WATER, "/providers/1/source", hard.clone(), ""),
        put(WATER, "/missing/0", hard.clone(), ""),
        put(WATER, "/providers/1/name", hard.clone(), ""),
        put(WATER, "/providers/3/what", hard.clone(), "").and(
            WATER,
            "/providers/3/status",
            json!("defunct"),
        ),
        // Who lives there knows the names.
        put(WATER, "/providers/1/what", json!("Zeelandsingel 40. Wij zijn er."), "").and(
            WATER,
            "/wijken/0/name",
            json!("Zeelandsingel"),
        ),
    ];
    for plant in &plants {
        assert_eq!(found(plant), [], "{:?}", plant.edits);
    }
    let mut files = edited(|_, text| text);
    let english = files[1].1.replacen("\"nl\"", "\"en\"", 1);
    files.push((
        "catalogue/words.en.json".into(),
        english.replace("Bel als het kan.", "Participate."),
    ));
    assert!(judge(&files).is_ok());
}

#[test]
fn texts_of_a_need_that_are_hard_together_are_found() {
    let hard = "Gemeentelijke organisaties informeren inwoners";
    put(NL, "/needs/permit/label", json!(hard), "Flesch-Douma").at(NL, "/needs/permit").try_out();
    // What the help for it does counts as well.
    put(
        NL,
        "/routes/balie/does",
        json!("Gemeentelijke administratie, ondertekening en identiteit."),
        "minstens 60",
    )
    .at(NL, "/needs/permit")
    .try_out();
}

#[test]
fn a_question_without_a_way_out_is_found() {
    let plants = [
        put(NL, "/questions/safe/choices/unsure", json!("Misschien"), "weet het niet")
            .at(NL, "/questions/safe/choices"),
        put(NL, "/questions/age/title", json!("Uw leeftijd is verplicht."), "overslaan"),
        put(NL, "/questions/place/hint", json!("U moet hier iets invullen."), "overslaan"),
    ];
    plants.iter().for_each(super::Plant::try_out);
    // Where the first question itself is wrong, that is enough.
    take(CAT, "/questions/0/kind", "\"kind\"").at(CAT, "/questions/0").try_out();
}

#[test]
fn a_story_that_nobody_would_tell_is_found() {
    let at = "/questions/pile/story/high";
    let story = |told: &str, word| {
        put(NL, "/questions/pile/story", json!({ "high": told }), word).at(NL, at)
    };
    let plants = [
        story("U hebt veel post.", "begin met \"Ik\""),
        story("Veel post.", "begin met \"Ik\""),
        story("ik heb veel post.", "begin met \"Ik\""),
        story("Ik heb veel post", "zet er een punt achter"),
    ];
    plants.iter().for_each(super::Plant::try_out);
    for good in ["Ik heb veel post.", "Mijn kind krijgt veel post.", "Er is veel post."] {
        assert_eq!(found(&story(good, "")), [], "{good}");
    }
}

/// The data with one hard word in them, and a list of exceptions.
fn listed(list: &str) -> Vec<Mistake> {
    let mut files = edited(|file, text| match file {
        WATER => text.replacen(
            "\"name\": \"Gemeente Waterstad\",",
            "\"name\": \"Gemeente Waterstad\", \"what\": \"Zij geven krukken.\",",
            1,
        ),
        _ => text,
    });
    files.push((LIST.to_owned(), list.to_owned()));
    judge(&files).err().unwrap_or_default()
}

#[test]
fn a_word_may_be_hard_with_a_reason() {
    let one = |word: &str, more: &str| {
        format!("{{ \"words\": [{{ \"word\": \"{word}\", \"reason\": \"Gewoon ding.\"{more} }}] }}")
    };
    let here = "/providers/0/what";
    assert_eq!(listed(&one("Krukken", "")), []);
    assert_eq!(listed(&one("krukken", ", \"municipalities\": [\"waterstad\"]")), []);
    let elsewhere = listed(&one("krukken", ", \"municipalities\": [\"bosdorp\"]"));
    assert_eq!(places(&elsewhere), [(LIST, "/words/0/word"), (WATER, here)]);
    let unknown = listed(&one("krukken", ", \"municipalities\": [\"heidedorp\"]"));
    assert_eq!(places(&unknown), [(WATER, here)], "its file may be somewhere else");
    let unused = listed(&one("looprek", ""));
    assert_eq!(places(&unused), [(LIST, "/words/0/word"), (WATER, here)]);
    assert!(unused[0].message.contains("nergens voor nodig"), "{}", unused[0]);
}

#[test]
fn a_mistake_in_the_list_of_hard_words_is_found() {
    let entry = |reason: &str| format!("{{ \"word\": \"krukken\", \"reason\": \"{reason}\" }}");
    let list = |entries: &[String]| listed(&format!("{{ \"words\": [{}] }}", entries.join(", ")));
    let twice = list(&[entry("Gewoon ding."), entry("Gewoon ding.")]);
    assert_eq!(places(&twice), [(LIST, "/words/1/word")]);
    assert!(twice[0].message.contains("staat hier al"), "{}", twice[0]);
    let empty = list(&[entry(" ")]);
    assert_eq!(places(&empty), [(LIST, "/words/0/reason")]);
    let without = list(&["{ \"word\": \"krukken\" }".to_owned()]);
    assert_eq!(places(&without), [(LIST, "/words/0")], "the word in it is no second mistake");
    assert_eq!(places(&listed("{")), [(LIST, "")], "and neither is any other");
    let mut files = texts();
    files.push(("catalogue/plain.en.json".to_owned(), "{}".to_owned()));
    let stray = judge(&files).expect_err("only Dutch is judged");
    assert_eq!(places(&stray), [("catalogue/plain.en.json", "")]);
}

#[test]
fn the_list_of_this_project_holds_without_any_one_municipality() {
    let all = wijkdeur::author::read(&crate::town::data_folder()).expect("the data can be read");
    let municipalities = all.iter().filter(|(file, _)| file.starts_with("municipalities/"));
    for (without, _) in municipalities {
        let rest: Vec<_> = all.iter().filter(|(file, _)| file != without).cloned().collect();
        assert_eq!(judge(&rest).err().unwrap_or_default(), [], "without {without}");
    }
}
