//! A visit as it is kept until the tab closes: what is remembered, with a town and a time
//! around it.
//!
//! Absent: a visit with a flag whose lines are private; it stands on the screen and nowhere
//! else.

use super::visit::Visit;
use super::{Notice, Now, Wizard, idle};
use crate::content::{Bundle, kept};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What is remembered of a visit, when and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    slug: String,
    at: u64,
    visit: Visit,
}

impl Saved {
    /// As text.
    pub fn write(&self) -> String {
        kept::write(self)
    }

    /// From text; nothing if it is not a visit as this app keeps them.
    pub fn read(text: &str) -> Option<Self> {
        kept::read(text)
    }
}

impl Wizard {
    /// What to remember of the visit; nothing as long as there is nothing to forget, or where
    /// an answer told what nobody else may see: a tab that is opened again must not tell it.
    pub fn save(&self) -> Option<Saved> {
        (self.visit.is_touched() && !self.is_private()).then(|| Saved {
            slug: self.bundle.directory.municipality.slug.clone(),
            at: self.used.seconds,
            visit: self.visit.clone(),
        })
    }

    /// Goes on with a remembered visit; with a new one if that was elsewhere or
    /// too long ago.
    pub fn restore(bundle: Arc<Bundle>, saved: Saved, now: Now) -> Self {
        let Saved { slug, at, visit } = saved;
        let mut wizard = Self::new(bundle, now);
        if slug != wizard.bundle.directory.municipality.slug {
            return wizard;
        }
        if idle::is_expired(at, now) {
            wizard.session.notice = visit.is_touched().then_some(Notice::Expired);
            return wizard;
        }
        wizard.visit = visit;
        wizard.visit.stand = wizard.reached(wizard.visit.stand);
        wizard
    }
}
