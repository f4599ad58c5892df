//! The whole set of files: which file is what, and everything that is wrong.

use super::meaning::{self, Set};
use super::mistake::Mistake;
use super::plain::{Exceptions, FilledTexts, Scene};
use super::shape::{Fault, Shape};
use super::source::Source;
use super::texts::WrittenTexts;
use super::young::YoungTexts;
use crate::domain::{Catalogue, Date, Directory, Words};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// Everything content owners wrote, without a mistake in it.
#[derive(Clone, Debug)]
pub struct Data {
    /// What people need and what is asked.
    pub catalogue: Catalogue,
    /// The words for it, one per language; Dutch first.
    pub words: Vec<Words>,
    /// What the interface says, in each language; Dutch first.
    pub texts: Vec<WrittenTexts>,
    /// Sentences that people say better to somebody under 18 than the rules do.
    pub corrections: BTreeMap<String, String>,
    /// The municipalities, by the name of their file.
    pub directories: Vec<Directory>,
}

const CATALOGUE: &str = "catalogue/catalogue.json";
const DUTCH: &str = "catalogue/words.nl.json";
const INTERFACE: &str = "texts/nl.json";

/// Reads a set of files, each with its place relative to the directory of the
/// data, and reports every mistake in them on this day, in the order of reading.
pub fn check(files: &[(String, String)], today: Date) -> Result<Data, Vec<Mistake>> {
    let mut set = Files::read(files);
    set.judge(today);
    set.mistakes.extend(set.catalogue.iter_mut().flat_map(|file| file.mistakes.drain(..)));
    set.mistakes.extend(set.words.iter_mut().flat_map(|file| file.mistakes.drain(..)));
    set.mistakes.extend(set.texts.iter_mut().flat_map(|file| file.mistakes.drain(..)));
    set.mistakes.extend(set.exceptions.iter_mut().flat_map(|file| file.mistakes.drain(..)));
    set.mistakes.extend(set.young.iter_mut().flat_map(|file| file.mistakes.drain(..)));
    set.mistakes.extend(set.directories.iter_mut().flat_map(|file| file.mistakes.drain(..)));
    set.mistakes.sort();
    let catalogue = set.catalogue.pop().and_then(|file| file.value);
    match catalogue {
        Some(catalogue) if set.mistakes.is_empty() => Ok(Data {
            catalogue,
            words: set.words.into_iter().filter_map(|file| file.value).collect(),
            texts: set.texts.into_iter().filter_map(|file| file.value).collect(),
            corrections: {
                let young = set.young.into_iter().filter_map(|file| file.value);
                young.flat_map(|file| file.corrected).collect()
            },
            directories: set.directories.into_iter().filter_map(|file| file.value).collect(),
        }),
        _ => Err(set.mistakes),
    }
}

/// The files by what they are.
#[derive(Debug, Default)]
struct Files {
    /// At most one.
    catalogue: Vec<Source<Catalogue>>,
    words: Vec<Source<Words>>,
    texts: Vec<Source<WrittenTexts>>,
    young: Vec<Source<YoungTexts>>,
    /// At most one; without it no word may be hard.
    exceptions: Vec<Source<Exceptions>>,
    directories: Vec<Source<Directory>>,
    /// Mistakes that lie in no file.
    mistakes: Vec<Mistake>,
}

impl Files {
    fn read(files: &[(String, String)]) -> Self {
        let catalogue = Shape::of::<Catalogue>("catalogue");
        let words = Shape::of::<Words>("words");
        let texts = Shape::of::<WrittenTexts>("texts");
        let young = Shape::of::<YoungTexts>("young");
        let exceptions = Shape::of::<Exceptions>("plain");
        let directory = Shape::of::<Directory>("directory");
        let mut sorted: Vec<&(String, String)> = files.iter().collect();
        sorted.sort_by_key(|(path, _)| (path != DUTCH && path != INTERFACE, path));
        let mut set = Self::default();
        for (path, text) in sorted {
            match Role::of(path) {
                Role::Catalogue => set.catalogue.push(Source::read(path, text, &catalogue)),
                Role::Words => set.words.push(Source::read(path, text, &words)),
                Role::Texts => set.texts.push(Source::read(path, text, &texts)),
                Role::Young => set.young.push(Source::read(path, text, &young)),
                Role::Exceptions => set.exceptions.push(Source::read(path, text, &exceptions)),
                Role::Directory => set.directories.push(Source::read(path, text, &directory)),
                Role::Beside => {}
                Role::Stray => set.mistakes.push(Mistake::of_file(
                    path,
                    "dit bestand hoort hier niet; woorden heten catalogue/words.TAAL.json, teksten texts/TAAL.json en een gemeente municipalities/NAAM.json",
                )),
            }
        }
        let dutch = set.words.iter().any(|file| file.file == DUTCH);
        set.miss(CATALOGUE, set.catalogue.is_empty());
        set.miss(DUTCH, !dutch);
        set.miss(INTERFACE, !set.texts.iter().any(|file| file.file == INTERFACE));
        set.miss("municipalities/", set.directories.is_empty());
        set
    }

    fn miss(&mut self, file: &str, missing: bool) {
        if missing {
            let message = match file.strip_suffix('/') {
                Some(_) => "hier staat nog geen gemeente; maak een bestand NAAM.json",
                None => "dit bestand ontbreekt; maak het aan",
            };
            self.mistakes.push(Mistake::of_file(file, message));
        }
    }

    fn judge(&mut self, today: Date) {
        let faults = self.faults(today);
        self.catalogue.iter_mut().for_each(|file| file.found(faults.catalogue.clone()));
        self.words.iter_mut().zip(faults.words).for_each(|(file, found)| file.found(found));
        self.texts.iter_mut().zip(faults.texts).for_each(|(file, found)| file.found(found));
        self.young.iter_mut().zip(faults.young).for_each(|(file, found)| file.found(found));
        self.exceptions.iter_mut().for_each(|file| file.found(faults.exceptions.clone()));
        let directories = self.directories.iter_mut().zip(faults.directories);
        directories.for_each(|(file, found)| file.found(found));
    }

    fn faults(&self, today: Date) -> Faults {
        let lost: BTreeSet<String> = lost(&self.catalogue)
            .chain(lost(&self.words))
            .chain(lost(&self.texts))
            .chain(lost(&self.young))
            .chain(lost(&self.exceptions))
            .chain(lost(&self.directories))
            .cloned()
            .collect();
        let words: Vec<&Words> = values(&self.words).collect();
        let interface: Vec<FilledTexts> = values(&self.texts).map(FilledTexts::of).collect();
        let directories: Vec<&Directory> = values(&self.directories).collect();
        let catalogue = values(&self.catalogue).next();
        let set = Set {
            catalogue,
            directories: self.directories.iter().filter_map(named).collect(),
            lost: &lost,
            today,
            plain: Scene {
                catalogue,
                words: &words,
                interface: &interface,
                directories: &directories,
                exceptions: values(&self.exceptions).next(),
                unread: values(&self.exceptions).count() < self.exceptions.len(),
                lost: &lost,
                whole: lost.is_empty() && self.are_read(),
            },
        };
        Faults {
            catalogue: meaning::catalogue(&set),
            words: self.words.iter().map(|file| meaning::words(&set, named(file))).collect(),
            texts: self.texts.iter().map(|file| meaning::texts(&set, named(file))).collect(),
            young: self
                .young
                .iter()
                .map(|file| meaning::young(&set, file.value.as_ref()))
                .collect(),
            exceptions: meaning::exceptions(&set),
            directories: {
                let each = self.directories.iter();
                each.map(|file| meaning::directory(&set, named(file))).collect()
            },
        }
    }

    /// Whether every file could be read, and none is missing.
    fn are_read(&self) -> bool {
        !self.catalogue.is_empty()
            && values(&self.catalogue).count() == self.catalogue.len()
            && values(&self.words).count() == self.words.len()
            && values(&self.texts).count() == self.texts.len()
            && values(&self.directories).count() == self.directories.len()
    }
}

/// What is wrong with the meaning of each file.
struct Faults {
    catalogue: Vec<Fault>,
    words: Vec<Vec<Fault>>,
    texts: Vec<Vec<Fault>>,
    young: Vec<Vec<Fault>>,
    exceptions: Vec<Fault>,
    directories: Vec<Vec<Fault>>,
}

fn lost<T: DeserializeOwned>(files: &[Source<T>]) -> impl Iterator<Item = &String> {
    files.iter().flat_map(|file| &file.rest.lost)
}

fn values<T: DeserializeOwned>(files: &[Source<T>]) -> impl Iterator<Item = &T> {
    files.iter().filter_map(|file| file.value.as_ref())
}

/// A file that could be read, by its own name without extension.
fn named<T: DeserializeOwned>(file: &Source<T>) -> Option<(&str, &T)> {
    let name = file.file.rsplit('/').next()?.strip_suffix(".json")?;
    Some((name, file.value.as_ref()?))
}

/// What a file is for, by where it stands.
enum Role {
    Catalogue,
    Words,
    Texts,
    Young,
    Exceptions,
    Directory,
    /// Not data: the schema, a note, a file of an editor.
    Beside,
    /// Data in a place where nobody reads it.
    Stray,
}

impl Role {
    fn of(path: &str) -> Self {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        if !name.ends_with(".json") || name.starts_with('.') {
            return Self::Beside;
        }
        match (folder, name) {
            ("schema", _) => Self::Beside,
            ("catalogue", "catalogue.json") => Self::Catalogue,
            ("catalogue", "plain.nl.json") => Self::Exceptions,
            ("catalogue", name) if name.starts_with("words.") && name.len() > 11 => Self::Words,
            ("texts", _) => Self::Texts,
            ("young", _) => Self::Young,
            ("municipalities", _) => Self::Directory,
            _ => Self::Stray,
        }
    }
}
