//! Reads and writes in the directory of the data. Judging what it says is `content`.

use super::clock::today;
use crate::content::{Data, Mistake, check};
use std::collections::BTreeSet;
use std::fmt::Display;
use std::path::Path;
use std::{fs, io};

/// Reads and checks the data; says every mistake there is, and gives nothing then.
pub(super) fn load(data_dir: &Path) -> Option<Data> {
    let files = files(data_dir).map_err(|problem| eprintln!("{problem}")).ok()?;
    let said = |mistakes: Vec<Mistake>| eprintln!("{}", mistakes_in_words(&mistakes));
    check(&files, today()).map_err(said).ok()
}

/// Every mistake on a line of its own, and how many there are.
pub(super) fn mistakes_in_words(mistakes: &[Mistake]) -> String {
    let places: BTreeSet<&str> = mistakes.iter().map(|mistake| mistake.file.as_str()).collect();
    let lines = mistakes.iter().map(ToString::to_string);
    let end = format!(
        "{} in {}",
        count(mistakes.len(), "fout", "fouten"),
        count(places.len(), "bestand", "bestanden")
    );
    lines.chain([end]).collect::<Vec<_>>().join("\n")
}

/// The same files, or a sentence that says why they cannot be read.
pub(super) fn files(data_dir: &Path) -> Result<Vec<(String, String)>, String> {
    read(data_dir).map_err(|error| format!("{}: niet te lezen ({error})", data_dir.display()))
}

/// "1 fout", "2 fouten".
pub(super) fn count<N: Display + From<u8> + PartialEq>(number: N, one: &str, more: &str) -> String {
    let word = if number == N::from(1) { one } else { more };
    format!("{number} {word}")
}

/// Every JSON file below a directory, with its path relative to it, in order. What other
/// programs leave beside files (`._x.json`, `.#x.json`, `~$x.json`, `.vscode`) is not read.
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
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(['.', '~']) {
            continue;
        }
        let name = format!("{below}{name}");
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

/// Writes a file at once and whole: nobody ever sees half a file.
pub(super) fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut half = path.as_os_str().to_owned();
    half.push(".half");
    fs::write(&half, bytes)?;
    fs::rename(&half, path)
}
