//! A letter as a contact with a task in Klantinteracties, the register in which many
//! municipalities keep what residents ask: Open Klant 2.4 or later, or another that speaks
//! the same.
//!
//! Read for it: the API description 0.1.2 and the sources of
//! <https://github.com/maykinmedia/open-klant>. Whoever receives is an *actor*; the letter
//! becomes a *klantcontact* with a *betrokkene* and the reference as *onderwerpobject* (one
//! request, all or nothing), then the *digitale adressen* of the betrokkene, then one
//! *interne taak* for the actor.
//!
//! The register has no key against doubles. So before each of these is made it is looked
//! up, by the reference or by what it belongs to: an attempt that broke off anywhere is
//! taken up where it broke off. Absent: a person from a register (*partij*), and changes to
//! what is there already.

mod address;
mod bodies;
mod fit;
mod register;

use super::configuration::Surroundings;
use super::outgoing::{self, Outgoing};
use super::place::Place;
use super::{Failure, Letter};
use address::Address;
use bodies::Actor;
use register::Register;
use std::fmt;
use std::sync::Arc;
use tokio::sync::Mutex;

/// A register, and as whom it is called.
pub struct OpenKlant {
    register: Register,
    kanaal: String,
    /// Held while an actor is looked up and made, so that two letters do not make two.
    one_at_a_time: Mutex<()>,
}

impl fmt::Debug for OpenKlant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpenKlant")
    }
}

impl OpenKlant {
    /// Reads a channel of this kind.
    pub fn read(channel: &Place, surroundings: &Surroundings) -> Option<Self> {
        let own = ["kind", "url", "token_env", "kanaal"];
        channel.holds_only(&[&own, &Outgoing::SETTINGS[..]].concat());
        let outgoing = Outgoing::read(channel, surroundings);
        let url = channel.must_have("url").and_then(|place| outgoing::address(&place));
        let token = channel.must_have("token_env").and_then(|it| token(&it, surroundings));
        let kanaal = match channel.may_have("kanaal") {
            Some(place) => place.short_text(50)?,
            None => "wijkdeur",
        };
        let register = Register::new(outgoing?, &url?, &token?);
        Some(Self { register, kanaal: kanaal.to_owned(), one_at_a_time: Mutex::new(()) })
    }
}

fn token(place: &Place, surroundings: &Surroundings) -> Option<String> {
    let token = surroundings.secret(place)?;
    if token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Some(token);
    }
    place.wrong("a token holds letters, digits and signs only");
    None
}

/// An actor in a register.
#[derive(Debug)]
pub struct Route {
    open_klant: Arc<OpenKlant>,
    actor: Actor,
}

impl Route {
    /// Reads who receives over such a channel.
    pub fn read(place: &Place, open_klant: &Option<Arc<OpenKlant>>) -> Option<Self> {
        place.holds_only(&["channel", "actor"]);
        let actor = Actor::read(&place.must_have("actor")?)?;
        Some(Self { open_klant: open_klant.clone()?, actor })
    }

    /// Whether the register answers, and whether it has the actor.
    pub async fn check(&self) -> Result<String, Failure> {
        let found = self.open_klant.register.actors(&self.actor).await?;
        Ok(format!("Open Klant answers and has {} such actors", found.len()))
    }

    /// Tries once, from where an earlier attempt broke off.
    pub async fn deliver(&self, letter: &Letter) -> Result<(), Failure> {
        let register = &self.open_klant.register;
        let actor = self.actor(register).await?;
        let contact = match register.contact(&letter.reference).await? {
            Some(contact) => contact,
            None => {
                register.make_contact(&bodies::contact(letter, &self.open_klant.kanaal)).await?
            }
        };
        let there = register.addresses(&contact.betrokkene).await?;
        for address in Address::all(&letter.content) {
            if !there.contains(&address.adres) {
                register.make("digitaleadressen", &address.body(&contact.betrokkene)).await?;
            }
        }
        if !register.has_task(&contact.uuid).await? {
            register.make("internetaken", &bodies::task(letter, &contact.uuid, &actor)).await?;
        }
        Ok(())
    }

    /// The actor, made if it is not there.
    async fn actor(&self, register: &Register) -> Result<String, Failure> {
        let _alone = self.open_klant.one_at_a_time.lock().await;
        let found = register.actors(&self.actor).await?;
        // The newest comes first; the oldest stays what it is.
        let active = found.iter().rfind(|actor| actor["indicatieActief"] != false);
        match (active, found.is_empty()) {
            (Some(actor), _) => register::uuid(actor),
            (None, true) => register::uuid(&register.make("actoren", &self.actor.body()).await?),
            (None, false) => {
                let name = &self.actor.name;
                Err(Failure::Later(format!("in Open Klant the actor {name:?} is not active")))
            }
        }
    }
}
