//! Everything known per *wijk*, on one page that needs no JavaScript and prints.

use super::frame::{Page, framed, h1, h2, p, phone, tel_link};
use crate::content::Bundle;
use crate::domain::{Channel, Directory, Provider, ProviderKind, Reach, Scope, Wijk, site};
use crate::texts::NL;
use maud::{Markup, html};

/// The overview of one municipality.
pub(super) fn overview(bundle: &Bundle) -> Page {
    let directory = &bundle.directory;
    let name = &directory.municipality.name;
    let main = html! {
        div.wd-column.wd-stack {
            (h1(&(NL.overview_title)(name)))
            @if directory.municipality.confirmed.is_none() {
                p.nl-paragraph.wd-notice { (NL.unconfirmed) }
            }
            nav aria-label=(NL.wijken) {
                ul.wd-jump {
                    @for wijk in &directory.wijken {
                        li { a.nl-link href={ "#" (wijk.code) } { (wijk.name) } }
                    }
                }
            }
            section.wd-stack {
                (h2(&(NL.whole_city)(name)))
                (parties(directory, directory.providers.iter().filter(|party| in_city(directory, party))))
            }
            @for wijk in &directory.wijken {
                section.wd-wijk.wd-stack id=(wijk.code) {
                    (h2(&wijk.name))
                    @let codes = postcodes(directory, wijk);
                    @if !codes.is_empty() { p.nl-paragraph { (NL.postcodes) ": " (codes) } }
                    (parties(directory, directory.providers.iter().filter(|party| in_wijk(directory, party, wijk))))
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

fn in_city(directory: &Directory, party: &Provider) -> bool {
    party.id == directory.municipality.entrance
        || party.serves.iter().any(|coverage| coverage.scope == Scope::City)
}

fn in_wijk(directory: &Directory, party: &Provider, wijk: &Wijk) -> bool {
    !in_city(directory, party)
        && party.serves.iter().any(|coverage| match &coverage.scope {
            Scope::Wijken(wijken) => wijken.contains(&wijk.code),
            Scope::Areas(areas) => areas.iter().any(|area| wijk.areas.contains(area)),
            Scope::City | Scope::Country => false,
        })
}

fn postcodes(directory: &Directory, wijk: &Wijk) -> String {
    let codes: Vec<String> = directory
        .postcodes
        .iter()
        .filter(|range| range.wijken.contains(&wijk.code))
        .map(|range| match range.to {
            None => range.from.to_string(),
            Some(to) => format!("{} - {to}", range.from),
        })
        .collect();
    codes.join(", ")
}

fn parties<'d>(directory: &Directory, parties: impl Iterator<Item = &'d Provider>) -> Markup {
    let mut teams_first: Vec<&Provider> = parties.collect();
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
                    @for reach in &party.reach { (way(reach)) }
                    @if party.reach.is_empty() && let Some(entrance) = directory.entrance() {
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

fn way(reach: &Reach) -> Markup {
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
        }
    }
}
