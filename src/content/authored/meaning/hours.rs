//! Openings in a week: on some day, and not of no time at all.

use super::Found;
use super::coverage::in_order;
use crate::domain::{Hours, Time};

/// Says where an opening falls together with one above it, so that nobody knows which counts.
pub(super) fn twice(at: &str, before: &[Hours], hours: &Hours, found: &mut Found<'_>) {
    let both = |other: &&Hours| {
        let days = other.days.iter().any(|day| hours.days.contains(day));
        let until = |one: &Hours, two: &Hours| {
            one.valid_until.zip(two.valid_from).is_none_or(|(last, first)| first <= last)
        };
        // Over midnight it goes on to the end of the day at least.
        let end = |one: &Hours| {
            if one.closes_at <= one.opens_at { Time::LAST } else { one.closes_at }
        };
        let times = hours.opens_at < end(other) && other.opens_at < end(hours);
        days && times && other.weeks == hours.weeks && until(hours, other) && until(other, hours)
    };
    if let Some(other) = before.iter().find(both) {
        found.add(
            at.to_owned() + "/opens_at",
            format!(
                "deze tijd valt samen met die van {} tot {} uur op dezelfde dag; maak er één van",
                other.opens_at, other.closes_at
            ),
        );
    }
}

/// Judges one opening.
pub(super) fn judge(at: &str, hours: &Hours, found: &mut Found<'_>) {
    if hours.days.is_empty() {
        found.add(at.to_owned() + "/days", "hier staat geen dag; noem minstens één dag");
    }
    in_order(at, hours.valid_from, hours.valid_until, found);
    if hours.opens_at == hours.closes_at {
        found.add(
            at.to_owned() + "/closes_at",
            "open en dicht zijn hier op dezelfde tijd; dag en nacht open is 00:00 tot 23:59",
        );
    }
}
