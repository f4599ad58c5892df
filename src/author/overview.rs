//! Everything known per *wijk*, on one page that needs no JavaScript and prints.

use super::digits::digits;
use super::frame::{Page, framed, h1, h2, p, phone, tel_link};
use crate::content::Bundle;
use crate::domain::{
    Channel, Coverage, Date, Directory, Provider, ProviderKind, Reach, Scope, Where, Wijk, site,
};
use crate::texts::NL;
use maud::{Markup, html};

/// The overview of one municipality.
pub(super) fn overview(bundle: &Bundle, today: Date) -> Page {
    let directory = &bundle.directory;
    let name = &directory.municipality.name;
    let main = html! {
        div.wd-column.wd-stack {
            (h1(&(NL.overview_title)(name)))
            @if directory.municipality.confirmed.is_none() {
                p.nl-paragraph.wd-notice { (NL.unconfirmed) }
            }
            @if !directory.wijken.is_empty() {
                nav aria-label=(NL.wijken) {
                    ul.wd-jump {
                        @for wijk in &directory.wijken {
                            li { a.nl-link href={ "#" (wijk.code) } { (wijk.name) } }
                        }
                    }
                }
            }
            section.wd-stack {
                (h2(&(NL.whole_city)(name)))
                (parties(directory, None, today))
            }
            @for wijk in &directory.wijken {
                section.wd-wijk.wd-stack id=(wijk.code) {
                    (h2(&wijk.name))
                    @let codes = postcodes(directory, wijk);
                    @if !codes.is_empty() { p.nl-paragraph { (NL.postcodes) ": " (codes) } }
                    (parties(directory, Some(wijk), today))
                }
            }
        }
    };
    Page {
        title: format!("{} {name}", NL.app),
        head: html! {},
        body: framed(&bundle.catalogue, Some(directory), false, main),
    }
}

/// Whether a party is for everybody in the municipality on a day.
fn in_city(directory: &Directory, party: &Provider, today: Date) -> bool {
    party.id == directory.municipality.entrance
        || here(party, today).any(|coverage| coverage.scope == Scope::City)
}

/// Whether a party is for this *wijk* on a day, and not for everybody.
fn in_wijk(directory: &Directory, party: &Provider, wijk: &Wijk, today: Date) -> bool {
    let place = Where::In(vec![&wijk.code]);
    !in_city(directory, party, today)
        && here(party, today).any(|serve| directory.level(&serve.scope, &place, true).is_some())
}

fn here(party: &Provider, today: Date) -> impl Iterator<Item = &Coverage> {
    party.serves.iter().filter(move |coverage| coverage.holds_on(today))
}

/// The ways that are open to a *wijk*; to everybody, if it is not about one.
fn open<'p>(
    directory: &Directory,
    party: &'p Provider,
    wijk: Option<&Wijk>,
    today: Date,
) -> Vec<&'p Reach> {
    let place = wijk.map_or(Where::Unknown, |wijk| Where::In(vec![&wijk.code]));
    let reaches = |scope: &Scope| wijk.is_none() || directory.level(scope, &place, true).is_some();
    party
        .reach
        .iter()
        .filter(|reach| !reach.is_over(today) && reach.scope.as_ref().is_none_or(reaches))
        .collect()
}

fn postcodes(directory: &Directory, wijk: &Wijk) -> String {
    let own = directory.postcodes.iter().filter(|range| range.wijken.contains(&wijk.code));
    digits(own, " - ").join(", ")
}

/// The parties of a *wijk*, or of the whole municipality.
fn parties(directory: &Directory, wijk: Option<&Wijk>, today: Date) -> Markup {
    let mut teams_first: Vec<&Provider> = directory
        .providers
        .iter()
        .filter(|party| match wijk {
            None => in_city(directory, party, today),
            Some(wijk) => in_wijk(directory, party, wijk, today),
        })
        .collect();
    teams_first.sort_by_key(|party| match party.kind {
        ProviderKind::Municipality => 0,
        ProviderKind::Team => 1,
        _ => 2,
    });
    html! {
        ul.wd-offers {
            @for party in teams_first {
                li {
                    h3.nl-heading.nl-heading--level-3 { (party.name) }
                    @if let Some(what) = &party.what { (p(what)) }
                    @for reach in open(directory, party, wijk, today) {
                        (way(reach, wijk, directory))
                    }
                    @if party.reach.is_empty() && let Some(entrance) = directory.entrance()
                        && party.id != entrance.id {
                        (p(&(NL.reach_unknown)(&entrance.name)))
                    }
                    @if party.kind == ProviderKind::Team && !party.has_phone() {
                        (through_entrance(directory, party))
                    }
                    @if let Some(date) = &party.source_date {
                        p.wd-soft { ((NL.from_year)(date)) }
                    }
                }
            }
        }
    }
}

/// A team without a number of its own is asked for at the general entrance.
fn through_entrance(directory: &Directory, team: &Provider) -> Markup {
    let entrance = directory.entrance().and_then(|entrance| Some((entrance, phone(entrance)?)));
    html! {
        @if let Some((entrance, number)) = entrance {
            p.nl-paragraph {
                ((NL.channel)(Channel::Phone)) ": " (tel_link(number)) ". "
                ((NL.ask_for)(&entrance.name, &team.name))
            }
        }
    }
}

fn way(reach: &Reach, wijk: Option<&Wijk>, directory: &Directory) -> Markup {
    let located = reach.located.as_ref().filter(|code| wijk.is_none_or(|wijk| wijk.code != **code));
    let located = located.and_then(|code| directory.wijk(code));
    let label = (NL.channel)(reach.channel);
    html! {
        p.nl-paragraph {
            (label) ": "
            @match reach.channel {
                Channel::Phone => { (tel_link(reach)) }
                Channel::Website | Channel::Chat => {
                    a.nl-link href=(site(&reach.value)) rel="noreferrer" { (reach.value) }
                }
                Channel::Email => { a.nl-link href={ "mailto:" (reach.value) } { (reach.value) } }
                Channel::WalkIn | Channel::App | Channel::Post => { (reach.value) }
            }
            @if reach.channel != Channel::Phone && let Some(about) = &reach.about { " (" (about) ")" }
            @if !reach.hours.is_empty() { ", " ((NL.hours)(&reach.hours)) }
            @if reach.by_appointment { ". " (NL.by_appointment) }
            @if let Some(wijk) = located { " (" (wijk.name) ")" }
        }
    }
}
