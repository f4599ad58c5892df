//! A JSON text that is changed in a few places: all else stays as it is, down to the byte.
//! The text is known to be JSON when it comes here.

use super::layout::{Laid, entry};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;
use std::ops::Range;

/// A text and its changes.
pub(super) struct Patch<'t> {
    text: &'t str,
    edits: Vec<(Range<usize>, String)>,
}

/// The entries of an object, in order, each value as it stands in the text.
#[derive(Default)]
pub(super) struct Entries<'t>(pub Vec<(String, &'t RawValue)>);

impl<'t> Entries<'t> {
    /// The entries of a value; none if it is no object.
    pub fn of(value: &'t RawValue) -> Self {
        serde_json::from_str(value.get()).unwrap_or_default()
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&'t RawValue> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| *value)
    }
}

/// The elements of an array; none if it is none.
pub(super) fn items(value: &RawValue) -> Vec<&RawValue> {
    serde_json::from_str(value.get()).unwrap_or_default()
}

impl<'t> Patch<'t> {
    /// A text without changes.
    pub fn new(text: &'t str) -> Self {
        Self { text, edits: Vec::new() }
    }

    /// The entries of the whole.
    pub fn entries(&self) -> Entries<'t> {
        serde_json::from_str(self.text.trim_start_matches('\u{feff}')).unwrap_or_default()
    }

    /// Puts something else in the place of a value.
    pub fn replace(&mut self, value: &'t RawValue, new: String) {
        let range = self.range(value);
        self.edits.push((range, new));
    }

    /// Puts something after a value.
    pub fn insert_after(&mut self, value: &'t RawValue, new: String) {
        let end = self.range(value).end;
        self.edits.push((end..end, new));
    }

    /// Puts elements in the place of those of an array, one on each line.
    pub fn fill(&mut self, array: &'t RawValue, elements: &[String]) {
        if elements.is_empty() {
            return self.replace(array, "[]".to_owned());
        }
        let (end, indent) = (self.line_end(), self.indent(array));
        let between = format!(",{end}{indent}{indent}");
        let inside = elements.join(&between);
        self.replace(array, format!("[{end}{indent}{indent}{inside}{end}{indent}]"));
    }

    /// Gives a key of an object another value; a key that is not there yet comes after those
    /// that are read before it.
    pub fn set(&mut self, object: &'t RawValue, key: &str, value: &Laid, order: &[&str]) {
        let entries = Entries::of(object);
        let end = self.line_end();
        if let Some(old) = entries.get(key) {
            let new = value.laid(self.indent(old), key.len() + 4, end);
            return self.replace(old, new);
        }
        let place = |key: &str| order.iter().position(|known| *known == key);
        let before = entries.0.iter().rfind(|(known, _)| place(known) < place(key));
        let Some((_, before)) = before.or(entries.0.last()) else { return };
        let new = if is_open(object) {
            let indent = self.indent(before);
            format!(",{end}{indent}{}", entry(key, value, indent, end))
        } else {
            format!(", \"{key}\": {}", value.on_one_line())
        };
        self.insert_after(before, new);
    }

    /// Takes a key out of an object, with the comma before it.
    pub fn remove(&mut self, object: &'t RawValue, key: &str) {
        let entries = Entries::of(object).0;
        let at = entries.iter().position(|(known, _)| known == key);
        // The first key of an object has no comma before it, and is never taken out.
        let Some(at) = at.filter(|at| *at > 0) else { return };
        let start = self.range(entries[at - 1].1).end;
        self.edits.push((start..self.range(entries[at].1).end, String::new()));
    }

    /// Adds elements to an array, after its last one.
    pub fn add_after(&mut self, last: &'t RawValue, new: &[Laid]) {
        let (indent, end) = (self.indent(last), self.line_end());
        let start = self.range(last).start;
        let on_own_line = self.text[..start].ends_with(&format!("\n{indent}"));
        for each in new {
            let each = match on_own_line {
                true => format!(",{end}{indent}{}", each.laid(indent, 0, end)),
                false => format!(", {}", each.on_one_line()),
            };
            self.insert_after(last, each);
        }
    }

    /// The white space before the line on which a value begins.
    pub fn indent(&self, value: &RawValue) -> &'t str {
        let start = self.text[..self.range(value).start].rfind('\n').map_or(0, |at| at + 1);
        let line = &self.text[start..];
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    /// How a line ends in this text.
    pub fn line_end(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// The text with its changes.
    pub fn done(mut self) -> String {
        // What is put at the same place stands in the order in which it was put, and before
        // what is taken out from there on.
        self.edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut done = String::with_capacity(self.text.len());
        let mut from = 0;
        for (range, new) in self.edits {
            done.push_str(&self.text[from..range.start]);
            done.push_str(&new);
            from = range.end;
        }
        done + &self.text[from..]
    }

    /// Where a value stands: it is a part of this very text.
    fn range(&self, value: &RawValue) -> Range<usize> {
        let start = value.get().as_ptr() as usize - self.text.as_ptr() as usize;
        start..start + value.get().len()
    }
}

/// Whether an object has a line for each key.
fn is_open(object: &RawValue) -> bool {
    object.get().trim_start_matches(['{', ' ', '\t', '\r']).starts_with('\n')
}

impl<'de: 't, 't> Deserialize<'de> for Entries<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Entries::default();
                while let Some(entry) = map.next_entry::<String, &'de RawValue>()? {
                    entries.0.push(entry);
                }
                Ok(entries)
            }
        }
        deserializer.deserialize_map(Read)
    }
}
