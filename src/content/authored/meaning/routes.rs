//! Kinds of help: each is used, and somebody gives it wherever it may be needed.

use super::Found;
use crate::content::authored::spelling::{listed, quoted};
use crate::domain::{
    Catalogue, Channel, Directory, Flag, Provider, Route, RouteCode, RouteKind, Scope,
};

/// Judges the kinds of help of the catalogue.
pub(super) fn judge(
    catalogue: &Catalogue,
    directories: &[(&str, &Directory)],
    found: &mut Found<'_>,
) {
    let codes: Vec<&str> = catalogue.routes.iter().map(|route| route.code.as_str()).collect();
    found.distinct(
        "de soort hulp",
        codes.iter().enumerate().map(|(index, code)| (format!("/routes/{index}/code"), *code)),
    );
    for (at, code) in
        [("/whole", &catalogue.whole), ("/support", &catalogue.support), ("/away", &catalogue.away)]
    {
        found.refers(at, "de soort hulp", code.as_str(), &codes);
    }
    if let Some(code) = &catalogue.whole_young {
        found.refers("/whole_young", "de soort hulp", code.as_str(), &codes);
    }
    if catalogue.route(&catalogue.whole).is_some_and(|route| route.kind != RouteKind::Wijkteam) {
        found.add("/whole", "het team als geheel moet hulp van soort \"wijkteam\" zijn");
    }
    for (index, route) in catalogue.routes.iter().enumerate() {
        let at = format!("/routes/{index}/code");
        if !is_used(catalogue, &route.code) && !found.is_lost(route.code.as_str()) {
            found.add(
                at.clone(),
                format!(
                    "de soort hulp {} wordt nergens gebruikt; noem haar bij een behoefte of haal haar weg",
                    quoted(route.code.as_str())
                ),
            );
        }
        if let Some(instead) = &route.instead {
            found.refers(
                format!("/routes/{index}/instead"),
                "de soort hulp",
                instead.as_str(),
                &codes,
            );
        }
        wide(&format!("/routes/{index}/wide"), catalogue, route, found);
        if !falls_back(route.kind) && !found.is_lost(route.code.as_str()) {
            nobody(&at, catalogue, &route.code, directories, found);
        }
    }
    for (index, flag) in catalogue.flags.iter().enumerate() {
        let silent: Vec<&str> = directories
            .iter()
            .filter(|(_, directory)| !leads_to_somebody(catalogue, directory, flag, found))
            .map(|(file, _)| *file)
            .collect();
        if !silent.is_empty() && !flag.lines.is_empty() {
            found.add(
                format!("/flags/{index}/lines"),
                format!(
                    "bij dit gevaarsein is er geen telefoonnummer in {}; noem een lijn met een nummer",
                    listed(&silent)
                ),
            );
        }
    }
}

/// Of help that many needs want it is said whether its name says enough.
fn wide(at: &str, catalogue: &Catalogue, route: &Route, found: &mut Found<'_>) {
    /// From this many needs on.
    const MANY: usize = 5;
    let open = route.kind == RouteKind::Algemeen;
    let wanting = catalogue.wanting(&route.code).count();
    match route.wide {
        None if open && wanting >= MANY && !found.is_lost(route.code.as_str()) => found.add(
            at,
            format!(
                "{} past bij {wanting} behoeften; zegt de naam genoeg, schrijf dan \"wide\": false; moet ieder die het geeft zeggen voor welke, schrijf dan \"wide\": true",
                quoted(route.code.as_str())
            ),
        ),
        Some(true) if !open => found.add(
            at,
            "alleen van hulp die voor iedereen open is (\"algemeen\") zegt een partij voor wie; haal dit weg",
        ),
        _ => {}
    }
}

/// Where nobody is named for it, the general entrance of the municipality finds
/// out. That cannot be asked of it for danger and for other laws.
fn falls_back(kind: RouteKind) -> bool {
    match kind {
        RouteKind::Wijkteam | RouteKind::Algemeen | RouteKind::Gemeente => true,
        RouteKind::AndereWet | RouteKind::Crisis => false,
    }
}

fn is_used(catalogue: &Catalogue, code: &RouteCode) -> bool {
    let helps = catalogue.needs.iter().flat_map(|need| &need.helps).map(|help| &help.route);
    let lines = catalogue.flags.iter().flat_map(|flag| &flag.lines);
    let fixed = [&catalogue.whole, &catalogue.support, &catalogue.away];
    helps.chain(lines).chain(fixed).chain(&catalogue.whole_young).any(|used| used == code)
}

fn gives(provider: &Provider, code: &RouteCode) -> bool {
    provider.serves.iter().any(|coverage| coverage.routes.contains(code))
}

fn nobody(
    at: &str,
    catalogue: &Catalogue,
    code: &RouteCode,
    directories: &[(&str, &Directory)],
    found: &mut Found<'_>,
) {
    if catalogue.national.iter().any(|party| gives(party, code)) {
        return;
    }
    let without: Vec<&str> = directories
        .iter()
        .filter(|(_, directory)| !directory.providers.iter().any(|party| gives(party, code)))
        .map(|(file, _)| *file)
        .collect();
    if !without.is_empty() {
        found.add(
            at,
            format!(
                "niemand geeft de hulp {} in {}; voeg een landelijke partij toe bij \"national\" of een partij per gemeente",
                quoted(code.as_str()),
                listed(&without)
            ),
        );
    }
}

/// Whether a flag gives a number to call wherever somebody is in a municipality. Where
/// the municipality's own number is not known, its words have to do: none is invented.
fn leads_to_somebody(
    catalogue: &Catalogue,
    directory: &Directory,
    flag: &Flag,
    found: &Found<'_>,
) -> bool {
    let Some(entrance) = directory.entrance() else { return true };
    if !has_phone(entrance) && entrance.what.is_some() {
        return true;
    }
    flag.lines.iter().any(|code| {
        let everywhere = |party: &&Provider| {
            party.serves.iter().any(|coverage| {
                coverage.routes.contains(code)
                    && matches!(coverage.scope, Scope::City | Scope::Country)
            })
        };
        let mut here = directory.providers.iter().filter(everywhere).peekable();
        // The general entrance is asked for who has no number, but for a line for danger.
        let asked_for = catalogue.route(code).is_some_and(|route| falls_back(route.kind));
        found.is_lost(code.as_str())
            || (asked_for && has_phone(entrance))
            || match here.peek() {
                Some(_) => here.any(has_phone),
                None => {
                    let national = catalogue.national.iter().find(|party| gives(party, code));
                    national.is_some_and(has_phone)
                }
            }
    })
}

/// Whether a party can be phoned.
pub(super) fn has_phone(party: &Provider) -> bool {
    party.reach.iter().any(|reach| reach.channel == Channel::Phone)
}
