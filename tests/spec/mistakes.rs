//! Every kind of mistake a content owner can make, planted in data that have none,
//! and found: exactly there, with a telling word.
//!
//! Each table names what was done, where it is to be found and a word of the
//! sentence. Nothing else may be found, so a false alarm fails as well.

mod catalogue;
mod command;
mod contact;
mod directory;
mod parties;
mod plain;
mod rules;
mod shape;
mod texts;
mod together;
mod words;

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use wijkdeur::content::{Data, Mistake, check};
use wijkdeur::texts::{PageTexts, RequestTexts, Texts};

const CAT: &str = "catalogue/catalogue.json";
const NL: &str = "catalogue/words.nl.json";
const TEXTS: &str = "texts/nl.json";
const WATER: &str = "municipalities/waterstad.json";
const BOS: &str = "municipalities/bosdorp.json";

/// The data without a mistake, as texts.
fn texts() -> Vec<(String, String)> {
    [
        (CAT, include_str!("data/catalogue.json")),
        (NL, include_str!("data/words.nl.json")),
        (WATER, include_str!("data/waterstad.json")),
        (BOS, include_str!("data/bosdorp.json")),
        (TEXTS, INTERFACE.as_str()),
    ]
    .map(|(file, text)| (file.to_owned(), text.to_owned()))
    .into()
}

/// A text for each key of the interface that says nothing but its holes.
static INTERFACE: LazyLock<String> = LazyLock::new(|| {
    let mut file = json!({ "language": "nl" });
    for key in Texts::KEYS.iter().chain(RequestTexts::KEYS).chain(PageTexts::KEYS) {
        let holes = key.holes.iter().map(|hole| format!(" {{{hole}}}"));
        let text = json!(format!("Bel ons{}", holes.collect::<String>()));
        file[key.section][key.name] = match key.forms {
            [] => text,
            forms => forms.iter().map(|form| ((*form).to_owned(), text.clone())).collect(),
        };
    }
    file.to_string()
});

/// The data with some texts changed.
fn edited(change: impl Fn(&str, String) -> String) -> Vec<(String, String)> {
    texts().into_iter().map(|(file, text)| (file.clone(), change(&file, text))).collect()
}

fn judge(files: &[(String, String)]) -> Result<Data, Vec<Mistake>> {
    check(files, crate::town::today())
}

/// One change: in this file, at this place, this value; nothing takes it away.
type Edit = (&'static str, &'static str, Option<Value>);

/// Some changes and what has to be found after them.
struct Plant {
    edits: Vec<Edit>,
    found: Vec<(&'static str, &'static str)>,
    word: &'static str,
}

/// Puts a value somewhere; found right there.
fn put(file: &'static str, at: &'static str, value: Value, word: &'static str) -> Plant {
    Plant { edits: vec![(file, at, Some(value))], found: vec![(file, at)], word }
}

/// Takes a value away; found where it is said.
fn take(file: &'static str, at: &'static str, word: &'static str) -> Plant {
    Plant { edits: vec![(file, at, None)], found: Vec::new(), word }
}

impl Plant {
    /// One more change.
    fn and(mut self, file: &'static str, at: &'static str, value: Value) -> Self {
        self.edits.push((file, at, Some(value)));
        self
    }

    /// Something less as well.
    fn without(mut self, file: &'static str, at: &'static str) -> Self {
        self.edits.push((file, at, None));
        self
    }

    /// Found here and not where it was put.
    fn at(mut self, file: &'static str, at: &'static str) -> Self {
        self.found = vec![(file, at)];
        self
    }

    /// Found here too.
    fn also(mut self, file: &'static str, at: &'static str) -> Self {
        self.found.push((file, at));
        self
    }

    /// The text of a file with the changes in it.
    fn applied(&self, file: &str, text: String) -> String {
        let mut value: Value = serde_json::from_str(&text).expect("the data are JSON");
        for (_, at, new) in self.edits.iter().filter(|(edited, ..)| *edited == file) {
            edit(&mut value, at, new.clone());
        }
        serde_json::to_string_pretty(&value).expect("a value can be written")
    }

    /// Does it, and judges the result.
    fn try_out(&self) {
        let files = edited(|file, text| self.applied(file, text));
        let mistakes = judge(&files).err().unwrap_or_default();
        let found: Vec<(&str, &str)> = places(&mistakes);
        let wanted: BTreeSet<_> = self.found.iter().copied().collect();
        let told: Vec<String> = mistakes.iter().map(Mistake::to_string).collect();
        assert_eq!(
            found.iter().copied().collect::<BTreeSet<_>>(),
            wanted,
            "after {:?}:\n{}",
            self.edits,
            told.join("\n")
        );
        assert_eq!(found.len(), wanted.len(), "once each: {}", told.join("\n"));
        let (file, at) = self.found[0];
        let first = mistakes.iter().find(|known| known.file == file && known.pointer == at);
        let message = &first.expect("it was found").message;
        assert!(message.contains(self.word), "{:?} not in: {message}", self.word);
    }
}

/// Where something was found.
fn places(mistakes: &[Mistake]) -> Vec<(&str, &str)> {
    mistakes.iter().map(|mistake| (mistake.file.as_str(), mistake.pointer.as_str())).collect()
}

/// Puts, adds (`-`: at the end of a list) or takes away.
fn edit(whole: &mut Value, at: &str, new: Option<Value>) {
    let (parent, last) = at.rsplit_once('/').expect("a place below the top");
    let last = last.replace("~1", "/").replace("~0", "~");
    match (whole.pointer_mut(parent).expect("a place that exists"), new) {
        (Value::Array(items), Some(new)) if last == "-" => items.push(new),
        (Value::Array(items), Some(new)) => items[last.parse::<usize>().expect("an index")] = new,
        (Value::Array(items), None) => {
            items.remove(last.parse().expect("an index"));
        }
        (Value::Object(entries), Some(new)) => drop(entries.insert(last, new)),
        (Value::Object(entries), None) => {
            entries.remove(&last).expect("a key that exists");
        }
        (other, _) => panic!("{other} has no parts"),
    }
}
