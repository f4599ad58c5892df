//! The outbox: hands what is stored to who is to be in touch, until that succeeds.
//!
//! Within a queue the oldest goes first, and a later one waits for it; queues do not wait
//! for each other. One that its receiver refuses three times stands aside: it is tried
//! again, and those behind it pass. What is delivered is recorded after it was: a desk that
//! stops in between delivers it again, under the same reference, which tells who receives it
//! that it is the same. What cannot be delivered at all is kept for somebody to look at.
//!
//! Nothing is delivered that could not be taken in hand first, and a queue goes on only when
//! it is recorded how the last delivery ended: while the disk is full nothing goes out twice.

mod pace;

pub use pace::Pace;

use crate::delivery::{Deliveries, Failure, Letter};
use crate::metrics::Metrics;
use crate::sealing::Keyring;
use crate::store::{Error, InHand, Queue, Store};
use crate::towns::Towns;
use crate::trouble::{Trouble, complain};
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::{Id, JoinSet};
use tokio::time::{Instant, sleep, timeout};
use wijkdeur::domain::ProviderId;

/// So many of one queue, and then the others have their turn.
const RUN: usize = 32;
/// Refused so often, a request stands aside.
const REFUSALS: u32 = 3;

/// Delivers what waits.
pub struct Outbox {
    /// Where it waits.
    pub store: Store,
    /// Opens it.
    pub keyring: Arc<Keyring>,
    /// Who is who.
    pub towns: Arc<Towns>,
    /// Where it goes.
    pub deliveries: Deliveries,
    /// Counts without names.
    pub metrics: Arc<Metrics>,
    /// How soon, how long, how often.
    pub pace: Pace,
    /// The name of this desk among those that share a store.
    pub desk: String,
}

impl Outbox {
    /// Works until told to stop, and then until the deliveries at hand have ended. `news`
    /// says that something was stored.
    pub async fn run(self: Arc<Self>, news: Arc<Notify>, mut stop: watch::Receiver<bool>) {
        let mut working = JoinSet::new();
        let mut busy: HashMap<Id, Queue> = HashMap::new();
        let mut last = None;
        let mut rested = Instant::now();
        let mut unread = Trouble::with("what is to be delivered cannot be read");
        let mut untaken = Trouble::with("what is to be delivered cannot be taken in hand");
        while !*stop.borrow_and_update() {
            let turns = match Instant::now() >= rested {
                true => self.turns(last.as_ref()).await,
                false => Ok(Vec::new()),
            };
            unread.tell(&turns);
            for queue in turns.unwrap_or_default() {
                if busy.len() == self.pace.side_by_side {
                    break;
                }
                if busy.values().any(|it| *it == queue) {
                    continue;
                }
                last = Some(queue.clone());
                let work = self.clone().work(queue.clone(), stop.clone());
                busy.insert(working.spawn(work).id(), queue);
            }
            tokio::select! {
                _ = stop.changed() => {}
                () = news.notified() => {}
                () = sleep(self.pace.tick) => {}
                Some(ended) = working.join_next_with_id() => {
                    let (id, ended) = ended.unwrap_or_else(|panic| (panic.id(), Ok(())));
                    busy.remove(&id);
                    untaken.tell(&ended);
                    if ended.is_err() {
                        rested = Instant::now() + self.pace.first;
                    }
                }
            }
        }
        while working.join_next().await.is_some() {}
    }

    /// The queues that may be worked on, beginning after the last that had its turn.
    async fn turns(&self, last: Option<&Queue>) -> Result<Vec<Queue>, Error> {
        let ready = self.store.ready(now()).await?;
        let knows = |queue: &Queue| self.deliveries.knows(&queue.town, &queue.provider);
        let mut ready: Vec<Queue> = ready.into_iter().filter(knows).collect();
        ready.sort();
        let next = ready.partition_point(|queue| last.is_some_and(|last| queue <= last));
        ready.rotate_left(next);
        Ok(ready)
    }

    /// Delivers from one queue, in order, until one has to wait or others want a turn. An
    /// error is one of the store.
    async fn work(
        self: Arc<Self>,
        queue: Queue,
        mut stop: watch::Receiver<bool>,
    ) -> Result<(), Error> {
        for _ in 0..RUN {
            if *stop.borrow() {
                break;
            }
            let until = now() + millis(self.pace.lease);
            match self.store.take(&queue, &self.desk, now(), until).await? {
                Some(it) => self.hand_over(&queue, it, &mut stop).await,
                None => break,
            }
        }
        Ok(())
    }

    /// Delivers it, and stays with it until it is recorded how that ended.
    async fn hand_over(&self, queue: &Queue, it: InHand, stop: &mut watch::Receiver<bool>) {
        let ended = self.deliver(queue, &it).await;
        if ended.is_err() {
            self.metrics.failed.inc();
        }
        let mut trouble = Trouble::with("how a delivery ended cannot be recorded");
        loop {
            let recorded = self.record(&it, &ended).await;
            trouble.tell(&recorded);
            if recorded.is_ok() || *stop.borrow() {
                return;
            }
            tokio::select! {
                _ = stop.changed() => {}
                () = sleep(self.pace.first) => {}
            }
        }
    }

    async fn deliver(&self, queue: &Queue, it: &InHand) -> Result<(), Failure> {
        let letter = self.letter(queue, it)?;
        let delivering = self.deliveries.deliver(&queue.town, &queue.provider, &letter);
        timeout(self.pace.limit, delivering).await.unwrap_or_else(|_| {
            let seconds = self.pace.limit.as_secs();
            Err(Failure::Later(format!("it took longer than {seconds} seconds")))
        })
    }

    fn letter(&self, queue: &Queue, it: &InHand) -> Result<Letter, Failure> {
        if !self.keyring.has(&it.sealed.key_id) {
            let key = &it.sealed.key_id;
            return Err(Failure::Later(format!("this desk does not have the key {key}: add it")));
        }
        let content = self.keyring.open(&it.reference, &it.sealed).map_err(Failure::Never)?;
        let content = crate::content::read(&content).map_err(|_| {
            Failure::Never("another version of the desk wrote it: deliver with that".to_owned())
        })?;
        let town = self.towns.find(&queue.town);
        let provider = ProviderId::from(queue.provider.as_str());
        let taker = town.as_ref().and_then(|town| town.taker(Some(&provider)));
        let entrance = town.as_ref().and_then(|town| town.taker(None));
        Ok(Letter {
            reference: it.reference.clone(),
            received_at: Timestamp::from_millisecond(it.received_at).unwrap_or_default(),
            working_days: it.working_days,
            suspect: it.suspect,
            town: town.as_ref().map_or(&queue.town, |town| &town.name).clone(),
            receiver: taker.map_or(&queue.provider, |taker| &taker.name).clone(),
            entrance: entrance.map_or("", |taker| &taker.name).to_owned(),
            content,
        })
    }

    async fn record(&self, it: &InHand, ended: &Result<(), Failure>) -> Result<(), Error> {
        match self.write_down(it, ended).await {
            Err(Error::RowNotFound) => {
                let reference = &it.reference;
                complain(format_args!(
                    "{reference} was erased or sent again while it was delivered"
                ));
                Ok(())
            }
            written => written,
        }
    }

    async fn write_down(&self, it: &InHand, ended: &Result<(), Failure>) -> Result<(), Error> {
        let InHand { id, reference, .. } = it;
        let tries = it.tries + 1;
        match ended {
            Ok(()) => {
                self.store.delivered(*id, &self.desk, now()).await?;
                self.metrics.delivered.inc();
            }
            Err(failure @ (Failure::Later(why) | Failure::Refused(why)))
                if tries < self.pace.tries =>
            {
                let aside = matches!(failure, Failure::Refused(_)) && tries >= REFUSALS;
                let wait = self.pace.wait(tries, rand::random());
                let next_at = now() + millis(wait);
                self.store.put_off(*id, &self.desk, why, next_at, aside).await?;
                let seconds = wait.as_secs();
                let passed = if aside { "; others pass it" } else { "" };
                complain(format_args!(
                    "{reference} waits {seconds} s after try {tries}: {why}{passed}"
                ));
            }
            Err(Failure::Later(why) | Failure::Refused(why) | Failure::Never(why)) => {
                self.store.bury(*id, &self.desk, why).await?;
                self.metrics.buried.inc();
                complain(format_args!(
                    "{reference} is given up after try {tries}: {why}; mend that, and then: \
                     balie resend {reference}"
                ));
            }
        }
        Ok(())
    }
}

fn now() -> i64 {
    Timestamp::now().as_millisecond()
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
