//! Where cases from practice are sent. The answers are those a resident would give;
//! `tests/spec/data/cases.json` says what must come of them, each in its own place.
//! `cases-2.json` has the same of people whose answers were written down before anybody looked
//! at what comes of them: each finds a door that is right, but those named here.

use serde_json::{Value, json};
use std::process::{Command, Output};
use std::sync::LazyLock;
use wijkdeur::content::Data;
use wijkdeur::domain::Directory;

fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("data/cases.json")).expect("the cases")
}

/// Runs `advise` in a town with these answers.
pub fn run(name: &str, town: &str, answers: &str, more: &[&str]) -> Output {
    let file = std::env::temp_dir().join(format!("wijkdeur-{}-{name}.json", std::process::id()));
    std::fs::write(&file, answers).expect("answers are written");
    let output = Command::new(env!("CARGO_BIN_EXE_wijkdeur"))
        .args(["advise", "--date", "2026-12-01", "--municipality", town, "--data"])
        .arg(crate::town::data_folder())
        .arg("--answers")
        .arg(&file)
        .args(more)
        .output()
        .expect("the program runs");
    std::fs::remove_file(&file).expect("answers are removed");
    output
}

/// The advice as JSON.
pub fn advise(name: &str, town: &str, answers: &Value) -> Value {
    let output = run(name, town, &answers.to_string(), &["--json"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}: {said}");
    serde_json::from_slice(&output.stdout).expect("an advice in JSON")
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().map_or(Vec::new(), |list| list.iter().filter_map(Value::as_str).collect())
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
    let cases: Vec<Value> =
        serde_json::from_str(include_str!("data/cases-2.json")).expect("the cases");
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

#[test]
fn people_of_one_household_are_told_apart() {
    let answers = json!({
        "household": { "topics": ["money", "school"], "money": ["debts"], "school": ["child-sad"],
            "letter-date": "no", "child-death": "no", "children": "yes", "place": "6826" },
        "persons": [{ "age": 22 }, { "age": 14 }],
    });
    let advice = advise("household", "arnhem", &answers);
    let routes = texts(&advice["routes"]);
    assert!(routes.contains(&"jongeren-schuldhulp"), "the parent is 22: {routes:?}");
    assert!(routes.contains(&"jongerenwerk"), "the child is 14: {routes:?}");
}

#[test]
fn a_flat_age_is_that_of_who_asks() {
    let answers = json!({ "topics": ["money", "school"], "money": ["debts"], "age": 40,
        "school": ["child-sad"], "child-death": "no", "place": "6826" });
    let advice = advise("flat", "arnhem", &answers);
    let routes = texts(&advice["routes"]);
    assert!(routes.contains(&"school") && !routes.contains(&"jongeren-schuldhulp"), "{routes:?}");
}

#[test]
fn answers_that_are_none_are_named() {
    let answers =
        r#"{"topics": ["nothing"], "place": "geen", "unheard-of": 1, "persons": [{"gae": 1}]}"#;
    let output = run("wrong", "arnhem", answers, &[]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    for word in ["topics", "place", "unheard-of", "gae"] {
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn each_way_to_reach_somebody_says_whether_it_can_be_used() {
    let answers = json!({ "topics": ["danger"], "safety": ["violence"], "now": "no" });
    let advice = advise("states", "arnhem", &answers);
    for way in advice["lead"]["reach"].as_array().expect("a ladder") {
        let state = way["state"].as_str().expect("a state");
        assert!(["now", "later", "by-appointment", "unknown"].contains(&state), "{way}");
        assert_eq!(state == "now", way["until"].is_string(), "{way}");
    }
}
