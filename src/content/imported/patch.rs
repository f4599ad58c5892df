//! A JSON text that is changed in a few places: all else stays as it is, down to the byte.
//! The text is known to be JSON when it comes here.

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
        // What was put at the same place stands in the order in which it was put.
        self.edits.sort_by_key(|(range, _)| range.start);
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
