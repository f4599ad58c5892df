//! What a party gives and where, as services: one for each statement.

use super::Town;
use super::area::areas;
use super::fact::{code, fact, help};
use super::id::{below, organization as id_of};
use super::organization::organization;
use super::records::{Attribute, Language, Service, Status};
use super::way::{Way, ways};
use crate::domain::{Coverage, Form, Provider, Status as Known};
use uuid::Uuid;

const INVENTED: &str =
    "Dit is een verzonnen voorbeeld: deze plaats, deze hulp en deze nummers bestaan niet.";

/// Every service of a party; one without area and kind if it states nothing.
pub(super) fn services(town: &Town<'_>, party: &Provider) -> Vec<Service> {
    let organization = id_of(town.directory, party);
    let ways = ways(town, organization, party);
    let one = |index: usize, coverage| {
        let id = below(organization, "service", &index.to_string());
        service(town, party, &ways, id, coverage)
    };
    match party.serves.as_slice() {
        [] => vec![one(0, None)],
        all => all.iter().enumerate().map(|(index, said)| one(index, Some(said))).collect(),
    }
}

fn service(
    town: &Town<'_>,
    party: &Provider,
    ways: &[Way<'_>],
    id: Uuid,
    coverage: Option<&Coverage>,
) -> Service {
    let organization = organization(town, party, ways);
    Service {
        id,
        name: party.name.clone(),
        description: party.what.clone(),
        url: organization.website.clone(),
        email: organization.email.clone(),
        status: status(town, party, coverage),
        application_process: application(town, party, coverage),
        fees_description: party.cost.clone(),
        // HSDS calls this field deprecated and has none in its place.
        wait_time: party.wait.clone(),
        eligibility_description: eligibility(town, party, coverage),
        minimum_age: party.ages.map(|ages| ages.from),
        maximum_age: party.ages.and_then(|ages| ages.to),
        assured_date: party.checked.map(String::from),
        alert: alert(town, coverage),
        phones: ways.iter().filter_map(|way| way.phone(town)).collect(),
        schedules: ways.iter().flat_map(Way::hours).collect(),
        service_areas: coverage.map(|said| areas(town, id, &said.scope)).unwrap_or_default(),
        service_at_locations: ways.iter().filter_map(|way| way.place(town, id)).collect(),
        languages: languages(party, organization.id),
        organization,
        attributes: attributes(town, party, id, coverage),
    }
}

/// Whoever is there, but does not give this help on the day, does not give it now.
fn status(town: &Town<'_>, party: &Provider, coverage: Option<&Coverage>) -> Status {
    match party.status {
        Known::Active if coverage.is_none_or(|said| said.holds_on(town.today)) => Status::Active,
        Known::Active | Known::Inactive => Status::Inactive,
        Known::TemporarilyClosed => Status::TemporarilyClosed,
        Known::Defunct => Status::Defunct,
    }
}

fn application(town: &Town<'_>, party: &Provider, coverage: Option<&Coverage>) -> Option<String> {
    let referrer = coverage.and_then(|coverage| coverage.through.as_ref()).map(|route| {
        let words = town.words.routes.get(route);
        town.texts.visit.through(words.map_or(route.as_str(), |words| &words.name))
    });
    sentences(party.apply.clone().into_iter().chain(referrer))
}

fn eligibility(town: &Town<'_>, party: &Provider, coverage: Option<&Coverage>) -> Option<String> {
    let older = party.older.then(|| "Voor oudere mensen.".to_owned());
    let families = coverage.filter(|said| said.families);
    let families = families
        .map(|_| "Voor een gezin met een kind en vragen over meer dan één ding.".to_owned());
    let label = |need| town.words.needs.get(need).map(|words| format!("‘{}’", words.label));
    let needs = coverage.into_iter().flat_map(|said| said.needs.iter());
    let needs: Vec<String> = needs.filter_map(label).collect();
    let needs = (!needs.is_empty()).then(|| format!("Voor wie zegt: {}.", needs.join(" of ")));
    sentences(older.into_iter().chain(families).chain(needs))
}

/// What whoever takes this in has to know of it, and what the app says too.
fn alert(town: &Town<'_>, coverage: Option<&Coverage>) -> Option<String> {
    let own = &town.directory.municipality;
    let invented = own.demonstration.then(|| INVENTED.to_owned());
    let unconfirmed = own.confirmed.is_none().then(|| town.texts.visit.unconfirmed().to_owned());
    let from = coverage.and_then(|said| said.valid_from).map(|day| format!("Vanaf {day}."));
    let until = coverage.and_then(|said| said.valid_until).map(|day| format!("Tot en met {day}."));
    sentences([invented, unconfirmed, from, until].into_iter().flatten())
}

fn sentences(said: impl Iterator<Item = String>) -> Option<String> {
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// The data name those besides Dutch; where nobody wrote any down, nothing is known.
fn languages(party: &Provider, organization: Uuid) -> Vec<Language> {
    let language = |name: &str, code| Language {
        id: below(organization, "language", name),
        name: name.to_owned(),
        code,
    };
    let dutch = (!party.languages.is_empty()).then(|| language("Nederlands", Some("nl")));
    dutch.into_iter().chain(party.languages.iter().map(|name| language(name, None))).collect()
}

fn attributes(
    town: &Town<'_>,
    party: &Provider,
    id: Uuid,
    coverage: Option<&Coverage>,
) -> Vec<Attribute> {
    let form = (party.form != Form::Individual).then(|| code(party.form)).flatten();
    let confirmed = town.directory.municipality.confirmed;
    let helps = coverage.into_iter().flat_map(|said| said.routes.iter());
    helps
        .map(|route| help(town, id, route))
        .chain(fact(id, "form", form))
        .chain(coverage.into_iter().flat_map(|said| conditions(id, said)))
        .chain(fact(id, "confirmed", confirmed))
        .collect()
}

/// When and for whom a statement holds, for programs; in words it stands in the alert, the
/// eligibility and the application.
fn conditions(id: Uuid, coverage: &Coverage) -> impl Iterator<Item = Attribute> {
    let needs = coverage.needs.iter().filter_map(move |need| fact(id, "need", Some(need)));
    let families = coverage.families.then_some(true);
    [
        fact(id, "valid_from", coverage.valid_from),
        fact(id, "valid_until", coverage.valid_until),
        fact(id, "families", families),
        fact(id, "through", coverage.through.as_ref()),
    ]
    .into_iter()
    .flatten()
    .chain(needs)
}
