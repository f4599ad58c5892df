//! What is wrong with the meaning of the data, when its shape is right.
//!
//! Each file beside this one judges one thing and says what it found as a list of
//! places with a sentence. Whatever was left out for its shape counts as known.

mod cases;
mod conditions;
mod coverage;
mod dates;
mod hours;
mod municipality;
mod needs;
mod parties;
mod phone;
mod places;
mod questions;
mod reach;
mod routes;
mod special_days;
mod teams;
mod texts;
mod translations;
mod wijken;
mod young;

pub(in crate::content) use municipality::gives_everybody;
pub(in crate::content) use phone::wrong as phone_wrong;

use super::plain::Scene;
use super::shape::Fault;
use super::spelling::{perhaps, quoted};
use super::texts::WrittenTexts;
use super::young::YoungTexts;
use crate::domain::{Catalogue, Date, Directory, Words};
use std::collections::BTreeSet;

/// All files together, as far as they could be read.
pub(super) struct Set<'a> {
    /// The national half.
    pub catalogue: Option<&'a Catalogue>,
    /// The municipalities, each with the name of its file.
    pub directories: Vec<(&'a str, &'a Directory)>,
    /// Every text in what was left out.
    pub lost: &'a BTreeSet<String>,
    /// The day it is.
    pub today: Date,
    /// The same files, as far as residents read them.
    pub plain: Scene<'a>,
}

/// What is wrong with the catalogue.
pub(super) fn catalogue(set: &Set<'_>) -> Vec<Fault> {
    let mut found = Found::new(set);
    if let Some(catalogue) = set.catalogue {
        questions::judge(catalogue, &mut found);
        needs::judge(catalogue, &mut found);
        routes::judge(catalogue, &set.directories, &mut found);
        parties::national(catalogue, &mut found);
        found.faults.extend(set.plain.national(catalogue));
    }
    found.faults
}

/// What is wrong with the words in one language.
pub(super) fn words(set: &Set<'_>, words: Option<(&str, &Words)>) -> Vec<Fault> {
    let mut found = Found::new(set);
    if let (Some((file, words)), Some(catalogue)) = (words, set.catalogue) {
        translations::judge(file, words, catalogue, &mut found);
        found.faults.extend(set.plain.words(words));
    }
    found.faults
}

/// What is wrong with what the interface says in one language.
pub(super) fn texts(set: &Set<'_>, texts: Option<(&str, &WrittenTexts)>) -> Vec<Fault> {
    let mut found = Found::new(set);
    if let Some((file, texts)) = texts {
        texts::judge(file, texts, &mut found);
        found.faults.extend(set.plain.texts(texts));
    }
    found.faults
}

/// What is wrong with a file of sentences for somebody under 18.
pub(super) fn young(set: &Set<'_>, young: Option<&YoungTexts>) -> Vec<Fault> {
    young.map(|young| young::judge(young, set)).unwrap_or_default()
}

/// What is wrong with one municipality.
pub(super) fn directory(set: &Set<'_>, directory: Option<(&str, &Directory)>) -> Vec<Fault> {
    let mut found = Found::new(set);
    if let Some((file, directory)) = directory {
        municipality::judge(file, directory, set, &mut found);
        wijken::judge(directory, &mut found);
        parties::local(directory, set.catalogue, &mut found);
        places::judge(directory, &mut found);
        teams::judge(directory, &mut found);
        found.faults.extend(set.plain.directory(directory));
    }
    found.faults
}

/// What is wrong with the list of words that may be hard.
pub(super) fn exceptions(set: &Set<'_>) -> Vec<Fault> {
    set.plain.exceptions()
}

/// What was found in one file so far.
struct Found<'a> {
    faults: Vec<Fault>,
    lost: &'a BTreeSet<String>,
    today: Date,
}

impl<'a> Found<'a> {
    fn new(set: &Set<'a>) -> Self {
        Self { faults: Vec::new(), lost: set.lost, today: set.today }
    }

    /// Something is wrong at a place.
    fn add(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.faults.push(Fault { pointer: pointer.into(), message: message.into() });
    }

    /// Whether something was mentioned in what was left out.
    fn is_lost(&self, name: &str) -> bool {
        self.lost.contains(name)
    }

    /// A name refers to something: it has to be one of the known ones.
    fn refers(&mut self, pointer: impl Into<String>, what: &str, name: &str, known: &[&str]) {
        if !known.contains(&name) && !self.is_lost(name) {
            self.add(
                pointer,
                format!(
                    "{what} {} bestaat niet{}",
                    quoted(name),
                    match perhaps(name, known) {
                        hint if hint.is_empty() =>
                            "; voeg die toe of haal deze verwijzing weg".into(),
                        hint => hint,
                    }
                ),
            );
        }
    }

    /// Names have to differ.
    fn distinct<'n>(&mut self, what: &str, names: impl IntoIterator<Item = (String, &'n str)>) {
        let mut seen = BTreeSet::new();
        for (pointer, name) in names {
            if !seen.insert(name) {
                self.add(
                    pointer,
                    format!("{what} {} staat er al; geef elk een eigen naam", quoted(name)),
                );
            }
        }
    }
}
