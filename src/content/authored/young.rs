//! What is said to somebody under 18: `je` in place of `u`. A file beside each kind of data
//! (`young/`) has every sentence that differs, as a program made it, for people to read, and
//! the ones that they said better themselves.
//!
//! Absent: names of parties, streets and places, which no rule touches, and what the resident
//! says to somebody else (a story, a mail).

use super::check::Data;
use super::texts::WrittenTexts;
use crate::content::Bundle;
use crate::content::sentences;
use crate::domain::{Directory, Provider};
use crate::texts::{Interface, to_young};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A file with sentences for somebody under 18, by the sentence with `u`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct YoungTexts {
    /// Where the format is described; for editors, not read.
    #[serde(default, rename = "$schema")]
    schema: Option<String>,
    /// As `wijkdeur young` makes them; to be read.
    pub made: BTreeMap<String, String>,
    /// As people say them better; nobody changes these but people.
    #[serde(default)]
    pub corrected: BTreeMap<String, String>,
}

impl YoungTexts {
    /// The file that `wijkdeur young` writes for these texts, given the one that is there. A
    /// sentence that somebody changed where it was made counts as their correction.
    pub fn renewed(&self, texts: &[String]) -> Self {
        let mut corrected = self.corrected.clone();
        for (text, said) in &self.made {
            if texts.contains(text) && *said != to_young(text) {
                corrected.entry(text.clone()).or_insert_with(|| said.clone());
            }
        }
        let made = texts.iter().filter(|text| !corrected.contains_key(*text));
        let made = made.map(|text| (text.clone(), to_young(text)));
        Self {
            schema: Some("../schema/young.schema.json".to_owned()),
            made: made.filter(|(text, said)| text != said).collect(),
            corrected,
        }
    }

    /// As it stands in a file.
    pub fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "$schema": self.schema, "made": self.made, "corrected": self.corrected
        })
    }

    /// Corrections of sentences that are not said any more.
    pub fn lost<'t>(&'t self, said: &'t Sayings) -> impl Iterator<Item = &'t String> {
        let Sayings { texts, names, .. } = said;
        self.corrected.keys().filter(|text| !texts.contains(text) && !names.contains(text))
    }
}

/// How a text is said to somebody under 18.
pub(super) fn said(text: &str, corrections: &BTreeMap<String, String>) -> String {
    corrections.get(text).cloned().unwrap_or_else(|| to_young(text))
}

/// What one file says, by the name that its own young file has.
pub struct Sayings {
    /// The file below `young/`.
    pub file: String,
    /// Each text once, in the order in which it stands there.
    pub texts: Vec<String>,
    /// Names, which only people may say otherwise.
    pub names: Vec<String>,
}

/// Every text that may be said to somebody under 18.
pub fn sayings(data: &Data) -> Vec<Sayings> {
    let interface = data.texts.iter().take(1).flat_map(WrittenTexts::all);
    let interface = interface.filter(|(key, ..)| is_told(key.section));
    let interface = interface.map(|(.., text)| text.to_owned()).collect();
    let mut national = Vec::new();
    let mut keep = |text: &mut String| national.push(text.clone());
    if let Some(words) = data.words.first() {
        sentences::of_words(&mut words.clone(), &mut keep);
    }
    sentences::of_parties(&mut data.catalogue.national.clone(), &mut keep);
    let towns = data.directories.iter().map(|town| {
        let mut texts = Vec::new();
        sentences::of_directory(&mut town.clone(), &mut |text| texts.push(text.clone()));
        of(&town.municipality.slug, texts, &town.providers)
    });
    let both = [of("texts", interface, &[]), of("catalogue", national, &data.catalogue.national)];
    both.into_iter().chain(towns).collect()
}

fn of(name: &str, mut texts: Vec<String>, parties: &[Provider]) -> Sayings {
    let mut known = BTreeSet::new();
    texts.retain(|text| known.insert(text.clone()));
    let names = parties.iter().map(|party| party.name.clone()).collect();
    Sayings { file: format!("{name}.json"), texts, names }
}

/// Whether what stands in a part of the file of the interface is said to the resident on a
/// screen of the app.
fn is_told(section: &str) -> bool {
    ["visit", "advice", "request"].contains(&section)
}

impl Data {
    /// What the interface says to somebody under 18.
    fn young_interface(&self, texts: &WrittenTexts) -> Interface {
        texts.told(|key, text| match is_told(key.section) {
            true => said(text, &self.corrections).into(),
            false => text.into(),
        })
    }

    /// What a town's page works with, and the same for somebody under 18; nothing if nobody
    /// wrote words.
    pub fn bundles(&self, town: &Directory) -> Option<[Bundle; 2]> {
        let (words, texts) = (self.words.first()?, self.texts.first()?);
        let bundle = |interface: Interface| {
            Bundle::new(self.catalogue.clone(), words.clone(), interface.visit, town.clone())
        };
        let mut young = bundle(self.young_interface(texts));
        let mut tell = |text: &mut String| *text = said(text, &self.corrections);
        sentences::of_words(&mut young.words, &mut tell);
        sentences::of_parties(&mut young.catalogue.national, &mut tell);
        sentences::of_directory(&mut young.directory, &mut tell);
        let mut name = |name: &mut String| {
            if let Some(said) = self.corrections.get(name) {
                name.clone_from(said);
            }
        };
        sentences::names(&mut young.catalogue.national, &mut name);
        sentences::names(&mut young.directory.providers, &mut name);
        Some([bundle(texts.interface()), young])
    }

    /// Everything the interface says, and the same to somebody under 18.
    pub fn interfaces(&self) -> Option<[Interface; 2]> {
        let texts = self.texts.first()?;
        Some([texts.interface(), self.young_interface(texts)])
    }
}
