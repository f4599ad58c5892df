//! A place where one of several forms has to stand: which one was meant, and what
//! is wrong with it then.

use super::sentence::{self, value_found};
use super::shape::Fault;
use super::spelling::{listed, meant, quoted};
use jsonschema::ValidationError;
use serde_json::Value;

/// The mistakes in the alternative that was meant. If none was, the choice there is.
pub(super) fn faults(
    schema: &Value,
    error: &ValidationError<'_>,
    context: &[Vec<ValidationError<'static>>],
) -> Vec<Fault> {
    let branches = schema
        .pointer(error.schema_path().as_str())
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    let found = error.instance().as_ref();
    match meant_branch(branches, found) {
        Some(branch) => context
            .get(branch)
            .into_iter()
            .flatten()
            .flat_map(|inner| sentence::faults(schema, inner))
            .collect(),
        None => vec![Fault {
            pointer: error.instance_path().as_str().to_owned(),
            message: choice(branches, found),
        }],
    }
}

fn meant_branch(branches: &[Value], found: &Value) -> Option<usize> {
    // "This or nothing": this was meant.
    let something = |branch: &&Value| branch.get("type").is_none_or(|kind| kind != "null");
    if branches.iter().filter(something).count() == 1 {
        return branches.iter().position(|branch| something(&branch));
    }
    let object = found.as_object()?;
    let mut meant = branches
        .iter()
        .enumerate()
        .filter(|(_, branch)| tag(branch).is_some_and(|key| object.contains_key(key)));
    match (meant.next(), meant.next()) {
        (Some((branch, _)), None) => Some(branch),
        _ => None,
    }
}

/// The one key that says which form an object has.
fn tag(branch: &Value) -> Option<&str> {
    branch.get("required")?.get(0)?.as_str()
}

fn choice(branches: &[Value], found: &Value) -> String {
    let words: Vec<&str> = branches.iter().flat_map(words).collect();
    let tags: Vec<&str> = branches.iter().filter_map(tag).collect();
    match found {
        Value::String(text) if tags.is_empty() => {
            format!("{} bestaat hier niet; {}", quoted(text), meant(text, &words))
        }
        Value::Object(object) if !tags.is_empty() => {
            match object.keys().find(|key| !tags.contains(&key.as_str())) {
                Some(key) => {
                    format!("de sleutel {} bestaat hier niet; {}", quoted(key), meant(key, &tags))
                }
                None => format!("hier hoort precies één sleutel: kies uit {}", listed(&tags)),
            }
        }
        _ => {
            let words = (!words.is_empty()).then(|| format!("een van {}", listed(&words)));
            let tags =
                (!tags.is_empty()).then(|| format!("een blok {{ … }} met {}", listed(&tags)));
            let wanted: Vec<String> = words.into_iter().chain(tags).collect();
            format!("hier hoort {}, niet {}", wanted.join(" of "), value_found(found))
        }
    }
}

fn words(branch: &Value) -> Vec<&str> {
    let one = branch.get("const").and_then(Value::as_str);
    let many = branch.get("enum").and_then(Value::as_array);
    one.into_iter().chain(many.into_iter().flatten().filter_map(Value::as_str)).collect()
}
