//! How soon, how long and how often the outbox tries.

use std::time::Duration;

/// How soon, how long and how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// So often it looks for what may be tried again.
    pub tick: Duration,
    /// So long after the first try that failed; after each next one twice as long.
    pub first: Duration,
    /// But never longer.
    pub longest: Duration,
    /// After so many tries somebody has to look.
    pub tries: u32,
    /// So long one delivery may take.
    pub limit: Duration,
    /// So long a request stays with the desk that took it. Longer than `limit`, by more
    /// than the clocks of two desks differ.
    pub lease: Duration,
    /// So many queues are worked on side by side.
    pub side_by_side: usize,
}

impl Default for Pace {
    /// The last try is about four days after the first: a long weekend without anybody who can
    /// mend a mail server loses nothing.
    fn default() -> Self {
        Self {
            tick: Duration::from_secs(1),
            first: Duration::from_secs(5),
            longest: Duration::from_secs(60 * 60),
            tries: 140,
            limit: Duration::from_secs(30),
            lease: Duration::from_secs(60),
            side_by_side: 16,
        }
    }
}

impl Pace {
    /// As usual, but so many seconds for one delivery, and twice as many for a lease.
    pub fn within(seconds: u16) -> Self {
        let limit = Duration::from_secs(seconds.into());
        let usual = Self::default();
        Self { limit, lease: 2 * limit, first: usual.first.min(limit), ..usual }
    }

    /// How long to wait after this many tries that failed. `chance`, from 0 to 1, takes off
    /// up to half of it, so that what failed together does not come back together.
    pub fn wait(&self, tries: u32, chance: f64) -> Duration {
        let doubled = 2_u32.saturating_pow(tries.saturating_sub(1));
        let whole = self.first.saturating_mul(doubled).min(self.longest);
        whole.mul_f64(1.0 - chance.clamp(0.0, 1.0) / 2.0)
    }
}
