//! The *wijken* of a municipality, each with the way to its list, and everybody who is
//! there for all of them.

use super::entry::Around;
use super::{listed, structured};
use crate::author::frame::{Page, framed, h1, h2, p};
use crate::content::{Bundle, address};
use crate::domain::{Date, ProviderKind};
use crate::texts::{NL, NL_LISTING};
use maud::html;

/// The overview of one municipality.
pub(super) fn page(bundle: &Bundle, today: Date) -> Page {
    let (catalogue, directory) = (&bundle.catalogue, &bundle.directory);
    let own = &directory.municipality;
    let around = Around { catalogue, directory, wijk: None, today };
    let mut all = listed(directory, None, today);
    all.retain(|listed| listed.party.kind != ProviderKind::Crisis);
    let main = html! {
        div.wd-column.wd-stack {
            (h1(&(NL.overview_title)(&own.name)))
            @if own.confirmed.is_none() { p.nl-paragraph.wd-notice { (NL.unconfirmed) } }
            p.nl-paragraph.wd-screen-only {
                a.nl-link href=(address::town(&own.slug)) { (NL_LISTING.to_questions) }
            }
            @if !directory.wijken.is_empty() {
                section.wd-stack {
                    (h2(NL_LISTING.choose))
                    nav aria-label=(NL.wijken) {
                        ul.wd-jump {
                            @for wijk in &directory.wijken {
                                li { a.nl-link href=(address::wijk(&own.slug, &wijk.slug()))
                                    { (wijk.name) } }
                            }
                        }
                    }
                }
            }
            section.wd-stack.wd-list {
                (h2(&(NL.whole_city)(&own.name)))
                (around.unknown_reach(&all))
                (around.list(&all))
            }
            (p(&(NL_LISTING.as_of)(today)))
            p.nl-paragraph.wd-screen-only {
                a.nl-link href=(address::coverage(&own.slug)) { (NL_LISTING.coverage_link) }
            }
        }
    };
    Page {
        title: format!("{} - {} {}", NL.overview, NL.app, own.name),
        head: structured::data(&around, &all),
        body: framed(catalogue, Some(directory), false, main),
    }
}
