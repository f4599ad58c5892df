//! The moment it is, by the clock of this machine, as the Netherlands count it.

use crate::domain::{Date, Moment, Time};
use std::time::{SystemTime, UNIX_EPOCH};

/// The moment it is.
pub(super) fn now() -> Moment {
    Moment::at(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs())
}

/// The day it is.
pub(super) fn today() -> Date {
    now().day
}

/// A moment as it is written: a day, at noon, or a day and a time.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let (day, time) = text.split_once('T').unwrap_or((text, "12:00"));
    Some(Moment { day: day.parse().ok()?, time: Time::try_from(time.to_owned()).ok()? })
}
