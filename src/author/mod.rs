//! The command line of whoever keeps the content: check it, try it, publish it.
//! It needs no Rust, Node or trunk, only this program and the data.
//! Absent: rules and formats (`domain`, `content`); this room reads and writes files.

mod advice;
mod advise;
mod answers;
mod check;
pub mod clock;
mod data;
mod frame;
pub mod hsds;
mod listing;
mod pages;
pub mod paths;
pub mod prove;
mod publish;
mod questions;
mod screen;

pub use data::read;

use crate::domain::Date;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
wijkdeur check [--data DIR] [--todo]
    Leest alle gegevens en noemt elke fout met haar plaats.
    --todo noemt ook wat nog niet bekend is.
wijkdeur publish [--data DIR] --into DIST
    Maakt alles wat van de gegevens afhangt, in een gebouwde app.
wijkdeur questions [--data DIR] [--json]
    Noemt elke vraag: haar naam, woorden, keuzes en wanneer zij gesteld wordt.
wijkdeur prove [--data DIR] [--date DAG]
    Probeert elk geval: elke behoefte, elke twee, elke wijk en elke dag waarop iets verandert.
    Toont ook per gemeente wie welke hulp geeft in welke wijk.
wijkdeur paths [--data DIR]
    Schrijft elk pad en wat eruit komt als tekst, in de map paths van de gegevens.
wijkdeur advise [--data DIR] --municipality NAAM --answers BESTAND
        [--date DAG] [--json | --explain]
    Geeft het advies bij een bestand met antwoorden.
    --date rekent met een andere dag, zoals 2026-12-01 of 2026-12-01T09:30.
    --explain zegt bij elke regel wie haar heeft gezegd: wijk, gebied, gemeente of land.
wijkdeur export-hsds [--data DIR] --municipality NAAM [--into BESTAND] [--date DAG]
    Schrijft wie in een gemeente helpt als HSDS 3.1 (JSON), voor andere programma's.

--data is public/data als u niets zegt.
";

/// Runs the command line; the exit code is 0 if it did what was asked, 1 if the
/// data are wrong, 2 if the question was not understood.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Command::parse(arguments) {
        Ok(Command::Help) => {
            print!("{USAGE}");
            ExitCode::SUCCESS
        }
        Ok(Command::Check { data, todo }) => check::run(&data, todo),
        Ok(Command::Publish { data, into }) => publish::run(&data, &into),
        Ok(Command::Paths { data }) => paths::run(&data),
        Ok(Command::Prove { data, today }) => prove::run(&data, today),
        Ok(Command::Questions { data, json }) => questions::run(&data, json),
        Ok(Command::Advise { data, case, shown }) => advise::run(&data, &case, shown),
        Ok(Command::Hsds { data, order }) => hsds::run(&data, &order),
        Err(problem) => {
            eprintln!("{problem}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

enum Command {
    Help,
    Check { data: PathBuf, todo: bool },
    Publish { data: PathBuf, into: PathBuf },
    Paths { data: PathBuf },
    Prove { data: PathBuf, today: Date },
    Questions { data: PathBuf, json: bool },
    Advise { data: PathBuf, case: advise::Case, shown: advise::Shown },
    Hsds { data: PathBuf, order: hsds::Order },
}

impl Command {
    fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        use lexopt::prelude::*;
        let mut parser = lexopt::Parser::from_iter(arguments);
        let mut name = None;
        let mut data = PathBuf::from("public/data");
        let (mut into, mut municipality, mut answers) = (None, None, None);
        let (mut todo, mut json, mut explain) = (false, false, false);
        let mut moment = None;
        while let Some(argument) = parser.next().map_err(in_words)? {
            match argument {
                Long("data") => data = parser.value().map_err(in_words)?.into(),
                Long("into") => into = Some(parser.value().map_err(in_words)?.into()),
                Long("municipality") => {
                    municipality =
                        Some(parser.value().map_err(in_words)?.string().map_err(in_words)?);
                }
                Long("answers") => answers = Some(parser.value().map_err(in_words)?.into()),
                Long("todo") => todo = true,
                Long("json") => json = true,
                Long("explain") => explain = true,
                Long("date") => {
                    let text = parser.value().map_err(in_words)?.string().map_err(in_words)?;
                    moment = Some(clock::moment(&text).ok_or_else(|| {
                        format!("‘{text}’ is geen dag zoals 2026-12-01 of 2026-12-01T09:30.")
                    })?);
                }
                Long("help") | Short('h') => return Ok(Self::Help),
                Value(word) if name.is_none() => name = Some(word.string().map_err(in_words)?),
                other => return Err(in_words(other.unexpected())),
            }
        }
        let needs = |what: &str| format!("Hierbij hoort ook {what}.");
        match name.as_deref() {
            Some("check") => Ok(Self::Check { data, todo }),
            Some("publish") => {
                Ok(Self::Publish { data, into: into.ok_or_else(|| needs("--into DIST"))? })
            }
            Some("paths") => Ok(Self::Paths { data }),
            Some("prove") => {
                let (today, _) = moment.unwrap_or_else(clock::now);
                Ok(Self::Prove { data, today })
            }
            Some("questions") => Ok(Self::Questions { data, json }),
            Some("advise") => Ok(Self::Advise {
                data,
                case: advise::Case {
                    municipality: municipality.ok_or_else(|| needs("--municipality NAAM"))?,
                    answers: answers.ok_or_else(|| needs("--answers BESTAND"))?,
                    moment: moment.unwrap_or_else(clock::now),
                },
                shown: match (json, explain) {
                    (true, false) => advise::Shown::Json,
                    (false, true) => advise::Shown::Explained,
                    (false, false) => advise::Shown::Plain,
                    (true, true) => return Err("Kies --json of --explain.".to_owned()),
                },
            }),
            Some("export-hsds") => Ok(Self::Hsds {
                data,
                order: hsds::Order {
                    municipality: municipality.ok_or_else(|| needs("--municipality NAAM"))?,
                    into,
                    moment: moment.unwrap_or_else(clock::now),
                },
            }),
            Some(other) => Err(format!("‘{other}’ is geen opdracht.")),
            None => Ok(Self::Help),
        }
    }
}

/// Writes to the standard output; who stops reading has seen enough.
fn say(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

fn in_words(error: lexopt::Error) -> String {
    match error {
        lexopt::Error::MissingValue { option } => {
            format!("Bij {} hoort een waarde.", option.unwrap_or_default())
        }
        lexopt::Error::UnexpectedOption(option) => format!("{option} is niet bekend."),
        lexopt::Error::UnexpectedArgument(word) => {
            format!("‘{}’ staat er te veel.", word.to_string_lossy())
        }
        other => other.to_string(),
    }
}
