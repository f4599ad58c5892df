//! The answers in a few plain sentences, for whoever helps: told once, by who it is about;
//! or what somebody wrote instead.

use super::Telling;
use crate::content::Bundle;
use crate::domain::{Answer, Choice, Facts, Kind, Need, Place, Question, Where, Who};
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
    let all = facts.given.iter().skip(1);
    for sentence in all.flat_map(|given| told(given, facts, bundle, |_| true)) {
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences.push(bundle.texts.story_end().to_owned());
    sentences.join("\n")
}

/// What somebody says first, at a desk, on the phone or in a mail: what they came for, what was
/// asked about that, and how old whoever it is about is. Of danger only where it is all there is.
pub(super) fn opening(facts: &Facts<'_>, bundle: &Bundle) -> Vec<String> {
    let needs: Vec<&Need> = facts.telling_needs().collect();
    let counts = |choice: &Choice| {
        choice.need.as_ref().is_none_or(|id| needs.iter().any(|need| need.id == *id))
    };
    let of = |kind: Kind, safe: bool| {
        let asked = facts.given.iter().skip(1).filter(move |(question, _)| question.kind == kind);
        let fits = move |choice: &Choice| counts(choice) && (!safe || choice.flag.is_none());
        asked.flat_map(move |given| told(given, facts, bundle, fits))
    };
    let mut about: Vec<String> = Vec::new();
    for safe in [true, false] {
        // Of one need also what was asked about it first.
        for (kind, most) in [(Kind::Many, LONGEST_OPENING), (Kind::One, 2)] {
            for sentence in of(kind, safe) {
                if !about.contains(&sentence) && about.len() < most {
                    about.push(sentence);
                }
            }
        }
        if !about.is_empty() {
            break;
        }
    }
    // What it is about in general is told only if nothing more is known.
    if about.is_empty() {
        about.extend(topics(facts, bundle).into_iter().take(LONGEST_OPENING));
    }
    about.into_iter().chain(of(Kind::ChildAge, true)).chain(of(Kind::Age, true)).collect()
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
    fits: impl Fn(&Choice) -> bool,
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
