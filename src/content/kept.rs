//! What a browser keeps until the tab closes, as text: one character for each byte.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// As text.
pub fn write(what: &impl Serialize) -> String {
    let bytes = postcard::to_allocvec(what).unwrap_or_default();
    bytes.into_iter().map(char::from).collect()
}

/// From text; nothing if it cannot be read.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let bytes: Option<Vec<u8>> = text.chars().map(|mark| u8::try_from(mark).ok()).collect();
    postcard::from_bytes(&bytes?).ok()
}
