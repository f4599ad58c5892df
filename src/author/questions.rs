//! `wijkdeur questions`: every question, so that somebody else can answer them.

use super::data::load;
use super::say;
use crate::content::Data;
use crate::domain::{AgeGroup, Kind, Question, Who, Words};
use serde_json::{Value, json};
use std::path::Path;
use std::process::ExitCode;

/// Lists the questions in the order of asking.
pub(super) fn run(data_dir: &Path, as_json: bool) -> ExitCode {
    let Some(data) = load(data_dir) else { return ExitCode::FAILURE };
    let Data { catalogue, words, .. } = &data;
    let Some(words) = words.first() else { return ExitCode::FAILURE };
    let all: Vec<Value> = catalogue.questions.iter().map(|each| described(each, words)).collect();
    if as_json {
        say(&format!("{:#}\n", Value::Array(all)));
    } else {
        all.iter().for_each(|question| say(&plain(question)));
    }
    ExitCode::SUCCESS
}

fn described(question: &Question, words: &Words) -> Value {
    let key = question.words_key();
    let said = words.questions.get(&key);
    let person = match question.who {
        Who::Household => None,
        Who::Person(number) => Some(number),
    };
    json!({
        "id": question.id,
        "key": key,
        "person": person,
        "kind": question.kind,
        "title": said.map(|said| &said.title),
        "hint": said.and_then(|said| said.hint.as_ref()),
        "choices": choices(question, &key, words),
        "when": question.when,
        "skip": "Dit mag u overslaan: laat de vraag weg, of antwoord met null.",
    })
}

fn choices(question: &Question, key: &str, words: &Words) -> Vec<Value> {
    match question.kind {
        Kind::One | Kind::Many => question
            .choices
            .iter()
            .map(|choice| {
                json!({
                    "id": choice.id,
                    "words": words.choice(key, choice),
                    "need": choice.need,
                    "flag": choice.flag,
                })
            })
            .collect(),
        Kind::Age | Kind::ChildAge => AgeGroup::of(question.kind)
            .iter()
            .map(|age| json!({ "id": age.as_str(), "words": "leeftijd, of een getal in jaren" }))
            .collect(),
        Kind::Place => [
            ("6811", "een postcode, met of zonder letters; een van elders mag ook"),
            ("from-list", "kiest de wijk uit een lijst, bij de vraag naar de wijk"),
            ("no-fixed-address", "geen vast adres"),
            ("elsewhere", "in een andere gemeente"),
        ]
        .map(|(id, words)| json!({ "id": id, "words": words }))
        .into(),
        Kind::Wijk => vec![json!({ "id": "WK020201", "words": "de code of de naam van een wijk" })],
    }
}

fn plain(question: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut said = format!("{}: {}\n", text(&question["id"]), text(&question["title"]));
    if let Some(person) = question["person"].as_u64() {
        said += &format!("  over persoon {person}\n");
    }
    if question["when"] != "always" {
        said += &format!("  als {}\n", question["when"]);
    }
    for choice in question["choices"].as_array().into_iter().flatten() {
        said += &format!("  - {}: {}\n", text(&choice["id"]), text(&choice["words"]));
    }
    said
}
