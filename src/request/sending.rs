//! A request on its way: sent, tried again, held because danger was told since, or back.
//!
//! Absent: the network (`platform`).

use super::{Asking, Context, Reply, Typed};
use crate::content::contact;
use crate::domain::{Draft, Receipt, Receiver};
use serde::{Deserialize, Serialize};

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
    pub(super) context: Context,
    pub(super) since: Since,
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

/// Whether danger was told since a request was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(bool, bool)", into = "(bool, bool)")]
pub(super) enum Since {
    /// Nothing was.
    Calm,
    /// It was.
    Danger,
    /// It was, and they want it to go all the same.
    Meant,
}

/// It is kept as two answers, so that what was on its way before can be read.
impl From<Since> for (bool, bool) {
    fn from(since: Since) -> Self {
        (since != Since::Calm, since == Since::Meant)
    }
}

impl From<(bool, bool)> for Since {
    fn from((told, meant): (bool, bool)) -> Self {
        match (told, meant) {
            (false, _) => Self::Calm,
            (true, false) => Self::Danger,
            (true, true) => Self::Meant,
        }
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

/// Seconds to wait before the second try, the third, and so on.
const WAITS: [u32; 5] = [2, 5, 15, 30, 60];

impl Asking {
    /// Danger was told on another screen. By which flag is not known here, so that nobody
    /// else may see what was sent before.
    pub fn danger_told(&mut self) {
        self.danger = true;
        self.endanger(true);
    }

    /// What was sent before danger was told does not go on by itself.
    pub(super) fn endanger(&mut self, private: bool) {
        let (Sending::Busy(sent) | Sending::Waiting(sent) | Sending::Held(sent)) =
            &mut self.sending
        else {
            return;
        };
        if !sent.context.discreet {
            if sent.since == Since::Calm {
                sent.since = Since::Danger;
            }
            sent.context.private |= private;
        }
        self.hold();
    }

    pub(super) fn hold(&mut self) {
        if let Sending::Waiting(sent) = &self.sending
            && sent.since == Since::Danger
        {
            self.sending = Sending::Held(sent.clone());
        }
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
        let since = Since::Calm;
        self.sending = Sending::Busy(Box::new(Sent { key, tries: 1, draft, context, since }));
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
        sent.since = Since::Meant;
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
