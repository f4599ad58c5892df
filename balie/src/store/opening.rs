//! From an address to a store that is ready: `sqlite://FILE`, `sqlite::memory:` or
//! `postgres://USER@HOST/NAME`.

use super::{Pool, Store};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

/// So long one waits for a connection, or for another writer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The file of this store, if it is in one.
pub fn file_of(address: &str) -> Option<PathBuf> {
    if !address.starts_with("sqlite:") || is_in_memory(address) {
        return None;
    }
    let options = SqliteConnectOptions::from_str(address).ok()?;
    Some(options.get_filename().to_owned())
}

fn is_in_memory(address: &str) -> bool {
    address.contains(":memory:") || address.contains("mode=memory")
}

fn is_postgres(address: &str) -> bool {
    address.starts_with("postgres://") || address.starts_with("postgresql://")
}

impl Store {
    /// Opens a store, and makes or renews its tables. An SQLite file that is not there is
    /// made if `may_make` says so. An error is a message for who started it; it never holds
    /// the address, which may hold a password.
    pub async fn open(address: &str, may_make: bool) -> Result<Self, String> {
        let unopened = |why: sqlx::Error| format!("cannot open the store: {why}");
        let pool = if is_postgres(address) {
            Pool::Postgres(postgres(address).await.map_err(unopened)?)
        } else if address.starts_with("sqlite:") {
            if let Some(file) = file_of(address) {
                look_at(&file, may_make)?;
            }
            Pool::Sqlite(sqlite(address).await.map_err(unopened)?)
        } else {
            return Err("--db must start with sqlite:// or postgres://".to_owned());
        };
        match &pool {
            Pool::Sqlite(pool) => sqlx::migrate!("migrations/sqlite").run(pool).await,
            Pool::Postgres(pool) => sqlx::migrate!("migrations/postgres").run(pool).await,
        }
        .map_err(|why| format!("cannot make the tables of the store: {why}"))?;
        Ok(Self { pool })
    }
}

/// A new file can be read by its owner only, as can what SQLite puts beside it.
fn look_at(file: &Path, may_make: bool) -> Result<(), String> {
    let name = file.display();
    if !may_make {
        let missing = || format!("there is no store {name}: name it with --db");
        return file.is_file().then_some(()).ok_or_else(missing);
    }
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(file) {
        Err(why) if why.kind() != ErrorKind::AlreadyExists => {
            Err(format!("cannot make the store {name}: {why}"))
        }
        _ => Ok(()),
    }
}

/// Each commit is on the disk before it returns, and what is erased is overwritten.
async fn sqlite(address: &str) -> Result<sqlx::SqlitePool, sqlx::Error> {
    let options = SqliteConnectOptions::from_str(address)?
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(PATIENCE)
        .foreign_keys(true)
        .pragma("secure_delete", "ON")
        // Many rows in one statement would otherwise keep their notes in a file.
        .pragma("temp_store", "MEMORY")
        // In KiB: keys and references fall anywhere in their indexes.
        .pragma("cache_size", "-32768")
        // In pages: one that changes often goes to the database file once for many commits.
        .pragma("wal_autocheckpoint", "8192");
    let pool = SqlitePoolOptions::new().acquire_timeout(PATIENCE);
    // A store in memory lives as long as its one connection.
    let pool = match is_in_memory(address) {
        true => pool.max_connections(1).min_connections(1).idle_timeout(None).max_lifetime(None),
        false => pool.max_connections(4),
    };
    pool.connect_with(options).await
}

async fn postgres(address: &str) -> Result<sqlx::PgPool, sqlx::Error> {
    let options = PgConnectOptions::from_str(address)?
        .application_name("balie")
        .options([("synchronous_commit", "on"), ("statement_timeout", "15s")]);
    PgPoolOptions::new().acquire_timeout(PATIENCE).max_connections(12).connect_with(options).await
}
