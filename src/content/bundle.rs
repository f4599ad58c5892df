//! What is published for one municipality: one file with everything its page needs.
//!
//! It is not JSON: field names and a parser for them would cost a resident more than
//! all the data (`docs/decisions`). So the app and the program that publishes must
//! agree on the types: `Bundle::format` names them, and `publish` compares.

use crate::domain::{Catalogue, Directory, Words};
use serde::{Deserialize, Serialize};

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

/// A number that changes with the content (FNV-1a, 64 bits). Not the standard
/// library's hash: that may differ between the compiler of the app and of the program.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
