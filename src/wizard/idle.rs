//! What time does to a visit: after an hour of nothing it is wiped, a little earlier that is
//! announced, and a screen that says when somebody is open is drawn again.

use super::session::Session;
use super::{Effect, Notice, Now, Wizard};

/// A visit is wiped when nothing happened for longer than this, in seconds.
const IDLE_SECONDS: u64 = 60 * 60;

/// That is announced when nothing happened for longer than this (WCAG 2.2.1).
const WARN_SECONDS: u64 = 55 * 60;

/// When a screen that says when somebody is open is drawn again, in seconds.
const DRAWN_FOR: u64 = 15 * 60;

/// Whether nothing happened for so long that a visit is wiped.
pub(super) fn is_expired(used: u64, now: Now) -> bool {
    now.seconds.saturating_sub(used) > IDLE_SECONDS
}

impl Wizard {
    /// In how many seconds everything is wiped if nothing happens.
    pub fn left(&self, now: Now) -> u32 {
        let idle = now.seconds.saturating_sub(self.used.seconds);
        u32::try_from((IDLE_SECONDS + 1).saturating_sub(idle)).unwrap_or(u32::MAX)
    }

    pub(super) fn woke(&mut self, now: Now) -> Vec<Effect> {
        let idle = now.seconds.saturating_sub(self.used.seconds);
        if idle > WARN_SECONDS && self.visit.is_touched() {
            self.session.notice = Some(Notice::SoonExpired);
        }
        if now.seconds / DRAWN_FOR == self.drawn.seconds / DRAWN_FOR {
            return Vec::new();
        }
        self.drawn = now;
        vec![Effect::Draw]
    }

    /// A reload must know of it too, but to within a minute will do.
    pub(super) fn stirred(&mut self, now: Now) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.used, now);
        match self.visit.is_touched() && before.seconds / 60 != now.seconds / 60 {
            true => vec![Effect::Save],
            false => Vec::new(),
        }
    }

    pub(super) fn forget(&mut self, notice: Notice, now: Now) -> Vec<Effect> {
        let address = std::mem::take(&mut self.address);
        *self = Self { address, ..Self::new(self.bundle.clone(), now) };
        self.session = Session { notice: Some(notice), ..Session::default() };
        vec![Effect::Forget]
    }
}
