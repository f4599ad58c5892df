//! When a party can be reached.

use super::holiday::is_holiday;
use super::{Date, Reach};
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
    /// In which weeks.
    #[serde(default)]
    pub weeks: Weeks,
    /// First day on which this holds; absent: always has.
    #[serde(default)]
    pub valid_from: Option<Date>,
    /// Last day on which this holds; absent: no end known.
    #[serde(default)]
    pub valid_until: Option<Date>,
    /// Holds on public holidays too.
    #[serde(default)]
    pub holidays: bool,
}

/// In which weeks an opening holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Weeks {
    /// Every week.
    #[default]
    Every,
    /// Weeks with an even number (ISO 8601).
    Even,
    /// Weeks with an odd number.
    Odd,
    /// The first such day of a month.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The last such day of a month.
    Last,
}

impl Weeks {
    fn holds_on(self, day: Date) -> bool {
        let (_, month, date) = day.parts();
        let nth = (date - 1) / 7;
        match self {
            Self::Every => true,
            Self::Even => day.week().is_multiple_of(2),
            Self::Odd => !day.week().is_multiple_of(2),
            Self::First => nth == 0,
            Self::Second => nth == 1,
            Self::Third => nth == 2,
            Self::Fourth => nth == 3,
            Self::Last => (0..7).fold(day, |day, _| day.next()).parts().1 != month,
        }
    }
}

impl Hours {
    /// From midnight to midnight.
    pub fn is_all_day(&self) -> bool {
        let minutes = |time: Time| u16::from(time.hour) * 60 + u16::from(time.minute);
        minutes(self.opens_at) == 0 && minutes(self.closes_at) == 23 * 60 + 59
    }

    /// Whether this opening takes place on a day, holidays left aside.
    fn holds_on(&self, day: Date) -> bool {
        self.days.iter().any(|known| *known as u8 == day.weekday())
            && self.valid_from.is_none_or(|from| from <= day)
            && self.valid_until.is_none_or(|until| day <= until)
            && self.weeks.holds_on(day)
    }
}

/// Whether somebody can be reached in some way at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Yes, until this time.
    Now {
        /// When it ends, today or in the night after it.
        until: Time,
    },
    /// Not now, but then.
    Later {
        /// The first day.
        day: Date,
        /// The time on that day.
        at: Time,
    },
    /// With an appointment.
    ByAppointment,
    /// Nobody wrote down when, or a holiday makes it uncertain.
    Unknown,
}

/// An opening further away than this many days is not worth waiting for.
const DAYS_AHEAD: usize = 35;

impl Reach {
    /// Whether there were times and all of them have ended.
    pub fn is_over(&self, day: Date) -> bool {
        let over = |hours: &Hours| hours.valid_until.is_some_and(|last| last < day);
        !self.hours.is_empty() && self.hours.iter().all(over)
    }

    /// Whether this way can be used at a moment, by the clock in the Netherlands.
    pub fn open(&self, day: Date, time: Time) -> Open {
        if self.by_appointment {
            return Open::ByAppointment;
        }
        let certain = |hours: &Hours, day| hours.holidays || !is_holiday(day);
        let on = |day| self.hours.iter().filter(move |hours| hours.holds_on(day));
        let over_night = |hours: &&Hours| hours.closes_at <= hours.opens_at;
        let now = on(day)
            .filter(|hours| hours.opens_at <= time && (time < hours.closes_at || over_night(hours)))
            .map(|hours| (hours, day))
            .chain(
                on(day.before())
                    .filter(|hours| over_night(hours) && time < hours.closes_at)
                    .map(|hours| (hours, day.before())),
            )
            .max_by_key(|(hours, _)| hours.closes_at);
        if let Some((hours, day)) = now {
            return match certain(hours, day) {
                true => Open::Now { until: hours.closes_at },
                false => Open::Unknown,
            };
        }
        let mut ahead = day;
        for _ in 0..DAYS_AHEAD {
            let next = on(ahead)
                .filter(|hours| (ahead, hours.opens_at) > (day, time) && certain(hours, ahead))
                .map(|hours| hours.opens_at)
                .min();
            if let Some(at) = next {
                return Open::Later { day: ahead, at };
            }
            ahead = ahead.next();
        }
        Open::Unknown
    }
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

impl Time {
    /// Twelve o'clock.
    pub const NOON: Self = Self { hour: 12, minute: 0 };

    /// A time of day, or nothing.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }
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
        Self::new(number(h1, h2), number(m1, m2)).ok_or(WRONG)
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
            "description": "A time of day.",
            "type": "string",
            "format": "time-of-day",
            "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$",
            "examples": ["09:30"]
        })
    }
}
