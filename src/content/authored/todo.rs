//! What is still to be found out. No mistakes: the data can be published, and the
//! app says honestly what it does not know.

use super::check::Data;
use super::freshness;
use super::gaps::{self, Gap};
use super::meaning::gives_everybody;
use crate::domain::{Catalogue, Date, Directory, Fact, Status};
use std::cmp::Reverse;
use std::fmt;

/// Something to find out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    /// The short name of the municipality, or `landelijk`.
    pub municipality: String,
    /// What is not known, in one plain Dutch sentence.
    pub message: String,
    /// How many postcodes of residents it touches; nothing where that says nothing.
    pub postcodes: Option<usize>,
}

impl fmt::Display for Todo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.postcodes {
            Some(1) => write!(f, "{} (1 postcode): {}", self.municipality, self.message),
            Some(count) => {
                write!(f, "{} ({count} postcodes): {}", self.municipality, self.message)
            }
            None => write!(f, "{}: {}", self.municipality, self.message),
        }
    }
}

/// Everything still to be found out on a day, by municipality; what touches most residents
/// first.
pub fn todo(data: &Data, today: Date) -> Vec<Todo> {
    let national = freshness::records(&data.catalogue.national, today);
    let mut list: Vec<Todo> = national
        .into_iter()
        .chain(data.catalogue.missing.iter().cloned())
        .map(|message| Todo { municipality: "landelijk".to_owned(), message, postcodes: None })
        .collect();
    for directory in &data.directories {
        let mut open: Vec<Gap<'_>> = gaps::entrance(directory).into_iter().collect();
        open.extend(gaps::helps(directory, &data.catalogue, today));
        open.extend(gaps::silent(directory, &data.catalogue));
        open.extend(gaps::teams(directory));
        open.extend(gaps::places(directory, today));
        open.extend(statements(directory, &data.catalogue, today).into_iter().map(Gap::of_all));
        let records = freshness::records(&directory.providers, today);
        open.extend(records.into_iter().map(Gap::of_all));
        open.extend(directory.missing.iter().map(|text| gaps::question(directory, text)));
        open.sort_by_key(|gap| Reverse(gap.postcodes(directory)));
        list.extend(open.into_iter().map(|gap| Todo {
            municipality: directory.municipality.slug.clone(),
            postcodes: (!directory.postcodes.is_empty()).then(|| gap.postcodes(directory)),
            message: gap.message,
        }));
    }
    list
}

/// What only the municipality itself can say.
fn statements(directory: &Directory, catalogue: &Catalogue, today: Date) -> Vec<String> {
    let own = &directory.municipality;
    let mut open = Vec::new();
    if own.confirmed.is_none() {
        open.push("De gemeente heeft deze gegevens nog niet bevestigd.".to_owned());
    }
    if own.client_support == Fact::Unknown {
        let gives = directory.providers.iter().find(|party| {
            party.status == Status::Active && gives_everybody(party, &catalogue.support)
        });
        open.push(match gives {
            Some(party) => format!(
                "Wie hier onafhankelijke cliëntondersteuning geeft, staat niet bij \"client_support\"; \"{}\" geeft haar volgens \"serves\".",
                party.id
            ),
            None => "Wie hier onafhankelijke cliëntondersteuning geeft, is niet bekend.".to_owned(),
        });
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
