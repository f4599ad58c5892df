//! The list of one *wijk*: everybody who is there for it. It reads without a script, and
//! prints as something to hang in a stairwell.

use super::entry::{Around, word};
use super::{Listed, listed, structured, subjects, unconfirmed};
use crate::author::build::of_build;
use crate::author::digits::digits;
use crate::author::frame::{emergency, emergency_line, framed};
use crate::author::page::{Inside, Node, Page, leads_on_screen, script, tag};
use crate::content::{Bundle, address};
use crate::domain::{Date, Directory, Level, LifeDomain, ProviderKind, Wijk};
use crate::node::{element, inside};
use crate::screens::parts::{actions, behind, h1, h2, labelled, list, p, screen, soft};
use crate::texts::Interface;

/// The page of one *wijk*.
pub(super) fn page(texts: &Interface, bundle: &Bundle, wijk: &Wijk, today: Date) -> Page {
    let (catalogue, directory) = (&bundle.catalogue, &bundle.directory);
    let around = Around { texts, catalogue, directory, wijk: Some(wijk), today };
    let all = listed(directory, Some(wijk), today);
    let is_danger = |listed: &&Listed<'_>| listed.party.kind == ProviderKind::Crisis;
    let all: Vec<Listed<'_>> = all.iter().filter(|listed| !is_danger(listed)).copied().collect();
    let slug = &directory.municipality.slug;
    let lines = emergency(catalogue, Some(directory), true);
    let lines = lines.into_iter().map(|(party, reach)| emergency_line(party, reach));
    // On a screen they stand in the row on top.
    let danger = inside![h2(texts.pages.list_danger()), list("wd-dots", lines.collect())];
    let groups: Inside = groups(texts, directory, wijk, &all)
        .into_iter()
        .map(|(title, parties)| {
            element("section", "wd-stack wd-list", inside![h2(&title), around.list(&parties)])
        })
        .collect();
    let postcodes = digits(directory.postcodes_of(&wijk.code), " - ").join(", ");
    let postcodes = (!postcodes.is_empty())
        .then(|| [" ", texts.pages.postcodes(), ": ", &postcodes, "."].concat());
    let as_of = texts.pages.as_of(&texts.visit.full_date(today)) + &postcodes.unwrap_or_default();
    let overview = texts.pages.to_overview(&directory.municipality.name);
    let main = screen(inside![
        h1(inside![texts.pages.list_title(&wijk.name)]),
        unconfirmed(texts, directory),
        leads_on_screen(address::town(slug), texts.pages.to_questions()),
        filter(texts, bundle, &all),
        count(texts),
        element("section", "wd-stack wd-paper-only", danger),
        around.unknown_reach(&all),
        groups,
        actions(inside![print(texts)]),
        join(texts, directory),
        soft(&as_of),
        leads_on_screen(address::overview(slug), &overview),
    ]);
    Page {
        title: format!("{}, {} - {}", wijk.name, directory.municipality.name, texts.pages.app()),
        head: inside![script(&of_build("list.js")), structured::data(&around, &all)],
        body: framed(texts, catalogue, Some(directory), false, inside![main]),
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
fn filter(texts: &Interface, bundle: &Bundle, all: &[Listed<'_>]) -> Node {
    let known: Vec<LifeDomain> =
        all.iter().flat_map(|listed| subjects(&bundle.catalogue, listed.party)).collect();
    let subject = |value: &str, text: &str| {
        let checked = value.is_empty().then_some(("checked", ""));
        let input = [("type", "radio"), ("name", "subject"), ("value", value)];
        option(input.into_iter().chain(checked), text)
    };
    let subjects: Inside = LifeDomain::ALL
        .into_iter()
        .filter(|each| known.contains(each))
        .map(|each| subject(word(each), texts.pages.life(each)))
        .collect();
    let subjects = inside![subject("", texts.pages.filter_all()), subjects];
    let title = element("legend", "utrecht-form-label", inside![texts.pages.filter_subject()]);
    let subjects = inside![title, element("div", "wd-options", subjects)];
    let near = [("type", "checkbox"), ("name", "near"), ("value", "yes")];
    let more = inside![element("fieldset", "", subjects), option(near, texts.pages.filter_near())];
    let label = [("class", "utrecht-form-label"), ("for", "word")];
    let word = [
        ("class", "utrecht-textbox utrecht-textbox--html-input"),
        ("id", "word"),
        ("name", "word"),
        ("type", "text"),
        ("autocomplete", "off"),
        ("spellcheck", "false"),
    ];
    let search = [("class", "nl-button nl-button--primary"), ("type", "submit")];
    let row = inside![
        tag("input", word, inside![]),
        tag("button", search, inside![texts.pages.home_search()]),
    ];
    let field = inside![tag("label", label, inside![texts.pages.filter_word()]), actions(row)];
    tag(
        "form",
        [("class", "wd-filter wd-stack"), ("id", "filter"), ("hidden", "")],
        inside![
            h2(texts.pages.filter()),
            element("div", "utrecht-form-field", field),
            behind(texts.pages.filter_more(), more),
        ],
    )
}

fn option<'t>(input: impl IntoIterator<Item = (&'static str, &'t str)>, text: &str) -> Node {
    let text = element("span", "", inside![text]);
    element("label", "wd-option", inside![tag("input", input, inside![]), text])
}

/// Where that script says how much there is to see.
fn count(texts: &Interface) -> Node {
    let count = texts.pages.filter_count("{shown}", "{all}");
    let attributes = [
        ("class", "nl-paragraph"),
        ("role", "status"),
        ("id", "count"),
        ("tabindex", "-1"),
        ("data-count", count.as_str()),
        ("data-none", texts.pages.filter_none()),
    ];
    tag("p", attributes, inside![])
}

fn print(texts: &Interface) -> Node {
    let attributes = [
        ("class", "nl-button nl-button--secondary"),
        ("type", "button"),
        ("id", "print"),
        ("hidden", ""),
    ];
    tag("button", attributes, labelled("printer", inside![texts.pages.print_list()]))
}

/// How a group gets on the list.
fn join(texts: &Interface, directory: &Directory) -> Node {
    let name = directory.entrance().map_or(&directory.municipality.name, |party| &party.name);
    let tell = (0..5).map(|at| inside![texts.pages.join_tell(at)]);
    let said = inside![
        h2(texts.pages.join()),
        p(&texts.pages.join_text(name)),
        list("wd-dots", tell.collect()),
    ];
    tag("section", [("class", "wd-stack"), ("id", "erbij")], said)
}
