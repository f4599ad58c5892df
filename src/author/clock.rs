//! The moment it is, by the clock of this machine, as the Netherlands count it.

use crate::domain::{Date, Time};
use std::time::{SystemTime, UNIX_EPOCH};

/// A moment: the day and the time in the Netherlands.
pub type Moment = (Date, Time);

const DAY: u64 = 24 * 60 * 60;

/// The moment it is.
pub(super) fn now() -> Moment {
    at(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs())
}

/// What the clocks in the Netherlands say this many seconds after 1 January 1970 by the
/// clock of Greenwich.
pub fn at(since: u64) -> Moment {
    let winter = since + 60 * 60;
    let local = if is_summer(since) { winter + 60 * 60 } else { winter };
    let minutes = local % DAY / 60;
    let time = Time::new((minutes / 60) as u8, (minutes % 60) as u8);
    (Date::of_unix_day(local / DAY), time.unwrap_or(Time::NOON))
}

/// The day it is.
pub(super) fn today() -> Date {
    now().0
}

/// Summer time runs from the last Sunday of March to that of October, from and until
/// 01:00 by the clock of Greenwich (directive 2000/84/EC).
fn is_summer(seconds: u64) -> bool {
    let (year, ..) = Date::of_unix_day(seconds / DAY).parts();
    let changes = |month| {
        let sunday = (25..=31).filter_map(|day| Date::new(year, month, day));
        let sunday = sunday.into_iter().find(|day| day.weekday() == 6)?;
        let epoch = Date::of_unix_day(0).ordinal();
        Some((sunday.ordinal() - epoch) as u64 * DAY + 60 * 60)
    };
    changes(3).zip(changes(10)).is_some_and(|(from, until)| (from..until).contains(&seconds))
}

/// A moment as it is written: a day, at noon, or a day and a time.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let (day, time) = text.split_once('T').unwrap_or((text, "12:00"));
    Some((day.parse().ok()?, Time::try_from(time.to_owned()).ok()?))
}
