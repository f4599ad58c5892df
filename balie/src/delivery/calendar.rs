//! Moments as people in the Netherlands say them.
//!
//! The rule for summer time stands here, so that it does not matter what the machine knows
//! of time zones. It holds from 1996 on.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

const RULE: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

const DAYS: [&str; 7] =
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// The day and the time, such as "donderdag 26 november 2026 om 09.05 uur".
pub fn moment(at: Timestamp) -> String {
    let here = here(at);
    format!("{} om {:02}.{:02} uur", name(here.date()), here.hour(), here.minute())
}

/// The day.
pub fn day(at: Timestamp) -> String {
    name(here(at).date())
}

/// The day six weeks later.
pub fn day_six_weeks_after(at: Timestamp) -> String {
    let day = here(at).date();
    name(day.checked_add(6.weeks()).unwrap_or(day))
}

fn here(at: Timestamp) -> DateTime {
    TimeZone::posix(RULE).unwrap_or(TimeZone::UTC).to_datetime(at)
}

fn name(date: Date) -> String {
    let day = DAYS[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())];
    let month = MONTHS[usize::from(date.month().unsigned_abs()) - 1];
    format!("{day} {} {month} {}", date.day(), date.year())
}
