//! When a question is asked and when a kind of help fits: a closed vocabulary,
//! so that every condition can be shown, checked and tried out.

use super::{AgeGroup, ChoiceId, Facts, NeedId, QuestionId, Who};
use serde::{Deserialize, Serialize};

/// A test on what was answered. In the data: `{"chose": ["letters", "yes"]}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// Holds for everybody.
    #[default]
    Always,
    /// All of these hold.
    All(Vec<Condition>),
    /// At least one of these holds.
    Any(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
    /// This choice was made in this question, about whomever it was asked.
    Chose(QuestionId, ChoiceId),
    /// This need is in play.
    Needs(NeedId),
    /// At most this many needs are in play: what only tunes one of many is not asked.
    NeedsAtMost(u8),
    /// Whoever asks is under 18.
    Young,
    /// The person (0: who asks, 1: the child) is in one of these age groups.
    Age(u8, Vec<AgeGroup>),
}

impl Condition {
    /// Whether the condition holds for what is known.
    pub fn holds(&self, facts: &Facts<'_>) -> bool {
        match self {
            Self::Always => true,
            Self::All(all) => all.iter().all(|condition| condition.holds(facts)),
            Self::Any(any) => any.iter().any(|condition| condition.holds(facts)),
            Self::Not(inner) => !inner.holds(facts),
            Self::Chose(question, choice) => facts.chose(question, choice),
            Self::Needs(need) => facts.needs.iter().any(|known| known.id == *need),
            Self::NeedsAtMost(most) => facts.needs.len() <= usize::from(*most),
            Self::Young => facts.young,
            Self::Age(person, groups) => {
                facts.age(Who::Person(*person)).is_some_and(|age| groups.contains(&age))
            }
        }
    }

    /// Every leaf of the condition, in reading order.
    pub fn leaves(&self) -> Vec<&Condition> {
        match self {
            Self::All(inner) | Self::Any(inner) => inner.iter().flat_map(Self::leaves).collect(),
            Self::Not(inner) => inner.leaves(),
            leaf => vec![leaf],
        }
    }
}
