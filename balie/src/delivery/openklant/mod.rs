//! A letter as a contact with a task in Klantinteracties, the register in which many
//! municipalities keep what residents ask: Open Klant 2.4 or later, or another that speaks
//! the same.
//!
//! Read for it: the API description 0.1.2, the sources of
//! <https://github.com/maykinmedia/open-klant> and the answers of its versions 2.4, 2.16 and
//! 2.18. Whoever receives is an *actor*; the letter becomes a *klantcontact* with a
//! *betrokkene* and the reference as *onderwerpobject* (one request, all or nothing), then the
//! *digitale adressen* of the betrokkene, then one *interne taak* for the actor. A letter that
//! is too long for that becomes several (`fit`).
//!
//! Each of these is looked up right before it is made, by the reference or by what it belongs
//! to: an attempt that broke off anywhere is taken up where it broke off. A write that is done
//! after the desk gave up meets a number that is taken (`bodies::Key`). Absent: a person from a
//! register (*partij*), and changes to what is there already.

mod address;
mod bodies;
mod fit;
mod language;
mod refusal;
mod register;

use super::configuration::Surroundings;
use super::outgoing::{self, Outgoing};
use super::place::Place;
use super::{Failure, Letter};
use address::Address;
use bodies::{Actor, Key};
use fit::Part;
use register::{Contact, Made, Register};
use serde_json::json;
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

    /// Whether the register answers, takes the token and has the actor. Only looks.
    pub async fn check(&self) -> Result<String, Failure> {
        let name = &self.actor.name;
        Ok(match self.known().await? {
            Some(_) => format!("Open Klant answers, takes the token and has the actor {name:?}"),
            None => format!(
                "Open Klant answers and takes the token; the first request makes the actor {name:?}"
            ),
        })
    }

    /// Tries once, from where an earlier attempt broke off. This leaves, for each part of the
    /// letter, a klantcontact with a betrokkene, an onderwerpobject (its `objectId` is the
    /// reference) and addresses, and an interne taak; and the actor, if it was not there.
    pub async fn deliver(&self, letter: &Letter) -> Result<(), Failure> {
        let actor = self.actor().await?;
        for part in fit::parts(letter) {
            let contact = self.contact(letter, &part).await?;
            self.addresses(letter, &contact).await?;
            self.task(letter, &part, &contact, &actor).await?;
        }
        Ok(())
    }

    async fn contact(&self, letter: &Letter, part: &Part) -> Result<Contact, Failure> {
        let (key, register) = (Key::of(letter, part), &self.open_klant.register);
        let mut body = bodies::contact(letter, part, &self.open_klant.kanaal);
        for number in key.numbers("klantcontact") {
            if let Some(contact) = register.contact(&key).await? {
                return Ok(contact);
            }
            body["klantcontact"]["referentienummer"] = json!(number);
            match register.make("maak-klantcontact", &body).await? {
                // Another may have been made meanwhile: the last look takes the oldest.
                Made::There => break,
                // What the text says as well is not worth a letter.
                Made::Refused(why) if why.names("correspondentieadres") => {
                    body["betrokkene"].as_object_mut().map(|it| it.remove("correspondentieadres"));
                }
                Made::Refused(why) if why.names("taal") => {
                    body["klantcontact"]["taal"] = json!(language::DUTCH);
                }
                Made::Refused(why) if why.names("referentienummer") => {}
                Made::Refused(why) => return Err(why.failure()),
            }
        }
        register.contact(&key).await?.ok_or_else(|| not_shown("klantcontact"))
    }

    /// What is refused stands in the text of the task.
    async fn addresses(&self, letter: &Letter, contact: &Contact) -> Result<(), Failure> {
        let register = &self.open_klant.register;
        let there = register.addresses(&contact.betrokkene).await?;
        for address in Address::all(&letter.content) {
            if there.contains(&address.adres) {
                continue;
            }
            for body in address.bodies(&contact.betrokkene) {
                if let Made::There = register.make("digitaleadressen", &body).await? {
                    break;
                }
            }
        }
        Ok(())
    }

    async fn task(
        &self,
        letter: &Letter,
        part: &Part,
        contact: &Contact,
        actor: &str,
    ) -> Result<(), Failure> {
        let register = &self.open_klant.register;
        let mut body = bodies::task(letter, part, &contact.uuid, actor);
        for number in Key::of(letter, part).numbers("internetaak") {
            if register.has_task(&contact.uuid).await? {
                return Ok(());
            }
            body["referentienummer"] = json!(number);
            match register.make("internetaken", &body).await? {
                Made::There => return Ok(()),
                Made::Refused(why) if why.names("referentienummer") => {}
                Made::Refused(why) => return Err(why.failure()),
            }
        }
        Err(not_shown("internetaak"))
    }

    /// The actor, made if it is not there.
    async fn actor(&self) -> Result<String, Failure> {
        let _alone = self.open_klant.one_at_a_time.lock().await;
        if let Some(actor) = self.known().await? {
            return Ok(actor);
        }
        if let Made::Refused(why) =
            self.open_klant.register.make("actoren", &self.actor.body()).await?
        {
            return Err(why.failure());
        }
        // Another desk may have made it at the same moment: both take the oldest.
        self.known().await?.ok_or_else(|| not_shown("actor"))
    }

    /// The actor, if it is there.
    async fn known(&self) -> Result<Option<String>, Failure> {
        let found = self.open_klant.register.actors(&self.actor).await?;
        match found.iter().rfind(|actor| actor["indicatieActief"] != false) {
            Some(actor) => register::uuid(actor).map(Some),
            None if found.is_empty() => Ok(None),
            None => {
                let name = &self.actor.name;
                Err(Failure::Later(format!("in Open Klant the actor {name:?} is not active")))
            }
        }
    }
}

fn not_shown(what: &str) -> Failure {
    Failure::Later(format!("Open Klant does not show the {what} that it has taken"))
}
