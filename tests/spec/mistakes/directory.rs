//! Mistakes in what a municipality says about itself, its *wijken* and postcodes.

use super::{BOS, WATER, edited, judge, places, put};
use serde_json::json;

#[test]
fn a_mistake_about_the_municipality_itself_is_found() {
    let at = |part: &'static str, value: &str, word| put(WATER, part, json!(value), word);
    let plants = [
        at("/municipality/id", "GM901", "GM0202"),
        at("/municipality/id", "WK9001", "GM0202"),
        put(BOS, "/municipality/id", json!("GM9001"), "al van bosdorp")
            .at(WATER, "/municipality/id"),
        at("/municipality/slug", "Waterstad", "kleine letters"),
        at("/municipality/slug", "water-stad", "naam van het bestand"),
        at("/municipality/slug", "bosdorp", "waterstad.json"),
        at("/municipality/leave_to", "http://www.weer.example", "https://"),
        at("/municipality/leave_to", "www.weer.example", "https://"),
        at("/municipality/accessibility", "http://www.waterstad.example", "niet veilig"),
        at("/municipality/corrections", "www.waterstad.nl", "e-mailadres"),
        at("/municipality/corrections", "lijst@waterstad", "e-mailadres"),
        at("/municipality/corrections", "lijst@waterstad.example", "is verzonnen"),
        at("/municipality/entrance", "gemeent", "bedoelt u \"gemeente\"")
            .also(WATER, "/providers/0/serves"),
        at("/municipality/entrance", "team-zuid-oud", "geen telefoonnummer")
            .also(WATER, "/providers/0/serves"),
        put(WATER, "/municipality/client_support/known", json!("mee"), "bestaat niet"),
        put(WATER, "/municipality/client_support/known", json!("team-noord"), "ondersteuning"),
        put(WATER, "/providers/4/status", json!("temporarily-closed"), "kies een andere")
            .at(WATER, "/municipality/client_support/known"),
        put(WATER, "/providers/4/serves/0/needs", json!(["debts"]), "aan iedereen")
            .at(WATER, "/municipality/client_support/known"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn two_files_about_one_municipality_are_found() {
    let mut files = edited(|_, text| text);
    let again = files[2].1.clone();
    files.push(("municipalities/zeestad.json".into(), again));
    let mistakes = judge(&files).expect_err("one municipality twice");
    let zee = "municipalities/zeestad.json";
    assert_eq!(places(&mistakes), [(zee, "/municipality/id"), (zee, "/municipality/slug")]);
}

#[test]
fn a_mistake_about_wijken_and_postcodes_is_found() {
    let plants = [
        put(WATER, "/areas/1/id", json!("noord"), "eigen naam").also(WATER, "/wijken/2/areas/0"),
        put(WATER, "/wijken/-", json!({ "code": "WK900101", "name": "Oever" }), "eigen naam")
            .at(WATER, "/wijken/3/code"),
        put(WATER, "/wijken/1/name", json!("DIJK!"), "hetzelfde webadres"),
        put(WATER, "/wijken/1/name", json!("--"), "geen letters"),
        put(WATER, "/wijken/2/areas/0", json!("zuidd"), "bedoelt u \"zuid\""),
        put(WATER, "/wijken/0/areas/-", json!("noord"), "staat er al")
            .at(WATER, "/wijken/0/areas/1"),
        put(WATER, "/wijken/2/colour", json!("green"), "geen inloop"),
        put(WATER, "/wijken/0/colour", json!("green"), "heeft er een inloop").and(
            WATER,
            "/providers/1/reach/1/located",
            json!("WK900101"),
        ),
        put(WATER, "/wijken/0/colour", json!("green"), "geen inloop").and(
            WATER,
            "/providers/1/reach/1/scope",
            json!({ "wijken": ["WK900102"] }),
        ),
        put(WATER, "/postcodes/0/wijken/1", json!("WK900109"), "de wijk"),
        put(WATER, "/postcodes/0/wijken/1", json!("WK900101"), "staat er al"),
        put(WATER, "/postcodes/0/to", json!("9000"), "komt voor 9001"),
        put(WATER, "/postcodes/1/to", json!("9003 AA"), "komt voor").and(
            WATER,
            "/postcodes/1/from",
            json!("9003 AB"),
        ),
        put(WATER, "/postcodes/1/to", json!("9003"), "even lang"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn a_number_of_somebody_in_an_invented_place_is_found() {
    let files = edited(|file, text| match file {
        BOS => text.replacen(
            "\"cbs_year\"",
            "\"demonstration\": true, \"corrections\": \"lijst@bosdorp.nl\", \"cbs_year\"",
            1,
        ),
        _ => text,
    });
    let mistakes = judge(&files).expect_err("Bosdorp has numbers that can be dialled");
    assert!(mistakes.iter().all(|mistake| mistake.file == BOS), "{mistakes:#?}");
    assert!(mistakes.iter().any(|mistake| mistake.message.contains("012")), "{mistakes:#?}");
    let at = "/municipality/corrections";
    assert!(places(&mistakes).contains(&(BOS, at)), "{mistakes:#?}");
    let number = |number| edited(|_, text| text.replace("(0900) 12 34", number));
    for nobodys in [
        "012-345 67 89",
        "+31 12 345 6001",
        "(012) 345 60 13",
        "+31 (0)12 3456010",
        "0031 12 345 6001",
    ] {
        let mistakes = judge(&number(nobodys)).expect_err(nobodys);
        assert_eq!(places(&mistakes), [(WATER, "/providers/1/reach/0/value")], "{nobodys}");
    }
    for somebodys in ["https://", "HTTPS://", "Https://", ""] {
        let site = format!("\"{somebodys}WWW.Waterstad.example/\"");
        let files = edited(|_, text| text.replace("\"https://www.waterstad.nl\"", &site));
        let mistakes = judge(&files).expect_err("a site that is nobody's");
        assert!(mistakes.iter().all(|one| one.message.contains("is verzonnen")), "{mistakes:#?}");
    }
    let files = edited(|_, text| text.replace("https://", "HTTPS://"));
    assert!(judge(&files).is_ok(), "{:#?}", judge(&files));
    assert!(judge(&number("+31 20 345 6001")).is_ok() && judge(&number("0031 20 3456001")).is_ok());
}
