//! The rows of a table, each cell below its heading.

use super::clean::says_nothing;
use super::columns::{Column, EXAMPLE, headings};
use super::fault::Fault;
use super::perhaps;
use crate::content::imported::separator;
use csv::{Position, ReaderBuilder, StringRecord, Terminator};
use std::collections::BTreeMap;

/// One row that says something.
pub(super) struct Row {
    /// As a spreadsheet counts it.
    pub number: u64,
    cells: BTreeMap<Column, String>,
}

impl Row {
    /// What a cell says; nothing if it is empty.
    pub fn get(&self, column: Column) -> Option<&str> {
        self.cells.get(&column).map(String::as_str)
    }

    /// The name it is about.
    pub fn name(&self) -> &str {
        self.get(Column::Name).unwrap_or_default()
    }

    /// Something is wrong with a cell.
    pub fn fault(&self, column: Column, message: impl Into<String>) -> Fault {
        Fault { row: self.number, column: Some(column), message: message.into() }
    }
}

/// Reads a table; rows that cannot be used are left out and said.
pub(super) fn read(table: &str) -> (Vec<Row>, Vec<Fault>) {
    let (table, separator) = separator::lines(table);
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .terminator(Terminator::Any(b'\n'))
        .flexible(true)
        .has_headers(false)
        .from_reader(table.as_bytes());
    let mut records = reader.records().map_while(Result::ok);
    let header = records.next().unwrap_or_default();
    let (columns, mut faults) = columns(&header);
    let mut rows = Vec::new();
    // A spreadsheet counts an empty line, and no line within a cell.
    let mut within = lines_within(&header);
    for record in records {
        let line = record.position().map_or(0, Position::line);
        match row(&record, &columns, line - within, &mut faults) {
            Ok(row) => rows.extend(row),
            Err(fault) => faults.push(fault),
        }
        within += lines_within(&record);
    }
    if rows.is_empty() && faults.is_empty() {
        faults.push(whole(1, "onder de kopregel staat geen enkele rij"));
    }
    (rows, faults)
}

fn lines_within(record: &StringRecord) -> u64 {
    record.iter().map(|cell| cell.matches('\n').count() as u64).sum()
}

/// The columns below the headings; nothing below one that is not known.
fn columns(header: &StringRecord) -> (Vec<Option<Column>>, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut columns: Vec<Option<Column>> = Vec::new();
    for heading in header {
        let column = Column::below(heading);
        if column.is_none() && !heading.trim().is_empty() {
            let known = headings();
            let message = format!(
                "de kolom ‘{}’ is niet bekend{}; kies uit: {}",
                heading.trim(),
                perhaps(heading, &known),
                known.join(", ")
            );
            faults.push(whole(1, message));
        } else if column.is_some() && columns.contains(&column) {
            faults.push(whole(
                1,
                format!("de kolom ‘{heading}’ staat er twee keer; laat er één staan"),
            ));
        }
        columns.push(column);
    }
    if !columns.contains(&Some(Column::Name)) {
        faults.push(whole(
            1,
            "er is geen kolom ‘naam’; gebruik de kopregel van 'wijkdeur import-csv --template'",
        ));
    }
    (columns, faults)
}

/// One row; nothing if it is empty.
fn row(
    record: &StringRecord,
    columns: &[Option<Column>],
    number: u64,
    faults: &mut Vec<Fault>,
) -> Result<Option<Row>, Fault> {
    // A line within a cell is only where somebody wanted it to break.
    let said = |cell: &str| {
        let words: Vec<&str> = cell.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    };
    if record.iter().skip(columns.len()).any(|cell| said(cell).is_some()) {
        return Err(whole(
            number,
            "hier staan meer cellen dan kolommen; zet een tekst met een komma of puntkomma tussen aanhalingstekens",
        ));
    }
    let cells = record.iter().zip(columns);
    let cells: BTreeMap<Column, String> =
        cells.filter_map(|(cell, column)| Some(((*column)?, said(cell)?))).collect();
    if cells.is_empty() {
        return Ok(None);
    }
    let mut row = Row { number, cells };
    let nothing: Vec<Fault> = row
        .cells
        .iter()
        .filter(|(column, cell)| **column != Column::Name && says_nothing(cell))
        .map(|(column, cell)| row.fault(*column, format!("‘{cell}’ zegt niets; laat de cel leeg")))
        .collect();
    faults.extend(nothing);
    row.cells.retain(|_, cell| !says_nothing(cell));
    match row.name() {
        // Without the column that was said already.
        "" if !columns.contains(&Some(Column::Name)) => Ok(None),
        "" => Err(row.fault(Column::Name, "hier ontbreekt de naam; vul hem in of haal de rij weg")),
        EXAMPLE => Err(row.fault(Column::Name, "dit is de rij van het voorbeeld; haal haar weg")),
        _ => Ok(Some(row)),
    }
}

fn whole(row: u64, message: impl Into<String>) -> Fault {
    Fault { row, column: None, message: message.into() }
}
