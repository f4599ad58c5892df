//! Moments as people in the Netherlands say them.
//!
//! The rule for summer time stands here, so that it does not matter what the machine knows
//! of time zones. It holds from 1996 on.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use wijkdeur::domain::{self, Moment};

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

/// The day six weeks later: what a *melding* for the Wmo is looked into by, and nothing else
/// (Wmo 2015, artikel 2.3.2, lid 1). On a weekend or a holiday the law allows the working day
/// after it (Algemene termijnenwet, artikel 1); a team is told the earlier one.
pub fn day_six_weeks_after(at: Timestamp) -> String {
    let day = here(at).date();
    name(day.checked_add(6.weeks()).unwrap_or(day))
}

/// The last day on which somebody should be in touch.
pub fn contact_by(received_at: Timestamp, working_days: u8) -> domain::Date {
    let since = u64::try_from(received_at.as_second()).unwrap_or(0);
    Moment::at(since).day.after_working_days(working_days)
}

/// The same in words.
pub fn contact_by_in_words(received_at: Timestamp, working_days: u8) -> String {
    let (year, month, day) = contact_by(received_at, working_days).parts();
    let date = Date::new(year as i16, month as i8, day as i8);
    date.map(name).unwrap_or_default()
}

fn here(at: Timestamp) -> DateTime {
    TimeZone::posix(RULE).unwrap_or(TimeZone::UTC).to_datetime(at)
}

fn name(date: Date) -> String {
    let day = DAYS[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())];
    let month = MONTHS[usize::from(date.month().unsigned_abs()) - 1];
    format!("{day} {} {month} {}", date.day(), date.year())
}
