//! Where cases from practice are sent in Arnhem. The answers are those a resident
//! would give; `tests/spec/data/arnhem.json` says what must come of them.

use serde_json::Value;
use std::process::Command;

fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("data/arnhem.json")).expect("the cases")
}

fn advise(case: &Value) -> Value {
    let name = case["id"].as_str().expect("an id");
    let file = std::env::temp_dir().join(format!("wijkdeur-{}-{name}.json", std::process::id()));
    std::fs::write(&file, case["answers"].to_string()).expect("answers are written");
    let output = Command::new(env!("CARGO_BIN_EXE_wijkdeur"))
        .args(["advise", "--json", "--municipality", "arnhem", "--data"])
        .arg(crate::town::data_folder())
        .arg("--answers")
        .arg(&file)
        .output()
        .expect("the program runs");
    std::fs::remove_file(&file).expect("answers are removed");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}: {said}");
    serde_json::from_slice(&output.stdout).expect("an advice in JSON")
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().map_or(Vec::new(), |list| list.iter().filter_map(Value::as_str).collect())
}

#[test]
fn every_case_finds_its_door() {
    for case in cases() {
        let (name, expected) = (&case["id"], &case["expected"]);
        let advice = advise(&case);
        let lead = advice["lead"]["route"].as_str().expect("a lead");
        assert!(texts(&expected["lead"]).contains(&lead), "{name} is sent to {lead}");
        assert!(!texts(&expected["must_not"]).contains(&lead), "{name} is sent to {lead}");
        assert_eq!(advice["one_contact"], expected["one_contact"], "{name}");
        assert!(
            texts(&expected["urgency"]).contains(&advice["urgency"].as_str().expect("one")),
            "{name}"
        );
        let domains = texts(&advice["domains"]);
        for domain in texts(&expected["domains"]) {
            assert!(domains.contains(&domain), "{name} touches {domain}, not only {domains:?}");
        }
        let first = advice["crisis"][0].as_str();
        assert_eq!(first, expected["crisis"].as_str(), "{name}");
        // Elsewhere the way is said in words: no number of another municipality is known.
        let reach = advice["lead"]["reach"].as_array().expect("a ladder");
        let by_phone = reach.iter().any(|way| way["channel"] == "phone");
        assert!(lead == "andere-gemeente" || by_phone, "{name}");
        assert!(!advice["because"].is_null(), "{name}");
    }
}

#[test]
fn answers_that_are_none_are_named() {
    let file = std::env::temp_dir().join(format!("wijkdeur-{}-wrong.json", std::process::id()));
    std::fs::write(&file, r#"{"topics": ["nothing"], "place": "geen", "unheard-of": 1}"#)
        .expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_wijkdeur"))
        .args(["advise", "--municipality", "arnhem", "--data"])
        .arg(crate::town::data_folder())
        .arg("--answers")
        .arg(&file)
        .output()
        .expect("the program runs");
    std::fs::remove_file(&file).expect("removed");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    for word in ["topics", "place", "unheard-of"] {
        assert!(said.contains(word), "{said}");
    }
}
