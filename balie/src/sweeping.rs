//! What is done each minute: forget addresses, erase what need not be kept, put what was
//! written into the database file, and tell of what waits too long.

use crate::api::limits::Limits;
use crate::arguments::Serve;
use crate::opening::days_ago;
use crate::store::{Error, Store};
use crate::towns::Towns;
use crate::trouble::{Trouble, complain};
use std::sync::Arc;
use std::time::Duration;

/// What was tried out in an invented municipality is kept for so many days.
const TRIED_OUT_DAYS: u16 = 1;

/// For how many days requests are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keep {
    /// What was delivered, since then.
    pub delivered: u16,
    /// What nobody received, since it came in.
    pub undelivered: u16,
}

impl From<&Serve> for Keep {
    fn from(serve: &Serve) -> Self {
        Self { delivered: serve.keep_days, undelivered: serve.keep_undelivered_days }
    }
}

/// Keeps the desk tidy.
pub struct Sweeper {
    /// What is stored.
    pub store: Store,
    /// Addresses.
    pub limits: Arc<Limits>,
    /// Which municipalities are invented.
    pub towns: Arc<Towns>,
    /// For how long.
    pub keep: Keep,
    /// What waits longer waits too long.
    pub late: Duration,
}

impl Sweeper {
    /// Never ends.
    pub async fn run(self) {
        let mut minutes = tokio::time::interval(Duration::from_secs(60));
        let mut unerased = Trouble::with("what need not be kept cannot be erased");
        let mut unsettled = Trouble::with("the database file cannot be brought up to date");
        let mut waiting = Trouble::with("requests wait too long");
        for minute in 0_u64.. {
            minutes.tick().await;
            self.limits.forget();
            unsettled.tell(&self.store.settle().await);
            waiting.tell(&self.nobody_waits().await);
            if minute.is_multiple_of(60) {
                unerased.tell(&erase(&self.store, &self.towns, self.keep).await);
            }
        }
    }

    async fn nobody_waits(&self) -> Result<(), String> {
        match self.store.sum(ago(self.late)).await {
            Ok(sum) if sum.late > 0 => {
                let hours = self.late.as_secs() / 3600;
                Err(format!("{} for more than {hours} hours; see: balie list", sum.late))
            }
            _ => Ok(()),
        }
    }
}

/// So long ago, in milliseconds since 1970.
pub fn ago(duration: Duration) -> i64 {
    let before = i64::try_from(duration.as_millis()).unwrap_or(i64::MAX);
    jiff::Timestamp::now().as_millisecond().saturating_sub(before)
}

/// Erases what was delivered long ago, and what nobody will ever read.
pub async fn erase(store: &Store, towns: &Towns, keep: Keep) -> Result<(), Error> {
    for town in towns.all().iter().filter(|town| town.demonstration) {
        store.purge_town(&town.slug, days_ago(TRIED_OUT_DAYS)).await?;
    }
    store.purge(days_ago(keep.delivered)).await?;
    let lost = store.purge_undelivered(days_ago(keep.undelivered)).await?;
    if lost > 0 {
        let days = keep.undelivered;
        complain(format_args!("{lost} requests that nobody received are erased after {days} days"));
    }
    Ok(())
}
