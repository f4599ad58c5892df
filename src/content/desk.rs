//! What the desk knows of the municipalities that take requests: `desk.json`, published
//! beside the app.

use crate::domain::{Directory, Municipality, ProviderId, Receiver};
use serde::{Deserialize, Serialize};

/// So many days a desk keeps what was delivered, unless it is told otherwise.
pub const KEPT_DAYS: u16 = 30;

/// So many days a desk keeps what nobody received, unless it is told otherwise.
pub const KEPT_UNDELIVERED_DAYS: u16 = 90;

/// One municipality with a desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Town {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// It is invented: nothing is really delivered.
    pub demonstration: bool,
    /// Within how many working days somebody is in touch.
    pub working_days: u8,
    /// The general entrance: who receives what names nobody.
    pub entrance: ProviderId,
    /// Everybody who takes requests, the entrance among them.
    pub receivers: Vec<Taker>,
}

/// A party that takes requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taker {
    /// Its name in the directory.
    pub id: ProviderId,
    /// Its name for people.
    pub name: String,
    /// It is the municipality itself.
    pub municipal: bool,
}

impl Town {
    /// What a directory says of its desk; nothing if it has none.
    pub fn of(directory: &Directory) -> Option<Self> {
        let Municipality { slug, name, desk, entrance, demonstration, .. } =
            &directory.municipality;
        let desk = desk.as_ref()?;
        let taker = |party: &crate::domain::Provider| {
            let receiver = directory.receiver(Some(&party.id));
            (receiver != Receiver::Unknown).then(|| Taker {
                id: party.id.clone(),
                name: party.name.clone(),
                municipal: receiver == Receiver::Municipality,
            })
        };
        Some(Self {
            slug: slug.clone(),
            name: name.clone(),
            demonstration: *demonstration,
            working_days: desk.working_days,
            entrance: entrance.clone(),
            receivers: directory.providers.iter().filter_map(taker).collect(),
        })
    }

    /// Who receives what is meant for this party, which may be nobody in particular.
    pub fn taker(&self, id: Option<&ProviderId>) -> Option<&Taker> {
        let id = id.unwrap_or(&self.entrance);
        self.receivers.iter().find(|taker| taker.id == *id)
    }

    /// What that party is to a request.
    pub fn receiver(&self, id: Option<&ProviderId>) -> Receiver {
        match self.taker(id) {
            Some(taker) if taker.municipal => Receiver::Municipality,
            Some(_) => Receiver::Other,
            None => Receiver::Unknown,
        }
    }
}
