//! `wijkdeur young`: what is said to somebody under 18, sentence by sentence, kept beside the
//! data so that people read it and say it better.

use super::data::{files, load, put};
use crate::content::{Data, Sayings, YoungTexts, sayings};
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// Writes the files into the folder `young` of the data; says which corrections belong to a
/// sentence that is gone.
pub(super) fn run(data_dir: &Path) -> ExitCode {
    let Some(data) = load(data_dir) else { return ExitCode::FAILURE };
    match write(&data, data_dir) {
        Ok(lost) if lost.is_empty() => {
            println!("Geschreven: {}.", data_dir.join("young").display());
            ExitCode::SUCCESS
        }
        Ok(lost) => {
            lost.iter().for_each(|line| eprintln!("{line}"));
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{}: niet te schrijven ({error})", data_dir.join("young").display());
            ExitCode::FAILURE
        }
    }
}

fn write(data: &Data, data_dir: &Path) -> io::Result<Vec<String>> {
    let kept = files(data_dir).map_err(io::Error::other)?;
    for (file, text) in renewed(data, &kept) {
        put(&data_dir.join(file), text.as_bytes())?;
    }
    Ok(lost(data, &kept))
}

/// The files that `wijkdeur young` would write, given the files that are there.
pub fn renewed(data: &Data, kept: &[(String, String)]) -> Vec<(String, String)> {
    let renewed = |Sayings { file, texts, .. }: Sayings| {
        let file = format!("young/{file}");
        let text = format!("{:#}\n", young(&file, kept).renewed(&texts).json());
        (file, text)
    };
    sayings(data).into_iter().map(renewed).collect()
}

/// A sentence for each thing in which the files that are there are not those any more.
pub(super) fn outdated(data: &Data, kept: &[(String, String)]) -> Vec<String> {
    let differs = |(file, text): &(String, String)| {
        let there = kept.iter().find(|(known, _)| known == file);
        // Git may have changed the ends of lines.
        there.is_some_and(|(_, kept)| kept.replace("\r\n", "\n") != *text)
    };
    let renewed = renewed(data, kept).into_iter().filter(differs);
    let said = |(file, _): (String, String)| {
        format!(
            "{file}: dit zijn niet meer de zinnen van nu; maak het opnieuw met 'wijkdeur young'"
        )
    };
    renewed.map(said).chain(lost(data, kept)).collect()
}

/// Corrections of sentences that are not said any more.
fn lost(data: &Data, kept: &[(String, String)]) -> Vec<String> {
    let of = |said: Sayings| {
        let file = format!("young/{}", said.file);
        let young = young(&file, kept);
        let said = young.lost(&said).map(|text| {
            format!(
                "{file}#/corrected: niemand zegt nog \"{text}\"; zet uw verbetering bij de zin van nu, of haal haar weg"
            )
        });
        said.collect::<Vec<_>>()
    };
    sayings(data).into_iter().flat_map(of).collect()
}

fn young(file: &str, kept: &[(String, String)]) -> YoungTexts {
    let there = kept.iter().find(|(known, _)| known == file);
    there.and_then(|(_, text)| serde_json::from_str(text).ok()).unwrap_or_default()
}
