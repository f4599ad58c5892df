//! Where somebody stands, and what waits there for them.
//!
//! Absent: what the history of the browser holds of it, which is a `Spot`.

use super::{Aside, Spot, Take};
use crate::request::Stage;
use serde::{Deserialize, Serialize};

/// Where somebody stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stand {
    /// Steps from the first screen.
    pub(super) step: usize,
    pub(super) on: On,
}

/// On the path, or on a screen beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum On {
    #[default]
    Path,
    Talk,
    /// "Kan iemand meekijken?", and what waits for that to be said.
    Watched(Option<Take>),
    Story,
    Carried,
    Contact(Stage),
}

impl Stand {
    pub(super) fn spot(self) -> Spot {
        let aside = match self.on {
            On::Path => None,
            On::Talk => Some(Aside::Talk),
            On::Watched(_) => Some(Aside::Watched),
            On::Story => Some(Aside::Story),
            On::Carried => Some(Aside::Carried),
            On::Contact(stage) => Some(Aside::Contact(stage)),
        };
        Spot { step: self.step, aside }
    }
}

/// From the history of the browser: nothing waits there.
impl From<Spot> for Stand {
    fn from(spot: Spot) -> Self {
        let on = match spot.aside {
            None => On::Path,
            Some(Aside::Talk) => On::Talk,
            Some(Aside::Watched) => On::Watched(None),
            Some(Aside::Story) => On::Story,
            Some(Aside::Carried) => On::Carried,
            Some(Aside::Contact(stage)) => On::Contact(stage),
        };
        Self { step: spot.step, on }
    }
}
