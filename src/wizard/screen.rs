//! What there is to see.

use super::path::Path;
use super::story::{Written, story};
use super::{Wizard, contact};
use crate::content::Bundle;
use crate::domain::{
    Advice, Answer, Door, Facts, Flag, Here, Kind, Line, Moment, Postcode, Provider, Question,
    Rung, Situation, Takeaway, Where, Wijk, advise, lines, now_first,
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
    /// Taking it along can be done later.
    TakeLater,
    /// The page was opened with a link that nobody can read.
    LinkUnread,
}

impl<'w> Shown<'w> {
    pub(super) fn safety(
        bundle: &'w Bundle,
        flags: &[&'w Flag],
        facts: &Facts<'w>,
        now: Moment,
        advice_next: bool,
    ) -> Self {
        Self::Safety { lines: lines(&here(bundle, facts, now), facts, flags), advice_next }
    }

    pub(super) fn waiting(bundle: &'w Bundle, facts: &Facts<'w>, now: Moment) -> Self {
        Self::Waiting { lines: lines(&here(bundle, facts, now), facts, &facts.flags) }
    }

    pub(super) fn talk(bundle: &'w Bundle, facts: &Facts<'w>, now: Moment) -> Self {
        let here = here(bundle, facts, now);
        let theirs = bundle.catalogue.routes.iter().filter(|route| facts.young && route.young);
        Self::Talk {
            lines: lines(&here, facts, &facts.flags),
            young: theirs.filter_map(|route| here.served(&route.code).provider()).collect(),
            elsewhere: facts.place == Where::Elsewhere,
        }
    }

    pub(super) fn contact(wizard: &'w Wizard, stage: Stage, path: &Path<'w>) -> Self {
        let facts = &path.facts;
        let here = here(&wizard.bundle, facts, wizard.drawn.moment);
        Self::Contact {
            stage,
            context: contact::context(wizard, path).map(Box::new),
            lines: lines(&here, facts, &facts.flags),
        }
    }

    pub(super) fn story(
        bundle: &'w Bundle,
        facts: &Facts<'w>,
        written: Option<&Written>,
        replaced: bool,
    ) -> Self {
        let made = story(facts, bundle);
        Self::Story {
            state: match written {
                Some(written) if written.from != made => Telling::Older,
                Some(_) => Telling::Written,
                None if replaced => Telling::Replaced,
                None => Telling::Made,
            },
            text: written.map_or(made, |written| written.text.clone()),
            plan: facts.asks_wmo(),
        }
    }

    pub(super) fn carried(
        bundle: &'w Bundle,
        carried: &Takeaway,
        begun: bool,
        now: Moment,
    ) -> Self {
        let Bundle { catalogue, directory, .. } = bundle;
        let wijk = carried.wijk.as_ref().and_then(|code| directory.wijk(code));
        let place = wijk.map_or(Where::Unknown, |wijk| Where::In(vec![&wijk.code]));
        let here = Here::new(catalogue, directory, Situation::of_anybody(place, now.day));
        let known = |code: &String| {
            let mut all = directory.providers.iter().chain(&catalogue.national);
            let party = all.find(|party| Takeaway::code(&party.id) == *code);
            party.filter(|party| !Takeaway::hides(party, catalogue))
        };
        let parties: Vec<Carried<'w>> = carried
            .parties
            .iter()
            .filter_map(known)
            .map(|party| {
                let mut ways = here.ways(party);
                now_first(&mut ways, now);
                Carried { party, ways }
            })
            .collect();
        let gone = carried.parties.len() - parties.len();
        Self::Carried { wijk, parties, gone, begun }
    }

    pub(super) fn advice(
        bundle: &'w Bundle,
        advice: Advice<'w>,
        facts: Facts<'w>,
        before: Option<&'w [Door]>,
        now: Moment,
    ) -> Self {
        let unverified = !bundle.directory.providers.iter().any(|party| party.is_fresh(now.day));
        let link = Takeaway::of(&advice, &facts.place, &bundle.catalogue);
        let link = link.map(|link| link.to_string());
        Self::Advice { facts, advice: Box::new(advice), unverified, before, link }
    }
}

/// The advice at a moment, with the lead that somebody would rather have.
pub(super) fn advice<'w>(
    bundle: &'w Bundle,
    facts: &Facts<'w>,
    now: Moment,
    preferred: Option<&Door>,
) -> Advice<'w> {
    let here = here(bundle, facts, now);
    let mut advice = advise(&here, facts);
    if let Some(door) = preferred {
        advice = advice.led_by(door, &here);
    }
    advice.now_first(now);
    advice
}

fn here<'w>(bundle: &'w Bundle, facts: &Facts<'w>, now: Moment) -> Here<'w> {
    Here::new(&bundle.catalogue, &bundle.directory, facts.situation(now.day))
}
