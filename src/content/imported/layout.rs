//! JSON as it stands in the files that people edit: on one line what fits on it, and keys in
//! the order in which they are read.

use serde_json::{Value, json};

/// A line is no longer than this.
const WIDTH: usize = 100;

/// A value that is going to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Laid {
    /// A text.
    Text(String),
    /// A number.
    Number(u32),
    /// Yes or no.
    Truth(bool),
    /// A list.
    List(Vec<Laid>),
    /// An object.
    Object(Vec<(&'static str, Laid)>),
}

impl Laid {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// A list of texts.
    pub fn texts<T: AsRef<str>>(texts: &[T]) -> Self {
        Self::List(texts.iter().map(|text| Self::text(text.as_ref())).collect())
    }

    /// On one line.
    pub fn on_one_line(&self) -> String {
        let joined = |parts: Vec<String>| parts.join(", ");
        match self {
            Self::Text(text) => json!(text).to_string(),
            Self::Number(number) => number.to_string(),
            Self::Truth(yes) => yes.to_string(),
            Self::List(items) => {
                format!("[{}]", joined(items.iter().map(Self::on_one_line).collect()))
            }
            Self::Object(entries) if entries.is_empty() => "{}".to_owned(),
            Self::Object(entries) => {
                format!("{{ {} }}", joined(entries.iter().map(on_one_line).collect()))
            }
        }
    }

    /// On a line that begins with so much white space and has so many marks already; on more
    /// lines if it does not fit.
    pub fn laid(&self, indent: &str, before: usize, end: &str) -> String {
        let line = self.on_one_line();
        // A comma may follow.
        if indent.len() + before + line.chars().count() < WIDTH {
            return line;
        }
        self.open(indent, end)
    }

    /// On more lines, whatever fits.
    pub fn open(&self, indent: &str, end: &str) -> String {
        let inner = format!("{indent}  ");
        let lines: Vec<String> = match self {
            Self::List(items) => items.iter().map(|item| item.laid(&inner, 0, end)).collect(),
            Self::Object(entries) => {
                entries.iter().map(|(key, value)| entry(key, value, &inner, end)).collect()
            }
            _ => return self.on_one_line(),
        };
        let [first, last] = if matches!(self, Self::List(_)) { ['[', ']'] } else { ['{', '}'] };
        let inside = lines.join(&format!(",{end}{inner}"));
        format!("{first}{end}{inner}{inside}{end}{indent}{last}")
    }

    /// What it says.
    pub fn value(&self) -> Value {
        serde_json::from_str(&self.on_one_line()).unwrap_or_default()
    }
}

/// A key with its value.
pub(super) fn entry(key: &str, value: &Laid, indent: &str, end: &str) -> String {
    // The quotation marks, the colon and the space.
    format!("\"{key}\": {}", value.laid(indent, key.len() + 4, end))
}

fn on_one_line((key, value): &(&'static str, Laid)) -> String {
    format!("\"{key}\": {}", value.on_one_line())
}
