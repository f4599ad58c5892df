//! `wijkdeur check`: names every mistake in the data, and what is not yet known.

use super::clock::today;
use super::data::{count, load};
use crate::content::todo;
use std::path::Path;
use std::process::ExitCode;

/// Checks the data in a directory, and says what is still to be found out if asked.
pub(super) fn run(data_dir: &Path, with_todo: bool) -> ExitCode {
    let Some(data) = load(data_dir) else { return ExitCode::FAILURE };
    if with_todo {
        todo(&data, today()).iter().for_each(|point| println!("{point}"));
    }
    eprintln!(
        "Geen fouten: {}, {}, {}",
        count(data.directories.len(), "gemeente", "gemeenten"),
        count(data.words.len(), "taal", "talen"),
        count(data.catalogue.needs.len(), "behoefte", "behoeften")
    );
    ExitCode::SUCCESS
}
