//! `balie check`: whether the desk could serve and deliver as it is told, before it does.
//!
//! Everything is looked at, also after something is wrong. Nothing is changed, here or
//! elsewhere; only who asks for it sends something, and learns what that left there.

use crate::arguments::Serve;
use crate::delivery::{Deliveries, Door, Failure, Letter, fit, unknown_names};
use crate::keys::Keys;
use crate::opening::{keyring, private};
use crate::reference;
use crate::serving::published;
use crate::store::{Opening, Store, file_of};
use crate::towns::Towns;
use std::io::Write;
use std::time::Duration;
use tokio::time::timeout;
use wijkdeur::domain::{Draft, ProviderId};

/// Looks, and tells on `out`. An error says how much is wrong.
pub fn run(serve: &Serve, keys: &Keys, send: bool, out: &mut impl Write) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|why| format!("cannot start a runtime: {why}"))?;
    let mut report = Report { out, wrong: 0 };
    runtime.block_on(look(serve, keys, send, &mut report));
    match report.wrong {
        0 => Ok(()),
        1 => Err("something is wrong: see above".to_owned()),
        wrong => Err(format!("{wrong} things are wrong: see above")),
    }
}

/// What was found, a line each.
struct Report<'a, Out> {
    out: &'a mut Out,
    wrong: usize,
}

impl<Out: Write> Report<'_, Out> {
    /// Tells what was found.
    fn tell(&mut self, what: &str, found: Result<String, String>) {
        let (how, said) = match found {
            Ok(said) => ("right", said),
            Err(said) => {
                self.wrong += 1;
                ("WRONG", said)
            }
        };
        // Who does not read it any more still learns how it ended.
        writeln!(self.out, "{how}  {what}: {said}").ok();
    }
}

async fn look(serve: &Serve, keys: &Keys, send: bool, report: &mut Report<'_, impl Write>) {
    let there = published(&serve.data).and_then(|()| private(serve, keys));
    report
        .tell("--data", there.map(|()| format!("an app is published in {}", serve.data.display())));
    report.tell("--db", store(serve, keys).await);
    let towns = match Towns::published(&serve.data) {
        Ok(towns) => towns,
        Err(why) => return report.tell("desk.json", Err(why)),
    };
    let all = towns.all();
    let names: Vec<&str> = all.iter().map(|town| town.slug.as_str()).collect();
    let names = if names.is_empty() { "nobody".to_owned() } else { names.join(", ") };
    report.tell("desk.json", Ok(format!("takes requests: {names}")));
    let deliveries = match serve.deliver.as_deref().map(Deliveries::read).transpose() {
        Ok(deliveries) => deliveries,
        Err(why) => {
            report.tell("--deliver", Err(why));
            for why in serve.deliver.iter().flat_map(|file| unknown_names(file, &all)) {
                report.tell("--deliver", Err(why));
            }
            return;
        }
    };
    let fits = fit(deliveries.as_ref(), &all);
    let fits = fits.map(|()| match &deliveries {
        Some(_) => "it fits what is published".to_owned(),
        None => "not told, so nothing leaves this desk and nothing is sent".to_owned(),
    });
    report.tell("--deliver", fits);
    let Some(deliveries) = deliveries else { return };
    for town in all.iter().filter(|town| town.demonstration) {
        let silent =
            town.receivers.iter().filter(|it| !deliveries.knows(&town.slug, it.id.as_str()));
        for taker in silent {
            let what = format!("{}/{}", town.slug, taker.id.as_str());
            let kept = "nobody receives it; invented, so it is erased after a day";
            report.tell(&what, Ok(kept.to_owned()));
        }
    }
    let limit = Duration::from_secs(serve.deliver_within.into());
    let told = |failure: Failure| failure.why().to_owned();
    let late = || format!("it took longer than {} seconds", limit.as_secs());
    for door in deliveries.doors() {
        let what = format!("{} over {}", door.name, door.channel());
        let found = timeout(limit, door.check()).await;
        report.tell(&what, found.map_err(|_| late()).and_then(|found| found.map_err(told)));
    }
    if !send {
        return;
    }
    for door in deliveries.one_of_each_channel() {
        let what = format!("a message over {} to {}", door.channel(), door.name);
        let letter = test_letter(&door, &towns);
        let sent = timeout(limit, door.deliver(&letter)).await;
        let sent = sent.map_err(|_| late()).and_then(|sent| sent.map_err(told));
        let left = format!("{} was sent, and left {}", letter.reference, door.leaves());
        report.tell(&what, sent.map(|()| left));
    }
}

/// How the store is, without making anything.
async fn store(serve: &Serve, keys: &Keys) -> Result<String, String> {
    let address = &serve.store.address;
    if let Some(file) = file_of(address)
        && !file.exists()
        && !keys.file().is_some_and(|key| key.exists())
    {
        return Ok(format!("{} and its key are made at the first start", file.display()));
    }
    let store = Store::open(address, Opening::Look).await?;
    let unread = |why| format!("cannot read the store: {why}");
    let needed = store.needed_keys().await.map_err(unread)?;
    let unmade = keys.file().is_some_and(|key| !key.exists());
    if !(needed.is_empty() && unmade) {
        keyring(&store, keys).await?;
    }
    let sum = store.sum(0).await.map_err(unread)?;
    Ok(format!("{} requests wait, {} were given up", sum.waiting, sum.dead))
}

/// A message that nobody takes for a request.
fn test_letter(door: &Door, towns: &Towns) -> Letter {
    let (slug, provider) = door.queue;
    let town = towns.find(slug);
    let provider = provider.map(ProviderId::from);
    let named = |id: Option<&ProviderId>| {
        let taker = town.as_ref().and_then(|town| town.taker(id));
        taker.map(|taker| taker.name.clone()).unwrap_or_default()
    };
    Letter {
        reference: reference::draw(),
        received_at: jiff::Timestamp::now(),
        working_days: town.as_ref().map_or(1, |town| town.working_days),
        suspect: false,
        town: town.as_ref().map_or(slug, |town| &town.name).to_owned(),
        receiver: named(provider.as_ref()),
        entrance: named(None),
        content: Draft {
            version: Draft::VERSION,
            municipality: slug.to_owned(),
            provider,
            name: "PROEFBERICHT".to_owned(),
            story: "Dit is een proefbericht van Wijkdeur. Niemand vraagt om hulp. U hoeft niets \
                    te doen en u mag dit weggooien."
                .to_owned(),
            ..Draft::default()
        },
    }
}
