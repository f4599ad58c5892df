//! How complete a list is, at a glance, for who keeps it: *wijken* by parts of life, and
//! in each cell how many kinds of help have a party with a name, end at the general
//! entrance or lead to nobody, and from when what is known is.

use crate::author::frame::framed;
use crate::author::page::{Inside, Node, Page, leads_on_screen, tag};
use crate::content::{Bundle, address};
use crate::domain::{
    Catalogue, Date, Directory, Here, Level, LifeDomain, Provider, RouteCode, RouteKind, Served,
    Situation, Where,
};
use crate::node::{element, inside};
use crate::screens::parts::{h1, h2, list, p, screen};
use crate::texts::Interface;
use std::collections::BTreeSet;

/// A source older than this many years is called old.
const OLD: i32 = 3;

/// The picture of one municipality.
pub(super) fn page(texts: &Interface, bundle: &Bundle, today: Date) -> Page {
    let (catalogue, directory) = (&bundle.catalogue, &bundle.directory);
    let own = &directory.municipality;
    let columns = columns(catalogue);
    let said: Inside = (0..3).map(|at| p(texts.pages.coverage_text(at))).collect();
    let summary = summary(texts, &directory.providers, today).map(|line| inside![line]);
    let key = SHARES.iter().enumerate();
    let key =
        key.map(|(at, name)| inside![bar(&[(*name, 1)], 1), " ", texts.pages.coverage_key(at)]);
    let about = screen(inside![
        h1(inside![texts.pages.coverage_title(&own.name)]),
        said,
        h2(texts.pages.coverage_summary()),
        list("wd-dots", summary.into()),
        list("", key.collect()),
    ]);
    let picture =
        (!directory.wijken.is_empty()).then(|| table(texts, catalogue, directory, &columns, today));
    let overview =
        leads_on_screen(address::overview(&own.slug), &texts.pages.to_overview(&own.name));
    let main = inside![element("div", "wd-stack", inside![about, picture, overview])];
    let robots = tag("meta", [("name", "robots"), ("content", "noindex")], inside![]);
    Page {
        title: format!("{} - {} {}", texts.pages.coverage_link(), texts.pages.app(), own.name),
        head: inside![robots],
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
) -> Node {
    let head = |scope: &str, text: &str| tag("th", [("scope", scope)], inside![text]);
    let lives: Inside =
        columns.iter().map(|(life, _)| head("col", texts.pages.life(*life))).collect();
    let names = element("tr", "", inside![head("col", texts.pages.coverage_wijk()), lives]);
    let rows: Inside = directory
        .wijken
        .iter()
        .map(|wijk| {
            let place = Where::In(vec![&wijk.code]);
            let here = Here::new(catalogue, directory, Situation::of_anybody(place, today));
            let cells: Inside = columns
                .iter()
                .map(|(_, routes)| element("td", "", cell(texts, &here, routes)))
                .collect();
            element("tr", "", inside![head("row", &wijk.name), cells])
        })
        .collect();
    let rows = inside![element("thead", "", inside![names]), element("tbody", "", rows)];
    let title = texts.pages.coverage_title(&directory.municipality.name);
    let wide = [("class", "wd-wide"), ("tabindex", "0"), ("aria-label", title.as_str())];
    tag("section", wide, inside![element("table", "wd-table", rows)])
}

/// What a kind of help comes to, as its share of the bar is called.
const SHARES: [&str; 3] = ["named", "entrance", "nobody"];

fn cell(texts: &Interface, here: &Here<'_>, routes: &[&RouteCode]) -> Inside {
    let mut shares = [0; 3];
    let mut parties: Vec<&Provider> = Vec::new();
    for route in routes {
        let share = here.served_at_all(route).into_iter().map(|served| match served {
            Served::By(_) => 0,
            Served::Entrance(_) => 1,
            Served::Nobody => 2,
        });
        shares[share.min().unwrap_or(2)] += 1;
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
    let counts = texts.pages.coverage_cell(&named, &entrance, &nobody);
    inside![
        bar(&parts, routes.len()),
        element("span", "wd-sr", inside![counts, ". "]),
        element("span", "wd-soft", inside![age]),
    ]
}

/// The year in which somebody verified it, or else of its source.
fn year(party: &Provider) -> Option<i32> {
    match party.checked {
        Some(day) => Some(day.parts().0.into()),
        None => party.source_date.as_ref()?.year().parse().ok(),
    }
}

/// A bar of shares; what it says stands beside it in words.
fn bar(parts: &[(&str, usize)], all: usize) -> Node {
    const WIDTH: usize = 96;
    let mut from = 0;
    let shares: Inside = parts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| {
            let width = WIDTH * count / all.max(1);
            let (class, x) = (format!("wd-bar--{name}"), from.to_string());
            from += width;
            let width = width.to_string();
            let place = [
                ("class", class.as_str()),
                ("x", &x),
                ("y", "0"),
                ("width", &width),
                ("height", "14"),
            ];
            tag("rect", place, inside![])
        })
        .collect();
    let (width, view) = (WIDTH.to_string(), format!("0 0 {WIDTH} 14"));
    let bar = [
        ("class", "wd-bar"),
        ("width", width.as_str()),
        ("height", "14"),
        ("viewBox", &view),
        ("aria-hidden", "true"),
    ];
    tag("svg", bar, shares)
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
