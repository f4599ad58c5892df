//! `wijkdeur import-cbs`: the table of postcodes of a municipality, out of the yearly file
//! of Statistics Netherlands (CBS).

use super::data::count;
use super::town::Town;
use crate::content::{Addresses, Names, Rebuilt, names, read_addresses, rebuild, text_of};
use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Bytes that are read at once.
const AT_ONCE: usize = 1 << 20;

/// What to read, and for whom.
pub(super) struct Table {
    /// The file with every address.
    pub addresses: PathBuf,
    /// The list of names.
    pub names: Option<PathBuf>,
    /// The short name of the municipality.
    pub municipality: String,
    /// Also if much of the table is lost.
    pub anyway: bool,
}

/// Makes the table anew; with anything wrong, the file stays as it is.
pub(super) fn run(data_dir: &Path, table: &Table) -> ExitCode {
    match import(data_dir, table) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn import(data_dir: &Path, table: &Table) -> Result<(), String> {
    let town = Town::open(data_dir, &table.municipality)?;
    let names = names_in(table.names.as_deref())?;
    let said = |problem: String| format!("{}: {problem}", table.addresses.display());
    let file = File::open(&table.addresses).map_err(|error| said(error.to_string()))?;
    let file = BufReader::with_capacity(AT_ONCE, file);
    let addresses = read_addresses(file, &town.directory.municipality.id).map_err(said)?;
    let rebuilt = rebuild(&town.text, &town.directory, &addresses, &names);
    if rebuilt.is_doubtful() && !table.anyway {
        return Err(said(format!(
            "{} van de {} postcodes in {} staan hier niet in; is het bestand heel? Is het zo goed, doe het dan met --anyway",
            rebuilt.lost, rebuilt.before, town.file
        )));
    }
    town.save(&rebuilt.text)?;
    report(&town, &addresses, &rebuilt, table.names.is_some());
    Ok(())
}

fn names_in(file: Option<&Path>) -> Result<Names, String> {
    let Some(file) = file else { return Ok(Names::new()) };
    let said = |problem: String| format!("{}: {problem}", file.display());
    let bytes = fs::read(file).map_err(|error| said(error.to_string()))?;
    names(&text_of(&bytes)).map_err(said)
}

fn report(town: &Town, addresses: &Addresses, rebuilt: &Rebuilt, with_names: bool) {
    let Rebuilt { ranges, added, unnamed, gone, answered, before, lost, .. } = rebuilt;
    eprint!("{}", addresses.bad);
    if addresses.bad.count > 0 {
        let rows = count(addresses.rows, "regel", "regels");
        eprintln!("{} van de {rows} overgeslagen.", addresses.bad.count);
    }
    if *lost > 0 {
        let stand = if *lost == 1 { "staat" } else { "staan" };
        eprintln!(
            "{lost} van de {} {stand} er niet meer in.",
            count(*before, "postcode", "postcodes")
        );
    }
    for wijk in gone {
        eprintln!(
            "Het CBS heeft geen adres meer in {wijk}. Zij blijft in het bestand staan; kijk wat er met haar gebeurde."
        );
    }
    for wijk in added {
        println!("Nieuw: {wijk}.");
    }
    if with_names {
        for wijk in unnamed {
            eprintln!(
                "Geen naam voor {wijk}: deze wijk staat niet in de lijst van --names. Zet haar naam in het bestand."
            );
        }
    }
    for question in answered {
        println!("Weg uit \"missing\": {question}");
    }
    println!(
        "{}: {} met {} in {}, wijken van {}.",
        town.file,
        count(addresses.count(), "adres", "adressen"),
        count(addresses.postcodes(), "postcode", "postcodes"),
        count(*ranges, "regel", "regels"),
        addresses.year
    );
}
