//! From one screen to another: on, back, aside, and to where the history of the browser says.

use super::path::{Path, Step};
use super::session::{Session, Watch};
use super::stand::{On, Stand};
use super::visit::Change;
use super::{Effect, Notice, Spot, Take, Wizard};
use crate::domain::Takeaway;

impl Wizard {
    /// To what comes next. From the overview of answers that is the first thing
    /// that is new, or else the advice again.
    pub(super) fn go_on(&mut self) -> Vec<Effect> {
        match self.visit.stand.on {
            On::Path => {}
            On::Carried => return self.go_aside(On::Path),
            _ => return Vec::new(),
        }
        let path = self.path();
        let step = self.next_step(&path);
        let arrived = matches!(path.step(step), Step::Advice);
        let effects = self.push(Stand { step, on: On::Path });
        if arrived {
            self.visit.change.arrive();
        }
        effects
    }

    /// The step after the one on screen; of a visit that is only changed, the next new one.
    pub(super) fn next_step(&self, path: &Path<'_>) -> usize {
        let next = self.visit.stand.step + 1;
        match &self.visit.change {
            Change::UnderWay { flags, .. } => path.first_new(next, flags),
            Change::None | Change::Made { .. } => next.min(path.last()),
        }
    }

    /// To a screen beside the path, or from there to the path.
    pub(super) fn go_aside(&mut self, on: On) -> Vec<Effect> {
        self.push(Stand { on, ..self.visit.stand })
    }

    pub(super) fn push(&mut self, stand: Stand) -> Vec<Effect> {
        if stand.spot() == self.spot() {
            return Vec::new();
        }
        self.settle();
        self.visit.stand = stand;
        vec![Effect::Save, Effect::Push(stand.spot())]
    }

    pub(super) fn back(&mut self) -> Vec<Effect> {
        let Stand { step, on } = self.visit.stand;
        let step = if on == On::Path { step.saturating_sub(1) } else { step };
        vec![Effect::Back(Spot { step, aside: None })]
    }

    /// The browser came to an entry of its history.
    pub(super) fn arrive(&mut self, spot: Spot) -> Vec<Effect> {
        if spot == self.spot() {
            return Vec::new();
        }
        let (left, said) = (self.visit.stand.on, self.session.watch);
        self.settle();
        self.visit.change = Change::None;
        self.visit.stand = self.reached(spot.into());
        let mut effects = vec![Effect::Save];
        if let On::Watched(taking) = left {
            match said {
                Watch::Unsaid => {}
                Watch::Unwatched => {
                    self.session.watch = said;
                    effects.extend(taking.map(Effect::Take));
                }
                Watch::Watched => self.session.notice = Some(Notice::TakeLater),
            }
        }
        effects
    }

    /// The place on the path that the answers allow. As long as the rest is not there the
    /// path may end too soon, and then it is not known yet.
    pub(super) fn reached(&self, stand: Stand) -> Stand {
        if !self.bundle.is_whole() {
            return stand;
        }
        let path = self.path();
        let step = stand.step.min(path.last());
        let may = match stand.on {
            On::Path | On::Talk | On::Watched(_) => true,
            On::Story => matches!(path.step(step), Step::Advice),
            On::Carried => self.visit.carried.is_some(),
            On::Contact(_) => self.visit.contacted,
        };
        Stand { step, on: if may { stand.on } else { On::Path } }
    }

    pub(super) fn revise(&mut self, step: usize) -> Vec<Effect> {
        let path = self.path();
        let flags = path.flags();
        let doors = self.advice(&path.facts).doors();
        self.visit.change = Change::UnderWay { flags, doors };
        self.push(Stand { step, on: On::Path })
    }

    /// After a flag, nothing goes along or aloud before it is known who looks along.
    pub(super) fn take(&mut self, take: Take) -> Vec<Effect> {
        let asking = matches!(self.visit.stand.on, On::Watched(_));
        let unwatched = self.session.watch == Watch::Unwatched && !asking;
        if unwatched || self.path().flags().is_empty() {
            return vec![Effect::Take(take)];
        }
        let on = On::Watched(Some(take));
        let effects = self.go_aside(on);
        self.visit.stand.on = on;
        effects
    }

    /// "Kan iemand meekijken?" was answered: back to where it was asked.
    pub(super) fn say_watch(&mut self, watch: Watch) -> Vec<Effect> {
        match self.visit.stand.on {
            On::Watched(_) => {
                self.session.watch = watch;
                self.back()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn link_opened(&mut self, text: &str) -> Vec<Effect> {
        self.settle();
        let Ok(carried) = text.parse::<Takeaway>() else {
            self.session.notice = Some(Notice::LinkUnread);
            return Vec::new();
        };
        self.visit.carried = Some(carried);
        self.redrawn += 1;
        match self.visit.stand.on {
            On::Carried => vec![Effect::Save],
            _ => self.go_aside(On::Carried),
        }
    }

    /// What was said about the screen before does not belong to the next.
    fn settle(&mut self) {
        self.session = Session::default();
        self.visit.change.settle();
    }
}
