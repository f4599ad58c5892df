//! From where somebody stands to what there is to see.

use super::path::{Path, Step};
use super::session::Refused;
use super::stand::On;
use super::story::Story;
use super::{Asked, Carried, Screen, Shown, Wizard, contact, story};
use crate::content::Bundle;
use crate::domain::{
    Advice, Door, Facts, Flag, Here, Moment, Question, Situation, Takeaway, Where, advise, lines,
    now_first,
};
use crate::request::Stage;

impl Wizard {
    /// What to show now.
    pub fn screen(&self) -> Screen<'_> {
        let path = self.path();
        let facts = &path.facts;
        Screen {
            number: self.visit.stand.step.min(path.last()) + 1,
            young: facts.young,
            danger: !facts.flags.is_empty(),
            notice: self.session.notice,
            now: self.moment(),
            shown: self.shown(path),
        }
    }

    fn shown<'w>(&'w self, path: Path<'w>) -> Shown<'w> {
        let (bundle, visit, facts, now) = (&self.bundle, &self.visit, &path.facts, self.moment());
        if self.is_waiting(&path) {
            return Shown::waiting(bundle, facts, now);
        }
        match (visit.stand.on, self.step(&path)) {
            (On::Talk, _) => Shown::talk(bundle, facts, now),
            (On::Watched(_), _) => Shown::Watched,
            (On::Story, _) => Shown::story(bundle, facts, &visit.story),
            (On::Carried, _) if let Some(carried) = &visit.carried => {
                Shown::carried(bundle, carried, !visit.answers.is_empty(), now)
            }
            (On::Contact(stage), _) => Shown::contact(self, stage, &path),
            (_, Step::Ask(question)) => Shown::Question(self.asks(question, &path)),
            (_, Step::Safety(flags)) => {
                let advice_next = matches!(path.step(self.next_step(&path)), Step::Advice);
                Shown::safety(bundle, &flags, facts, now, advice_next)
            }
            (_, Step::Advice) => {
                let advice = self.advice(facts);
                Shown::advice(bundle, advice, path.facts, visit.change.before(), now)
            }
        }
    }

    fn asks<'w>(&'w self, question: &'w Question, path: &Path<'w>) -> Asked<'w> {
        let refused = self.session.refused.as_ref();
        Asked {
            question,
            given: path.given(question),
            wijken: path.wijken(question, &self.bundle.directory),
            typed: refused.and_then(|refused| refused.typed.as_deref()),
            problem: refused.map(|Refused { problem, .. }| *problem),
        }
    }

    /// The step of the path on which the visit stands, on a screen beside it as well.
    pub(super) fn step<'w>(&self, path: &Path<'w>) -> Step<'w> {
        path.step(self.visit.stand.step.min(path.last()))
    }

    /// Whether what is to be shown needs the rest of the data, or how somebody is addressed, and
    /// that is not there yet. Whom to call waits for neither.
    pub(super) fn is_waiting(&self, path: &Path<'_>) -> bool {
        let needs_rest = match self.visit.stand.on {
            On::Talk | On::Watched(_) => return false,
            On::Story | On::Carried | On::Contact(_) => true,
            On::Path => match self.step(path) {
                Step::Safety(_) => return false,
                step => step.needs_rest(),
            },
        };
        let unsaid = self.address.is_awaited(&self.bundle, &path.facts);
        unsaid || (needs_rest && !self.bundle.is_whole())
    }

    /// The advice that follows from the answers, with the lead that somebody would rather have.
    pub(super) fn advice<'w>(&'w self, facts: &Facts<'w>) -> Advice<'w> {
        let here = here(&self.bundle, facts, self.moment());
        let mut advice = advise(&here, facts);
        if let Some(door) = &self.visit.preferred {
            advice = advice.led_by(door, &here);
        }
        advice.now_first(self.moment());
        advice
    }

    /// By the clock in the Netherlands, when the screen was last drawn.
    fn moment(&self) -> Moment {
        self.drawn.moment
    }
}

impl<'w> Shown<'w> {
    fn safety(
        bundle: &'w Bundle,
        flags: &[&'w Flag],
        facts: &Facts<'w>,
        now: Moment,
        advice_next: bool,
    ) -> Self {
        Self::Safety { lines: lines(&here(bundle, facts, now), facts, flags), advice_next }
    }

    fn waiting(bundle: &'w Bundle, facts: &Facts<'w>, now: Moment) -> Self {
        Self::Waiting { lines: lines(&here(bundle, facts, now), facts, &facts.flags) }
    }

    fn talk(bundle: &'w Bundle, facts: &Facts<'w>, now: Moment) -> Self {
        let here = here(bundle, facts, now);
        let theirs = bundle.catalogue.routes.iter().filter(|route| facts.young && route.young);
        Self::Talk {
            lines: lines(&here, facts, &facts.flags),
            young: theirs.filter_map(|route| here.served(&route.code).provider()).collect(),
            elsewhere: facts.place == Where::Elsewhere,
        }
    }

    fn contact(wizard: &'w Wizard, stage: Stage, path: &Path<'w>) -> Self {
        let facts = &path.facts;
        let here = here(&wizard.bundle, facts, wizard.moment());
        Self::Contact {
            stage,
            context: contact::context(wizard, path).map(Box::new),
            // After a flag they decide themselves what to write down.
            opening: match facts.flags.is_empty() {
                true => story::opening(facts, &wizard.bundle),
                false => Vec::new(),
            },
            lines: lines(&here, facts, &facts.flags),
        }
    }

    fn story(bundle: &Bundle, facts: &Facts<'_>, story: &Story) -> Self {
        let made = story::story(facts, bundle);
        Self::Story {
            state: story.telling(&made),
            text: story.written().map_or(made, str::to_owned),
            plan: facts.asks_wmo(),
        }
    }

    fn carried(bundle: &'w Bundle, carried: &Takeaway, begun: bool, now: Moment) -> Self {
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

    fn advice(
        bundle: &'w Bundle,
        advice: Advice<'w>,
        facts: Facts<'w>,
        before: Option<&'w [Door]>,
        now: Moment,
    ) -> Self {
        let unverified = !bundle.directory.providers.iter().any(|party| party.is_fresh(now.day));
        let link = Takeaway::of(&advice, &facts.place, &bundle.catalogue);
        let link = link.map(|link| link.to_string());
        let opening = story::opening(&facts, bundle);
        Self::Advice { facts, advice: Box::new(advice), opening, unverified, before, link }
    }
}

fn here<'w>(bundle: &'w Bundle, facts: &Facts<'w>, now: Moment) -> Here<'w> {
    Here::new(&bundle.catalogue, &bundle.directory, facts.situation(now.day))
}
