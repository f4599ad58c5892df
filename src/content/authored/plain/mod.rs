//! Whether what the data say to residents is plain Dutch, at level B1: short sentences,
//! words that people know, a way out of every question, and stories as the resident tells
//! them.
//!
//! Each file beside this one holds one rule. A word that is hard for a reason stands in
//! a list that people edit (`exceptions`). Only Dutch is judged.
//!
//! Absent: what editors write for each other (`note`, `missing`, `source`), official names
//! of parties and places, and whether what is said is true.

mod abbreviation;
mod common;
mod ease;
mod exceptions;
mod explained;
mod hard;
mod jargon;
mod names;
mod sentence;
mod story;
mod syllables;
mod text;
mod ways_out;
mod young;

pub use abbreviation::ABBREVIATIONS;
pub use ease::ease;
pub(super) use exceptions::Exceptions;
pub use hard::{Hard, hard};
pub use jargon::JARGON;
pub use sentence::{Sentence, Word, sentences};
pub use syllables::syllables;
pub use text::{LONGEST, LONGEST_IN_QUESTIONS};
pub(super) use young::unknown;
pub use young::unknown_when_young;

use super::shape::Fault;
use super::texts::WrittenTexts;
use crate::domain::{Catalogue, Directory, Words};
use names::Names;
use std::collections::BTreeSet;
pub(super) use text::FilledTexts;
use text::Text;

/// The language that is judged.
const DUTCH: &str = "nl";

/// What of the data the rules look at, as far as it could be read.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    /// The national half.
    pub catalogue: Option<&'a Catalogue>,
    /// The words for it, in every language.
    pub words: &'a [&'a Words],
    /// What the interface says, in every language.
    pub interface: &'a [FilledTexts],
    /// The municipalities.
    pub directories: &'a [&'a Directory],
    /// The words that may be hard.
    pub exceptions: Option<&'a Exceptions>,
    /// There is a list of them that could not be read: what is hard cannot be told.
    pub unread: bool,
    /// Every text in what was left out for its shape; none of it is hard.
    pub lost: &'a BTreeSet<String>,
    /// Nothing was left out and every file could be read.
    pub whole: bool,
}

impl<'a> Scene<'a> {
    /// What is hard in the words in one language.
    pub fn words(&self, words: &Words) -> Vec<Fault> {
        if words.language != DUTCH {
            return Vec::new();
        }
        let mut faults = self.judge(&text::of_words(words), None);
        if let Some(catalogue) = self.catalogue {
            faults.extend(ways_out::first(catalogue, words).filter(|_| self.whole));
            faults.extend(ease::judge(catalogue, words));
        }
        faults.extend(ways_out::forced(words));
        faults.extend(story::judge(words));
        faults
    }

    /// What is hard in what the interface says in one language.
    pub fn texts(&self, texts: &WrittenTexts) -> Vec<Fault> {
        let own = self.interface.iter().find(|own| own.language == texts.language);
        let own = own.filter(|own| own.language == DUTCH);
        own.map_or(Vec::new(), |own| self.judge(&text::of_interface(own), None))
    }

    /// What is hard in what the national parties say.
    pub fn national(&self, catalogue: &Catalogue) -> Vec<Fault> {
        self.judge(&text::of_parties("/national", &catalogue.national), None)
    }

    /// What is hard in what the parties of one municipality say.
    pub fn directory(&self, directory: &Directory) -> Vec<Fault> {
        let texts = text::of_parties("/providers", &directory.providers);
        self.judge(&texts, Some(&directory.municipality.slug))
    }

    /// Exceptions that nothing needs. That can only be told when nothing was left out.
    pub fn exceptions(&self) -> Vec<Fault> {
        let Some(exceptions) = self.exceptions.filter(|_| self.whole) else { return Vec::new() };
        let names = self.names();
        let words = self.words.iter().filter(|words| words.language == DUTCH);
        let parties = self.catalogue.map(|it| text::of_parties("/national", &it.national));
        let national: Vec<Text<'_>> = words
            .flat_map(|words| text::of_words(words))
            .chain(parties.into_iter().flatten())
            .chain(self.interface.iter().flat_map(text::of_interface))
            .collect();
        let local = self.directories.iter().map(|directory| {
            let texts = text::of_parties("/providers", &directory.providers);
            (directory.municipality.slug.as_str(), exceptions::hard(&texts, &names))
        });
        exceptions.of_no_use(&exceptions::hard(&national, &names), &local.collect::<Vec<_>>())
    }

    fn judge(&self, texts: &[Text<'_>], municipality: Option<&str>) -> Vec<Fault> {
        let names = self.names();
        let excused = |word: &str| {
            let mut exceptions = self.exceptions.iter();
            self.unread
                || self.lost.contains(word)
                || exceptions.any(|list| list.excuse(word, municipality))
        };
        let mut faults = Vec::new();
        for text in texts {
            faults.extend(text.too_long());
            faults.extend(text.odd_when_young());
            for hard in text.hard(&names).into_iter().filter(|hard| !excused(&hard.word)) {
                faults.push(Fault { pointer: text.at.clone(), message: hard.message });
            }
        }
        faults
    }

    fn names(&self) -> Names<'a> {
        let national = self.catalogue.iter().flat_map(|catalogue| &catalogue.national);
        Names::of(national, self.directories)
    }
}
