//! One visit: `screen()` says what to show, `update()` what changes, and the
//! effects it returns are what the browser must do.
//!
//! Only the answers are remembered. The path (questions, lines for danger, the
//! advice) is worked out from them every time, and a visit stands somewhere on it.
//! Absent: the clock, storage and history themselves (`platform`).

mod contact;
mod event;
mod path;
mod said;
mod saved;
mod screen;
mod story;

pub use event::{Aside, Effect, Event, Now, Spot, Take};
pub use said::said;
pub use saved::Saved;
pub use screen::{Asked, Carried, Notice, Problem, Screen, Shown, Telling};

use crate::content::{Bundle, Rest};
use crate::domain::{
    Advice, Answer, Answers, Door, Facts, FlagId, Journey, Kind, Moment, Place, Postcode,
    PostcodeError, Takeaway,
};
use path::Step;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use story::Written;

/// A visit is wiped when nothing happened for longer than this, in seconds.
const IDLE_SECONDS: u64 = 60 * 60;

/// That is announced when nothing happened for longer than this (WCAG 2.2.1).
const WARN_SECONDS: u64 = 55 * 60;

/// A text longer than this in the postcode field is cut off: nobody means it.
const LONGEST_TYPED: usize = 100;

/// So many marks fit in a story: two sheets of paper.
pub const LONGEST_STORY: usize = 5_000;

/// When a screen that says when somebody is open is drawn again, in seconds.
const DRAWN_FOR: u64 = 15 * 60;

/// One visit to the page of one municipality.
#[derive(Clone, Debug)]
pub struct Wizard {
    bundle: Arc<Bundle>,
    now: Now,
    /// By the clock when the screen was last drawn.
    drawn: Now,
    answers: Answers,
    spot: Spot,
    /// Set while somebody changes one answer.
    revising: Option<Revising>,
    /// Whom the advice named before an answer was changed, until the next screen.
    before: Option<Vec<Door>>,
    /// Whom somebody would rather begin with.
    preferred: Option<Door>,
    /// The story, since somebody changed it by hand.
    story: Option<Written>,
    /// What they wrote before it was made from the answers again.
    replaced: Option<Written>,
    /// What came along from another device.
    carried: Option<Takeaway>,
    /// They asked to be contacted: there may be more to forget than is known here.
    contacted: bool,
    /// Nobody looks along, it was said; until the next screen.
    unwatched: bool,
    /// What waits for that to be said.
    taking: Option<Take>,
    /// How often the same screen was to be drawn anew.
    redrawn: u32,
    typed: Option<String>,
    problem: Option<Problem>,
    notice: Option<Notice>,
    after_back: Option<AfterBack>,
}

/// What was so when somebody began to change one answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Revising {
    /// The flags that had come up: only a new one stops them on the way back.
    flags: Vec<FlagId>,
    /// Whom the advice named.
    doors: Vec<Door>,
}

/// What to do once the browser is back at the screen before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AfterBack {
    Take(Option<Take>),
    Say(Notice),
}

impl Wizard {
    /// A new visit.
    pub fn new(bundle: Arc<Bundle>, now: Now) -> Self {
        Self {
            bundle,
            now,
            drawn: now,
            answers: Answers::default(),
            spot: Spot::default(),
            revising: None,
            before: None,
            preferred: None,
            story: None,
            replaced: None,
            carried: None,
            contacted: false,
            unwatched: false,
            taking: None,
            redrawn: 0,
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

    /// Changes when the screen does. What was typed is left out: it stands there. So is what
    /// is said once: it stands beside the screen.
    pub fn look(&self) -> (Spot, Option<Problem>, u32) {
        (self.spot, self.problem, self.redrawn)
    }

    /// In how many seconds everything is wiped if nothing happens.
    pub fn left(&self, now: Now) -> u32 {
        let idle = now.seconds.saturating_sub(self.now.seconds);
        u32::try_from((IDLE_SECONDS + 1).saturating_sub(idle)).unwrap_or(u32::MAX)
    }

    /// Whether there is something to forget.
    fn is_touched(&self) -> bool {
        !self.answers.is_empty() || self.carried.is_some() || self.contacted
    }

    /// Whether an answer called for lines that nobody else may see.
    fn is_private(&self) -> bool {
        let catalogue = &self.bundle.catalogue;
        self.path().facts.flags.iter().any(|flag| catalogue.is_private(flag))
    }

    /// What happened, and what the browser must do about it.
    pub fn update(&mut self, event: Event, now: Now) -> Vec<Effect> {
        let idle = now.seconds.saturating_sub(self.now.seconds);
        if idle > IDLE_SECONDS && self.is_touched() {
            self.now = now;
            return self.forget(Notice::Expired);
        }
        if event == Event::Woke {
            if idle > WARN_SECONDS && self.is_touched() {
                self.notice = Some(Notice::SoonExpired);
            }
            return self.drawn_again(now);
        }
        if event == Event::Stirred {
            return self.stirred(now);
        }
        self.now = now;
        self.drawn = now;
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
            Event::TakeAsked(take) => self.take(take),
            Event::DoorPreferred(door) => {
                self.preferred = door;
                self.before = None;
                self.redrawn += 1;
                vec![Effect::Save]
            }
            Event::StoryAsked => {
                let spot = self.reached(Spot { aside: Some(Aside::Story), ..self.spot });
                self.push(spot)
            }
            Event::StoryWritten(story) => {
                let from = story::story(&self.path().facts, &self.bundle);
                self.story = Some(Written { text: cut(story, LONGEST_STORY), from });
                self.replaced = None;
                vec![Effect::Save]
            }
            Event::StoryReset => {
                std::mem::swap(&mut self.story, &mut self.replaced);
                self.redrawn += 1;
                vec![Effect::Save]
            }
            Event::LinkOpened(text) => self.link_opened(&text),
            Event::SaidUnwatched => {
                let taking = self.taking;
                self.back_and_then(AfterBack::Take(taking))
            }
            Event::SaidWatched => self.back_and_then(AfterBack::Say(Notice::TakeLater)),
            Event::ContactAt(stage) => self.contact_at(stage),
            Event::ForgetAsked => self.forget(Notice::Forgotten),
            Event::StorageRefused => {
                self.notice = Some(Notice::StorageRefused);
                Vec::new()
            }
            Event::StillHere => {
                self.notice = None;
                vec![Effect::Save]
            }
            Event::Stirred | Event::Woke => Vec::new(),
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

    fn postcode_given(&mut self, typed: String) -> Vec<Effect> {
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
        self.refuse(problem, Some(cut(typed, LONGEST_TYPED)))
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
        match self.spot.aside {
            None => {}
            Some(Aside::Carried) => return self.push(Spot { aside: None, ..self.spot }),
            Some(_) => return Vec::new(),
        }
        let path = self.path();
        let step = self.next_step(&path);
        let arrived = matches!(path.step(step), Step::Advice);
        let revised = self.revising.take_if(|_| arrived);
        let effects = self.push(Spot { step, aside: None });
        self.before = revised.map(|revised| revised.doors);
        effects
    }

    /// The step after the one on screen; of a visit that is only changed, the next new one.
    fn next_step(&self, path: &path::Path<'_>) -> usize {
        let next = self.spot.step + 1;
        match &self.revising {
            None => next.min(path.last()),
            Some(Revising { flags, .. }) => path.first_new(next, flags),
        }
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
        let mut effects = vec![Effect::Save];
        match then {
            Some(AfterBack::Take(take)) => {
                self.unwatched = true;
                effects.extend(take.map(Effect::Take));
            }
            Some(AfterBack::Say(notice)) => self.notice = Some(notice),
            None => {}
        }
        effects
    }

    /// The place on the path that the answers allow. As long as the rest is not there the
    /// path may end too soon, and then it is not known yet.
    fn reached(&self, spot: Spot) -> Spot {
        if !self.bundle.is_whole() {
            return spot;
        }
        let path = self.path();
        let step = spot.step.min(path.last());
        let aside = spot.aside.filter(|aside| match aside {
            Aside::Talk | Aside::Watched => true,
            Aside::Story => matches!(path.step(step), Step::Advice),
            Aside::Carried => self.carried.is_some(),
            Aside::Contact(_) => self.contacted,
        });
        Spot { step, aside }
    }

    fn revise(&mut self, step: usize) -> Vec<Effect> {
        let path = self.path();
        let flags = path.flags();
        let doors = self.advice(&path.facts).doors();
        self.revising = Some(Revising { flags, doors });
        self.push(Spot { step, aside: None })
    }

    fn advice<'w>(&'w self, facts: &Facts<'w>) -> Advice<'w> {
        screen::advice(&self.bundle, facts, self.drawn.moment, self.preferred.as_ref())
    }

    /// After a flag, nothing goes along or aloud before it is known who looks along.
    fn take(&mut self, take: Take) -> Vec<Effect> {
        if self.unwatched || self.path().flags().is_empty() {
            return vec![Effect::Take(take)];
        }
        let effects = self.push(Spot { aside: Some(Aside::Watched), ..self.spot });
        self.taking = Some(take);
        effects
    }

    fn link_opened(&mut self, text: &str) -> Vec<Effect> {
        self.settle();
        match text.parse::<Takeaway>() {
            Ok(carried) => {
                self.carried = Some(carried);
                self.redrawn += 1;
                let spot = Spot { aside: Some(Aside::Carried), ..self.spot };
                match spot == self.spot {
                    true => vec![Effect::Save],
                    false => self.push(spot),
                }
            }
            Err(_) => {
                self.notice = Some(Notice::LinkUnread);
                Vec::new()
            }
        }
    }

    /// A reload must know of it too, but to within a minute will do.
    fn stirred(&mut self, now: Now) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.now, now);
        match self.is_touched() && before.seconds / 60 != now.seconds / 60 {
            true => vec![Effect::Save],
            false => Vec::new(),
        }
    }

    fn drawn_again(&mut self, now: Now) -> Vec<Effect> {
        if now.seconds / DRAWN_FOR == self.drawn.seconds / DRAWN_FOR {
            return Vec::new();
        }
        self.drawn = now;
        vec![Effect::Draw]
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
        self.before = None;
        self.unwatched = false;
        self.taking = None;
    }

    fn journey(&self) -> Journey<'_> {
        let Moment { day, .. } = self.drawn.moment;
        Journey::walk(&self.bundle.catalogue, &self.bundle.directory, &self.answers, day)
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
        let (young, danger) = (path.facts.young, !path.facts.flags.is_empty());
        let now = self.drawn.moment;
        let needs_rest = match self.spot.aside {
            Some(Aside::Talk | Aside::Watched) => false,
            Some(_) => true,
            None => path.step(step).needs_rest(),
        };
        let carried = self.carried.as_ref();
        let shown = match (self.spot.aside, path.step(step)) {
            _ if needs_rest && !self.bundle.is_whole() => {
                Shown::waiting(&self.bundle, &path.facts, now)
            }
            (Some(Aside::Talk), _) => Shown::talk(&self.bundle, &path.facts, now),
            (Some(Aside::Watched), _) => Shown::Watched,
            (Some(Aside::Story), _) => Shown::story(
                &self.bundle,
                &path.facts,
                self.story.as_ref(),
                self.replaced.is_some(),
            ),
            (Some(Aside::Carried), _) if let Some(carried) = carried => {
                Shown::carried(&self.bundle, carried, !self.answers.is_empty(), now)
            }
            (Some(Aside::Contact(stage)), _) => Shown::contact(self, stage, &path),
            (_, Step::Ask(question)) => Shown::Question(Asked {
                question,
                given: path.given(question),
                wijken: path.wijken(question, &self.bundle.directory),
                typed: self.typed.as_deref(),
                problem: self.problem,
            }),
            (_, Step::Safety(flags)) => {
                let advice_next = matches!(path.step(self.next_step(&path)), Step::Advice);
                Shown::safety(&self.bundle, &flags, &path.facts, now, advice_next)
            }
            (_, Step::Advice) => Shown::advice(
                &self.bundle,
                self.advice(&path.facts),
                path.facts,
                self.before.as_deref(),
                now,
            ),
        };
        Screen { number: step + 1, young, danger, notice: self.notice, now, shown }
    }
}

/// A text of at most so many marks.
fn cut(mut text: String, most: usize) -> String {
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
    }
    text
}
