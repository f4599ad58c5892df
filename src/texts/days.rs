//! Days, hours and ages in words.

use super::Texts;
use crate::domain::{Ages, Date, Exception, Hours, Open, Opening, Time, Weeks};

impl Texts {
    /// "1 december 2026"
    pub fn full_date(&self, day: Date) -> String {
        let (year, month, date) = day.parts();
        self.date(&date.to_string(), self.month_of(month), &year.to_string())
    }

    /// "1 december"
    fn short_date(&self, day: Date) -> String {
        let (_, month, date) = day.parts();
        self.day_and_month(&date.to_string(), self.month_of(month))
    }

    fn month_of(&self, month: u8) -> &str {
        self.month(usize::from(month) - 1)
    }

    fn weekday(&self, day: Date) -> &str {
        self.day(usize::from(day.weekday()))
    }

    /// Whether somebody can be reached, seen from a day: "Morgen open van 9.00 tot 12.00 uur."
    pub fn open(&self, open: Open, today: Date) -> String {
        match open {
            Open::Now { until } if until == Time::LAST => self.open_now().to_owned(),
            Open::Now { until } => self.open_until(&until.to_string()),
            Open::Later(Opening { day, span }) => {
                let (from, until) = (span.opens_at.to_string(), span.closes_at.to_string());
                match day.ordinal() - today.ordinal() {
                    0 => self.open_today(&from, &until),
                    1 => self.open_tomorrow(&from, &until),
                    2..7 => self.open_on_weekday(self.weekday(day), &from, &until),
                    _ => {
                        let date = self.short_date(day);
                        self.open_on_date(self.weekday(day), &date, &from, &until)
                    }
                }
            }
            Open::ByAppointment => self.by_appointment().to_owned(),
            Open::Unknown => self.hours_unknown().to_owned(),
        }
    }

    /// Puts an opening in a calendar.
    pub fn put_in_calendar(&self, Opening { day, span }: Opening) -> String {
        self.calendar(self.weekday(day), &self.short_date(day), &span.opens_at.to_string())
    }

    /// "Van 24 december 2026 tot en met 2 januari 2027: dicht."
    pub fn exception(&self, exception: &Exception) -> String {
        let first = self.full_date(exception.from);
        let days = match exception.until {
            Some(last) => self.between_days(&first, &self.full_date(last)),
            None => self.on_day(&first),
        };
        match exception.open {
            Some(open) => {
                self.open_then(&days, &open.opens_at.to_string(), &open.closes_at.to_string())
            }
            None => self.closed_then(&days),
        }
    }

    /// "maandag tot en met vrijdag van 9.00 tot 17.00 uur"
    pub fn hours(&self, all: &[Hours]) -> String {
        let mut said = String::new();
        for hours in all {
            if !said.is_empty() {
                said.push_str("; ");
            }
            if hours.days.len() == 7 && hours.is_all_day() {
                said.push_str(self.day_and_night());
                continue;
            }
            let mut days = self.days(hours);
            let weeks = match hours.weeks {
                Weeks::Every => None,
                weeks => Some(self.weeks(weeks as usize - 1)),
            };
            add(&mut days, weeks);
            let (from, until) = (hours.opens_at.to_string(), hours.closes_at.to_string());
            said.push_str(&self.hours_on(&days, &from, &until));
            add(&mut said, (hours.closes_at <= hours.opens_at).then(|| self.next_day()));
            let from = hours.valid_from.map(|day| self.from_day(&self.full_date(day)));
            add(&mut said, from.as_deref());
            let until = hours.valid_until.map(|day| self.until_day(&self.full_date(day)));
            add(&mut said, until.as_deref());
        }
        said
    }

    fn days(&self, hours: &Hours) -> String {
        let days: Vec<&str> = hours.days.iter().map(|each| self.day(*each as usize)).collect();
        let in_a_row = hours.days.windows(2).all(|pair| pair[1] as u8 == pair[0] as u8 + 1);
        match days.as_slice() {
            [first, .., last] if in_a_row && days.len() > 2 => self.days_in_a_row(first, last),
            [before @ .., last] if !before.is_empty() => self.days_and(&before.join(", "), last),
            _ => days.concat(),
        }
    }

    /// How long it is until everything is wiped; of more than a minute whole minutes are said.
    pub fn wiped_within(&self, seconds: u32) -> String {
        self.soon_expired(&match seconds {
            60.. => self.minutes(seconds as usize / 60),
            _ => self.seconds(seconds as usize),
        })
    }

    /// For which ages.
    pub fn age_range(&self, ages: Ages) -> String {
        let from = ages.from.to_string();
        match (ages.from, ages.to) {
            (_, None) => self.ages_from(&from),
            (0, Some(until)) => self.ages_until(&until.to_string()),
            (_, Some(until)) => self.ages_between(&from, &until.to_string()),
        }
    }
}

/// Adds words after others.
fn add(said: &mut String, words: Option<&str>) {
    if let Some(words) = words {
        said.push(' ');
        said.push_str(words);
    }
}
