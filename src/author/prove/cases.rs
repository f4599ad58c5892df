//! What people can answer: every need on its own, by every way that leads to it, and
//! every two of them together, with every combination of the questions that follow.

use super::report::{Kind, Report};
use crate::domain::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Most questions for one need.
const MOST_FOR_ONE: usize = 8;
/// Most questions for three needs together.
const MOST_FOR_THREE: usize = 12;
/// Threes of needs of which all answers are tried.
const MOST_DOUBTFUL: usize = 2_000;

/// A way from the first screen to a need: two choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The choice on the first screen.
    topic: ChoiceId,
    /// The question it leads to, by its place in the catalogue.
    question: usize,
    /// The choice there.
    choice: ChoiceId,
    /// The need, by its place in the catalogue.
    need: usize,
}

/// What decides an advice, apart from place and day: the needs that count with the help
/// that fits each, and the flags; all by their place in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Class {
    needs: Vec<(u16, u32)>,
    flags: Vec<u16>,
}

/// Every class of answers, each with an example.
pub(super) struct Cases {
    /// The ways to all needs.
    pub ways: Vec<Way>,
    /// Each class with answers that lead to it.
    pub examples: Vec<Answers>,
    /// The place of each class in the examples.
    pub index: HashMap<Class, usize>,
    /// Combinations of answers that were tried.
    pub tried: u64,
    /// Questions a way alone, or two ways together, may be asked; by the places of the ways.
    asked: HashMap<(usize, usize), Asked>,
    seen: Seen,
}

/// The questions that may be asked in some case, as one bit each, and the most at once.
#[derive(Clone, Copy, Default)]
struct Asked {
    questions: u64,
    most: usize,
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
        let mut all: Vec<(usize, usize)> = Vec::new();
        for first in 0..ways.len() {
            all.extend((first..ways.len()).map(|second| (first, second)));
        }
        let Some(town) = towns.first() else { return Self::none(ways) };
        // Every core gets pairs from everywhere, so that none waits for another.
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let hands: Vec<Vec<(usize, usize)>> = (0..cores)
            .map(|core| all.iter().skip(core).step_by(cores).copied().collect())
            .collect();
        let parts = super::on_every_core(&hands, |hands| {
            let mut search = Search::new(catalogue, town, today, &ways);
            hands.iter().flatten().for_each(|pair| search.pair(*pair));
            search.found
        });
        parts.into_iter().reduce(Self::join).unwrap_or_else(|| Self::none(ways))
    }

    fn none(ways: Vec<Way>) -> Self {
        Self {
            ways,
            examples: Vec::new(),
            index: HashMap::new(),
            tried: 0,
            asked: HashMap::new(),
            seen: Seen::default(),
        }
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
            self.judge_length(catalogue, town, today, report);
        }
    }

    fn judge_length(
        &self,
        catalogue: &Catalogue,
        town: &Directory,
        today: Date,
        report: &mut Report,
    ) {
        let name = |way: usize| &catalogue.needs[self.ways[way].need].id;
        for way in 0..self.ways.len() {
            let most = self.asked(way, way).most;
            report.most_for_one = report.most_for_one.max(most);
            if most > MOST_FOR_ONE {
                report.add(Kind::TooLong, format!("{most} vragen bij {}", name(way)));
            }
        }
        // Whatever is asked with three needs is asked with two of them; where those
        // together are too many, all answers to the three are tried.
        let mut doubtful: Vec<[usize; 3]> = Vec::new();
        for first in 0..self.ways.len() {
            for second in first + 1..self.ways.len() {
                let two = self.asked(first, second).questions;
                for third in second + 1..self.ways.len() {
                    let rest =
                        self.asked(first, third).questions | self.asked(second, third).questions;
                    let most = (two | rest).count_ones() as usize;
                    if most <= MOST_FOR_THREE {
                        report.most_for_three = report.most_for_three.max(most);
                    } else if doubtful.len() < MOST_DOUBTFUL {
                        doubtful.push([first, second, third]);
                    } else {
                        let name = name(first);
                        report.add(Kind::TooLong, format!("te veel om na te gaan bij {name}"));
                    }
                }
            }
        }
        let longest = super::on_every_core(&doubtful, |triples| {
            let mut search = Search::new(catalogue, town, today, &self.ways);
            let longest = |triple: &[usize; 3]| {
                let ways = triple.map(|way| &self.ways[way]);
                search.try_all(&forced(&ways)).most
            };
            triples.iter().map(longest).collect::<Vec<usize>>()
        });
        for (triple, most) in doubtful.iter().zip(longest.into_iter().flatten()) {
            report.most_for_three = report.most_for_three.max(most);
            if most > MOST_FOR_THREE {
                let names = triple.map(|way| name(way).as_str()).join(", ");
                report.add(Kind::TooLong, format!("{most} vragen bij {names}"));
            }
        }
    }

    fn asked(&self, first: usize, second: usize) -> Asked {
        self.asked.get(&(first, second)).copied().unwrap_or_default()
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

/// Every way from the first screen to a need.
pub fn ways(catalogue: &Catalogue) -> Vec<Way> {
    let Some(first) = catalogue.questions.first() else { return Vec::new() };
    let mut ways = Vec::new();
    for topic in &first.choices {
        let leads = Condition::Chose(first.id.clone(), topic.id.clone());
        let below = catalogue.questions.iter().enumerate().skip(1);
        for (at, question) in below.filter(|(_, question)| question.when == leads) {
            for choice in &question.choices {
                let need = choice.need.as_ref();
                let place = catalogue.needs.iter().position(|known| Some(&known.id) == need);
                if let Some(need) = place {
                    ways.push(Way {
                        topic: topic.id.clone(),
                        question: at,
                        choice: choice.id.clone(),
                        need,
                    });
                }
            }
        }
    }
    ways
}

impl Way {
    /// The need it leads to.
    pub fn need(&self) -> usize {
        self.need
    }
}

impl Class {
    /// What decides an advice about these facts.
    pub fn of(catalogue: &Catalogue, facts: &Facts<'_>) -> Self {
        let needs = facts.telling_needs().map(|need| {
            let at = catalogue.needs.iter().position(|known| known.id == need.id);
            let helps = need.helps.iter().enumerate();
            let fits = helps.filter(|(_, help)| help.when.holds(facts));
            (at.unwrap_or_default() as u16, fits.fold(0, |mask, (place, _)| mask | 1 << place))
        });
        let flags = facts.flags.iter().map(|flag| {
            let at = catalogue.flags.iter().position(|known| known.id == flag.id);
            at.unwrap_or_default() as u16
        });
        Self { needs: needs.collect(), flags: flags.collect() }
    }
}

/// Every answer a question takes that is not forced: each choice, and none.
pub fn answers_to(question: &Question) -> Vec<Answer> {
    use crate::domain::Kind;
    let choices = || question.choices.iter().map(|choice| choice.id.clone());
    let mut answers: Vec<Answer> = match question.kind {
        Kind::One => choices().map(Answer::One).collect(),
        Kind::Many => choices().map(|choice| Answer::Many([choice].into())).collect(),
        Kind::Age | Kind::ChildAge => {
            AgeGroup::of(question.kind).iter().map(|age| Answer::Age(*age)).collect()
        }
        // Where it is decides nothing about the answers.
        Kind::Place | Kind::Wijk => Vec::new(),
    };
    answers.push(Answer::Skipped);
    answers
}

/// The answers that some ways force on the first screen and below it, by the place of the
/// question in the catalogue.
pub fn forced(ways: &[&Way]) -> Vec<(usize, Answer)> {
    let topics = ways.iter().map(|way| way.topic.clone()).collect();
    let mut below: BTreeMap<usize, BTreeSet<ChoiceId>> = BTreeMap::new();
    for way in ways {
        below.entry(way.question).or_default().insert(way.choice.clone());
    }
    let below = below.into_iter().map(|(at, choices)| (at, Answer::Many(choices)));
    [(0, Answer::Many(topics))].into_iter().chain(below).collect()
}

struct Search<'c> {
    catalogue: &'c Catalogue,
    town: &'c Directory,
    today: Date,
    answers: Vec<Vec<Answer>>,
    found: Cases,
}

impl<'c> Search<'c> {
    fn new(catalogue: &'c Catalogue, town: &'c Directory, today: Date, ways: &[Way]) -> Self {
        let mut found = Cases::none(ways.to_vec());
        found.seen.idle = conditions(catalogue);
        let answers = catalogue.questions.iter().map(answers_to).collect();
        Self { catalogue, town, today, answers, found }
    }

    /// Tries two ways together; one way is paired with itself.
    fn pair(&mut self, (first, second): (usize, usize)) {
        let (one, other) = (&self.found.ways[first], &self.found.ways[second]);
        if first != second && one.need == other.need {
            return;
        }
        let forced = forced(&[one, other]);
        let asked = self.try_all(&forced);
        self.found.asked.insert((first, second), asked);
    }

    /// Tries every answer to what is not forced.
    fn try_all(&mut self, forced: &[(usize, Answer)]) -> Asked {
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
        asked.questions |= 1 << at;
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
        asked.questions |= wijk.map_or(0, |at| 1 << at);
        asked.most = asked.most.max(facts.given.len() + usize::from(wijk.is_some()));
        self.found.seen.idle.retain(|(_, part)| !part.holds(facts));
        let class = Class::of(self.catalogue, facts);
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
            seen.helps
                .extend((0..32).filter(|place| helps >> place & 1 == 1).map(|place| (need, place)));
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
