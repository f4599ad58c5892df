//! Parties out of a spreadsheet, as a table with Dutch headings (CSV).
//!
//! A row with the name of a party that is there changes what it says and leaves what it does
//! not say; any other row adds a party. Every cell that cannot be used is named, all in one
//! run. What a spreadsheet cannot hold (more numbers, opening hours by day, days that differ,
//! dates of help) is edited in the file itself.

mod area;
mod cells;
mod clean;
mod columns;
mod edit;
mod fault;
mod party;
mod reach;
mod routes;
mod serves;
mod table;
mod verified;

pub use columns::template;
pub use fault::Fault;

use super::layout::Laid;
use super::patch::{Patch, items};
use crate::content::Mistake;
use crate::content::authored::perhaps;
use crate::domain::{Catalogue, Date, Directory, Provider, Words};
use columns::Column;
use party::Said;
use serde_json::Value;
use serde_json::value::RawValue;
use slug::slugify;
use std::collections::BTreeMap;
use table::Row;

/// What a table is put into.
pub struct Ground<'a> {
    /// The text of the municipality's file, without a mistake.
    pub text: &'a str,
    /// What it says.
    pub town: &'a Directory,
    /// The kinds of help there are.
    pub catalogue: &'a Catalogue,
    /// Their names.
    pub words: &'a Words,
    /// The day it is.
    pub today: Date,
}

/// The file with what a table says.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The file.
    pub text: String,
    /// What was added and what changed, a sentence each.
    pub changes: Vec<String>,
    /// What in the table cannot be used; then the file is only there to be judged.
    pub faults: Vec<Fault>,
    /// By the place of a party in the file: the row that is about it.
    rows: BTreeMap<usize, u64>,
}

/// Puts the parties of a table into a file.
pub fn fill(ground: &Ground<'_>, table: &str) -> Filled {
    let (rows, mut faults) = table::read(table);
    let patch = Patch::new(ground.text);
    let Some(list) = patch.entries().get("providers") else {
        return Filled {
            text: ground.text.to_owned(),
            changes: Vec::new(),
            faults,
            rows: BTreeMap::new(),
        };
    };
    let mut filling = Filling {
        ground,
        patch,
        list: items(list),
        new: Vec::new(),
        changes: Vec::new(),
        rows: BTreeMap::new(),
    };
    for (at, row) in rows.iter().enumerate() {
        let before = rows[..at].iter().any(|other| same(other.name(), row.name()));
        filling.row(row, before, &mut faults);
    }
    filling.done(faults)
}

/// A file that is being filled.
struct Filling<'g, 't> {
    ground: &'g Ground<'t>,
    patch: Patch<'t>,
    /// The parties that are there.
    list: Vec<&'t RawValue>,
    /// Those that are added: by id, and as they are written.
    new: Vec<(String, Laid)>,
    changes: Vec<String>,
    rows: BTreeMap<usize, u64>,
}

impl<'t> Filling<'_, 't> {
    /// Puts in what one row says, as far as it can be used.
    fn row(&mut self, row: &Row, before: bool, faults: &mut Vec<Fault>) {
        let town = self.ground.town;
        let known: Vec<(usize, &Provider)> = town
            .providers
            .iter()
            .enumerate()
            .filter(|(_, party)| same(&party.name, row.name()))
            .collect();
        let said = Said::read(row, self.ground, faults);
        let mut refuse = |message| faults.push(row.fault(Column::Name, message));
        match known.as_slice() {
            _ if before => refuse("deze naam staat ook in een rij hierboven; laat er één staan"),
            [] => {
                let id = self.free_id(row.name());
                let party = said.as_new(&id, row, faults);
                self.rows.insert(self.list.len() + self.new.len(), row.number);
                self.changes.push(format!("Nieuw: {}.", row.name()));
                self.new.push((id, party));
            }
            [(at, party)] => {
                let (text, day) = (self.list[*at], self.ground.today);
                self.rows.insert(*at, row.number);
                let changes = said.change(&mut self.patch, text, party, (row, day), faults);
                let named = changes.into_iter().map(|change| format!("{}: {change}.", party.name));
                self.changes.extend(named);
            }
            _ => refuse("zo heten er in het bestand al twee; pas ze daar zelf aan"),
        }
    }

    /// A name in the data that nobody has.
    fn free_id(&self, name: &str) -> String {
        let wanted = slugify(name);
        let (town, national) = (&self.ground.town.providers, &self.ground.catalogue.national);
        let taken = |id: &str| {
            town.iter().chain(national).any(|party| party.id.as_str() == id)
                || self.new.iter().any(|(known, _)| known == id)
        };
        let mut id = wanted.clone();
        for number in 2.. {
            if !taken(&id) {
                break;
            }
            id = format!("{wanted}-{number}");
        }
        id
    }

    fn done(mut self, mut faults: Vec<Fault>) -> Filled {
        let end = self.patch.line_end();
        // There is one at least: the general entrance.
        if let Some(last) = self.list.last() {
            let indent = self.patch.indent(last);
            for (_, party) in &self.new {
                let party = party.open(indent, end);
                self.patch.insert_after(last, format!(",{end}{indent}{party}"));
            }
        }
        faults.sort();
        say_lists_once(&mut faults);
        Filled { text: self.patch.done(), changes: self.changes, faults, rows: self.rows }
    }
}

/// A list to choose from is long: it stands at the first row that needs it.
fn say_lists_once(faults: &mut [Fault]) {
    const LONG: usize = 40;
    let mut first: BTreeMap<String, u64> = BTreeMap::new();
    for fault in faults {
        let Some((wrong, list)) = fault.message.split_once("; kies uit: ") else { continue };
        match first.get(list) {
            Some(row) => fault.message = format!("{wrong}; kies uit de lijst bij rij {row}"),
            None if list.len() > LONG => drop(first.insert(list.to_owned(), fault.row)),
            None => {}
        }
    }
}

impl Filled {
    /// The row and the column that a mistake in the file comes from.
    pub fn fault_of(&self, mistake: &Mistake) -> Option<Fault> {
        let mut steps = mistake.pointer.split('/').skip(1);
        let place = steps.next().filter(|part| *part == "providers").and(steps.next())?;
        let row = self.rows.get(&place.parse().ok()?)?;
        let party: Value = serde_json::from_str(self.text.trim_start_matches('\u{feff}')).ok()?;
        let party = party.pointer(&format!("/providers/{place}"))?;
        let rest: Vec<&str> = steps.collect();
        let column = columns::of_place(&rest, party);
        Some(Fault { row: *row, column: Some(column), message: mistake.message.clone() })
    }
}

/// Whether two names are the same to whoever reads them.
fn same(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

/// Without a difference in capitals and spaces.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
