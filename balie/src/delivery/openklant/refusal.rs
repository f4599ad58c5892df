//! What a register does not take, and whether it ever will.
//!
//! A refusal is about this letter only when it names a field that holds words of the letter.
//! One that names another field can be mended by who looks after the register or the desk, or
//! mends itself: a *kanaal* may be checked with another service, and when that is away every
//! letter is refused. One that names no field may be of either kind: others may try meanwhile.

use crate::delivery::Failure;
use serde_json::Value;

/// What holds words of a letter.
const OF_THE_LETTER: [&str; 7] = [
    "achternaam",
    "adres",
    "gevraagdeHandeling",
    "inhoud",
    "onderwerp",
    "plaatsgevondenOp",
    "toelichting",
];

/// What is wrong with a body.
pub struct Refusal {
    said: String,
    too_large: bool,
    /// The names of fields, and what is wrong with them in a word.
    wrong: Vec<(String, String)>,
}

impl Refusal {
    /// Reads the answer to a write.
    pub fn read(path: &str, status: u16, answer: &Value) -> Self {
        let all = answer["invalidParams"].as_array().map(Vec::as_slice).unwrap_or_default();
        let pair = |it: &Value| Some((it["name"].as_str()?.into(), it["code"].as_str()?.into()));
        let wrong = all.iter().filter_map(pair).collect();
        let said = format!("Open Klant answers {status} at {path}");
        Self { said, too_large: status == 413, wrong }
    }

    /// Whether this field, or a part of it, is what it is about.
    pub fn names(&self, field: &str) -> bool {
        self.wrong.iter().any(|(name, _)| name.split('.').any(|part| part == field))
    }

    /// As the end of an attempt: told without a word of the letter.
    pub fn failure(&self) -> Failure {
        let plain = |text: &str| {
            let marks = text.chars().filter(|it| it.is_ascii_alphanumeric() || "._-".contains(*it));
            marks.take(60).collect::<String>()
        };
        let wrong = self.wrong.iter().take(10);
        let wrong = wrong.map(|(name, code)| format!("{}: {}", plain(name), plain(code)));
        let said = format!("{} ({})", self.said, wrong.collect::<Vec<_>>().join(", "));
        if self.too_large || OF_THE_LETTER.iter().any(|field| self.names(field)) {
            Failure::Never(said)
        } else if self.wrong.iter().all(|(name, _)| ["", "nonFieldErrors"].contains(&name.as_str()))
        {
            Failure::Refused(said)
        } else {
            Failure::Later(said)
        }
    }
}
