//! Opening the desk: its store, its keys, and the tasks behind it.
//!
//! The desk does not open when something in its store needs a key that is not there: who
//! wrote that would never be called back, and nobody would know.

use crate::api::limits::Limits;
use crate::arguments::Serve;
use crate::delivery::{Deliveries, fit};
use crate::desk::Desk;
use crate::keys::Keys;
use crate::metrics::Metrics;
use crate::outbox::{Outbox, Pace};
use crate::sealing::Keyring;
use crate::store::{Opening, Store, file_of};
use crate::sweeping::Sweeper;
use crate::towns::Towns;
use crate::trouble::{Once, complain};
use crate::writer::Writer;
use std::path::Path;
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
    private(serve, keys)?;
    let towns = Towns::published(&serve.data)?;
    let deliveries = serve.deliver.as_deref().map(Deliveries::read).transpose()?;
    fit(deliveries.as_ref(), &towns.all())?;
    let store = Store::open(&serve.store.address, Opening::Make).await?;
    let keyring = keyring(&store, keys).await?;
    Ok(start(serve, towns, store, keyring, deliveries, Pace::within(serve.deliver_within)))
}

/// Nothing that only the desk may read lies where everybody can download it.
pub fn private(serve: &Serve, keys: &Keys) -> Result<(), String> {
    let served =
        serve.data.canonicalize().map_err(|why| format!("{}: {why}", serve.data.display()))?;
    let own = [file_of(&serve.store.address), keys.file().cloned(), serve.deliver.clone()];
    for file in own.into_iter().flatten() {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).canonicalize();
        if folder.is_ok_and(|folder| folder.starts_with(&served)) {
            let (file, data) = (file.display(), serve.data.display());
            return Err(format!(
                "{file} lies in {data}, which everybody can read: put it elsewhere"
            ));
        }
    }
    Ok(())
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
    let late = Duration::from_secs(u64::from(serve.late_hours) * 60 * 60);
    let sweeper = Sweeper {
        store: store.clone(),
        limits: limits.clone(),
        towns: towns.clone(),
        keep: serve.into(),
        late,
    };
    let sweeping = tokio::spawn(sweeper.run());
    let origins = serve.origins.clone();
    let foreign = Once::default();
    let kept = store.clone();
    let desk = Arc::new(Desk {
        towns,
        origins,
        foreign,
        limits,
        keyring,
        writer,
        store: kept,
        metrics,
        late,
    });
    Opened { desk, behind: Behind { store, writing, delivering, sweeping, stop } }
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
            // Or it would find the store closed, and call that trouble.
            self.sweeping.await.ok();
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
