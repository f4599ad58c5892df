//! The desk itself: what every request needs, and keeping one.

use crate::api::limits::Limits;
use crate::metrics::Metrics;
use crate::reference;
use crate::sealing::Keyring;
use crate::store::{Before, Entry, Kept, Queue, Store};
use crate::towns::Towns;
use crate::trouble::{Once, complain};
use crate::writer::Writer;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;
use std::time::Duration;
use wijkdeur::content::{Taker, Town};
use wijkdeur::domain::{Draft, Request};

/// What every request needs.
pub struct Desk {
    /// Who takes requests.
    pub towns: Arc<Towns>,
    /// Pages of these origins may ask, besides its own.
    pub origins: Vec<String>,
    /// Pages of another origin asked; whoever runs the desk may not mean that.
    pub foreign: Once,
    /// How much one may ask.
    pub limits: Arc<Limits>,
    /// Seals what comes in.
    pub keyring: Arc<Keyring>,
    /// Writes what comes in.
    pub writer: Writer,
    /// Where it is kept.
    pub store: Store,
    /// Counts without names.
    pub metrics: Arc<Metrics>,
    /// What waits longer waits too long.
    pub late: Duration,
}

/// What the desk answers to a request it keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Receipt {
    /// The version of this format.
    pub version: u8,
    /// By which name somebody can ask about it.
    pub reference: String,
    /// When it came in.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub received_at: Timestamp,
    /// Within how many working days somebody is in touch.
    pub working_days: u8,
}

/// How keeping a request ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// It is kept, perhaps since an earlier time.
    Kept(Receipt),
    /// Its key belongs to another request.
    KeyReused,
    /// It is not kept, and can be sent again.
    NotKept,
}

/// Drawing a reference that is taken once is a rare accident; so often it is none.
const DRAWS: usize = 5;

impl Desk {
    /// Keeps a request under its key, once: the same request with the same key is answered
    /// as it was before.
    pub async fn keep(
        &self,
        key: [u8; 32],
        town: &Town,
        to: &Taker,
        request: &Request,
    ) -> Answered {
        let content = serde_json::to_vec(request).expect("texts and numbers");
        // To the second: that is what people are told.
        let received_at = Timestamp::now().as_second();
        for _ in 0..DRAWS {
            let reference = reference::draw();
            let entry = Entry {
                key_digest: key,
                queue: Queue { town: town.slug.clone(), provider: to.id.as_str().to_owned() },
                received_at: received_at * 1000,
                working_days: town.working_days,
                suspect: request.is_suspect(),
                sealed: self.keyring.seal(&reference, &content),
                reference: reference.clone(),
            };
            match self.writer.keep(entry).await {
                Ok(Kept::New) => {
                    let days = town.working_days;
                    return Answered::Kept(receipt(reference, received_at * 1000, days));
                }
                Ok(Kept::Before(before)) => return self.again(before, request),
                Ok(Kept::Clash) => {}
                Err(_) => return Answered::NotKept,
            }
        }
        Answered::NotKept
    }

    /// The key is known: is it the same request?
    fn again(&self, before: Before, request: &Request) -> Answered {
        let opened = self.keyring.open(&before.reference, &before.sealed);
        let kept = opened.and_then(|content| {
            crate::content::read(&content)
                .map_err(|_| "its content is of no version we know".into())
        });
        match kept {
            Ok(kept) if is_same(&kept, request.content()) => {
                Answered::Kept(receipt(before.reference, before.received_at, before.working_days))
            }
            Ok(_) => Answered::KeyReused,
            Err(why) => {
                complain(format_args!("a request came again and cannot be compared: {why}"));
                Answered::NotKept
            }
        }
    }
}

/// Compared is what was checked, so that blanks make no difference; and not how long it
/// took: whoever presses once more has looked at the form for longer.
fn is_same(kept: &Draft, sent: &Draft) -> bool {
    Draft { seconds: sent.seconds, ..kept.clone() } == *sent
}

fn receipt(reference: String, received_at: i64, working_days: u8) -> Receipt {
    let received_at = Timestamp::from_millisecond(received_at).unwrap_or_default();
    Receipt { version: Draft::VERSION, reference, received_at, working_days }
}
