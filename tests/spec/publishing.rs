//! Publishing into a built app.

use crate::town::{PROEFSTAD, PROEFSTAD_FILE, after, data_folder, proefstad, today};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;
use std::time::Duration;
use wijkdeur::content::{Beside, Bundle, Rest};
use wijkdeur::content::{KEPT_DAYS, KEPT_UNDELIVERED_DAYS};
use wijkdeur::domain::{Answer, Here, Kind, Provider, ProviderKind, Situation, Where};
use wijkdeur::wizard::{Event, Shown, Wizard};

/// What trunk leaves behind, as far as publishing looks at it.
const SHELL: &str = "<!doctype html>\n<html lang=\"nl\">\n<head>\n<title>Wijkdeur</title>\n\
    <script src=\"/app/build/start.js\"></script>\n\
    <link data-trunk rel=\"rust\">\n<!-- head -->\n</head>\n<body>\n<!-- body -->\n\
    <noscript>Nog niet klaar.</noscript>\n</body>\n</html>\n";

/// A build, a copy of the data, and the folder that is served; gone when it is dropped.
pub struct Place(PathBuf);

impl Place {
    /// A build and a copy of the data, in a folder of their own.
    pub fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("wijkdeur-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let place = Self(folder);
        place.build("export default 1;");
        copy(&data_folder(), &place.data());
        // Two towns are enough, and no editor of another can break this.
        let towns = place.data().join("municipalities");
        for entry in fs::read_dir(&towns).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.file_name().is_some_and(|name| name != "voorbeeldstad.json") {
                fs::remove_file(path).expect("removed");
            }
        }
        fs::write(place.data().join(PROEFSTAD_FILE), PROEFSTAD).expect("written");
        place
    }

    /// The same with one small municipality, for what is about the app: to pack every page of
    /// all takes a while.
    fn small(name: &str) -> Self {
        let place = Self::new(name);
        for entry in fs::read_dir(place.data().join("municipalities")).expect("directories") {
            let path = entry.expect("an entry").path();
            if !path.ends_with(PROEFSTAD_FILE) {
                fs::remove_file(path).expect("removed");
            }
        }
        place
    }

    /// What trunk would build of this script.
    fn build(&self, script: &str) -> PathBuf {
        let build = self.0.join("build");
        fs::create_dir_all(&build).expect("a folder");
        fs::write(build.join("index.html"), SHELL).expect("a shell");
        fs::write(build.join("wijkdeur.js"), script).expect("a script");
        fs::write(build.join("wijkdeur_bg.wasm"), "\0asm").expect("a program");
        build
    }

    /// The folder that is served.
    pub fn app(&self) -> PathBuf {
        self.0.join("app")
    }

    /// The folder of the data.
    pub fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    /// Publishes, with the build as long as there is none.
    pub fn publish(&self) -> Output {
        let is_first = !self.app().join("published.txt").exists();
        self.publish_with(is_first.then(|| self.0.join("build")).as_deref())
    }

    /// Publishes with nothing else on the path.
    fn publish_with(&self, build: Option<&Path>) -> Output {
        Command::new(env!("CARGO_BIN_EXE_wijkdeur"))
            .env("PATH", "")
            .args(build.iter().flat_map(|build| ["--app".as_ref(), build.as_os_str()]))
            .arg("publish")
            .arg("--data")
            .arg(self.data())
            .arg("--into")
            .arg(self.app())
            .output()
            .expect("the program runs")
    }

    /// The name of the build that its pages use.
    fn in_use(&self) -> String {
        let page = self.page("index.html");
        let (_, after) = page.split_once("/app/").expect("it names a build");
        after[..16].to_owned()
    }

    /// Lets everything in the folder that may be replaced be so many days old.
    fn age(&self, days: u64) {
        let mut files = BTreeMap::new();
        for folder in ["app", "data"] {
            gather(&self.app().join(folder), &mut files);
        }
        for path in files.keys() {
            let file = fs::File::options().write(true).open(path).expect("a file");
            let then = std::time::SystemTime::now() - Duration::from_secs(days * 24 * 60 * 60);
            file.set_modified(then).expect("it can be set");
        }
    }

    fn published(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        gather(&self.app(), &mut files);
        files
    }

    /// A page that was published.
    pub fn page(&self, path: &str) -> String {
        fs::read_to_string(self.app().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Changes a text in Proefstad's directory.
    pub fn edit(&self, from: &str, to: &str) {
        let file = self.data().join("municipalities/proefstad.json");
        let text = fs::read_to_string(&file).expect("the directory");
        assert!(text.contains(from), "{from} is not there");
        fs::write(&file, text.replace(from, to)).expect("written");
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

fn gather(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, files);
        } else {
            files.insert(path.clone(), fs::read(&path).expect("a file"));
        }
    }
}

#[test]
fn a_page_for_the_municipality_with_its_first_screen() {
    let place = Place::new("pages");
    assert!(place.publish().status.success());
    let page = place.page("proefstad/index.html");
    let first = &proefstad().words.questions["topics"].title;
    for part in [first.as_str(), "tel:112", "tel:08000100"] {
        assert!(page.contains(part), "{part}");
    }
    for file in ["start.js", "wijkdeur.js", "wijkdeur_bg.wasm"] {
        let address = format!("\"/app/{}/{file}\"", place.in_use());
        assert!(page.contains(&address), "{address}");
    }
    assert!(!page.contains("data-trunk") && !page.contains("Nog niet klaar"));
    let home = place.page("index.html");
    assert!(home.contains("/proefstad/"));
    // What is typed in Arabic runs from the right.
    let field = home.split("<input").find(|field| field.contains("id=\"postcode\""));
    assert!(field.is_some_and(|field| field.contains("dir=\"auto\"")), "{field:?}");
    let overview = place.page("proefstad/overzicht/index.html");
    for wijk in &proefstad().directory.wijken {
        let address = format!("/proefstad/wijk/{}/", wijk.slug());
        assert!(overview.contains(&address), "{} is not in the overview", wijk.name);
    }
}

/// A desk that was told other numbers finds the place of these.
#[test]
fn the_page_on_privacy_marks_for_how_long_a_desk_keeps_what_was_asked() {
    let place = Place::new("privacy");
    assert!(place.publish().status.success());
    let page = place.page("privacy/index.html");
    for (name, days) in [("delivered", KEPT_DAYS), ("undelivered", KEPT_UNDELIVERED_DAYS)] {
        let marked = format!("<span data-days=\"{name}\">{days}</span> dagen");
        assert_eq!(page.matches(&marked).count(), 1, "{marked}");
    }
}

/// Everybody stands on a list: of the *wijken* they are there for, or on the overview. A
/// line for danger stands by its numbers, each once.
#[test]
fn everybody_stands_on_a_list() {
    let place = Place::new("lists");
    assert!(place.publish().status.success());
    let mut pages = place.page("proefstad/overzicht/index.html");
    for wijk in &proefstad().directory.wijken {
        pages += &place.page(&format!("proefstad/wijk/{}/index.html", wijk.slug()));
    }
    let danger = |party: &&Provider| party.kind == ProviderKind::Crisis;
    for party in proefstad().directory.providers.iter().filter(|party| !danger(party)) {
        let name = party.name.replace('&', "&amp;");
        assert!(pages.contains(&name), "{name} stands on no list");
    }
}

/// Proefstad with a place that says what it may say, and the page of its *wijk*.
fn listed(name: &str, reach: &str, party: &str) -> String {
    let place = Place::new(name);
    let villa = "\"id\": \"villa-havenhof\",";
    let way = format!("{{ \"channel\": \"walk-in\", \"value\": \"Villaweg 1\", {reach} }}");
    let phone = format!("{{ \"channel\": \"phone\", \"value\": \"026-123 45 67\", {HOURS} }}");
    place.edit(villa, &format!("{villa} {party} \"reach\": [{way}, {phone}],"));
    let output = place.publish();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    place.page("proefstad/wijk/havenhof/index.html")
}

/// Every week, but not in two weeks of which the first is past; and late on one day.
const HOURS: &str = r#""hours": [{ "days": ["mo", "tu"], "opens_at": "09:00", "closes_at": "12:00" }],
    "exceptions": [
        { "from": "2001-12-24", "until": "2002-01-02" },
        { "from": "2401-12-24", "until": "2402-01-02" },
        { "from": "2401-12-03", "open": { "opens_at": "19:00", "closes_at": "21:00" } }
    ]"#;

#[test]
fn a_list_says_how_long_one_waits_who_gets_in_and_which_days_differ() {
    let page =
        listed("expect", &format!("{HOURS}, \"wheelchair\": true"), "\"wait\": \"2 weken\",");
    for said in [
        "<dt>Wachten</dt><dd>2 weken</dd>",
        "U kunt er met een rolstoel in.",
        "Van 24 december 2401 tot en met 2 januari 2402: dicht.",
        "Op 3 december 2401: open van 19.00 tot 21.00 uur.",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("2001"), "what is past is said nowhere");
    let page = listed("expect-not", "\"wheelchair\": false", "");
    assert!(page.contains("U kunt er niet met een rolstoel in."));
    assert!(!page.contains("Wachten"));
    let closed = "\"status\": \"temporarily-closed\",";
    let page = listed("expect-closed", HOURS, closed);
    assert!(!page.contains("2401"), "who is closed has no days that differ");
}

/// What a page says to machines about one party.
fn to_machines(page: &str, name: &str) -> Value {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("data");
    let (json, _) = rest.split_once("</script>").expect("its end");
    let whole: Value = serde_json::from_str(json).expect("JSON");
    let graph = whole["@graph"].as_array().expect("parties");
    graph.iter().find(|party| party["name"] == name).expect("the party").clone()
}

#[test]
fn machines_are_told_of_days_that_differ_and_of_wheelchairs() {
    let page = listed("machines", &format!("{HOURS}, \"wheelchair\": false"), "");
    let villa = to_machines(&page, "Villa Havenhof");
    let place = &villa["location"][0];
    assert_eq!(
        place["specialOpeningHoursSpecification"],
        json!([
            {
                "@type": "OpeningHoursSpecification",
                "validFrom": "2401-12-24", "validThrough": "2402-01-02"
            },
            {
                "@type": "OpeningHoursSpecification", "opens": "19:00", "closes": "21:00",
                "validFrom": "2401-12-03", "validThrough": "2401-12-03"
            }
        ])
    );
    let week = &place["openingHoursSpecification"];
    assert_eq!((week.as_array().map(Vec::len), week[0].get("validFrom")), (Some(1), None));
    assert_eq!(place["amenityFeature"]["value"], false);
    // A number is not called on days on which nobody answers it.
    let called = villa["contactPoint"][0]["hoursAvailable"].as_array().expect("hours").clone();
    let called: Vec<_> = called
        .iter()
        .map(|each| (each["validFrom"].as_str(), each["validThrough"].as_str()))
        .collect();
    assert_eq!(
        called,
        [
            (Some("2002-01-03"), Some("2401-12-02")),
            (Some("2401-12-04"), Some("2401-12-23")),
            (Some("2402-01-03"), None),
            (Some("2401-12-03"), Some("2401-12-03")),
        ]
    );
    let closed = listed("machines-closed", HOURS, "\"status\": \"temporarily-closed\",");
    let villa = to_machines(&closed, "Villa Havenhof");
    assert!(!villa.to_string().contains("OpeningHoursSpecification"), "{villa}");
    assert!(villa["location"][0].get("amenityFeature").is_none());
}

/// Who is closed for a time is named with that; a plan, or who stopped, is not.
#[test]
fn who_is_not_there_is_not_sent_to() {
    let place = Place::new("status");
    let status = |status: &str| {
        let villa = "\"id\": \"villa-havenhof\",";
        place.edit(villa, &format!("{villa} \"status\": \"{status}\","));
        assert!(place.publish().status.success());
        let page = place.page("proefstad/wijk/havenhof/index.html");
        place.edit(&format!(" \"status\": \"{status}\","), "");
        (page.contains("Villa Havenhof"), page.contains("Nu tijdelijk dicht."))
    };
    assert_eq!(status("active"), (true, false));
    assert_eq!(status("temporarily-closed"), (true, true));
    assert_eq!(status("inactive"), (false, false));
    assert_eq!(status("defunct"), (false, false));
}

#[test]
fn compressed_copies_hold_the_same() {
    let place = Place::new("compressed");
    assert!(place.publish().status.success());
    let files = place.published();
    let mut seen = 0;
    for (path, packed) in &files {
        let mut text = Vec::new();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("br") => brotli::Decompressor::new(packed.as_slice(), 4096).read_to_end(&mut text),
            Some("gz") => flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut text),
            _ => continue,
        }
        .expect("packed well");
        assert_eq!(Some(&text), files.get(&path.with_extension("")), "{}", path.display());
        seen += 1;
    }
    assert!(seen >= 20, "only {seen} copies");
}

#[test]
fn publishing_again_changes_nothing() {
    let place = Place::new("again");
    assert!(place.publish().status.success());
    let before = place.published();
    assert!(place.publish().status.success());
    assert!(place.published() == before);
}

#[test]
fn a_changed_number_is_on_the_page_and_in_new_data() {
    let place = Place::new("changed");
    assert!(place.publish().status.success());
    let before = place.page("proefstad/index.html");
    place.edit("\"0800-0100\"", "\"0800-0000\"");
    assert!(place.publish().status.success());
    let after = place.page("proefstad/index.html");
    assert!(after.contains("tel:08000000") && !after.contains("tel:08000100"));
    let data = |page: &str| {
        let from = page.find("/data/proefstad-").expect("data");
        let length = page[from..].find(".bin").expect("a file") + ".bin".len();
        page[from..from + length].to_owned()
    };
    assert_ne!(data(&before), data(&after), "the data have another name");
    let bundle = fs::read(place.app().join(&data(&after)[1..])).expect("the data");
    let read = Bundle::read(&bundle).expect("whole");
    assert_eq!(read.directory.entrance().expect("one").reach[0].value, "0800-0000");
}

/// Whoever has the page open needs the data it was opened with, however old those were.
#[test]
fn data_stay_for_a_day_after_they_were_replaced() {
    let place = Place::new("replaced");
    let data = || -> Vec<PathBuf> {
        let all = fs::read_dir(place.app().join("data")).expect("a folder");
        all.map(|entry| entry.expect("a file").path()).collect()
    };
    assert!(place.publish().status.success());
    let first = data();
    place.age(30);
    place.edit("\"0800-0100\"", "\"0800-0000\"");
    assert!(place.publish().status.success());
    assert!(first.iter().all(|file| file.exists()), "they were replaced a moment ago");
    assert!(place.publish().status.success());
    assert!(first.iter().all(|file| file.exists()), "and still are not a day old");
    place.age(2);
    assert!(place.publish().status.success());
    let left = first.iter().filter(|file| !file.exists()).count();
    assert_eq!(left, 3, "one file of Proefstad, with its two copies");
}

#[test]
fn a_municipality_that_is_taken_out_is_gone() {
    let place = Place::new("gone");
    let directories = place.data().join("municipalities");
    let proefstad = fs::read_to_string(directories.join("proefstad.json")).expect("a directory");
    let other =
        proefstad.replace("\"GM9998\"", "\"GM9997\"").replace("\"proefstad\"", "\"elders\"");
    fs::write(directories.join("elders.json"), other).expect("written");
    let output = place.publish();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(place.app().join("elders/index.html").exists());
    fs::remove_file(directories.join("elders.json")).expect("removed");
    let output = place.publish();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && told.starts_with("Weg: /elders/.\n"), "{told}");
    for file in ["index.html", "index.html.br", "overzicht/index.html.gz"] {
        assert!(!place.app().join("elders").join(file).exists(), "{file}");
    }
    assert!(place.app().join("proefstad/index.html").exists());
}

/// Earlier versions wrote down their pages only, in another file.
#[test]
fn a_publication_by_an_earlier_version_is_followed_up() {
    let place = Place::new("earlier");
    assert!(place.publish().status.success());
    let listed = place.page("published.txt");
    let pages: Vec<&str> = listed.lines().filter(|path| path.ends_with(".html")).collect();
    fs::remove_file(place.app().join("published.txt")).expect("removed");
    fs::write(place.app().join("pages.txt"), pages.join("\n") + "\n").expect("written");
    let data = || -> Vec<PathBuf> {
        let all = fs::read_dir(place.app().join("data")).expect("a folder");
        all.map(|entry| entry.expect("a file").path()).collect()
    };
    let before = data();
    place.age(7);
    fs::remove_file(place.data().join("municipalities/voorbeeldstad.json")).expect("removed");
    assert!(place.publish().status.success());
    for file in ["voorbeeldstad/index.html", "voorbeeldstad/overzicht/index.html.gz", "pages.txt"] {
        assert!(!place.app().join(file).exists(), "{file}");
    }
    assert!(place.app().join("proefstad/index.html").exists());
    assert!(before.iter().all(|file| file.exists()), "they were replaced a moment ago");
}

#[test]
fn a_mistake_leaves_everything_as_it_was() {
    let place = Place::new("mistake");
    assert!(place.publish().status.success());
    let before = place.published();
    place.edit("\"entrance\": \"gemeente-proefstad\"", "\"entrance\": \"nobody\"");
    let output = place.publish();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("municipalities/proefstad.json#/municipality/entrance"), "{said}");
    assert!(place.published() == before);
}

/// What stands at the end of the shell says which types the app was built with.
#[test]
fn an_app_built_with_other_types_is_refused() {
    let place = Place::small("types");
    assert!(place.publish().status.success());
    let shell = place.page(&format!("app/{}/shell.html", place.in_use()));
    let other = place.build("export default 2;");
    fs::remove_file(other.join("index.html")).expect("removed");
    let before = place.published();
    for shell in [shell.replace("<!-- format ", "<!-- format f"), SHELL.to_owned()] {
        fs::write(other.join("shell.html"), shell).expect("written");
        let output = place.publish_with(Some(&other));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(1) && said.contains("andere versie"), "{said}");
        assert!(place.published() == before);
    }
    fs::write(other.join("shell.html"), shell).expect("written");
    assert!(place.publish_with(Some(&other)).status.success());
}

/// Whatever was changed in it, a browser may have kept the old under the same name.
#[test]
fn a_build_that_was_changed_is_refused() {
    let place = Place::small("touched");
    assert!(place.publish().status.success());
    let build = place.app().join("app").join(place.in_use());
    fs::write(build.join("wijkdeur.js"), "export default 2;").expect("written");
    let before = place.published();
    assert_eq!(place.publish().status.code(), Some(1));
    assert!(place.published() == before);
}

#[test]
fn what_is_no_build_is_refused() {
    let place = Place::small("no-build");
    assert_eq!(place.publish_with(None).status.code(), Some(1), "there is none yet");
    let empty = place.0.join("empty");
    fs::create_dir(&empty).expect("a folder");
    fs::write(empty.join("index.html"), "<title>Wijkdeur</title>").expect("written");
    for folder in [place.data(), empty] {
        let output = place.publish_with(Some(&folder));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(1) && said.contains("geen app"), "{said}");
    }
    assert!(!place.app().exists());
}

/// A build is named by all that is in it, names too; the same files are the same build,
/// wherever they come from.
#[test]
fn a_build_is_named_by_all_of_its_files() {
    let place = Place::small("named");
    let name = |build: &Path| {
        let output = place.publish_with(Some(build));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        place.in_use()
    };
    let build = place.build("export default 1;");
    let first = name(&build);
    assert_eq!(name(&place.app().join("app").join(&first)), first, "by its own folder");
    assert_eq!(name(&place.app()), first, "as a published app uses it");
    let other = name(&place.build("export default 2;"));
    fs::rename(build.join("wijkdeur.js"), build.join("wijkdeuk.js")).expect("renamed");
    let renamed = name(&build);
    assert!(first != other && other != renamed && renamed != first);
    fs::rename(build.join("wijkdeuk.js"), build.join("wijkdeur.js")).expect("renamed");
    assert_eq!(name(&build), other);
    for name in [&first, &other, &renamed] {
        assert!(name.bytes().all(|sign| sign.is_ascii_hexdigit()), "{name}");
    }
}

/// Whoever has a page open needs the build it was opened with, however old that was.
#[test]
fn a_build_stays_for_a_day_after_it_was_replaced() {
    let place = Place::small("builds");
    assert!(place.publish().status.success());
    let first = place.app().join("app").join(place.in_use());
    let mut before = BTreeMap::new();
    gather(&first, &mut before);
    assert_eq!(before.len(), 9, "two programs' files and the shell, with their copies");
    place.age(30);
    assert!(place.publish_with(Some(&place.build("export default 2;"))).status.success());
    let second = place.app().join("app").join(place.in_use());
    assert_ne!(first, second);
    let replaced = first.file_name().and_then(|name| name.to_str()).expect("a name");
    assert!(!place.page("weg/index.html").contains(replaced));
    for _ in 0..2 {
        let mut after = BTreeMap::new();
        gather(&first, &mut after);
        assert!(after == before, "it was replaced a moment ago");
        assert!(place.publish().status.success());
    }
    place.age(2);
    assert!(place.publish().status.success());
    assert!(!first.exists(), "it was replaced two days ago");
    assert!(second.join("wijkdeur.js.br").exists());
}

/// A new build that does not do: the one of before is taken back, and is no longer replaced.
#[test]
fn a_build_can_be_taken_back() {
    let place = Place::small("back");
    assert!(place.publish().status.success());
    let first = place.app().join("app").join(place.in_use());
    assert!(place.publish_with(Some(&place.build("export default 2;"))).status.success());
    let second = place.app().join("app").join(place.in_use());
    assert!(place.publish_with(Some(&first)).status.success());
    place.age(2);
    assert!(place.publish().status.success());
    assert!(first.join("wijkdeur.js").exists() && !second.exists());
}

/// What editors and computers leave beside files says nothing.
#[test]
fn files_of_other_programs_are_not_read() {
    let place = Place::new("others");
    let folder = place.data().join("municipalities");
    fs::create_dir_all(place.data().join(".vscode")).expect("a folder");
    for file in
        ["._proefstad.json", ".#proefstad.json", "~$proefstad.json", ".~lock.proefstad.json#"]
    {
        fs::write(folder.join(file), [0, 159, 146]).expect("written");
    }
    fs::write(place.data().join(".vscode/settings.json"), "{ // mine\n}").expect("written");
    let output = place.publish();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn half_a_file_or_another_is_not_read() {
    let [first, rest] = proefstad().write(&Beside::default()).expect("published data");
    let is_read = |bytes: &[u8]| (Bundle::read(bytes).is_some(), Rest::read(bytes).is_some());
    assert_eq!((is_read(&first).0, is_read(&rest).1), (true, true));
    for bytes in [first, rest] {
        for length in (0..bytes.len()).step_by(997) {
            assert_eq!(is_read(&bytes[..length]), (false, false), "{length} bytes");
        }
        let mut changed = bytes.clone();
        for at in (0..bytes.len()).step_by(1009) {
            changed[at] ^= 1;
            assert_eq!(is_read(&changed), (false, false), "another byte at {at}");
            changed[at] ^= 1;
        }
    }
    assert_eq!(is_read(b"<!doctype html>"), (false, false));
}

/// The order of parties decides who goes first, so it has to be the one that was proven.
#[test]
fn both_files_together_say_what_was_published_from() {
    let [first, rest] = proefstad().write(&Beside::default()).expect("published data");
    let mut read = Bundle::read(&first).expect("the first file");
    let names = |bundle: &Bundle| -> Vec<String> {
        let all = bundle.catalogue.national.iter().chain(&bundle.directory.providers);
        all.map(|party| format!("{} {:?}", party.id, party.what)).collect()
    };
    assert!(!read.is_whole());
    assert_ne!(names(&read), names(&proefstad()));
    read.complete(Rest::read(&rest).expect("the rest"));
    assert!(read.is_whole());
    assert_eq!(names(&read), names(&proefstad()));
    assert_eq!(read.texts, proefstad().texts);
    assert_eq!(read.words.needs, proefstad().words.needs);
    assert_eq!(read.words.routes, proefstad().words.routes);
    assert_eq!(read.directory.areas, proefstad().directory.areas);
    assert_eq!(read.directory.wijken, proefstad().directory.wijken);
    assert_eq!(read.directory.postcodes, proefstad().directory.postcodes);
}

/// Lines for danger and the general entrance cannot wait for the second file.
#[test]
fn danger_waits_for_nothing() {
    let [first, _] = proefstad().write(&Beside::default()).expect("published data");
    let read = Bundle::read(&first).expect("the first file");
    let situation = Situation::of_anybody(Where::Unknown, today());
    let whole = proefstad();
    let early = Here::new(&read.catalogue, &read.directory, situation.clone());
    let late = Here::new(&whole.catalogue, &whole.directory, situation);
    for route in read.catalogue.flags.iter().flat_map(|flag| &flag.lines) {
        let name = |here: &Here<'_>| here.served(route).provider().map(|party| party.id.clone());
        assert_eq!(name(&early), name(&late), "{route}");
        assert_eq!(early.ladder(route).len(), late.ladder(route).len(), "{route}");
    }
}

/// A visit that comes back before the second file is there stands where it stood.
#[test]
fn a_visit_comes_back_to_where_it_stood_when_the_rest_is_there() {
    let mut visit = Wizard::new(proefstad(), after(0));
    for _ in 0..40 {
        let event = match visit.screen().shown {
            Shown::Advice { .. } => break,
            Shown::Question(asked) if asked.question.kind == Kind::Place => {
                Event::PostcodeGiven("6813".into())
            }
            Shown::Question(asked) => match asked.question.choices.first() {
                Some(choice) if asked.question.kind == Kind::Many => {
                    Event::Answered(Answer::Many([choice.id.clone()].into()))
                }
                _ => Event::Answered(Answer::Skipped),
            },
            _ => Event::WentOn,
        };
        visit.update(event, after(1));
    }
    assert!(matches!(visit.screen().shown, Shown::Advice { .. }));
    let [first, rest] = proefstad().write(&Beside::default()).expect("published data");
    let bundle = Arc::new(Bundle::read(&first).expect("the first file"));
    let saved = visit.save().expect("a visit");
    let mut back = Wizard::restore(bundle, saved, after(2));
    assert!(matches!(back.screen().shown, Shown::Waiting { .. }));
    back.complete(Rest::read(&rest).expect("the rest"));
    assert!(matches!(back.screen().shown, Shown::Advice { .. }));
    assert_eq!(back.spot(), visit.spot());
}
