//! Holes in a directory: help nobody is named for, teams nobody can reach, *wijken*
//! that no postcode leads to.

use crate::domain::{
    AgeSet, Catalogue, Channel, Date, Directory, Here, ProviderKind, RouteKind, Situation, Where,
    Wijk,
};
use std::collections::BTreeMap;

/// Help for which the app can only point to the general entrance.
pub(super) fn helps(directory: &Directory, catalogue: &Catalogue, today: Date) -> Vec<String> {
    let mut nowhere = Vec::new();
    let mut partly = Vec::new();
    let here = |place| {
        Here::new(
            catalogue,
            directory,
            Situation { place, day: today, family: false, ages: AgeSet::default() },
        )
    };
    let nowhere_known = here(Where::Unknown);
    let wijken: Vec<(&Wijk, Here<'_>)> =
        directory.wijken.iter().map(|wijk| (wijk, here(Where::In(vec![&wijk.code])))).collect();
    for route in &catalogue.routes {
        let national = catalogue
            .national
            .iter()
            .any(|party| party.serves.iter().any(|serve| serve.routes.contains(&route.code)));
        if national {
            continue;
        }
        let gives = |here: &Here<'_>| !here.serving(&route.code).is_empty();
        let without: Vec<&str> = wijken
            .iter()
            .filter(|(_, here)| !gives(here))
            .map(|(wijk, _)| wijk.name.as_str())
            .collect();
        if without.len() == directory.wijken.len() && !gives(&nowhere_known) {
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
pub(super) fn teams(directory: &Directory) -> Vec<String> {
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
            groups.entry(unknown.join(", ")).or_default().push(&team.name);
        }
    }
    groups
        .into_iter()
        .map(|(unknown, teams)| format!("Niet bekend ({unknown}) van: {}.", listed(&teams)))
        .collect()
}

/// *Wijken* nobody gets to, or where no team works.
pub(super) fn places(directory: &Directory, today: Date) -> Vec<String> {
    let mut open = Vec::new();
    let without = |test: &dyn Fn(&Wijk) -> bool| -> Vec<&str> {
        directory.wijken.iter().filter(|wijk| !test(wijk)).map(|wijk| wijk.name.as_str()).collect()
    };
    let postcode =
        without(&|wijk| directory.postcodes.iter().any(|range| range.wijken.contains(&wijk.code)));
    if !postcode.is_empty() {
        open.push(format!("Geen postcode leidt naar: {}.", listed(&postcode)));
    }
    let team = without(&|wijk| {
        let here = Where::In(vec![&wijk.code]);
        directory
            .providers
            .iter()
            .filter(|party| party.kind == ProviderKind::Team)
            .flat_map(|team| &team.serves)
            .any(|serve| {
                serve.holds_on(today) && directory.level(&serve.scope, &here, true).is_some()
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
            "De postcodes hebben alleen cijfers; maak de tabel opnieuw met 'wijkdeur import-cbs', met letters."
                .to_owned(),
        );
    }
    open
}

/// Names in a row; they may have commas of their own.
pub(super) fn listed(names: &[&str]) -> String {
    names.join("; ")
}
