//! Which request is delivered next, and how that ended.
//!
//! Only the oldest that waits in a queue is ever given out, so a queue keeps its order. Who
//! takes it has it until its lease ends; that row is then locked for other desks, and with
//! it the queue. A desk that stopped half-way loses its lease, and another one delivers.

use super::{Error, Queue, Store, on};
use crate::sealing::Sealed;

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

impl Store {
    /// Every queue whose oldest request may be tried now and is in nobody's hand. Steps from
    /// one queue to the next in the index, so that a long one costs no more than a short one.
    pub async fn ready(&self, now: i64) -> Result<Vec<Queue>, Error> {
        let rows: Vec<(String,)> = on!(self, pool => {
            sqlx::query_as(
                "WITH RECURSIVE step (queue) AS (
                     SELECT min(queue) FROM requests WHERE state = 'waiting'
                     UNION ALL
                     SELECT (SELECT min(queue) FROM requests
                             WHERE state = 'waiting' AND queue > step.queue)
                     FROM step WHERE step.queue IS NOT NULL
                 )
                 SELECT step.queue FROM step JOIN requests AS oldest ON oldest.id =
                     (SELECT id FROM requests WHERE state = 'waiting' AND queue = step.queue
                      ORDER BY id LIMIT 1)
                 WHERE oldest.next_at <= $1 AND oldest.lease_until <= $1",
            )
            .bind(now)
            .fetch_all(pool)
            .await?
        });
        Ok(rows.iter().map(|(queue,)| Queue::read(queue)).collect())
    }

    /// Takes the oldest of a queue in hand until `until`, unless another has it, or it is
    /// not to be tried before later than `now`.
    pub async fn take(
        &self,
        queue: &Queue,
        desk: &str,
        now: i64,
        until: i64,
    ) -> Result<Option<InHand>, Error> {
        let row: Option<Row> = on!(self, pool => {
            sqlx::query_as(
                "UPDATE requests SET lease_by = $1, lease_until = $2
                 WHERE id = (SELECT id FROM requests WHERE state = 'waiting' AND queue = $3
                             ORDER BY id LIMIT 1)
                   AND state = 'waiting' AND next_at <= $4 AND lease_until <= $4
                 RETURNING id, reference, received_at, working_days, suspect, tries, key_id,
                           content",
            )
            .bind(desk)
            .bind(until)
            .bind(queue.to_string())
            .bind(now)
            .fetch_optional(pool)
            .await?
        });
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
        on!(self, pool => {
            sqlx::query(
                "UPDATE requests SET state = 'delivered', delivered_at = $1,
                        tries = tries + 1, last_error = NULL, lease_by = NULL, lease_until = 0
                 WHERE id = $2 AND lease_by = $3",
            )
            .bind(now)
            .bind(id)
            .bind(desk)
            .execute(pool)
            .await?;
        });
        Ok(())
    }

    /// It was not delivered, and is tried again at `next_at`.
    pub async fn put_off(&self, id: i64, desk: &str, why: &str, next_at: i64) -> Result<(), Error> {
        on!(self, pool => {
            sqlx::query(
                "UPDATE requests SET next_at = $1, tries = tries + 1, last_error = $2,
                        lease_by = NULL, lease_until = 0
                 WHERE id = $3 AND lease_by = $4",
            )
            .bind(next_at)
            .bind(why)
            .bind(id)
            .bind(desk)
            .execute(pool)
            .await?;
        });
        Ok(())
    }

    /// It cannot be delivered: it waits for somebody to look at it, and holds up no other.
    pub async fn bury(&self, id: i64, desk: &str, why: &str) -> Result<(), Error> {
        on!(self, pool => {
            sqlx::query(
                "UPDATE requests SET state = 'dead', tries = tries + 1, last_error = $1,
                        lease_by = NULL, lease_until = 0
                 WHERE id = $2 AND lease_by = $3",
            )
            .bind(why)
            .bind(id)
            .bind(desk)
            .execute(pool)
            .await?;
        });
        Ok(())
    }
}
