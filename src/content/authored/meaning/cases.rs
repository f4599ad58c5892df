//! Whether at least one of several conditions holds in every case, by trying all
//! cases. The conditions of a need are few, so there are few cases.

use crate::domain::{AgeGroup, Catalogue, Condition, Kind};
use std::collections::BTreeSet;

/// More than this many cases are not tried.
const MOST: usize = 1 << 16;

/// What a condition can turn on, with a value for every case of it.
#[derive(Clone, Copy, PartialEq)]
enum Turn<'c> {
    /// A condition without parts holds (1) or not (0).
    Holds(&'c Condition),
    /// Somebody is in an age group, by its place; past the last: not known.
    Age(u8),
}

impl Turn<'_> {
    fn values(self) -> usize {
        match self {
            Self::Holds(_) => 2,
            Self::Age(_) => AgeGroup::ALL.len() + 1,
        }
    }
}

/// Whether there is a case in which none of these conditions holds.
pub(super) fn none_may_hold(catalogue: &Catalogue, conditions: &[&Condition]) -> bool {
    if conditions.contains(&&Condition::Always) {
        return false;
    }
    let mut turns: Vec<Turn<'_>> = Vec::new();
    for leaf in conditions.iter().flat_map(|condition| condition.leaves()) {
        let turn = match leaf {
            Condition::Age(person, _) => Turn::Age(*person),
            other => Turn::Holds(other),
        };
        if !turns.contains(&turn) {
            turns.push(turn);
        }
    }
    let cases = turns
        .iter()
        .try_fold(1_usize, |cases, turn| cases.checked_mul(turn.values()))
        .filter(|cases| *cases <= MOST);
    let Some(cases) = cases else { return true };
    (0..cases).any(|number| {
        let case = Case::numbered(number, &turns);
        case.is_possible(catalogue) && !conditions.iter().any(|condition| case.holds(condition))
    })
}

/// One way things can be.
struct Case<'c>(Vec<(Turn<'c>, usize)>);

impl<'c> Case<'c> {
    fn numbered(mut number: usize, turns: &[Turn<'c>]) -> Self {
        let mut case = Vec::new();
        for turn in turns {
            case.push((*turn, number % turn.values()));
            number /= turn.values();
        }
        Self(case)
    }

    /// Two choices cannot both be made where only one can.
    fn is_possible(&self, catalogue: &Catalogue) -> bool {
        let mut answered = BTreeSet::new();
        self.0.iter().all(|(turn, value)| match turn {
            Turn::Holds(Condition::Chose(question, _)) if *value == 1 => {
                let mut asked = catalogue.questions.iter().filter(|asked| asked.id == *question);
                let many =
                    asked.clone().count() != 1 || asked.any(|asked| asked.kind == Kind::Many);
                answered.insert(question) || many
            }
            Turn::Holds(Condition::Always) => *value == 1,
            _ => true,
        })
    }

    fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Always => true,
            Condition::All(all) => all.iter().all(|inner| self.holds(inner)),
            Condition::Any(any) => any.iter().any(|inner| self.holds(inner)),
            Condition::Not(inner) => !self.holds(inner),
            Condition::Age(person, groups) => {
                let group = AgeGroup::ALL.get(self.value(Turn::Age(*person)));
                group.is_some_and(|group| groups.contains(group))
            }
            leaf => self.value(Turn::Holds(leaf)) == 1,
        }
    }

    fn value(&self, turn: Turn<'_>) -> usize {
        self.0.iter().find(|(known, _)| *known == turn).map_or(0, |(_, value)| *value)
    }
}
