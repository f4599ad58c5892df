//! Asking to be contacted: what somebody types, what is fit to be sent, what comes back.
//!
//! The browser and the desk check with this same code. Absent: how a request looks on the
//! wire (`content::contact`), who receives it (`Municipality::desk`), and sending it.

mod check;
mod phone;
mod unseen;

pub use check::{Field, Receiver, Wrong, looks_like_bsn};
pub use phone::phone_number;
pub use unseen::seen;
pub(super) use unseen::{is_hyphen, is_unseen};

use super::ProviderId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A request to be contacted, as it is typed; all of it is optional but a way to reach
/// whoever asks. Its fields are the names of the wire format, version 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The version of this format.
    pub version: u8,
    /// The municipality, by its name in addresses.
    pub municipality: String,
    /// Who should be in touch, by its name in the directory; absent: the general entrance.
    #[serde(default)]
    pub provider: Option<ProviderId>,
    /// A phone number, as people write it.
    #[serde(default)]
    pub phone: String,
    /// An e-mail address.
    #[serde(default)]
    pub email: String,
    /// A postal address. Never after a flag for danger: a letter can be opened by another.
    #[serde(default)]
    pub letter: String,
    /// The *wijk* where somebody lives, by its name for people; empty: not known.
    #[serde(default)]
    pub wijk: String,
    /// When it is safe and quiet to call; empty: not said, or there is no number to call.
    #[serde(default)]
    pub times: BTreeSet<PartOfDay>,
    /// The same, in words.
    #[serde(default)]
    pub when: String,
    /// What may be said to an answering machine, or to whoever answers; absent: not said, or
    /// there is no number to call.
    #[serde(default)]
    pub voicemail: Option<Voicemail>,
    /// For whom it is; absent: not said.
    #[serde(default)]
    pub subject: Option<Subject>,
    /// Whether that person knows of it; absent: not said.
    #[serde(default)]
    pub subject_knows: Option<bool>,
    /// How to address whoever asks.
    #[serde(default)]
    pub name: String,
    /// What it is about, in their own words.
    #[serde(default)]
    pub story: String,
    /// Who else should be there.
    #[serde(default)]
    pub companion: String,
    /// Which language they would rather speak.
    #[serde(default)]
    pub language: String,
    /// They would like an interpreter.
    #[serde(default)]
    pub interpreter: bool,
    /// Nobody around them may find out: a flag for danger stands.
    #[serde(default)]
    pub discreet: bool,
    /// It counts as a *melding* for the Wmo (Wmo 2015, 2.3.2): six weeks begin.
    #[serde(default)]
    pub wmo_melding: bool,
    /// What was answered in the app, if they want that to go along.
    #[serde(default)]
    pub answers: Vec<Told>,
    /// They agree that this party receives it; asked when that is not the municipality.
    #[serde(default)]
    pub permission: bool,
    /// They know that a text holds what looks like a citizen service number (BSN).
    #[serde(default)]
    pub number_meant: bool,
    /// A field nobody sees. Who fills it in is marked as a possible machine.
    #[serde(default)]
    pub website: String,
    /// How many seconds it took from the first look at the form.
    #[serde(default)]
    pub seconds: u32,
}

/// A part of the day in which somebody can be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PartOfDay {
    /// Until noon.
    Morning,
    /// From noon to six.
    Afternoon,
    /// After six.
    Evening,
}

impl PartOfDay {
    /// From early to late.
    pub const ALL: [Self; 3] = [Self::Morning, Self::Afternoon, Self::Evening];

    /// Its name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
        }
    }
}

/// What may be left on an answering machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Voicemail {
    /// Nothing: hang up.
    Nothing,
    /// Only a name and a number to call back.
    CallBack,
    /// Also what it is about.
    About,
}

impl Voicemail {
    /// From little to much.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::CallBack, Self::About];

    /// Its name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::CallBack => "call-back",
            Self::About => "about",
        }
    }
}

/// For whom somebody asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// For themselves, or their household.
    Myself,
    /// For their child.
    Child,
    /// For somebody else.
    Other,
}

impl Subject {
    /// From near to far.
    pub const ALL: [Self; 3] = [Self::Myself, Self::Child, Self::Other];

    /// Its name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Myself => "myself",
            Self::Child => "child",
            Self::Other => "other",
        }
    }
}

/// A question of the app and what was answered, in the words that stood on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// A request that is fit to be sent: only [`Draft::check`] makes one. Its texts are trimmed,
/// its phone number is written as `0612345678` or `+4912345678`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Request(Draft);

impl Request {
    /// What it says.
    pub fn content(&self) -> &Draft {
        &self.0
    }

    /// It is perhaps from a machine: it is delivered, and marked.
    pub fn is_suspect(&self) -> bool {
        !self.0.website.is_empty() || self.0.seconds < Self::FASTEST
    }

    /// Seconds in which nobody fills in the form.
    pub const FASTEST: u32 = 3;
}

impl Draft {
    /// The version of the wire format.
    pub const VERSION: u8 = 1;
}

/// The desk of a municipality that takes requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestDesk {
    /// Within how many working days somebody is in touch.
    pub working_days: u8,
    /// Whether a request about something of the Wmo is a *melding*.
    pub wmo_melding: WmoMelding,
    /// Who takes requests, besides the general entrance.
    pub receivers: Vec<ProviderId>,
}

/// Whether a request counts as a *melding* (Wmo 2015, 2.3.2; it is free of form).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WmoMelding {
    /// It does.
    Counts,
    /// It does not; how to make one.
    Elsewhere(String),
}

/// What the desk answers to a request it keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Receipt {
    /// By which name somebody can ask about it.
    pub reference: String,
    /// When it came in, in seconds since 1970.
    pub received_at: u64,
    /// Within how many working days somebody is in touch.
    pub working_days: u8,
}
