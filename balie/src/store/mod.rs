//! The store of requests: SQLite on one machine, or a PostgreSQL that several desks share.
//!
//! Both speak the same SQL here, so each question is written once; `on!` asks it of
//! whichever there is. What is written is on the disk when a function returns.
//!
//! - `opening`: from an address to a store that is ready.
//! - `copying`: a copy of a store that is in use.
//! - `keeping`: new requests, many in one transaction.
//! - `waiting`: which one is delivered next, and how that ended.
//! - `looking`: what the command line and the metrics ask.
//!
//! Absent: what a request says. Its content comes and goes sealed.

mod copying;
mod keeping;
mod looking;
mod opening;
mod waiting;

pub use keeping::{Before, Digest, Entry, Kept};
pub use looking::{Line, Sum};
pub use opening::{Opening, file_of};
pub use waiting::InHand;

use sqlx::{PgPool, SqlitePool};
use std::fmt;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// What went wrong between desk and store.
pub type Error = sqlx::Error;

/// A store that is open.
#[derive(Clone, Debug)]
pub struct Store {
    pool: Pool,
    /// The file it is in, if it is in one.
    file: Option<StoreFile>,
}

/// A file, by its path and by what it was when the store was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
struct StoreFile {
    path: PathBuf,
    device: u64,
    inode: u64,
}

#[derive(Clone, Debug)]
enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// Does the same on the pool of either store.
macro_rules! on {
    ($store:expr, $pool:ident => $work:expr) => {
        match &$store.pool {
            crate::store::Pool::Sqlite($pool) => $work,
            crate::store::Pool::Postgres($pool) => $work,
        }
    };
}
use on;

/// Who gets a request; within a queue the order of arrival is kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Queue {
    /// The municipality, by its name in addresses.
    pub town: String,
    /// The party, by its name in the directory.
    pub provider: String,
}

impl Queue {
    fn read(text: &str) -> Self {
        let (town, provider) = text.split_once('/').unwrap_or((text, ""));
        Self { town: town.to_owned(), provider: provider.to_owned() }
    }
}

impl fmt::Display for Queue {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}", self.town, self.provider)
    }
}

/// How far the delivery of a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is to be delivered.
    Waiting,
    /// It was delivered.
    Delivered,
    /// It could not be delivered: somebody has to look.
    Dead,
}

impl State {
    /// Its name in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::Dead => "dead",
        }
    }
}

impl FromStr for State {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let all = [Self::Waiting, Self::Delivered, Self::Dead];
        all.into_iter().find(|state| state.as_str() == name).ok_or(())
    }
}

impl Store {
    /// Ends when every connection is closed.
    pub async fn close(&self) {
        on!(self, pool => pool.close().await);
    }

    /// Whether it has its requests, and room for another.
    pub async fn takes(&self) -> Result<(), Error> {
        self.is_there()?;
        let filler = vec![0_u8; ROOM];
        on!(self, pool => {
            sqlx::query("SELECT count(*) FROM requests WHERE id = 0").execute(pool).await?;
            sqlx::query("UPDATE pulse SET filler = $1").bind(filler).execute(pool).await?;
        });
        Ok(())
    }

    /// Whether the file of the store is still the one that was opened. One that was removed
    /// takes all that is written, and nobody will ever find it.
    fn is_there(&self) -> Result<(), Error> {
        match &self.file {
            Some(file) if StoreFile::at(&file.path).ok().as_ref() != Some(file) => {
                let name = file.path.display();
                let why = format!("{name} was removed or replaced: put it back and start again");
                Err(Error::Io(io::Error::other(why)))
            }
            _ => Ok(()),
        }
    }
}

/// As large as a long request, in bytes.
const ROOM: usize = 16 * 1024;

impl StoreFile {
    fn at(path: &Path) -> io::Result<Self> {
        let known = path.metadata()?;
        Ok(Self { path: path.to_owned(), device: known.dev(), inode: known.ino() })
    }
}
