//! Days between two teams: the one has stopped and the next has not begun.

use super::places::Places;
use super::report::{Kind, Report};
use super::table::columns;
use crate::content::Data;
use crate::domain::*;
use std::collections::BTreeMap;

/// Reports the days from today on which there is no team for a kind of help, and nobody else
/// is named for it, between two teams that give it.
pub(super) fn judge(data: &Data, towns: &[Places<'_>], today: Date, report: &mut Report) {
    for town in towns {
        let slug = &town.directory.municipality.slug;
        for (name, here) in columns(&data.catalogue, town.directory, today) {
            let place = &here.situation.place;
            let mut found: BTreeMap<(Date, Date), Vec<&str>> = BTreeMap::new();
            for route in data.catalogue.routes.iter().map(|route| &route.code) {
                let alone = |day: &Date| {
                    let on_day = Situation::of_anybody(place.clone(), *day);
                    let here = Here::new(&data.catalogue, town.directory, on_day);
                    !matches!(here.served(route), Served::By(_))
                };
                for (first, last) in holes(town.directory, place, route, today) {
                    let mut days = town.days.iter().filter(|day| (first..=last).contains(day));
                    if days.any(alone) {
                        found.entry((first, last)).or_default().push(route.as_str());
                    }
                }
            }
            for ((first, last), routes) in found {
                let routes = routes.join(", ");
                report.add(
                    Kind::Between,
                    format!("{first} tot en met {last}: {routes} in {name} ({slug})"),
                );
            }
        }
    }
}

/// First and last day of each time, from today on, between two turns of teams.
fn holes(town: &Directory, place: &Where<'_>, route: &RouteCode, today: Date) -> Vec<(Date, Date)> {
    let there =
        |party: &&Provider| party.kind == ProviderKind::Team && party.status == Status::Active;
    let serves = |it: &&Coverage| {
        it.routes.contains(route)
            && it.needs.is_empty()
            && !it.families
            && town.level(&it.scope, place, true).is_some()
    };
    let teams = town.providers.iter().filter(there);
    let mut turns: Vec<&Coverage> = teams.flat_map(|team| &team.serves).filter(serves).collect();
    turns.sort_by_key(|turn| turn.valid_from);
    let mut holes = Vec::new();
    let mut turns = turns.into_iter();
    // Nothing: it has no end.
    let mut end = turns.next().and_then(|turn| turn.valid_until);
    for turn in turns {
        let Some(last) = end else { break };
        if let Some(from) = turn.valid_from.filter(|from| *from > last.next() && *from > today) {
            holes.push((last.next().max(today), from.before()));
        }
        end = turn.valid_until.map(|until| until.max(last));
    }
    holes
}
