//! Mistakes in the words: missing, too many, in the wrong file.

use super::{CAT, NL, TEXTS, WATER, edited, judge, places, put, take};
use serde_json::json;

#[test]
fn words_that_are_missing_or_too_many_are_found() {
    let plants = [
        take(NL, "/questions/age@1", "\"age@1\"").at(NL, "/questions"),
        take(NL, "/questions/pile/choices/low", "\"low\"").at(NL, "/questions/pile/choices"),
        take(NL, "/questions/pile/choices", "woorden")
            .at(NL, "/questions/pile")
            .without(CAT, "/questions/2/choices/1"),
        take(NL, "/needs/debts", "\"debts\"").at(NL, "/needs"),
        take(NL, "/routes/team", "\"team\"").at(NL, "/routes"),
        take(NL, "/flags/violence", "\"violence\"").at(NL, "/flags"),
        put(NL, "/questions/age@2", json!({ "title": "?" }), "haal deze woorden weg"),
        put(NL, "/questions/pile/choices/mid", json!("Gaat wel"), "haal deze woorden weg"),
        put(NL, "/needs/detbs", json!({ "label": "?" }), "bedoelt u \"debts\""),
        put(NL, "/needs/debts/why", json!({ "team": "Daarom." }), "niet bij deze behoefte")
            .at(NL, "/needs/debts/why/team"),
        put(NL, "/routes/tuin", json!({ "name": "Tuin", "does": "Groeit." }), "haal"),
        put(NL, "/flags/fire", json!({ "title": "Vuur", "text": "Bel 112." }), "haal"),
        put(NL, "/language", json!("en"), "andere taal"),
        put(NL, "/questions/pile/story", json!({ "hihg": "Ik heb veel post." }), "\"high\"")
            .at(NL, "/questions/pile/story/hihg"),
        put(
            NL,
            "/questions/age/story",
            json!({ "18-26": "Ik ben jong." }),
            "haal deze woorden weg",
        )
        .at(NL, "/questions/age/story/18-26"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn another_language_has_to_be_complete_too() {
    let mut files = edited(|_, text| text);
    let english = files[1].1.replacen("\"nl\"", "\"en\"", 1);
    files.push(("catalogue/words.en.json".into(), english.clone()));
    let data = judge(&files).expect("both are complete");
    let languages: Vec<&str> = data.words.iter().map(|words| words.language.as_str()).collect();
    assert_eq!(languages, ["nl", "en"], "Dutch comes first");
    files[5].1 = english.replacen("\"age@1\"", "\"age@9\"", 1);
    let mistakes = judge(&files).expect_err("one question is called otherwise");
    let en = "catalogue/words.en.json";
    assert_eq!(places(&mistakes), [(en, "/questions"), (en, "/questions/age@9")]);
}

#[test]
fn files_that_are_missing_or_out_of_place_are_found() {
    let none = judge(&[]).expect_err("nothing at all");
    assert_eq!(places(&none), [(CAT, ""), (NL, ""), ("municipalities/", ""), (TEXTS, "")]);
    let mut files = edited(|_, text| text);
    for beside in ["schema/catalogue.json", "README.md", "municipalities/waterstad.json~"] {
        files.push((beside.into(), "niets".into()));
    }
    assert!(judge(&files).is_ok(), "what is no data is left alone");
    for stray in ["waterstad.json", "catalogue/extra.json", "municipalities/oud/waterstad.json"] {
        files.push((stray.into(), files[2].1.clone()));
    }
    let mistakes = judge(&files).expect_err("data where nobody reads them");
    assert_eq!(
        places(&mistakes),
        [
            ("catalogue/extra.json", ""),
            ("municipalities/oud/waterstad.json", ""),
            ("waterstad.json", "")
        ]
    );
    assert!(!mistakes.iter().any(|mistake| mistake.file == WATER));
}
