//! Telling of trouble when it begins and when it is over, and not each time in between: a
//! store that is away for an hour would fill the log, and perhaps the disk it waits for.
//! What is told may be the words of another server: [`crate::said`] makes them fit to read.

use crate::said;
use std::fmt::Display;
use std::sync::atomic::{AtomicBool, Ordering};

/// Tells something to who runs the desk, as one line in their log. Once it is open nothing
/// else writes there.
pub fn complain(what: impl Display) {
    eprintln!("balie: {}", said::long_line(&what.to_string()));
}

/// Something about how the desk was set up, which is told once.
#[derive(Default)]
pub struct Once(AtomicBool);

impl Once {
    /// Tells it, unless it was told.
    pub fn tell(&self, what: &str) {
        if !self.0.swap(true, Ordering::Relaxed) {
            complain(what);
        }
    }
}

/// Whether something goes wrong at the moment.
pub struct Trouble {
    what: &'static str,
    begun: bool,
}

impl Trouble {
    /// None yet. `what` goes wrong, in words that go before a reason: "cannot read".
    pub fn with(what: &'static str) -> Self {
        Self { what, begun: false }
    }

    /// What to tell after this went well or wrong; nothing if that is known.
    pub fn hear<Done, Why: Display>(&mut self, how: &Result<Done, Why>) -> Option<String> {
        let before = std::mem::replace(&mut self.begun, how.is_err());
        match how {
            Err(why) if !before => Some(format!("{}: {why}", self.what)),
            Ok(_) if before => Some(format!("over: {}", self.what)),
            _ => None,
        }
    }

    /// Tells it to who runs the desk.
    pub fn tell<Done, Why: Display>(&mut self, how: &Result<Done, Why>) {
        if let Some(line) = self.hear(how) {
            complain(line);
        }
    }
}
