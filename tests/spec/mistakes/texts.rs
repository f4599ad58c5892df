//! Mistakes in what the interface says, and in what is said to somebody under 18.

use super::{Plant, TEXTS, edited, judge, places, put, take};
use serde_json::json;

const YOUNG: &str = "young/catalogue.json";

#[test]
fn a_text_that_is_missing_or_unknown_is_found() {
    let plants = [
        take(TEXTS, "/visit/back", "\"back\"").at(TEXTS, "/visit"),
        take(TEXTS, "/pages", "\"pages\"").at(TEXTS, ""),
        take(TEXTS, "/visit/day/friday", "\"friday\"").at(TEXTS, "/visit/day"),
        put(TEXTS, "/visit/bakc", json!("Terug"), "bedoelt u \"back\""),
        put(TEXTS, "/request/back", json!("Terug"), "bestaat hier niet"),
        put(TEXTS, "/thuis", json!({}), "bestaat hier niet"),
        put(TEXTS, "/visit/channel/fax", json!("Fax"), "bestaat hier niet"),
        put(TEXTS, "/visit/back", json!({ "one": "Terug" }), "hier hoort een tekst"),
        put(TEXTS, "/visit/channel", json!("Bel"), "een blok"),
        put(TEXTS, "/visit/back", json!(" "), "een lege tekst"),
        put(TEXTS, "/language", json!("de"), "een andere taal"),
    ];
    plants.iter().for_each(Plant::try_out);
}

#[test]
fn a_hole_that_is_missing_or_unknown_is_found() {
    let gone = "/advice/carried_gone";
    let plants = [
        put(TEXTS, "/advice/carried_for", json!("Dit is voor uw wijk."), "ontbreekt {wijk}"),
        put(TEXTS, "/advice/carried_for", json!("Voor {wijk} en {wijkk}."), "bedoelt u \"wijk\""),
        put(TEXTS, "/visit/back", json!("Terug naar {wijk}"), "wordt niets ingevuld"),
        put(TEXTS, "/visit/back", json!("Terug {"), "{name}"),
        put(TEXTS, "/visit/back", json!("Terug }"), "{name}"),
        put(TEXTS, "/visit/back", json!("Terug {De Wijk}"), "{name}"),
        put(TEXTS, "/visit/back", json!("Terug\nnaar hier"), "nieuwe regel"),
        put(
            TEXTS,
            "/advice/carried_gone",
            json!({ "one": "Een plek.", "other": "Meer plekken." }),
            "{many}",
        )
        .at(TEXTS, "/advice/carried_gone/other"),
        put(TEXTS, gone, json!({ "other": "{many} plekken." }), "\"one\"").at(TEXTS, gone),
    ];
    plants.iter().for_each(Plant::try_out);
    let one = put(TEXTS, gone, json!({ "one": "Eén plek.", "other": "{many} plekken." }), "");
    assert!(judge(&edited(|file, text| one.applied(file, text))).is_ok(), "one needs no number");
}

#[test]
fn what_the_interface_says_is_plain() {
    let fourteen = "Weet u wie u nu wilt bellen om hulp te vragen in uw wijk?";
    let plants = [
        put(TEXTS, "/visit/back", json!("Terug naar uw hulpvraag"), "vaktaal"),
        put(TEXTS, "/pages/home", json!("Bel de GGD."), "een afkorting"),
        put(TEXTS, "/request/title/reach", json!(fourteen), "heeft 14 woorden"),
    ];
    plants.iter().for_each(Plant::try_out);
    let fine = put(TEXTS, "/visit/back", json!(fourteen.replace('?', ".")), "");
    assert!(judge(&edited(|file, text| fine.applied(file, text))).is_ok(), "it asks nothing");
}

#[test]
fn a_correction_that_is_none_is_found() {
    let corrected = |text: &str, said: &str| {
        let file = json!({ "made": {}, "corrected": { (text): said } });
        let mut files = edited(|_, text| text);
        files.push((YOUNG.to_owned(), file.to_string()));
        judge(&files).err().unwrap_or_default()
    };
    assert_eq!(corrected("Iemand belt u.", "Iemand belt je."), []);
    assert_eq!(corrected("Dit is van u in {wijk}.", "Dit is van jou in {wijk}."), []);
    for (text, said, word) in [
        ("Belt u ons?", "Bel je ons?", "zo wordt het al gezegd"),
        ("Iemand belt u.", "Iemand belt u op.", "zeg je"),
        ("Dit is van u in {wijk}.", "Dit is van jou.", "hetzelfde ingevuld"),
        ("Iemand belt u.", "Iemand blet je.", "\"blet\""),
    ] {
        let mistakes = corrected(text, said);
        let at = format!("/corrected/{text}");
        assert_eq!(places(&mistakes), [(YOUNG, at.as_str())], "{said}");
        assert!(mistakes[0].message.contains(word), "{}", mistakes[0].message);
    }
}
