//! From an address to a store that is ready: `sqlite://FILE`, `sqlite::memory:` or
//! `postgres://USER@HOST/NAME`.

use super::{Pool, Store, StoreFile};
use crate::keys::KEY_FILE;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, SqlitePool};
use std::fs::{File, OpenOptions};
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

/// What may be done to open a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Make it, if it is an SQLite file that is not there.
    Make,
    /// Make or renew the tables of one that is there.
    Use,
    /// Write nothing.
    Look,
}

impl Store {
    /// Opens a store, and makes or renews its tables. An error is a message for who started
    /// it; it never holds the address, which may hold a password.
    pub async fn open(address: &str, opening: Opening) -> Result<Self, String> {
        let unopened = |why: sqlx::Error| format!("cannot open the store: {why}");
        let path = file_of(address);
        // Until it is open: desks that start together would make its tables together.
        let _alone = path.as_deref().map(alone);
        let pool = if is_postgres(address) {
            Pool::Postgres(postgres(address).await.map_err(unopened)?)
        } else if address.starts_with("sqlite:") {
            if let Some(path) = &path {
                look_at(path, opening).await?;
            }
            Pool::Sqlite(sqlite(address, opening).await.map_err(unopened)?)
        } else {
            return Err("--db must start with sqlite:// or postgres://".to_owned());
        };
        match &pool {
            _ if opening == Opening::Look => Ok(()),
            Pool::Sqlite(pool) => sqlx::migrate!("migrations/sqlite").run(pool).await,
            Pool::Postgres(pool) => sqlx::migrate!("migrations/postgres").run(pool).await,
        }
        .map_err(|why| format!("cannot make the tables of the store: {why}"))?;
        let file = path.as_deref().map(StoreFile::at).transpose();
        let file = file.map_err(|why| format!("the file of the store is gone: {why}"))?;
        Ok(Self { pool, file })
    }
}

/// Waits until no other desk opens a store in the folder of this one.
fn alone(file: &Path) -> Option<File> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = File::open(folder.unwrap_or(Path::new("."))).ok()?;
    // Where files cannot be locked, desks have to start one after another.
    folder.lock().ok()?;
    Some(folder)
}

/// Makes the file if it may be made: read by its owner only, as is what SQLite puts beside it.
/// One that is there has to be a store, or empty.
async fn look_at(file: &Path, opening: Opening) -> Result<(), String> {
    let name = file.display();
    let key = file.with_file_name(KEY_FILE);
    // Half of a copy that did not fit is an empty file.
    let empty = file.metadata().map_or(true, |known| known.len() == 0);
    if empty && key.exists() {
        return Err(format!(
            "there is a key and no store {name}, or an empty one: put the store back, or a copy \
             of it, or name another with --db; a new store with a key of its own belongs in \
             another folder than {}",
            key.display()
        ));
    }
    if !file.exists() {
        if opening != Opening::Make {
            return Err(format!("there is no store {name}: name it with --db"));
        }
        let new = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
        return match new {
            Err(why) if why.kind() != ErrorKind::AlreadyExists => {
                Err(format!("cannot make the store {name}: {why}"))
            }
            _ => Ok(()),
        };
    }
    let tables = async {
        let mut connection = readable(file).await?;
        let tables = "SELECT name FROM sqlite_master WHERE type = 'table'";
        sqlx::query_as(tables).fetch_all(&mut connection).await
    };
    let tables: Vec<(String,)> =
        tables.await.map_err(|why: sqlx::Error| format!("cannot read {name}: {why}"))?;
    let ours = ["requests", "_sqlx_migrations"];
    let ours = ours.iter().all(|ours| tables.iter().any(|(table,)| table == ours));
    let new = tables.is_empty() && opening == Opening::Make;
    if ours || new { Ok(()) } else { Err(format!("{name} is no store of the desk")) }
}

/// A connection to an SQLite file that changes nothing in it.
pub(super) async fn readable(file: &Path) -> Result<SqliteConnection, sqlx::Error> {
    SqliteConnectOptions::new()
        .filename(file)
        .read_only(true)
        .busy_timeout(PATIENCE)
        .connect()
        .await
}

/// Each commit is on the disk before it returns, and what is erased is overwritten.
async fn sqlite(address: &str, opening: Opening) -> Result<SqlitePool, sqlx::Error> {
    let options = SqliteConnectOptions::from_str(address)?;
    if opening == Opening::Look {
        let options = options.read_only(true).busy_timeout(PATIENCE);
        return SqlitePoolOptions::new().max_connections(1).connect_with(options).await;
    }
    let options = options
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
