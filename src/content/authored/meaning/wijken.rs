//! Areas, *wijken* and postcodes of a municipality.

use super::Found;
use crate::domain::{Directory, Postcode, PostcodeRange};

/// Judges the places of a directory.
pub(super) fn judge(directory: &Directory, found: &mut Found<'_>) {
    let areas: Vec<&str> = directory.areas.iter().map(|area| area.id.as_str()).collect();
    let wijken: Vec<&str> = directory.wijken.iter().map(|wijk| wijk.code.as_str()).collect();
    found.distinct(
        "het gebied",
        areas.iter().enumerate().map(|(index, id)| (format!("/areas/{index}/id"), *id)),
    );
    found.distinct(
        "de wijk",
        wijken.iter().enumerate().map(|(index, code)| (format!("/wijken/{index}/code"), *code)),
    );
    for (index, wijk) in directory.wijken.iter().enumerate() {
        if let Some(area) = &wijk.area {
            found.refers(format!("/wijken/{index}/area"), "het gebied", area.as_str(), &areas);
        }
    }
    for (index, range) in directory.postcodes.iter().enumerate() {
        let at = format!("/postcodes/{index}");
        row(&at, range, found);
        for (place, code) in range.wijken.iter().enumerate() {
            found.refers(format!("{at}/wijken/{place}"), "de wijk", code.as_str(), &wijken);
        }
        found.distinct(
            "de wijk",
            range
                .wijken
                .iter()
                .enumerate()
                .map(|(place, code)| (format!("{at}/wijken/{place}"), code.as_str())),
        );
    }
}

/// A row of postcodes runs upward, and both ends are written in the same way.
fn row(at: &str, range: &PostcodeRange, found: &mut Found<'_>) {
    let Some(to) = range.to else { return };
    let from = range.from;
    let at = at.to_owned() + "/to";
    if is_whole(from) != is_whole(to) {
        found.add(
            at,
            format!(
                "{from} en {to} zijn niet even lang; schrijf allebei met of allebei zonder letters"
            ),
        );
    } else if to < from {
        found.add(at, format!("{to} komt voor {from}; draai ze om"));
    }
}

/// Whether the letters were given.
fn is_whole(postcode: Postcode) -> bool {
    let [first, last] = postcode.span();
    first == last
}
