//! The JSON Schema of each file that people edit, made from the type it is read into: for
//! `check` itself, and written down so that an editor completes and explains.

use super::plain::Exceptions;
use super::texts::WrittenTexts;
use super::young::YoungTexts;
use crate::domain::{Catalogue, Directory, Words};
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

/// The name of the schema of a kind of file, as the file itself says it.
fn address(name: &str) -> String {
    format!("../schema/{name}.schema.json")
}

/// A schema by the name of the file it is written to.
#[derive(Clone, Debug)]
pub struct Written {
    /// Such as `directory.schema.json`.
    pub file: String,
    /// The schema.
    pub schema: Value,
}

/// The schemas for editors: a line for each kind of file.
pub fn schemas() -> Vec<Written> {
    vec![
        written::<Catalogue>("catalogue", "Wijkdeur: vragen, behoeften en soorten hulp"),
        written::<Words>("words", "Wijkdeur: de woorden in één taal"),
        written::<WrittenTexts>("texts", "Wijkdeur: wat de schermen zelf zeggen, in één taal"),
        written::<YoungTexts>("young", "Wijkdeur: dezelfde zinnen voor wie jonger is dan 18"),
        written::<Exceptions>("plain", "Wijkdeur: moeilijke woorden die mogen, met de reden"),
        written::<Directory>("directory", "Wijkdeur: wie helpt waar in één gemeente"),
    ]
}

/// The schema that `check` judges a file by.
pub(super) fn judged<T: JsonSchema>(name: &str) -> Value {
    let mut schema = schemars::schema_for!(T).to_value();
    say_its_name(&mut schema, name);
    schema
}

/// The same for editors. Most of them know draft 7 best.
fn written<T: JsonSchema>(name: &str, title: &str) -> Written {
    let mut settings = SchemaSettings::draft07();
    settings.transforms.insert(0, Box::new(RecursiveTransform(for_reading)));
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    schema["title"] = title.into();
    say_its_name(&mut schema, name);
    Written { file: format!("{name}.schema.json"), schema }
}

/// A file may say which schema it has, and then it has to be this one.
fn say_its_name(schema: &mut Value, name: &str) {
    if let Some(own) = schema.pointer_mut("/properties/$schema") {
        *own = json!({
            "const": address(name),
            "description": "Makes an editor complete and explain what is written here."
        });
    }
}

/// Whoever edits is not offered `null`: what is not known is left out. Names of numbers in
/// Rust and marks of its comments say nothing here.
fn for_reading(schema: &mut Schema) {
    let Some(parts) = schema.as_object_mut() else { return };
    if parts.get("default").is_some_and(Value::is_null) {
        parts.remove("default");
    }
    if let Some(Value::Array(kinds)) = parts.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [only] = kinds.as_slice() {
            let only = only.clone();
            parts.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(forms)) = parts.get_mut("anyOf") {
        forms.retain(|form| form.get("type").is_none_or(|kind| kind != "null"));
        if let [Value::Object(only)] = forms.as_slice() {
            let only = only.clone();
            parts.remove("anyOf");
            for (key, value) in only {
                parts.entry(key).or_insert(value);
            }
        }
    }
    if parts.get("format").and_then(Value::as_str).is_some_and(|name| name.starts_with("uint")) {
        parts.remove("format");
    }
    if let Some(Value::String(text)) = parts.get_mut("description") {
        *text = text.replace('\n', " ").replace('*', "");
    }
}
