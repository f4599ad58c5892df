//! A year hour by hour: nothing is called open while its schedule says closed, or says
//! nothing. What is expected is worked out a second time, with another calendar (jiff, and
//! the time zone database), from the schedules as they stand in the files.

use crate::town::data_folder;
use jiff::civil::{Date as Civil, DateTime, Time as Clock};
use jiff::{Timestamp, ToSpan, tz::TimeZone};
use serde_json::Value;
use std::collections::BTreeMap;
use wijkdeur::domain::{Date, Moment, Open, Opening, Reach};

/// The first hour, and how many: from before the end of summer time of 2026, past both
/// changes of 2027.
const START: &str = "2026-10-24T00:00:00Z";
const HOURS: i64 = 24 * 380;

/// Public holidays, and days off for many, as the calendars give them.
const HOLIDAYS: [&str; 15] = [
    "2026-12-25",
    "2026-12-26",
    "2027-01-01",
    "2027-03-26",
    "2027-03-28",
    "2027-03-29",
    "2027-04-27",
    "2027-05-05",
    "2027-05-06",
    "2027-05-16",
    "2027-05-17",
    "2027-12-25",
    "2027-12-26",
    "2028-01-01",
    "2028-04-14",
];

/// Every hour of the year, by the clock in the Netherlands.
fn hours() -> impl Iterator<Item = (Timestamp, DateTime)> {
    let start: Timestamp = START.parse().expect("a moment");
    let here = TimeZone::get("Europe/Amsterdam").expect("the time zone");
    (0..HOURS).map(move |hour| {
        let moment = start + hour.hours();
        (moment, here.to_datetime(moment))
    })
}

/// Every way to reach somebody that has a schedule, by the JSON that says it.
fn schedules() -> BTreeMap<String, (Reach, Value)> {
    let mut found = BTreeMap::new();
    let files = wijkdeur::author::read(&data_folder()).expect("the data");
    for (file, text) in files {
        let whole: Value = serde_json::from_str(&text).expect("JSON");
        let lists = [&whole["providers"], &whole["national"]];
        for party in lists.iter().filter_map(|list| list.as_array()).flatten() {
            for reach in party["reach"].as_array().into_iter().flatten() {
                let way: Reach = serde_json::from_value(reach.clone()).expect("a way");
                found.insert(
                    format!("{file} {} {}", party["id"], reach["value"]),
                    (way, reach.clone()),
                );
            }
        }
    }
    let usual = PLANTED.map(|(name, hours)| (name, hours, ""));
    for (name, hours, exceptions) in usual.into_iter().chain(DIFFERENT) {
        let text = format!(
            r#"{{"channel": "phone", "value": "112", "hours": [{hours}], "exceptions": [{exceptions}]}}"#
        );
        let reach: Value = serde_json::from_str(&text).expect("JSON");
        found.insert(
            name.to_owned(),
            (serde_json::from_value(reach.clone()).expect("a way"), reach),
        );
    }
    found
}

/// Schedules that no municipality has, to be sure of them.
const PLANTED: [(&str, &str); 8] = [
    ("night", r#"{"days": ["sa", "su"], "opens_at": "22:00", "closes_at": "04:00"}"#),
    ("even", r#"{"days": ["we"], "opens_at": "00:00", "closes_at": "23:59", "weeks": "even"}"#),
    ("odd", r#"{"days": ["we", "th"], "opens_at": "09:00", "closes_at": "17:00", "weeks": "odd"}"#),
    ("last", r#"{"days": ["su"], "opens_at": "01:00", "closes_at": "04:00", "weeks": "last"}"#),
    (
        "first",
        r#"{"days": ["fr", "sa"], "opens_at": "23:00", "closes_at": "03:00", "weeks": "first"}"#,
    ),
    (
        "always",
        r#"{"days": ["mo", "tu", "we", "th", "fr", "sa", "su"], "opens_at": "00:00", "closes_at": "23:59", "holidays": true}"#,
    ),
    (
        "winter",
        r#"{"days": ["mo", "tu"], "opens_at": "10:00", "closes_at": "12:00", "valid_from": "2026-11-02", "valid_until": "2027-03-30"}"#,
    ),
    (
        "two",
        r#"{"days": ["mo"], "opens_at": "09:00", "closes_at": "12:00"}, {"days": ["mo"], "opens_at": "13:00", "closes_at": "17:00"}"#,
    ),
];

/// The same with days that differ.
const DIFFERENT: [(&str, &str, &str); 3] = [
    (
        "closed",
        r#"{"days": ["mo", "tu", "we", "th", "fr"], "opens_at": "09:00", "closes_at": "17:00"}"#,
        r#"{"from": "2026-12-24", "until": "2027-01-03"}, {"from": "2027-07-12", "until": "2027-09-05"}"#,
    ),
    (
        "new year",
        r#"{"days": ["we", "th"], "opens_at": "20:00", "closes_at": "23:00"}"#,
        r#"{"from": "2026-12-31", "open": {"opens_at": "20:00", "closes_at": "04:00"}}"#,
    ),
    (
        "no night",
        r#"{"days": ["fr", "sa", "su"], "opens_at": "22:00", "closes_at": "06:00", "holidays": true}"#,
        r#"{"from": "2026-12-26", "until": "2026-12-27"}, {"from": "2027-05-07", "open": {"opens_at": "09:00", "closes_at": "11:00"}}"#,
    ),
];

/// Whether a way is open at a moment, for certain.
fn is_open(way: &Value, now: DateTime) -> bool {
    let (today, time) = (now.date(), now.time());
    let open_today = spans(way, today).into_iter().any(|(opens, closes)| match opens < closes {
        true => opens <= time && time < closes,
        false => opens <= time,
    });
    let still_open = |(opens, closes): (Clock, Clock)| closes <= opens && time < closes;
    open_today || spans(way, today - 1.day()).into_iter().any(still_open)
}

/// From when until when it is open on a day, for certain; what is not after the beginning is
/// on the next day.
fn spans(way: &Value, day: Civil) -> Vec<(Clock, Clock)> {
    let clock = |span: &Value, key: &str| -> Clock {
        span[key].as_str().expect("a time").parse().expect("a time")
    };
    let span = |span: &Value| (clock(span, "opens_at"), clock(span, "closes_at"));
    let on = |value: &Value| value.as_str().map(|day| day.parse::<Civil>().expect("a day"));
    let mut exceptions = way["exceptions"].as_array().into_iter().flatten();
    let exception = exceptions.find(|known| {
        let from = on(&known["from"]).expect("a first day");
        from <= day && day <= on(&known["until"]).unwrap_or(from)
    });
    if let Some(exception) = exception {
        return exception.get("open").map(span).into_iter().collect();
    }
    let hours = way["hours"].as_array().into_iter().flatten();
    hours.filter(|hours| takes_place(hours, day)).map(span).collect()
}

/// Whether what is open every week is so on a day.
fn takes_place(hours: &Value, day: Civil) -> bool {
    let name =
        ["mo", "tu", "we", "th", "fr", "sa", "su"][day.weekday().to_monday_zero_offset() as usize];
    let nth = (day.day() - 1) / 7;
    let on = |key: &str| hours[key].as_str().map(|day| day.parse::<Civil>().expect("a day"));
    hours["days"].as_array().expect("days").iter().any(|known| known == name)
        && on("valid_from").is_none_or(|from| from <= day)
        && on("valid_until").is_none_or(|until| day <= until)
        && match hours["weeks"].as_str().unwrap_or("every") {
            "every" => true,
            "even" => day.iso_week_date().week() % 2 == 0,
            "odd" => day.iso_week_date().week() % 2 == 1,
            "last" => (day + 7.days()).month() != day.month(),
            word => ["first", "second", "third", "fourth"][nth.min(3) as usize] == word && nth < 4,
        }
        && (hours["holidays"] == true || !HOLIDAYS.contains(&day.to_string().as_str()))
}

#[test]
fn a_year_hour_by_hour_nothing_is_called_open_that_is_not() {
    let schedules = schedules();
    assert!(schedules.values().filter(|(way, _)| !way.hours.is_empty()).count() > 50);
    let (mut open, mut unknown) = (0_u32, 0_u32);
    for (_, now) in hours() {
        let (year, month, day) = (now.year() as u16, now.month() as u8, now.day() as u8);
        let day = Date::new(year, month, day).expect("a day");
        let time = wijkdeur::domain::Time::new(now.hour() as u8, 0).expect("a time");
        for (name, (way, json)) in &schedules {
            let certain = is_open(json, now);
            match way.open(Moment { day, time }) {
                Open::Now { .. } => {
                    assert!(certain, "{name} is called open at {now}");
                    open += 1;
                }
                Open::Later(Opening { day: then, span }) => {
                    let at = span.opens_at;
                    assert!(!certain, "{name} is open at {now}, and not only on {then} at {at}");
                }
                Open::Unknown => unknown += 1,
                Open::ByAppointment => assert!(way.by_appointment, "{name}"),
            }
        }
    }
    assert!(open > 10_000 && unknown > 10_000, "{open} times open, {unknown} times unknown");
}

#[test]
fn the_clock_is_that_of_the_netherlands_on_every_hour() {
    let mut summer = 0;
    for (moment, now) in hours() {
        let Moment { day, time } = Moment::at(moment.as_second() as u64);
        let said = format!("{day}T{}", String::from(time));
        assert_eq!(said, now.strftime("%Y-%m-%dT%H:%M").to_string(), "{moment}");
        let greenwich = TimeZone::UTC.to_datetime(moment);
        summer += u32::from((now.hour() + 24 - greenwich.hour()) % 24 == 2);
    }
    assert!(summer > 24 * 180, "{summer} hours of summer time");
}
