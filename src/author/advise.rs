//! Gives the advice for answers in a file: as text, as JSON or explained.

use super::data::load;
use super::say;
use super::{advice, answers};
use crate::content::Data;
use crate::domain::*;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Whom it is about.
pub(super) struct Case {
    /// The short name of the municipality.
    pub municipality: String,
    /// The file with the answers.
    pub answers: PathBuf,
    /// The moment somebody asks.
    pub moment: Moment,
}

/// How an advice is shown.
#[derive(Clone, Copy)]
pub(super) enum Shown {
    /// A line for each part.
    Plain,
    /// For programs.
    Json,
    /// With who said each line.
    Explained,
}

/// Prints the advice; says what is wrong with the question otherwise.
pub(super) fn run(data: &Path, case: &Case, shown: Shown) -> ExitCode {
    let Some(data) = load(data) else { return ExitCode::FAILURE };
    match said(&data, case, shown) {
        Ok(said) => {
            say(&said);
            ExitCode::SUCCESS
        }
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{problem}"));
            ExitCode::FAILURE
        }
    }
}

fn said(data: &Data, case: &Case, shown: Shown) -> Result<String, Vec<String>> {
    let directory = data
        .directories
        .iter()
        .find(|directory| directory.municipality.slug == case.municipality)
        .ok_or_else(|| vec![format!("Gemeente ‘{}’ is er niet.", case.municipality)])?;
    let named = |problem: String| format!("{}: {problem}", case.answers.display());
    let text =
        std::fs::read_to_string(&case.answers).map_err(|error| vec![named(error.to_string())])?;
    let mut given = answers::read(&text, &data.catalogue, directory)
        .map_err(|problems| problems.into_iter().map(named).collect::<Vec<_>>())?;
    let today = case.moment.day;
    // Whatever the file does not answer counts as skipped: every walk ends.
    while let Stop::Asking(question) = Journey::walk(&data.catalogue, directory, &given, today).stop
    {
        let (who, id) = (question.who, question.id.clone());
        given.set(who, id, Answer::Skipped);
    }
    let facts = Journey::walk(&data.catalogue, directory, &given, today).facts;
    let here = Here::new(&data.catalogue, directory, facts.situation(today));
    let advice = advise(&here, &facts);
    Ok(match shown {
        Shown::Json => format!("{:#}\n", advice::as_value(&advice, &here, case.moment)),
        Shown::Plain => advice::as_lines(&advice::as_value(&advice, &here, case.moment)),
        Shown::Explained => advice::explained(&advice, &here),
    })
}
