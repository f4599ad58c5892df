//! The pages of a published app.

use super::build::of_build;
use super::digits::digits;
use super::frame::{framed, phone};
use super::listing;
use super::page::{Inside, Node, Page, leads, script, tag};
use crate::content::{Bundle, Data, KEPT_DAYS, KEPT_UNDELIVERED_DAYS, address};
use crate::domain::{Catalogue, Date, Directory};
use crate::node::{Piece, element, inside, pictogram, unheard};
use crate::screens::parts::{actions, call, h1, h2, link, list, own_link, p, screen, section};
use crate::screens::shown;
use crate::texts::Interface;
use crate::wizard::{Now, Wizard};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;

/// Where "Snel weg" leads on pages of no municipality.
pub(super) const NEUTRAL: &str = "https://www.rijksoverheid.nl/";

/// Every page in the shell by its path, as of a day; each town with its two files of data.
pub fn all(
    texts: &Interface,
    data: &Data,
    towns: &[(Bundle, [String; 2])],
    today: Date,
) -> BTreeMap<String, Page> {
    let (catalogue, directories) = (&data.catalogue, &data.directories);
    let mut pages = BTreeMap::new();
    let mut put = |path: &str, page| pages.insert([path, "index.html"].concat(), page);
    for (bundle, files) in towns {
        let slug = &bundle.directory.municipality.slug;
        put(&format!("{slug}/"), municipality(texts, bundle, files));
        for (path, page) in listing::pages(texts, bundle, today) {
            put(&format!("{slug}/{path}/"), page);
        }
    }
    put("", home(texts, catalogue, directories));
    put("privacy/", privacy(texts, catalogue));
    put("toegankelijkheid/", accessibility(texts, catalogue, directories));
    pages.insert("404.html".to_owned(), not_found(texts, catalogue));
    pages
}

/// What starts the app, with its two files of data.
fn start(data: &[String; 2]) -> Inside {
    let [data, rest] = data.each_ref().map(|file| address::file(file));
    let (app, program) = (of_build("wijkdeur.js"), of_build("wijkdeur_bg.wasm"));
    let program = [
        ("rel", "preload"),
        ("href", program.as_str()),
        ("as", "fetch"),
        ("type", "application/wasm"),
        ("crossorigin", ""),
    ];
    let data = [
        ("rel", "preload"),
        ("id", "data"),
        ("href", data.as_str()),
        ("as", "fetch"),
        ("crossorigin", ""),
        ("data-rest", rest.as_str()),
    ];
    let app = [("type", "module"), ("id", "app"), ("src", app.as_str())];
    inside![
        tag("script", app, inside![]),
        tag("link", program, inside![]),
        tag("link", data, inside![])
    ]
}

/// The page of a municipality: its first screen, and what starts the app with its two
/// files of data.
fn municipality(texts: &Interface, bundle: &Bundle, data: &[String; 2]) -> Page {
    let directory = &bundle.directory;
    let overview = address::overview(&directory.municipality.slug);
    let overview = own_link(overview, texts.visit.overview());
    let no_script = inside![texts.pages.no_script(), " ", overview];
    let no_script = element("p", "nl-paragraph wd-notice", no_script);
    let wait = [
        ("class", "wd-wait wd-screen-only"),
        ("id", "wait"),
        ("role", "status"),
        ("data-early", texts.pages.early()),
        ("data-late", texts.pages.late()),
    ];
    let main = inside![
        element("noscript", "", inside![no_script]),
        first_screen(bundle),
        tag("p", wait, inside![]),
    ];
    let failure = inside![failure(texts, directory)];
    Page {
        title: format!("{} {}", texts.pages.app(), directory.municipality.name),
        head: start(data),
        body: inside![
            framed(texts, &bundle.catalogue, Some(directory), true, main),
            tag("template", [("id", "failure")], failure),
        ],
    }
}

/// The first screen, the same as the app draws it, so that it is there before the app.
fn first_screen(bundle: &Bundle) -> Node {
    // It says no time.
    let visit = Wizard::new(Arc::new(bundle.clone()), Now::at(0));
    unheard(shown(visit.screen(), bundle, false))
}

/// What stands on the screen when the app or its data cannot be had, or the browser is too
/// old for it; `start.js` takes from it what it shows.
fn failure(texts: &Interface, directory: &Directory) -> Node {
    let way_on = directory.entrance_in_words().unwrap_or(texts.pages.failed_call());
    let entrance = directory.entrance().map(|party| match phone(party) {
        Some(phone) => inside![call(&texts.visit, &phone.value, &party.name, true)],
        None => inside![party.what.as_deref().map(p)],
    });
    let danger = inside![call(&texts.visit, "112", texts.visit.danger(), false)];
    let again = [("class", "nl-button nl-button--secondary"), ("type", "button")];
    screen(inside![
        h1(inside![texts.visit.failed()]),
        p(&format!("{} {way_on}", texts.visit.failed_text())),
        list("wd-stack", entrance.into_iter().chain([danger]).collect()),
        actions(inside![tag("button", again, inside![texts.visit.retry()])]),
        element("p", "nl-paragraph wd-old", inside![texts.pages.no_script()]),
        leads(address::overview(&directory.municipality.slug), texts.visit.overview()),
    ])
}

/// The page that asks for the municipality.
fn home(texts: &Interface, catalogue: &Catalogue, directories: &[Directory]) -> Page {
    let of_kind = |invented: bool| {
        directories.iter().filter(move |town| town.municipality.demonstration == invented)
    };
    let towns = of_kind(false).chain(of_kind(true)).map(|town| inside![tile(texts, town)]);
    let main = screen(inside![
        h1(inside![texts.pages.home()]),
        p(texts.pages.home_text()),
        h2(texts.pages.home_choose()),
        list("wd-tiles wd-tiles--two", towns.collect()),
        by_postcode(texts),
        section(texts.pages.home_other(), inside![p(texts.visit.home_other_text())]),
    ]);
    let find = inside![script(&of_build("find.js"))];
    Page { head: find, ..plain(texts, catalogue, texts.pages.app().to_owned(), main) }
}

fn tile(texts: &Interface, directory: &Directory) -> Node {
    let town = &directory.municipality;
    let invented = town.demonstration.then(|| inside![" (", texts.pages.demonstration(), ")"]);
    let name = element("span", "wd-tile__text", inside![town.name.as_str(), invented]);
    let (home, postcodes) = (address::town(&town.slug), postcodes(directory));
    let attributes = [
        ("class", "wd-tile wd-tile--link"),
        ("href", home.as_str()),
        ("data-postcodes", postcodes.as_str()),
    ];
    tag("a", attributes, inside![pictogram("map-pin"), name])
}

/// Finds the municipality of a postcode; shown by what makes it work (`platform/find.js`).
fn by_postcode(texts: &Interface) -> Node {
    let label = [("class", "utrecht-form-label"), ("for", "postcode")];
    let field = [
        (
            "class",
            "utrecht-textbox utrecht-textbox--html-input utrecht-textbox--postal-code-nl-size",
        ),
        ("id", "postcode"),
        ("name", "postcode"),
        ("type", "text"),
        ("autocomplete", "postal-code"),
        ("spellcheck", "false"),
        ("dir", "auto"),
        ("aria-describedby", "found"),
    ];
    let search = [("class", "nl-button nl-button--primary"), ("type", "submit")];
    let found = [
        ("class", "nl-paragraph"),
        ("id", "found"),
        ("role", "status"),
        ("data-unknown", texts.pages.home_unknown()),
        ("data-wrong", texts.visit.no_postcode()),
    ];
    let row = inside![
        tag("input", field, inside![]),
        tag("button", search, inside![texts.pages.home_search()]),
    ];
    let form = [("class", "utrecht-form-field"), ("novalidate", ""), ("method", "dialog")];
    let form = tag(
        "form",
        form,
        inside![
            tag("label", label, inside![texts.pages.home_label()]),
            actions(row),
            tag("p", found, inside![]),
        ],
    );
    let hidden = [("class", "wd-stack"), ("hidden", "")];
    tag("section", hidden, inside![h2(texts.pages.home_postcode()), form])
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
fn privacy(texts: &Interface, catalogue: &Catalogue) -> Page {
    let told = (0..7).map(|at| {
        let text = element("p", "nl-paragraph", marked(texts.pages.privacy_text(at)));
        section(texts.pages.privacy_heading(at), inside![text])
    });
    let main = info(texts.pages.privacy(), told.collect());
    plain(texts, catalogue, titled(texts, texts.pages.privacy()), main)
}

/// A text where each number of days that a request is kept is marked: a desk that was told
/// another number finds its place by it.
fn marked(text: &str) -> Inside {
    for (name, days) in [("delivered", KEPT_DAYS), ("undelivered", KEPT_UNDELIVERED_DAYS)] {
        let days = days.to_string();
        if let Some((before, after)) = text.split_once(&format!("{days} dagen")) {
            let mark = tag("span", [("data-days", name)], inside![days]);
            return inside![marked(before), mark, " dagen", marked(after)];
        }
    }
    inside![text]
}

/// How accessible the app is, and where to say that it is not.
fn accessibility(texts: &Interface, catalogue: &Catalogue, directories: &[Directory]) -> Page {
    let told = (0..2).map(|at| {
        let text = p(texts.pages.accessibility_text(at));
        section(texts.pages.accessibility_heading(at), inside![text])
    });
    let statements = directories.iter().map(|Directory { municipality, .. }| {
        let statement = municipality.accessibility.as_ref();
        let statement = statement.map(|address| link(address.clone(), address));
        let unknown = statement.is_none().then(|| texts.pages.statement_unknown());
        inside![municipality.name.as_str(), ": ", statement, unknown]
    });
    let main = inside![
        info(texts.pages.accessibility(), told.collect()),
        list("wd-dots wd-column", statements.collect()),
    ];
    plain(texts, catalogue, titled(texts, texts.pages.accessibility()), main)
}

/// What stands where nothing is.
fn not_found(texts: &Interface, catalogue: &Catalogue) -> Page {
    let main = screen(inside![
        h1(inside![texts.pages.not_found()]),
        leads(address::BASE.to_owned(), texts.pages.home()),
    ]);
    plain(texts, catalogue, titled(texts, texts.pages.not_found()), main)
}

fn titled(texts: &Interface, title: &str) -> String {
    format!("{title} - {}", texts.pages.app())
}

fn info(title: &str, sections: Inside) -> Node {
    screen(inside![h1(inside![title]), sections])
}

fn plain(
    texts: &Interface,
    catalogue: &Catalogue,
    title: String,
    main: impl Piece<Infallible>,
) -> Page {
    Page { title, head: inside![], body: framed(texts, catalogue, None, false, inside![main]) }
}

/// The neutral page of "Snel weg", whole: nothing on it says where somebody was.
pub fn away() -> Node {
    let title = "Nieuwe pagina";
    let about = [
        ("viewport", "width=device-width, initial-scale=1"),
        ("color-scheme", "light dark"),
        ("robots", "noindex"),
    ];
    let about: Inside = about
        .into_iter()
        .map(|(name, content)| tag("meta", [("name", name), ("content", content)], inside![]))
        .collect();
    let head = inside![
        tag("meta", [("charset", "utf-8")], inside![]),
        element("title", "", inside![title]),
        about,
        script(&of_build("away.js")),
    ];
    let on = tag("a", [("href", NEUTRAL), ("rel", "noreferrer")], inside!["Ga verder"]);
    let main = inside![element("h1", "", inside![title]), element("p", "", inside![on]),];
    let body = inside![element("main", "", main)];
    let whole = inside![element("head", "", head), element("body", "", body)];
    tag("html", [("lang", "nl")], whole)
}
