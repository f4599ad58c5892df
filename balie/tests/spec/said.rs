//! Words of other servers, before they reach a log, a terminal or the store.

use balie::said::{line, lines};
use std::fs;
use std::path::Path;

#[test]
fn words_of_others_are_one_line_that_can_be_read() {
    for (said, told) in [
        ("550 no such user", "550 no such user"),
        ("één\r\nbalie: WD-7KQ2-M4XP is given up", "één balie: WD-7KQ2-M4XP is given up"),
        ("\u{1b}[2J\u{1b}]0;title\u{7}gone", "[2J ]0;title gone"),
        ("a\tb\u{0}c\u{9b}31m", "a b c 31m"),
        ("a\u{202e}b\u{2066}c\u{200b}d\u{feff}", "a b c d"),
        ("  \n ", ""),
    ] {
        assert_eq!(line(said), told);
        assert_eq!(line(&line(said)), line(said));
    }
    let book = line(&"lang \u{1b}".repeat(1_000_000));
    assert_eq!(book.chars().count(), 501);
    assert!(book.ends_with('…'));
    assert_eq!(lines("wrong:\n  a\u{1b}\n  b \r\n"), "wrong:\n  a\n  b");
}

/// The one place that tells something makes it fit to read.
#[test]
fn nothing_else_writes_to_the_log() {
    fn look(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                look(&path, found);
            } else if fs::read_to_string(&path).expect("text").contains("eprint") {
                found.push(path.file_name().expect("a name").to_string_lossy().into_owned());
            }
        }
    }
    let mut found = Vec::new();
    look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found.sort();
    assert_eq!(found, ["main.rs", "trouble.rs"]);
}
