//! Where somebody lives, as far as they want to say.

use super::WijkCode;
use super::contact::{is_hyphen, is_unseen};
use super::digits::digit;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A Dutch postcode: four digits, and two letters if they were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Postcode {
    digits: u16,
    letters: Option<[u8; 2]>,
}

/// A text that is not a Dutch postcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostcodeError;

impl fmt::Display for PostcodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("dit is geen postcode zoals 6811 of 6811 AB")
    }
}

impl std::error::Error for PostcodeError {}

impl Postcode {
    /// The first and last six-character postcode this one stands for.
    pub fn span(self) -> [(u16, [u8; 2]); 2] {
        [
            (self.digits, self.letters.unwrap_or(*b"AA")),
            (self.digits, self.letters.unwrap_or(*b"ZZ")),
        ]
    }

    /// The same without its letters.
    pub fn digits(self) -> Self {
        Self { letters: None, ..self }
    }

    /// Every four digits from those of this one to those of another.
    pub fn digits_until(self, last: Self) -> impl Iterator<Item = Self> {
        (self.digits..=last.digits).map(|digits| Self { digits, letters: None })
    }
}

impl FromStr for Postcode {
    type Err = PostcodeError;

    /// Understands `6822`, `6822ab`, ` 6822-AB` and the like, in the digits of any keyboard.
    fn from_str(text: &str) -> Result<Self, PostcodeError> {
        let apart = |mark: char| mark.is_whitespace() || is_hyphen(mark) || is_unseen(mark);
        let mut marks = text.chars().filter(|mark| !apart(*mark) && !matches!(mark, '.' | ','));
        let mut digits = 0;
        for place in 0..4 {
            let digit = marks.next().and_then(digit).ok_or(PostcodeError)?;
            if place == 0 && digit == 0 {
                return Err(PostcodeError);
            }
            digits = digits * 10 + digit as u16;
        }
        let letters = match (marks.next(), marks.next(), marks.next()) {
            (None, ..) => None,
            (Some(first), Some(second), None)
                if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() =>
            {
                Some([first.to_ascii_uppercase() as u8, second.to_ascii_uppercase() as u8])
            }
            _ => return Err(PostcodeError),
        };
        Ok(Self { digits, letters })
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.digits)?;
        match self.letters {
            Some([first, second]) => {
                write!(f, " {}{}", char::from(first), char::from(second))
            }
            None => Ok(()),
        }
    }
}

impl TryFrom<String> for Postcode {
    type Error = PostcodeError;

    fn try_from(text: String) -> Result<Self, PostcodeError> {
        text.parse()
    }
}

impl From<Postcode> for String {
    fn from(postcode: Postcode) -> Self {
        postcode.to_string()
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Postcode {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Postcode".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A postcode: four digits, or all six characters.",
            "type": "string",
            "format": "postcode",
            "pattern": "^[1-9][0-9]{3}( ?[A-Za-z]{2})?$",
            "examples": ["6811", "6811 AB"]
        })
    }
}

/// What somebody said about where they live.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// A postcode of this municipality.
    Postcode(Postcode),
    /// No postcode at hand: rather choose the *wijk* from a list.
    FromList,
    /// No fixed address.
    NoFixedAddress,
    /// In another municipality.
    Elsewhere,
}

/// What follows from that for routing: the *wijken* it may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where<'a> {
    /// Not said, or nowhere in particular.
    Unknown,
    /// In another municipality.
    Elsewhere,
    /// In one of these; never empty. More than one when their teams are the same,
    /// or when somebody could not tell.
    In(Vec<&'a WijkCode>),
}
