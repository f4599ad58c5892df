//! Opening the desk: its store, its keys, and the tasks behind it.
//!
//! The desk does not open when something in its store needs a key that is not there: who
//! wrote that would never be called back, and nobody would know.

use crate::api::limits::Limits;
use crate::arguments::Serve;
use crate::delivery::Deliveries;
use crate::desk::Desk;
use crate::keys::Keys;
use crate::metrics::Metrics;
use crate::outbox::{Outbox, Pace};
use crate::sealing::Keyring;
use crate::store::{Error, Store};
use crate::towns::Towns;
use crate::trouble::{Once, complain};
use crate::writer::Writer;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// So long the tasks behind a desk may take to end.
const PATIENCE: Duration = Duration::from_secs(10);

/// A desk that is open.
pub struct Opened {
    /// The desk.
    pub desk: Arc<Desk>,
    /// What works behind it.
    pub behind: Behind,
}

/// What works behind a desk.
pub struct Behind {
    store: Store,
    writing: JoinHandle<()>,
    delivering: Option<JoinHandle<()>>,
    sweeping: JoinHandle<()>,
    stop: watch::Sender<bool>,
}

/// Opens the desk as it was told. An error is a message for who started it.
pub async fn open(serve: &Serve, keys: &Keys) -> Result<Opened, String> {
    let towns = Towns::published(&serve.data)?;
    let deliveries = serve.deliver.as_deref().map(Deliveries::read).transpose()?;
    let store = Store::open(&serve.store.address, true).await?;
    let keyring = keyring(&store, keys).await?;
    if deliveries.is_none() && !towns.all().is_empty() {
        complain("requests wait in the store: --deliver does not say where they go");
    }
    Ok(start(serve, towns, store, keyring, deliveries, Pace::within(serve.deliver_within)))
}

/// Starts what works behind a desk.
pub fn start(
    serve: &Serve,
    towns: Towns,
    store: Store,
    keyring: Keyring,
    deliveries: Option<Deliveries>,
    pace: Pace,
) -> Opened {
    let (towns, keyring, metrics) = (Arc::new(towns), Arc::new(keyring), Arc::new(Metrics::new()));
    let news = Arc::new(Notify::new());
    let (stop, stopped) = watch::channel(false);
    let (writer, writing) = Writer::start(store.clone(), stopped.clone(), {
        let (metrics, news) = (metrics.clone(), news.clone());
        move |new| {
            metrics.stored.inc_by(new as u64);
            news.notify_one();
        }
    });
    let delivering = deliveries.map(|deliveries| {
        let outbox = Outbox {
            store: store.clone(),
            keyring: keyring.clone(),
            towns: towns.clone(),
            deliveries,
            metrics: metrics.clone(),
            pace,
            desk: format!("{:016x}", rand::random::<u64>()),
        };
        tokio::spawn(Arc::new(outbox).run(news, stopped))
    });
    let limits = Arc::new(Limits::new(serve.limits));
    let sweeping =
        tokio::spawn(sweep(store.clone(), limits.clone(), towns.clone(), serve.keep_days));
    let origins = serve.origins.clone();
    let (foreign, kept) = (Once::default(), store.clone());
    let desk =
        Arc::new(Desk { towns, origins, foreign, limits, keyring, writer, store: kept, metrics });
    Opened { desk, behind: Behind { store, writing, delivering, sweeping, stop } }
}

/// Forgets what need not be known any longer: addresses each minute, and each hour what was
/// delivered long ago, and what somebody tried out in an invented municipality.
async fn sweep(store: Store, limits: Arc<Limits>, towns: Arc<Towns>, keep_days: u16) {
    let mut minutes = tokio::time::interval(Duration::from_secs(60));
    for minute in 0_u64.. {
        minutes.tick().await;
        limits.forget();
        if minute.is_multiple_of(60)
            && let Err(why) = erase(&store, &towns, keep_days).await
        {
            complain(format_args!("cannot erase what need not be kept: {why}"));
        }
    }
}

/// What was tried out in an invented municipality is kept for so many days.
const TRIED_OUT_DAYS: u16 = 1;

/// Erases what was delivered long ago, and what nobody will ever read.
pub async fn erase(store: &Store, towns: &Towns, keep_days: u16) -> Result<(), Error> {
    for town in towns.all().iter().filter(|town| town.demonstration) {
        store.purge_town(&town.slug, days_ago(TRIED_OUT_DAYS)).await?;
    }
    store.purge(days_ago(keep_days)).await?;
    Ok(())
}

/// So many days ago, in milliseconds since 1970.
pub fn days_ago(days: u16) -> i64 {
    let now = jiff::Timestamp::now().as_millisecond();
    now - i64::from(days) * 24 * 60 * 60 * 1000
}

/// The keys, if they open everything in the store.
pub async fn keyring(store: &Store, keys: &Keys) -> Result<Keyring, String> {
    let needed =
        store.needed_keys().await.map_err(|why| format!("cannot read the store: {why}"))?;
    let keyring = keys.read(!needed.is_empty())?;
    let missing: Vec<&str> =
        needed.iter().map(String::as_str).filter(|key| !keyring.has(key)).collect();
    if missing.is_empty() {
        return Ok(keyring);
    }
    Err(format!(
        "requests in the store are sealed with a key that is not here: {}; add it after the \
         current one (a line in the key file, or BALIE_OLD_KEYS)",
        missing.join(", ")
    ))
}

impl Behind {
    /// Ends when all that came in is written, the deliveries at hand have ended and the
    /// store is closed; or when that took too long.
    pub async fn close(self) {
        self.sweeping.abort();
        self.stop.send(true).ok();
        let ended = timeout(PATIENCE, async {
            self.writing.await.ok();
            if let Some(delivering) = self.delivering {
                delivering.await.ok();
            }
            self.store.close().await;
        });
        if ended.await.is_err() {
            complain("stopped while the store or a delivery was still at work");
        }
    }
}
