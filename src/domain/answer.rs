//! What somebody answered. This is all a visit remembers; the rest is derived.

use super::{ChoiceId, Place, QuestionId, Table};
use serde::{Deserialize, Serialize};

/// About whom a question is: the whole household, or one person in it.
///
/// Person 0 is the grown-up who asks, person 1 the child the question is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// Everybody under one roof.
    #[default]
    Household,
    /// One person, counted from 0.
    Person(u8),
}

/// One answer to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// One choice out of several.
    One(ChoiceId),
    /// At least one choice out of several.
    Many(Choices),
    /// Where somebody lives.
    Place(Place),
    /// How old somebody is, as coarsely as routing needs it.
    Age(AgeGroup),
    /// "Ik weet het niet" or "Liever niet zeggen": both are an answer.
    Skipped,
}

impl Answer {
    /// Whether this answer holds the given choice.
    pub fn holds(&self, choice: &ChoiceId) -> bool {
        match self {
            Self::One(one) => one == choice,
            Self::Many(many) => many.contains(choice),
            Self::Place(_) | Self::Age(_) | Self::Skipped => false,
        }
    }
}

/// Choices of one question, in the order of their names, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<ChoiceId>")]
pub struct Choices(Vec<ChoiceId>);

impl Choices {
    /// In order.
    pub fn iter(&self) -> impl Iterator<Item = &ChoiceId> {
        self.0.iter()
    }

    /// Whether a choice is one of them.
    pub fn contains(&self, choice: &ChoiceId) -> bool {
        self.place(choice).is_ok()
    }

    /// Where a choice stands, or would.
    fn place(&self, choice: &ChoiceId) -> Result<usize, usize> {
        self.0.binary_search(choice)
    }
}

impl FromIterator<ChoiceId> for Choices {
    fn from_iter<I: IntoIterator<Item = ChoiceId>>(choices: I) -> Self {
        let mut all = Self::default();
        for choice in choices {
            if let Err(place) = all.place(&choice) {
                all.0.insert(place, choice);
            }
        }
        all
    }
}

impl From<Vec<ChoiceId>> for Choices {
    fn from(choices: Vec<ChoiceId>) -> Self {
        choices.into_iter().collect()
    }
}

impl<const N: usize> From<[ChoiceId; N]> for Choices {
    fn from(choices: [ChoiceId; N]) -> Self {
        choices.into_iter().collect()
    }
}

/// Ages as far as the law and the teams tell them apart, in whole years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum AgeGroup {
    /// Youth health care (JGZ) knows every child of this age.
    #[serde(rename = "0-3")]
    From0To3,
    /// Primary school.
    #[serde(rename = "4-11")]
    From4To11,
    /// A parent usually takes part in the talk (Jeugdwet 7.3.4 and 7.3.5).
    #[serde(rename = "12-15")]
    From12To15,
    /// Decides alone on help (Jeugdwet 7.3.4).
    #[serde(rename = "16-17")]
    From16To17,
    /// Grown up for the law; often still with youth teams.
    #[serde(rename = "18-26")]
    From18To26,
    /// Grown up.
    #[serde(rename = "27-66")]
    From27To66,
    /// Of pension age, roughly.
    #[serde(rename = "67+")]
    From67,
}

impl AgeGroup {
    /// From young to old.
    pub const ALL: [Self; 7] = [
        Self::From0To3,
        Self::From4To11,
        Self::From12To15,
        Self::From16To17,
        Self::From18To26,
        Self::From27To66,
        Self::From67,
    ];

    /// The groups a question of this kind offers.
    pub fn of(kind: super::Kind) -> &'static [Self] {
        match kind {
            super::Kind::ChildAge => &Self::ALL[..5],
            _ => &Self::ALL[2..],
        }
    }

    /// The group an age in whole years falls in.
    pub fn of_years(years: u8) -> Self {
        match years {
            0..=3 => Self::From0To3,
            4..=11 => Self::From4To11,
            12..=15 => Self::From12To15,
            16..=17 => Self::From16To17,
            18..=26 => Self::From18To26,
            27..=66 => Self::From27To66,
            67.. => Self::From67,
        }
    }

    /// The youngest and the oldest age in it, in whole years; the last has no end.
    pub fn years(self) -> (u8, Option<u8>) {
        match self {
            Self::From0To3 => (0, Some(3)),
            Self::From4To11 => (4, Some(11)),
            Self::From12To15 => (12, Some(15)),
            Self::From16To17 => (16, Some(17)),
            Self::From18To26 => (18, Some(26)),
            Self::From27To66 => (27, Some(66)),
            Self::From67 => (67, None),
        }
    }

    /// Below 18.
    pub fn is_minor(self) -> bool {
        self < Self::From18To26
    }

    /// The group as it stands in the data: `"12-15"`, `"67+"`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::From0To3 => "0-3",
            Self::From4To11 => "4-11",
            Self::From12To15 => "12-15",
            Self::From16To17 => "16-17",
            Self::From18To26 => "18-26",
            Self::From27To66 => "27-66",
            Self::From67 => "67+",
        }
    }
}

/// The ages of the people of one household, as far as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AgeSet(u8);

impl AgeSet {
    /// Whether nobody's age is known.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Every set there is, the empty one first.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn all() -> impl Iterator<Item = Self> {
        (0..1 << AgeGroup::ALL.len()).map(|set: u8| Self(set))
    }

    /// Whether somebody is of this age.
    pub fn has(self, age: AgeGroup) -> bool {
        self.0 & (1 << age as u8) != 0
    }
}

impl FromIterator<AgeGroup> for AgeSet {
    fn from_iter<I: IntoIterator<Item = AgeGroup>>(ages: I) -> Self {
        Self(ages.into_iter().fold(0, |set, age| set | 1 << age as u8))
    }
}

/// Which question, about whom.
pub type Key = (Who, QuestionId);

/// Everything answered so far. Answers that no longer lie on the path stay here
/// and count for nothing, so that going back costs nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<(Who, QuestionId, Answer)>", into = "Vec<(Who, QuestionId, Answer)>")]
pub struct Answers(Table<Key, Answer>);

impl Answers {
    /// The answer to a question about somebody, if there is one.
    pub fn get(&self, who: Who, question: &QuestionId) -> Option<&Answer> {
        self.0.get(&(who, question.clone()))
    }

    /// Remembers an answer in place of an earlier one.
    pub fn set(&mut self, who: Who, question: QuestionId, answer: Answer) {
        self.0.insert((who, question), answer);
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Vec<(Who, QuestionId, Answer)>> for Answers {
    fn from(list: Vec<(Who, QuestionId, Answer)>) -> Self {
        Self(list.into_iter().map(|(who, question, answer)| ((who, question), answer)).collect())
    }
}

impl From<Answers> for Vec<(Who, QuestionId, Answer)> {
    fn from(answers: Answers) -> Self {
        answers.0.into_iter().map(|((who, question), answer)| (who, question, answer)).collect()
    }
}
