//! Phone numbers as people write them.

use super::unseen::{is_hyphen, is_unseen};
use crate::domain::digits::digit;

/// A Dutch number as `0612345678`, one of another country as `+4915112345678`; nothing if it
/// is no number one can be called on.
///
/// Understood are blanks, dashes, dots, slashes and brackets, `+31` and `0031` with or
/// without the zero after it, and a mobile number without its first zero. What cannot be seen
/// is passed over: a list of contacts puts it around the numbers that are copied from it.
pub fn phone_number(written: &str) -> Option<String> {
    let mut abroad = false;
    let mut digits = String::new();
    let mut opened = 0;
    for mark in written.chars() {
        if let Some(digit) = digit(mark) {
            digits.extend(char::from_digit(digit, 10));
            continue;
        }
        match mark {
            '+' if digits.is_empty() && !abroad => abroad = true,
            '(' => opened = digits.len(),
            // The zero that is left out from another country: `+49 (0)151`.
            ')' if (abroad || digits.starts_with("00"))
                && opened > 0
                && digits.get(opened..) == Some("0") =>
            {
                digits.truncate(opened);
            }
            '.' | '/' | ')' => {}
            _ if mark.is_whitespace() || is_hyphen(mark) || is_unseen(mark) => {}
            _ => return None,
        }
    }
    if !abroad && let Some(rest) = digits.strip_prefix("00") {
        abroad = true;
        digits = rest.to_owned();
    }
    // `31` and nine digits more is a number of the Netherlands without its plus.
    let dutch = match digits.strip_prefix("31") {
        Some(rest) if abroad || digits.len() == 11 => Some(rest.strip_prefix('0').unwrap_or(rest)),
        _ if abroad => None,
        _ => match digits.strip_prefix('0') {
            Some(rest) => Some(rest),
            None if digits.starts_with('6') => Some(digits.as_str()),
            None => return None,
        },
    };
    match dutch {
        Some(own) => (own.len() == 9 && !own.starts_with('0')).then(|| ["0", own].concat()),
        None => {
            let fits = (9..=15).contains(&digits.len()) && !digits.starts_with('0');
            fits.then(|| ["+", &digits].concat())
        }
    }
}
