//! The command line of whoever keeps the content: check it, try it, publish it.
//! It needs no Rust, Node or trunk, only this program and the data.
//! Absent: rules and formats (`domain`, `content`); this room reads and writes files.

mod advice;
mod advise;
mod answers;
mod arguments;
mod build;
mod check;
pub mod clock;
mod command;
mod data;
mod digits;
pub mod draw;
pub mod fits;
mod frame;
pub mod hsds;
mod import_cbs;
mod import_csv;
mod listing;
mod new;
mod page;
pub mod pages;
pub mod paths;
pub mod prove;
mod publish;
mod questions;
mod schema;
mod served;
mod town;
mod usual;
pub mod young;

pub use data::read;

use command::Command;
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

const USAGE: &str = "\
wijkdeur check [--data DIR] [--todo]
    Leest alle gegevens en noemt elke fout met haar plaats.
    --todo noemt ook wat nog niet bekend is.
wijkdeur new CODE --name NAAM [--data DIR]
    Begint een gemeente: een bestand dat al werkt, waarin u daarna alles invult.
    De code is die van het CBS, zoals GM0361. Een bestand dat er is, blijft zoals het is.
wijkdeur import-cbs BESTAND.csv --municipality NAAM [--names WIJKEN.csv] [--data DIR] [--anyway]
    Maakt de postcodes en wijken van een gemeente uit het bestand van het CBS
    ‘Buurt, wijk en gemeente voor postcode-huisnummer’, en de namen uit zijn lijst van wijken.
    Wat er verder in het bestand van de gemeente staat, blijft zoals het is.
    --anyway doet het ook als meer dan een op de twintig postcodes verdwijnt.
wijkdeur import-csv BESTAND.csv --municipality NAAM [--data DIR]
wijkdeur import-csv --template
    Neemt organisaties over uit een spreadsheet, bewaard als CSV. Een rij met de naam van
    een bekende partij verandert die; een lege cel laat staan wat er is.
    Met één fout verandert er niets. --template geeft de kopregel en een voorbeeld.
wijkdeur publish [--data DIR] [--app BUILD] --into DIST
    Maakt alles wat van de gegevens afhangt, met de app die er al in staat.
    --app brengt er een nieuwe app in: een map die trunk heeft gebouwd. De vorige blijft nog
    een dag, voor wie een pagina open heeft.
wijkdeur questions [--data DIR] [--json]
    Noemt elke vraag: haar naam, woorden, keuzes en wanneer zij gesteld wordt.
wijkdeur prove [--data DIR] [--date DAG] [--page BESTAND]
    Probeert elk geval: elke behoefte, elke twee, elke wijk en elke dag waarop iets verandert.
    Toont ook per gemeente wie welke hulp geeft in welke wijk; --page schrijft het op.
wijkdeur paths [--data DIR]
    Schrijft elk pad en wat eruit komt als tekst, in de map paths van de gegevens.
wijkdeur fits [--data DIR] [--page BESTAND]
    Toont per gemeente bij welke behoeften elke partij in een advies komt; --page schrijft het op.
wijkdeur young [--data DIR]
    Schrijft per soort bestand de zinnen voor wie jonger is dan 18, met je in plaats van u,
    in de map young van de gegevens. Wat u daar zelf verbetert, blijft zo staan.
wijkdeur schema [--data DIR]
    Schrijft per soort bestand wat erin mag staan, in de map schema van de gegevens.
    Een tekstverwerker voor code vult daarmee aan, legt uit en ziet fouten bij het typen.
wijkdeur advise [--data DIR] --municipality NAAM --answers BESTAND
        [--date DAG] [--json | --explain]
    Geeft het advies bij een bestand met antwoorden.
    --date rekent met een andere dag, zoals 2026-12-01 of 2026-12-01T09:30.
    --explain zegt bij elke regel wie haar heeft gezegd: wijk, gebied, gemeente of land.
wijkdeur draw --municipality NAAM [--walks AANTAL | --advices AANTAL] [--at SECONDEN] [--data DIR]
    Tekent schermen als HTML zonder browser, in JSON, om te meten of te vergelijken: zo veel
    bezoeken, of het advies bij elke behoefte en zo vaak bij drie behoeften samen.
    --at is het moment, in seconden sinds 1970.
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
        Ok(Command::New { data, beginning }) => new::run(&data, &beginning, clock::today()),
        Ok(Command::ImportCbs { data, table }) => import_cbs::run(&data, &table),
        Ok(Command::ImportCsv { data, table, municipality }) => {
            import_csv::run(&data, &table, &municipality)
        }
        Ok(Command::Template) => import_csv::template(),
        Ok(Command::Publish { data, app, into }) => publish::run(&data, app.as_deref(), &into),
        Ok(Command::Paths { data }) => paths::run(&data),
        Ok(Command::Fits { data, page }) => fits::run(&data, page.as_deref()),
        Ok(Command::Schema { data }) => schema::run(&data),
        Ok(Command::Young { data }) => young::run(&data),
        Ok(Command::Prove { data, today, page }) => prove::run(&data, today, page.as_deref()),
        Ok(Command::Questions { data, json }) => questions::run(&data, json),
        Ok(Command::Advise { data, case, shown }) => advise::run(&data, &case, shown),
        Ok(Command::Draw { data, order }) => draw::run(&data, &order),
        Ok(Command::Hsds { data, order }) => hsds::run(&data, &order),
        Err(problem) => {
            eprintln!("{problem}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// Writes to the standard output; who stops reading has seen enough.
fn say(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}
