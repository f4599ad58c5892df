//! One file on its way from text to a type: what could be read of it, and every
//! mistake found so far with its place in the text.

use super::mistake::Mistake;
use super::outline::{Outline, Place};
use super::pointer;
use super::rest::Rest;
use super::shape::{Fault, Shape};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// One file.
#[derive(Debug)]
pub(super) struct Source<T> {
    /// Its name, relative to the directory of the data.
    pub file: String,
    /// What it says; nothing if its shape is too wrong to tell.
    pub value: Option<T>,
    /// What was taken out of it.
    pub rest: Rest,
    /// What is wrong with it.
    pub mistakes: Vec<Mistake>,
    /// The places of a wrong shape.
    wrong: Vec<String>,
    outline: Outline,
}

impl<T: DeserializeOwned> Source<T> {
    /// Reads a text; whatever is wrong with its shape is among the mistakes.
    pub fn read(file: &str, text: &str, shape: &Shape) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let mut source = Self {
            file: file.to_owned(),
            value: None,
            rest: Rest::default(),
            mistakes: Vec::new(),
            wrong: Vec::new(),
            outline: Outline::default(),
        };
        let whole: Value = match serde_json::from_str(text) {
            Ok(value) => value,
            Err(error) => {
                source.mistakes.push(broken(file, &error));
                return source;
            }
        };
        source.outline = Outline::of(text);
        source.doubles();
        let faults = shape.faults(&whole);
        source.rest = Rest::of(&whole, shape, &faults);
        for fault in faults {
            source.wrong.push(fault.pointer.clone());
            source.add(&fault.pointer, fault.message);
        }
        source.blanks(&whole, "");
        if let Some(value) = source.rest.value.take() {
            match serde_path_to_error::deserialize(value) {
                Ok(value) => source.value = Some(value),
                Err(error) => source.add("", format!("dit is niet te lezen ({error})")),
            }
        }
        source
    }

    /// Adds what is wrong with the meaning. What may follow from a wrong shape is
    /// left out: that has to be put right first.
    pub fn found(&mut self, faults: Vec<Fault>) {
        let shape = self.mistakes.len();
        for Fault { pointer, message } in faults {
            let original = self.rest.original(&pointer);
            let (place, _) = self.outline.nearest(&original);
            let said = self.mistakes[..shape].iter().any(|known| known.pointer == place);
            if !said && !self.follows(&original, place) {
                self.add(&original, message);
            }
        }
    }

    /// Whether something of a wrong shape was in there, or, where nothing stands,
    /// beside it: a key with a mistake in its name.
    fn follows(&self, wanted: &str, place: &str) -> bool {
        let deep = wanted.matches('/').count() > 1;
        let inside = |wrong: &str| deep && pointer::lies_in(wrong, wanted);
        let beside = |wrong: &str| place != wanted && pointer::parent(wrong) == Some(place);
        self.wrong.iter().any(|wrong| inside(wrong) || beside(wrong))
    }

    fn add(&mut self, pointer: &str, message: String) {
        let (pointer, place) = self.outline.nearest(pointer);
        self.put(pointer.to_owned(), place, message);
    }

    fn put(&mut self, pointer: String, (line, column): Place, message: String) {
        self.mistakes.push(Mistake { file: self.file.clone(), line, column, pointer, message });
    }

    fn doubles(&mut self) {
        for (pointer, place, (before, _)) in std::mem::take(&mut self.outline.doubles) {
            let key = pointer::last(&pointer);
            self.put(
                pointer,
                place,
                format!("de sleutel \"{key}\" staat hier twee keer (ook op regel {before}); haal er één weg"),
            );
        }
    }

    /// A text without a letter in it says nothing, wherever it stands.
    fn blanks(&mut self, value: &Value, at: &str) {
        match value {
            Value::String(text) if text.trim().is_empty() => {
                self.add(at, "hier staat een lege tekst; vul hem in of haal de regel weg".into());
            }
            Value::Array(items) => {
                for (index, inner) in items.iter().enumerate() {
                    self.blanks(inner, &pointer::item(at, index));
                }
            }
            Value::Object(entries) => {
                for (key, inner) in entries {
                    let at = pointer::step(at, key);
                    if key.trim().is_empty() {
                        self.add(&at, "hier staat een lege sleutel; geef hem een naam".into());
                    }
                    self.blanks(inner, &at);
                }
            }
            _ => {}
        }
    }
}

/// A text that is not JSON at all.
fn broken(file: &str, error: &serde_json::Error) -> Mistake {
    let (line, column) = (error.line(), error.column());
    let message = match error.classify() {
        serde_json::error::Category::Eof => format!(
            "het bestand houdt te vroeg op, op regel {line}; er ontbreekt een haakje of aanhalingsteken"
        ),
        _ => format!(
            "dit is geen JSON: kijk op regel {line}, teken {column}, naar een komma, haakje of aanhalingsteken te veel of te weinig"
        ),
    };
    Mistake { line: 0, ..Mistake::of_file(file, message) }
}
