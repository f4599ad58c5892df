//! Whether the file that says who receives what and the published municipalities speak of the
//! same: a name that nobody checks is a request that waits for ever.

use super::configuration::Destination;
use super::place::list;
use super::{Deliveries, Failure, Letter};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use wijkdeur::content::Town;

/// Whether everybody who takes requests receives them, and everybody who is named to receive
/// is there. An error tells all that is wrong. Invented municipalities need nobody: what is
/// sent there is tried out and erased.
pub fn fit(deliveries: Option<&Deliveries>, towns: &[Town]) -> Result<(), String> {
    let mut wrong = Vec::new();
    for town in towns.iter().filter(|town| !town.demonstration) {
        for taker in &town.receivers {
            let (slug, id) = (town.slug.as_str(), taker.id.as_str());
            if !deliveries.is_some_and(|deliveries| deliveries.knows(slug, id)) {
                wrong.push(format!(
                    "{slug}/{id} takes requests and nobody is named to receive them"
                ));
            }
        }
    }
    for (slug, named) in deliveries.and_then(Deliveries::towns).into_iter().flatten() {
        wrong.extend(unknown(slug, named.providers.keys().map(String::as_str), towns));
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let missing = if deliveries.is_none() { "\n  say where they go: --deliver FILE" } else { "" };
    let wrong: Vec<_> = wrong.iter().map(|it| format!("\n  {it}")).collect();
    Err(format!("where requests go does not fit what is published:{}{missing}", wrong.concat()))
}

/// The names in a file that nobody has, also where something else in it is wrong.
pub fn unknown_names(file: &Path, towns: &[Town]) -> Vec<String> {
    let text = std::fs::read(file).unwrap_or_default();
    let read: Value = serde_json::from_slice(&text).unwrap_or_default();
    let named = read["municipalities"].as_object().into_iter().flatten();
    let wrong = named.flat_map(|(slug, named)| {
        let providers = named["providers"].as_object().into_iter().flatten();
        unknown(slug, providers.map(|(id, _)| id.as_str()), towns)
    });
    wrong.collect()
}

/// Which of these is nobody who takes requests.
fn unknown<'a>(
    slug: &str,
    providers: impl Iterator<Item = &'a str>,
    towns: &[Town],
) -> Vec<String> {
    let Some(town) = towns.iter().find(|town| town.slug == slug) else {
        let slugs: Vec<&str> = towns.iter().map(|town| town.slug.as_str()).collect();
        let there = there(&slugs);
        return vec![format!("no municipality {slug:?} takes requests; there {there}")];
    };
    let takers: Vec<&str> = town.receivers.iter().map(|taker| taker.id.as_str()).collect();
    let strangers = providers.filter(|it| !takers.contains(it));
    let told = |it| format!("nobody in {slug} takes requests as {it:?}; there {}", there(&takers));
    strangers.map(told).collect()
}

fn there(names: &[&str]) -> String {
    if names.is_empty() { "is none".to_owned() } else { format!("are {}", list(names)) }
}

/// Somebody who receives.
pub struct Door<'a> {
    /// For whom: `zomerstad/wijkteam`, or `zomerstad` for the rest of it.
    pub name: String,
    /// The municipality, and the party if it is for one.
    pub queue: (&'a str, Option<&'a str>),
    to: &'a Destination,
}

impl Door<'_> {
    /// The channel, as the file calls it.
    pub fn channel(&self) -> &str {
        &self.to.channel
    }

    /// Looks whether it could be delivered to; changes nothing there.
    pub async fn check(&self) -> Result<String, Failure> {
        self.to.check().await
    }

    /// Tries once to deliver the letter.
    pub async fn deliver(&self, letter: &Letter) -> Result<(), Failure> {
        self.to.deliver(letter).await
    }

    /// What a message leaves there.
    pub fn leaves(&self) -> &'static str {
        self.to.route.leaves()
    }
}

impl Deliveries {
    /// Everybody who receives.
    pub fn doors(&self) -> Vec<Door<'_>> {
        let mut doors = Vec::new();
        for (slug, town) in self.towns().into_iter().flatten() {
            let usual = town.usual.iter().map(|to| (None, to));
            let others = town.providers.iter().map(|(id, to)| (Some(id.as_str()), to));
            doors.extend(usual.chain(others).map(|(provider, to)| Door {
                name: provider.map_or_else(|| slug.clone(), |id| format!("{slug}/{id}")),
                queue: (slug, provider),
                to,
            }));
        }
        doors
    }

    /// Whether the file names a channel so.
    pub fn has_channel(&self, name: &str) -> bool {
        self.doors().iter().any(|door| door.channel() == name)
    }

    /// One who receives over each channel.
    pub fn one_of_each_channel(&self) -> Vec<Door<'_>> {
        let mut seen = BTreeSet::new();
        let mut doors = self.doors();
        doors.retain(|door| seen.insert(door.channel().to_owned()));
        doors
    }
}
