//! The commands for who looks after the desk. They open the store themselves, also while a
//! desk is running.
//!
//! `list` tells nothing of what requests say; `show` and `export` open them, and need the
//! keys.

mod telling;

use crate::arguments::{Errand, StoreAt};
use crate::delivery::Deliveries;
use crate::keys::Keys;
use crate::opening::{days_ago, keyring};
use crate::store::{Line, Opening, State, Store};
use crate::trouble::complain;
use std::io::Write;

/// Does an errand and tells of it on `out`. An error is a message for who asked.
pub fn run(
    store: &StoreAt,
    keys: &Keys,
    errand: &Errand,
    out: &mut impl Write,
) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|why| format!("cannot start a runtime: {why}"))?;
    runtime.block_on(async {
        let store = Store::open(&store.address, Opening::Use).await?;
        let done = go(&store, keys, errand, out).await;
        store.close().await;
        done
    })
}

async fn go(
    store: &Store,
    keys: &Keys,
    errand: &Errand,
    out: &mut impl Write,
) -> Result<(), String> {
    let unread = |why| format!("cannot read the store: {why}");
    let unwritten = |why| format!("cannot write to the store: {why}");
    let unknown = |reference| format!("there is no request {reference}; it may have been erased");
    match errand {
        Errand::List(state) => {
            told(writeln!(out, "{}", telling::HEAD))?;
            store.each(*state, |it| told(writeln!(out, "{}", telling::line(&it)))).await
        }
        Errand::Show(reference) => {
            let it = store.find(reference).await.map_err(unread)?;
            let it = it.ok_or_else(|| unknown(reference))?;
            let keyring = keyring(store, keys).await?;
            told(write!(out, "{}", telling::whole(&it, &keyring)?))
        }
        Errand::Resend(reference) => match store.resend(reference).await.map_err(unwritten)? {
            true => told(writeln!(out, "{reference} waits to be delivered")),
            false => Err(unknown(reference)),
        },
        Errand::ResendDead(over) => {
            let deliveries =
                over.as_ref().map(|over| Deliveries::read(&over.deliver)).transpose()?;
            if let (Some(over), Some(deliveries)) = (over, &deliveries)
                && !deliveries.has_channel(&over.channel)
            {
                let file = over.deliver.display();
                return Err(format!("nobody in {file} receives over {:?}", over.channel));
            }
            let mut dead = Vec::new();
            let goes = |it: &Line| match (over, &deliveries) {
                (Some(over), Some(deliveries)) => {
                    deliveries.channel(&it.queue.town, &it.queue.provider) == Some(&over.channel)
                }
                _ => true,
            };
            let note = |it: Line| {
                if goes(&it) {
                    dead.push(it.reference);
                }
                Ok(())
            };
            store.each(Some(State::Dead), note).await?;
            for reference in &dead {
                store.resend(reference).await.map_err(unwritten)?;
                told(writeln!(out, "{reference} waits to be delivered"))?;
            }
            told(writeln!(out, "{} in all", dead.len()))
        }
        Errand::Erase(reference) => match store.erase(reference).await.map_err(unwritten)? {
            true => told(writeln!(
                out,
                "{reference} is erased here; whoever received it still has it, and so do copies \
                 of the store"
            )),
            false => Err(unknown(reference)),
        },
        Errand::Purge(days) => {
            let erased = store.purge(days_ago(*days)).await.map_err(unwritten)?;
            told(writeln!(out, "{erased} erased"))
        }
        Errand::Backup(file) => {
            let copied = store.copy_to(file).await?;
            told(writeln!(
                out,
                "{copied} requests are in {}; keep a copy of the key elsewhere",
                file.display()
            ))
        }
        Errand::Export => {
            let keyring = keyring(store, keys).await?;
            let mut damaged = 0;
            let told = store.each(None, |it| match telling::exported(&it, &keyring) {
                Ok(line) => told(writeln!(out, "{line}")),
                Err(why) => {
                    damaged += 1;
                    complain(why);
                    Ok(())
                }
            });
            told.await?;
            if damaged == 0 { Ok(()) } else { Err(format!("{damaged} could not be exported")) }
        }
    }
}

fn told(written: std::io::Result<()>) -> Result<(), String> {
    written.map_err(|why| format!("cannot write the answer: {why}"))
}
