//! How well parties are known: where and when it was read, and who verified it.

use super::gaps::listed;
use crate::domain::{Date, Provider, SourceDate};

/// How well the parties are known.
pub(super) fn records(parties: &[Provider], today: Date) -> Vec<String> {
    const YEARS: i32 = 3;
    let mut open = Vec::new();
    let mut count = |number: usize, what: &str| {
        if number > 0 {
            open.push(format!("{number} van {} partijen: {what}.", parties.len()));
        }
    };
    count(
        parties.iter().filter(|party| party.checked.is_none()).count(),
        "nog door niemand nagekeken",
    );
    count(
        parties
            .iter()
            .filter(|party| party.source.is_empty() || party.source_date.is_none())
            .count(),
        "geen bron of geen datum van de bron",
    );
    let mut old: Vec<(&SourceDate, &str)> = parties
        .iter()
        .flat_map(|party| {
            let ways = party.reach.iter().map(|reach| &reach.source_date);
            let dates = ways.chain([&party.source_date]).flatten();
            dates.map(|date| (date, party.name.as_str()))
        })
        .filter(|(date, _)| {
            last_day(date).is_some_and(|day| today.ordinal() - day.ordinal() > YEARS * 365)
        })
        .collect();
    old.sort();
    if let Some((date, name)) = old.first() {
        open.push(format!(
            "{} gegevens komen uit een bron van meer dan {YEARS} jaar oud; de oudste is van {}, bij {name}.",
            old.len(),
            date.as_str()
        ));
    }
    let over = |party: &&Provider| {
        !party.serves.is_empty()
            && party
                .serves
                .iter()
                .all(|coverage| coverage.valid_until.is_some_and(|last| last < today))
    };
    let over: Vec<&str> = parties.iter().filter(over).map(|party| party.name.as_str()).collect();
    if !over.is_empty() {
        open.push(format!(
            "Deze partijen zijn er volgens hun laatste dag niet meer: {}.",
            listed(&over)
        ));
    }
    open
}

/// The last day a source can have been written.
fn last_day(date: &SourceDate) -> Option<Date> {
    let text = date.as_str();
    let month = text.get(5..7).map_or(Some(12), |month| month.parse().ok())?;
    let year = date.year().parse().ok()?;
    match text.parse() {
        Ok(day) => Some(day),
        Err(_) => (28..=31).rev().find_map(|day| Date::new(year, month, day)),
    }
}
