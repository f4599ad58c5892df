//! Opening the desk: its store, its keys, and the tasks behind it.
//!
//! The desk does not open when something in its store needs a key that is not there: who
//! wrote that would never be called back, and nobody would know.

use crate::api::limits::Limits;
use crate::arguments::Serve;
use crate::desk::Desk;
use crate::keys::Keys;
use crate::metrics::Metrics;
use crate::sealing::Keyring;
use crate::store::Store;
use crate::towns::Towns;
use crate::writer::Writer;
use std::sync::Arc;
use std::time::Duration;
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
}

/// Opens the desk as it was told. An error is a message for who started it.
pub async fn open(serve: &Serve, keys: &Keys) -> Result<Opened, String> {
    let towns = Towns::published(&serve.data)?;
    let store = Store::open(&serve.store.address, true).await?;
    let keyring = Arc::new(keyring(&store, keys).await?);
    let metrics = Arc::new(Metrics::new());
    let counted = metrics.clone();
    let (writer, writing) = Writer::start(store.clone(), move |new| {
        counted.stored.inc_by(new as u64);
    });
    let desk = Arc::new(Desk {
        towns,
        origins: serve.origins.clone(),
        limits: Limits::new(serve.limits),
        keyring,
        writer,
        store: store.clone(),
        metrics,
    });
    Ok(Opened { desk, behind: Behind { store, writing } })
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
    /// Ends when all that came in is written and the store is closed; or when it took too long.
    pub async fn close(self) {
        if timeout(PATIENCE, self.writing).await.is_err() {
            eprintln!("balie: stopped while the store was still writing");
        }
        timeout(PATIENCE, self.store.close()).await.ok();
    }
}
