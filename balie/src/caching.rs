//! How long a browser may keep a response without asking again.
//!
//! A file whose name holds the hash of its content never changes, so it may stay
//! for a year. Everything else (scripts without a hash, redirects, errors) is asked for each
//! time; where nothing changed that costs one short 304.
//!
//! A page is not kept at all. What a browser keeps of it to go back to is a whole page with
//! a visit on it: in Firefox it has its own old storage, in which nothing was wiped since.

use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_EACH_TIME: HeaderValue = HeaderValue::from_static("no-cache");
const NOT_AT_ALL: HeaderValue = HeaderValue::from_static("no-store");

/// Says how long this response to a request for `path` may be kept, unless it
/// says so itself.
pub fn put_on(headers: &mut HeaderMap, path: &str, status: StatusCode) {
    let found =
        matches!(status, StatusCode::OK | StatusCode::PARTIAL_CONTENT | StatusCode::NOT_MODIFIED);
    let html =
        headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    // A 304 does not say what it is of.
    let page = html || path.ends_with('/');
    let keep = match page {
        true => NOT_AT_ALL,
        false if found && has_hash_in_name(path) => FOR_EVER,
        false => ASK_EACH_TIME,
    };
    headers.entry(CACHE_CONTROL).or_insert(keep);

    // The file server says this on a 200; a 304 must repeat what the 200 said.
    if status == StatusCode::NOT_MODIFIED {
        headers.entry(VARY).or_insert(HeaderValue::from(ACCEPT_ENCODING));
    }
}

/// Whether the file's name ends in a dash and a hash of eight or more
/// hexadecimal digits, before the extension or before `_bg.wasm`. Decimal digits
/// alone do not count: `hours-20261124.json` bears a date, and will change.
pub fn has_hash_in_name(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, _extension)) = name.rsplit_once('.') else {
        return false;
    };
    let stem = match name.strip_suffix("_bg.wasm") {
        Some(stem) => stem,
        None => stem,
    };
    let Some((_, hash)) = stem.rsplit_once('-') else {
        return false;
    };
    hash.len() >= 8
        && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        && hash.bytes().any(|b| b.is_ascii_lowercase())
}
