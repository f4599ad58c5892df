//! The words that may be hard, each with its reason. People edit this list, so every
//! entry has to earn its place.

use super::names::Names;
use super::text::Text;
use crate::content::authored::pointer::{item, step};
use crate::content::authored::shape::Fault;
use crate::content::authored::spelling::quoted;
use serde::Deserialize;
use std::collections::BTreeSet;

/// The list, as it stands in its file.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content::authored) struct Exceptions {
    /// Where the format is described; for editors, not read.
    #[serde(default, rename = "$schema")]
    #[expect(dead_code, reason = "the key may stand in the file; nothing reads it")]
    schema: Option<String>,
    /// The exceptions.
    words: Vec<Exception>,
}

/// One word that may be hard.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
struct Exception {
    /// The word as it stands in a text; capitals do not matter.
    word: String,
    /// Only in the files of these municipalities; empty: everywhere.
    #[serde(default)]
    municipalities: Vec<String>,
    /// Why residents can read it all the same.
    #[expect(dead_code, reason = "it is for people; that it is there is judged by its shape")]
    reason: String,
}

impl Exceptions {
    /// Whether a word may stand in the file of a municipality, or in the national half.
    pub fn excuse(&self, word: &str, municipality: Option<&str>) -> bool {
        let word = word.to_lowercase();
        self.words.iter().any(|exception| {
            exception.word.to_lowercase() == word
                && (exception.municipalities.is_empty()
                    || municipality.is_some_and(|own| exception.is_for(own)))
        })
    }

    /// Entries that no text needs, given the hard words of the national half and of each
    /// municipality, and entries that stand there twice. One for municipalities that are
    /// not among the data is left alone.
    pub fn of_no_use(
        &self,
        national: &BTreeSet<String>,
        local: &[(&str, BTreeSet<String>)],
    ) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (index, exception) in self.words.iter().enumerate() {
            let earlier = self.words[..index].iter().any(|other| other.includes(exception));
            let wrong = if earlier {
                "staat hier al; laat er één staan"
            } else if !exception.is_used(national, local) {
                "is nergens voor nodig: geen tekst heeft dit woord, of het is gewoon genoeg; haal het weg"
            } else {
                continue;
            };
            faults.push(Fault {
                pointer: step(&item("/words", index), "word"),
                message: format!("{} {wrong}", quoted(&exception.word)),
            });
        }
        faults
    }
}

impl Exception {
    fn is_for(&self, municipality: &str) -> bool {
        self.municipalities.iter().any(|known| known == municipality)
    }

    /// Whether this excuses whatever the other does.
    fn includes(&self, other: &Self) -> bool {
        let mut places = other.municipalities.iter();
        self.word.to_lowercase() == other.word.to_lowercase()
            && (self.municipalities.is_empty()
                || (!other.municipalities.is_empty() && places.all(|place| self.is_for(place))))
    }

    fn is_used(&self, national: &BTreeSet<String>, local: &[(&str, BTreeSet<String>)]) -> bool {
        let word = self.word.to_lowercase();
        if self.municipalities.is_empty() {
            return national.contains(&word) || local.iter().any(|(_, hard)| hard.contains(&word));
        }
        let mut own = local.iter().filter(|(slug, _)| self.is_for(slug)).peekable();
        own.peek().is_none() || own.any(|(_, hard)| hard.contains(&word))
    }
}

/// The hard words of some texts, in small letters.
pub(super) fn hard(texts: &[Text<'_>], names: &Names<'_>) -> BTreeSet<String> {
    texts.iter().flat_map(|text| text.hard(names)).map(|hard| hard.word.to_lowercase()).collect()
}
