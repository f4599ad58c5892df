//! `wijkdeur new`: the first file of a municipality that is not in it yet.

use super::data::files;
use crate::content::{Beginning, check};
use crate::domain::Date;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

/// Writes the file; never over one that is there.
pub(super) fn run(data_dir: &Path, beginning: &Beginning, today: Date) -> ExitCode {
    let (year, ..) = today.parts();
    match begin(data_dir, &beginning.file(), &beginning.text(year), today) {
        Ok(path) => {
            let path = path.display();
            println!("Gemaakt: {path}. Bij \"missing\" staat wat u eerst uitzoekt.");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn begin(data_dir: &Path, file: &str, text: &str, today: Date) -> Result<PathBuf, String> {
    let path = data_dir.join(file);
    let known = if data_dir.exists() { files(data_dir)? } else { Vec::new() };
    if known.iter().any(|(known, _)| known == file) {
        return Err(format!(
            "{} is er al en blijft zoals het is. Verander dat bestand, of haal het eerst weg.",
            path.display()
        ));
    }
    fits(known, file, text, today)?;
    match put(&path, text) {
        Ok(()) => Ok(path),
        Err(error) => Err(format!("{}: niet te schrijven ({error})", path.display())),
    }
}

/// Says what becomes wrong in the data with this file in them.
fn fits(
    mut files: Vec<(String, String)>,
    file: &str,
    text: &str,
    today: Date,
) -> Result<(), String> {
    let wrong = |files: &[(String, String)]| check(files, today).err().unwrap_or_default();
    let before = wrong(&files);
    files.push((file.to_owned(), text.to_owned()));
    let after = wrong(&files);
    let new = after.iter().filter(|mistake| !before.contains(mistake));
    let new: Vec<String> = new.map(ToString::to_string).collect();
    if new.is_empty() { Ok(()) } else { Err(new.join("\n")) }
}

fn put(path: &Path, text: &str) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::File::create_new(path)?.write_all(text.as_bytes())
}
