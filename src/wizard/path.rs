//! The screens that follow from the answers, in order: questions, with the lines
//! for danger right after the answer that called for them, and the advice.

use crate::domain::*;

pub(super) struct Path<'a> {
    steps: Vec<Step<'a>>,
    pub(super) facts: Facts<'a>,
}

#[derive(Clone, Debug)]
pub(super) enum Step<'a> {
    Ask(&'a Question),
    Safety(Vec<&'a Flag>),
    Advice,
}

impl Step<'_> {
    /// Whether it is about where people live and who helps there.
    pub(super) fn needs_rest(&self) -> bool {
        match self {
            Self::Ask(question) => matches!(question.kind, Kind::Place | Kind::Wijk),
            Self::Safety(_) => false,
            Self::Advice => true,
        }
    }
}

impl<'a> Path<'a> {
    pub(super) fn of(journey: Journey<'a>) -> Self {
        let facts = journey.facts;
        let mut steps = Vec::new();
        let mut raised: Vec<&Flag> = Vec::new();
        for (question, answer) in &facts.given {
            steps.push(Step::Ask(question));
            let new: Vec<&'a Flag> = facts
                .flags
                .iter()
                .filter(|flag| !raised.iter().any(|known| known.id == flag.id))
                .filter(|flag| {
                    let mut choices = question.counting(answer);
                    choices.any(|choice| choice.flag.as_ref() == Some(&flag.id))
                })
                .copied()
                .collect();
            if !new.is_empty() {
                raised.extend(&new);
                steps.push(Step::Safety(new));
            }
        }
        steps.push(match journey.stop {
            Stop::Asking(question) => Step::Ask(question),
            Stop::Ready => Step::Advice,
        });
        Self { steps, facts }
    }

    /// The furthest step the answers lead to.
    pub(super) fn last(&self) -> usize {
        self.steps.len() - 1
    }

    pub(super) fn step(&self, step: usize) -> Step<'a> {
        self.steps.get(step).cloned().unwrap_or(Step::Advice)
    }

    /// The first step from `start` that shows something new: lines for a flag that
    /// had not come up before, or the end.
    pub(super) fn first_new(&self, start: usize, known: &[FlagId]) -> usize {
        let new = |step: &Step<'_>| match step {
            Step::Safety(flags) => flags.iter().any(|flag| !known.contains(&flag.id)),
            Step::Ask(_) | Step::Advice => false,
        };
        let found = self.steps.iter().skip(start).position(new).map(|offset| start + offset);
        found.unwrap_or(self.last())
    }

    pub(super) fn position(&self, who: Who, id: &QuestionId) -> Option<usize> {
        self.steps.iter().position(
            |step| matches!(step, Step::Ask(question) if question.who == who && question.id == *id),
        )
    }

    pub(super) fn given(&self, question: &Question) -> Option<&'a Answer> {
        let same = |asked: &Question| asked.who == question.who && asked.id == question.id;
        self.facts.given.iter().find(|(asked, _)| same(asked)).map(|(_, answer)| *answer)
    }

    /// The *wijken* a question offers: those left open before it was answered.
    pub(super) fn wijken(&self, question: &Question, directory: &'a Directory) -> Vec<&'a Wijk> {
        if question.kind != Kind::Wijk {
            return Vec::new();
        }
        directory.offered(self.facts.given.iter().map(|(_, answer)| *answer))
    }

    pub(super) fn flags(&self) -> Vec<FlagId> {
        self.facts.flags.iter().map(|flag| flag.id.clone()).collect()
    }
}
