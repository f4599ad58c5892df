//! One visit: `screen()` says what to show, `update()` what changes, and the
//! effects it returns are what the browser must do.
//!
//! What is remembered is a `Visit`; around it stands a `Session`, which goes with the screen.
//! The path (questions, lines for danger, the advice) is worked out from the answers every
//! time, and a visit stands somewhere on it.
//! Absent: the clock, storage and history themselves (`platform`).

mod address;
mod answering;
mod contact;
mod event;
mod going;
mod idle;
mod path;
mod said;
mod saved;
mod screen;
mod session;
mod showing;
mod stand;
mod story;
mod visit;

pub use event::{Aside, Effect, Event, Now, Spot, Take};
pub use said::said;
pub use saved::Saved;
pub use screen::{Asked, Carried, Notice, Problem, Screen, Shown, Telling};

use crate::content::{Bundle, Rest};
use crate::domain::{Journey, Moment};
use address::Address;
use session::{Session, Watch};
use stand::{On, Stand};
use std::sync::Arc;
use visit::Visit;

/// So many marks fit in a story: two sheets of paper.
pub const LONGEST_STORY: usize = 5_000;

/// One visit to the page of one municipality.
#[derive(Clone, Debug)]
pub struct Wizard {
    bundle: Arc<Bundle>,
    address: Address,
    visit: Visit,
    session: Session,
    /// When somebody was last there.
    used: Now,
    /// By the clock when the screen was last drawn.
    drawn: Now,
    /// How often the same screen was to be drawn anew.
    redrawn: u32,
}

impl Wizard {
    /// A new visit.
    pub fn new(bundle: Arc<Bundle>, now: Now) -> Self {
        let (visit, session) = (Visit::default(), Session::default());
        let address = Address::default();
        Self { bundle, address, visit, session, used: now, drawn: now, redrawn: 0 }
    }

    /// What the page of this municipality works with.
    pub fn bundle(&self) -> &Arc<Bundle> {
        &self.bundle
    }

    /// Adds the rest of the data; only the visit itself may hold the bundle by then.
    pub fn complete(&mut self, rest: Rest) {
        if let Some(bundle) = Arc::get_mut(&mut self.bundle) {
            bundle.complete(rest);
            self.visit.stand = self.reached(self.visit.stand);
            self.suit();
        }
    }

    /// Where the visit stands.
    pub fn spot(&self) -> Spot {
        self.visit.stand.spot()
    }

    /// Changes when the screen does. What was typed is left out: it stands there. So is what
    /// is said once: it stands beside the screen.
    pub fn look(&self) -> (Spot, Option<Problem>, u32) {
        let problem = self.session.refused.as_ref().map(|refused| refused.problem);
        (self.spot(), problem, self.redrawn)
    }

    /// Whether an answer called for lines that nobody else may see.
    fn is_private(&self) -> bool {
        let catalogue = &self.bundle.catalogue;
        self.path().facts.flags.iter().any(|flag| catalogue.is_private(flag))
    }

    /// What happened, and what the browser must do about it.
    pub fn update(&mut self, event: Event, now: Now) -> Vec<Effect> {
        let effects = self.happened(event, now);
        self.suit();
        effects
    }

    fn happened(&mut self, event: Event, now: Now) -> Vec<Effect> {
        if idle::is_expired(self.used.seconds, now) && self.visit.is_touched() {
            return self.forget(Notice::Expired, now);
        }
        if !matches!(event, Event::Woke | Event::Stirred) {
            self.used = now;
            self.drawn = now;
        }
        match event {
            Event::Answered(answer) => self.answered(answer),
            Event::NothingChosen => self.refuse(Problem::NothingChosen, None),
            Event::PostcodeGiven(typed) => self.postcode_given(typed),
            Event::WentOn => self.go_on(),
            Event::WentBack => self.back(),
            Event::Arrived(spot) => self.arrive(spot),
            Event::ChangeAsked(who, question) => {
                let step = self.path().position(who, &question);
                step.map_or(Vec::new(), |step| self.revise(step))
            }
            Event::TalkAsked => self.go_aside(On::Talk),
            Event::TakeAsked(take) => self.take(take),
            Event::DoorPreferred(door) => {
                self.visit.preferred = door;
                self.visit.change.settle();
                self.save_redrawn()
            }
            Event::StoryAsked => {
                let stand = Stand { on: On::Story, ..self.visit.stand };
                self.push(self.reached(stand))
            }
            Event::StoryWritten(text) => {
                let from = story::story(&self.path().facts, &self.bundle);
                self.visit.story.write(cut(text, LONGEST_STORY), from);
                vec![Effect::Save]
            }
            Event::StoryReset => {
                self.visit.story.reset();
                self.save_redrawn()
            }
            Event::LinkOpened(text) => self.link_opened(&text),
            Event::SaidUnwatched => self.say_watch(Watch::Unwatched),
            Event::SaidWatched => self.say_watch(Watch::Watched),
            Event::ContactAt(stage) => self.contact_at(stage),
            Event::ForgetAsked => self.forget(Notice::Forgotten, now),
            Event::StorageRefused => {
                self.session.notice = Some(Notice::StorageRefused);
                Vec::new()
            }
            Event::StillHere => {
                self.session.notice = None;
                vec![Effect::Save]
            }
            Event::Stirred => self.stirred(now),
            Event::Woke => self.woke(now),
        }
    }

    /// The same screen says something else.
    fn save_redrawn(&mut self) -> Vec<Effect> {
        self.redrawn += 1;
        vec![Effect::Save]
    }

    fn path(&self) -> path::Path<'_> {
        let (bundle, Moment { day, .. }) = (&self.bundle, self.drawn.moment);
        let answers = &self.visit.answers;
        path::Path::of(Journey::walk(&bundle.catalogue, &bundle.directory, answers, day))
    }
}

/// A text of at most so many marks.
fn cut(mut text: String, most: usize) -> String {
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
    }
    text
}
