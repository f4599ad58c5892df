//! A visit as it is remembered until the tab closes.
//!
//! Absent: a visit with a flag whose lines are private; it stands on the screen and nowhere
//! else.

use super::story::Written;
use super::{IDLE_SECONDS, Now, Revising, Spot, Take, Wizard};
use crate::content::{Bundle, kept};
use crate::domain::{Answers, Door, Takeaway};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Changes when an older visit can no longer be read.
const VERSION: u8 = 3;

/// What is remembered of a visit: the answers, what was added to them, where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    version: u8,
    slug: String,
    at: u64,
    spot: Spot,
    answers: Answers,
    revising: Option<Revising>,
    before: Option<Vec<Door>>,
    preferred: Option<Door>,
    story: Option<Written>,
    replaced: Option<Written>,
    taking: Option<Take>,
    carried: Option<Takeaway>,
    contacted: bool,
}

impl Saved {
    /// As text.
    pub fn write(&self) -> String {
        kept::write(self)
    }

    /// From text; nothing if it is not a visit of this version.
    pub fn read(text: &str) -> Option<Self> {
        let saved: Self = kept::read(text)?;
        (saved.version == VERSION).then_some(saved)
    }
}

impl Wizard {
    /// What to remember of the visit; nothing as long as there is nothing to forget, or where
    /// an answer told what nobody else may see: a tab that is opened again must not tell it.
    pub fn save(&self) -> Option<Saved> {
        (self.is_touched() && !self.is_private()).then(|| Saved {
            version: VERSION,
            slug: self.bundle.directory.municipality.slug.clone(),
            at: self.now.seconds,
            spot: self.spot,
            answers: self.answers.clone(),
            revising: self.revising.clone(),
            before: self.before.clone(),
            preferred: self.preferred.clone(),
            story: self.story.clone(),
            replaced: self.replaced.clone(),
            taking: self.taking,
            carried: self.carried.clone(),
            contacted: self.contacted,
        })
    }

    /// Goes on with a remembered visit; with a new one if that was elsewhere or
    /// too long ago.
    pub fn restore(bundle: Arc<Bundle>, saved: Saved, now: Now) -> Self {
        let elsewhere = saved.slug != bundle.directory.municipality.slug;
        let expired = now.seconds.saturating_sub(saved.at) > IDLE_SECONDS;
        let mut wizard = Self::new(bundle, now);
        if elsewhere {
            return wizard;
        }
        if expired {
            let touched = !saved.answers.is_empty() || saved.carried.is_some() || saved.contacted;
            wizard.notice = touched.then_some(super::Notice::Expired);
            return wizard;
        }
        wizard.answers = saved.answers;
        wizard.revising = saved.revising;
        wizard.before = saved.before;
        wizard.preferred = saved.preferred;
        wizard.story = saved.story;
        wizard.replaced = saved.replaced;
        wizard.taking = saved.taking;
        wizard.carried = saved.carried;
        wizard.contacted = saved.contacted;
        wizard.spot = wizard.reached(saved.spot);
        wizard
    }
}
