//! What is still to be found out. No mistakes: the data can be published, and the
//! app says honestly what it does not know.

use super::check::Data;
use super::{freshness, gaps};
use crate::domain::{Date, Directory, Fact};
use std::fmt;

/// Something to find out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    /// The short name of the municipality, or `landelijk`.
    pub municipality: String,
    /// What is not known, in one plain Dutch sentence.
    pub message: String,
}

impl fmt::Display for Todo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.municipality, self.message)
    }
}

/// Everything still to be found out on a day, by municipality.
pub fn todo(data: &Data, today: Date) -> Vec<Todo> {
    let under = |name: &str, list: Vec<String>| {
        let name = name.to_owned();
        list.into_iter().map(move |message| Todo { municipality: name.clone(), message })
    };
    let mut list: Vec<Todo> =
        under("landelijk", freshness::records(&data.catalogue.national, today)).collect();
    for directory in &data.directories {
        let mut open = statements(directory, today);
        open.extend(gaps::helps(directory, &data.catalogue, today));
        open.extend(gaps::teams(directory));
        open.extend(gaps::places(directory, today));
        open.extend(freshness::records(&directory.providers, today));
        open.extend(directory.missing.iter().cloned());
        list.extend(under(&directory.municipality.slug, open));
    }
    list
}

/// What only the municipality itself can say.
fn statements(directory: &Directory, today: Date) -> Vec<String> {
    let own = &directory.municipality;
    let mut open = Vec::new();
    if own.confirmed.is_none() {
        open.push("De gemeente heeft deze gegevens nog niet bevestigd.".to_owned());
    }
    if own.client_support == Fact::Unknown {
        open.push("Wie hier onafhankelijke cliëntondersteuning geeft, is niet bekend.".to_owned());
    }
    if own.accessibility.is_none() {
        open.push("Het adres van de toegankelijkheidsverklaring is niet bekend.".to_owned());
    }
    if Date::new(own.cbs_year, 12, 31).is_some_and(|last| last < today) {
        open.push(format!(
            "De wijkcodes zijn die van {}; het CBS wijzigt ze elk jaar op 1 januari.",
            own.cbs_year
        ));
    }
    open
}
