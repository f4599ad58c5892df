//! The time, and the day it is in the Netherlands whatever the device says.

use crate::domain::Date;
use crate::wizard::Now;
use js_sys::{Date as JsDate, Object, Reflect};

/// The time now.
pub fn now() -> Now {
    let seconds = (JsDate::now() / 1000.0) as u64;
    Now { seconds, today: today() }
}

/// Swedish writes a day as `2026-12-01`. A browser without time zones tells the day
/// in London, which is right but for an hour or two.
fn today() -> Date {
    let options = Object::new();
    let _ = Reflect::set(&options, &"timeZone".into(), &"Europe/Amsterdam".into());
    let day = String::from(JsDate::new_0().to_locale_date_string("sv-SE", &options));
    let utc = || String::from(JsDate::new_0().to_iso_string());
    day.parse().ok().or_else(|| utc().get(..10)?.parse().ok()).unwrap_or(Date::EARLIEST)
}
