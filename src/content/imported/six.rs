//! Postcodes of six characters by number, in the order in which they follow each other:
//! small enough to keep one bit for each.

use crate::domain::{Postcode, PostcodeRange};
use std::ops::Range;

/// The place of a postcode of six characters among all there can be.
pub(in crate::content) type Six = u32;

/// Pairs of letters.
const PAIRS: u32 = 26 * 26;
/// The first four digits.
const FIRST: u32 = 1000;

/// Reads a postcode as it stands in a table: `5611AA`, `5611 aa`.
pub(super) fn six(text: &[u8]) -> Option<Six> {
    let mut marks = text.iter().copied().filter(|mark| *mark != b' ');
    let mut number = 0;
    for _ in 0..4 {
        number = number * 10 + u32::from(marks.next().filter(u8::is_ascii_digit)? - b'0');
    }
    let mut pair = 0;
    for _ in 0..2 {
        let letter = marks.next().filter(u8::is_ascii_alphabetic)?.to_ascii_uppercase();
        pair = pair * 26 + u32::from(letter - b'A');
    }
    (number >= FIRST && marks.next().is_none()).then(|| (number - FIRST) * PAIRS + pair)
}

/// The four digits of a postcode.
pub(super) fn digits(six: Six) -> u32 {
    six / PAIRS + FIRST
}

/// As it is written.
pub(super) fn postcode(six: Six) -> Option<Postcode> {
    let letter = |place: u32| char::from(b'A' + (place % 26) as u8);
    let pair = six % PAIRS;
    format!("{}{}{}", digits(six), letter(pair / 26), letter(pair)).parse().ok()
}

/// Every postcode of a range.
pub(in crate::content) fn span(range: &PostcodeRange) -> Range<Six> {
    let number = |(digits, [first, second]): (u16, [u8; 2])| {
        let pair = u32::from(first - b'A') * 26 + u32::from(second - b'A');
        (u32::from(digits) - FIRST) * PAIRS + pair
    };
    number(range.from.span()[0])..number(range.last().span()[1]) + 1
}

/// A set of postcodes; the same size whatever is in it.
pub(super) struct Set(Vec<u64>);

impl Set {
    /// With nothing in it.
    pub fn new() -> Self {
        Self(vec![0; (9000 * PAIRS as usize).div_ceil(64)])
    }

    /// Adds one.
    pub fn insert(&mut self, six: Six) {
        self.0[six as usize / 64] |= 1 << (six % 64);
    }

    /// Whether any of these is in it.
    pub fn any(&self, mut range: Range<Six>) -> bool {
        range.any(|six| self.0[six as usize / 64] & 1 << (six % 64) != 0)
    }
}
