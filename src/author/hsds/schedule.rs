//! When somebody can be reached, as schedules. Their rules of recurrence are those of iCal,
//! with numbers of weeks as HSDS allows them beside `WEEKLY`: every other week by interval
//! would drift at the end of a year of 53 weeks.
//!
//! Where the usual week does not hold for some days, HSDS wants it to end before them and to
//! begin again after them; what holds on those days is a schedule of its own, or none.

use super::id::below;
use super::records::Schedule;
use crate::author::usual::usual;
use crate::domain::{Day, Exception, Hours, Reach, Span, Weeks};
use crate::texts::Texts;
use uuid::Uuid;

/// The last number a week can have.
const LAST_WEEK: usize = 53;

/// When one way to reach somebody can be used; `attending` says which way that is.
pub(super) fn schedules(texts: &Texts, way: Uuid, attending: &str, reach: &Reach) -> Vec<Schedule> {
    let mut before = None;
    let usual = usual(reach).into_iter().map(|(place, hours)| {
        // What begins again after an exception is named by the day on which it does.
        let again = before.replace(place) == Some(place);
        let name = match hours.valid_from.filter(|_| again) {
            Some(from) => format!("{place}/{from}"),
            None => place.to_string(),
        };
        schedule(texts, below(way, "schedule", &name), attending, &hours, &reach.exceptions)
    });
    let special = reach.exceptions.iter().filter_map(|exception| {
        let id = below(way, "exception", &exception.from.to_string());
        Some(special(texts, id, attending, exception, exception.open?))
    });
    usual.chain(special).collect()
}

/// Open at another time than usual on some days.
fn special(
    texts: &Texts,
    id: Uuid,
    attending: &str,
    exception: &Exception,
    open: Span,
) -> Schedule {
    let hours = Hours {
        days: vec![Day::Mo, Day::Tu, Day::We, Day::Th, Day::Fr, Day::Sa, Day::Su],
        opens_at: open.opens_at,
        closes_at: open.closes_at,
        weeks: Weeks::Every,
        valid_from: Some(exception.from),
        valid_until: Some(exception.last()),
        holidays: true,
    };
    Schedule {
        description: texts.exception(exception),
        ..schedule(texts, id, attending, &hours, &[])
    }
}

fn schedule(
    texts: &Texts,
    id: Uuid,
    attending: &str,
    hours: &Hours,
    exceptions: &[Exception],
) -> Schedule {
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
        description: texts.hours(std::slice::from_ref(hours)),
        opens_at: hours.opens_at.into(),
        closes_at: hours.closes_at.into(),
        attending_type: attending.to_owned(),
        notes: notes(texts, hours, exceptions),
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

/// What the fields cannot say: whose clock it is, the night, public holidays, why it ends
/// before some days and begins again after them.
fn notes(texts: &Texts, hours: &Hours, exceptions: &[Exception]) -> String {
    let mut notes = vec!["De tijden zijn die op de klok in Nederland.".to_owned()];
    if hours.closes_at <= hours.opens_at {
        notes.push("Tot in de volgende dag.".to_owned());
    }
    let holidays = match hours.holidays {
        true => "Ook op feestdagen.",
        false => "Of dit op feestdagen ook zo is, is niet bekend.",
    };
    notes.push(holidays.to_owned());
    notes.extend(exceptions.iter().map(|exception| texts.exception(exception)));
    notes.join(" ")
}
