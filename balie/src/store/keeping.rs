//! New requests, many in one transaction: one write to the disk for all of them.

use super::{Error, Pool, Queue, Store, on};
use crate::sealing::Sealed;
use sqlx::postgres::PgArguments;
use sqlx::query::QueryAs;
use sqlx::{Database, Encode, Postgres, QueryBuilder, Sqlite, Type};
use std::collections::{HashMap, HashSet};

/// SHA-256 of an idempotency key.
pub type Digest = [u8; 32];

/// A request as it is stored.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Tells it from every other request.
    pub key_digest: Digest,
    /// Its name.
    pub reference: String,
    /// Who gets it.
    pub queue: Queue,
    /// When it came in, in milliseconds since 1970.
    pub received_at: i64,
    /// Within how many working days somebody is in touch.
    pub working_days: u8,
    /// It is perhaps from a machine.
    pub suspect: bool,
    /// What it says.
    pub sealed: Sealed,
}

/// How keeping an entry ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is in the store.
    New,
    /// Its key was there before, with this request.
    Before(Before),
    /// Its reference is that of another request; nothing is stored.
    Clash,
}

/// The request that a key already had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// Its name.
    pub reference: String,
    /// When it came in, in milliseconds since 1970.
    pub received_at: i64,
    /// Within how many working days somebody is in touch.
    pub working_days: u8,
    /// What it says.
    pub sealed: Sealed,
}

type BeforeRow = (Vec<u8>, String, i64, i16, String, Vec<u8>);

impl Store {
    /// Keeps these entries, all of them or none; tells for each how it ended, in their order.
    ///
    /// One statement, so that the store is asked once and commits by itself. Desks that share
    /// a store put their rows in the same order, so that none waits for a row of another that
    /// waits for one of its own.
    pub async fn keep(&self, entries: &[Entry]) -> Result<Vec<Kept>, Error> {
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let mut sorted: Vec<&Entry> = entries.iter().collect();
        sorted.sort_by_key(|entry| entry.key_digest);
        let new: Vec<(Vec<u8>, String)> = match &self.pool {
            // Each number of rows is another statement: none is worth remembering.
            Pool::Sqlite(pool) => {
                insert(&sorted).build_query_as().persistent(false).fetch_all(pool).await?
            }
            Pool::Postgres(pool) => insert_columns(&sorted).fetch_all(pool).await?,
        };
        let new: HashSet<_> = new.into_iter().collect();
        let others: Vec<_> = entries.iter().filter(|entry| !is_in(&new, entry)).collect();
        let before = self.known(&others).await?;
        let kept = |entry: &Entry| match before.get(&entry.key_digest) {
            _ if is_in(&new, entry) => Kept::New,
            Some(before) => Kept::Before(before.clone()),
            None => Kept::Clash,
        };
        Ok(entries.iter().map(kept).collect())
    }

    /// What stands in the store under the keys of these entries. An error also if the file of
    /// the store was taken away: what is in it then, nobody will find.
    pub async fn known(&self, entries: &[&Entry]) -> Result<HashMap<Digest, Before>, Error> {
        let rows: Vec<BeforeRow> = match entries.is_empty() {
            true => Vec::new(),
            false => on!(self, pool => {
                let mut select = select(entries);
                let select = select.build_query_as().persistent(false);
                select.fetch_all(pool).await?
            }),
        };
        self.is_there()?;
        Ok(rows.into_iter().filter_map(read).collect())
    }
}

fn is_in(new: &HashSet<(Vec<u8>, String)>, entry: &Entry) -> bool {
    new.contains(&(entry.key_digest.to_vec(), entry.reference.clone()))
}

/// Adds these entries, but for those whose key or reference is taken; tells which it added.
fn insert(entries: &[&Entry]) -> QueryBuilder<Sqlite> {
    let mut insert = QueryBuilder::new(
        "INSERT INTO requests (key_digest, reference, queue, received_at, working_days, \
         suspect, key_id, content) ",
    );
    insert.push_values(entries, |mut row, entry| {
        row.push_bind(entry.key_digest.to_vec())
            .push_bind(entry.reference.clone())
            .push_bind(entry.queue.to_string())
            .push_bind(entry.received_at)
            .push_bind(i16::from(entry.working_days))
            .push_bind(entry.suspect)
            .push_bind(entry.sealed.key_id.clone())
            .push_bind(entry.sealed.content.clone());
    });
    insert.push(" ON CONFLICT DO NOTHING RETURNING key_digest, reference");
    insert
}

type Insert<'q, Row> = QueryAs<'q, Postgres, Row, PgArguments>;

/// The same for PostgreSQL: however many entries, it is one statement, which the server has
/// planned once.
fn insert_columns(entries: &[&Entry]) -> Insert<'static, (Vec<u8>, String)> {
    fn column<T>(entries: &[&Entry], of: impl Fn(&Entry) -> T) -> Vec<T> {
        entries.iter().map(|entry| of(entry)).collect()
    }
    sqlx::query_as(
        "INSERT INTO requests (key_digest, reference, queue, received_at, working_days,
                               suspect, key_id, content)
         SELECT * FROM UNNEST ($1::bytea[], $2::text[], $3::text[], $4::bigint[],
                               $5::smallint[], $6::boolean[], $7::text[], $8::bytea[])
         ON CONFLICT DO NOTHING RETURNING key_digest, reference",
    )
    .bind(column(entries, |entry| entry.key_digest.to_vec()))
    .bind(column(entries, |entry| entry.reference.clone()))
    .bind(column(entries, |entry| entry.queue.to_string()))
    .bind(column(entries, |entry| entry.received_at))
    .bind(column(entries, |entry| i16::from(entry.working_days)))
    .bind(column(entries, |entry| entry.suspect))
    .bind(column(entries, |entry| entry.sealed.key_id.clone()))
    .bind(column(entries, |entry| entry.sealed.content.clone()))
}

/// Finds what stands in the store under the keys of these entries.
fn select<DB: Database>(entries: &[&Entry]) -> QueryBuilder<DB>
where
    Vec<u8>: for<'q> Encode<'q, DB> + Type<DB>,
{
    let mut select = QueryBuilder::new(
        "SELECT key_digest, reference, received_at, working_days, key_id, content \
         FROM requests WHERE key_digest IN (",
    );
    let mut keys = select.separated(", ");
    for entry in entries {
        keys.push_bind(entry.key_digest.to_vec());
    }
    select.push(")");
    select
}

fn read(row: BeforeRow) -> Option<(Digest, Before)> {
    let (digest, reference, received_at, working_days, key_id, content) = row;
    let working_days = u8::try_from(working_days).ok()?;
    let sealed = Sealed { key_id, content };
    Some((digest.try_into().ok()?, Before { reference, received_at, working_days, sealed }))
}
