//! The command line of whoever keeps the content: check it, try it, publish it.
//! It needs no Rust, Node or trunk, only this program and the data.
//! Absent: rules and formats (`domain`, `content`); this room reads and writes files.

mod advice;
mod advise;
mod answers;
mod arguments;
mod check;
mod clock;
mod data;
mod digits;
mod frame;
mod import_cbs;
mod new;
mod overview;
mod pages;
pub mod paths;
pub mod prove;
mod publish;
mod questions;
mod schema;
mod screen;
mod town;

pub use data::read;

use crate::content::Beginning;
use crate::domain::Date;
use arguments::Arguments;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
wijkdeur check [--data DIR] [--todo]
    Leest alle gegevens en noemt elke fout met haar plaats.
    --todo noemt ook wat nog niet bekend is.
wijkdeur new CODE --name NAAM [--data DIR]
    Begint een gemeente: een bestand dat al werkt, waarin u daarna alles invult.
    De code is die van het CBS, zoals GM0361. Een bestand dat er is, blijft zoals het is.
wijkdeur import-cbs BESTAND.csv --municipality NAAM [--names WIJKEN.csv] [--data DIR]
    Maakt de postcodes en wijken van een gemeente uit het bestand van het CBS
    ‘Buurt, wijk en gemeente voor postcode-huisnummer’, en de namen uit zijn lijst van wijken.
    Wat er verder in het bestand van de gemeente staat, blijft zoals het is.
wijkdeur publish [--data DIR] --into DIST
    Maakt alles wat van de gegevens afhangt, in een gebouwde app.
wijkdeur questions [--data DIR] [--json]
    Noemt elke vraag: haar naam, woorden, keuzes en wanneer zij gesteld wordt.
wijkdeur prove [--data DIR] [--date DAG]
    Probeert elk geval: elke behoefte, elke twee, elke wijk en elke dag waarop iets verandert.
    Toont ook per gemeente wie welke hulp geeft in welke wijk.
wijkdeur paths [--data DIR]
    Schrijft elk pad en wat eruit komt als tekst, in de map paths van de gegevens.
wijkdeur schema [--data DIR]
    Schrijft per soort bestand wat erin mag staan, in de map schema van de gegevens.
    Een tekstverwerker voor code vult daarmee aan, legt uit en ziet fouten bij het typen.
wijkdeur advise [--data DIR] --municipality NAAM --answers BESTAND
        [--date DAG] [--json | --explain]
    Geeft het advies bij een bestand met antwoorden.
    --date rekent met een andere dag, zoals 2026-12-01 of 2026-12-01T09:30.
    --explain zegt bij elke regel wie haar heeft gezegd: wijk, gebied, gemeente of land.

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
        Ok(Command::New { data, beginning }) => {
            new::run(&data, &beginning, clock::today().parts().0)
        }
        Ok(Command::ImportCbs { data, table }) => import_cbs::run(&data, &table),
        Ok(Command::Publish { data, into }) => publish::run(&data, &into),
        Ok(Command::Paths { data }) => paths::run(&data),
        Ok(Command::Schema { data }) => schema::run(&data),
        Ok(Command::Prove { data, today }) => prove::run(&data, today),
        Ok(Command::Questions { data, json }) => questions::run(&data, json),
        Ok(Command::Advise { data, case, shown }) => advise::run(&data, &case, shown),
        Err(problem) => {
            eprintln!("{problem}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

enum Command {
    Help,
    Check { data: PathBuf, todo: bool },
    New { data: PathBuf, beginning: Beginning },
    ImportCbs { data: PathBuf, table: import_cbs::Table },
    Publish { data: PathBuf, into: PathBuf },
    Paths { data: PathBuf },
    Prove { data: PathBuf, today: Date },
    Schema { data: PathBuf },
    Questions { data: PathBuf, json: bool },
    Advise { data: PathBuf, case: advise::Case, shown: advise::Shown },
}

impl Command {
    fn parse(typed: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let mut given = Arguments::read(typed)?;
        let Some(name) = given.word().filter(|_| !given.flag("help")) else {
            return Ok(Self::Help);
        };
        let command = Self::named(&name, &mut given)?;
        given.end(&name)?;
        Ok(command)
    }

    fn named(name: &str, given: &mut Arguments) -> Result<Self, String> {
        let data = given.path("data").unwrap_or_else(|| "public/data".into());
        Ok(match name {
            "check" => Self::Check { data, todo: given.flag("todo") },
            "new" => Self::New { data, beginning: beginning(given)? },
            "import-cbs" => Self::ImportCbs { data, table: table(given)? },
            "publish" => Self::Publish { data, into: needed(given.path("into"), "--into DIST")? },
            "paths" => Self::Paths { data },
            "schema" => Self::Schema { data },
            "prove" => Self::Prove { data, today: moment(given)?.0 },
            "questions" => Self::Questions { data, json: given.flag("json") },
            "advise" => Self::Advise { data, case: case(given)?, shown: shown(given)? },
            other => return Err(format!("‘{other}’ is geen opdracht.")),
        })
    }
}

fn needed<T>(given: Option<T>, what: &str) -> Result<T, String> {
    given.ok_or_else(|| format!("Hierbij hoort ook {what}."))
}

fn beginning(given: &mut Arguments) -> Result<Beginning, String> {
    let code = needed(given.word(), "de code van de gemeente, zoals GM0361")?;
    Beginning::new(&code, &needed(given.text("name")?, "--name NAAM")?)
}

fn table(given: &mut Arguments) -> Result<import_cbs::Table, String> {
    Ok(import_cbs::Table {
        addresses: needed(given.word(), "het bestand van het CBS")?.into(),
        names: given.path("names"),
        municipality: needed(given.text("municipality")?, "--municipality NAAM")?,
    })
}

fn case(given: &mut Arguments) -> Result<advise::Case, String> {
    Ok(advise::Case {
        municipality: needed(given.text("municipality")?, "--municipality NAAM")?,
        answers: needed(given.path("answers"), "--answers BESTAND")?,
        moment: moment(given)?,
    })
}

fn shown(given: &mut Arguments) -> Result<advise::Shown, String> {
    match (given.flag("json"), given.flag("explain")) {
        (true, false) => Ok(advise::Shown::Json),
        (false, true) => Ok(advise::Shown::Explained),
        (false, false) => Ok(advise::Shown::Plain),
        (true, true) => Err("Kies --json of --explain.".to_owned()),
    }
}

/// The moment after `--date`, or now.
fn moment(given: &mut Arguments) -> Result<clock::Moment, String> {
    let Some(text) = given.text("date")? else { return Ok(clock::now()) };
    clock::moment(&text)
        .ok_or_else(|| format!("‘{text}’ is geen dag zoals 2026-12-01 of 2026-12-01T09:30."))
}

/// Writes to the standard output; who stops reading has seen enough.
fn say(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}
