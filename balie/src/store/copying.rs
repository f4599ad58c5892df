//! A copy of a store that is in use.

use super::opening::readable;
use super::{Pool, Store};
use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

impl Store {
    /// Copies an SQLite store into a new file that only its owner can read, as it is at one
    /// moment, also while it is written; how many requests are in it. An error is a message
    /// for who asked.
    pub async fn copy_to(&self, file: &Path) -> Result<i64, String> {
        let Pool::Sqlite(pool) = &self.pool else {
            return Err("a PostgreSQL is copied with its own program: pg_dump".to_owned());
        };
        let name = file.display();
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(file)
            .map_err(|why| format!("cannot make {name}: {why}"))?;
        let copied = async {
            sqlx::query("VACUUM INTO $1").bind(file.to_string_lossy()).execute(pool).await?;
            let mut copy = readable(file).await?;
            sqlx::query_as("SELECT count(*) FROM requests").fetch_one(&mut copy).await
        };
        let on_disk =
            |(count,): (i64,)| File::open(file).and_then(|file| file.sync_all()).map(|()| count);
        let copied = copied.await.map_err(|why: super::Error| why.to_string());
        let copied = copied.and_then(|count| on_disk(count).map_err(|why| why.to_string()));
        copied.map_err(|why| {
            // Half a copy is none.
            std::fs::remove_file(file).ok();
            format!("cannot copy the store to {name}: {why}")
        })
    }

    /// Puts what was written into the database file, so that a copy of that alone holds it.
    pub async fn settle(&self) -> Result<(), super::Error> {
        if let Pool::Sqlite(pool) = &self.pool {
            sqlx::query("PRAGMA wal_checkpoint(PASSIVE)").execute(pool).await?;
        }
        Ok(())
    }
}
