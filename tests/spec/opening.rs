//! Whether somebody can be reached at a moment: never "open" when it is not certain.

use proptest::prelude::*;
use wijkdeur::domain::*;

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn time(text: &str) -> Time {
    Time::try_from(text.to_owned()).expect("a time")
}

fn at(on: &str, clock: &str) -> Moment {
    Moment { day: day(on), time: time(clock) }
}

fn later(on: &str, opens: &str, closes: &str) -> Open {
    let span = Span { opens_at: time(opens), closes_at: time(closes) };
    Open::Later(Opening { day: day(on), span })
}

fn reach(hours: &str, more: &str) -> Reach {
    let text = format!(r#"{{"channel": "walk-in", "value": "Plein 1", "hours": [{hours}]{more}}}"#);
    serde_json::from_str(&text).expect("a way to reach somebody")
}

fn weekly(days: &str, from: &str, until: &str, more: &str) -> Reach {
    reach(
        &format!(r#"{{"days": [{days}], "opens_at": "{from}", "closes_at": "{until}"{more}}}"#),
        "",
    )
}

#[test]
fn days_of_the_week_and_weeks_are_counted_right() {
    for (text, weekday, week) in [
        ("1970-01-01", 3, 1),
        ("2026-11-24", 1, 48),
        ("2026-12-31", 3, 53),
        ("2027-01-01", 4, 53),
        ("2027-01-04", 0, 1),
        ("2024-02-29", 3, 9),
        ("2025-12-29", 0, 1),
        ("2000-02-29", 1, 9),
    ] {
        assert_eq!((day(text).weekday(), day(text).week()), (weekday, week), "{text}");
    }
}

#[test]
fn a_day_comes_after_the_day_before() {
    let mut today = day("1999-12-01");
    for _ in 0..5_000 {
        let next = today.next();
        assert_eq!(next.ordinal(), today.ordinal() + 1, "{today}");
        assert_eq!(next.before(), today);
        today = next;
    }
}

#[test]
fn open_until_closing_and_later_before_opening() {
    let way = weekly(r#""tu", "th""#, "09:30", "12:00", "");
    let tuesday = |clock| way.open(at("2026-12-01", clock));
    assert_eq!(tuesday("09:29"), later("2026-12-01", "09:30", "12:00"));
    assert_eq!(tuesday("09:30"), Open::Now { until: time("12:00") });
    assert_eq!(tuesday("11:59"), Open::Now { until: time("12:00") });
    assert_eq!(tuesday("12:00"), later("2026-12-03", "09:30", "12:00"));
}

#[test]
fn an_opening_over_midnight_belongs_to_the_evening() {
    let way = weekly(r#""fr""#, "22:00", "02:00", "");
    let until = Open::Now { until: time("02:00") };
    assert_eq!(way.open(at("2026-12-04", "23:00")), until);
    assert_eq!(way.open(at("2026-12-05", "01:59")), until);
    let next = later("2026-12-11", "22:00", "02:00");
    assert_eq!(way.open(at("2026-12-05", "02:00")), next);
}

#[test]
fn weeks_and_days_of_a_month_decide() {
    let open = |more: &str, on: &str| {
        let way = weekly(r#""mo", "tu", "we", "th", "fr""#, "09:00", "17:00", more);
        matches!(way.open(at(on, "12:00")), Open::Now { .. })
    };
    for (more, yes, no) in [
        (r#", "weeks": "even""#, "2026-11-24", "2026-12-01"),
        (r#", "weeks": "odd""#, "2026-12-01", "2026-11-24"),
        (r#", "weeks": "first""#, "2026-12-07", "2026-12-08"),
        (r#", "weeks": "second""#, "2026-12-08", "2026-12-07"),
        (r#", "weeks": "third""#, "2026-12-15", "2026-12-14"),
        (r#", "weeks": "fourth""#, "2026-12-22", "2026-12-21"),
        (r#", "weeks": "last""#, "2026-11-24", "2026-11-23"),
        (r#", "valid_until": "2026-12-01""#, "2026-12-01", "2026-12-02"),
        (r#", "valid_from": "2026-12-02""#, "2026-12-02", "2026-12-01"),
    ] {
        assert!(open(more, yes), "{more} on {yes}");
        assert!(!open(more, no), "{more} on {no}");
    }
}

#[test]
fn a_holiday_is_uncertain_unless_it_is_said_to_count() {
    let every = r#""mo", "tu", "we", "th", "fr", "sa", "su""#;
    let usual = weekly(every, "00:00", "23:59", "");
    let always = weekly(every, "00:00", "23:59", r#", "holidays": true"#);
    for holiday in [
        "2026-12-25",
        "2026-12-26",
        "2027-01-01",
        "2027-03-26",
        "2027-03-28",
        "2027-03-29",
        "2027-04-27",
        "2025-04-26",
        "2027-05-05",
        "2027-05-06",
        "2027-05-16",
        "2027-05-17",
        "2024-03-31",
        "2038-04-25",
    ] {
        assert_eq!(usual.open(at(holiday, "12:00")), Open::Unknown, "{holiday}");
        let until = Open::Now { until: time("23:59") };
        assert_eq!(always.open(at(holiday, "12:00")), until, "{holiday}");
    }
    for ordinary in ["2026-12-24", "2027-03-30", "2025-04-27", "2027-05-07"] {
        assert!(matches!(usual.open(at(ordinary, "12:00")), Open::Now { .. }), "{ordinary}");
    }
}

#[test]
fn an_exception_goes_before_the_week_and_before_a_holiday() {
    let way = reach(
        r#"{"days": ["mo", "tu", "we", "th", "fr"], "opens_at": "09:00", "closes_at": "17:00"}"#,
        r#", "exceptions": [
            {"from": "2026-12-24", "open": {"opens_at": "09:00", "closes_at": "12:00"}},
            {"from": "2026-12-25", "open": {"opens_at": "22:00", "closes_at": "01:00"}},
            {"from": "2026-12-28", "until": "2026-12-31"}
        ]"#,
    );
    assert_eq!(way.open(at("2026-12-24", "11:00")), Open::Now { until: time("12:00") });
    // Christmas Day is known, the day after it is not.
    assert_eq!(way.open(at("2026-12-24", "12:00")), later("2026-12-25", "22:00", "01:00"));
    assert_eq!(way.open(at("2026-12-26", "00:30")), Open::Now { until: time("01:00") });
    // Closed until the new year, and then there is New Year's Day and a weekend.
    assert_eq!(way.open(at("2026-12-26", "01:00")), later("2027-01-04", "09:00", "17:00"));
    assert_eq!(way.open(at("2026-12-29", "10:00")), later("2027-01-04", "09:00", "17:00"));
}

/// However long it is closed: that is written, and so is when it opens again.
#[test]
fn a_long_closure_is_known_from_its_first_day() {
    let way = reach(
        r#"{"days": ["mo", "tu", "we", "th", "fr"], "opens_at": "09:00", "closes_at": "17:00"}"#,
        r#", "exceptions": [
            {"from": "2027-06-01", "until": "2027-07-31"},
            {"from": "2027-08-01", "until": "2027-09-10"}
        ]"#,
    );
    for moment in ["2027-06-01", "2027-07-15", "2027-09-10"] {
        let opens = later("2027-09-13", "09:00", "17:00");
        assert_eq!(way.open(at(moment, "10:00")), opens, "{moment}");
    }
}

#[test]
fn what_has_ended_is_over_unless_an_exception_is_still_to_come() {
    let hours = r#"{"days": ["mo"], "opens_at": "09:00", "closes_at": "17:00",
        "valid_until": "2026-11-30"}"#;
    let ended = reach(hours, "");
    assert!(!ended.is_over(day("2026-11-30")) && ended.is_over(day("2026-12-01")));
    assert_eq!(ended.open(at("2026-12-07", "10:00")), Open::Unknown);
    let once_more = reach(
        hours,
        r#", "exceptions": [{"from": "2026-12-07",
            "open": {"opens_at": "09:00", "closes_at": "17:00"}}]"#,
    );
    assert!(!once_more.is_over(day("2026-12-07")) && once_more.is_over(day("2026-12-08")));
    assert_eq!(once_more.open(at("2026-12-07", "10:00")), Open::Now { until: time("17:00") });
}

#[test]
fn an_hour_that_the_clocks_skip_or_repeat_is_that_of_the_clock() {
    let night = weekly(r#""sa""#, "22:00", "04:00", "");
    let said = |utc: &str| {
        let moment: jiff::Timestamp = utc.parse().expect("a moment");
        night.open(Moment::at(moment.as_second() as u64))
    };
    let until = Open::Now { until: time("04:00") };
    // To summer time, from 02:00 to 03:00; and back.
    assert_eq!(said("2027-03-28T00:59:00Z"), until);
    assert_eq!(said("2027-03-28T01:59:00Z"), until);
    assert_eq!(said("2027-03-28T02:00:00Z"), later("2027-04-03", "22:00", "04:00"));
    assert_eq!(said("2026-10-25T02:59:00Z"), until);
    assert_eq!(said("2026-10-25T03:00:00Z"), later("2026-10-31", "22:00", "04:00"));
}

#[test]
fn day_and_night_has_no_last_minute() {
    let always = weekly(
        r#""mo", "tu", "we", "th", "fr", "sa", "su""#,
        "00:00",
        "23:59",
        r#", "holidays": true"#,
    );
    for clock in ["00:00", "12:00", "23:58", "23:59"] {
        let open = always.open(at("2026-12-31", clock));
        assert_eq!(open, Open::Now { until: Time::LAST }, "{clock}");
    }
}

#[test]
fn nothing_written_is_unknown_and_an_appointment_is_one() {
    assert_eq!(reach("", "").open(at("2026-12-01", "12:00")), Open::Unknown);
    let appointment = reach("", r#", "by_appointment": true"#);
    assert_eq!(appointment.open(at("2026-12-01", "12:00")), Open::ByAppointment);
}

proptest! {
    /// Hour by hour: open only inside what is written, and what comes later really comes.
    #[test]
    fn open_is_never_said_outside_what_is_written(
        days in prop::collection::btree_set(0_usize..7, 1..4),
        from in 0_u8..24, until in 0_u8..24, start in 0_u64..400, hour in 0_u8..24,
    ) {
        prop_assume!(from != until);
        const NAMES: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];
        let names: Vec<String> = days.iter().map(|at| format!("\"{}\"", NAMES[*at])).collect();
        let way = weekly(&names.join(","), &format!("{from:02}:00"), &format!("{until:02}:00"), "");
        let today = Date::of_unix_day(20_700 + start);
        let now = Time::new(hour, 30).expect("a time");
        let on = |day: Date| days.contains(&usize::from(day.weekday()));
        let inside = match from < until {
            true => on(today) && (from..until).contains(&hour),
            false => (on(today) && hour >= from) || (on(today.before()) && hour < until),
        };
        let now = Moment { day: today, time: now };
        match way.open(now) {
            Open::Now { .. } => prop_assert!(inside),
            Open::Later(Opening { day, span }) => {
                let at = Moment { day, time: span.opens_at };
                prop_assert!(!inside && at > now && on(day));
                let then = matches!(way.open(at), Open::Now { .. });
                prop_assert!(then);
            }
            Open::ByAppointment => prop_assert!(false),
            // A holiday, or nothing certain for weeks.
            Open::Unknown => {}
        }
    }
}
