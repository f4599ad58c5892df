//! What there is to see.

use crate::content::Bundle;
use crate::domain::{
    Advice, Answer, Date, Facts, Flag, Here, Kind, Line, Postcode, Question, Where, Wijk, advise,
    lines,
};

/// One screen.
#[derive(Clone, Debug)]
pub struct Screen<'w> {
    /// How many-th screen of the visit it is; the only thing a title may say.
    pub number: usize,
    /// Whoever asks is under 18 and is called `je`.
    pub young: bool,
    /// Something to say once, above everything else.
    pub notice: Option<Notice>,
    /// What it shows.
    pub shown: Shown<'w>,
}

/// What a screen shows.
#[derive(Clone, Debug)]
pub enum Shown<'w> {
    /// A question.
    Question(Asked<'w>),
    /// Lines to call, because of these flags.
    Safety {
        /// Why.
        flags: Vec<&'w Flag>,
        /// Whom to reach.
        lines: Vec<Line<'w>>,
    },
    /// The advice.
    Advice {
        /// What follows from the answers.
        facts: Facts<'w>,
        /// What to do.
        advice: Box<Advice<'w>>,
        /// Nobody verified any of the parties of late.
        unverified: bool,
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
        /// In another municipality.
        elsewhere: bool,
    },
    /// "Kan iemand meekijken?"
    Watched,
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

impl Asked<'_> {
    /// Whether this question takes this answer.
    pub(super) fn takes(&self, answer: &Answer) -> bool {
        let offers = |id: &str| self.question.choices.iter().any(|c| c.id.as_str() == id);
        match (self.question.kind, answer) {
            (_, Answer::Skipped) => true,
            (Kind::One, Answer::One(id)) => offers(id.as_str()),
            (Kind::Many, Answer::Many(ids)) => ids.iter().all(|id| offers(id.as_str())),
            (Kind::Age | Kind::ChildAge, Answer::Age(_)) | (Kind::Place, Answer::Place(_)) => true,
            (Kind::Wijk, Answer::One(code)) => {
                self.wijken.iter().any(|wijk| wijk.code.as_str() == code.as_str())
            }
            _ => false,
        }
    }
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
    /// Printing can be done later.
    PrintLater,
}

impl<'w> Shown<'w> {
    pub(super) fn safety(
        bundle: &'w Bundle,
        flags: Vec<&'w Flag>,
        facts: &Facts<'w>,
        today: Date,
    ) -> Self {
        let lines = lines(&here(bundle, facts, today), facts, &flags);
        Self::Safety { flags, lines }
    }

    pub(super) fn waiting(bundle: &'w Bundle, facts: &Facts<'w>, today: Date) -> Self {
        Self::Waiting { lines: lines(&here(bundle, facts, today), facts, &facts.flags) }
    }

    pub(super) fn talk(bundle: &'w Bundle, facts: &Facts<'w>, today: Date) -> Self {
        Self::Talk {
            lines: lines(&here(bundle, facts, today), facts, &facts.flags),
            elsewhere: facts.place == Where::Elsewhere,
        }
    }

    pub(super) fn advice(bundle: &'w Bundle, facts: Facts<'w>, today: Date) -> Self {
        let advice = advise(&here(bundle, &facts, today), &facts);
        let unverified = !bundle.directory.providers.iter().any(|party| party.is_fresh(today));
        Self::Advice { facts, advice: Box::new(advice), unverified }
    }
}

fn here<'w>(bundle: &'w Bundle, facts: &Facts<'w>, today: Date) -> Here<'w> {
    Here::new(&bundle.catalogue, &bundle.directory, facts.situation(today))
}
