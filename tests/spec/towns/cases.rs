//! Where cases from practice are sent. The answers are those a resident would give;
//! `cases.json` says what must come of them, each in its own place. `cases-2.json` has the
//! same of people whose answers were written down before anybody looked at what comes of
//! them: each finds a door that is right, but those named here.

use crate::cases::{advise, texts};
use serde_json::Value;
use std::sync::LazyLock;
use wijkdeur::content::Data;
use wijkdeur::domain::Directory;

fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("cases.json")).expect("the cases")
}

/// Whether the number of the general entrance is known in the place of a case.
fn has_number(case: &Value) -> bool {
    static DATA: LazyLock<Data> = LazyLock::new(crate::town::data);
    let town = |directory: &&Directory| case["town"] == directory.municipality.slug;
    let town = DATA.directories.iter().find(town).expect("the place");
    town.entrance().expect("an entrance").has_phone()
}

#[test]
fn every_case_finds_its_door() {
    for case in cases() {
        let (name, expected) = (case["id"].as_str().expect("a name"), &case["expected"]);
        let advice = advise(name, case["town"].as_str().expect("a town"), &case["answers"]);
        let lead = advice["lead"]["route"].as_str().expect("a lead");
        assert!(texts(&expected["lead"]).contains(&lead), "{name} is sent to {lead}");
        assert!(!texts(&expected["must_not"]).contains(&lead), "{name} is sent to {lead}");
        assert_eq!(advice["routes"][0], advice["lead"]["route"], "{name}");
        assert_eq!(advice["one_contact"], expected["one_contact"], "{name}");
        let urgency = advice["urgency"].as_str().expect("an urgency");
        assert!(texts(&expected["urgency"]).contains(&urgency), "{name} is {urgency}");

        let (domains, wanted) = (texts(&advice["domains"]), texts(&expected["domains"]));
        let allowed = [wanted.clone(), texts(&expected["domains_ok"])].concat();
        assert!(wanted.iter().all(|domain| domains.contains(domain)), "{name}: {domains:?}");
        assert!(domains.iter().all(|domain| allowed.contains(domain)), "{name}: {domains:?}");

        let crisis = texts(&advice["crisis"]);
        match texts(&expected["crisis"]).as_slice() {
            [] => assert!(crisis.is_empty(), "{name} is shown {crisis:?}"),
            lines => assert!(lines.contains(&crisis[0]), "{name} is shown {crisis:?}"),
        }
        // Elsewhere the way is said in words: no number of another municipality is known.
        let reach = advice["lead"]["reach"].as_array().expect("a ladder");
        let by = |channel| reach.iter().any(|way| way["channel"] == channel);
        let to_a_person = by("phone") || (!has_number(&case) && by("walk-in"));
        assert!(lead == "andere-gemeente" || to_a_person, "{name}");
        // What cannot wait has its line on top, or else its desk as the lead.
        let waits = !matches!(urgency, "today" | "now");
        assert!(waits || !crisis.is_empty() || to_a_person, "{name}");
        assert_eq!(advice["because"][0]["route"], advice["lead"]["route"], "{name}");
    }
}

/// Those who are sent to no door that is listed for them.
const NOT_YET: [&str; 3] = ["HA-04", "HA-16", "AL-02"];

#[test]
fn who_answered_unseen_finds_a_right_door() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases-2.json")).expect("the cases");
    let mut missed = Vec::new();
    for case in &cases {
        let (name, expected) = (case["id"].as_str().expect("a name"), &case["expected"]);
        let advice = advise(name, case["town"].as_str().expect("a town"), &case["answers"]);
        let lead = advice["lead"]["route"].as_str().expect("a lead");
        assert!(!texts(&expected["must_not"]).contains(&lead), "{name} is sent to {lead}");
        let right = texts(&expected["lead"]).contains(&lead);
        if !right {
            missed.push(name);
        }
        // Whoever is in danger is, and at once.
        let urgency = texts(&expected["urgency"]);
        if urgency.iter().all(|urgency| matches!(*urgency, "today" | "now")) {
            assert!(right, "{name} is sent to {lead}");
            assert!(advice["urgency"].as_str().is_some_and(|is| urgency.contains(&is)), "{name}");
            let crisis = texts(&advice["crisis"]);
            let first = crisis.first().expect("a line for danger");
            assert!(texts(&expected["crisis"]).contains(first), "{name} is shown {first}");
        }
    }
    assert_eq!(missed, NOT_YET);
    // The names of the same kind: `AR-01` in Arnhem.
    let known = |case: &&Value| {
        let id = case["id"].as_str().expect("a name");
        ["AR-", "DH-", "HA-", "AL-"].iter().any(|town| id.starts_with(town))
    };
    let all = cases.len() + self::cases().iter().filter(known).count();
    assert_eq!(all, 72);
    assert!(missed.len() * 20 <= all, "more than one in twenty");
}
