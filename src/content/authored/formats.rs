//! The forms a text in the data can have to take, judged by the same parsers that
//! read it later.

use crate::domain::{Date, Postcode, SourceDate, Time};

/// A form, by its name in the schema.
pub(super) struct Format {
    /// As `format` in the schema.
    pub name: &'static str,
    /// Whether a text has this form.
    pub fits: fn(&str) -> bool,
    /// What belongs there, in Dutch.
    pub wanted: &'static str,
}

/// Every form the schema names.
pub(super) const FORMATS: [Format; 4] = [
    Format {
        name: "date",
        fits: |text| text.parse::<Date>().is_ok(),
        wanted: "een datum die bestaat, zoals 2026-12-31",
    },
    Format {
        name: "source-date",
        fits: |text| SourceDate::try_from(text.to_owned()).is_ok(),
        wanted: "een jaar, maand of dag die bestaat, zoals 2019, 2022-04 of 2021-02-16",
    },
    Format {
        name: "time-of-day",
        fits: |text| Time::try_from(text.to_owned()).is_ok(),
        wanted: "een tijd zoals 09:30",
    },
    Format {
        name: "postcode",
        fits: |text| text.parse::<Postcode>().is_ok(),
        wanted: "een postcode zoals 6811 of 6811 AB",
    },
];

/// The form of this name.
pub(super) fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
