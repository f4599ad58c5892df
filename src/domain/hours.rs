//! When a party can be reached.

use super::holiday::is_holiday;
use super::{Channel, Date, Moment, Reach};
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

/// Days on which the ordinary week does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// The first day.
    pub from: Date,
    /// The last day; absent: it is that one day.
    #[serde(default)]
    pub until: Option<Date>,
    /// When it is open on each of them; absent: it is closed.
    #[serde(default)]
    pub open: Option<Span>,
}

impl Exception {
    /// The last day.
    pub fn last(&self) -> Date {
        self.until.unwrap_or(self.from)
    }

    fn holds_on(&self, day: Date) -> bool {
        self.from <= day && day <= self.last()
    }
}

/// Part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// From this time.
    pub opens_at: Time,
    /// Until this time; not after `opens_at` means: the next day.
    pub closes_at: Time,
}

impl Span {
    fn is_over_night(&self) -> bool {
        self.closes_at <= self.opens_at
    }
}

/// One time that somebody can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// On this day.
    pub day: Date,
    /// From this time until that, which is the next day if it is not after it.
    pub span: Span,
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
    Later(Opening),
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
        let special = |it: &Exception| it.open.is_some() && day <= it.last();
        !self.hours.is_empty()
            && self.hours.iter().all(over)
            && !self.exceptions.iter().any(special)
    }

    /// Whether this way can be used at a moment.
    pub fn open(&self, now: Moment) -> Open {
        if self.by_appointment {
            return Open::ByAppointment;
        }
        let open = self
            .spans(now.day)
            .filter(|(span, _)| {
                let closes = now.time >= span.closes_at && span.closes_at != Time::LAST;
                span.opens_at <= now.time && (!closes || span.is_over_night())
            })
            .chain(
                self.spans(now.day.before())
                    .filter(|(span, _)| span.is_over_night() && now.time < span.closes_at),
            )
            .max_by_key(|(span, certain)| (*certain, span.closes_at));
        match open {
            Some((span, true)) => Open::Now { until: span.closes_at },
            Some((_, false)) => Open::Unknown,
            None => self.next(now).map_or(Open::Unknown, Open::Later),
        }
    }

    /// What to try before what, at a moment: what is open; then a number nobody wrote the
    /// hours of, it may be answered; then what opens later, the first first; then a place
    /// of which the hours are not known; then what has to be agreed; and what is only
    /// written or read comes last.
    pub fn turn(&self, now: Moment) -> (u8, Option<Moment>) {
        match (self.channel, self.open(now)) {
            (channel, _) if channel.is_written() => (5, None),
            (_, Open::Now { .. }) => (0, None),
            (Channel::WalkIn, Open::Unknown) => (3, None),
            (_, Open::Unknown) => (1, None),
            (_, Open::Later(Opening { day, span })) => {
                (2, Some(Moment { day, time: span.opens_at }))
            }
            (_, Open::ByAppointment) => (4, None),
        }
    }

    /// The next time that it opens for certain; nothing if that is far away or not known. Days
    /// of which somebody wrote that it is closed do not count: what comes after them is known.
    pub fn next(&self, after: Moment) -> Option<Opening> {
        let mut day = after.day;
        let mut looked = 0;
        while looked < DAYS_AHEAD {
            if let Some(closed) = self.special(day).filter(|special| special.open.is_none()) {
                day = closed.last().next();
                continue;
            }
            looked += 1;
            let opens = |span: &Span| Moment { day, time: span.opens_at } > after;
            let certain = self.spans(day).filter(|(span, certain)| *certain && opens(span));
            if let Some((span, _)) = certain.min_by_key(|(span, _)| span.opens_at) {
                return Some(Opening { day, span });
            }
            day = day.next();
        }
        None
    }

    fn special(&self, day: Date) -> Option<&Exception> {
        self.exceptions.iter().find(|exception| exception.holds_on(day))
    }

    /// When it opens on a day, and whether that is certain: an ordinary week says nothing
    /// about a holiday.
    fn spans(&self, day: Date) -> impl Iterator<Item = (Span, bool)> {
        let exception = self.special(day);
        let special = exception.and_then(|exception| exception.open).map(|span| (span, true));
        let usual =
            self.hours.iter().filter(move |hours| exception.is_none() && hours.holds_on(day));
        let usual = usual.map(move |hours| {
            let span = Span { opens_at: hours.opens_at, closes_at: hours.closes_at };
            (span, hours.holidays || !is_holiday(day))
        });
        special.into_iter().chain(usual)
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

    /// The last minute of a day.
    pub const LAST: Self = Self { hour: 23, minute: 59 };

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
