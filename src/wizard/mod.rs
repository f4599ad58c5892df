//! One visit: `screen()` says what to show, `update()` what changes, and the
//! effects it returns are what the browser must do.
//!
//! Only the answers are remembered. The path (questions, lines for danger, the
//! advice) is worked out from them every time, and a visit stands somewhere on it.
//! Absent: the clock, storage and history themselves (`platform`).

mod event;
mod path;
mod saved;
mod screen;

pub use event::{Aside, Effect, Event, Now, Spot};
pub use saved::Saved;
pub use screen::{Asked, Notice, Problem, Screen, Shown};

use crate::content::{Bundle, Rest};
use crate::domain::{Answer, Answers, FlagId, Journey, Kind, Place, Postcode, PostcodeError};
use path::Step;
use std::sync::Arc;

/// A visit is wiped when nothing happened for longer than this, in seconds.
const IDLE_SECONDS: u64 = 60 * 60;

/// That is announced when nothing happened for longer than this (WCAG 2.2.1).
const WARN_SECONDS: u64 = 55 * 60;

/// A text longer than this in the postcode field is cut off: nobody means it.
const LONGEST_TYPED: usize = 100;

/// One visit to the page of one municipality.
#[derive(Clone, Debug)]
pub struct Wizard {
    bundle: Arc<Bundle>,
    now: Now,
    answers: Answers,
    spot: Spot,
    /// Set while somebody changes one answer from the overview: the flags that had
    /// come up by then, so that only a new one stops them on the way back.
    revising: Option<Vec<FlagId>>,
    typed: Option<String>,
    problem: Option<Problem>,
    notice: Option<Notice>,
    after_back: Option<AfterBack>,
}

/// What to do once the browser is back at the screen before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AfterBack {
    Print,
    Say(Notice),
}

impl Wizard {
    /// A new visit.
    pub fn new(bundle: Arc<Bundle>, now: Now) -> Self {
        Self {
            bundle,
            now,
            answers: Answers::default(),
            spot: Spot::default(),
            revising: None,
            typed: None,
            problem: None,
            notice: None,
            after_back: None,
        }
    }

    /// What the page of this municipality works with.
    pub fn bundle(&self) -> &Arc<Bundle> {
        &self.bundle
    }

    /// Adds the rest of the data; only the visit itself may hold the bundle by then.
    pub fn complete(&mut self, rest: Rest) {
        if let Some(bundle) = Arc::get_mut(&mut self.bundle) {
            bundle.complete(rest);
            self.spot = self.reached(self.spot);
        }
    }

    /// Where the visit stands.
    pub fn spot(&self) -> Spot {
        self.spot
    }

    /// Changes when the screen does. What was typed is left out: it stands there.
    pub fn look(&self) -> (Spot, Option<Problem>, Option<Notice>) {
        (self.spot, self.problem, self.notice)
    }

    /// What happened, and what the browser must do about it.
    pub fn update(&mut self, event: Event, now: Now) -> Vec<Effect> {
        let idle = now.seconds.saturating_sub(self.now.seconds);
        if idle > IDLE_SECONDS && !self.answers.is_empty() {
            self.now = now;
            return self.forget(Notice::Expired);
        }
        if event == Event::Woke {
            if idle > WARN_SECONDS && !self.answers.is_empty() {
                self.notice = Some(Notice::SoonExpired);
            }
            return Vec::new();
        }
        self.now = now;
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
            Event::TalkAsked => self.push(Spot { aside: Some(Aside::Talk), ..self.spot }),
            Event::PrintAsked => self.print(),
            Event::SaidUnwatched => self.back_and_then(AfterBack::Print),
            Event::SaidWatched => self.back_and_then(AfterBack::Say(Notice::PrintLater)),
            Event::ForgetAsked => self.forget(Notice::Forgotten),
            Event::StorageRefused => {
                self.notice = Some(Notice::StorageRefused);
                Vec::new()
            }
            Event::StillHere => {
                self.notice = None;
                vec![Effect::Save]
            }
            Event::Woke => Vec::new(),
        }
    }

    fn answered(&mut self, answer: Answer) -> Vec<Effect> {
        let Some((who, question, takes)) = self.asking(|asked| asked.takes(&answer)) else {
            return Vec::new();
        };
        if answer == Answer::Many(Default::default()) {
            return self.refuse(Problem::NothingChosen, None);
        }
        if !takes {
            return Vec::new();
        }
        self.answers.set(who, question, answer);
        self.go_on()
    }

    fn postcode_given(&mut self, mut typed: String) -> Vec<Effect> {
        let Some((.., true)) = self.asking(|asked| asked.question.kind == Kind::Place) else {
            return Vec::new();
        };
        if typed.trim().is_empty() {
            return self.refuse(Problem::NothingChosen, Some(typed));
        }
        let problem = match typed.parse::<Postcode>() {
            Err(PostcodeError) => Problem::NotAPostcode,
            Ok(postcode) => match self.bundle.directory.wijken_of(postcode).as_deref() {
                None if self.knows_digits(postcode) => Problem::UnknownLetters(postcode),
                None => Problem::OtherMunicipality(postcode),
                Some([]) if self.bundle.directory.has_table() => Problem::PostBox(postcode),
                Some(_) => return self.answered(Answer::Place(Place::Postcode(postcode))),
            },
        };
        if let Some((end, _)) = typed.char_indices().nth(LONGEST_TYPED) {
            typed.truncate(end);
        }
        self.refuse(problem, Some(typed))
    }

    /// Whether others with the same digits are postcodes of this municipality: a street may
    /// be newer than the table, or lie just across the border.
    fn knows_digits(&self, postcode: Postcode) -> bool {
        self.bundle.directory.wijken_of(postcode.digits()).is_some()
    }

    fn refuse(&mut self, problem: Problem, typed: Option<String>) -> Vec<Effect> {
        if self.asking(|_| ()).is_some() {
            self.problem = Some(problem);
            self.typed = typed;
        }
        Vec::new()
    }

    /// To what comes next. From the overview of answers that is the first thing
    /// that is new, or else the advice again.
    fn go_on(&mut self) -> Vec<Effect> {
        if self.spot.aside.is_some() {
            return Vec::new();
        }
        let path = self.path();
        let next = self.spot.step + 1;
        let step = match &self.revising {
            None => next.min(path.last()),
            Some(known) => path.first_new(next, known),
        };
        if matches!(path.step(step), Step::Advice) {
            self.revising = None;
        }
        self.push(Spot { step, aside: None })
    }

    fn back(&mut self) -> Vec<Effect> {
        let before = match self.spot.aside {
            Some(_) => self.spot.step,
            None => self.spot.step.saturating_sub(1),
        };
        vec![Effect::Back(Spot { step: before, aside: None })]
    }

    fn back_and_then(&mut self, then: AfterBack) -> Vec<Effect> {
        if self.spot.aside != Some(Aside::Watched) {
            return Vec::new();
        }
        self.after_back = Some(then);
        self.back()
    }

    fn arrive(&mut self, spot: Spot) -> Vec<Effect> {
        if spot == self.spot {
            return Vec::new();
        }
        let then = self.after_back;
        self.settle();
        self.revising = None;
        self.spot = self.reached(spot);
        match then {
            Some(AfterBack::Print) => return vec![Effect::Save, Effect::Print],
            Some(AfterBack::Say(notice)) => self.notice = Some(notice),
            None => {}
        }
        vec![Effect::Save]
    }

    /// The place on the path that the answers allow. As long as the rest is not there the
    /// path may end too soon, and then it is not known yet.
    fn reached(&self, spot: Spot) -> Spot {
        match self.bundle.is_whole() {
            true => Spot { step: spot.step.min(self.path().last()), ..spot },
            false => spot,
        }
    }

    fn revise(&mut self, step: usize) -> Vec<Effect> {
        self.revising = Some(self.path().flags());
        self.push(Spot { step, aside: None })
    }

    fn print(&mut self) -> Vec<Effect> {
        if self.path().flags().is_empty() {
            vec![Effect::Print]
        } else {
            self.push(Spot { aside: Some(Aside::Watched), ..self.spot })
        }
    }

    fn push(&mut self, spot: Spot) -> Vec<Effect> {
        if spot == self.spot {
            return Vec::new();
        }
        self.settle();
        self.spot = spot;
        vec![Effect::Save, Effect::Push(spot)]
    }

    fn forget(&mut self, notice: Notice) -> Vec<Effect> {
        *self = Self { notice: Some(notice), ..Self::new(self.bundle.clone(), self.now) };
        vec![Effect::Forget]
    }

    /// What was said about the screen before does not belong to the next.
    fn settle(&mut self) {
        self.typed = None;
        self.problem = None;
        self.notice = None;
        self.after_back = None;
    }

    fn journey(&self) -> Journey<'_> {
        Journey::walk(
            &self.bundle.catalogue,
            &self.bundle.directory,
            &self.answers,
            self.now.moment.day,
        )
    }

    fn path(&self) -> path::Path<'_> {
        path::Path::of(self.journey())
    }

    /// Asks something about the question on screen, if there is one.
    fn asking<T>(
        &self,
        ask: impl FnOnce(&Asked<'_>) -> T,
    ) -> Option<(crate::domain::Who, crate::domain::QuestionId, T)> {
        match self.screen().shown {
            Shown::Question(asked) => {
                let said = ask(&asked);
                Some((asked.question.who, asked.question.id.clone(), said))
            }
            _ => None,
        }
    }

    /// What to show now.
    pub fn screen(&self) -> Screen<'_> {
        let path = self.path();
        let step = self.spot.step.min(path.last());
        let young = path.facts.young;
        let shown = match (self.spot.aside, path.step(step)) {
            (Some(Aside::Talk), _) => Shown::talk(&self.bundle, &path.facts, self.now.moment.day),
            (Some(Aside::Watched), _) => Shown::Watched,
            (None, step) if step.needs_rest() && !self.bundle.is_whole() => {
                Shown::waiting(&self.bundle, &path.facts, self.now.moment.day)
            }
            (None, Step::Ask(question)) => Shown::Question(Asked {
                question,
                given: path.given(question),
                wijken: path.wijken(question, &self.bundle.directory),
                typed: self.typed.as_deref(),
                problem: self.problem,
            }),
            (None, Step::Safety(flags)) => {
                Shown::safety(&self.bundle, flags, &path.facts, self.now.moment.day)
            }
            (None, Step::Advice) => Shown::advice(&self.bundle, path.facts, self.now.moment.day),
        };
        Screen { number: step + 1, young, notice: self.notice, shown }
    }
}
