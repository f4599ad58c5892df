//! What comes from a law stands in `docs/law.md` with its article, and only while it is said.

use crate::town::{collect, data, interface};
use wijkdeur::content::plain::sentences;

const TABLE: &str = include_str!("../../docs/law.md");

/// Every text of the catalogue's words and of the interface.
fn texts() -> Vec<String> {
    let mut all = Vec::new();
    collect(&serde_json::to_value(&data().words).expect("words"), &mut all);
    all.extend(interface());
    all
}

/// What is said, by the first column of the table.
fn listed() -> Vec<&'static str> {
    let rows = TABLE.lines().filter_map(|line| line.strip_prefix("| "));
    let cells = rows.filter_map(|row| row.split_once(" |")).map(|(cell, _)| cell);
    cells.skip(1).flat_map(|cell| sentences(cell).into_iter().map(|each| each.said)).collect()
}

/// A number of days, weeks or months, as a law gives them.
fn names_a_term(sentence: &str) -> bool {
    let words: Vec<&str> =
        sentence.split(|mark: char| !mark.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let number = |word: &str| ["twee", "drie", "vier", "zes", "zeven", "acht"].contains(&word);
    let span = |word: &str| ["dagen", "werkdagen", "weken", "maanden"].contains(&word);
    words.windows(2).any(|pair| number(pair[0]) && span(pair[1]))
}

#[test]
fn a_term_that_is_said_has_its_article() {
    let listed = listed();
    let texts = texts();
    let said: Vec<&str> =
        texts.iter().flat_map(|text| sentences(text)).map(|each| each.said).collect();
    let terms: Vec<&&str> = said.iter().filter(|sentence| names_a_term(sentence)).collect();
    assert!(terms.len() > 10, "{terms:?}");
    for term in terms {
        assert!(listed.contains(term), "docs/law.md does not tell the article of: {term}");
    }
    for sentence in listed {
        assert!(said.contains(&sentence), "docs/law.md tells of what is not said: {sentence}");
    }
}
