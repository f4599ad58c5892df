//! What is published for one municipality: one file with everything its page needs to
//! ask, and one, the same for all, with what an advice says about needs (`Details`). The
//! second is fetched when somebody has begun to answer: nobody waits for it.
//!
//! It is not JSON: field names and a parser for them would cost a resident more than
//! all the data (`docs/decisions`). So the app and the program that publishes must
//! agree on the types: `Bundle::format` names them, and `publish` compares.

use crate::domain::{Catalogue, Directory, NeedId, NeedWords, Words};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything the page of one municipality works with, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Reads a published file; nothing if it is half a file or a wrong one.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        read(bytes)
    }

    /// The published file. Whatever only a keeper of the data needs is left out, and what
    /// stands in `Details`.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn write(&self) -> Result<Vec<u8>, postcard::Error> {
        write(&self.clone().slim())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn slim(mut self) -> Self {
        self.catalogue.schema = None;
        self.words.schema = None;
        for words in self.words.needs.values_mut() {
            words.tips.clear();
            words.why.clear();
        }
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

    /// Names the types the file is made of, down to the order of their fields: it is
    /// a sum of the source that says them, so it changes at least as often as they do.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn format() -> u64 {
        const TYPES: &str = concat!(
            include_str!("bundle.rs"),
            include_str!("../domain/answer.rs"),
            include_str!("../domain/catalogue.rs"),
            include_str!("../domain/condition.rs"),
            include_str!("../domain/date.rs"),
            include_str!("../domain/directory.rs"),
            include_str!("../domain/hours.rs"),
            include_str!("../domain/id.rs"),
            include_str!("../domain/place.rs"),
            include_str!("../domain/provider.rs"),
            include_str!("../domain/words.rs"),
        );
        fingerprint(TYPES.as_bytes())
    }
}

/// What an advice says about each need, in one language; empty until it was fetched.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Details(BTreeMap<NeedId, NeedWords>);

impl Details {
    /// What is said about a need.
    pub fn need(&self, id: &NeedId) -> Option<&NeedWords> {
        self.0.get(id)
    }

    /// What these words say; the name of a need stands in the bundle.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of(words: &Words) -> Self {
        let mut needs = words.needs.clone();
        needs.values_mut().for_each(|words| words.label.clear());
        Self(needs)
    }

    /// Reads a published file; nothing if it is half a file or a wrong one.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        read(bytes)
    }

    /// The published file.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn write(&self) -> Result<Vec<u8>, postcard::Error> {
        write(self)
    }
}

/// It was checked when it was published, so whatever is wrong with it here means half a
/// file or a wrong one: none of it is trusted.
fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let (content, sum) = bytes.split_at_checked(bytes.len().checked_sub(SUM)?)?;
    if fingerprint(content).to_be_bytes() != sum {
        return None;
    }
    postcard::from_bytes(content).ok()
}

#[cfg(not(target_arch = "wasm32"))]
fn write(content: &impl Serialize) -> Result<Vec<u8>, postcard::Error> {
    let mut bytes = postcard::to_allocvec(content)?;
    bytes.extend(fingerprint(&bytes).to_be_bytes());
    Ok(bytes)
}

/// A number that changes with the content (FNV-1a, 64 bits). Not the standard
/// library's hash: that may differ between the compiler of the app and of the program.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
