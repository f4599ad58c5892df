//! Areas, *wijken* and postcodes of a municipality.

use super::Found;
use crate::content::authored::spelling::quoted;
use crate::domain::{
    Channel, Colour, Directory, Postcode, PostcodeRange, ProviderKind, Scope, Where, Wijk,
};

/// Judges the places of a directory.
pub(super) fn judge(directory: &Directory, found: &mut Found<'_>) {
    let areas: Vec<&str> = directory.areas.iter().map(|area| area.id.as_str()).collect();
    let wijken: Vec<&str> = directory.wijken.iter().map(|wijk| wijk.code.as_str()).collect();
    found.distinct(
        "het gebied",
        areas.iter().enumerate().map(|(index, id)| (format!("/areas/{index}/id"), *id)),
    );
    found.distinct(
        "de wijk",
        wijken.iter().enumerate().map(|(index, code)| (format!("/wijken/{index}/code"), *code)),
    );
    for (index, wijk) in directory.wijken.iter().enumerate() {
        let own = || wijk.areas.iter().enumerate();
        for (place, area) in own() {
            let at = format!("/wijken/{index}/areas/{place}");
            found.refers(at, "het gebied", area.as_str(), &areas);
        }
        let at = |place| format!("/wijken/{index}/areas/{place}");
        found.distinct("het gebied", own().map(|(place, area)| (at(place), area.as_str())));
    }
    addresses(directory, found);
    green(directory, found);
    for (index, range) in directory.postcodes.iter().enumerate() {
        let at = format!("/postcodes/{index}");
        row(&at, range, found);
        for (place, code) in range.wijken.iter().enumerate() {
            found.refers(format!("{at}/wijken/{place}"), "de wijk", code.as_str(), &wijken);
        }
        found.distinct(
            "de wijk",
            range
                .wijken
                .iter()
                .enumerate()
                .map(|(place, code)| (format!("{at}/wijken/{place}"), code.as_str())),
        );
    }
}

/// The list of a *wijk* has its name in its address.
fn addresses(directory: &Directory, found: &mut Found<'_>) {
    let slugs: Vec<String> = directory.wijken.iter().map(Wijk::slug).collect();
    for (index, slug) in slugs.iter().enumerate() {
        let at = format!("/wijken/{index}/name");
        if slug.is_empty() {
            found.add(at, "deze naam heeft geen letters voor een webadres; geef een andere");
        } else if slugs[..index].contains(slug) {
            let name = quoted(&directory.wijken[index].name);
            found.add(
                at,
                format!("{name} geeft hetzelfde webadres als een eerdere wijk, {slug}; geef elk een eigen naam"),
            );
        }
    }
}

/// A green *wijk* has no walk-in hour of its own, so one elsewhere has to be open to it.
fn green(directory: &Directory, found: &mut Found<'_>) {
    let green = |wijk: &&Wijk| wijk.colour == Some(Colour::Green);
    for (index, wijk) in directory.wijken.iter().enumerate().filter(|(_, wijk)| green(wijk)) {
        let at = format!("/wijken/{index}/colour");
        let place = Where::In(vec![&wijk.code]);
        let helps = |scope: &Scope| directory.level(scope, &place, true).is_some();
        let walk_ins = |anybody: bool| {
            let teams = directory.providers.iter().filter(|party| party.kind == ProviderKind::Team);
            teams
                .filter(move |team| anybody || team.serves.iter().any(|serve| helps(&serve.scope)))
                .flat_map(|team| &team.reach)
                .filter(|reach| reach.channel == Channel::WalkIn)
        };
        if walk_ins(true).any(|reach| reach.located.as_ref() == Some(&wijk.code)) {
            found.add(at, "deze wijk is groen, maar een team heeft er een inloop; verander de kleur of de inloop");
        } else if !walk_ins(false).any(|reach| reach.scope.as_ref().is_none_or(helps)) {
            found.add(at, "deze wijk is groen, maar geen inloop van een team staat voor haar open; zet haar bij de \"scope\" van een inloop");
        }
    }
}

/// A row of postcodes runs upward, and both ends are written in the same way.
fn row(at: &str, range: &PostcodeRange, found: &mut Found<'_>) {
    let Some(to) = range.to else { return };
    let from = range.from;
    let at = at.to_owned() + "/to";
    if is_whole(from) != is_whole(to) {
        found.add(
            at,
            format!(
                "{from} en {to} zijn niet even lang; schrijf allebei met of allebei zonder letters"
            ),
        );
    } else if to < from {
        found.add(at, format!("{to} komt voor {from}; draai ze om"));
    }
}

/// Whether the letters were given.
fn is_whole(postcode: Postcode) -> bool {
    let [first, last] = postcode.span();
    first == last
}
