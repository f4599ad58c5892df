//! What can happen during a visit, and what the browser must then do.

use crate::domain::{Answer, Door, Moment, QuestionId, Who};
use crate::names::control;
use crate::request::Stage;
use serde::{Deserialize, Serialize};

/// What happened; always in the past tense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The question on screen was answered.
    Answered(Answer),
    /// The button was pressed with nothing chosen.
    NothingChosen,
    /// A text was given for a postcode.
    PostcodeGiven(String),
    /// "Verder met de vragen" or "Verder naar mijn advies", below the lines for danger.
    WentOn,
    /// "Terug" on the page.
    WentBack,
    /// The browser came to an entry of its history: back, forward or a reload.
    Arrived(Spot),
    /// "Verander" beside an answer in the overview.
    ChangeAsked(Who, QuestionId),
    /// "Ik wil iemand spreken".
    TalkAsked,
    /// Something is to be taken along or read aloud.
    TakeAsked(Take),
    /// "Ik kies liever deze"; nothing: the lead of the advice after all.
    DoorPreferred(Option<Door>),
    /// "Mijn verhaal".
    StoryAsked,
    /// The story was changed by hand; it says this now.
    StoryWritten(String),
    /// The story is to be made from the answers again.
    StoryReset,
    /// The page was opened with this behind the `#` of its address.
    LinkOpened(String),
    /// Nobody can look along.
    SaidUnwatched,
    /// Somebody may look along.
    SaidWatched,
    /// They asked to be contacted, or the request goes on to another of its screens.
    ContactAt(Stage),
    /// "Wis alles".
    ForgetAsked,
    /// The browser keeps nothing: the visit is remembered on this page only.
    StorageRefused,
    /// "Ik ben er nog".
    StillHere,
    /// Somebody typed, pressed, pointed or scrolled: they are there.
    Stirred,
    /// A minute went by, or the page was looked at again.
    Woke,
}

/// What the browser must do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Add an entry to the history.
    Push(Spot),
    /// Go back one entry; here, if there is none.
    Back(Spot),
    /// Remember the visit until the tab closes.
    Save,
    /// Forget the visit, its entries in the history included.
    Forget,
    /// Take something along, or read it aloud.
    Take(Take),
    /// Draw the screen again: it says when somebody is open.
    Draw,
}

/// A way to take along what a screen says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Take {
    /// On paper.
    Print,
    /// As text, to paste.
    Copy,
    /// As text, with what the device offers to share with.
    Share,
    /// As a link and a QR code.
    Link,
    /// One opening in a calendar: the how-many-th on the screen, from 0.
    Calendar(u8),
    /// Read aloud.
    Aloud,
}

impl Event {
    /// What a control of the page tells, by its name; nothing if a visit does not hear it.
    pub fn of_control(name: &str) -> Option<Self> {
        Some(match name {
            control::TALK => Self::TalkAsked,
            control::FORGET => Self::ForgetAsked,
            control::BACK => Self::WentBack,
            control::CONTACT => Self::ContactAt(Stage::Reach),
            control::HERE => Self::StillHere,
            name => Self::TakeAsked(Take::of_name(name)?),
        })
    }
}

impl Take {
    /// The name of its control on the page.
    pub fn name(self) -> String {
        match self {
            Self::Print => control::PRINT.to_owned(),
            Self::Copy => control::COPY.to_owned(),
            Self::Share => control::SHARE.to_owned(),
            Self::Link => control::LINK.to_owned(),
            Self::Calendar(at) => format!("{} {at}", control::CALENDAR),
            Self::Aloud => control::ALOUD.to_owned(),
        }
    }

    /// Back from the name of a control.
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            control::PRINT => Self::Print,
            control::COPY => Self::Copy,
            control::SHARE => Self::Share,
            control::LINK => Self::Link,
            control::ALOUD => Self::Aloud,
            _ => Self::Calendar(name.strip_prefix(control::CALENDAR)?.trim_start().parse().ok()?),
        })
    }
}

/// A place in the visit. It says how far, never what was answered, so it may
/// stand in the history of the browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// Steps from the first screen.
    pub step: usize,
    /// A screen beside the path.
    pub aside: Option<Aside>,
}

/// Screens beside the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// How to speak with somebody.
    Talk,
    /// "Kan iemand meekijken?"
    Watched,
    /// The answers as a story.
    Story,
    /// What somebody took along from another device.
    Carried,
    /// A request to be contacted.
    Contact(Stage),
}

/// A place on the path and each screen beside it.
const ASIDES: u32 = 9;

impl Spot {
    /// As one number, for the history of the browser.
    pub fn number(self) -> u32 {
        let aside = match self.aside {
            None => 0,
            Some(Aside::Talk) => 1,
            Some(Aside::Watched) => 2,
            Some(Aside::Story) => 3,
            Some(Aside::Carried) => 4,
            Some(Aside::Contact(stage)) => 5 + stage as u32,
        };
        u32::try_from(self.step).unwrap_or(0).saturating_mul(ASIDES).saturating_add(aside)
    }

    /// Back from a number.
    pub fn of_number(number: u32) -> Self {
        let aside = match number % ASIDES {
            1 => Some(Aside::Talk),
            2 => Some(Aside::Watched),
            3 => Some(Aside::Story),
            4 => Some(Aside::Carried),
            aside @ 5.. => Stage::ALL.get(aside as usize - 5).copied().map(Aside::Contact),
            _ => None,
        };
        Self { step: (number / ASIDES) as usize, aside }
    }
}

/// The time, as the platform tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// Seconds since 1970.
    pub seconds: u64,
    /// The same by the clock in the Netherlands.
    pub moment: Moment,
}

impl Now {
    /// This many seconds after 1970.
    pub fn at(seconds: u64) -> Self {
        Self { seconds, moment: Moment::at(seconds) }
    }
}
