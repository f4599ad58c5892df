//! How complete a list is, at a glance, for who keeps it: *wijken* by parts of life, and
//! in each cell how many kinds of help have a party with a name, end at the general
//! entrance or lead to nobody, and from when what is known is.

use crate::author::frame::{Page, framed, h1, h2, p};
use crate::content::{Bundle, address};
use crate::domain::{
    Catalogue, Date, Directory, Here, Level, LifeDomain, Provider, RouteCode, RouteKind, Served,
    Situation, Where,
};
use crate::texts::Interface;
use maud::{Markup, html};
use std::collections::BTreeSet;

/// A source older than this many years is called old.
const OLD: i32 = 3;

/// The picture of one municipality.
pub(super) fn page(texts: &Interface, bundle: &Bundle, today: Date) -> Page {
    let (catalogue, directory) = (&bundle.catalogue, &bundle.directory);
    let own = &directory.municipality;
    let columns = columns(catalogue);
    let main = html! {
        div.wd-stack {
            div.wd-column.wd-stack {
                (h1(&texts.pages.coverage_title(&own.name)))
                @for at in 0..3 { (p(texts.pages.coverage_text(at))) }
                (h2(texts.pages.coverage_summary()))
                ul.wd-dots { @for line in summary(texts, &directory.providers, today) { li { (line) } } }
                ul {
                    @for (at, name) in SHARES.iter().enumerate() {
                        li { (bar(&[(*name, 1)], 1)) " " (texts.pages.coverage_key(at)) }
                    }
                }
            }
            @if !directory.wijken.is_empty() { (table(texts, catalogue, directory, &columns, today)) }
            p.nl-paragraph.wd-screen-only {
                a.nl-link href=(address::overview(&own.slug)) { (texts.pages.to_overview(&own.name)) }
            }
        }
    };
    Page {
        title: format!("{} - {} {}", texts.pages.coverage_link(), texts.pages.app(), own.name),
        head: html! { meta name="robots" content="noindex"; },
        body: framed(texts, catalogue, Some(directory), false, main),
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
    texts: &Interface,
    catalogue: &Catalogue,
    directory: &Directory,
    columns: &[(LifeDomain, Vec<&RouteCode>)],
    today: Date,
) -> Markup {
    html! {
        section.wd-wide tabindex="0" aria-label=(texts.pages.coverage_title(&directory.municipality.name)) {
            table.wd-table {
                thead {
                    tr {
                        th scope="col" { (texts.pages.coverage_wijk()) }
                        @for (domain, _) in columns { th scope="col" { (texts.pages.life(*domain)) } }
                    }
                }
                tbody {
                    @for wijk in &directory.wijken {
                        @let place = Where::In(vec![&wijk.code]);
                        @let here = Here::new(catalogue, directory, Situation::of_anybody(place, today));
                        tr {
                            th scope="row" { (wijk.name) }
                            @for (_, routes) in columns { td { (cell(texts, &here, routes)) } }
                        }
                    }
                }
            }
        }
    }
}

/// What a kind of help comes to, as its share of the bar is called.
const SHARES: [&str; 3] = ["named", "entrance", "nobody"];

fn cell(texts: &Interface, here: &Here<'_>, routes: &[&RouteCode]) -> Markup {
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
    let age = match (middle, undated) {
        (None, _) if parties.is_empty() => texts.pages.no_party().to_owned(),
        (None, _) => texts.pages.no_date().to_owned(),
        (Some(year), 0) => texts.pages.from_year_only(&year.to_string()),
        (Some(year), undated) => {
            texts.pages.from_year_undated(&year.to_string(), &undated.to_string())
        }
    };
    let [named, entrance, nobody] = shares.map(|share: usize| share.to_string());
    let parts: Vec<(&str, usize)> = SHARES.into_iter().zip(shares).collect();
    html! {
        (bar(&parts, routes.len()))
        span.wd-sr { (texts.pages.coverage_cell(&named, &entrance, &nobody)) ". " }
        span.wd-soft { (age) }
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

fn summary(texts: &Interface, parties: &[Provider], today: Date) -> [String; 4] {
    let count = |fits: &dyn Fn(&Provider) -> bool| parties.iter().filter(|p| fits(p)).count();
    let this_year = i32::from(today.parts().0);
    let old = |party: &Provider| year(party).is_some_and(|year| this_year - year > OLD);
    [
        texts.pages.count_parties(&parties.len().to_string()),
        texts.pages.count_checked(&count(&|party| party.is_fresh(today)).to_string()),
        texts.pages.count_dated(&count(&|party| party.source_date.is_some()).to_string()),
        texts.pages.count_old(&count(&old).to_string()),
    ]
}
