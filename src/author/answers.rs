//! Answers from a file: one JSON object from question to choice, list of choices or
//! value. Flat answers are about whomever a question asks; `persons` and `household`
//! tell people apart.

use crate::domain::*;
use serde_json::{Map, Value};

/// Reads answers; every mistake is one Dutch sentence that names its question.
pub(super) fn read(
    text: &str,
    catalogue: &Catalogue,
    directory: &Directory,
) -> Result<Answers, Vec<String>> {
    let all: Map<String, Value> = serde_json::from_str(text)
        .map_err(|error| vec![format!("dit is geen JSON-object: {error}")])?;
    let mut answers = Answers::default();
    let mut wrong = Vec::new();
    for question in &catalogue.questions {
        let Some(value) = find(&all, question) else { continue };
        match answer(question, value, directory) {
            Ok(answer) => answers.set(question.who, question.id.clone(), answer),
            Err(problem) => wrong.push(format!("{}: {problem}", question.id)),
        }
    }
    let persons = all.get("persons").and_then(Value::as_array).into_iter().flatten();
    let grouped = persons.chain(all.get("household")).filter_map(Value::as_object);
    let flat = all.keys().filter(|key| !["persons", "household"].contains(&key.as_str()));
    for key in flat.chain(grouped.flat_map(Map::keys)) {
        if !catalogue.questions.iter().any(|question| named(question, key)) {
            wrong.push(format!("{key}: deze vraag is er niet"));
        }
    }
    if wrong.is_empty() { Ok(answers) } else { Err(wrong) }
}

/// Whether a key in the file means this question: `age`, or `age@1` about person 1.
fn named(question: &Question, key: &str) -> bool {
    question.id.as_str() == key || question.words_key() == key
}

/// What the file says about a question. Flat answers are about who asks; an age that can
/// only be a child's counts for the child as well.
fn find<'v>(all: &'v Map<String, Value>, question: &Question) -> Option<&'v Value> {
    let id = question.id.as_str();
    let own = match question.who {
        Who::Household => all.get("household"),
        Who::Person(n) => all.get("persons").and_then(|persons| persons.get(usize::from(n))),
    };
    let is_minor = |value: &&Value| match texts(value).as_deref() {
        Some([text]) => age(text).is_ok_and(AgeGroup::is_minor),
        _ => false,
    };
    let flat = || match question.who {
        Who::Household | Who::Person(0) => all.get(id),
        Who::Person(_) => all.get(&question.words_key()).or_else(|| all.get(id).filter(is_minor)),
    };
    // What is said of the household may also be said of the first person, and the other
    // way round: there is no doubt what is meant.
    let anywhere = || {
        let first = all.get("persons").and_then(|persons| persons.get(0));
        [all.get("household"), first].into_iter().flatten().find_map(|part| part.get(id))
    };
    let found = own.and_then(|own| own.get(id)).or_else(flat);
    match question.who {
        Who::Household => found.or_else(anywhere),
        Who::Person(_) => found,
    }
}

fn answer(question: &Question, value: &Value, directory: &Directory) -> Result<Answer, String> {
    if value.is_null() {
        return Ok(Answer::Skipped);
    }
    let texts = texts(value).ok_or("hier hoort een tekst, een getal of een lijst van teksten")?;
    let one = |text: &String| {
        let answer = match question.kind {
            Kind::One => Answer::One(text.as_str().into()),
            Kind::Many => Answer::Many([text.as_str().into()].into()),
            Kind::Age | Kind::ChildAge => Answer::Age(age(text)?),
            Kind::Place => Answer::Place(place(text, directory)?),
            Kind::Wijk => Answer::One(wijk(text, directory).into()),
        };
        match question.takes(&answer, directory, &[]) {
            true => Ok(answer),
            false if question.kind == Kind::Wijk => Err(format!("‘{text}’ is hier geen wijk")),
            false => Err(format!("‘{text}’ is hier geen keuze")),
        }
    };
    match (question.kind, texts.as_slice()) {
        (Kind::Many, many) => {
            many.iter().try_for_each(|text| one(text).map(drop))?;
            Ok(Answer::Many(many.iter().map(|text| text.as_str().into()).collect()))
        }
        (_, [text]) => one(text),
        _ => Err("hier hoort één antwoord".to_owned()),
    }
}

fn texts(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(text) => Some(vec![text.clone()]),
        Value::Number(number) => Some(vec![number.to_string()]),
        Value::Array(list) => list.iter().map(|item| item.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

fn age(text: &str) -> Result<AgeGroup, String> {
    let group = AgeGroup::ALL.into_iter().find(|age| age.as_str() == text);
    group
        .or_else(|| text.parse().ok().map(AgeGroup::of_years))
        .ok_or(format!("‘{text}’ is geen leeftijd"))
}

fn place(text: &str, directory: &Directory) -> Result<Place, String> {
    match text {
        "from-list" => return Ok(Place::FromList),
        "no-fixed-address" => return Ok(Place::NoFixedAddress),
        "elsewhere" => return Ok(Place::Elsewhere),
        _ => {}
    }
    let postcode: Postcode = text.parse().map_err(|error: PostcodeError| error.to_string())?;
    // Of letters that are not known the digits say where it is.
    let known = [postcode, postcode.digits()];
    let known = known.into_iter().find(|known| directory.wijken_of(*known).is_some());
    Ok(known.map_or(Place::Elsewhere, Place::Postcode))
}

/// The code of a *wijk* that may be called by its name.
fn wijk<'a>(text: &'a str, directory: &'a Directory) -> &'a str {
    let found = directory.wijken.iter().find(|known| known.name == text);
    found.map_or(text, |known| known.code.as_str())
}
