//! `wijkdeur check`: reads the directory of the data and names every mistake in it.
//!
//! Reading files stays here; judging their text is `content`.

use crate::content::{check, todo};
use crate::domain::Date;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{fs, io};

/// Checks the data in a directory, and says what is still to be found out if asked.
pub fn run(data_dir: &Path, with_todo: bool) -> ExitCode {
    let files = match read(data_dir) {
        Ok(files) => files,
        Err(error) => {
            eprintln!("{}: niet te lezen ({error})", data_dir.display());
            return ExitCode::FAILURE;
        }
    };
    match check(&files) {
        Err(mistakes) => {
            for mistake in &mistakes {
                eprintln!("{mistake}");
            }
            let places: BTreeSet<&str> =
                mistakes.iter().map(|mistake| mistake.file.as_str()).collect();
            eprintln!(
                "{} in {}",
                count(mistakes.len(), "fout", "fouten"),
                count(places.len(), "bestand", "bestanden")
            );
            ExitCode::FAILURE
        }
        Ok(data) => {
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
    }
}

fn count(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

/// Every JSON file below a directory, with its path relative to it, in order.
pub fn read(data_dir: &Path) -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    gather(data_dir, "", &mut files)?;
    files.sort();
    Ok(files)
}

fn gather(folder: &Path, below: &str, files: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            gather(&path, &(name + "/"), files)?;
        } else if path.extension().is_some_and(|extension| extension == "json") {
            let text = fs::read_to_string(&path)
                .map_err(|error| io::Error::new(error.kind(), why(&name, &error)))?;
            files.push((name, text));
        }
    }
    Ok(())
}

fn why(file: &str, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::InvalidData => {
            format!("{file}: dit is geen tekst in UTF-8; bewaar het bestand opnieuw als UTF-8")
        }
        _ => format!("{file}: {error}"),
    }
}

/// The day it is, by the clock of this machine.
pub fn today() -> Date {
    const SECONDS: u64 = 24 * 60 * 60;
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let days = usize::try_from(since.as_secs() / SECONDS).unwrap_or_default();
    let every = (1970..=9999).flat_map(|year| {
        (1..=12).flat_map(move |month| (1..=31).filter_map(move |day| Date::new(year, month, day)))
    });
    every.take(days + 1).last().unwrap_or_else(|| unreachable!("1970 has days"))
}
