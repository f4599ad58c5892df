//! What is published for one municipality: one file with everything its page needs.

use crate::domain::{Catalogue, Directory, Words};
use serde::{Deserialize, Serialize};

/// Everything the page of one municipality works with, in one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Bundle {
    /// What people need and what is asked.
    pub catalogue: Catalogue,
    /// The words for it.
    pub words: Words,
    /// Who helps where.
    pub directory: Directory,
}

impl Bundle {
    /// Reads a published file. It was checked when it was published, so a mistake
    /// here means half a file or a wrong one: nothing in it can be trusted.
    pub fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }
}
