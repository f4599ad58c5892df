//! Whether a word is one that people know: it is used a lot, is made of two words that
//! are, or is a name or a number.
//!
//! The list is of forms, not of meanings, so it says nothing about words that officials
//! write much and others do not (`jargon`).

use super::names::Names;
use super::sentence::Word;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The forms that are used most, by their place in the list.
static FORMS: LazyLock<HashMap<&'static str, usize>> = LazyLock::new(|| {
    let lines = include_str!("common.nl.txt").lines().filter(|line| !line.starts_with('#'));
    lines.enumerate().map(|(place, form)| (form, place)).collect()
});

/// A part of a longer word has to be among so many, or too much is made of two of them:
/// with all 15,000 "maatwerkvoorziening" would be plain.
const PARTS: usize = 8000;

/// Shorter is no part.
const SHORTEST: usize = 3;

/// What may stand between two parts: "stad-s-huis", "kind-er-fiets".
const LINKS: [&str; 5] = ["", "s", "e", "en", "er"];

/// No longer word begins with an article, or "desbetreffende" would be plain.
const ARTICLES: [&str; 8] = ["de", "het", "een", "des", "der", "den", "ter", "ten"];

/// What makes another form of the same word: "folder-tje-s", "moeilijk-st".
const ENDINGS: [&str; 16] = [
    "en", "n", "e", "s", "'s", "t", "st", "ste", "er", "ere", "je", "jes", "tje", "tjes", "pje",
    "pjes",
];

/// Whether people know a word.
pub(super) fn is_common(word: &Word<'_>, names: &Names<'_>) -> bool {
    if is_address(word.said) || names.has(word.said) {
        return true;
    }
    word.said.split(['-', '/']).enumerate().all(|(place, part)| {
        let capital = part.starts_with(char::is_uppercase);
        let name = capital && (names.has(part) || !word.first || place > 0);
        name || is_plain(&part.to_lowercase().replace('’', "'"))
    })
}

/// Whether exactly this form is among those that are used most.
pub(super) fn is_listed(form: &str) -> bool {
    FORMS.contains_key(form)
}

/// A site or a mail address.
fn is_address(said: &str) -> bool {
    let site = said.rsplit_once('.').is_some_and(|(_, end)| {
        end.len() > 1 && end.chars().all(|letter| letter.is_ascii_lowercase())
    });
    site || said.contains('@')
}

fn is_plain(part: &str) -> bool {
    let letters = part.trim_matches('\'');
    letters.chars().count() < 2
        || letters.contains(|mark: char| mark.is_ascii_digit())
        || is_form(letters, FORMS.len())
        || is_compound(letters)
}

/// Whether this, or the word it is a form of, is among the first so many.
fn is_form(word: &str, first: usize) -> bool {
    let among = |form: &str| FORMS.get(form).is_some_and(|place| *place < first);
    let mut stems = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    // "oefen" is a form of "oefenen".
    let verb = || among(&format!("{word}en"));
    among(word) || verb() || stems.any(|stem| stem.chars().count() >= SHORTEST && among(stem))
}

fn is_compound(word: &str) -> bool {
    word.char_indices().any(|(cut, _)| {
        let (front, back) = word.split_at(cut);
        let part = |part: &str| part.chars().count() >= SHORTEST && !ARTICLES.contains(&part);
        let listed = |part: &str| FORMS.get(part).is_some_and(|place| *place < PARTS);
        part(back)
            && is_form(back, PARTS)
            && LINKS
                .iter()
                .filter_map(|link| front.strip_suffix(link))
                .any(|front| part(front) && listed(front))
    })
}
