//! What is published for one municipality: one file with everything its page needs.
//!
//! It is not JSON: field names and a parser for them would cost a resident more than
//! all the data (`docs/decisions`). So the app and the program that publishes must
//! agree on the types: `Bundle::format` names them, and `publish` compares.

use crate::domain::{Catalogue, Directory, Words};
use serde::{Deserialize, Serialize};
use std::hash::{DefaultHasher, Hasher};

/// Everything the page of one municipality works with, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Bundle {
    /// What people need and what is asked.
    pub catalogue: Catalogue,
    /// The words for it.
    pub words: Words,
    /// Who helps where.
    pub directory: Directory,
}

/// Bytes of the sum that closes a file.
const SUM: usize = 8;

impl Bundle {
    /// Reads a published file. It was checked when it was published, so whatever is
    /// wrong with it here means half a file or a wrong one: none of it is trusted.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (content, sum) = bytes.split_at_checked(bytes.len().checked_sub(SUM)?)?;
        if fingerprint(content).to_be_bytes() != sum {
            return None;
        }
        postcard::from_bytes(content).ok()
    }

    /// The published file. Whatever only a keeper of the data needs is left out.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn write(&self) -> Result<Vec<u8>, postcard::Error> {
        let mut bytes = postcard::to_allocvec(&self.clone().slim())?;
        bytes.extend(fingerprint(&bytes).to_be_bytes());
        Ok(bytes)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn slim(mut self) -> Self {
        self.catalogue.schema = None;
        self.words.schema = None;
        self.directory.schema = None;
        self.directory.missing.clear();
        for party in self.directory.providers.iter_mut().chain(&mut self.catalogue.national) {
            party.note = None;
            party.source.clear();
            for reach in &mut party.reach {
                reach.source.clear();
            }
        }
        self
    }

    /// Names the types the file is made of: it changes when one of them does.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn format() -> u64 {
        let mut schema = schemars::schema_for!(Self).to_value();
        forget_descriptions(&mut schema);
        fingerprint(schema.to_string().as_bytes())
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn forget_descriptions(schema: &mut serde_json::Value) {
    match schema {
        serde_json::Value::Object(parts) => {
            parts.retain(|name, part| name != "description" || !part.is_string());
            parts.values_mut().for_each(forget_descriptions);
        }
        serde_json::Value::Array(parts) => parts.iter_mut().for_each(forget_descriptions),
        _ => {}
    }
}

/// A number that changes with the content.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}
