//! The answers in a few plain sentences, for whoever helps: told once, by who it is about;
//! or what somebody wrote instead.

use super::Telling;
use crate::content::Bundle;
use crate::domain::{Answer, Choice, Facts, Kind, Need, NeedId, Place, Question, Where, Who};
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

/// So many sentences about what is going on are said before somebody else speaks.
const LONGEST_OPENING: usize = 3;

/// What was answered, as the resident would tell it, beginning as a conversation does. They
/// may ask for somebody else, so an age and a place are told of nobody in particular.
pub(super) fn story(facts: &Facts<'_>, bundle: &Bundle) -> String {
    let mut sentences = opening(facts, bundle);
    for given in facts.given.iter().skip(1) {
        for sentence in told(given, facts, bundle, &|_| true) {
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        }
    }
    sentences.push(bundle.texts.story_end().to_owned());
    sentences.join("\n")
}

/// What somebody says first, at a desk, on the phone or in a mail: what they came for, what was
/// asked about that, and how old whoever it is about is. Of danger only where it is all there is.
pub(super) fn opening(facts: &Facts<'_>, bundle: &Bundle) -> Vec<String> {
    let needs: Vec<&Need> = facts.telling_needs().collect();
    let counts = |choice: &Choice, safe: bool| {
        let known = |id: &NeedId| needs.iter().any(|need| need.id == *id);
        (!safe || choice.flag.is_none()) && choice.need.as_ref().is_none_or(known)
    };
    let mut sentences: Vec<String> = Vec::new();
    // Of one need also what was asked about it first.
    let kinds = [(Kind::Many, LONGEST_OPENING), (Kind::One, 2)];
    for safe in [true, false] {
        if !sentences.is_empty() {
            break;
        }
        for (kind, longest) in kinds {
            for given in facts.given.iter().skip(1).filter(|(question, _)| question.kind == kind) {
                for sentence in told(given, facts, bundle, &|choice| counts(choice, safe)) {
                    if sentences.len() < longest && !sentences.contains(&sentence) {
                        sentences.push(sentence);
                    }
                }
            }
        }
    }
    // What it is about in general is told only if nothing more is known.
    if sentences.is_empty() {
        sentences = topics(facts, bundle);
        sentences.truncate(LONGEST_OPENING);
    }
    for given in &facts.given {
        if matches!(given.0.kind, Kind::ChildAge | Kind::Age) {
            sentences.extend(told(given, facts, bundle, &|_| true));
        }
    }
    sentences
}

fn topics(facts: &Facts<'_>, bundle: &Bundle) -> Vec<String> {
    let Some((question, answer)) = facts.given.first() else { return Vec::new() };
    let key = question.words_key();
    let words = bundle.words.questions.get(&key);
    let chosen = question.choices.iter().filter(|choice| answer.holds(&choice.id));
    let told = chosen.map(|choice| {
        let own = words.and_then(|words| words.story.get(&choice.id)).cloned();
        own.unwrap_or_else(|| bundle.texts.story_topic(bundle.words.choice(&key, choice)))
    });
    told.collect()
}

/// What an answer tells, of those choices that fit.
fn told(
    (question, answer): &(&Question, &Answer),
    facts: &Facts<'_>,
    bundle: &Bundle,
    fits: &dyn Fn(&Choice) -> bool,
) -> Vec<String> {
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
            let told = chosen.filter(|choice| fits(choice)).filter_map(|choice| {
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
