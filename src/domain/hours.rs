//! When a party can be reached in an ordinary week.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The same opening on one or more days of the week (HSDS `schedule`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// On these days.
    pub days: Vec<Day>,
    /// From this time.
    pub opens_at: Time,
    /// Until this time; not after `opens_at` means: the next day.
    pub closes_at: Time,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Day {
    /// maandag
    Mo,
    /// dinsdag
    Tu,
    /// woensdag
    We,
    /// donderdag
    Th,
    /// vrijdag
    Fr,
    /// zaterdag
    Sa,
    /// zondag
    Su,
}

/// A time of day, written `09:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Time {
    hour: u8,
    minute: u8,
}

impl TryFrom<String> for Time {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        const WRONG: &str = "dit is geen tijd zoals 09:30";
        let &[h1, h2, b':', m1, m2] = text.as_bytes() else { return Err(WRONG) };
        if ![h1, h2, m1, m2].iter().all(u8::is_ascii_digit) {
            return Err(WRONG);
        }
        let number = |ten: u8, one: u8| (ten - b'0') * 10 + (one - b'0');
        let time = Self { hour: number(h1, h2), minute: number(m1, m2) };
        (time.hour < 24 && time.minute < 60).then_some(time).ok_or(WRONG)
    }
}

impl From<Time> for String {
    fn from(time: Time) -> Self {
        format!("{:02}:{:02}", time.hour, time.minute)
    }
}

impl fmt::Display for Time {
    /// As people write it: `9.30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.hour, self.minute)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Time {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Time".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "time-of-day",
            "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"
        })
    }
}
