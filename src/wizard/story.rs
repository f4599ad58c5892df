//! The answers in a few plain sentences, for whoever helps: told once, by who it is about;
//! or what somebody wrote instead.

use super::Telling;
use crate::content::Bundle;
use crate::domain::{Answer, Facts, Place, Question, Where, Who};
use serde::{Deserialize, Serialize};

/// Whose words a story is in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Story {
    /// Those of the answers.
    #[default]
    Made,
    /// Those of whoever wrote it.
    Written(Written),
    /// Those of the answers again; this was written, and is not lost.
    Replaced(Written),
}

/// What somebody made of a story, and from which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Written {
    text: String,
    /// What the answers told at that moment.
    from: String,
}

impl Story {
    /// It was changed by hand, when the answers told this.
    pub(super) fn write(&mut self, text: String, from: String) {
        *self = Self::Written(Written { text, from });
    }

    /// From the answers again, or back to what was written.
    pub(super) fn reset(&mut self) {
        *self = match std::mem::take(self) {
            Self::Made => Self::Made,
            Self::Written(written) => Self::Replaced(written),
            Self::Replaced(written) => Self::Written(written),
        };
    }

    /// What somebody wrote, if that is what it says.
    pub(super) fn written(&self) -> Option<&str> {
        match self {
            Self::Written(written) => Some(&written.text),
            Self::Made | Self::Replaced(_) => None,
        }
    }

    /// Where it comes from, now that the answers tell this.
    pub(super) fn telling(&self, made: &str) -> Telling {
        match self {
            Self::Made => Telling::Made,
            Self::Replaced(_) => Telling::Replaced,
            Self::Written(written) if written.from == made => Telling::Written,
            Self::Written(_) => Telling::Older,
        }
    }
}

/// What was answered, as the resident would tell it. They may ask for somebody else, so an
/// age and a place are told of nobody in particular.
pub(super) fn story(facts: &Facts<'_>, bundle: &Bundle) -> String {
    let mut sentences: Vec<String> = Vec::new();
    let mut known = false;
    for (question, answer) in facts.given.iter().skip(1) {
        for sentence in told(question, answer, facts, bundle) {
            known |= matches!(answer, Answer::Many(_));
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        }
    }
    // What it is about in general is told only if nothing more is known.
    if !known && let Some((question, answer)) = facts.given.first() {
        let key = question.words_key();
        let chosen = question.choices.iter().filter(|choice| answer.holds(&choice.id));
        let about = chosen.map(|choice| {
            let own =
                bundle.words.questions.get(&key).and_then(|words| words.story.get(&choice.id));
            own.cloned()
                .unwrap_or_else(|| bundle.texts.story_topic(bundle.words.choice(&key, choice)))
        });
        sentences.splice(0..0, about);
    }
    sentences.push(bundle.texts.story_end().to_owned());
    sentences.join("\n")
}

fn told(question: &Question, answer: &Answer, facts: &Facts<'_>, bundle: &Bundle) -> Vec<String> {
    match answer {
        Answer::Skipped => Vec::new(),
        Answer::Age(age) => {
            let texts = &bundle.texts;
            let age = texts.age(*age);
            vec![match question.who {
                Who::Person(1) => texts.story_child_age(age),
                _ => texts.story_age(age),
            }]
        }
        Answer::Place(place) => vec![lives(*place, facts, bundle)],
        Answer::One(_) | Answer::Many(_) => {
            let key = question.words_key();
            let words = bundle.words.questions.get(&key);
            let chosen = question.choices.iter().filter(|choice| answer.holds(&choice.id));
            let told = chosen.filter_map(|choice| {
                let own = words.and_then(|words| words.story.get(&choice.id));
                let need = || {
                    choice.need.as_ref()?;
                    Some(format!("{}.", bundle.words.choice(&key, choice)))
                };
                own.cloned().or_else(need)
            });
            told.collect()
        }
    }
}

fn lives(place: Place, facts: &Facts<'_>, bundle: &Bundle) -> String {
    let (texts, directory) = (&bundle.texts, &bundle.directory);
    let town = &directory.municipality.name;
    let wijk = match &facts.place {
        Where::In(wijken) if wijken.len() == 1 => directory.wijk(wijken[0]),
        _ => None,
    };
    match (place, wijk) {
        (Place::Elsewhere, _) => texts.story_elsewhere().to_owned(),
        (Place::NoFixedAddress, _) => texts.story_no_address().to_owned(),
        (_, Some(wijk)) => texts.story_wijk(town, &wijk.name),
        (Place::Postcode(postcode), None) => texts.story_postcode(&postcode.to_string()),
        (Place::FromList, None) => texts.story_town(town),
    }
}
