//! Whether a file has the shape of the types it is read into, judged by a JSON
//! Schema made from those very types, so that every mistake is found at once.

use super::formats::FORMATS;
use super::{schema, sentence};
use schemars::JsonSchema;
use serde_json::Value;

/// A value that has not the right shape: its place and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fault {
    /// Where.
    pub pointer: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// The shape of one kind of file.
pub(super) struct Shape {
    schema: Value,
    validator: Option<jsonschema::Validator>,
}

impl Shape {
    /// The shape of a type, by the name of its schema.
    pub fn of<T: JsonSchema>(name: &str) -> Self {
        let schema = schema::judged::<T>(name);
        let mut options = jsonschema::options().should_validate_formats(true);
        for format in &FORMATS {
            options = options.with_format(format.name, format.fits);
        }
        Self { validator: options.build(&schema).ok(), schema }
    }

    /// Everything that keeps a value from having this shape, each place once.
    pub fn faults(&self, value: &Value) -> Vec<Fault> {
        let Some(validator) = &self.validator else {
            return vec![Fault {
                pointer: String::new(),
                message: "van deze soort bestand is geen schema te maken".into(),
            }];
        };
        let mut faults: Vec<Fault> = validator
            .iter_errors(value)
            .flat_map(|error| sentence::faults(&self.schema, &error))
            .collect();
        faults.sort();
        faults.dedup();
        faults
    }
}
