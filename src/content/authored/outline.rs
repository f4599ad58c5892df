//! Where every value of a JSON text stands, and which keys stand there twice.
//!
//! `serde_json` forgets both: it keeps no places, and of a double key the last.
//! The text is known to be JSON when it comes here, so this only has to walk.

use super::pointer;
use std::collections::BTreeMap;

/// A line and a column, counted from 1.
pub(super) type Place = (usize, usize);

/// The places of the values in one text.
#[derive(Debug, Default)]
pub(super) struct Outline {
    places: BTreeMap<String, Place>,
    /// Keys that stand in their object more than once: where, and where before.
    pub doubles: Vec<(String, Place, Place)>,
}

impl Outline {
    /// Walks a text that is JSON.
    pub fn of(text: &str) -> Self {
        let mut walk = Walk { rest: text, line: 1, column: 1, outline: Self::default() };
        walk.value("");
        walk.outline
    }

    /// The nearest place that exists: this one, or what it lies in.
    pub fn nearest<'p>(&self, wanted: &'p str) -> (&'p str, Place) {
        let mut wanted = wanted;
        loop {
            if let Some(place) = self.places.get(wanted) {
                return (wanted, *place);
            }
            match pointer::parent(wanted) {
                Some(parent) => wanted = parent,
                None => return ("", (0, 0)),
            }
        }
    }
}

struct Walk<'t> {
    rest: &'t str,
    line: usize,
    column: usize,
    outline: Outline,
}

impl Walk<'_> {
    fn peek(&mut self) -> Option<char> {
        while let Some(mark) = self.rest.chars().next().filter(|mark| mark.is_whitespace()) {
            self.pass(mark);
        }
        self.rest.chars().next()
    }

    fn pass(&mut self, mark: char) {
        self.rest = &self.rest[mark.len_utf8()..];
        if mark == '\n' {
            (self.line, self.column) = (self.line + 1, 1);
        } else {
            self.column += 1;
        }
    }

    fn next(&mut self) -> Option<char> {
        let mark = self.rest.chars().next()?;
        self.pass(mark);
        Some(mark)
    }

    /// Walks one value. A value with a key stands where its key stands.
    fn value(&mut self, pointer: &str) {
        let first = self.peek();
        let place = (self.line, self.column);
        self.outline.places.entry(pointer.to_owned()).or_insert(place);
        match first {
            Some('{') => self.object(pointer),
            Some('[') => self.array(pointer),
            Some('"') => drop(self.string()),
            _ => {
                while self.rest.starts_with(|mark: char| !",]}".contains(mark)) {
                    self.next();
                }
            }
        }
    }

    fn array(&mut self, pointer: &str) {
        self.next();
        for index in 0.. {
            match self.peek() {
                Some(']') | None => break,
                Some(',') => drop(self.next()),
                Some(_) => {}
            }
            self.value(&pointer::item(pointer, index));
        }
        self.next();
    }

    fn object(&mut self, pointer: &str) {
        self.next();
        loop {
            match self.peek() {
                Some('}') | None => break,
                Some('"') => {}
                Some(_) => {
                    self.next();
                    continue;
                }
            }
            let place = (self.line, self.column);
            let inner = pointer::step(pointer, &self.string());
            if let Some(before) = self.outline.places.insert(inner.clone(), place) {
                self.outline.doubles.push((inner.clone(), place, before));
                self.outline.places.retain(|known, _| !pointer::lies_in(known, &inner));
            }
            self.peek();
            self.next();
            self.value(&inner);
        }
        self.next();
    }

    /// Walks a string and says what it means.
    fn string(&mut self) -> String {
        let from = self.rest;
        self.next();
        while let Some(mark) = self.next() {
            match mark {
                '\\' => drop(self.next()),
                '"' => break,
                _ => {}
            }
        }
        let quoted = &from[..from.len() - self.rest.len()];
        serde_json::from_str(quoted).unwrap_or_default()
    }
}
