//! Days on which something was done: nobody has done it on a day that is still to come.

use super::Found;
use crate::content::authored::spelling::quoted;
use crate::domain::{Date, Municipality, Provider, SourceDate};

/// Judges when a party and its ways were read about, and verified.
pub(super) fn party(at: &str, party: &Provider, found: &mut Found<'_>) {
    known(at, party.source_date.as_ref(), party.checked, found);
    for (place, way) in party.reach.iter().enumerate() {
        known(&format!("{at}/reach/{place}"), way.source_date.as_ref(), way.checked, found);
    }
}

/// Judges when a municipality confirmed its file, and the year of its codes.
pub(super) fn municipality(own: &Municipality, found: &mut Found<'_>) {
    done("/municipality/confirmed".to_owned(), own.confirmed.map(SourceDate::from), found);
    if own.cbs_year > found.today.parts().0 {
        found.add(
            "/municipality/cbs_year",
            format!(
                "van {} zijn er nog geen wijkcodes; vul het jaar van de tabel in",
                own.cbs_year
            ),
        );
    }
}

fn known(at: &str, written: Option<&SourceDate>, checked: Option<Date>, found: &mut Found<'_>) {
    done(format!("{at}/source_date"), written.cloned(), found);
    done(format!("{at}/checked"), checked.map(SourceDate::from), found);
}

fn done(at: String, date: Option<SourceDate>, found: &mut Found<'_>) {
    let today = found.today;
    if let Some(date) = date.filter(|date| date.first_day() > today) {
        let date = quoted(date.as_str());
        found.add(
            at,
            format!("{date} is nog niet geweest, want het is nu {today}; vul in wanneer het was"),
        );
    }
}
