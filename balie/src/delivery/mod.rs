//! How a request leaves the desk: by e-mail, to Klantinteracties, or to a webhook.
//!
//! Which way and to whom stands in a file of the deployment, never in the published data.
//! One call is one attempt; that a second one doubles nothing is the work of each channel.
//! Absent: when to try again, and what is kept until then.

mod calendar;
mod configuration;
mod email;
mod fitting;
mod openklant;
mod outgoing;
mod place;
mod webhook;
mod words;

use crate::said;
use configuration::{Destination, Surroundings, Towns};
use std::fmt;
use std::path::Path;
use std::pin::Pin;
use wijkdeur::domain::Draft;

pub use calendar::contact_by;
pub use fitting::{Door, fit, unknown_names};

/// A request on its way to whoever takes it up.
#[derive(Clone, Debug)]
pub struct Letter {
    /// By which name somebody can ask about it.
    pub reference: String,
    /// When it came in.
    pub received_at: jiff::Timestamp,
    /// Within how many working days somebody is in touch.
    pub working_days: u8,
    /// It is perhaps from a machine.
    pub suspect: bool,
    /// The municipality, as people call it.
    pub town: String,
    /// Who receives it, as people call them.
    pub receiver: String,
    /// The general entrance, as people call it: there goes what nobody else takes up.
    pub entrance: String,
    /// What it says.
    pub content: Draft,
}

/// Why a letter was not delivered, in words without anything of the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Who receives it, or the way there, is in trouble: what is behind it would fare no better.
    Later(String),
    /// Who receives it is there and refuses this one, for now: another may be taken.
    Refused(String),
    /// It will not, unless something is changed.
    Never(String),
}

impl Failure {
    /// Another server may say anything, and it is stored, logged and shown.
    fn in_a_line(self) -> Self {
        match self {
            Self::Later(why) => Self::Later(said::line(&why)),
            Self::Refused(why) => Self::Refused(said::line(&why)),
            Self::Never(why) => Self::Never(said::line(&why)),
        }
    }

    /// What is told of it.
    pub fn why(&self) -> &str {
        let (Self::Later(why) | Self::Refused(why) | Self::Never(why)) = self;
        why
    }
}

/// Who receives the letters of which municipality, and how.
#[derive(Debug)]
pub struct Deliveries(Way);

#[derive(Debug)]
enum Way {
    Towns(Towns),
    Given(Given),
}

/// A function that takes every letter.
struct Given(Box<dyn Fn(Letter) -> Delivering + Send + Sync>);
type Delivering = Pin<Box<dyn Future<Output = Result<(), Failure>> + Send>>;

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Given")
    }
}

impl Deliveries {
    /// Nobody receives anything.
    pub fn none() -> Self {
        Self(Way::Towns(Towns::new()))
    }

    /// As the file says, with the secrets that it names in the environment. An error tells
    /// everything that is wrong with it, for who starts the desk.
    pub fn read(path: &Path) -> Result<Self, String> {
        let name = path.display();
        let text = std::fs::read_to_string(path)
            .map_err(|why| format!("cannot read {name}, which says how to deliver: {why}"))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        Self::understand(&text, folder, &|name| std::env::var(name).ok()).map_err(|wrong| {
            let wrong: Vec<_> = wrong.iter().map(|it| format!("\n  {it}")).collect();
            format!("{name} does not say how to deliver:{}", wrong.concat())
        })
    }

    /// As `text` says: names of files are below `folder`, and `secret` knows what the
    /// environment holds. Reports everything that is wrong, each with its place.
    pub fn understand(
        text: &str,
        folder: &Path,
        secret: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, Vec<String>> {
        configuration::read(text, &Surroundings { folder, secret })
            .map(|towns| Self(Way::Towns(towns)))
    }

    /// To this function, whoever it is for.
    pub fn to<Done>(way: impl Fn(Letter) -> Done + Send + Sync + 'static) -> Self
    where
        Done: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        Self(Way::Given(Given(Box::new(move |letter| Box::pin(way(letter))))))
    }

    /// Whether somebody receives what is meant for this provider of this municipality.
    pub fn knows(&self, town: &str, provider: &str) -> bool {
        matches!(self.0, Way::Given(_)) || self.destination(town, provider).is_some()
    }

    /// The channel over which that goes, as the file calls it.
    pub fn channel(&self, town: &str, provider: &str) -> Option<&str> {
        self.destination(town, provider).map(|it| it.channel.as_str())
    }

    /// Tries once to deliver the letter.
    pub async fn deliver(
        &self,
        town: &str,
        provider: &str,
        letter: &Letter,
    ) -> Result<(), Failure> {
        if let Way::Given(way) = &self.0 {
            return way.0(letter.clone()).await;
        }
        match self.destination(town, provider) {
            Some(it) => it.deliver(letter).await,
            None => Err(Failure::Later(format!("nobody is named to receive for {town}"))),
        }
    }

    fn towns(&self) -> Option<&Towns> {
        match &self.0 {
            Way::Towns(towns) => Some(towns),
            Way::Given(_) => None,
        }
    }

    fn destination(&self, town: &str, provider: &str) -> Option<&Destination> {
        let town = self.towns()?.get(town)?;
        town.providers.get(provider).or(town.usual.as_ref())
    }
}
