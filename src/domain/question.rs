//! A question, what can be chosen, and which answers fit it.
//!
//! Absent: when it is asked (`journey`), how it is put to somebody (`words`).

use super::{Answer, ChoiceId, Condition, Directory, FlagId, LifeDomain, NeedId, Place};
use super::{QuestionId, Urgency, Who};
use serde::{Deserialize, Serialize};

/// One question, asked on one screen.
///
/// None has to be answered: every kind takes [`Answer::Skipped`] and goes on to the next,
/// whatever the data say, so there is nothing to check there. On the first screen there is
/// no button for it; there a choice of the data says "ik weet het niet".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its name; together with `who` it is unique.
    pub id: QuestionId,
    /// About whom it is asked.
    #[serde(default)]
    pub who: Who,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// When it is asked.
    #[serde(default)]
    pub when: Condition,
    /// The choice that "Ik weet het niet" comes down to, for what is at stake: whoever does
    /// not know where to sleep is helped like who has no bed. Absent: none.
    #[serde(default)]
    pub skipped: Option<ChoiceId>,
    /// What can be chosen; for `one` and `many` only.
    #[serde(default)]
    pub choices: Vec<Choice>,
}

impl Question {
    /// Whether an answer fits this question, after what was answered before it: from a
    /// screen, from a file, or remembered since the data were others. Nothing else says so.
    pub fn takes(
        &self,
        answer: &Answer,
        directory: &Directory,
        given: &[(&Self, &Answer)],
    ) -> bool {
        match (self.kind, answer) {
            (_, Answer::Skipped) => true,
            (Kind::One, Answer::One(id)) => self.choices.iter().any(|choice| choice.id == *id),
            // What is chosen beside it and is not there any more counts for nothing.
            (Kind::Many, Answer::Many(ids)) => {
                self.choices.iter().any(|choice| ids.contains(&choice.id))
            }
            // A file may say the age of a child where a screen offers those of who asks.
            (Kind::Age | Kind::ChildAge, Answer::Age(_)) => true,
            (Kind::Place, Answer::Place(Place::Postcode(postcode))) => {
                directory.wijken_of(*postcode).is_some()
            }
            (Kind::Place, Answer::Place(_)) => true,
            (Kind::Wijk, Answer::One(code)) => {
                let offered = directory.offered(given.iter().map(|(_, answer)| *answer));
                offered.iter().any(|wijk| wijk.code.as_str() == code.as_str())
            }
            _ => false,
        }
    }

    /// The choices that count after an answer.
    pub fn counting<'q>(&'q self, answer: &Answer) -> impl Iterator<Item = &'q Choice> {
        self.choices.iter().filter(move |choice| match answer {
            Answer::Skipped => self.skipped.as_ref() == Some(&choice.id),
            answer => answer.holds(&choice.id),
        })
    }

    /// The name its words are filed under: `age`, or `age@1` about person 1.
    pub fn words_key(&self) -> String {
        match self.who {
            Who::Household | Who::Person(0) => self.id.as_str().to_owned(),
            Who::Person(n) => {
                let mut key = self.id.as_str().to_owned();
                key.push('@');
                key.push(char::from(b'0' + n % 10));
                key
            }
        }
    }
}

/// The kinds of question there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One of the choices.
    One,
    /// One or more of the choices.
    Many,
    /// An age group of a grown-up.
    Age,
    /// An age group of a child.
    ChildAge,
    /// A postcode, or one of the ways around it.
    Place,
    /// A *wijk* out of those the postcode leaves open; asked only if teams differ.
    Wijk,
}

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its name within the question.
    pub id: ChoiceId,
    /// Puts this need in play.
    #[serde(default)]
    pub need: Option<NeedId>,
    /// Raises this flag.
    #[serde(default)]
    pub flag: Option<FlagId>,
    /// Somebody should be in touch at least this soon.
    #[serde(default)]
    pub urgency: Urgency,
    /// Touches these parts of life, whatever the need is.
    #[serde(default)]
    pub domains: Vec<LifeDomain>,
    /// Says that whoever asks is under 18.
    #[serde(default)]
    pub young: bool,
    /// A picture from the set of pictograms, for decoration only.
    #[serde(default)]
    pub pictogram: Option<String>,
}
