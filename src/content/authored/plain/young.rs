//! Whether a text stays Dutch when it is said with `je` to somebody under 18.

use super::common;
use crate::texts::to_young;

/// Words that would become another one that nobody knows: each as it stands there, and as it
/// would be said ("nadat" before `u` must not become "nada").
pub fn unknown_when_young(said: &str) -> Vec<(String, String)> {
    let young = to_young(said);
    words(said)
        .zip(words(&young))
        .filter(|(before, after)| before != after && !is_address(before))
        .filter(|(_, after)| !common::is_listed(&after.to_lowercase()))
        .map(|(before, after)| (before.to_owned(), after.to_owned()))
        .collect()
}

/// Whether a word is the one that is replaced, rather than one that changes with it.
fn is_address(word: &str) -> bool {
    ["u", "uw", "uzelf"].contains(&word.to_lowercase().as_str())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|mark: char| !mark.is_alphabetic()).filter(|word| !word.is_empty())
}
