//! What is still to be found out. No mistakes: the data can be published, and the
//! app says honestly what it does not know.

use super::check::Data;
use super::spelling::listed;
use crate::domain::{
    Catalogue, Channel, Date, Directory, Fact, Provider, ProviderKind, RouteKind, SourceDate, Where,
};
use std::collections::BTreeMap;
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
        under("landelijk", records(&data.catalogue.national, today)).collect();
    for directory in &data.directories {
        let mut open = statements(directory, today);
        open.extend(helps(directory, &data.catalogue, today));
        open.extend(teams(directory));
        open.extend(places(directory, today));
        open.extend(records(&directory.providers, today));
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

/// Help for which the app can only point to the general entrance.
fn helps(directory: &Directory, catalogue: &Catalogue, today: Date) -> Vec<String> {
    let mut nowhere = Vec::new();
    let mut partly = Vec::new();
    for route in &catalogue.routes {
        let national = catalogue
            .national
            .iter()
            .any(|party| party.serves.iter().any(|serve| serve.routes.contains(&route.code)));
        if national {
            continue;
        }
        let gives = |place| !directory.serving(&route.code, &place, today).is_empty();
        let without: Vec<&str> = directory
            .wijken
            .iter()
            .filter(|wijk| !gives(Where::In(vec![&wijk.code])))
            .map(|wijk| wijk.name.as_str())
            .collect();
        if without.len() == directory.wijken.len() && !gives(Where::Unknown) {
            nowhere.push(route.code.as_str());
        } else if !without.is_empty() && route.kind == RouteKind::Wijkteam {
            partly.push(format!(
                "Wie {} geeft, is niet bekend in: {}.",
                route.code,
                listed(&without)
            ));
        }
    }
    if !nowhere.is_empty() {
        partly.insert(
            0,
            format!(
                "Voor {} soorten hulp is niemand genoemd, dus wijst de app naar de algemene ingang: {}.",
                nowhere.len(),
                listed(&nowhere)
            ),
        );
    }
    partly
}

/// Teams by what is not known about reaching them.
fn teams(directory: &Directory) -> Vec<String> {
    let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for team in directory.providers.iter().filter(|party| party.kind == ProviderKind::Team) {
        let has = |channel| team.reach.iter().any(|reach| reach.channel == channel);
        let unknown = [
            (!has(Channel::Phone)).then_some("telefoonnummer"),
            (!has(Channel::WalkIn)).then_some("adres"),
            team.reach.iter().all(|reach| reach.hours.is_empty()).then_some("tijden"),
        ];
        let unknown: Vec<&str> = unknown.into_iter().flatten().collect();
        if !unknown.is_empty() {
            groups.entry(listed(&unknown)).or_default().push(&team.name);
        }
    }
    groups
        .into_iter()
        .map(|(unknown, teams)| format!("Niet bekend ({unknown}) van: {}.", listed(&teams)))
        .collect()
}

/// *Wijken* nobody gets to, or where no team works.
fn places(directory: &Directory, today: Date) -> Vec<String> {
    let mut open = Vec::new();
    let without = |test: &dyn Fn(&crate::domain::Wijk) -> bool| -> Vec<&str> {
        directory.wijken.iter().filter(|wijk| !test(wijk)).map(|wijk| wijk.name.as_str()).collect()
    };
    let postcode =
        without(&|wijk| directory.postcodes.iter().any(|range| range.wijken.contains(&wijk.code)));
    if !postcode.is_empty() {
        open.push(format!("Geen postcode leidt naar: {}.", listed(&postcode)));
    }
    let team = without(&|wijk| {
        directory
            .providers
            .iter()
            .filter(|party| party.kind == ProviderKind::Team)
            .flat_map(|team| &team.serves)
            .filter(|coverage| coverage.holds_on(today))
            .flat_map(|coverage| &coverage.routes)
            .any(|route| {
                directory
                    .serving(route, &Where::In(vec![&wijk.code]), today)
                    .iter()
                    .any(|party| party.kind == ProviderKind::Team)
            })
    });
    if !team.is_empty() {
        open.push(format!("Welk team er werkt, is niet bekend in: {}.", listed(&team)));
    }
    let coarse = directory.postcodes.iter().all(|range| {
        let [first, last] = range.from.span();
        first != last
    });
    if coarse && !directory.postcodes.is_empty() {
        open.push(
            "De postcodes hebben alleen cijfers; maak de tabel opnieuw uit het bestand van het CBS, met letters."
                .to_owned(),
        );
    }
    open
}

/// How well the parties are known.
fn records(parties: &[Provider], today: Date) -> Vec<String> {
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
    let old = |party: &&Provider| {
        let last = party.source_date.as_ref().and_then(last_day);
        last.is_some_and(|day| today.ordinal() - day.ordinal() > YEARS * 365)
    };
    if let Some(oldest) = parties.iter().filter(old).min_by_key(|party| &party.source_date) {
        let date = oldest.source_date.as_ref().map_or("", SourceDate::as_str);
        count(
            parties.iter().filter(old).count(),
            &format!("bron ouder dan {YEARS} jaar; de oudste is van {date}, bij {}", oldest.name),
        );
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
