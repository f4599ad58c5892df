//! When somebody can be reached, as schedules. Their rules of recurrence are those of iCal,
//! with numbers of weeks as HSDS allows them beside `WEEKLY`: every other week by interval
//! would drift at the end of a year of 53 weeks.

use super::id::below;
use super::records::Schedule;
use crate::domain::{Day, Hours, Weeks};
use crate::texts::NL;
use uuid::Uuid;

/// The last number a week can have.
const LAST_WEEK: usize = 53;

/// The hours of one way to reach somebody; `attending` says which way that is.
pub(super) fn schedules(way: Uuid, attending: &str, hours: &[Hours]) -> Vec<Schedule> {
    let id = |index: usize| below(way, "schedule", &index.to_string());
    let all = hours.iter().enumerate();
    all.map(|(index, hours)| schedule(id(index), attending, hours)).collect()
}

fn schedule(id: Uuid, attending: &str, hours: &Hours) -> Schedule {
    let byweekno = weeks_of_year(hours.weeks);
    let nth = nth_of_month(hours.weeks);
    let days: Vec<String> =
        hours.days.iter().map(|each| format!("{}{}", nth.unwrap_or(""), day(*each))).collect();
    Schedule {
        id,
        valid_from: hours.valid_from.map(String::from),
        valid_to: hours.valid_until.map(String::from),
        wkst: byweekno.as_ref().map(|_| "MO"),
        freq: if nth.is_some() { "MONTHLY" } else { "WEEKLY" },
        byday: days.join(","),
        byweekno,
        description: (NL.hours)(std::slice::from_ref(hours)),
        opens_at: hours.opens_at.into(),
        closes_at: hours.closes_at.into(),
        attending_type: attending.to_owned(),
        notes: notes(hours),
    }
}

fn nth_of_month(weeks: Weeks) -> Option<&'static str> {
    match weeks {
        Weeks::Every | Weeks::Even | Weeks::Odd => None,
        Weeks::First => Some("1"),
        Weeks::Second => Some("2"),
        Weeks::Third => Some("3"),
        Weeks::Fourth => Some("4"),
        Weeks::Last => Some("-1"),
    }
}

fn weeks_of_year(weeks: Weeks) -> Option<String> {
    let first = match weeks {
        Weeks::Even => 2,
        Weeks::Odd => 1,
        _ => return None,
    };
    let weeks: Vec<String> =
        (first..=LAST_WEEK).step_by(2).map(|number| number.to_string()).collect();
    Some(weeks.join(","))
}

fn day(day: Day) -> &'static str {
    match day {
        Day::Mo => "MO",
        Day::Tu => "TU",
        Day::We => "WE",
        Day::Th => "TH",
        Day::Fr => "FR",
        Day::Sa => "SA",
        Day::Su => "SU",
    }
}

/// What the fields cannot say: whose clock it is, the night, public holidays.
fn notes(hours: &Hours) -> String {
    let mut notes = vec!["De tijden zijn die op de klok in Nederland."];
    if hours.closes_at <= hours.opens_at {
        notes.push("Tot in de volgende dag.");
    }
    notes.push(match hours.holidays {
        true => "Ook op feestdagen.",
        false => "Of dit op feestdagen ook zo is, is niet bekend.",
    });
    notes.join(" ")
}
