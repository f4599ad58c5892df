//! The ways from the first screen to what people need, and what can be answered on them.

use crate::domain::{
    AgeGroup, Answer, Catalogue, ChoiceId, Condition, Facts, Kind, Question, Walk,
};
use std::collections::BTreeMap;

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

/// Every answer a question takes that is not forced: each choice, and none.
pub fn answers_to(question: &Question) -> Vec<Answer> {
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
    let mut below: BTreeMap<usize, Vec<ChoiceId>> = BTreeMap::new();
    for way in ways {
        below.entry(way.question).or_default().push(way.choice.clone());
    }
    let below = below.into_iter().map(|(at, choices)| (at, Answer::Many(choices.into())));
    [(0, Answer::Many(topics))].into_iter().chain(below).collect()
}

/// Everything that can come of a walk: each answer to what is not forced is tried.
pub fn each_end(
    walk: Walk<'_>,
    catalogue: &Catalogue,
    forced: &[(usize, Answer)],
    end: &mut dyn FnMut(&Facts<'_>),
) {
    let answers: Vec<Vec<Answer>> = catalogue.questions.iter().map(answers_to).collect();
    follow(walk, catalogue, forced, &answers, end);
}

fn follow<'a>(
    mut walk: Walk<'a>,
    catalogue: &Catalogue,
    forced: &'a [(usize, Answer)],
    answers: &'a [Vec<Answer>],
    end: &mut dyn FnMut(&Facts<'_>),
) {
    let Some(question) = walk.asks() else { return end(&walk.facts) };
    let known = |other: &Question| other.id == question.id && other.who == question.who;
    let at = catalogue.questions.iter().position(known).unwrap_or_default();
    let own = forced.iter().find(|(place, _)| *place == at).map(|(_, answer)| answer);
    for answer in own.map_or(answers[at].as_slice(), std::slice::from_ref) {
        let mut branch = walk.clone();
        if branch.take(answer) {
            follow(branch, catalogue, forced, answers, end);
        }
    }
}
