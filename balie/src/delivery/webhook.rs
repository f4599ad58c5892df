//! A letter as JSON to an address of the receiver.
//!
//! The receiver knows who calls by the signature: `X-Wijkdeur-Signature` is
//! `sha256=` and HMAC-SHA256, in hexadecimal digits, of `X-Wijkdeur-Timestamp`, a dot and the
//! body. It knows what it already has by `Idempotency-Key`, which is the reference; for
//! that it may answer 409. Any 2xx means that it took the letter up. `docs/webhook.md` says
//! so to receivers, with an example that a test runs.

use super::configuration::Surroundings;
use super::outgoing::{self, Answer, Outgoing};
use super::place::Place;
use super::{Failure, Letter, contact_by, words};
use hmac::{Hmac, KeyInit, Mac};
use reqwest::Url;
use serde::Serialize;
use sha2::Sha256;
use std::fmt;
use std::sync::Arc;
use wijkdeur::domain::Draft;

/// How webhooks are called.
pub struct Webhook {
    outgoing: Outgoing,
    key: Hmac<Sha256>,
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Webhook")
    }
}

/// A webhook of a receiver.
#[derive(Debug)]
pub struct Route {
    webhook: Arc<Webhook>,
    address: Url,
}

/// A letter as it is sent.
#[derive(Serialize)]
struct Body<'a> {
    reference: &'a str,
    received_at: jiff::Timestamp,
    working_days: u8,
    contact_by: String,
    suspect: bool,
    town: &'a str,
    receiver: &'a str,
    if_not_yours: String,
    content: &'a Draft,
}

/// Shorter than this, a secret can be guessed.
const SHORTEST_SECRET: usize = 32;

impl Webhook {
    /// Reads a channel of this kind.
    pub fn read(channel: &Place, surroundings: &Surroundings) -> Option<Self> {
        channel.holds_only(&[&["kind", "secret_env"], &Outgoing::SETTINGS[..]].concat());
        let outgoing = Outgoing::read(channel, surroundings);
        let place = channel.must_have("secret_env")?;
        let secret = surroundings.secret(&place)?;
        if secret.len() < SHORTEST_SECRET {
            place.wrong(format!("the secret has less than {SHORTEST_SECRET} marks"));
            return None;
        }
        let key = Hmac::new_from_slice(secret.as_bytes()).ok()?;
        Some(Self { outgoing: outgoing?, key })
    }

    fn signature(&self, timestamp: &str, body: &[u8]) -> String {
        let mut key = self.key.clone();
        for part in [timestamp.as_bytes(), b".", body] {
            key.update(part);
        }
        let digits: String =
            key.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        format!("sha256={digits}")
    }
}

impl Route {
    /// Reads who receives over such a channel.
    pub fn read(place: &Place, webhook: &Option<Arc<Webhook>>) -> Option<Self> {
        place.holds_only(&["channel", "url"]);
        let address = outgoing::address(&place.must_have("url")?)?;
        Some(Self { webhook: webhook.clone()?, address })
    }

    /// Whether somebody answers there. Only a message shows whether they know the secret.
    pub async fn check(&self) -> Result<String, Failure> {
        let request = self.webhook.outgoing.client(&self.address).head(self.address.clone());
        let answer = outgoing::call(request).await?;
        Ok(format!("a server answers there ({} to HEAD)", answer.status))
    }

    /// Tries once.
    pub async fn deliver(&self, letter: &Letter) -> Result<(), Failure> {
        let body = serde_json::to_vec(&Body {
            reference: &letter.reference,
            received_at: letter.received_at,
            working_days: letter.working_days,
            contact_by: contact_by(letter.received_at, letter.working_days).to_string(),
            suspect: letter.suspect,
            town: &letter.town,
            receiver: &letter.receiver,
            if_not_yours: words::if_not_yours(letter),
            content: &letter.content,
        })
        .map_err(|why| Failure::Never(format!("it cannot be written as JSON: {why}")))?;
        let timestamp = jiff::Timestamp::now().as_second().to_string();
        let request = (self.webhook.outgoing.client(&self.address).post(self.address.clone()))
            .header("content-type", "application/json")
            .header("idempotency-key", &letter.reference)
            .header("x-wijkdeur-signature", self.webhook.signature(&timestamp, &body))
            .header("x-wijkdeur-timestamp", timestamp)
            .body(body);
        judge(&outgoing::call(request).await?)
    }
}

fn judge(answer: &Answer) -> Result<(), Failure> {
    let wait = answer.wait.map(|seconds| format!(", and asks to wait {seconds} seconds"));
    let said = format!("the webhook answers {}{}", answer.status, wait.unwrap_or_default());
    match answer.status {
        200..=299 | 409 => Ok(()),
        // Whoever runs the desk can mend a secret or an address.
        401 | 403 | 404 | 408 | 425 | 429 => Err(Failure::Later(said)),
        400..=499 => Err(Failure::Never(said)),
        // What stands between, or the whole of it, is away.
        502..=504 => Err(Failure::Later(said)),
        500..=599 => Err(Failure::Refused(said)),
        _ => Err(Failure::Later(said)),
    }
}
