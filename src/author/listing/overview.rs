//! The *wijken* of a municipality, each with the way to its list, and everybody who is
//! there for all of them.

use super::entry::Around;
use super::{listed, structured};
use crate::author::frame::{Page, framed, h1, h2, p};
use crate::content::{Bundle, address};
use crate::domain::{Date, ProviderKind};
use crate::texts::Interface;
use maud::html;

/// The overview of one municipality.
pub(super) fn page(texts: &Interface, bundle: &Bundle, today: Date) -> Page {
    let (catalogue, directory) = (&bundle.catalogue, &bundle.directory);
    let own = &directory.municipality;
    let around = Around { texts, catalogue, directory, wijk: None, today };
    let mut all = listed(directory, None, today);
    all.retain(|listed| listed.party.kind != ProviderKind::Crisis);
    let main = html! {
        div.wd-column.wd-stack {
            (h1(&texts.pages.overview_title(&own.name)))
            @if own.confirmed.is_none() { p.nl-paragraph.wd-notice { (texts.visit.unconfirmed()) } }
            p.nl-paragraph.wd-screen-only {
                a.nl-link href=(address::town(&own.slug)) { (texts.pages.to_questions()) }
            }
            @if !directory.wijken.is_empty() {
                section.wd-stack {
                    (h2(texts.pages.choose()))
                    nav aria-label=(texts.pages.wijken()) {
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
                (h2(&texts.pages.whole_city(&own.name)))
                (around.unknown_reach(&all))
                (around.list(&all))
            }
            (p(&texts.pages.as_of(&texts.visit.full_date(today))))
            p.nl-paragraph.wd-screen-only {
                a.nl-link href=(address::coverage(&own.slug)) { (texts.pages.coverage_link()) }
            }
        }
    };
    Page {
        title: format!("{} - {} {}", texts.visit.overview(), texts.pages.app(), own.name),
        head: structured::data(&around, &all),
        body: framed(texts, catalogue, Some(directory), false, main),
    }
}
