//! `wijkdeur import-csv`: parties out of a spreadsheet.

use super::clock::today;
use super::data::count;
use super::say;
use super::town::Town;
use crate::content::{Ground, fill, text_of};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// Prints a table to fill in.
pub(super) fn template() -> ExitCode {
    say(&crate::content::template());
    ExitCode::SUCCESS
}

/// Puts the parties of a table into a municipality; with anything wrong in it, none of them.
pub(super) fn run(data_dir: &Path, table: &Path, municipality: &str) -> ExitCode {
    match import(data_dir, table, municipality) {
        Ok(changes) => {
            changes.iter().for_each(|change| println!("{change}"));
            ExitCode::SUCCESS
        }
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{problem}"));
            ExitCode::FAILURE
        }
    }
}

fn import(data_dir: &Path, table: &Path, municipality: &str) -> Result<Vec<String>, Vec<String>> {
    let town = Town::open(data_dir, municipality).map_err(|problem| vec![problem])?;
    let unread = |error| vec![format!("{}: niet te lezen ({error})", table.display())];
    let bytes = fs::read(table).map_err(unread)?;
    // A workbook is a packed folder, or an older kind of file of the same program.
    if bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(vec![format!(
            "{}: dit is een werkmap (xlsx, ods of xls); bewaar haar als CSV en geef dat bestand",
            table.display()
        )]);
    }
    let text = text_of(&bytes);
    let words = town.data.words.first().ok_or_else(|| vec!["Er zijn geen woorden.".to_owned()])?;
    let ground = Ground {
        text: &town.text,
        town: &town.directory,
        catalogue: &town.data.catalogue,
        words,
        today: today(),
    };
    let mut filled = fill(&ground, &text);
    let (mut others, in_cells) = (Vec::new(), filled.faults.clone());
    for mistake in town.judge(&filled.text) {
        match filled.fault_of(&mistake).filter(|_| mistake.file == town.file) {
            // What cannot be used was named; something else stood there for the judge.
            Some(fault) if in_cells.iter().any(|known| known.is_beside(&fault)) => {}
            Some(fault) => filled.faults.push(fault),
            None => others.push(mistake.to_string()),
        }
    }
    if filled.faults.is_empty() && others.is_empty() {
        town.save(&filled.text).map_err(|problem| vec![problem])?;
        let changes = count(filled.changes.len(), "verandering", "veranderingen");
        filled.changes.push(format!("{}: {changes}.", town.file));
        return Ok(filled.changes);
    }
    filled.faults.sort();
    let count = count(filled.faults.len() + others.len(), "fout", "fouten");
    let end = format!("{count} in {}. Er is niets veranderd.", table.display());
    Err(filled.faults.iter().map(ToString::to_string).chain(others).chain([end]).collect())
}
