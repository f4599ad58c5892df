//! What there is to see.
//!
//! Absent: how it follows from the visit (`showing`).

use crate::domain::{
    Advice, Answer, Door, Facts, Line, Moment, Postcode, Provider, Question, Rung, Wijk,
};
use crate::request::{Context, Stage};

/// One screen.
#[derive(Clone, Debug)]
pub struct Screen<'w> {
    /// How many-th screen of the visit it is; the only thing a title may say.
    pub number: usize,
    /// Whoever asks is under 18 and is called `je`.
    pub young: bool,
    /// A flag for danger stands.
    pub danger: bool,
    /// Something to say once, above everything else.
    pub notice: Option<Notice>,
    /// By the clock in the Netherlands.
    pub now: Moment,
    /// What it shows.
    pub shown: Shown<'w>,
}

/// What a screen shows.
#[derive(Clone, Debug)]
pub enum Shown<'w> {
    /// A question.
    Question(Asked<'w>),
    /// Lines to call.
    Safety {
        /// Whom to reach, and by which flag.
        lines: Vec<Line<'w>>,
        /// What comes next is the advice, and no question.
        advice_next: bool,
    },
    /// The advice.
    Advice {
        /// What follows from the answers.
        facts: Facts<'w>,
        /// What to do.
        advice: Box<Advice<'w>>,
        /// What to say first, in sentences.
        opening: Vec<String>,
        /// Nobody verified any of the parties of late.
        unverified: bool,
        /// Whom the advice named before an answer was changed.
        before: Option<&'w [Door]>,
        /// What of it can be taken to another device, behind the `#` of an address.
        link: Option<String>,
    },
    /// A question about the place, or the advice, while the rest is still to come.
    Waiting {
        /// The lines that the flags call for.
        lines: Vec<Line<'w>>,
    },
    /// How to speak with somebody.
    Talk {
        /// The lines that the flags call for, before anybody else.
        lines: Vec<Line<'w>>,
        /// Who is there for whoever is under 18.
        young: Vec<&'w Provider>,
        /// In another municipality.
        elsewhere: bool,
    },
    /// "Kan iemand meekijken?"
    Watched,
    /// The answers as a story.
    Story {
        /// What it says.
        text: String,
        /// Where that comes from.
        state: Telling,
        /// It may serve as a personal plan (Wmo 2015, artikel 2.3.2, lid 2).
        plan: bool,
    },
    /// A request to be contacted.
    Contact {
        /// Which screen of it.
        stage: Stage,
        /// What is known for it; nothing: there is no desk that takes it.
        context: Option<Box<Context>>,
        /// What to say first, in sentences.
        opening: Vec<String>,
        /// The lines that the flags call for, before anybody else.
        lines: Vec<Line<'w>>,
    },
    /// What somebody took along from another device.
    Carried {
        /// The *wijk* it was for.
        wijk: Option<&'w Wijk>,
        /// Who is still there.
        parties: Vec<Carried<'w>>,
        /// How many are not there any more.
        gone: usize,
        /// There is a visit to go on with.
        begun: bool,
    },
}

/// Where a story comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// From the answers.
    Made,
    /// From the answers, in place of what somebody wrote.
    Replaced,
    /// Somebody wrote it.
    Written,
    /// Somebody wrote it, and changed an answer since.
    Older,
}

/// A party that somebody took along.
#[derive(Clone, Debug)]
pub struct Carried<'w> {
    /// Who it is.
    pub party: &'w Provider,
    /// Every way to reach them, what works now first.
    pub ways: Vec<Rung<'w>>,
}

/// A question with what was said to it so far.
#[derive(Clone, Debug)]
pub struct Asked<'w> {
    /// The question.
    pub question: &'w Question,
    /// The answer it has.
    pub given: Option<&'w Answer>,
    /// The *wijken* to choose from, for a question of that kind.
    pub wijken: Vec<&'w Wijk>,
    /// What was typed and not understood.
    pub typed: Option<&'w str>,
    /// What was wrong with it.
    pub problem: Option<Problem>,
}

/// Why an answer could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was chosen or typed.
    NothingChosen,
    /// What was typed is no postcode.
    NotAPostcode,
    /// The postcode is not one of this municipality.
    OtherMunicipality(Postcode),
    /// The digits are of this municipality; of these letters nothing is known.
    UnknownLetters(Postcode),
    /// The postcode is one of post-boxes.
    PostBox(Postcode),
}

/// Something to say once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The answers were wiped because somebody asked.
    Forgotten,
    /// Nothing happened for so long that the answers are soon wiped.
    SoonExpired,
    /// The answers were wiped because nothing happened for an hour.
    Expired,
    /// The browser keeps nothing: a reload loses the answers.
    StorageRefused,
    /// Taking it along can be done later.
    TakeLater,
    /// The page was opened with a link that nobody can read.
    LinkUnread,
}
