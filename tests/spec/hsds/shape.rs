//! The export against the schemas that HSDS publishes, with all references found here.

use super::{export, list};
use crate::town::{data, today};
use jsonschema::{Registry, Validator};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Where the schemas stand for the checker; nothing is fetched from there.
const BASE: &str = "https://hsds.example/schema/";

/// Every schema by the name of its file.
fn schemas() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec/data/hsds");
    let mut schemas = Vec::new();
    for entry in fs::read_dir(folder).expect("the schemas") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
            let text = fs::read_to_string(&path).expect("a schema");
            schemas.push((name, serde_json::from_str(&text).expect("a schema is JSON")));
        }
    }
    assert_eq!(schemas.len(), 25, "every schema of HSDS, and its API");
    schemas
}

/// Judges a page of services. HSDS lets a record have fields it does not know; `strict`
/// does not, so that a field with a wrong name is found.
fn checker(strict: bool) -> Validator {
    let mut registry = Registry::new();
    let mut page = Value::Null;
    for (name, mut schema) in schemas() {
        if name == "openapi.json" {
            page = schema["components"]["schemas"]["Page"].take();
            continue;
        }
        if strict {
            schema["additionalProperties"] = false.into();
        }
        registry = registry.add(format!("{BASE}{name}"), schema).expect("a schema");
    }
    page["properties"]["contents"] =
        json!({ "type": "array", "items": { "$ref": format!("{BASE}service.json") } });
    if strict {
        page["additionalProperties"] = false.into();
    }
    let registry = registry.prepare().expect("every reference is found");
    let options = jsonschema::options().with_registry(&registry).offline();
    options.should_validate_formats(true).build(&page).expect("a checker")
}

fn found(checker: &Validator, page: &Value) -> Vec<String> {
    checker.iter_errors(page).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn every_municipality_has_the_published_shape() {
    let data = data();
    for strict in [false, true] {
        let checker = checker(strict);
        for town in &data.directories {
            let page = export(&data, town, today());
            let found = found(&checker, &page);
            assert!(found.is_empty(), "{}: {found:#?}", town.municipality.name);
            assert!(list(&page, "contents").len() >= town.providers.len());
        }
    }
}

#[test]
fn no_field_is_null_or_empty() {
    fn full(value: &Value) -> bool {
        match value {
            Value::Null => false,
            Value::String(text) => !text.is_empty(),
            Value::Array(items) => !items.is_empty() && items.iter().all(full),
            Value::Object(fields) => !fields.is_empty() && fields.values().all(full),
            Value::Bool(_) | Value::Number(_) => true,
        }
    }
    let data = data();
    for town in &data.directories {
        assert!(full(&export(&data, town, today())), "{}", town.municipality.name);
    }
}

/// The first value with this name in the whole.
fn first<'v>(value: &'v mut Value, name: &str) -> Option<&'v mut Value> {
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| first(item, name)),
        Value::Object(fields) => match fields.contains_key(name) {
            true => fields.get_mut(name),
            false => fields.values_mut().find_map(|field| first(field, name)),
        },
        _ => None,
    }
}

#[test]
fn a_planted_mistake_is_found() {
    let (data, checker, strict) = (data(), checker(false), checker(true));
    let town = data.directories.iter().find(|town| town.municipality.demonstration);
    let page = export(&data, town.expect("the invented town"), today());
    for (name, wrong) in [
        ("empty", json!("nee")),
        ("total_items", json!("61")),
        ("status", json!("gesloten")),
        ("status", json!("temporarily-closed")),
        ("url", json!("geen adres")),
        ("email", json!("geen adres")),
        ("website", json!("geen adres")),
        ("freq", json!("DAILY")),
        ("wkst", json!("maandag")),
        ("location_type", json!("ergens")),
        ("number", json!(112)),
        ("organization", json!("Gemeente")),
        ("phones", json!({})),
        ("taxonomy_term", json!({ "id": "0ab93ef8-ef01-58a9-a21c-efaf2f827a80" })),
    ] {
        let mut planted = page.clone();
        *first(&mut planted, name).unwrap_or_else(|| panic!("no {name}")) = wrong.clone();
        assert!(!found(&checker, &planted).is_empty(), "{name}: {wrong}");
    }
    for list in ["phones", "schedules", "service_at_locations", "service_areas", "attributes"] {
        let mut planted = page.clone();
        first(&mut planted, list).expect(list)[0]["id"] = "geen uuid".into();
        assert!(!found(&checker, &planted).is_empty(), "id of {list}");
        let mut unknown = page.clone();
        first(&mut unknown, list).expect(list)[0]["verzonnen"] = true.into();
        assert!(!found(&strict, &unknown).is_empty(), "an unknown field of {list}");
    }
}
