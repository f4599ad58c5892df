//! What is left of a file when everything of a wrong shape is taken out, so that
//! the meaning of the rest can still be judged in the same run.
//!
//! The smallest wrong thing goes first; if something is then no longer complete,
//! that goes too, and so on. What was taken out is remembered by name: a reference
//! to it is not a second mistake.

use super::pointer::{item, step};
use super::shape::{Fault, Shape};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What is left of a file.
#[derive(Debug, Default)]
pub(super) struct Rest {
    /// The rest itself; nothing if nothing useful is left.
    pub value: Option<Value>,
    /// Every text in what was taken out.
    pub lost: BTreeSet<String>,
    /// Of arrays that lost something, by their place in the rest: the place each
    /// remaining element had.
    moved: BTreeMap<String, Vec<usize>>,
}

impl Rest {
    /// Takes out everything of a wrong shape, beginning with these faults.
    pub fn of(whole: &Value, shape: &Shape, faults: &[Fault]) -> Self {
        let mut out: BTreeSet<String> = faults.iter().map(|fault| fault.pointer.clone()).collect();
        loop {
            let mut rest = Self::default();
            let value = (!out.contains("")).then(|| rest.keep(whole, "", "", &out));
            let Some(value) = value else {
                collect(whole, &mut rest.lost);
                return rest;
            };
            let more = shape.faults(&value);
            if more.is_empty() {
                rest.value = Some(value);
                return rest;
            }
            out.extend(more.iter().map(|fault| rest.original(&fault.pointer)));
        }
    }

    /// The place in the file of a place in the rest.
    pub fn original(&self, pointer: &str) -> String {
        if self.moved.is_empty() {
            return pointer.to_owned();
        }
        let (mut here, mut original) = (String::new(), String::new());
        for token in pointer.split('/').skip(1) {
            let moved = self.moved.get(&here).zip(token.parse::<usize>().ok());
            original.push('/');
            match moved.and_then(|(places, index)| places.get(index)) {
                Some(place) => original.push_str(&place.to_string()),
                None => original.push_str(token),
            }
            here.push('/');
            here.push_str(token);
        }
        original
    }

    /// Copies a value without what is to be left out.
    fn keep(&mut self, value: &Value, at: &str, new: &str, out: &BTreeSet<String>) -> Value {
        match value {
            Value::Array(items) => {
                let (mut kept, mut places) = (Vec::new(), Vec::new());
                for (index, inner) in items.iter().enumerate() {
                    let at = item(at, index);
                    if out.contains(&at) {
                        collect(inner, &mut self.lost);
                    } else {
                        kept.push(self.keep(inner, &at, &item(new, kept.len()), out));
                        places.push(index);
                    }
                }
                if kept.len() < items.len() {
                    self.moved.insert(new.to_owned(), places);
                }
                Value::Array(kept)
            }
            Value::Object(entries) => {
                let mut kept = Map::new();
                for (key, inner) in entries {
                    let at = step(at, key);
                    if out.contains(&at) {
                        self.lost.insert(key.clone());
                        collect(inner, &mut self.lost);
                    } else {
                        kept.insert(key.clone(), self.keep(inner, &at, &step(new, key), out));
                    }
                }
                Value::Object(kept)
            }
            other => other.clone(),
        }
    }
}

fn collect(value: &Value, texts: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => drop(texts.insert(text.clone())),
        Value::Array(items) => items.iter().for_each(|inner| collect(inner, texts)),
        Value::Object(entries) => {
            for (key, inner) in entries {
                texts.insert(key.clone());
                collect(inner, texts);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
