//! What the command line and the metrics ask of the store.

use super::{Error, Queue, State, Store, on};
use crate::sealing::Sealed;

/// What may be told of a request to who runs the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its name.
    pub reference: String,
    /// Who gets it.
    pub queue: Queue,
    /// How far its delivery is.
    pub state: State,
    /// When it came in, in milliseconds since 1970.
    pub received_at: i64,
    /// Within how many working days somebody is in touch.
    pub working_days: u8,
    /// It is perhaps from a machine.
    pub suspect: bool,
    /// So often it was tried.
    pub tries: u32,
    /// When it is tried next, in milliseconds since 1970.
    pub next_at: i64,
    /// Why it was not delivered the last time.
    pub last_error: Option<String>,
    /// When it was delivered, in milliseconds since 1970.
    pub delivered_at: Option<i64>,
    /// What it says.
    pub sealed: Sealed,
}

/// What waits, all together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// So many wait.
    pub waiting: i64,
    /// When the oldest of them came in, in milliseconds since 1970.
    pub oldest: Option<i64>,
    /// So many of them came in too long ago.
    pub late: i64,
    /// So many nobody could deliver.
    pub dead: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    reference: String,
    queue: String,
    state: String,
    received_at: i64,
    working_days: i16,
    suspect: bool,
    tries: i32,
    next_at: i64,
    last_error: Option<String>,
    delivered_at: Option<i64>,
    key_id: String,
    content: Vec<u8>,
}

impl Row {
    fn line(self) -> Line {
        Line {
            reference: self.reference,
            queue: Queue::read(&self.queue),
            state: self.state.parse().unwrap_or(State::Dead),
            received_at: self.received_at,
            working_days: u8::try_from(self.working_days).unwrap_or(u8::MAX),
            suspect: self.suspect,
            tries: u32::try_from(self.tries).unwrap_or(u32::MAX),
            next_at: self.next_at,
            last_error: self.last_error,
            delivered_at: self.delivered_at,
            sealed: Sealed { key_id: self.key_id, content: self.content },
        }
    }
}

/// So many are read at a time: a store may be larger than the memory.
const PAGE: i64 = 256;

impl Store {
    /// The names of all keys that something in the store needs.
    pub async fn needed_keys(&self) -> Result<Vec<String>, Error> {
        let rows: Vec<(String,)> = on!(self, pool => {
            sqlx::query_as("SELECT DISTINCT key_id FROM requests").fetch_all(pool).await?
        });
        Ok(rows.into_iter().map(|(key,)| key).collect())
    }

    /// Tells of each request in the order of arrival, of one state or of all.
    pub async fn each(
        &self,
        state: Option<State>,
        mut tell: impl FnMut(Line) -> Result<(), String>,
    ) -> Result<(), String> {
        let mut after = 0;
        loop {
            let rows: Result<Vec<Row>, Error> = on!(self, pool => {
                sqlx::query_as(
                    "SELECT id, reference, queue, state, received_at, working_days, suspect,
                            tries, next_at, last_error, delivered_at, key_id, content
                     FROM requests
                     WHERE id > $1 AND ($2 = '' OR state = $2) ORDER BY id LIMIT $3",
                )
                .bind(after)
                .bind(state.map_or("", State::as_str))
                .bind(PAGE)
                .fetch_all(pool)
                .await
            });
            let rows = rows.map_err(|why| format!("cannot read the store: {why}"))?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = last.id;
            for row in rows {
                tell(row.line())?;
            }
        }
    }

    /// The request of this name.
    pub async fn find(&self, reference: &str) -> Result<Option<Line>, Error> {
        let row: Option<Row> = on!(self, pool => {
            sqlx::query_as(
                "SELECT id, reference, queue, state, received_at, working_days, suspect,
                        tries, next_at, last_error, delivered_at, key_id, content
                 FROM requests WHERE reference = $1",
            )
            .bind(reference)
            .fetch_optional(pool)
            .await?
        });
        Ok(row.map(Row::line))
    }

    /// Lets a request be delivered once more, whoever had it in hand; whether there is one of
    /// this name.
    pub async fn resend(&self, reference: &str) -> Result<bool, Error> {
        let changed = on!(self, pool => {
            sqlx::query(
                "UPDATE requests SET state = 'waiting', tries = 0, next_at = 0, aside = FALSE,
                        delivered_at = NULL, lease_by = NULL, lease_until = 0
                 WHERE reference = $1",
            )
            .bind(reference)
            .execute(pool)
            .await?
            .rows_affected()
        });
        Ok(changed > 0)
    }

    /// Erases the request of this name, however far it is; whether there was one.
    pub async fn erase(&self, reference: &str) -> Result<bool, Error> {
        let erased = on!(self, pool => {
            sqlx::query("DELETE FROM requests WHERE reference = $1")
                .bind(reference)
                .execute(pool)
                .await?
                .rows_affected()
        });
        self.overwrite(erased).await?;
        Ok(erased > 0)
    }

    /// Erases what was delivered before this time, in milliseconds since 1970; how many.
    pub async fn purge(&self, before: i64) -> Result<u64, Error> {
        let erased = on!(self, pool => {
            sqlx::query("DELETE FROM requests WHERE state = 'delivered' AND delivered_at < $1")
                .bind(before)
                .execute(pool)
                .await?
                .rows_affected()
        });
        self.overwrite(erased).await?;
        Ok(erased)
    }

    /// Erases what came in before this time and nobody ever received; how many.
    pub async fn purge_undelivered(&self, before: i64) -> Result<u64, Error> {
        let erased = on!(self, pool => {
            sqlx::query("DELETE FROM requests WHERE state <> 'delivered' AND received_at < $1")
                .bind(before)
                .execute(pool)
                .await?
                .rows_affected()
        });
        self.overwrite(erased).await?;
        Ok(erased)
    }

    /// Erases everything that came in for a municipality before this time, delivered or not;
    /// how many.
    pub async fn purge_town(&self, town: &str, before: i64) -> Result<u64, Error> {
        let erased = on!(self, pool => {
            sqlx::query(
                "DELETE FROM requests
                 WHERE substr(queue, 1, length($1)) = $1 AND received_at < $2",
            )
            .bind(format!("{town}/"))
            .bind(before)
            .execute(pool)
            .await?
            .rows_affected()
        });
        self.overwrite(erased).await?;
        Ok(erased)
    }

    /// What was erased still stands in the log of writes until that starts anew.
    async fn overwrite(&self, erased: u64) -> Result<(), Error> {
        if let (super::Pool::Sqlite(pool), 1..) = (&self.pool, erased) {
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(pool).await?;
        }
        Ok(())
    }

    /// What waits and since when; `late` is what came in before this time.
    pub async fn sum(&self, late: i64) -> Result<Sum, Error> {
        let (waiting, oldest, late): (i64, Option<i64>, i64) = on!(self, pool => {
            sqlx::query_as(
                "SELECT count(*), min(received_at),
                        count(CASE WHEN received_at < $1 THEN 1 END)
                 FROM requests WHERE state = 'waiting'",
            )
            .bind(late)
            .fetch_one(pool)
            .await?
        });
        let (dead,): (i64,) = on!(self, pool => {
            sqlx::query_as("SELECT count(*) FROM requests WHERE state = 'dead'")
                .fetch_one(pool)
                .await?
        });
        Ok(Sum { waiting, oldest, late, dead })
    }
}
