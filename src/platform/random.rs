//! Numbers nobody can guess.

use crate::request::RequestKey;
use js_sys::Math;
use web_sys::window;

/// A key for a request.
pub fn key() -> RequestKey {
    // A browser without the better source still must not give the same key to everybody.
    let mut bytes = [0; 16].map(|_: u8| (Math::random() * 256.0) as u8);
    if let Some(crypto) = window().and_then(|window| window.crypto().ok()) {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    let (first, second) = bytes.split_at(8);
    let number = |half: &[u8]| half.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
    RequestKey(number(first), number(second))
}
