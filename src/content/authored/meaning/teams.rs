//! Teams: one per *wijk* and kind of help on any day. A narrower scope overrides a
//! wider one, so two teams only collide where both are said in the same way.

use super::Found;
use crate::content::authored::spelling::{listed, quoted};
use crate::domain::{Coverage, Directory, Provider, ProviderKind, Scope};

/// Judges the teams of a directory against each other.
pub(super) fn judge(directory: &Directory, found: &mut Found<'_>) {
    let turns: Vec<Turn<'_>> = directory
        .providers
        .iter()
        .enumerate()
        .filter(|(_, team)| team.kind == ProviderKind::Team)
        .flat_map(|(index, team)| {
            team.serves.iter().enumerate().map(move |(place, coverage)| Turn {
                at: format!("/providers/{index}/serves/{place}"),
                index,
                team,
                coverage,
            })
        })
        .collect();
    for (later, turn) in turns.iter().enumerate() {
        for earlier in &turns[..later] {
            if earlier.index != turn.index
                && let Some(message) = turn.collides(earlier, directory)
            {
                found.add(turn.at.clone(), message);
            }
        }
    }
}

/// One team giving some kinds of help somewhere for some time.
struct Turn<'d> {
    at: String,
    index: usize,
    team: &'d Provider,
    coverage: &'d Coverage,
}

impl Turn<'_> {
    fn collides(&self, other: &Self, directory: &Directory) -> Option<String> {
        let (a, b) = (self.coverage, other.coverage);
        let from = a.valid_from.max(b.valid_from);
        let until = [a.valid_until, b.valid_until].into_iter().flatten().min();
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            return None;
        }
        let routes: Vec<&str> = a
            .routes
            .iter()
            .filter(|code| b.routes.contains(code))
            .map(|code| code.as_str())
            .collect();
        let wijken = shared(&a.scope, &b.scope, directory);
        if routes.is_empty() || wijken.is_empty() {
            return None;
        }
        let since = from.map(|day| format!(" vanaf {day}")).unwrap_or_default();
        let end = until.map(|day| format!(" tot en met {day}")).unwrap_or_default();
        let always = if from.is_none() && until.is_none() { " altijd" } else { "" };
        Some(format!(
            "de teams {} en {} geven{always}{since}{end} allebei {} in {}; laat er één staan of geef ze in het bestand zelf een eigen tijd (\"valid_from\", \"valid_until\")",
            quoted(other.team.id.as_str()),
            quoted(self.team.id.as_str()),
            listed(&routes),
            listed(&wijken)
        ))
    }
}

/// The *wijken* two scopes of the same width have in common.
fn shared<'d>(a: &'d Scope, b: &Scope, directory: &'d Directory) -> Vec<&'d str> {
    match (a, b) {
        (Scope::City, Scope::City) => vec!["de hele gemeente"],
        (Scope::Areas(a), Scope::Areas(b)) => {
            a.iter().filter(|area| b.contains(area)).map(|area| area.as_str()).collect()
        }
        (Scope::Wijken(a), Scope::Wijken(b)) => a
            .iter()
            .filter(|code| b.contains(code))
            .map(|code| directory.wijk(code).map_or(code.as_str(), |wijk| wijk.name.as_str()))
            .collect(),
        _ => Vec::new(),
    }
}
