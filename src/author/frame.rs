//! What stands around every screen and page: the row for danger, the header with
//! "Lees voor" and "Hulp", the footer. It is part of the page and does not change during
//! a visit, so it is there before the app is, and if the app never comes.

use crate::content::address;
use crate::domain::{Catalogue, Channel, Directory, Provider, ProviderKind, Reach, site, tel};
use crate::node::{Inside, inside, to_html};
use crate::screens;
use crate::texts::Interface;
use maud::{Markup, PreEscaped, html};
use std::convert::Infallible;

/// A page for the shell: what goes in its head and its body.
pub(super) struct Page {
    /// The title; it says nothing about what somebody needs.
    pub(super) title: String,
    /// More for the head.
    pub(super) head: Markup,
    /// The whole body.
    pub(super) body: Markup,
}

impl Page {
    /// Fills the shell, or says which mark it lacks.
    pub(super) fn fill(&self, texts: &Interface, shell: &str) -> Result<String, &'static str> {
        let mut page = shell.to_owned();
        let title = html! { title { (self.title) } };
        let no_script = shell_part(shell, "<noscript>", "</noscript>")?;
        for (mark, filling) in [
            ("<title>Wijkdeur</title>", title.into_string()),
            (
                "<!-- head -->",
                html! { meta name="description" content=(texts.pages.found()); (self.head) }.0,
            ),
            ("<!-- body -->", self.body.0.clone()),
            (no_script, String::new()),
        ] {
            if !page.contains(mark) {
                return Err("de app is niet heel: bouw haar opnieuw met trunk");
            }
            page = page.replacen(mark, &filling, 1);
        }
        Ok(page)
    }
}

fn shell_part<'s>(shell: &'s str, from: &str, to: &str) -> Result<&'s str, &'static str> {
    let start = shell.find(from).ok_or("de app is niet heel: bouw haar opnieuw met trunk")?;
    let length =
        shell[start..].find(to).ok_or("de app is niet heel: bouw haar opnieuw met trunk")?;
    Ok(&shell[start..start + length + to.len()])
}

/// Puts a frame around what a page shows; with the controls of the app if it is
/// there to listen to them.
pub(super) fn framed(
    texts: &Interface,
    catalogue: &Catalogue,
    directory: Option<&Directory>,
    app: bool,
    main: Markup,
) -> Markup {
    let entrance = directory.and_then(Directory::entrance);
    let home = directory.map_or(address::BASE.to_owned(), |d| address::town(&d.municipality.slug));
    html! {
        a.nl-skip-link.nl-skip-link--visible-on-focus href="#inhoud" { (texts.pages.skip()) }
        (safety_row(texts, catalogue, directory))
        header.wd-header {
            div.wd-bounds.wd-header__row {
                a.wd-brand href=(home) {
                    (pictogram("door"))
                    span { strong { (texts.pages.app()) }
                        @if let Some(directory) = directory { " " (directory.municipality.name) } }
                }
                // Shown where the device itself speaks Dutch (`platform/voice.js`).
                button.wd-aloud id="aloud" type="button" hidden data-do=[app.then_some("aloud")]
                    data-pause=(texts.pages.aloud_pause()) data-resume=(texts.pages.aloud_resume()) {
                    (pictogram("volume")) span { (texts.pages.aloud()) }
                }
                nav aria-label=(texts.pages.help()) { (help(texts, directory, entrance, app)) }
            }
        }
        @if directory.is_some_and(|directory| directory.municipality.demonstration) {
            aside.wd-demo aria-label=(texts.pages.demonstration()) {
                p.wd-bounds { (texts.pages.demonstration_text()) " " a href=(address::BASE) { (texts.pages.demonstration_leave()) } }
            }
        }
        // What is said once, and how far something is: here before it is said, so it is heard.
        @if app {
            div.wd-said.wd-bounds id="notice" role="status" {}
            p.wd-sr id="said" role="status" {}
        }
        main.wd-main.wd-bounds id="inhoud" tabindex="-1" { (main) }
        footer.wd-footer {
            ul.wd-bounds {
                @for (party, phone) in entrance.iter().filter_map(|e| Some((e, phone(e)?))) {
                    li { (party.name) ": " (tel_link(phone)) }
                }
                li { (texts.pages.answers_stay()) }
                li { a.nl-link href=(address::ACCESSIBILITY) { (texts.pages.accessibility()) } }
            }
        }
    }
}

fn help(
    texts: &Interface,
    directory: Option<&Directory>,
    entrance: Option<&Provider>,
    app: bool,
) -> Markup {
    html! {
        details.wd-menu name="paneel" {
            summary { (texts.pages.help()) }
            ul.wd-panel {
                @for phone in entrance.iter().filter_map(|party| phone(party)) {
                    li { a href=(tel(&phone.value)) { (texts.visit.call(&phone.value)) } }
                }
                @if app {
                    li { button type="button" data-do="talk" { (texts.visit.talk()) } }
                    li { button type="button" data-do="forget" { (texts.pages.forget()) } }
                    li { button type="button" data-do="print" { (texts.visit.print()) } }
                }
                @if let Some(directory) = directory {
                    li { a href=(address::overview(&directory.municipality.slug)) { (texts.visit.overview()) } }
                }
                li { button type="button" data-do="shift" data-off=(texts.pages.shift(0))
                    data-on=(texts.pages.shift(1)) { (texts.pages.shift(0)) } }
                li { a href=(address::PRIVACY) { (texts.pages.privacy()) } }
                li { a href=(address::ACCESSIBILITY) { (texts.pages.accessibility()) } }
            }
        }
    }
}

fn safety_row(texts: &Interface, catalogue: &Catalogue, directory: Option<&Directory>) -> Markup {
    let leave_to = directory.map_or(super::pages::NEUTRAL, |d| &d.municipality.leave_to);
    html! {
        aside.wd-safety aria-label=(texts.pages.safety_row()) {
            div.wd-bounds.wd-safety__row {
                a.wd-safety__call href="tel:112" { (texts.visit.danger()) " " strong { (texts.pages.call_112()) } }
                details name="paneel" {
                    summary { span { (texts.pages.other_numbers()) } }
                    ul.wd-panel {
                        @for (party, reach) in emergency(catalogue, directory, false) {
                            li { (emergency_line(party, reach)) }
                        }
                    }
                }
                a.wd-safety__away id="leave" href=(leave_to) rel="noreferrer"
                    aria-label=(texts.visit.leave_full()) { (texts.pages.leave()) }
            }
            p.wd-safety__hint id="leave-hint" role="status"
                data-how=(texts.pages.leave_shift()) data-off=(texts.pages.shift_said(0)) data-on=(texts.pages.shift_said(1)) {}
        }
    }
}

/// One way to reach a line for danger.
pub(super) fn emergency_line(party: &Provider, reach: &Reach) -> Markup {
    html! {
        @match reach.channel {
            Channel::Phone => {
                @let named = party.name != reach.value;
                a href=(tel(&reach.value))
                    aria-label=[named.then(|| format!("{}, {}", reach.value, party.name))] { strong { (reach.value) }
                    @if party.name != reach.value { " " (party.name) } }
            }
            Channel::App => { span { (party.name) ": " (reach.value) } }
            _ => { a href=(site(&reach.value)) rel="noreferrer" { (party.name) ": " (reach.value) } }
        }
        @if let Some(about) = &reach.about { " " span { (about) } }
    }
}

/// Every way to reach a line for danger, each once; 112 by phone may stand apart.
pub(super) fn emergency<'d>(
    catalogue: &'d Catalogue,
    directory: Option<&'d Directory>,
    with_112: bool,
) -> Vec<(&'d Provider, &'d Reach)> {
    let here = directory.into_iter().flat_map(|directory| &directory.providers);
    let mut found: Vec<(&Provider, &Reach)> = Vec::new();
    for party in catalogue.national.iter().chain(here) {
        let ways = party.reach.iter().filter(|reach| {
            matches!(reach.channel, Channel::Phone | Channel::Chat | Channel::App)
                && (with_112 || reach.value != "112")
                && party.kind == ProviderKind::Crisis
        });
        for way in ways {
            if !found.iter().any(|(_, known)| known.value == way.value) {
                found.push((party, way));
            }
        }
    }
    found
}

/// The phone number of a party that it prefers.
pub(super) fn phone(party: &Provider) -> Option<&Reach> {
    party.reach.iter().find(|reach| reach.channel == Channel::Phone)
}

/// A number to tap.
pub(super) fn tel_link(reach: &Reach) -> Markup {
    html! { a.nl-link href=(tel(&reach.value)) { (reach.value) }
    @if let Some(about) = &reach.about { " (" (about) ")" } }
}

/// A pictogram of the sprite in the shell; decoration only.
pub(super) fn pictogram(name: &str) -> Markup {
    html! { svg.wd-picto aria-hidden="true" { use href={ "#p-" (name) } {} } }
}

/// A heading of the first level, which takes the focus when a screen changes.
pub(super) fn h1(text: &str) -> Markup {
    html! { h1.nl-heading.nl-heading--level-1 tabindex="-1" { (text) } }
}

/// A heading of the second level.
pub(super) fn h2(text: &str) -> Markup {
    html! { h2.nl-heading.nl-heading--level-2 { (text) } }
}

/// A paragraph.
pub(super) fn p(text: &str) -> Markup {
    html! { p.nl-paragraph { (text) } }
}

/// A large button to call.
pub(super) fn call(texts: &Interface, number: &str, about: &str, primary: bool) -> Markup {
    drawn(&inside![screens::call(&texts.visit, number, about, primary)])
}

/// Part of a screen, which nothing on a page listens to.
pub(super) fn drawn(nodes: &Inside<Infallible>) -> Markup {
    PreEscaped(to_html(nodes))
}

/// The doctype and nothing else of a page that must not look like ours.
pub(super) const DOCTYPE: PreEscaped<&str> = maud::DOCTYPE;
