//! Postcodes in rows: what lies in the same *wijken* stands together.
//!
//! A row runs on over postcodes that do not exist, because nobody can live there; that keeps
//! the table small. It never runs over a postcode of another municipality, of a post-box that
//! is known, or over four digits of which nothing is known at all.

use super::addresses::{Addresses, Part};
use super::six::{self, Six};
use crate::domain::{PostcodeRange, WijkCode};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

/// The code of a *wijk* in full.
pub(super) fn code(municipality: u16, part: Part) -> WijkCode {
    let [first, second] = part.map(char::from);
    format!("WK{municipality:04}{first}{second}").as_str().into()
}

/// The rows of a municipality, with the ranges of post-boxes that are kept among them.
pub(super) fn ranges(addresses: &Addresses, boxes: &[PostcodeRange]) -> Vec<PostcodeRange> {
    let box_spans: Vec<Range<Six>> = boxes.iter().map(six::span).collect();
    let free = |gap: Range<Six>| {
        let of_boxes = box_spans.iter().any(|span| span.start < gap.end && gap.start < span.end);
        !of_boxes && !addresses.others.any(gap)
    };
    let mut rows: Vec<(Six, Six, Vec<Part>)> = Vec::new();
    for (six, wijken) in &addresses.own {
        let wijken = most_first(wijken);
        match rows.last_mut() {
            Some((_, last, known))
                if *known == wijken
                    && six::digits(*six) - six::digits(*last) <= 1
                    && free(*last + 1..*six) =>
            {
                *last = *six;
            }
            _ => rows.push((*six, *six, wijken)),
        }
    }
    let own = rows.into_iter().filter_map(|(first, last, wijken)| {
        Some(PostcodeRange {
            from: six::postcode(first)?,
            to: if first == last { None } else { six::postcode(last) },
            wijken: wijken.into_iter().map(|part| code(addresses.municipality, part)).collect(),
        })
    });
    let mut all: Vec<PostcodeRange> = own.chain(boxes.iter().cloned()).collect();
    all.sort_by_key(|range| six::span(range).start);
    all
}

/// The *wijken* of a postcode, the one with most addresses first.
fn most_first(wijken: &BTreeMap<Part, u32>) -> Vec<Part> {
    let mut sorted: Vec<(&Part, &u32)> = wijken.iter().collect();
    sorted.sort_by_key(|(part, count)| (Reverse(**count), **part));
    sorted.into_iter().map(|(part, _)| *part).collect()
}
