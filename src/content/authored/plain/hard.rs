//! Words that are hard to read: jargon, abbreviations and what is seldom used.

use super::explained::explained;
use super::names::Names;
use super::sentence::{Sentence, Word, sentences};
use super::text::Text;
use super::{abbreviation, common, jargon};
use crate::content::authored::spelling::quoted;

/// A hard word that is not explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hard {
    /// The word, as it stands there.
    pub word: String,
    /// Why it is hard and what to do, in Dutch.
    pub message: String,
}

/// The hard words of a text that stands alone.
pub fn hard(said: &str) -> Vec<Hard> {
    of(&Text::new(String::new(), said), &Names::default())
}

/// The hard words of a text, each once.
pub(super) fn of(text: &Text<'_>, names: &Names<'_>) -> Vec<Hard> {
    let mut all: Vec<Hard> = Vec::new();
    for sentence in sentences(text.said) {
        let mut at = 0;
        while at < sentence.words.len() {
            let (found, words) = one(text, &sentence, at, names);
            all.extend(found.filter(|found| !all.iter().any(|known| known.word == found.word)));
            at += words;
        }
    }
    all
}

/// What is hard about the word at a place, and how many words that takes.
fn one(
    text: &Text<'_>,
    sentence: &Sentence<'_>,
    at: usize,
    names: &Names<'_>,
) -> (Option<Hard>, usize) {
    let word = &sentence.words[at];
    if let Some((plain, words)) = jargon::at(sentence, at) {
        let last = &sentence.words[at + words - 1];
        let said = &text.said[word.start..last.end()];
        let same = |other: &str| jargon::holds(other, plain);
        let known = explained(text, word.start, last.end(), same);
        return ((!known).then(|| jargon(said, plain)), words);
    }
    let same = |other: &str| holds(other, word);
    let (said, message) = match abbreviation::of(word, text.said) {
        Some((short, long)) => (short, abbreviated(short, long)),
        None if common::is_common(word, names) => return (None, 1),
        None => (word.said, rare(word.said)),
    };
    let known = explained(text, word.start, word.start + said.len(), same);
    ((!known).then(|| Hard { word: said.to_owned(), message }), 1)
}

/// Whether a text holds the same word.
fn holds(text: &str, word: &Word<'_>) -> bool {
    let all = sentences(text);
    let mut words = all.iter().flat_map(|sentence| &sentence.words);
    words.any(|other| other.said.to_lowercase() == word.said.to_lowercase())
}

fn jargon(said: &str, plain: &str) -> Hard {
    Hard {
        word: said.to_owned(),
        message: format!(
            "{} is vaktaal; zeg {}, of leg het hier uit, zoals \"{plain} ({said})\"",
            quoted(said),
            quoted(plain)
        ),
    }
}

fn abbreviated(said: &str, long: Option<&str>) -> String {
    let said = quoted(said);
    match long {
        None => format!(
            "{said} is een afkorting; schrijf de woorden uit, of leg het hier uit tussen haakjes"
        ),
        Some(long) => format!(
            "{said} is een afkorting; schrijf {}, of leg het hier uit tussen haakjes",
            quoted(long)
        ),
    }
}

fn rare(said: &str) -> String {
    format!(
        "{} kent niet iedereen; neem een gewoner woord, leg het hier uit tussen haakjes, of zet het met de reden in catalogue/plain.nl.json",
        quoted(said)
    )
}
