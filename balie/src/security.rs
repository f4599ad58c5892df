//! Where somebody tells of a weakness that they found: `security.txt`, as RFC 9116 has it.

use crate::addresses::SECURITY;
use axum::Router;
use axum::routing::get;
use jiff::{SignedDuration, Timestamp};
use url::Url;

/// So many days what it says may be relied on; it is made anew each time it is asked for.
const DAYS: i64 = 180;

/// An address to write to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact(String);

impl Contact {
    /// Reads `mailto:` or `https://`. An error is a message for who started the desk.
    pub fn read(said: &str) -> Result<Self, String> {
        let url = Url::parse(said).ok();
        let right = url.filter(|url| match url.scheme() {
            "mailto" => url.path().split_once('@').is_some_and(|(name, host)| {
                !name.is_empty() && !host.is_empty() && !url.path().contains(' ')
            }),
            "https" => true,
            _ => false,
        });
        let wrong = || {
            format!(
                "--security-contact must be an address such as mailto:security@example.nl or \
                 https://example.nl/security, not {said:?}"
            )
        };
        right.map(|url| Self(url.into())).ok_or_else(wrong)
    }

    fn text(&self, now: Timestamp) -> String {
        let expires = now + SignedDuration::from_hours(DAYS * 24);
        let expires = Timestamp::from_second(expires.as_second()).unwrap_or(expires);
        format!("Contact: {}\nExpires: {expires}\nPreferred-Languages: nl, en\n", self.0)
    }
}

/// The file, if there is somebody to write to.
pub fn txt(contact: &Option<Contact>) -> Router {
    let Some(contact) = contact.clone() else { return Router::new() };
    let text = move || async move { contact.text(Timestamp::now()) };
    Router::new().route(SECURITY, get(text))
}
