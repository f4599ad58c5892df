//! The time it is in the Netherlands, whatever the clock of a device says.

use super::{Date, Time};

/// A day and a time, by the clock in the Netherlands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub day: Date,
    /// The time on that day.
    pub time: Time,
}

const HOUR: u64 = 60 * 60;
const DAY: u64 = 24 * HOUR;

impl Moment {
    /// What the clocks in the Netherlands say this many seconds after 1 January 1970 by the
    /// clock of Greenwich.
    pub fn at(since: u64) -> Self {
        let local = since + if is_summer(since) { 2 * HOUR } else { HOUR };
        let minutes = local % DAY / 60;
        let time = Time::new((minutes / 60) as u8, (minutes % 60) as u8);
        Self { day: Date::of_unix_day(local / DAY), time: time.unwrap_or(Time::NOON) }
    }
}

/// Summer time runs from the last Sunday of March to that of October, from and until
/// 01:00 by the clock of Greenwich (directive 2000/84/EC).
fn is_summer(seconds: u64) -> bool {
    let (year, ..) = Date::of_unix_day(seconds / DAY).parts();
    let changes = |month| {
        let sunday = (25..=31).filter_map(|day| Date::new(year, month, day));
        let sunday = sunday.into_iter().find(|day| day.weekday() == 6)?;
        let epoch = Date::of_unix_day(0).ordinal();
        Some((sunday.ordinal() - epoch) as u64 * DAY + HOUR)
    };
    changes(3).zip(changes(10)).is_some_and(|(from, until)| (from..until).contains(&seconds))
}
