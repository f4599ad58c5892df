//! The names of *wijken*, out of the list that comes with the table of CBS.

use super::addresses::wijk;
use super::ranges::code;
use super::separator::{bare, first_line, separator};
use crate::domain::WijkCode;
use csv::ReaderBuilder;
use std::collections::BTreeMap;

/// Names by code.
pub type Names = BTreeMap<WijkCode, String>;

/// Reads a list with a column for the code and one for the name.
pub fn names(text: &str) -> Result<Names, String> {
    let separator = separator(first_line(text.as_bytes()));
    let mut reader =
        ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| error.to_string())?;
    let header: Vec<String> = header.iter().map(str::to_lowercase).collect();
    let find = |part: &str| header.iter().position(|name| name.contains(part));
    let (Some(codes), Some(names)) = (find("code").or(find("wijk")), find("naam")) else {
        return Err(format!(
            "in de eerste regel hoort een kolom met de code en een met de naam van een wijk, niet: {}",
            header.join(", ")
        ));
    };
    let mut known = Names::new();
    for (at, row) in reader.records().enumerate() {
        let row = row.map_err(|error| error.to_string())?;
        let found = row.get(codes).unwrap_or_default();
        let name = row.get(names).map(plain).filter(|name| !name.is_empty());
        match (wijk(bare(found.as_bytes())), name) {
            (Some((municipality, part)), Some(name)) => {
                known.insert(code(municipality, part), name);
            }
            _ => {
                let line = at + 2;
                return Err(format!(
                    "regel {line}: hier hoort de code en de naam van een wijk, niet ‘{found}’"
                ));
            }
        }
    }
    Ok(known)
}

/// A name as residents say it: without the number before it, if more follows.
fn plain(name: &str) -> String {
    let name = name.trim();
    let rest = name.strip_prefix("Wijk ").and_then(|rest| rest.split_once(' '));
    match rest {
        Some((number, rest)) if number.chars().all(|mark| mark.is_ascii_digit()) => {
            rest.trim().to_owned()
        }
        _ => name.to_owned(),
    }
}
