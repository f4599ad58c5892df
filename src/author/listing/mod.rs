//! The lists that need no app: per *wijk* everybody who is there for it, an overview of
//! the *wijken*, and a picture of how complete the lists are for who keeps them.
//!
//! They are made on the day of publishing and say so. Absent: who is to be turned to
//! first; that takes answers.

mod coverage;
mod entry;
mod overview;
mod structured;
mod wijk;

use super::page::{Node, Page};
use crate::content::Bundle;
use crate::domain::{
    Catalogue, Coverage, Date, Directory, Level, LifeDomain, Need, Provider, ProviderKind, Status,
    Where, Wijk,
};
use crate::node::{element, inside};
use crate::texts::Interface;
use std::cmp::Reverse;

/// Every page about one municipality that needs no app, with its path below that of the
/// municipality.
pub(super) fn pages(texts: &Interface, bundle: &Bundle, today: Date) -> Vec<(String, Page)> {
    let mut pages = vec![
        ("overzicht".to_owned(), overview::page(texts, bundle, today)),
        ("overzicht/volledig".to_owned(), coverage::page(texts, bundle, today)),
    ];
    for wijk in &bundle.directory.wijken {
        pages.push((format!("wijk/{}", wijk.slug()), wijk::page(texts, bundle, wijk, today)));
    }
    pages
}

/// What is said of a list that the municipality did not confirm.
fn unconfirmed(texts: &Interface, directory: &Directory) -> Option<Node> {
    let said = directory.municipality.confirmed.is_none().then(|| texts.visit.unconfirmed())?;
    Some(element("p", "nl-paragraph wd-notice", inside![said]))
}

/// A party that is there for a place, and how near that was said.
#[derive(Clone, Copy)]
struct Listed<'d> {
    party: &'d Provider,
    level: Level<'d>,
}

/// Everybody who is there for a *wijk* on a day, or for the whole municipality if it is
/// not about one: near before far, teams first, then what is known best.
fn listed<'d>(directory: &'d Directory, wijk: Option<&'d Wijk>, today: Date) -> Vec<Listed<'d>> {
    let place = wijk.map_or(Where::Unknown, |wijk| Where::In(vec![&wijk.code]));
    let level = |party: &'d Provider| {
        let holding = party.serves.iter().filter(|serve| serve.holds_on(today));
        let levels = holding.filter_map(|serve| directory.level(&serve.scope, &place, true));
        let entrance = party.id == directory.municipality.entrance;
        levels.min_by_key(|level| level.width()).or(entrance.then_some(Level::City))
    };
    let mut listed: Vec<Listed<'d>> = directory
        .providers
        .iter()
        .filter(|party| matches!(party.status, Status::Active | Status::TemporarilyClosed))
        .filter_map(|party| Some(Listed { party, level: level(party)? }))
        .collect();
    listed.sort_by_key(|Listed { party, level }| {
        let first = match party.kind {
            ProviderKind::Team => 0,
            ProviderKind::Municipality => 1,
            _ => 2,
        };
        let fresh = party.is_fresh(today);
        (level.width(), first, Reverse((fresh, &party.source_date)), &party.name)
    });
    listed
}

/// The parts of life a party is there for: a team for all of them, anybody else for those
/// that make up a fair part of the needs its help is for.
fn subjects(catalogue: &Catalogue, party: &Provider) -> Vec<LifeDomain> {
    /// One in this many needs.
    const FAIR: usize = 3;
    let is_for = |serve: &Coverage, need: &Need| match serve.needs.is_empty() {
        true => need.helps.iter().any(|help| serve.routes.contains(&help.route)),
        false => serve.needs.contains(&need.id),
    };
    let needs =
        catalogue.needs.iter().filter(|need| party.serves.iter().any(|serve| is_for(serve, need)));
    let needs: Vec<&Need> = needs.collect();
    let all = party.kind == ProviderKind::Team;
    LifeDomain::ALL
        .into_iter()
        .filter(|domain| {
            let count = needs.iter().filter(|need| need.domains.contains(domain)).count();
            all || count * FAIR >= needs.len().max(1)
        })
        .collect()
}
