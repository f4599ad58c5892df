//! Public holidays in the Netherlands: days on which an ordinary week says nothing.

use super::Date;

impl Date {
    /// The last of so many working days that begin the day after: neither weekends nor
    /// holidays count (Algemene termijnenwet, which counts Good Friday as one).
    pub fn after_working_days(self, days: u8) -> Self {
        let mut day = self;
        for _ in 0..days {
            day = day.next();
            while day.weekday() >= 5 || is_holiday(day) {
                day = day.next();
            }
        }
        day
    }
}

/// Whether offices may be closed on a day because of a holiday. Good Friday and 5 May
/// are a day off for many, so an ordinary week says nothing about them either.
pub(super) fn is_holiday(day: Date) -> bool {
    let (year, month, date) = day.parts();
    let kings_day = Date::new(year, 4, 27).map(|king| if king.weekday() == 6 { 26 } else { 27 });
    let fixed = matches!((month, date), (1, 1) | (5, 5) | (12, 25 | 26))
        || (month == 4 && Some(date) == kings_day);
    // Good Friday, Easter, Ascension and Whitsun, in days from Easter Sunday.
    let easter = easter_sunday(year).map(|easter| day.ordinal() - easter.ordinal());
    fixed || easter.is_some_and(|days| matches!(days, -2 | 0 | 1 | 39 | 49 | 50))
}

/// Easter Sunday of a year (the Gregorian computus, after Meeus, Jones and Butcher).
fn easter_sunday(year: u16) -> Option<Date> {
    let year = u32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let moon = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (b % 4) + 2 * (c / 4) - moon - c % 4) % 7;
    let late = (a + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday + 114 - 7 * late;
    Date::new(year as u16, (days / 31) as u8, (days % 31 + 1) as u8)
}
