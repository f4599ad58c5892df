//! Postcodes as a page shows them: by their four digits, in rows.

use crate::domain::{Postcode, PostcodeRange};
use std::collections::BTreeSet;

/// The four digits of these postcodes in rows, each written with a mark between its first
/// and its last.
pub(super) fn digits<'d>(
    ranges: impl Iterator<Item = &'d PostcodeRange>,
    between: &str,
) -> Vec<String> {
    let all: BTreeSet<Postcode> = ranges.flat_map(PostcodeRange::digits).collect();
    let all: Vec<Postcode> = all.into_iter().collect();
    let follows = |one: &Postcode, next: &Postcode| one.digits_until(*next).count() == 2;
    let rows = all.chunk_by(follows).filter_map(|row| Some((row.first()?, row.last()?)));
    rows.map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}{between}{last}"),
    })
    .collect()
}
