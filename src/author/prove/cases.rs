//! What people can answer: every need on its own, by every way that leads to it, and
//! every two of them together, with every combination of the questions that follow.

use super::households::{Household, ToldApart};
use super::length::{self, Asked};
use super::report::{Kind, Report};
use super::ways::{Way, answers_to, forced, ways};
use crate::domain::*;
use std::collections::{BTreeSet, HashMap};

/// What decides an advice, apart from place and day: the needs that count with the help
/// that fits each, and the flags, by their place in the catalogue; how soon, which parts
/// of life, whether whoever asks is under 18, and who is in the household.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Class {
    needs: Vec<(u16, Vec<u8>)>,
    flags: Vec<u16>,
    domains: Vec<LifeDomain>,
    urgency: Urgency,
    young: bool,
    household: Household,
}

/// Every class of answers, each with an example.
pub(super) struct Cases {
    /// The ways to all needs.
    pub ways: Vec<Way>,
    /// Each class with answers that lead to it.
    pub examples: Vec<Answers>,
    /// The place of each class in the examples.
    pub index: HashMap<Class, usize>,
    /// Which ages make a difference.
    pub told_apart: ToldApart,
    /// Combinations of answers that were tried.
    pub tried: u64,
    /// Questions a way alone, or two ways together, may be asked; by the places of the ways.
    pub asked: HashMap<(usize, usize), Asked>,
    seen: Seen,
}

/// What has been seen to happen at least once.
#[derive(Clone, Default)]
struct Seen {
    questions: BTreeSet<usize>,
    helps: BTreeSet<(usize, usize)>,
    flags: BTreeSet<usize>,
    needs: BTreeSet<usize>,
    /// Parts of conditions that never held so far, by where they stand.
    idle: Vec<(String, Condition)>,
}

impl Cases {
    /// Tries everything; the town only has to be one that asks for a *wijk*.
    pub fn of(catalogue: &Catalogue, towns: &[Directory], today: Date) -> Self {
        let ways = ways(catalogue);
        let told_apart = ToldApart::of(catalogue, towns);
        let mut all: Vec<(usize, usize)> = Vec::new();
        for first in 0..ways.len() {
            all.extend((first..ways.len()).map(|second| (first, second)));
        }
        let none = |ways| Self::none(ways, told_apart.clone());
        let Some(town) = towns.first() else { return none(ways) };
        // Every core gets pairs from everywhere, so that none waits for another.
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let hands: Vec<Vec<(usize, usize)>> = (0..cores)
            .map(|core| all.iter().skip(core).step_by(cores).copied().collect())
            .collect();
        let parts = super::on_every_core(&hands, |hands| {
            let mut search = Search::new(catalogue, town, today, none(ways.clone()));
            hands.iter().flatten().for_each(|pair| search.pair(*pair));
            search.found
        });
        parts.into_iter().reduce(Self::join).unwrap_or_else(|| none(ways.clone()))
    }

    /// Nothing tried yet.
    pub fn none(ways: Vec<Way>, told_apart: ToldApart) -> Self {
        Self {
            ways,
            told_apart,
            examples: Vec::new(),
            index: HashMap::new(),
            tried: 0,
            asked: HashMap::new(),
            seen: Seen::default(),
        }
    }

    /// The same ways, with nothing tried.
    pub fn untried(&self) -> Self {
        Self::none(self.ways.clone(), self.told_apart.clone())
    }

    /// The households that somebody asked about.
    pub fn households(&self) -> BTreeSet<Household> {
        self.index.keys().map(|class| class.household).collect()
    }

    /// For each class its place among those of the same household.
    pub fn ranks(&self) -> Vec<usize> {
        let mut households = vec![Household::default(); self.examples.len()];
        self.index.iter().for_each(|(class, at)| households[*at] = class.household);
        let mut seen: HashMap<Household, usize> = HashMap::new();
        let mut next = |household| {
            let count = seen.entry(household).or_default();
            *count += 1;
            *count - 1
        };
        households.into_iter().map(&mut next).collect()
    }

    fn join(mut self, other: Self) -> Self {
        for (class, at) in other.index {
            self.index.entry(class).or_insert_with(|| {
                self.examples.push(other.examples[at].clone());
                self.examples.len() - 1
            });
        }
        self.tried += other.tried;
        self.asked.extend(other.asked);
        self.seen.join(other.seen);
        self
    }

    /// Everything that never happens, and every need that asks too much.
    pub fn judge(
        &self,
        catalogue: &Catalogue,
        towns: &[Directory],
        today: Date,
        report: &mut Report,
    ) {
        report.answers = self.tried;
        report.classes = self.examples.len();
        for (at, question) in catalogue.questions.iter().enumerate() {
            let comes_of_place = question.kind == crate::domain::Kind::Wijk;
            if !self.seen.questions.contains(&at) && !comes_of_place {
                report.add(Kind::NeverAsked, format!("de vraag {}", question.words_key()));
            }
        }
        for (at, flag) in catalogue.flags.iter().enumerate() {
            if !self.seen.flags.contains(&at) {
                report.add(Kind::NeverFires, format!("het gevaarsein {}", flag.id));
            }
        }
        for (at, need) in catalogue.needs.iter().enumerate() {
            if !self.seen.needs.contains(&at) {
                report.add(Kind::NeverFires, format!("de behoefte {}", need.id));
            }
            for (place, help) in need.helps.iter().enumerate() {
                if self.seen.needs.contains(&at) && !self.seen.helps.contains(&(at, place)) {
                    report.add(Kind::NeverFires, format!("{} bij {}", help.route, need.id));
                }
            }
        }
        for (at, part) in &self.seen.idle {
            report.add(Kind::NeverFires, format!("{part:?} bij {at}"));
        }
        if let Some(town) = towns.first() {
            length::judge(self, catalogue, town, today, report);
        }
    }
}

impl Seen {
    fn join(&mut self, other: Self) {
        self.questions.extend(other.questions);
        self.helps.extend(other.helps);
        self.flags.extend(other.flags);
        self.needs.extend(other.needs);
        self.idle.retain(|part| other.idle.contains(part));
    }
}

impl Class {
    /// What decides an advice about these facts.
    pub fn of(catalogue: &Catalogue, facts: &Facts<'_>, told_apart: &ToldApart) -> Self {
        let needs = facts.telling_needs().map(|need| {
            let at = catalogue.needs.iter().position(|known| known.id == need.id);
            let helps = need.helps.iter().enumerate();
            let fits = helps.filter(|(_, help)| help.when.holds(facts));
            (at.unwrap_or_default() as u16, fits.map(|(place, _)| place as u8).collect())
        });
        let flags = facts.flags.iter().map(|flag| {
            let at = catalogue.flags.iter().position(|known| known.id == flag.id);
            at.unwrap_or_default() as u16
        });
        Self {
            needs: needs.collect(),
            flags: flags.collect(),
            domains: facts.domains(),
            urgency: facts.urgency(),
            young: facts.young,
            household: told_apart.household(facts),
        }
    }
}

/// Tries answers and notes what comes of them.
pub(super) struct Search<'c> {
    catalogue: &'c Catalogue,
    town: &'c Directory,
    today: Date,
    answers: Vec<Vec<Answer>>,
    found: Cases,
}

impl<'c> Search<'c> {
    pub fn new(
        catalogue: &'c Catalogue,
        town: &'c Directory,
        today: Date,
        mut found: Cases,
    ) -> Self {
        found.seen.idle = conditions(catalogue);
        let answers = catalogue.questions.iter().map(answers_to).collect();
        Self { catalogue, town, today, answers, found }
    }

    /// Tries two ways together; one way is paired with itself.
    fn pair(&mut self, (first, second): (usize, usize)) {
        let (one, other) = (&self.found.ways[first], &self.found.ways[second]);
        if first != second && one.need() == other.need() {
            return;
        }
        let forced = forced(&[one, other]);
        let asked = self.try_all(&forced);
        self.found.asked.insert((first, second), asked);
    }

    /// Tries every answer to what is not forced.
    pub fn try_all(&mut self, forced: &[(usize, Answer)]) -> Asked {
        let answers = std::mem::take(&mut self.answers);
        let mut asked = Asked::default();
        self.follow(Walk::new(self.catalogue, self.town, self.today), forced, &answers, &mut asked);
        self.answers = answers;
        asked
    }

    /// Answers what is asked next in every way.
    fn follow<'a>(
        &mut self,
        mut walk: Walk<'a>,
        forced: &'a [(usize, Answer)],
        answers: &'a [Vec<Answer>],
        asked: &mut Asked,
    ) where
        'c: 'a,
    {
        let Some(question) = walk.asks() else { return self.end(&walk, asked) };
        let at = self.place(question);
        asked.add(at);
        let own = forced.iter().find(|(known, _)| *known == at).map(|(_, answer)| answer);
        let answers_here = own.map_or(answers[at].as_slice(), std::slice::from_ref);
        let Some((last, others)) = answers_here.split_last() else { return };
        for answer in others {
            let mut branch = walk.clone();
            if branch.take(answer) {
                self.follow(branch, forced, answers, asked);
            }
        }
        if walk.take(last) {
            self.follow(walk, forced, answers, asked);
        }
    }

    fn place(&self, question: &Question) -> usize {
        let known = |other: &Question| other.id == question.id && other.who == question.who;
        self.catalogue.questions.iter().position(known).unwrap_or_default()
    }

    fn end(&mut self, walk: &Walk<'_>, asked: &mut Asked) {
        let facts = &walk.facts;
        self.found.tried += 1;
        // Whoever chooses from a list is asked for the *wijk* as well.
        let wijk =
            self.catalogue.questions.iter().position(|q| q.kind == crate::domain::Kind::Wijk);
        wijk.into_iter().for_each(|at| asked.add(at));
        asked.most = asked.most.max(facts.given.len() + usize::from(wijk.is_some()));
        self.found.seen.idle.retain(|(_, part)| !part.holds(facts));
        let class = Class::of(self.catalogue, facts, &self.found.told_apart);
        if self.found.index.contains_key(&class) {
            return;
        }
        for (question, _) in &facts.given {
            self.found.seen.questions.insert(self.place(question));
        }
        let seen = &mut self.found.seen;
        seen.flags.extend(class.flags.iter().map(|flag| usize::from(*flag)));
        for (need, helps) in &class.needs {
            let need = usize::from(*need);
            seen.needs.insert(need);
            seen.helps.extend(helps.iter().map(|place| (need, usize::from(*place))));
        }
        let mut example = Answers::default();
        for (question, answer) in &facts.given {
            example.set(question.who, question.id.clone(), (*answer).clone());
        }
        self.found.examples.push(example);
        self.found.index.insert(class, self.found.examples.len() - 1);
    }
}

/// Every part of every condition, with where it stands.
fn conditions(catalogue: &Catalogue) -> Vec<(String, Condition)> {
    let questions =
        catalogue.questions.iter().map(|question| (question.words_key(), &question.when));
    let helps = catalogue.needs.iter().flat_map(|need| {
        need.helps.iter().map(move |help| (format!("{} van {}", help.route, need.id), &help.when))
    });
    questions
        .chain(helps)
        .flat_map(|(at, when)| {
            when.leaves().into_iter().map(move |leaf| (at.clone(), leaf.clone()))
        })
        .filter(|(_, leaf)| *leaf != Condition::Always)
        .collect()
}
