//! What somebody verified stays with what they verified.

use super::{checked, filled_in, party, proefstad_text, said};
use crate::town::today;
use serde_json::{Value, json};
use wijkdeur::content::Filled;

/// Proefstad with a party that was rung and mailed on a day.
fn verified() -> String {
    let table =
        "naam;telefoon;e-mail;nagekeken op\nJeugdwijs;026-123 45 67;post@example.nl;20-11-2026";
    filled_in(&proefstad_text(), table).text.replace("example.nl", "jeugdwijs.nl")
}

fn after(table: &str) -> (Filled, Value) {
    let filled = filled_in(&verified(), table);
    assert!(filled.faults.is_empty(), "{:?}", said(&filled));
    checked(&filled.text);
    let whole: Value = serde_json::from_str(&filled.text).expect("JSON");
    let party = party(&whole, "jeugdwijs").clone();
    (filled, party)
}

#[test]
fn a_new_number_is_not_called_verified() {
    let (filled, party) = after("naam;telefoon\nJeugdwijs;026-765 43 21\n");
    assert_eq!(party.get("checked"), None);
    assert_eq!(
        party["reach"],
        json!([
            { "channel": "phone", "value": "026-765 43 21" },
            { "channel": "email", "value": "post@jeugdwijs.nl", "checked": "2026-11-20" }
        ])
    );
    assert_eq!(
        filled.changes,
        [
            "Jeugdwijs: telefoon was ‘026-123 45 67’, is nu ‘026-765 43 21’.",
            "Jeugdwijs: nagekeken op was ‘2026-11-20’, is nu leeg: het nieuwe is nog niet nagekeken; bij wat bleef staat die dag nu apart.",
        ]
    );
    // The same row again changes nothing more.
    let again = filled_in(&filled.text, "naam;telefoon\nJeugdwijs;026-765 43 21\n");
    assert!(again.text == filled.text);
    // Nor is one that was not there before; all that was there keeps its day.
    let (_, party) = after("naam;website;openingstijden\nJeugdwijs;jeugdwijs.nl;elke maandag\n");
    assert_eq!(party.get("checked"), None);
    assert_eq!(
        party["reach"],
        json!([
            { "channel": "phone", "value": "026-123 45 67", "about": "elke maandag", "checked": "2026-11-20" },
            { "channel": "email", "value": "post@jeugdwijs.nl", "checked": "2026-11-20" },
            { "channel": "website", "value": "jeugdwijs.nl" }
        ])
    );
}

#[test]
fn the_day_in_a_row_is_that_of_what_the_row_says() {
    let row = |day: &str| format!("naam;telefoon;nagekeken op\nJeugdwijs;026-765 43 21;{day}\n");
    for day in ["2026-11-20", "2025-01-01"] {
        let told = said(&filled_in(&verified(), &row(day)));
        let wanted = format!("rij 2, kolom nagekeken op: {day} is van voor dit nummer of adres");
        assert!(told.len() == 1 && told[0].starts_with(&wanted), "{told:?}");
    }
    for day in ["2026-11-21".to_owned(), today().to_string()] {
        let (_, party) = after(&row(&day));
        assert_eq!(party["checked"], json!(day));
        assert_eq!(party["reach"][0], json!({ "channel": "phone", "value": "026-765 43 21" }));
    }
    // What is no number or address leaves the day alone.
    let (_, party) = after("naam;kosten;telefoon\nJeugdwijs;Gratis.;026-123 45 67\n");
    assert_eq!(party["checked"], "2026-11-20");
}

/// Other marks make no other number: who verified it verified this one.
#[test]
fn the_same_number_in_other_marks_stays_verified() {
    for (column, written, value) in [
        ("telefoon", "026\u{2013}1234567", "026-1234567"),
        ("telefoon", "+31 26 123 45 67", "+31 26 123 45 67"),
        ("e-mail", "Post@Jeugdwijs.nl", "Post@jeugdwijs.nl"),
    ] {
        let (filled, party) = after(&format!("naam;{column}\nJeugdwijs;{written}\n"));
        assert_eq!(party["checked"], "2026-11-20", "{written}");
        assert_eq!(party["reach"].as_array().expect("ways").len(), 2);
        let change = &filled.changes[0];
        assert!(
            change.ends_with(&format!("is nu ‘{value}’; dat is hetzelfde, anders geschreven.")),
            "{change}"
        );
    }
}
