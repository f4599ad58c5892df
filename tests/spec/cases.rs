//! What `advise` says to answers: who it is about, what it does not understand, and how
//! somebody can be reached. Where cases of practice are sent stands in `towns`.

use serde_json::{Value, json};
use std::process::{Command, Output};

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

/// Every text of a list.
pub fn texts(value: &Value) -> Vec<&str> {
    value.as_array().map_or(Vec::new(), |list| list.iter().filter_map(Value::as_str).collect())
}

#[test]
fn people_of_one_household_are_told_apart() {
    let advice = |name: &str, parent: u8, child: u8| {
        let answers = json!({
            "household": { "topics": ["money", "school"], "money": ["debts"],
                "school": ["child-sad"], "letter-date": "no", "child-death": "no",
                "children": "yes", "place": "1230" },
            "persons": [{ "age": parent }, { "age": child }],
        });
        advise(name, "voorbeeldstad", &answers)["routes"].clone()
    };
    for (parent, child) in [(22, 14), (40, 14), (22, 19)] {
        let routes = advice(&format!("household-{parent}-{child}"), parent, child);
        let routes = texts(&routes);
        assert_eq!(routes.contains(&"jongeren-schuldhulp"), parent < 28, "{parent}: {routes:?}");
        assert_eq!(routes.contains(&"school"), child < 18, "{child}: {routes:?}");
    }
}

#[test]
fn a_flat_age_is_that_of_who_asks() {
    let answers = json!({ "topics": ["money", "school"], "money": ["debts"], "age": 40,
        "school": ["child-sad"], "child-death": "no", "place": "1230" });
    let advice = advise("flat", "voorbeeldstad", &answers);
    let routes = texts(&advice["routes"]);
    assert!(routes.contains(&"school") && !routes.contains(&"jongeren-schuldhulp"), "{routes:?}");
}

#[test]
fn answers_that_are_none_are_named() {
    let answers =
        r#"{"topics": ["nothing"], "place": "geen", "unheard-of": 1, "persons": [{"gae": 1}]}"#;
    let output = run("wrong", "voorbeeldstad", answers, &[]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    for word in ["topics", "place", "unheard-of", "gae"] {
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn each_way_to_reach_somebody_says_whether_it_can_be_used() {
    let answers = json!({ "topics": ["danger"], "safety": ["violence"], "now": "no" });
    let advice = advise("states", "voorbeeldstad", &answers);
    for way in advice["lead"]["reach"].as_array().expect("a ladder") {
        let state = way["state"].as_str().expect("a state");
        assert!(["now", "later", "by-appointment", "unknown"].contains(&state), "{way}");
        assert_eq!(state == "now", way["until"].is_string(), "{way}");
    }
}
