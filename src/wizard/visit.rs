//! What is remembered of a visit: this struct as it is, and nothing beside it.
//!
//! Absent: what is worked out from it every time (the path, the advice), and what goes with
//! the screen that stands there (`session`).

use super::stand::Stand;
use super::story::Story;
use crate::domain::{Answers, Door, FlagId, Takeaway};
use serde::{Deserialize, Serialize};

/// All that is remembered. A field that is added here is remembered by that alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Visit {
    pub(super) stand: Stand,
    pub(super) answers: Answers,
    pub(super) change: Change,
    /// Whom somebody would rather begin with.
    pub(super) preferred: Option<Door>,
    pub(super) story: Story,
    /// What came along from another device.
    pub(super) carried: Option<Takeaway>,
    /// They asked to be contacted: there may be more to forget than is known here.
    pub(super) contacted: bool,
}

impl Visit {
    /// Whether there is something to forget.
    pub(super) fn is_touched(&self) -> bool {
        !self.answers.is_empty() || self.carried.is_some() || self.contacted
    }
}

/// How far it is with an answer that somebody changes from the advice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Change {
    /// Nobody does.
    #[default]
    None,
    /// They are on their way back to the advice.
    UnderWay {
        /// The flags that had come up: only a new one stops them.
        flags: Vec<FlagId>,
        /// Whom the advice named.
        doors: Vec<Door>,
    },
    /// They are back at the advice, which says what changed; until the next screen.
    Made {
        /// Whom it named before.
        doors: Vec<Door>,
    },
}

impl Change {
    /// They came to the advice.
    pub(super) fn arrive(&mut self) {
        if let Self::UnderWay { doors, .. } = self {
            *self = Self::Made { doors: std::mem::take(doors) };
        }
    }

    /// What changed was said.
    pub(super) fn settle(&mut self) {
        if let Self::Made { .. } = self {
            *self = Self::None;
        }
    }

    /// Whom the advice named before an answer was changed, as long as that is said.
    pub(super) fn before(&self) -> Option<&[Door]> {
        match self {
            Self::Made { doors } => Some(doors),
            Self::None | Self::UnderWay { .. } => None,
        }
    }
}
