//! Openings in a week: on some day, and not of no time at all.

use super::Found;
use super::coverage::in_order;
use crate::domain::Hours;

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
