//! The pages of a published app, but for the overviews.

use super::build::of_build;
use super::digits::digits;
use super::frame::{DOCTYPE, Page, call, framed, h1, h2, p, phone, pictogram};
use crate::content::{Bundle, KEPT_DAYS, KEPT_UNDELIVERED_DAYS, address};
use crate::domain::{Catalogue, Directory};
use crate::node::{inside, to_html};
use crate::screens;
use crate::texts::Interface;
use crate::wizard::{Now, Wizard};
use maud::{Markup, PreEscaped, html};
use std::sync::Arc;

/// Where "Snel weg" leads on pages of no municipality.
pub(super) const NEUTRAL: &str = "https://www.rijksoverheid.nl/";

/// What starts the app, with its two files of data.
fn start([data, rest]: &[&String; 2]) -> Markup {
    html! {
        script type="module" id="app" src=(of_build("wijkdeur.js")) {}
        link rel="preload" href=(of_build("wijkdeur_bg.wasm")) as="fetch"
            type="application/wasm" crossorigin;
        link rel="preload" id="data" href=(address::file(data)) as="fetch" crossorigin
            data-rest=(address::file(rest));
    }
}

/// The page of a municipality: its first screen, and what starts the app with its two
/// files of data.
pub(super) fn municipality(texts: &Interface, bundle: &Bundle, data: &[&String; 2]) -> Page {
    let directory = &bundle.directory;
    let main = html! {
        noscript { p.nl-paragraph.wd-notice { (texts.pages.no_script()) " "
            a.nl-link href=(address::overview(&directory.municipality.slug)) { (texts.visit.overview()) } } }
        (first_screen(bundle))
        p.wd-wait.wd-screen-only id="wait" role="status" data-early=(texts.pages.early()) data-late=(texts.pages.late()) {}
    };
    Page {
        title: format!("{} {}", texts.pages.app(), directory.municipality.name),
        head: start(data),
        body: html! {
            (framed(texts, &bundle.catalogue, Some(directory), true, main))
            template id="failure" { (failure(texts, directory)) }
        },
    }
}

/// The first screen, the same as the app draws it, so that it is there before the app.
fn first_screen(bundle: &Bundle) -> Markup {
    // It says no time.
    let visit = Wizard::new(Arc::new(bundle.clone()), Now::at(0));
    let screen = screens::shown(visit.screen(), bundle, false);
    PreEscaped(to_html(&inside![screen]))
}

/// What stands on the screen when the app or its data cannot be had, or the browser is too
/// old for it; `start.js` takes from it what it shows.
fn failure(texts: &Interface, directory: &Directory) -> Markup {
    let way_on = directory.entrance_in_words().unwrap_or(texts.pages.failed_call());
    html! {
        div.wd-column.wd-stack {
            (h1(texts.visit.failed()))
            (p(&format!("{} {way_on}", texts.visit.failed_text())))
            ul.wd-stack {
                @if let Some(party) = directory.entrance() {
                    li {
                        @match phone(party) {
                            Some(phone) => { (call(texts, &phone.value, &party.name, true)) }
                            None => { @if let Some(what) = &party.what { (p(what)) } }
                        }
                    }
                }
                li { (call(texts, "112", texts.visit.danger(), false)) }
            }
            div.wd-actions {
                button.nl-button.nl-button--secondary type="button" { (texts.visit.retry()) }
            }
            p.nl-paragraph.wd-old { (texts.pages.no_script()) }
            p.nl-paragraph {
                a.nl-link href=(address::overview(&directory.municipality.slug)) { (texts.visit.overview()) }
            }
        }
    }
}

/// The page that asks for the municipality.
pub(super) fn home(texts: &Interface, catalogue: &Catalogue, directories: &[Directory]) -> Page {
    let of_kind = |invented: bool| {
        directories.iter().filter(move |town| town.municipality.demonstration == invented)
    };
    let (real, invented) = (of_kind(false), of_kind(true));
    let main = html! {
        div.wd-column.wd-stack {
            (h1(texts.pages.home()))
            (p(texts.pages.home_text()))
            (h2(texts.pages.home_choose()))
            ul.wd-tiles.wd-tiles--two {
                @for directory in real.clone().chain(invented) {
                    li { a.wd-tile.wd-tile--link href=(address::town(&directory.municipality.slug))
                        data-postcodes=(postcodes(directory)) {
                        (pictogram("map-pin"))
                        span.wd-tile__text { (directory.municipality.name)
                            @if directory.municipality.demonstration { " (" (texts.pages.demonstration()) ")" } }
                    } }
                }
            }
            // Shown by what makes it work (`platform/find.js`).
            section.wd-stack hidden {
                (h2(texts.pages.home_postcode()))
                form.utrecht-form-field novalidate method="dialog" {
                    label.utrecht-form-label for="postcode" { (texts.pages.home_label()) }
                    div.wd-actions {
                        input.utrecht-textbox.utrecht-textbox--html-input.utrecht-textbox--postal-code-nl-size
                            id="postcode" name="postcode" type="text" autocomplete="postal-code"
                            spellcheck="false" dir="auto" aria-describedby="found";
                        button.nl-button.nl-button--primary type="submit" { (texts.pages.home_search()) }
                    }
                    p.nl-paragraph id="found" role="status" data-unknown=(texts.pages.home_unknown())
                        data-wrong=(texts.visit.no_postcode()) {}
                }
            }
            section.wd-stack {
                (h2(texts.pages.home_other()))
                (p(texts.visit.home_other_text()))
            }
        }
    };
    let script = html! { script type="module" src=(of_build("find.js")) {} };
    Page { head: script, ..plain(texts, catalogue, texts.pages.app().to_owned(), main) }
}

/// The first four digits of all postcodes of a municipality, as ranges. Nobody lives in
/// an invented one, whatever its postcodes.
fn postcodes(directory: &Directory) -> String {
    if directory.municipality.demonstration {
        return String::new();
    }
    digits(directory.postcodes.iter(), "-").join(" ")
}

/// What happens with answers (AVG, article 13).
pub(super) fn privacy(texts: &Interface, catalogue: &Catalogue) -> Page {
    let kept = [("delivered", KEPT_DAYS), ("undelivered", KEPT_UNDELIVERED_DAYS)];
    let told = |at| (texts.pages.privacy_heading(at), texts.pages.privacy_text(at));
    let mut page = info(texts.pages.privacy(), (0..7).map(told)).into_string();
    for (name, days) in kept {
        // A desk that was told another number finds its place by this mark.
        let marked = format!("<span data-days=\"{name}\">{days}</span> dagen");
        page = page.replace(&format!("{days} dagen"), &marked);
    }
    plain(texts, catalogue, titled(texts, texts.pages.privacy()), PreEscaped(page))
}

/// How accessible the app is, and where to say that it is not.
pub(super) fn accessibility(
    texts: &Interface,
    catalogue: &Catalogue,
    directories: &[Directory],
) -> Page {
    let told = |at| (texts.pages.accessibility_heading(at), texts.pages.accessibility_text(at));
    let statements = directories.iter().map(|directory| &directory.municipality);
    let main = html! {
        (info(texts.pages.accessibility(), (0..2).map(told)))
        ul.wd-dots.wd-column {
            @for municipality in statements {
                li {
                    (municipality.name) ": "
                    @match &municipality.accessibility {
                        Some(address) => { a.nl-link href=(address) rel="noreferrer" { (address) } }
                        None => { (texts.pages.statement_unknown()) }
                    }
                }
            }
        }
    };
    plain(texts, catalogue, titled(texts, texts.pages.accessibility()), main)
}

/// What stands where nothing is.
pub(super) fn not_found(texts: &Interface, catalogue: &Catalogue) -> Page {
    let main = html! {
        div.wd-column.wd-stack {
            (h1(texts.pages.not_found()))
            p.nl-paragraph { a.nl-link href=(address::BASE) { (texts.pages.home()) } }
        }
    };
    plain(texts, catalogue, titled(texts, texts.pages.not_found()), main)
}

fn titled(texts: &Interface, title: &str) -> String {
    format!("{title} - {}", texts.pages.app())
}

fn info<'t>(title: &str, parts: impl Iterator<Item = (&'t str, &'t str)>) -> Markup {
    html! {
        div.wd-column.wd-stack {
            (h1(title))
            @for (heading, text) in parts { section.wd-stack { (h2(heading)) (p(text)) } }
        }
    }
}

fn plain(texts: &Interface, catalogue: &Catalogue, title: String, main: Markup) -> Page {
    Page { title, head: html! {}, body: framed(texts, catalogue, None, false, main) }
}

/// The neutral page of "Snel weg": nothing on it says where somebody was.
pub(super) fn away() -> Markup {
    html! {
        (DOCTYPE)
        html lang="nl" {
            head {
                meta charset="utf-8";
                title { "Nieuwe pagina" }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                script type="module" src=(of_build("away.js")) {}
            }
            body { main { h1 { "Nieuwe pagina" } p { a href=(NEUTRAL) rel="noreferrer" { "Ga verder" } } } }
        }
    }
}
