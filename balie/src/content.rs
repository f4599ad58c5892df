//! What a request says, as it is read back from the store: as anybody may see it. What was
//! kept before a mark was known to hide or turn a text is read without it.

use wijkdeur::domain::Draft;

/// What was kept.
pub fn read(kept: &[u8]) -> serde_json::Result<Draft> {
    serde_json::from_slice::<Draft>(kept).map(|draft| draft.tidy())
}
