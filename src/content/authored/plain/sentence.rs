//! A text cut into sentences, and each sentence into words.

use super::abbreviation;

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence<'t> {
    /// As it stands there.
    pub said: &'t str,
    /// Its words.
    pub words: Vec<Word<'t>>,
}

/// One word: without the marks around it, with those inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// As it stands there: "foto’s", "t/m", "9.00".
    pub said: &'t str,
    /// Where it begins in the text.
    pub start: usize,
    /// It begins a sentence, so a capital says nothing.
    pub first: bool,
}

impl Word<'_> {
    /// Where it ends in the text.
    pub fn end(&self) -> usize {
        self.start + self.said.len()
    }
}

/// The sentences of a text. One ends at a full stop, a question mark or an exclamation
/// mark with white space after it, unless the stop belongs to an abbreviation.
pub fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut all = Vec::new();
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for part in text.split_inclusive(char::is_whitespace) {
        let chunk = part.trim_end();
        words.extend(word(chunk, at, words.is_empty()));
        at += part.len();
        if ends_sentence(chunk) && !words.is_empty() {
            all.push(Sentence { said: text[start..at].trim(), words: std::mem::take(&mut words) });
            start = at;
        }
    }
    if !words.is_empty() {
        all.push(Sentence { said: text[start..].trim(), words });
    }
    all
}

fn word(chunk: &str, at: usize, first: bool) -> Option<Word<'_>> {
    let marks_before = chunk.find(char::is_alphanumeric)?;
    let said = chunk[marks_before..].trim_end_matches(|mark: char| !mark.is_alphanumeric());
    Some(Word { said, start: at + marks_before, first })
}

fn ends_sentence(chunk: &str) -> bool {
    let bare = chunk.trim_end_matches(['’', '”', '"', '\'', ')']);
    bare.ends_with(['.', '!', '?', '…']) && !abbreviation::has_stops(bare)
}
