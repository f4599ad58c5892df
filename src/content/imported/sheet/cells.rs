//! What one cell says: a word out of a list, a day, an age.

use super::columns::Column;
use super::fault::Fault;
use super::table::Row;
use super::{perhaps, plain};
use crate::domain::{Date, SourceDate};

/// A Dutch word and what it is in the data.
pub(super) type Word = (&'static str, &'static str);

/// Kinds of party.
pub(super) const KINDS: [Word; 8] = [
    ("team", "team"),
    ("gemeente", "municipality"),
    ("organisatie", "professional"),
    ("vrijwilligers", "volunteers"),
    ("bewoners", "residents"),
    ("zelforganisatie", "self-organisation"),
    ("geloof", "faith"),
    ("sport", "sports"),
];

/// For one at a time or for groups.
pub(super) const FORMS: [Word; 3] =
    [("persoonlijk", "individual"), ("groep", "collective"), ("beide", "both")];

/// Whether it is there.
pub(super) const STATUSES: [Word; 4] = [
    ("open", "active"),
    ("tijdelijk dicht", "temporarily-closed"),
    ("plan", "inactive"),
    ("gestopt", "defunct"),
];

/// What can only be so or not.
const ANSWERS: [Word; 2] = [("ja", "true"), ("nee", "false")];

/// Whether something is so.
pub(super) fn answer(row: &Row, column: Column) -> Result<Option<bool>, Fault> {
    Ok(word(row, column, &ANSWERS)?.map(|word| word == "true"))
}

/// The word of a list that a cell holds; it may be the word of the data itself.
pub(super) fn word(
    row: &Row,
    column: Column,
    words: &[Word],
) -> Result<Option<&'static str>, Fault> {
    let Some(cell) = row.get(column) else { return Ok(None) };
    let said = plain(cell);
    match words.iter().find(|(dutch, data)| *dutch == said || *data == said) {
        Some((_, data)) => Ok(Some(data)),
        None => {
            let known: Vec<&str> = words.iter().map(|(dutch, _)| *dutch).collect();
            let hint = perhaps(&said, &known);
            Err(row.fault(
                column,
                format!("‘{cell}’ is hier niet bekend{hint}; kies uit: {}", known.join(", ")),
            ))
        }
    }
}

/// An age in whole years.
pub(super) fn age(row: &Row, column: Column) -> Result<Option<u8>, Fault> {
    const OLDEST: u8 = 120;
    let Some(cell) = row.get(column) else { return Ok(None) };
    match cell.parse() {
        Ok(age) if age <= OLDEST => Ok(Some(age)),
        _ => Err(row.fault(column, format!("‘{cell}’ is geen leeftijd in hele jaren, zoals 18"))),
    }
}

/// A day, in the order of the data or as people write it.
pub(super) fn day(row: &Row, column: Column, today: Date) -> Result<Option<Date>, Fault> {
    let Some(cell) = row.get(column) else { return Ok(None) };
    match turned(cell).parse::<Date>() {
        Ok(day) if day > today => Err(row.fault(
            column,
            format!("{day} is nog niet geweest; vul de dag in waarop iemand dit nakeek"),
        )),
        Ok(day) => Ok(Some(day)),
        Err(_) => {
            Err(row.fault(column, format!("‘{cell}’ is geen dag, zoals 31-12-2026 of 2026-12-31")))
        }
    }
}

/// When a source was written: a day, a month or a year.
pub(super) fn source_date(row: &Row, column: Column) -> Result<Option<SourceDate>, Fault> {
    let Some(cell) = row.get(column) else { return Ok(None) };
    let wrong = || {
        row.fault(
            column,
            format!("‘{cell}’ is geen jaar, maand of dag, zoals 2026, 12-2026 of 31-12-2026"),
        )
    };
    SourceDate::try_from(turned(cell)).map(Some).map_err(|_| wrong())
}

/// How the names of months begin; a spreadsheet makes `nov-26` of what looks like a month.
const MONTHS: [(&str, u8); 13] = [
    ("jan", 1),
    ("feb", 2),
    ("maa", 3),
    ("mrt", 3),
    ("apr", 4),
    ("mei", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("okt", 10),
    ("nov", 11),
    ("dec", 12),
];

/// `31-12-2026`, `31/12/26`, `31 december 2026`, `2026/12/31`, `12-2026`, `dec-26` and
/// `december 2026` with the year in front.
fn turned(cell: &str) -> String {
    let parts: Vec<String> = cell
        .split(['-', '/', '.', ' '])
        .map(|part| part.trim().to_lowercase())
        .filter(|part| !part.is_empty())
        .collect();
    let month = |name: &str| MONTHS.iter().find(|(begin, _)| name.starts_with(begin));
    let short = |part: &str| part.len() <= 2 && part.bytes().all(|mark| mark.is_ascii_digit());
    let year = |year: &str| if short(year) { format!("20{year:0>2}") } else { year.to_owned() };
    match parts.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [name, end] if let Some((_, month)) = month(name) => format!("{}-{month:02}", year(end)),
        [day, name, end] if let Some((_, month)) = month(name) => {
            format!("{}-{month:02}-{day:0>2}", year(end))
        }
        [first, rest @ ..] if first.len() == 4 && rest.iter().all(|part| short(part)) => {
            rest.iter().fold((*first).to_owned(), |date, part| format!("{date}-{part:0>2}"))
        }
        [month, end] if end.len() == 4 => format!("{end}-{month:0>2}"),
        [day, month, end] if end.len() == 4 || (short(day) && short(month) && end.len() == 2) => {
            format!("{}-{month:0>2}-{day:0>2}", year(end))
        }
        _ => cell.to_owned(),
    }
}

/// The languages that a cell names.
pub(super) fn languages(cell: &str) -> Vec<String> {
    let parts = cell.replace(" en ", ",");
    let parts = parts.split([',', '/', ';']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// The parts of a list, each as `find` knows it: a name may hold a comma itself, so the
/// longest that is known counts.
pub(super) fn list<T>(cell: &str, find: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, String> {
    let parts: Vec<&str> = cell.split([',', ';']).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        if parts[at].trim().is_empty() {
            at += 1;
            continue;
        }
        let longest = (at + 1..=parts.len()).rev();
        let known = longest.filter_map(|to| Some((to, find(&parts[at..to].join(","))?))).next();
        let Some((to, one)) = known else { return Err(parts[at].trim().to_owned()) };
        found.push(one);
        at = to;
    }
    Ok(found)
}
