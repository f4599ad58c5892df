//! What the validator says about a shape, in plain Dutch and at the place where
//! the author has to look: "one of these alternatives does not hold" becomes the
//! mistake in the alternative that was meant.

use super::formats::format;
use super::shape::Fault;
use super::spelling::{listed, meant, quoted};
use super::{alternatives, pointer};
use jsonschema::JsonType;
use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value;

/// The mistakes an error of the validator stands for.
pub(super) fn faults(schema: &Value, error: &ValidationError<'_>) -> Vec<Fault> {
    let at = error.instance_path().as_str();
    let here = |message: String| vec![Fault { pointer: at.to_owned(), message }];
    match error.kind() {
        Kind::AdditionalProperties { unexpected } => {
            let known = keys(schema, error);
            unexpected
                .iter()
                .map(|key| Fault {
                    pointer: pointer::step(at, key),
                    message: format!(
                        "de sleutel {} bestaat hier niet; {}",
                        quoted(key),
                        meant(key, &known)
                    ),
                })
                .collect()
        }
        Kind::Required { property } => here(format!(
            "hier ontbreekt de sleutel {}; voeg die toe",
            quoted(property.as_str().unwrap_or_default())
        )),
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            alternatives::faults(schema, error, context)
        }
        Kind::OneOfMultipleValid { .. } => here("hier past meer dan één vorm; kies er één".into()),
        Kind::Type { kind } => here(format!(
            "hier hoort {}, niet {}",
            type_wanted(kind),
            value_found(error.instance())
        )),
        Kind::Constant { expected_value } => {
            here(format!("hier hoort {expected_value}, niet {}", value_found(error.instance())))
        }
        Kind::Enum { options } => here(format!("kies uit: {}", listed(&words(options)))),
        Kind::Format { format } => here(form(format, error.instance())),
        Kind::Pattern { pattern } => here(match sibling(schema, error, "format") {
            Some(Value::String(name)) => form(name, error.instance()),
            _ => format!("deze tekst heeft niet de vorm {pattern}"),
        }),
        Kind::Minimum { limit } | Kind::ExclusiveMinimum { limit } => {
            here(format!("dit getal is te klein; neem {limit} of meer"))
        }
        Kind::Maximum { limit } | Kind::ExclusiveMaximum { limit } => {
            here(format!("dit getal is te groot; neem {limit} of minder"))
        }
        Kind::MinItems { limit } => {
            here(format!("deze lijst is te kort; er horen {limit} delen in"))
        }
        Kind::MaxItems { limit } => {
            here(format!("deze lijst is te lang; er horen {limit} delen in"))
        }
        other => here(format!("dit heeft niet de goede vorm ({})", other.keyword())),
    }
}

/// What stands beside the rule that was broken, in the schema.
fn sibling<'s>(schema: &'s Value, error: &ValidationError<'_>, key: &str) -> Option<&'s Value> {
    schema.pointer(pointer::parent(error.schema_path().as_str())?)?.get(key)
}

fn keys<'s>(schema: &'s Value, error: &ValidationError<'_>) -> Vec<&'s str> {
    let known = sibling(schema, error, "properties").and_then(Value::as_object);
    known.into_iter().flat_map(|keys| keys.keys().map(String::as_str)).collect()
}

fn words(options: &Value) -> Vec<&str> {
    options.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn form(name: &str, found: &Value) -> String {
    let wanted = format(name).map_or("een andere vorm", |format| format.wanted);
    format!("hier hoort {wanted}, niet {}", value_found(found))
}

/// What stands there, in Dutch.
pub(super) fn value_found(value: &Value) -> String {
    match value {
        Value::Null => "null (niets)".into(),
        Value::Bool(_) => format!("ja of nee ({value})"),
        Value::Number(_) => format!("het getal {value}"),
        Value::String(text) => format!("de tekst {}", quoted(text)),
        Value::Array(_) => "een lijst [ … ]".into(),
        Value::Object(_) => "een blok { … }".into(),
    }
}

fn type_wanted(kind: &TypeKind) -> String {
    let one = |kind: JsonType| match kind {
        JsonType::String => "een tekst tussen aanhalingstekens",
        JsonType::Array => "een lijst [ … ]",
        JsonType::Object => "een blok { … }",
        JsonType::Integer => "een heel getal",
        JsonType::Number => "een getal",
        JsonType::Boolean => "true (ja) of false (nee)",
        JsonType::Null => "null (niets)",
    };
    match kind {
        TypeKind::Single(kind) => one(*kind).into(),
        TypeKind::Multiple(kinds) => {
            let kinds: Vec<&str> =
                kinds.iter().filter(|kind| *kind != JsonType::Null).map(one).collect();
            kinds.join(" of ")
        }
    }
}
