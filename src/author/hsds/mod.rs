//! `wijkdeur export-hsds`: a municipality's directory as Open Referral HSDS 3.1 (Human
//! Services Data Specification) in JSON, so that other programs can take it in.
//!
//! HSDS names no file for many records at once; for that its API reference has the page of
//! `GET /services?full=true`. The export is that page, with everything on it: services, each
//! with its organization and all that belongs to it. Checkers and importers of HSDS ask an
//! API for just this, and each service in it is an HSDS file of its own.
//!
//! - A statement of what a party gives and where (`Coverage`) is a service, because in HSDS
//!   an area and a kind of help hold for a service as a whole. A party that states nothing
//!   is one service without area and kind. The party itself is the organization.
//! - A way to reach it that is a place, in the world or not, is a location; its hours stand
//!   where service and location meet. Hours of a number, site or mailbox stand with the
//!   service and say by `attending_type` how.
//! - What HSDS has no field for is an attribute with a label: a source, a condition, days on
//!   which somebody is closed by exception.
//! - An id is a UUID worked out from the municipality's code and the names in the data, so
//!   it stays the same from one export to the next.
//!
//! Absent: addresses, because HSDS wants a province and a postcode and the data have one
//! line of text (the location is named by it); offsets from UTC, because the same hour has
//! another one in summer; a record of changes (`metadata`); notes and open questions, which
//! are not published; parties for the whole country, which belong to no municipality.

mod area;
mod fact;
mod id;
mod organization;
mod records;
mod schedule;
mod service;
mod way;

pub use records::Page;

use super::data::{count, load};
use super::say;
use crate::domain::{Date, Directory, Moment, Words};
use crate::texts::Interface;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

/// What to write, and where.
pub(super) struct Order {
    /// The short name of the municipality.
    pub municipality: String,
    /// The file to write; absent: the standard output.
    pub into: Option<PathBuf>,
    /// Whoever does not give help on this day stands in it as inactive.
    pub moment: Moment,
}

/// Writes the directory of one municipality.
pub(super) fn run(data: &Path, order: &Order) -> ExitCode {
    let Some(data) = load(data) else { return ExitCode::FAILURE };
    let named = |town: &&Directory| town.municipality.slug == order.municipality;
    let Some(town) = data.directories.iter().find(named) else {
        eprintln!("Gemeente ‘{}’ is er niet.", order.municipality);
        return ExitCode::FAILURE;
    };
    let (Some(words), Some([texts, _])) = (data.words.first(), data.interfaces()) else {
        return ExitCode::FAILURE;
    };
    let page = page(town, words, &texts, order.moment.day);
    match write(&page, order.into.as_deref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Schrijven lukt niet: {error}.");
            ExitCode::FAILURE
        }
    }
}

/// The directory of a municipality on a day, as one page of services.
pub fn page(directory: &Directory, words: &Words, texts: &Interface, today: Date) -> Page {
    let town = Town { directory, words, texts, today };
    Page::of(directory.providers.iter().flat_map(|party| service::services(&town, party)).collect())
}

fn write(page: &Page, into: Option<&Path>) -> io::Result<()> {
    let text = serde_json::to_string_pretty(page)? + "\n";
    let Some(file) = into else {
        say(&text);
        return Ok(());
    };
    fs::write(file, text)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.display())))?;
    println!("Geschreven: {} in {}.", count(page.len(), "dienst", "diensten"), file.display());
    Ok(())
}

/// The directory that is written, with the words and the day for it.
struct Town<'a> {
    directory: &'a Directory,
    words: &'a Words,
    texts: &'a Interface,
    today: Date,
}
