//! Which request is delivered next, and how that ended.
//!
//! Only the oldest that waits in a queue is given out, so a queue keeps its order; but one
//! that its receiver refused stands aside, is tried on its own and holds up nobody. Who
//! takes a request has it until its lease ends; that row is then locked for other desks, and
//! with it the queue. A desk that stopped half-way loses its lease, and another one delivers.
//!
//! Each write here changes one row and is read to its end: a full disk may be told only
//! after the row. None changed is [`Error::RowNotFound`]: the request is in no hand of this
//! desk any more.

use super::{Error, Queue, Store, on};
use crate::sealing::Sealed;

/// No lease is longer, and no next try further away, in milliseconds. A later one was
/// written by a clock that ran ahead, and does not count.
pub const LONGEST: i64 = 2 * 60 * 60 * 1000;

/// A request that this desk has in hand.
#[derive(Clone, Debug)]
pub struct InHand {
    /// Its place in the order of arrival.
    pub id: i64,
    /// Its name.
    pub reference: String,
    /// When it came in, in milliseconds since 1970.
    pub received_at: i64,
    /// Within how many working days somebody is in touch.
    pub working_days: u8,
    /// It is perhaps from a machine.
    pub suspect: bool,
    /// So often it was tried before.
    pub tries: u32,
    /// What it says.
    pub sealed: Sealed,
}

type Row = (i64, String, i64, i16, bool, i32, String, Vec<u8>);

/// Whether a row may be tried at `$1` and is in nobody's hand; `$2` is [`LONGEST`].
macro_rules! due {
    () => {
        "next_at NOT BETWEEN $1 + 1 AND $1 + $2 AND lease_until NOT BETWEEN $1 + 1 AND $1 + $2"
    };
}

impl Store {
    /// Every queue with a request that may be tried now and is in nobody's hand. Steps from
    /// one queue to the next in the index, so that a long one costs no more than a short one.
    pub async fn ready(&self, now: i64) -> Result<Vec<Queue>, Error> {
        let rows: Vec<(String,)> = on!(self, pool => {
            sqlx::query_as(concat!(
                "WITH RECURSIVE step (name) AS (
                     SELECT min(queue) FROM requests WHERE state = 'waiting' AND NOT aside
                     UNION ALL
                     SELECT (SELECT min(queue) FROM requests
                             WHERE state = 'waiting' AND NOT aside AND queue > step.name)
                     FROM step WHERE step.name IS NOT NULL
                 )
                 SELECT step.name FROM step JOIN requests ON requests.id =
                     (SELECT id FROM requests
                      WHERE state = 'waiting' AND NOT aside AND queue = step.name
                      ORDER BY id LIMIT 1)
                 WHERE ", due!(), "
                 UNION
                 SELECT queue FROM requests WHERE state = 'waiting' AND aside AND ", due!(), "
                 ORDER BY 1",
            ))
            .bind(now)
            .bind(LONGEST)
            .fetch_all(pool)
            .await?
        });
        Ok(rows.iter().map(|(queue,)| Queue::read(queue)).collect())
    }

    /// Takes the oldest of a queue in hand until `until`, unless another has it, or it is
    /// not to be tried before later than `now`; else one that stands aside.
    pub async fn take(
        &self,
        queue: &Queue,
        desk: &str,
        now: i64,
        until: i64,
    ) -> Result<Option<InHand>, Error> {
        let rows: Vec<Row> = on!(self, pool => {
            sqlx::query_as(concat!(
                "UPDATE requests SET lease_by = $4, lease_until = $5
                 WHERE id = COALESCE(
                     (SELECT id FROM (SELECT id, next_at, lease_until FROM requests
                                      WHERE state = 'waiting' AND NOT aside AND queue = $3
                                      ORDER BY id LIMIT 1) AS oldest
                      WHERE ", due!(), "),
                     (SELECT id FROM requests
                      WHERE state = 'waiting' AND aside AND queue = $3 AND ", due!(), "
                      ORDER BY id LIMIT 1))
                   AND state = 'waiting' AND ", due!(), "
                 RETURNING id, reference, received_at, working_days, suspect, tries, key_id,
                           content",
            ))
            .bind(now)
            .bind(LONGEST)
            .bind(queue.to_string())
            .bind(desk)
            .bind(until)
            .fetch_all(pool)
            .await?
        });
        let row = rows.into_iter().next();
        Ok(row.map(|(id, reference, received_at, days, suspect, tries, key_id, content)| InHand {
            id,
            reference,
            received_at,
            working_days: u8::try_from(days).unwrap_or(u8::MAX),
            suspect,
            tries: u32::try_from(tries).unwrap_or(u32::MAX),
            sealed: Sealed { key_id, content },
        }))
    }

    /// It was delivered.
    pub async fn delivered(&self, id: i64, desk: &str, now: i64) -> Result<(), Error> {
        one(on!(self, pool => {
            sqlx::query(
                "UPDATE requests SET state = 'delivered', delivered_at = $1,
                        tries = tries + 1, last_error = NULL, lease_by = NULL, lease_until = 0
                 WHERE id = $2 AND lease_by = $3",
            )
            .bind(now)
            .bind(id)
            .bind(desk)
            .execute(pool)
            .await?
            .rows_affected()
        }))
    }

    /// It was not delivered, and is tried again at `next_at`; from then on `aside`, if its
    /// receiver is there and refuses it.
    pub async fn put_off(
        &self,
        id: i64,
        desk: &str,
        why: &str,
        next_at: i64,
        aside: bool,
    ) -> Result<(), Error> {
        one(on!(self, pool => {
            sqlx::query(
                "UPDATE requests SET next_at = $1, tries = tries + 1, last_error = $2,
                        aside = aside OR $3, lease_by = NULL, lease_until = 0
                 WHERE id = $4 AND lease_by = $5",
            )
            .bind(next_at)
            .bind(why)
            .bind(aside)
            .bind(id)
            .bind(desk)
            .execute(pool)
            .await?
            .rows_affected()
        }))
    }

    /// It cannot be delivered: it waits for somebody to look at it, and holds up no other.
    pub async fn bury(&self, id: i64, desk: &str, why: &str) -> Result<(), Error> {
        one(on!(self, pool => {
            sqlx::query(
                "UPDATE requests SET state = 'dead', tries = tries + 1, last_error = $1,
                        lease_by = NULL, lease_until = 0
                 WHERE id = $2 AND lease_by = $3",
            )
            .bind(why)
            .bind(id)
            .bind(desk)
            .execute(pool)
            .await?
            .rows_affected()
        }))
    }
}

fn one(changed: u64) -> Result<(), Error> {
    if changed == 1 { Ok(()) } else { Err(Error::RowNotFound) }
}
