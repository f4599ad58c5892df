//! What was typed after the name of the program, before anybody knows what it means: a
//! command takes out what it understands, and whatever is left is refused.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

/// Options that are followed by a value.
const VALUES: [&str; 12] = [
    "advices",
    "answers",
    "app",
    "at",
    "data",
    "date",
    "into",
    "municipality",
    "name",
    "names",
    "page",
    "walks",
];

/// Options that say something by being there.
const FLAGS: [&str; 6] = ["anyway", "explain", "help", "json", "template", "todo"];

/// Words and options, in any order.
#[derive(Default)]
pub(super) struct Arguments {
    words: Vec<String>,
    values: BTreeMap<&'static str, OsString>,
    flags: Vec<&'static str>,
}

impl Arguments {
    /// Reads what was typed; refuses an option nobody knows.
    pub fn read(typed: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        use lexopt::prelude::*;
        let mut parser = lexopt::Parser::from_iter(typed);
        let mut read = Self::default();
        while let Some(argument) = parser.next().map_err(in_words)? {
            match argument {
                Short('h') => read.flags.push("help"),
                Long(name) => match (known(&VALUES, name), known(&FLAGS, name)) {
                    (Some(name), _) => {
                        let value = parser.value().map_err(in_words)?;
                        read.values.insert(name, value);
                    }
                    (_, Some(name)) => read.flags.push(name),
                    _ => return Err(in_words(Long(name).unexpected())),
                },
                Value(word) => read.words.push(word.string().map_err(in_words)?),
                other => return Err(in_words(other.unexpected())),
            }
        }
        read.words.reverse();
        Ok(read)
    }

    /// Takes the next word.
    pub fn word(&mut self) -> Option<String> {
        self.words.pop()
    }

    /// Takes an option that says something by being there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.flags.len();
        self.flags.retain(|known| *known != name);
        self.flags.len() < before
    }

    /// Takes the path after an option.
    pub fn path(&mut self, name: &str) -> Option<PathBuf> {
        self.values.remove(name).map(PathBuf::from)
    }

    /// Takes the text after an option.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, String> {
        let text = self.values.remove(name).map(OsString::into_string).transpose();
        text.map_err(|_| format!("Bij --{name} staat geen tekst."))
    }

    /// Refuses what no command took.
    pub fn end(self, command: &str) -> Result<(), String> {
        if let Some(word) = self.words.last() {
            return Err(format!("‘{word}’ staat er te veel."));
        }
        match self.flags.first().or(self.values.keys().next()) {
            Some(name) => Err(format!("--{name} hoort niet bij {command}.")),
            None => Ok(()),
        }
    }
}

fn known(names: &[&'static str], typed: &str) -> Option<&'static str> {
    names.iter().find(|name| **name == typed).copied()
}

fn in_words(error: lexopt::Error) -> String {
    match error {
        lexopt::Error::MissingValue { option } => {
            format!("Bij {} hoort een waarde.", option.unwrap_or_default())
        }
        lexopt::Error::UnexpectedOption(option) => format!("{option} is niet bekend."),
        lexopt::Error::UnexpectedArgument(word) => {
            format!("‘{}’ staat er te veel.", word.to_string_lossy())
        }
        other => other.to_string(),
    }
}
