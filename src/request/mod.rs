//! Asking to be contacted: what was typed, and how far it is on its way.
//!
//! Nothing leaves the device before "Versturen" is pressed. From then on the same request
//! goes under the same key until the desk has answered: a double tap, a lost connection or
//! a reload sends nothing twice.
//!
//! It is a state of its own, beside that of the visit (`wizard`): in a browser it is another
//! program, which is loaded when somebody asks for it (`docs/decisions`).

mod context;
mod form;
mod reply;
mod sending;

pub use context::Context;
pub use reply::Reply;
pub use sending::{RequestKey, Sending, Sent};

use crate::content::kept;
use crate::domain::{Draft, Field, Wrong};
use form::belongs;
use serde::{Deserialize, Serialize};

/// What a form holds: each name with its values; none of a box that is not ticked.
pub type Typed = Vec<(String, Vec<String>)>;

/// The screens of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// How to reach whoever asks.
    Reach,
    /// What it is about.
    About,
    /// All of it, before it is sent.
    Review,
    /// How far it is.
    Sent,
}

impl Stage {
    /// In the order in which they come.
    pub const ALL: [Self; 4] = [Self::Reach, Self::About, Self::Review, Self::Sent];

    /// Its name in the page.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::About => "about",
            Self::Review => "review",
            Self::Sent => "sent",
        }
    }

    /// Back from its name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.as_str() == name)
    }
}

/// A request that is being made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// What is known without asking.
    #[serde(skip)]
    pub context: Context,
    /// What was typed.
    pub draft: Draft,
    /// The answers go along.
    pub share: bool,
    /// The story is still the one that was filled in.
    story_filled: bool,
    /// So is for whom it is.
    subject_filled: bool,
    /// What was taken back, and under which key it went: it may have arrived.
    before: Option<(RequestKey, Box<Draft>)>,
    /// When the form was first looked at, in seconds since 1970; 0: it never was.
    begun: u64,
    /// How far it is.
    pub sending: Sending,
    /// What is wrong with what was typed.
    #[serde(skip)]
    pub wrong: Vec<(Field, Wrong)>,
    /// A flag for danger stands, as far as the visit told.
    #[serde(skip)]
    danger: bool,
    /// It was left by a visit that nobody else may see: it only has to get there.
    #[serde(skip)]
    left: bool,
}

impl Asking {
    /// Goes on with what was kept; with nothing if that cannot be read. What was on its way
    /// may have been lost with the page: it goes again.
    pub fn read(text: &str) -> Self {
        let mut asking: Self = kept::read(text).unwrap_or_default();
        asking.left = asking.sending.sent().is_some_and(|sent| sent.context.private);
        asking.sending = match asking.sending {
            Sending::Busy(sent) => Sending::Waiting(sent),
            sending => sending,
        };
        asking.hold();
        asking
    }

    /// What to keep until the tab closes: always what is on its way, and else what was typed.
    /// Nothing as long as nobody looked at the form, or if nobody else may see it.
    pub fn write(&self) -> Option<String> {
        let private = match &self.sending {
            Sending::Received(_, context) => context.private || self.context.private,
            _ => self.context.private,
        };
        let kept = self.sending.sent().is_some() || (self.begun > 0 && !private);
        kept.then(|| kept::write(self))
    }

    /// Whether it was left by a visit that nobody else may see. Then nothing of it is shown
    /// but how far it is.
    pub fn is_left(&self) -> bool {
        self.left
    }

    /// Whether danger was told after it was sent, so that who has it does not know.
    pub fn told_since(&self) -> bool {
        let sent = match &self.sending {
            Sending::Received(_, context) => Some(&**context),
            sending => sending.sent().map(|sent| &sent.context),
        };
        self.danger && sent.is_some_and(|sent| !sent.discreet)
    }

    /// A screen of the request is to be shown: the one that may be, filled in from what is
    /// known. What is on its way, or arrived, stays what it was.
    pub fn open(&mut self, context: Context, stage: Stage, now: u64) -> Stage {
        if matches!(self.sending, Sending::Not | Sending::Refused) {
            if self.begun == 0 {
                *self = Self {
                    begun: now,
                    draft: context.draft(),
                    story_filled: !context.story.is_empty(),
                    subject_filled: true,
                    ..Self::default()
                };
            } else if self.context != context {
                self.follow(&context);
            }
        }
        self.danger = context.discreet;
        if self.danger {
            self.endanger(context.private);
        }
        self.context = context;
        self.wrong.retain(|(field, _)| belongs(stage, *field) || stage == Stage::Sent);
        self.allowed(stage)
    }

    /// What was typed, for whoever would get it now: they may have chosen somebody else, or
    /// told of danger since.
    fn follow(&mut self, context: &Context) {
        let known = context.draft();
        let old = std::mem::take(&mut self.draft);
        // They agreed to one party, not to any.
        let same = (&old.municipality, &old.provider) == (&known.municipality, &known.provider);
        // Their answers told more since; what of that goes along they decide anew.
        let story = if self.story_filled { known.story } else { old.story };
        self.story_filled &= !story.is_empty();
        self.draft = Draft {
            municipality: known.municipality,
            provider: known.provider,
            wijk: known.wijk,
            discreet: known.discreet,
            wmo_melding: known.wmo_melding,
            permission: old.permission && same,
            letter: if known.discreet { String::new() } else { old.letter },
            subject: if self.subject_filled { known.subject } else { old.subject },
            story,
            ..old
        };
        if self.draft.discreet {
            // There is no letter any more, and nothing wrong with it.
            self.wrong.retain(|(field, _)| *field != Field::Letter);
        }
    }

    fn allowed(&self, stage: Stage) -> Stage {
        match (&self.sending, stage) {
            (Sending::Not | Sending::Refused, Stage::About | Stage::Review)
                if !self.wrong_on(Stage::Reach).is_empty() =>
            {
                Stage::Reach
            }
            (Sending::Not | Sending::Refused, Stage::Review)
                if !self.wrong_on(Stage::About).is_empty() =>
            {
                Stage::About
            }
            (Sending::Not, Stage::Sent) => self.allowed(Stage::Review),
            (Sending::Not | Sending::Refused, stage) => stage,
            // There is nothing to fill in.
            _ => Stage::Sent,
        }
    }

    /// Whether there is something to fill in.
    pub fn is_open(&self) -> bool {
        matches!(self.sending, Sending::Not | Sending::Refused)
    }

    fn wrong_on(&self, stage: Stage) -> Vec<(Field, Wrong)> {
        let mut wrong = self.draft.check(self.context.receiver()).err().unwrap_or_default();
        wrong.retain(|(field, _)| belongs(stage, *field));
        wrong
    }

    /// Something was typed or ticked.
    pub fn typed(&mut self, typed: &Typed) {
        if self.is_open() {
            let before = (self.draft.clone(), self.share);
            self.fill(typed);
            self.story_filled &= self.draft.story == before.0.story;
            self.subject_filled &= self.draft.subject == before.0.subject;
            if before != (self.draft.clone(), self.share) {
                self.sending = Sending::Not;
            }
        }
    }

    /// "Verder": the screen that comes next; nothing if something is wrong, which is then said.
    pub fn gone_on(&mut self, stage: Stage, typed: &Typed) -> Option<Stage> {
        self.typed(typed);
        self.wrong = self.wrong_on(stage);
        let next = if stage == Stage::Reach { Stage::About } else { Stage::Review };
        self.wrong.is_empty().then_some(next)
    }
}
