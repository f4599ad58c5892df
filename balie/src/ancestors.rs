//! Who may show the app in a frame, made only by [`FrameAncestors::parse`].
//!
//! The value ends up inside a security header. So each part must be an exact
//! origin, written in the few characters that an origin needs; a wildcard is
//! refused, because every host below a domain is more than anyone has looked at.

use url::{ParseError, Url};

/// The sites, besides the app itself, that may show it in a frame.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrameAncestors(Vec<String>);

impl FrameAncestors {
    /// Reads origins with white space between them. Reports every wrong one.
    pub fn parse(text: &str) -> Result<Self, Vec<String>> {
        let mut origins = Vec::new();
        let mut wrong = Vec::new();
        for part in text.split_whitespace() {
            match origin(part) {
                Ok(origin) => origins.push(origin),
                Err(why) => wrong.push(format!("{part:?}: {why}")),
            }
        }
        if wrong.is_empty() { Ok(Self(origins)) } else { Err(wrong) }
    }

    /// The origins, in the order given.
    pub fn origins(&self) -> &[String] {
        &self.0
    }
}

/// An origin as a browser writes it: in small letters, without the port its scheme has
/// anyway, and with a name in letters of its own as `xn--`.
fn origin(text: &str) -> Result<String, &'static str> {
    let (_, rest) = text.split_once("://").ok_or(NO_SCHEME)?;
    if rest.contains('*') {
        return Err("a wildcard is not an origin; name each site");
    }
    if rest.trim_end_matches('/').contains(['/', '\\', '?', '#']) {
        return Err("an origin has no path; leave out everything from the slash on");
    }
    if rest.contains('@') {
        return Err("an origin has no user; leave out everything up to the @");
    }
    let url = Url::parse(text).map_err(|why| match why {
        ParseError::InvalidPort => WRONG_PORT,
        _ => NO_HOST,
    })?;
    let host = url.host_str().unwrap_or_default();
    if !host.split('.').all(is_label) {
        return Err(NO_HOST);
    }
    if url.port() == Some(0) {
        return Err(WRONG_PORT);
    }
    match (url.scheme(), host) {
        ("https", _) | ("http", "localhost" | "127.0.0.1") => {
            Ok(url.origin().ascii_serialization())
        }
        ("http", _) => Err("only https:// (or http://localhost, http://127.0.0.1)"),
        _ => Err(NO_SCHEME),
    }
}

const NO_SCHEME: &str = "an origin starts with https://";
const NO_HOST: &str = "this is not the name of a host";
const WRONG_PORT: &str = "the port must be a number from 1 to 65535";

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}
