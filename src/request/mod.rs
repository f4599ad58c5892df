//! Asking to be contacted: what was typed, and how far it is on its way.
//!
//! Nothing leaves the device before "Versturen" is pressed. From then on the same request
//! goes under the same key until the desk has answered: a double tap, a lost connection or
//! a reload sends nothing twice.

//!
//! It is a state of its own, beside that of the visit (`wizard`): in a browser it is another
//! program, which is loaded when somebody asks for it (`docs/decisions`).

mod context;
mod reply;

pub use context::Context;
pub use reply::Reply;

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

/// A request from "Versturen" until the desk has answered: what goes there, and everything
/// that its screens say of it. Nothing that is answered or typed since changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    key: RequestKey,
    /// How many times it went.
    tries: u8,
    /// As it was typed, for who takes it back.
    draft: Draft,
    context: Context,
    /// Danger was told since.
    endangered: bool,
    /// They want it to go all the same.
    meant: bool,
}

impl Sent {
    /// What it says.
    pub fn content(&self) -> &Draft {
        &self.draft
    }

    /// What was known when it was sent.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Whether it may go as it is after danger was told: a letter can be opened by another.
    pub fn may_go(&self) -> bool {
        self.draft.discreet || self.draft.tidy().letter.is_empty()
    }
}

/// How far a request is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sending {
    /// Nobody asked to send it.
    #[default]
    Not,
    /// It is on its way.
    Busy(Box<Sent>),
    /// It did not get there; it is tried again by itself.
    Waiting(Box<Sent>),
    /// It did not get there, and danger was told since: it goes when they say so.
    Held(Box<Sent>),
    /// The desk has it; what its receipt says of it.
    Received(Receipt, Box<Context>),
    /// The desk does not take it.
    Refused,
}

impl Sending {
    /// The request that is on its way, if one is.
    pub fn sent(&self) -> Option<&Sent> {
        match self {
            Self::Busy(sent) | Self::Waiting(sent) | Self::Held(sent) => Some(sent),
            _ => None,
        }
    }
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
                    draft.voicemail = Voicemail::ALL.into_iter().find(|it| one(it.as_str()));
                }
                "subject" => {
                    draft.subject = Subject::ALL.into_iter().find(|it| one(it.as_str()));
                }
                "subject_knows" => draft.subject_knows = values.first().map(|_| one("yes")),
                "interpreter" => draft.interpreter = !values.is_empty(),
                "number_meant" => draft.number_meant = !values.is_empty(),
                "permission" => draft.permission = !values.is_empty(),
                "answers" => self.share = !values.is_empty(),
                _ => {}
            }
        }
        if draft.subject == Some(Subject::Myself) {
            draft.subject_knows = None;
        }
    }

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

    /// Danger was told on another screen. By which flag is not known here, so that nobody
    /// else may see what was sent before.
    pub fn danger_told(&mut self) {
        self.danger = true;
        self.endanger(true);
    }

    /// What was sent before danger was told does not go on by itself.
    fn endanger(&mut self, private: bool) {
        let (Sending::Busy(sent) | Sending::Waiting(sent) | Sending::Held(sent)) =
            &mut self.sending
        else {
            return;
        };
        if !sent.context.discreet {
            sent.endangered = true;
            sent.context.private |= private;
        }
        self.hold();
    }

    fn hold(&mut self) {
        if let Sending::Waiting(sent) = &self.sending
            && sent.endangered
            && !sent.meant
        {
            self.sending = Sending::Held(sent.clone());
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

    /// "Versturen": the key to send it under. Nothing if something is wrong, which is then
    /// said, or if it is on its way already.
    pub fn send(&mut self, typed: &Typed, key: RequestKey, now: u64) -> Option<RequestKey> {
        if !self.is_open() {
            return None;
        }
        self.typed(typed);
        let mut draft = self.draft.clone();
        draft.seconds = u32::try_from(now.saturating_sub(self.begun)).unwrap_or(u32::MAX);
        if self.share {
            draft.answers.clone_from(&self.context.told);
        }
        self.wrong = draft.check(self.context.receiver()).err().unwrap_or_default();
        if !self.wrong.is_empty() {
            return None;
        }
        // What was taken back and not changed may be there already.
        let same = |before: &Draft| Draft { seconds: draft.seconds, ..before.clone() } == draft;
        let before = self.before.take().filter(|(_, before)| same(before));
        let key = before.map_or(key, |(key, _)| key);
        // Its screens say nothing of these, and what goes along stands in the draft.
        let context = Context { story: String::new(), told: Vec::new(), ..self.context.clone() };
        self.draft = Draft::default();
        let (endangered, meant) = (false, false);
        self.sending =
            Sending::Busy(Box::new(Sent { key, tries: 1, draft, context, endangered, meant }));
        Some(key)
    }

    /// What the desk said, or that nothing came back: the seconds after which to try again,
    /// if that is what is left. Of another request it says nothing.
    pub fn replied(&mut self, to: RequestKey, reply: Reply) -> Option<u32> {
        let Sending::Busy(sent) = &self.sending else { return None };
        if sent.key != to {
            return None;
        }
        let sent = sent.clone();
        let unseen = self.left && self.context.municipality.is_empty();
        let later = match reply {
            Reply::Kept(_) | Reply::Refused(_) if unseen => {
                *self = Self::default();
                return None;
            }
            Reply::Kept(receipt) => {
                // Nothing of it is needed any more but what a receipt says.
                self.share = false;
                self.sending = Sending::Received(receipt, Box::new(sent.context));
                return None;
            }
            Reply::Refused(wrong) => {
                self.give_back(*sent);
                self.sending = Sending::Refused;
                self.wrong = wrong;
                return None;
            }
            Reply::Later(seconds) => seconds,
            Reply::Lost => 0,
        };
        let at = usize::from(sent.tries).min(WAITS.len()) - 1;
        self.sending = Sending::Waiting(sent);
        self.hold();
        matches!(self.sending, Sending::Waiting(_)).then(|| WAITS[at].max(later))
    }

    /// The time to wait is over, the connection is back, or somebody does not want to wait.
    pub fn try_again(&mut self) -> Option<RequestKey> {
        let Sending::Waiting(sent) = &self.sending else { return None };
        let mut sent = sent.clone();
        let key = sent.key;
        sent.tries = sent.tries.saturating_add(1);
        self.sending = Sending::Busy(sent);
        Some(key)
    }

    /// What was held is to go as it is, if that is safe.
    pub fn send_held(&mut self) -> Option<RequestKey> {
        let Sending::Held(sent) = &self.sending else { return None };
        let mut sent = sent.clone();
        if !sent.may_go() {
            return None;
        }
        sent.meant = true;
        self.sending = Sending::Waiting(sent);
        self.try_again()
    }

    /// What did not get there is to be changed: it can be typed in again.
    pub fn take_back(&mut self) {
        if let Sending::Waiting(sent) | Sending::Held(sent) = &self.sending
            && !self.left
        {
            let sent = sent.clone();
            self.before = Some((sent.key, Box::new(sent.draft.clone())));
            self.give_back(*sent);
            self.sending = Sending::Not;
        }
    }

    /// What did not get there is not to be sent any more.
    pub fn throw_away(&mut self) {
        if let Sending::Waiting(_) | Sending::Held(_) = self.sending {
            *self = Self::default();
        }
    }

    /// What was sent is a draft again, for whoever would get it now.
    fn give_back(&mut self, sent: Sent) {
        if self.left {
            self.draft = self.context.draft();
            return;
        }
        self.draft = sent.draft;
        self.draft.answers.clear();
        if self.context.municipality.is_empty() {
            self.context = sent.context;
        } else {
            self.context.private |= sent.context.private;
            let context = self.context.clone();
            self.follow(&context);
        }
    }

    /// The request that goes to the desk, as JSON.
    pub fn body(&self) -> String {
        // It was checked before it was to be sent: who may have it does not matter any more.
        let checked = self.sending.sent().map(|sent| sent.draft.check(Receiver::Municipality));
        checked.and_then(Result::ok).as_ref().map(contact::write).unwrap_or_default()
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
