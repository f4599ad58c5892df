//! Who may show the app in a frame, made only by [`FrameAncestors::parse`].
//!
//! The value ends up inside a security header. So each part must be an exact
//! origin, written in the few characters that an origin needs; a wildcard is
//! refused, because every host below a domain is more than anyone has looked at.

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

fn origin(text: &str) -> Result<String, &'static str> {
    let text = text.to_ascii_lowercase();
    let (scheme, rest) = text.split_once("://").ok_or("an origin starts with https://")?;
    if rest.contains('*') {
        return Err("a wildcard is not an origin; name each site");
    }
    if rest.contains('/') {
        return Err("an origin has no path; leave out everything from the slash on");
    }
    let (host, port) = match rest.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (rest, None),
    };
    if !host.split('.').all(is_label) {
        return Err("this is not the name of a host");
    }
    if port.is_some_and(|port| !is_port(port)) {
        return Err("the port must be a number from 1 to 65535");
    }
    match (scheme, host) {
        ("https", _) | ("http", "localhost" | "127.0.0.1") => Ok(text),
        ("http", _) => Err("only https:// (or http://localhost, http://127.0.0.1)"),
        _ => Err("an origin starts with https://"),
    }
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
}
