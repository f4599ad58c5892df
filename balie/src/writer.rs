//! Group commit: what waits is written together, and then each one hears how it ended.
//!
//! A disk makes so many synced writes a second, and no more. While one is under way the
//! requests that come in wait here, and the next one takes all of them along.

use crate::store::{Entry, Error, Kept, Store};
use crate::trouble::{Trouble, complain};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;

/// At most so many in one transaction.
const TOGETHER: usize = 256;
/// At most so many wait; who comes after them is asked to try later.
const WAITING: usize = 512;

/// So long the store may take.
const PATIENCE: Duration = Duration::from_secs(15);

/// Hands entries to the one task that writes.
#[derive(Clone)]
pub struct Writer {
    jobs: mpsc::Sender<Job>,
}

struct Job {
    entry: Entry,
    answer: oneshot::Sender<Option<Kept>>,
}

/// Nothing was stored: the store is full, away, or has more to do than it can.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotKept;

impl Writer {
    /// Starts writing to this store. Once `stop` says so nothing more is taken, and the task
    /// ends when all that waits is written. `stored` hears of each write that brought
    /// something how much it was.
    pub fn start(
        store: Store,
        mut stop: watch::Receiver<bool>,
        stored: impl Fn(usize) + Send + Sync + 'static,
    ) -> (Self, JoinHandle<()>) {
        let (jobs, mut waiting) = mpsc::channel(WAITING);
        let writing = tokio::spawn(async move {
            let mut batch = Vec::with_capacity(TOGETHER);
            let mut trouble = Trouble::with("requests cannot be stored");
            loop {
                let came = tokio::select! {
                    came = waiting.recv_many(&mut batch, TOGETHER) => came,
                    _ = stop.changed(), if !waiting.is_closed() => {
                        waiting.close();
                        continue;
                    }
                };
                if came == 0 {
                    break;
                }
                let new = write(&store, &mut batch, &mut trouble).await;
                if new > 0 {
                    stored(new);
                }
            }
        });
        (Self { jobs }, writing)
    }

    /// Ready when the entry is on the disk, or when it is not and will not be.
    pub async fn keep(&self, entry: Entry) -> Result<Kept, NotKept> {
        let (answer, answered) = oneshot::channel();
        self.jobs.try_send(Job { entry, answer }).map_err(|_| NotKept)?;
        answered.await.ok().flatten().ok_or(NotKept)
    }
}

/// Writes a batch and answers each in it; how many are new.
async fn write(store: &Store, batch: &mut Vec<Job>, trouble: &mut Trouble) -> usize {
    let (entries, answers): (Vec<Entry>, Vec<_>) =
        batch.drain(..).map(|job| (job.entry, job.answer)).unzip();
    let written = keep(store, &entries).await;
    trouble.tell(&written);
    let kept: Vec<Option<Kept>> = match written {
        Ok(kept) => kept.into_iter().map(Some).collect(),
        Err(why) if entries.len() > 1 && is_about_a_row(&why) => one_by_one(store, &entries).await,
        Err(why) if why.as_database_error().is_some() => repeated(store, &entries).await,
        Err(_) => vec![None; entries.len()],
    };
    let new = kept.iter().filter(|kept| **kept == Some(Kept::New)).count();
    for (answer, kept) in answers.into_iter().zip(kept) {
        // Who no longer listens asks again with the same key.
        answer.send(kept).ok();
    }
    new
}

/// A store that does not answer is one in trouble. What it still writes afterwards is found
/// under its key when it is sent again.
async fn keep(store: &Store, entries: &[Entry]) -> Result<Vec<Kept>, Error> {
    let patience = tokio::time::timeout(PATIENCE, store.keep(entries));
    patience.await.unwrap_or(Err(Error::PoolTimedOut))
}

/// A store that takes nothing, because its disk is full, still knows what it has: who sends
/// that again learns that it is kept.
async fn repeated(store: &Store, entries: &[Entry]) -> Vec<Option<Kept>> {
    let all: Vec<&Entry> = entries.iter().collect();
    let known = tokio::time::timeout(PATIENCE, store.known(&all)).await;
    let known = known.ok().and_then(Result::ok).unwrap_or_default();
    let before = |entry: &Entry| known.get(&entry.key_digest).cloned().map(Kept::Before);
    entries.iter().map(before).collect()
}

/// One entry that cannot be stored must not keep out those beside it.
async fn one_by_one(store: &Store, entries: &[Entry]) -> Vec<Option<Kept>> {
    let mut all = Vec::with_capacity(entries.len());
    for entry in entries {
        let kept = keep(store, std::slice::from_ref(entry)).await;
        if let Err(why) = &kept {
            complain(format_args!("a request could not be stored: {why}"));
        }
        all.push(kept.ok().and_then(|kept| kept.into_iter().next()));
    }
    all
}

/// Whether the database refused what is in a row, and is not itself in trouble.
fn is_about_a_row(why: &Error) -> bool {
    let Some(why) = why.as_database_error() else { return false };
    let Some(code) = why.code() else { return false };
    if why.try_downcast_ref::<sqlx::postgres::PgDatabaseError>().is_some() {
        // Data exception, broken constraint, transaction rolled back (deadlock).
        return ["22", "23", "40"].iter().any(|class| code.starts_with(class));
    }
    // The low byte tells the kind: too big, constraint, mismatch.
    code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 18..=20))
}
