//! The time.

use crate::wizard::Now;
use js_sys::Date;

/// The time now.
pub fn now() -> Now {
    Now::at((Date::now() / 1000.0) as u64)
}
