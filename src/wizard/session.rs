//! What goes with the screen that stands there: gone with the next one, and with a reload.
//!
//! Absent: what is remembered (`visit`).

use super::{Notice, Problem};

/// What is known as long as one screen stands there.
#[derive(Clone, Debug, Default)]
pub(super) struct Session {
    /// What was given for an answer and could not be taken.
    pub(super) refused: Option<Refused>,
    pub(super) watch: Watch,
    /// Something to say once.
    pub(super) notice: Option<Notice>,
}

/// What could not be taken.
#[derive(Clone, Debug)]
pub(super) struct Refused {
    pub(super) problem: Problem,
    /// It stays in its field.
    pub(super) typed: Option<String>,
}

/// What was said to "Kan iemand meekijken?". On that screen it is said, and the browser is
/// on its way back; on the one they come back to it counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Watch {
    /// Nothing.
    #[default]
    Unsaid,
    /// Nobody can look along.
    Unwatched,
    /// Somebody may look along.
    Watched,
}
