//! The list of one *wijk*: everybody who is there for it. It reads without a script, and
//! prints as something to hang in a stairwell.

use super::entry::{Around, word};
use super::{Listed, listed, structured, subjects};
use crate::author::build::of_build;
use crate::author::digits::digits;
use crate::author::frame::{Page, emergency, emergency_line, framed, h1, h2, p, pictogram};
use crate::content::{Bundle, address};
use crate::domain::{Date, Directory, Level, LifeDomain, ProviderKind, Wijk};
use crate::texts::{NL, NL_LISTING};
use maud::{Markup, html};

/// The page of one *wijk*.
pub(super) fn page(bundle: &Bundle, wijk: &Wijk, today: Date) -> Page {
    let (catalogue, directory) = (&bundle.catalogue, &bundle.directory);
    let around = Around { catalogue, directory, wijk: Some(wijk), today };
    let all = listed(directory, Some(wijk), today);
    let is_danger = |listed: &&Listed<'_>| listed.party.kind == ProviderKind::Crisis;
    let all: Vec<Listed<'_>> = all.iter().filter(|listed| !is_danger(listed)).copied().collect();
    let slug = &directory.municipality.slug;
    let main = html! {
        div.wd-column.wd-stack {
            (h1(&(NL_LISTING.title)(&wijk.name)))
            @if directory.municipality.confirmed.is_none() {
                p.nl-paragraph.wd-notice { (NL.unconfirmed) }
            }
            p.nl-paragraph.wd-screen-only {
                a.nl-link href=(address::town(slug)) { (NL_LISTING.to_questions) }
            }
            (filter(bundle, &all))
            p.nl-paragraph role="status" id="count" tabindex="-1" data-count=(NL_LISTING.filter_count)
                data-none=(NL_LISTING.filter_none) {}
            // On a screen they stand in the row on top.
            section.wd-stack.wd-paper-only {
                (h2(NL_LISTING.danger))
                ul.wd-dots {
                    @for (party, reach) in emergency(catalogue, Some(directory), true) {
                        li { (emergency_line(party, reach)) }
                    }
                }
            }
            (around.unknown_reach(&all))
            @for (title, parties) in groups(directory, wijk, &all) {
                section.wd-stack.wd-list {
                    (h2(&title))
                    (around.list(&parties))
                }
            }
            div.wd-actions {
                button.nl-button.nl-button--secondary type="button" id="print" hidden {
                    span.nl-button__icon-start { (pictogram("printer")) }
                    span.nl-button__label { (NL_LISTING.print) }
                }
            }
            (join(directory))
            @let postcodes = digits(directory.postcodes_of(&wijk.code), " - ");
            p.wd-soft {
                ((NL_LISTING.as_of)(today))
                @if !postcodes.is_empty() { " " (NL.postcodes) ": " (postcodes.join(", ")) "." }
            }
            p.nl-paragraph.wd-screen-only {
                a.nl-link href=(address::overview(slug)) {
                    ((NL_LISTING.to_overview)(&directory.municipality.name))
                }
            }
        }
    };
    Page {
        title: format!("{}, {} - {}", wijk.name, directory.municipality.name, NL.app),
        head: html! {
            script type="module" src=(of_build("list.js")) {}
            (structured::data(&around, &all))
        },
        body: framed(catalogue, Some(directory), false, main),
    }
}

/// The parties under their headings: whom one can always turn to, then near before far.
fn groups<'d>(
    directory: &'d Directory,
    wijk: &Wijk,
    all: &[Listed<'d>],
) -> Vec<(String, Vec<Listed<'d>>)> {
    let first = |listed: &Listed<'_>| {
        listed.party.kind == ProviderKind::Team
            || listed.party.id == directory.municipality.entrance
    };
    let area = |listed: &Listed<'d>| match listed.level {
        Level::Area(id) => directory.areas.iter().find(|area| area.id == *id),
        _ => None,
    };
    let of = |fits: &dyn Fn(&Listed<'d>) -> bool| -> Vec<Listed<'d>> {
        all.iter().filter(|listed| fits(listed)).copied().collect()
    };
    let mut groups = vec![
        (NL_LISTING.first.to_owned(), of(&first)),
        (
            (NL_LISTING.in_wijk)(&wijk.name),
            of(&|listed| !first(listed) && matches!(listed.level, Level::Wijk(_))),
        ),
    ];
    for known in &directory.areas {
        let here = |listed: &Listed<'d>| {
            !first(listed) && area(listed).is_some_and(|area| area.id == known.id)
        };
        groups.push(((NL_LISTING.in_area)(&known.name), of(&here)));
    }
    groups.push((
        (NL.whole_city)(&directory.municipality.name),
        of(&|listed| !first(listed) && listed.level == Level::City),
    ));
    groups.retain(|(_, parties)| !parties.is_empty());
    groups
}

/// What to see of a list; it appears with the script that makes it work.
fn filter(bundle: &Bundle, all: &[Listed<'_>]) -> Markup {
    let known: Vec<LifeDomain> =
        all.iter().flat_map(|listed| subjects(&bundle.catalogue, listed.party)).collect();
    let option = |value: &str, text: &str| {
        html! {
            label.wd-option {
                input type="radio" name="subject" value=(value) checked[value.is_empty()];
                span { (text) }
            }
        }
    };
    html! {
        form.wd-filter.wd-stack id="filter" hidden {
            (h2(NL_LISTING.filter))
            div.utrecht-form-field {
                label.utrecht-form-label for="word" { (NL_LISTING.filter_word) }
                div.wd-actions {
                    input.utrecht-textbox.utrecht-textbox--html-input id="word" name="word"
                        type="text" autocomplete="off" spellcheck="false";
                    button.nl-button.nl-button--primary type="submit" { (NL.home_search) }
                }
            }
            details.wd-more {
                summary { (NL_LISTING.filter_more) }
                fieldset {
                    legend.utrecht-form-label { (NL_LISTING.filter_subject) }
                    div.wd-options {
                        (option("", NL_LISTING.filter_all))
                        @for subject in LifeDomain::ALL.into_iter().filter(|each| known.contains(each)) {
                            (option(word(subject), (NL_LISTING.subject)(subject)))
                        }
                    }
                }
                label.wd-option {
                    input type="checkbox" name="near" value="yes";
                    span { (NL_LISTING.filter_near) }
                }
            }
        }
    }
}

/// How a group gets on the list.
fn join(directory: &Directory) -> Markup {
    let name = directory.entrance().map_or(&directory.municipality.name, |party| &party.name);
    html! {
        section.wd-stack id="erbij" {
            (h2(NL_LISTING.join))
            (p(&(NL_LISTING.join_text)(name)))
            ul.wd-dots { @for each in NL_LISTING.join_tell { li { (each) } } }
        }
    }
}
