//! The *wijken* of a municipality, each with the way to its list, and everybody who is
//! there for all of them.

use super::entry::Around;
use super::{listed, structured, unconfirmed};
use crate::author::frame::framed;
use crate::author::page::{Node, Page, leads_on_screen, tag};
use crate::content::{Bundle, address};
use crate::domain::{Date, Directory, ProviderKind};
use crate::node::{element, inside};
use crate::screens::parts::{h1, h2, list, own_link, p, screen, section};
use crate::texts::Interface;

/// The overview of one municipality.
pub(super) fn page(texts: &Interface, bundle: &Bundle, today: Date) -> Page {
    let (catalogue, directory) = (&bundle.catalogue, &bundle.directory);
    let own = &directory.municipality;
    let around = Around { texts, catalogue, directory, wijk: None, today };
    let mut all = listed(directory, None, today);
    all.retain(|listed| listed.party.kind != ProviderKind::Crisis);
    let for_all = inside![
        h2(&texts.pages.whole_city(&own.name)),
        around.unknown_reach(&all),
        around.list(&all),
    ];
    let main = screen(inside![
        h1(inside![texts.pages.overview_title(&own.name)]),
        unconfirmed(texts, directory),
        leads_on_screen(address::town(&own.slug), texts.pages.to_questions()),
        wijken(texts, directory),
        element("section", "wd-stack wd-list", for_all),
        p(&texts.pages.as_of(&texts.visit.full_date(today))),
        leads_on_screen(address::coverage(&own.slug), texts.pages.coverage_link()),
    ]);
    Page {
        title: format!("{} - {} {}", texts.visit.overview(), texts.pages.app(), own.name),
        head: inside![structured::data(&around, &all)],
        body: framed(texts, catalogue, Some(directory), false, inside![main]),
    }
}

/// The way to the list of each *wijk*.
fn wijken(texts: &Interface, directory: &Directory) -> Option<Node> {
    let slug = &directory.municipality.slug;
    let lists = directory
        .wijken
        .iter()
        .map(|wijk| inside![own_link(address::wijk(slug, &wijk.slug()), &wijk.name)]);
    let lists = list("wd-jump", lists.collect())?;
    let lists = tag("nav", [("aria-label", texts.pages.wijken())], inside![lists]);
    Some(section(texts.pages.choose(), inside![lists]))
}
