//! The file that says who receives what, and how.
//!
//! It names channels (a mail server, an Open Klant, a webhook) and, for each municipality,
//! to whom its letters go over which channel. Secrets do not stand in it, only the names of
//! the environment variables that hold them. `docs/deliver.example.json` is an example.

use super::place::{Mistakes, Place, list};
use super::{Failure, Letter, email, openklant, webhook};
use crate::said;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The municipalities, by their names in addresses.
pub type Towns = BTreeMap<String, Town>;

/// Who receives the letters of a municipality.
#[derive(Debug, Default)]
pub struct Town {
    /// Who receives what no other receives.
    pub usual: Option<Destination>,
    /// Who receives what is meant for these providers.
    pub providers: BTreeMap<String, Destination>,
}

/// To whom, and over which channel.
#[derive(Debug)]
pub struct Destination {
    /// What the channel is called in the file.
    pub channel: String,
    /// To whom.
    pub route: Route,
}

/// A channel with an address on it.
#[derive(Debug)]
pub enum Route {
    /// To a mailbox.
    Email(email::Route),
    /// To an actor in Klantinteracties.
    OpenKlant(openklant::Route),
    /// To a webhook.
    Webhook(webhook::Route),
}

impl Destination {
    /// Tries once to deliver the letter.
    pub async fn deliver(&self, letter: &Letter) -> Result<(), Failure> {
        self.route.deliver(letter).await.map_err(Failure::in_a_line)
    }

    /// Looks whether it could be delivered to, and changes nothing there; tells what it saw.
    pub async fn check(&self) -> Result<String, Failure> {
        let saw = self.route.check().await.map_err(Failure::in_a_line)?;
        Ok(said::line(&saw))
    }
}

impl Route {
    async fn deliver(&self, letter: &Letter) -> Result<(), Failure> {
        match self {
            Self::Email(mailbox) => mailbox.deliver(letter).await,
            Self::OpenKlant(actor) => actor.deliver(letter).await,
            Self::Webhook(webhook) => webhook.deliver(letter).await,
        }
    }

    async fn check(&self) -> Result<String, Failure> {
        match self {
            Self::Email(mailbox) => mailbox.check().await,
            Self::OpenKlant(actor) => actor.check().await,
            Self::Webhook(webhook) => webhook.check().await,
        }
    }

    /// What a message leaves there, for who has to clear it away.
    pub fn leaves(&self) -> &'static str {
        match self {
            Self::Email(_) => "a mail in that mailbox",
            Self::OpenKlant(_) => {
                "a klantcontact with a betrokkene, an onderwerpobject and an interne taak for \
                 that actor, all under the reference"
            }
            Self::Webhook(_) => "whatever the receiver makes of a request",
        }
    }
}

/// A channel that several addresses share; nothing in it where a mistake was found.
enum Channel {
    Email(Option<Arc<email::Mailer>>),
    OpenKlant(Option<Arc<openklant::OpenKlant>>),
    Webhook(Option<Arc<webhook::Webhook>>),
}

/// What a file can refer to.
pub struct Surroundings<'a> {
    /// Where names of files begin.
    pub folder: &'a Path,
    /// What an environment variable holds.
    pub secret: &'a dyn Fn(&str) -> Option<String>,
}

impl Surroundings<'_> {
    /// The secret in the environment variable that stands here.
    pub fn secret(&self, place: &Place) -> Option<String> {
        let name = place.text()?;
        let secret = (self.secret)(name).map(|secret| secret.trim().to_owned());
        let secret = secret.filter(|secret| !secret.is_empty());
        if secret.is_none() {
            place.wrong(format!("the environment variable {name} holds nothing"));
        }
        secret
    }

    /// What the file that is named here holds.
    pub fn file(&self, place: &Place) -> Option<Vec<u8>> {
        let path = self.folder.join(place.text()?);
        std::fs::read(&path)
            .map_err(|why| place.wrong(format!("cannot read {}: {why}", path.display())))
            .ok()
    }
}

/// Reads the file, or reports everything that is wrong with it.
pub fn read(text: &str, surroundings: &Surroundings) -> Result<Towns, Vec<String>> {
    let value: Value =
        serde_json::from_str(text).map_err(|why| vec![format!("this is no JSON: {why}")])?;
    let mistakes = Mistakes::default();
    let towns = read_whole(&Place::whole(&value, &mistakes), surroundings);
    mistakes.unless(towns)
}

fn read_whole(file: &Place, surroundings: &Surroundings) -> Towns {
    file.holds_only(&["about", "channels", "municipalities"]);
    let mut channels = BTreeMap::new();
    for (name, place) in entries(file, "channels") {
        channels.insert(name, read_channel(&place, surroundings));
    }
    let mut towns = Towns::new();
    for (name, place) in entries(file, "municipalities") {
        towns.insert(name.to_owned(), read_town(&place, &channels));
    }
    towns
}

fn entries<'a>(file: &Place<'a>, name: &str) -> Vec<(&'a str, Place<'a>)> {
    let Some(place) = file.must_have(name) else { return Vec::new() };
    let entries = place.entries();
    if entries.is_empty() {
        place.wrong("name at least one");
    }
    entries
}

fn read_channel(place: &Place, surroundings: &Surroundings) -> Option<Channel> {
    let kind = place.must_have("kind")?;
    match kind.text()? {
        "email" => Some(Channel::Email(email::Mailer::read(place, surroundings).map(Arc::new))),
        "open-klant" => {
            let open_klant = openklant::OpenKlant::read(place, surroundings);
            Some(Channel::OpenKlant(open_klant.map(Arc::new)))
        }
        "webhook" => {
            Some(Channel::Webhook(webhook::Webhook::read(place, surroundings).map(Arc::new)))
        }
        other => {
            kind.wrong(format!("{other:?} is no kind of channel; there are {}", list(&KINDS)));
            None
        }
    }
}

const KINDS: [&str; 3] = ["email", "open-klant", "webhook"];

/// Channels by name; nothing where the kind is not known.
type Channels<'a> = BTreeMap<&'a str, Option<Channel>>;

fn read_town(place: &Place, channels: &Channels) -> Town {
    place.holds_only(&["default", "providers"]);
    let usual = place.may_have("default");
    let providers = place.may_have("providers").map(|it| it.entries()).unwrap_or_default();
    if usual.is_none() && providers.is_empty() {
        place.wrong("nobody receives anything here; give \"default\" or \"providers\"");
    }
    let providers = providers.into_iter().filter_map(|(name, place)| {
        read_route(&place, channels).map(|route| (name.to_owned(), route))
    });
    Town { usual: usual.and_then(|it| read_route(&it, channels)), providers: providers.collect() }
}

fn read_route(place: &Place, channels: &Channels) -> Option<Destination> {
    let name = place.must_have("channel")?;
    let text = name.text()?;
    let Some(channel) = channels.get(text) else {
        let names: Vec<_> = channels.keys().collect();
        name.wrong(format!("there is no such channel; there are {}", list(&names)));
        return None;
    };
    let route = match channel.as_ref()? {
        Channel::Email(channel) => email::Route::read(place, channel).map(Route::Email),
        Channel::OpenKlant(channel) => openklant::Route::read(place, channel).map(Route::OpenKlant),
        Channel::Webhook(channel) => webhook::Route::read(place, channel).map(Route::Webhook),
    };
    Some(Destination { channel: text.to_owned(), route: route? })
}
