//! Days on which the ordinary week does not hold: one thing is said of each of them.

use super::Found;
use crate::content::authored::pointer::item;
use crate::domain::Exception;

/// Judges the exceptions of one way to reach a party.
pub(super) fn judge(list: &str, all: &[Exception], found: &mut Found<'_>) {
    for (index, exception) in all.iter().enumerate() {
        let at = item(list, index);
        let (from, last) = (exception.from, exception.last());
        if last < from {
            found.add(
                at.clone() + "/until",
                format!("de laatste dag ({last}) ligt voor de eerste ({from}); draai ze om"),
            );
        }
        let same_days = |other: &&Exception| {
            from <= last && other.from <= other.last() && from <= other.last() && other.from <= last
        };
        if let Some(other) = all[..index].iter().find(same_days) {
            let day = from.max(other.from);
            found.add(
                at.clone() + "/from",
                format!(
                    "over {day} staat hierboven al iets; laat één uitzondering voor die dag staan"
                ),
            );
        }
        if exception.open.is_some_and(|open| open.opens_at == open.closes_at) {
            found.add(
                at + "/open/closes_at",
                "open en dicht zijn hier op dezelfde tijd; laat \"open\" weg als het dicht is",
            );
        }
    }
}
