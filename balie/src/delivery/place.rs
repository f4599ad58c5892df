//! A value in a JSON file, with where it stands, so that all mistakes of the file can be
//! told at once.
//!
//! Reading goes on after a mistake: what cannot be read is `None`, and the mistake is noted.

use serde_json::{Map, Value};
use std::cell::RefCell;

/// What is wrong with a file, in the order of finding.
#[derive(Default)]
pub struct Mistakes(RefCell<Vec<String>>);

impl Mistakes {
    /// `read`, unless something was wrong.
    pub fn unless<T>(self, read: T) -> Result<T, Vec<String>> {
        let wrong = self.0.into_inner();
        if wrong.is_empty() { Ok(read) } else { Err(wrong) }
    }
}

/// A value and where it stands (a JSON pointer).
#[derive(Clone)]
pub struct Place<'a> {
    at: String,
    value: &'a Value,
    mistakes: &'a Mistakes,
}

impl<'a> Place<'a> {
    /// The whole of a file.
    pub fn whole(value: &'a Value, mistakes: &'a Mistakes) -> Self {
        Self { at: String::new(), value, mistakes }
    }

    /// Notes a mistake, once.
    pub fn wrong(&self, what: impl std::fmt::Display) {
        let at = if self.at.is_empty() { "the file" } else { &self.at };
        let mistake = format!("{at}: {what}");
        let mut mistakes = self.mistakes.0.borrow_mut();
        if !mistakes.contains(&mistake) {
            mistakes.push(mistake);
        }
    }

    /// Notes every field that is none of these.
    pub fn holds_only(&self, fields: &[&str]) {
        for (name, field) in self.entries() {
            if !fields.contains(&name) {
                field.wrong(format!("there is no such setting; there are {}", list(fields)));
            }
        }
    }

    /// The fields of an object.
    pub fn entries(&self) -> Vec<(&'a str, Self)> {
        let fields = self.object().into_iter().flatten();
        fields.map(|(name, value)| (name.as_str(), self.inside(name, value))).collect()
    }

    /// A field that may be absent.
    pub fn may_have(&self, name: &str) -> Option<Self> {
        self.value.get(name).map(|value| self.inside(name, value))
    }

    /// A field that must be there.
    pub fn must_have(&self, name: &str) -> Option<Self> {
        let field = self.object()?.get(name).map(|value| self.inside(name, value));
        if field.is_none() {
            self.wrong(format!("{name:?} is missing"));
        }
        field
    }

    fn object(&self) -> Option<&'a Map<String, Value>> {
        let object = self.value.as_object();
        if object.is_none() {
            self.wrong("this must be an object: { }");
        }
        object
    }

    /// A text with something in it, without blanks around it.
    pub fn text(&self) -> Option<&'a str> {
        let text = self.value.as_str().map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() {
            self.wrong("this must be a text");
        }
        text
    }

    /// A text with something in it, and not more than `most` marks.
    pub fn short_text(&self, most: usize) -> Option<&'a str> {
        let text = self.text()?;
        if text.chars().count() <= most {
            return Some(text);
        }
        self.wrong(format!("this is longer than {most} marks"));
        None
    }

    /// A whole number from `least` to `most`.
    pub fn number(&self, least: u16, most: u16) -> Option<u16> {
        let number = self.value.as_u64().and_then(|number| u16::try_from(number).ok());
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.wrong(format!("this must be a number from {least} to {most}"));
        }
        number
    }

    fn inside(&self, name: &str, value: &'a Value) -> Self {
        let name = name.replace('~', "~0").replace('/', "~1");
        Self { at: format!("{}/{name}", self.at), value, mistakes: self.mistakes }
    }
}

/// Names for people, each in quotes.
pub fn list<T: AsRef<str>>(names: &[T]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("{:?}", name.as_ref())).collect();
    names.join(", ")
}
