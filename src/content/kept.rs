//! What a browser keeps until the tab closes, as text: one character for each byte, after the
//! name of the types it is made of. What was kept by an app of other types is not read.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Names the types of a visit and of a request (`build.rs`).
const FORMAT: &str = env!("WIJKDEUR_KEPT");

/// As text.
pub fn write(what: &impl Serialize) -> String {
    let bytes = postcard::to_allocvec(what).unwrap_or_default();
    FORMAT.bytes().chain(bytes).map(char::from).collect()
}

/// From text; nothing if it cannot be read.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let bytes: Option<Vec<u8>> = text.chars().map(|mark| u8::try_from(mark).ok()).collect();
    postcard::from_bytes(bytes?.strip_prefix(FORMAT.as_bytes())?).ok()
}
