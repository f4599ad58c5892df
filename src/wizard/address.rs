//! How somebody is addressed: with `u`, or, under 18, with `je`. What is said then is fetched
//! when they told their age. Who has to call somebody never waits for it, and who would wait
//! in vain goes on with `u`.

use super::Wizard;
use crate::content::{Bundle, Young};
use crate::domain::Facts;
use std::sync::Arc;

/// What is said to somebody under 18, as far as it is there.
#[derive(Clone, Debug, Default)]
pub(super) struct Address {
    /// It, or while that is said, what is said to everybody else.
    other: Option<Young>,
    /// It cannot be had.
    lost: bool,
    /// It is said.
    young: bool,
}

impl Address {
    /// Whether a screen waits for it.
    pub(super) fn is_awaited(&self, bundle: &Bundle, facts: &Facts<'_>) -> bool {
        // Until all has come it is not known where it is.
        let to_come = !bundle.is_whole() || !bundle.beside.young.is_empty();
        facts.young && to_come && self.other.is_none() && !self.lost
    }

    /// Says everything in the way that fits whoever reads it.
    fn suit(&mut self, bundle: &mut Arc<Bundle>, young: bool) {
        if let (true, Some(other), Some(bundle)) =
            (self.young != young, &mut self.other, Arc::get_mut(bundle))
        {
            bundle.change_address(other);
            self.young = young;
        }
    }
}

impl Wizard {
    /// Where what is said to somebody under 18 can be fetched, if that is to be done now.
    pub fn young_file(&self) -> Option<&str> {
        let file = self.bundle.beside.young.as_str();
        let wanted = self.address.other.is_none() && self.path().facts.young && !file.is_empty();
        wanted.then_some(file)
    }

    /// It came, or it cannot be had.
    pub fn young_came(&mut self, young: Option<Young>) {
        self.address.lost = young.is_none();
        self.address.other = young;
        self.suit();
    }

    /// Says everything in the way that fits whoever reads it by now.
    pub(super) fn suit(&mut self) {
        if self.address.other.is_some() {
            let young = self.path().facts.young;
            self.address.suit(&mut self.bundle, young);
        }
    }
}
