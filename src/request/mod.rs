//! Asking to be contacted: what was typed, and how far it is on its way.
//!
//! Nothing leaves the device before "Versturen" is pressed. From then on the same request
//! goes under the same key until the desk has answered: a double tap, a lost connection or
//! a reload sends nothing twice.

//!
//! It is a state of its own, beside that of the visit (`wizard`): in a browser it is another
//! program, which is loaded when somebody asks for it (`docs/decisions`).

mod context;

pub use context::Context;

use crate::content::{contact, kept};
use crate::domain::{Draft, Field, PartOfDay, Receipt, Receiver, Subject, Voicemail, Wrong};
use serde::{Deserialize, Serialize};

/// What a form holds: each name with its values; none of a box that is not ticked.
pub type Typed = Vec<(String, Vec<String>)>;

/// Names one request, so that the desk keeps it once however often it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestKey(pub u64, pub u64);

impl std::fmt::Display for RequestKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // In decimals: formatting of another kind would cost a resident.
        write!(f, "{:020}{:020}", self.0, self.1)
    }
}

/// How far a request is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sending {
    /// Nobody asked to send it.
    #[default]
    Not,
    /// It is on its way, for the how-many-th time.
    Busy(RequestKey, u8),
    /// It did not get there, so many times; it is tried again by itself.
    Waiting(RequestKey, u8),
    /// The desk has it.
    Received(Receipt),
    /// The desk does not take it.
    Refused,
}

/// What came back on a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The desk has it.
    Kept(Receipt),
    /// It does not take it, because of this; nothing: nobody can mend it here.
    Refused(Vec<(Field, Wrong)>),
    /// It cannot take it now; after so many seconds perhaps.
    Later(u32),
    /// Nothing came back.
    Lost,
}

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
    /// When the form was first looked at, in seconds since 1970; 0: it never was.
    begun: u64,
    /// How far it is.
    pub sending: Sending,
    /// What is wrong with what was typed.
    #[serde(skip)]
    pub wrong: Vec<(Field, Wrong)>,
}

/// Seconds to wait before the second try, the third, and so on.
const WAITS: [u32; 5] = [2, 5, 15, 30, 60];

impl Asking {
    /// Takes over what a form holds. Boxes and texts that are not on it stay as they were.
    fn fill(&mut self, typed: &Typed) {
        let draft = &mut self.draft;
        for (name, values) in typed {
            let value = || values.first().cloned().unwrap_or_default();
            let one = |all: &str| values.first().is_some_and(|value| value == all);
            match name.as_str() {
                "phone" => draft.phone = value(),
                "email" => draft.email = value(),
                "letter" => draft.letter = value(),
                "when" => draft.when = value(),
                "name" => draft.name = value(),
                "story" => draft.story = value(),
                "companion" => draft.companion = value(),
                "language" => draft.language = value(),
                "website" => draft.website = value(),
                "times" => {
                    let chosen = |time: &PartOfDay| values.iter().any(|v| v == time.as_str());
                    draft.times = PartOfDay::ALL.into_iter().filter(chosen).collect();
                }
                "voicemail" => {
                    let chosen = Voicemail::ALL.into_iter().find(|it| one(it.as_str()));
                    draft.voicemail = chosen.unwrap_or_default();
                }
                "subject" => {
                    let chosen = Subject::ALL.into_iter().find(|it| one(it.as_str()));
                    draft.subject = chosen.unwrap_or_default();
                }
                "subject_knows" => draft.subject_knows = values.first().map(|_| one("yes")),
                "interpreter" => draft.interpreter = !values.is_empty(),
                "number_meant" => draft.number_meant = !values.is_empty(),
                "permission" => draft.permission = !values.is_empty(),
                "answers" => self.share = !values.is_empty(),
                _ => {}
            }
        }
        if draft.subject == Subject::Myself {
            draft.subject_knows = None;
        }
    }

    /// Goes on with what was kept; with nothing if that cannot be read. What was on its way
    /// may have been lost with the page: it goes again.
    pub fn read(text: &str) -> Self {
        let mut asking: Self = kept::read(text).unwrap_or_default();
        if let Sending::Busy(key, tries) = asking.sending {
            asking.sending = Sending::Waiting(key, tries);
        }
        asking
    }

    /// What to keep until the tab closes; nothing as long as nobody looked at the form.
    pub fn write(&self) -> Option<String> {
        (self.begun > 0).then(|| kept::write(self))
    }

    /// A screen of the request is to be shown: the one that may be, filled in from what is
    /// known.
    pub fn open(&mut self, context: Context, stage: Stage, now: u64) -> Stage {
        if self.begun == 0 {
            *self = Self { begun: now, draft: context.draft(), ..Self::default() };
        } else if self.context != context && matches!(self.sending, Sending::Not | Sending::Refused)
        {
            // They may have chosen somebody else, or told of danger since.
            let Draft { municipality, provider, discreet, wmo_melding, .. } = context.draft();
            let mut old = std::mem::take(&mut self.draft);
            // They agreed to one party, not to any.
            old.permission &= old.provider == provider;
            self.draft = Draft { municipality, provider, discreet, wmo_melding, ..old };
            if discreet {
                self.draft.letter.clear();
                // Their answers told more since; what of that goes along they decide anew.
                if self.draft.story == self.context.story {
                    self.draft.story.clear();
                }
            }
        }
        self.context = context;
        self.wrong.retain(|(field, _)| belongs(stage, *field) || stage == Stage::Sent);
        self.allowed(stage)
    }

    fn allowed(&self, stage: Stage) -> Stage {
        match (&self.sending, stage) {
            (Sending::Busy(..) | Sending::Received(_), _) => Stage::Sent,
            (_, Stage::About | Stage::Review) if !self.wrong_on(Stage::Reach).is_empty() => {
                Stage::Reach
            }
            (_, Stage::Review) if !self.wrong_on(Stage::About).is_empty() => Stage::About,
            (Sending::Not, Stage::Sent) => self.allowed(Stage::Review),
            (_, stage) => stage,
        }
    }

    fn receiver(&self) -> Receiver {
        match self.context.needs_permission {
            true => Receiver::Other,
            false => Receiver::Municipality,
        }
    }

    fn wrong_on(&self, stage: Stage) -> Vec<(Field, Wrong)> {
        let mut wrong = self.draft.check(self.receiver()).err().unwrap_or_default();
        wrong.retain(|(field, _)| belongs(stage, *field));
        wrong
    }

    /// Something was typed or ticked. What was not sent yet is another request from now on.
    pub fn typed(&mut self, typed: &Typed) {
        if !matches!(self.sending, Sending::Busy(..) | Sending::Received(_)) {
            let before = (self.draft.clone(), self.share);
            self.fill(typed);
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

    /// "Versturen": the key to send it under. Nothing if something is wrong, which is then
    /// said, or if it is on its way already.
    pub fn send(&mut self, typed: &Typed, key: RequestKey, now: u64) -> Option<RequestKey> {
        if matches!(self.sending, Sending::Busy(..) | Sending::Received(_)) {
            return None;
        }
        self.typed(typed);
        let key = match self.sending {
            Sending::Waiting(kept, _) => kept,
            _ => {
                let taken = now.saturating_sub(self.begun);
                self.draft.seconds = u32::try_from(taken).unwrap_or(u32::MAX);
                let told = self.share.then(|| self.context.told.clone());
                self.draft.answers = told.unwrap_or_default();
                key
            }
        };
        self.wrong = self.draft.check(self.receiver()).err().unwrap_or_default();
        if !self.wrong.is_empty() {
            return None;
        }
        self.sending = Sending::Busy(key, 1);
        Some(key)
    }

    /// What the desk said, or that nothing came back: the seconds after which to try again,
    /// if that is what is left. Of another request it says nothing.
    pub fn replied(&mut self, to: RequestKey, reply: Reply) -> Option<u32> {
        let Sending::Busy(key, tries) = self.sending else { return None };
        if key != to {
            return None;
        }
        let later = match reply {
            Reply::Kept(receipt) => {
                // Nothing of it is needed any more but what a receipt says.
                let Draft { wmo_melding, discreet, .. } = std::mem::take(&mut self.draft);
                self.draft = Draft { wmo_melding, discreet, ..Draft::default() };
                self.sending = Sending::Received(receipt);
                return None;
            }
            Reply::Refused(wrong) => {
                self.wrong = wrong;
                self.sending = Sending::Refused;
                return None;
            }
            Reply::Later(seconds) => seconds,
            Reply::Lost => 0,
        };
        self.sending = Sending::Waiting(key, tries);
        let at = usize::from(tries).min(WAITS.len()) - 1;
        Some(WAITS[at].max(later))
    }

    /// The time to wait is over, the connection is back, or somebody does not want to wait.
    pub fn try_again(&mut self) -> Option<RequestKey> {
        let Sending::Waiting(key, tries) = self.sending else { return None };
        self.sending = Sending::Busy(key, tries.saturating_add(1));
        Some(key)
    }

    /// The request that goes to the desk, as JSON.
    pub fn body(&self) -> String {
        // It was checked before it was to be sent: who may have it does not matter any more.
        let checked = self.draft.check(Receiver::Municipality);
        checked.as_ref().map(contact::write).unwrap_or_default()
    }
}

/// The fields that stand on a screen of the request.
fn belongs(stage: Stage, field: Field) -> bool {
    match field {
        Field::Phone | Field::Email | Field::Letter | Field::When | Field::Website => {
            stage == Stage::Reach
        }
        Field::Name | Field::Story | Field::Companion | Field::Language => stage == Stage::About,
        _ => stage == Stage::Review,
    }
}
