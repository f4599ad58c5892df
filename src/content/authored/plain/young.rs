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
        .filter(|(_, after)| !is_listed(after))
        .map(|(before, after)| (before.to_owned(), after.to_owned()))
        .collect()
}

/// Words that nobody knows in what somebody made of a text, and that do not stand in it.
pub fn unknown(text: &str, said: &str) -> Vec<String> {
    let new = words(said).filter(|word| !words(text).any(|known| known == *word));
    new.filter(|word| !is_listed(word)).map(str::to_owned).collect()
}

fn is_listed(word: &str) -> bool {
    common::is_listed(&word.to_lowercase())
}

/// Whether a word is the one that is replaced, rather than one that changes with it.
fn is_address(word: &str) -> bool {
    ["u", "uw", "uzelf"].contains(&word.to_lowercase().as_str())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|mark: char| !mark.is_alphabetic()).filter(|word| !word.is_empty())
}
