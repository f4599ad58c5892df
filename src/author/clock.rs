//! The day it is, by the clock of this machine.

use crate::domain::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// The day it is in London, which is right but for an hour or two.
pub(super) fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Date::of_unix_day(since.as_secs() / (24 * 60 * 60))
}
