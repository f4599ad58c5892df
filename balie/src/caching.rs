//! How long a browser may keep a response without asking again.
//!
//! Two things never change, so they may stay for a year: what lies in the folder of a build,
//! which is named by the sum of its files, and data, each named after its content. Everything
//! else (what keeps its address from build to build, redirects, errors) is asked for each time;
//! where nothing changed that costs one short 304.
//!
//! A page is not kept at all. What a browser keeps of it to go back to is a whole page with
//! a visit on it: in Firefox it has its own old storage, in which nothing was wiped since.

use crate::addresses::{APP, DATA};
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
        false if found && is_named_after_its_content(path) => FOR_EVER,
        false => ASK_EACH_TIME,
    };
    headers.entry(CACHE_CONTROL).or_insert(keep);

    // The file server says this on a 200; a 304 must repeat what the 200 said.
    if status == StatusCode::NOT_MODIFIED {
        headers.entry(VARY).or_insert(HeaderValue::from(ACCEPT_ENCODING));
    }
}

/// Whether this path is of a file in the folder of a build, or of data. Others may bear a
/// number too: `hours-20261124.json` is a date, and will change.
pub fn is_named_after_its_content(path: &str) -> bool {
    if let Some((build, file)) = path.strip_prefix(APP).and_then(|below| below.split_once('/')) {
        return is_sum(build) && !file.is_empty();
    }
    let file = path.strip_prefix(DATA).and_then(|name| name.strip_suffix(".bin"));
    let sum = file.and_then(|name| name.rsplit_once('-'));
    sum.is_some_and(|(town, sum)| is_sum(sum) && !town.contains('/'))
}

/// A sum as it is written in a name: sixteen hexadecimal digits.
fn is_sum(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|sign| matches!(sign, b'0'..=b'9' | b'a'..=b'f'))
}
