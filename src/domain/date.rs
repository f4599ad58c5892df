//! Days on the calendar. Only what routing needs: comparing, counting, writing.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A day that exists, written `2026-12-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A text that is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateError;

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("dit is geen datum zoals 2026-12-31")
    }
}

impl std::error::Error for DateError {}

impl Date {
    /// The first day there is; what holds "from then on" holds on it.
    pub const EARLIEST: Self = Self { year: 1, month: 1, day: 1 };

    /// A day that exists, or nothing.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let date = Self { year, month, day };
        (year >= 1 && day >= 1 && day <= date.days_in_month()?).then_some(date)
    }

    /// The day that lies this many days after 1 January 1970.
    pub fn of_unix_day(days: u64) -> Self {
        let mut date = Self { year: 1970, month: 1, day: 1 };
        const MOST: u64 = 2_000_000;
        let target = date.ordinal() + days.min(MOST) as i32;
        // By years, then months, then days: each step stays at or before the target.
        while (Self { year: date.year + 1, ..date }).ordinal() <= target {
            date.year += 1;
        }
        while date.month < 12 && (Self { month: date.month + 1, ..date }).ordinal() <= target {
            date.month += 1;
        }
        date.day += (target - date.ordinal()) as u8;
        date
    }

    /// Year, month and day.
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// The day of the week, counted from Monday as 0.
    pub fn weekday(self) -> u8 {
        // 1 March of year 0 was a Wednesday, and its ordinal is 1.
        (self.ordinal() + 1).rem_euclid(7) as u8
    }

    /// The day after.
    pub fn next(self) -> Self {
        let (year, month, day) = self.parts();
        Self::new(year, month, day + 1).or_else(|| Self::new(year, month + 1, 1)).unwrap_or(Self {
            year: year + 1,
            month: 1,
            day: 1,
        })
    }

    /// The day before.
    pub fn before(self) -> Self {
        let (year, month, day) = self.parts();
        let last = |year, month| (28..=31).rev().find_map(|day| Self::new(year, month, day));
        Self::new(year, month, day.saturating_sub(1))
            .or_else(|| last(year, month.checked_sub(1)?))
            .or_else(|| last(year.checked_sub(1)?, 12))
            .unwrap_or(Self::EARLIEST)
    }

    /// The number of the week, as ISO 8601 counts it: the week of a Thursday.
    pub fn week(self) -> u8 {
        let thursday = self.ordinal() - i32::from(self.weekday()) + 3;
        let first = |year| Self { year, month: 1, day: 1 }.ordinal();
        let year = (self.year.saturating_sub(1)..=self.year.saturating_add(1))
            .rev()
            .find(|year| *year > 0 && first(*year) <= thursday);
        year.map_or(1, |year| ((thursday - first(year)) / 7 + 1) as u8)
    }

    fn days_in_month(self) -> Option<u8> {
        let leap = self.year.is_multiple_of(4)
            && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        Some(match self.month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        })
    }

    /// Days since 1 March of year 0; only the difference of two means anything.
    pub fn ordinal(self) -> i32 {
        let (year, month) = if self.month > 2 {
            (i32::from(self.year), i32::from(self.month) - 3)
        } else {
            (i32::from(self.year) - 1, i32::from(self.month) + 9)
        };
        year * 365 + year / 4 - year / 100
            + year / 400
            + (month * 153 + 2) / 5
            + i32::from(self.day)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(DateError);
        };
        Self::new(
            digits(year, 4).ok_or(DateError)?,
            digits(month, 2).ok_or(DateError)? as u8,
            digits(day, 2).ok_or(DateError)? as u8,
        )
        .ok_or(DateError)
    }
}

fn digits(text: &str, length: usize) -> Option<u16> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())?
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// When a source was written: a year, a month or a day, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SourceDate(String);

impl SourceDate {
    /// The year, in four digits.
    pub fn year(&self) -> &str {
        self.0.get(..4).unwrap_or(&self.0)
    }

    /// The first day on which it can have been.
    pub fn first_day(&self) -> Date {
        let mut parts = self.0.split('-').filter_map(|part| part.parse::<u16>().ok());
        let year = parts.next().unwrap_or_default();
        let mut small = parts.filter_map(|part| u8::try_from(part).ok());
        Date { year, month: small.next().unwrap_or(1), day: small.next().unwrap_or(1) }
    }

    /// The first day on which it is more than three years ago, as far as it is known.
    pub fn old_from(&self) -> Date {
        let mut parts = self.0.split('-').filter_map(|part| part.parse::<u16>().ok());
        let year = parts.next().unwrap_or_default() + 3;
        let mut small = parts.filter_map(|part| u8::try_from(part).ok());
        match (small.next(), small.next()) {
            (Some(month), Some(day)) => Date { year, month, day }.next(),
            (Some(month @ ..12), None) => Date { year, month: month + 1, day: 1 },
            _ => Date { year: year + 1, month: 1, day: 1 },
        }
    }

    /// As written: `2019`, `2022-04` or `2021-02-16`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for SourceDate {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        let whole = match text.len() {
            4 => text.clone() + "-01-01",
            7 => text.clone() + "-01",
            _ => text.clone(),
        };
        whole.parse::<Date>().map(|_| Self(text))
    }
}

impl From<Date> for SourceDate {
    fn from(date: Date) -> Self {
        Self(date.to_string())
    }
}

impl From<SourceDate> for String {
    fn from(date: SourceDate) -> Self {
        date.0
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod schema {
    use super::{Date, SourceDate};
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use std::borrow::Cow;

    impl JsonSchema for Date {
        fn schema_name() -> Cow<'static, str> {
            "Date".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "A day that exists.",
                "type": "string",
                "format": "date",
                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                "examples": ["2026-12-31"]
            })
        }
    }

    impl JsonSchema for SourceDate {
        fn schema_name() -> Cow<'static, str> {
            "SourceDate".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "A year, a month or a day, as far as it is known.",
                "type": "string",
                "format": "source-date",
                "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
                "examples": ["2026", "2026-12", "2026-12-31"]
            })
        }
    }
}
