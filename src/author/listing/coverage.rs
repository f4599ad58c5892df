//! How complete a list is, at a glance, for who keeps it: *wijken* by parts of life, and
//! in each cell how many kinds of help have a party with a name, end at the general
//! entrance or lead to nobody, and from when what is known is.

use crate::author::frame::{Page, framed, h1, h2, p};
use crate::content::{Bundle, address};
use crate::domain::{
    Catalogue, Date, Directory, Here, Level, LifeDomain, Provider, RouteCode, RouteKind, Served,
    Situation, Where,
};
use crate::texts::{NL, NL_LISTING};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// A source older than this many years is called old.
const OLD: i32 = 3;

/// The picture of one municipality.
pub(super) fn page(bundle: &Bundle, today: Date) -> Page {
    let (catalogue, directory) = (&bundle.catalogue, &bundle.directory);
    let own = &directory.municipality;
    let columns = columns(catalogue);
    let main = html! {
        div.wd-stack {
            div.wd-column.wd-stack {
                (h1(&(NL_LISTING.coverage_title)(&own.name)))
                @for text in NL_LISTING.coverage_text { (p(text)) }
                (h2(NL_LISTING.coverage_summary))
                ul.wd-dots { @for line in summary(&directory.providers, today) { li { (line) } } }
                ul {
                    @for (name, text) in SHARES.iter().zip(NL_LISTING.coverage_key) {
                        li { (bar(&[(*name, 1)], 1)) " " (text) }
                    }
                }
            }
            @if !directory.wijken.is_empty() { (table(catalogue, directory, &columns, today)) }
            p.nl-paragraph.wd-screen-only {
                a.nl-link href=(address::overview(&own.slug)) { ((NL_LISTING.to_overview)(&own.name)) }
            }
        }
    };
    Page {
        title: format!("{} - {} {}", NL_LISTING.coverage_link, NL.app, own.name),
        head: html! { meta name="robots" content="noindex"; },
        body: framed(catalogue, Some(directory), false, main),
    }
}

/// The parts of life, each with the kinds of help a municipality can name somebody for.
fn columns(catalogue: &Catalogue) -> Vec<(LifeDomain, Vec<&RouteCode>)> {
    let local = |code: &RouteCode| {
        catalogue.route(code).is_some_and(|route| {
            matches!(route.kind, RouteKind::Wijkteam | RouteKind::Gemeente | RouteKind::Algemeen)
        })
    };
    let routes = |domain| -> Vec<&RouteCode> {
        let needs = catalogue.needs.iter().filter(|need| need.domains.contains(&domain));
        let helps = needs.flat_map(|need| &need.helps).map(|help| &help.route);
        let routes: BTreeSet<&RouteCode> = helps.filter(|code| local(code)).collect();
        routes.into_iter().collect()
    };
    LifeDomain::ALL
        .into_iter()
        .map(|domain| (domain, routes(domain)))
        .filter(|(_, routes)| !routes.is_empty())
        .collect()
}

fn table(
    catalogue: &Catalogue,
    directory: &Directory,
    columns: &[(LifeDomain, Vec<&RouteCode>)],
    today: Date,
) -> Markup {
    html! {
        section.wd-wide tabindex="0" aria-label=((NL_LISTING.coverage_title)(&directory.municipality.name)) {
            table.wd-table {
                thead {
                    tr {
                        th scope="col" { (NL_LISTING.coverage_wijk) }
                        @for (domain, _) in columns { th scope="col" { ((NL_LISTING.subject)(*domain)) } }
                    }
                }
                tbody {
                    @for wijk in &directory.wijken {
                        @let place = Where::In(vec![&wijk.code]);
                        @let here = Here::new(catalogue, directory, Situation::of_anybody(place, today));
                        tr {
                            th scope="row" { (wijk.name) }
                            @for (_, routes) in columns { td { (cell(&here, routes)) } }
                        }
                    }
                }
            }
        }
    }
}

/// What a kind of help comes to, as its share of the bar is called.
const SHARES: [&str; 3] = ["named", "entrance", "nobody"];

fn cell(here: &Here<'_>, routes: &[&RouteCode]) -> Markup {
    let mut shares = [0; 3];
    let mut parties: Vec<&Provider> = Vec::new();
    for route in routes {
        match here.served(route) {
            Served::By(_) => shares[0] += 1,
            Served::Entrance(_) => shares[1] += 1,
            Served::Nobody => shares[2] += 1,
        }
        for giver in here.serving(route).iter().filter(|giver| giver.level != Level::Country) {
            if !parties.iter().any(|known| known.id == giver.party.id) {
                parties.push(giver.party);
            }
        }
    }
    let mut years: Vec<i32> = parties.iter().filter_map(|party| year(party)).collect();
    years.sort_unstable();
    let undated = parties.len() - years.len();
    let middle = years.get(years.len() / 2).copied();
    let parts: Vec<(&str, usize)> = SHARES.into_iter().zip(shares).collect();
    html! {
        (bar(&parts, routes.len()))
        span.wd-sr { ((NL_LISTING.coverage_cell)(shares)) ". " }
        span.wd-soft { ((NL_LISTING.coverage_age)(middle, undated, parties.len())) }
    }
}

/// The year in which somebody verified it, or else of its source.
fn year(party: &Provider) -> Option<i32> {
    match party.checked {
        Some(day) => Some(day.parts().0.into()),
        None => party.source_date.as_ref()?.year().parse().ok(),
    }
}

/// A bar of shares; what it says stands beside it in words.
fn bar(parts: &[(&str, usize)], all: usize) -> Markup {
    const WIDTH: usize = 96;
    let mut from = 0;
    let placed: Vec<(&str, usize, usize)> = parts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| {
            let width = WIDTH * count / all.max(1);
            from += width;
            (*name, from - width, width)
        })
        .collect();
    html! {
        svg.wd-bar width=(WIDTH) height="14" viewBox={ "0 0 " (WIDTH) " 14" } aria-hidden="true" {
            @for (name, from, width) in placed {
                rect class={ "wd-bar--" (name) } x=(from) y="0" width=(width) height="14" {}
            }
        }
    }
}

fn summary(parties: &[Provider], today: Date) -> [String; 4] {
    let count = |fits: &dyn Fn(&Provider) -> bool| parties.iter().filter(|p| fits(p)).count();
    let this_year = i32::from(today.parts().0);
    let old = |party: &Provider| year(party).is_some_and(|year| this_year - year > OLD);
    (NL_LISTING.coverage_counts)([
        parties.len(),
        count(&|party| party.is_fresh(today)),
        count(&|party| party.source_date.is_some()),
        count(&old),
    ])
}
