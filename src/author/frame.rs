//! What stands around every screen and page: the row for danger, the header with
//! "Lees voor" and "Hulp", the footer. It is part of the page and does not change during
//! a visit, so it is there before the app is, and if the app never comes.

use super::page::{Inside, Node, tag};
use crate::content::address;
use crate::domain::{Catalogue, Channel, Directory, Provider, ProviderKind, Reach, site, tel};
use crate::names::{attribute, control};
use crate::node::{element, inside, pictogram};
use crate::screens::parts::{list, own_link};
use crate::texts::Interface;

/// Puts a frame around what a page shows; with the controls of the app if it is
/// there to listen to them.
pub(super) fn framed(
    texts: &Interface,
    catalogue: &Catalogue,
    directory: Option<&Directory>,
    app: bool,
    main: Inside,
) -> Inside {
    let skip = [("class", "nl-skip-link nl-skip-link--visible-on-focus"), ("href", "#inhoud")];
    let place = [("class", "wd-main wd-bounds"), ("id", "inhoud"), ("tabindex", "-1")];
    let invented = directory.filter(|directory| directory.municipality.demonstration);
    inside![
        tag("a", skip, inside![texts.pages.skip()]),
        safety_row(texts, catalogue, directory),
        header(texts, directory, app),
        invented.map(|_| demonstration(texts)),
        app.then(said),
        tag("main", place, main),
        footer(texts, directory.and_then(Directory::entrance)),
    ]
}

fn header(texts: &Interface, directory: Option<&Directory>, app: bool) -> Node {
    let home = directory.map_or(address::BASE.to_owned(), |d| address::town(&d.municipality.slug));
    let town = directory.map(|directory| inside![" ", directory.municipality.name.as_str()]);
    let name = inside![element("strong", "", inside![texts.pages.app()]), town];
    let name = inside![pictogram("door"), element("span", "", name)];
    let help = help(texts, directory, app);
    let row = inside![
        tag("a", [("class", "wd-brand"), ("href", home.as_str())], name),
        aloud(texts, app),
        tag("nav", [("aria-label", texts.pages.help())], inside![help]),
    ];
    let row = element("div", "wd-bounds wd-header__row", row);
    element("header", "wd-header", inside![row])
}

/// Shown where the device itself speaks Dutch (`platform/voice.js`).
fn aloud(texts: &Interface, app: bool) -> Node {
    let own = [("class", "wd-aloud"), ("id", "aloud"), ("type", "button"), ("hidden", "")];
    let told = app.then_some((attribute::DO, control::ALOUD));
    let said =
        [("data-pause", texts.pages.aloud_pause()), ("data-resume", texts.pages.aloud_resume())];
    let label = element("span", "", inside![texts.pages.aloud()]);
    let attributes = own.into_iter().chain(told).chain(said);
    tag("button", attributes, inside![pictogram("volume"), label])
}

fn demonstration(texts: &Interface) -> Node {
    let leave = bare(address::BASE, texts.pages.demonstration_leave());
    let said = element("p", "wd-bounds", inside![texts.pages.demonstration_text(), " ", leave]);
    let named = [("class", "wd-demo"), ("aria-label", texts.pages.demonstration())];
    tag("aside", named, inside![said])
}

/// What is said once, and how far something is: there before it is said, so it is heard.
fn said() -> Inside {
    inside![
        tag(
            "div",
            [("class", "wd-said wd-bounds"), ("id", "notice"), ("role", "status")],
            inside![]
        ),
        tag("p", [("class", "wd-sr"), ("id", "said"), ("role", "status")], inside![]),
    ]
}

fn footer(texts: &Interface, entrance: Option<&Provider>) -> Node {
    let called = entrance.and_then(|party| Some((party, phone(party)?)));
    let called = called.map(|(party, phone)| {
        inside![party.name.as_str(), ": ", own_link(tel(&phone.value), &phone.value)]
    });
    let lines = called.into_iter().chain([
        inside![texts.pages.answers_stay()],
        inside![own_link(address::ACCESSIBILITY.to_owned(), texts.pages.accessibility())],
    ]);
    element("footer", "wd-footer", inside![list("wd-bounds", lines.collect())])
}

fn help(texts: &Interface, directory: Option<&Directory>, app: bool) -> Node {
    let entrance = directory.and_then(Directory::entrance);
    let control = |name: &str, text: &str| {
        inside![tag("button", [("type", "button"), (attribute::DO, name)], inside![text])]
    };
    let mut ways: Vec<Inside> = Vec::new();
    ways.extend(
        entrance
            .and_then(phone)
            .map(|phone| inside![bare(&tel(&phone.value), &texts.visit.call(&phone.value))]),
    );
    if app {
        ways.extend([
            control(control::TALK, texts.visit.talk()),
            control(control::FORGET, texts.pages.forget()),
            control(control::PRINT, texts.visit.print()),
        ]);
    }
    ways.extend(directory.map(|directory| {
        let overview = address::overview(&directory.municipality.slug);
        inside![bare(&overview, texts.visit.overview())]
    }));
    let shift = [
        ("type", "button"),
        (attribute::DO, control::SHIFT),
        ("data-off", texts.pages.shift(0)),
        ("data-on", texts.pages.shift(1)),
    ];
    ways.extend([
        inside![tag("button", shift, inside![texts.pages.shift(0)])],
        inside![bare(address::PRIVACY, texts.pages.privacy())],
        inside![bare(address::ACCESSIBILITY, texts.pages.accessibility())],
    ]);
    let summary = element("summary", "", inside![texts.pages.help()]);
    let menu = [("class", "wd-menu"), ("name", "paneel")];
    tag("details", menu, inside![summary, list("wd-panel", ways)])
}

fn safety_row(texts: &Interface, catalogue: &Catalogue, directory: Option<&Directory>) -> Node {
    let leave_to = directory.map_or(super::pages::NEUTRAL, |d| &d.municipality.leave_to);
    let number = element("strong", "", inside![texts.pages.call_112()]);
    let call = [("class", "wd-safety__call"), ("href", "tel:112")];
    let lines = emergency(catalogue, directory, false);
    let lines = lines.into_iter().map(|(party, reach)| emergency_line(party, reach));
    let others = element("span", "", inside![texts.pages.other_numbers()]);
    let others =
        inside![element("summary", "", inside![others]), list("wd-panel", lines.collect())];
    let leave = [
        ("class", "wd-safety__away"),
        ("id", "leave"),
        ("href", leave_to),
        ("rel", "noreferrer"),
        ("aria-label", texts.visit.leave_full()),
    ];
    let row = inside![
        tag("a", call, inside![texts.visit.danger(), " ", number]),
        tag("details", [("name", "paneel")], others),
        tag("a", leave, inside![texts.pages.leave()]),
    ];
    let hint = [
        ("class", "wd-safety__hint"),
        ("id", "leave-hint"),
        ("role", "status"),
        ("data-how", texts.pages.leave_shift()),
        ("data-off", texts.pages.shift_said(0)),
        ("data-on", texts.pages.shift_said(1)),
    ];
    let inside =
        inside![element("div", "wd-bounds wd-safety__row", row), tag("p", hint, inside![])];
    let named = [("class", "wd-safety"), ("aria-label", texts.pages.safety_row())];
    tag("aside", named, inside)
}

/// A link where the place says how it looks.
fn bare(address: &str, text: &str) -> Node {
    tag("a", [("href", address)], inside![text])
}

/// One way to reach a line for danger.
pub(super) fn emergency_line(party: &Provider, reach: &Reach) -> Inside {
    let (name, value) = (party.name.as_str(), reach.value.as_str());
    let said = [name, ": ", value].concat();
    let shown = match reach.channel {
        Channel::Phone => {
            let address = tel(value);
            // A number that is its own name is said once.
            let whose = (name != value).then_some(name);
            let read = whose.map(|name| [value, ", ", name].concat());
            let read = read.as_deref().map(|read| ("aria-label", read));
            let number = element("strong", "", inside![value]);
            let whose = whose.map(|name| inside![" ", name]);
            let attributes = [("href", address.as_str())].into_iter().chain(read);
            tag("a", attributes, inside![number, whose])
        }
        Channel::App => element("span", "", inside![said]),
        _ => {
            let address = site(value);
            tag("a", [("href", address.as_str()), ("rel", "noreferrer")], inside![said])
        }
    };
    let about = reach.about.as_deref();
    inside![shown, about.map(|about| inside![" ", element("span", "", inside![about])])]
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
