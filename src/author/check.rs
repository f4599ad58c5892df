//! `wijkdeur check`: names every mistake in the data, and what is not yet known.

use super::clock::today;
use super::data::{count, files, load};
use super::young;
use crate::content::todo;
use std::path::Path;
use std::process::ExitCode;

/// Checks the data in a directory, and says what is still to be found out if asked.
pub(super) fn run(data_dir: &Path, with_todo: bool) -> ExitCode {
    let (Some(data), Ok(kept)) = (load(data_dir), files(data_dir)) else {
        return ExitCode::FAILURE;
    };
    let outdated = young::outdated(&data, &kept);
    if !outdated.is_empty() {
        outdated.iter().for_each(|line| eprintln!("{line}"));
        return ExitCode::FAILURE;
    }
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
