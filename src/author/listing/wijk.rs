//! The list of one *wijk*: everybody who is there for it. It reads without a script, and
//! prints as something to hang in a stairwell.

use super::entry::{Around, word};
use super::{Listed, listed, structured, subjects};
use crate::author::build::of_build;
use crate::author::digits::digits;
use crate::author::frame::{Page, emergency, emergency_line, framed, h1, h2, p, pictogram};
use crate::content::{Bundle, address};
use crate::domain::{Date, Directory, Level, LifeDomain, ProviderKind, Wijk};
use crate::texts::Interface;
use maud::{Markup, html};

/// The page of one *wijk*.
pub(super) fn page(texts: &Interface, bundle: &Bundle, wijk: &Wijk, today: Date) -> Page {
    let (catalogue, directory) = (&bundle.catalogue, &bundle.directory);
    let around = Around { texts, catalogue, directory, wijk: Some(wijk), today };
    let all = listed(directory, Some(wijk), today);
    let is_danger = |listed: &&Listed<'_>| listed.party.kind == ProviderKind::Crisis;
    let all: Vec<Listed<'_>> = all.iter().filter(|listed| !is_danger(listed)).copied().collect();
    let slug = &directory.municipality.slug;
    let main = html! {
        div.wd-column.wd-stack {
            (h1(&texts.pages.list_title(&wijk.name)))
            @if directory.municipality.confirmed.is_none() {
                p.nl-paragraph.wd-notice { (texts.visit.unconfirmed()) }
            }
            p.nl-paragraph.wd-screen-only {
                a.nl-link href=(address::town(slug)) { (texts.pages.to_questions()) }
            }
            (filter(texts, bundle, &all))
            p.nl-paragraph role="status" id="count" tabindex="-1" data-count=(texts.pages.filter_count("{shown}", "{all}"))
                data-none=(texts.pages.filter_none()) {}
            // On a screen they stand in the row on top.
            section.wd-stack.wd-paper-only {
                (h2(texts.pages.list_danger()))
                ul.wd-dots {
                    @for (party, reach) in emergency(catalogue, Some(directory), true) {
                        li { (emergency_line(party, reach)) }
                    }
                }
            }
            (around.unknown_reach(&all))
            @for (title, parties) in groups(texts, directory, wijk, &all) {
                section.wd-stack.wd-list {
                    (h2(&title))
                    (around.list(&parties))
                }
            }
            div.wd-actions {
                button.nl-button.nl-button--secondary type="button" id="print" hidden {
                    span.nl-button__icon-start { (pictogram("printer")) }
                    span.nl-button__label { (texts.pages.print_list()) }
                }
            }
            (join(texts, directory))
            @let postcodes = digits(directory.postcodes_of(&wijk.code), " - ");
            p.wd-soft {
                (texts.pages.as_of(&texts.visit.full_date(today)))
                @if !postcodes.is_empty() { " " (texts.pages.postcodes()) ": " (postcodes.join(", ")) "." }
            }
            p.nl-paragraph.wd-screen-only {
                a.nl-link href=(address::overview(slug)) {
                    (texts.pages.to_overview(&directory.municipality.name))
                }
            }
        }
    };
    Page {
        title: format!("{}, {} - {}", wijk.name, directory.municipality.name, texts.pages.app()),
        head: html! {
            script type="module" src=(of_build("list.js")) {}
            (structured::data(&around, &all))
        },
        body: framed(texts, catalogue, Some(directory), false, main),
    }
}

/// The parties under their headings: whom one can always turn to, then near before far.
fn groups<'d>(
    texts: &Interface,
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
        (texts.pages.first().to_owned(), of(&first)),
        (
            texts.pages.in_wijk(&wijk.name),
            of(&|listed| !first(listed) && matches!(listed.level, Level::Wijk(_))),
        ),
    ];
    for known in &directory.areas {
        let here = |listed: &Listed<'d>| {
            !first(listed) && area(listed).is_some_and(|area| area.id == known.id)
        };
        groups.push((texts.pages.in_area(&known.name), of(&here)));
    }
    groups.push((
        texts.pages.whole_city(&directory.municipality.name),
        of(&|listed| !first(listed) && listed.level == Level::City),
    ));
    groups.retain(|(_, parties)| !parties.is_empty());
    groups
}

/// What to see of a list; it appears with the script that makes it work.
fn filter(texts: &Interface, bundle: &Bundle, all: &[Listed<'_>]) -> Markup {
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
            (h2(texts.pages.filter()))
            div.utrecht-form-field {
                label.utrecht-form-label for="word" { (texts.pages.filter_word()) }
                div.wd-actions {
                    input.utrecht-textbox.utrecht-textbox--html-input id="word" name="word"
                        type="text" autocomplete="off" spellcheck="false";
                    button.nl-button.nl-button--primary type="submit" { (texts.pages.home_search()) }
                }
            }
            details.wd-more {
                summary { (texts.pages.filter_more()) }
                fieldset {
                    legend.utrecht-form-label { (texts.pages.filter_subject()) }
                    div.wd-options {
                        (option("", texts.pages.filter_all()))
                        @for subject in LifeDomain::ALL.into_iter().filter(|each| known.contains(each)) {
                            (option(word(subject), texts.pages.life(subject)))
                        }
                    }
                }
                label.wd-option {
                    input type="checkbox" name="near" value="yes";
                    span { (texts.pages.filter_near()) }
                }
            }
        }
    }
}

/// How a group gets on the list.
fn join(texts: &Interface, directory: &Directory) -> Markup {
    let name = directory.entrance().map_or(&directory.municipality.name, |party| &party.name);
    html! {
        section.wd-stack id="erbij" {
            (h2(texts.pages.join()))
            (p(&texts.pages.join_text(name)))
            ul.wd-dots { @for at in 0..5 { li { (texts.pages.join_tell(at)) } } }
        }
    }
}
