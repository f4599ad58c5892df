//! The towns the tests walk in: all data of the project, and Proefstad, which is made for them.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use wijkdeur::content::{Bundle, Data};
use wijkdeur::domain::{Date, Directory};
use wijkdeur::wizard::Now;

/// Where the data stand that people edit.
pub fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

/// All data, checked.
pub fn data() -> Data {
    let files = wijkdeur::author::read(&data_folder()).expect("the data can be read");
    wijkdeur::content::check(&files, today()).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"))
}

/// The directory of a town that no editor changes: as those of real towns are, with eight teams.
pub const PROEFSTAD: &str = include_str!("data/proefstad.json");
/// Where it stands among the data.
pub const PROEFSTAD_FILE: &str = "municipalities/proefstad.json";

/// The catalogue of the project with this one town, checked.
pub fn alone(file: &str, text: &str) -> Data {
    let mut files = wijkdeur::author::read(&data_folder()).expect("the data can be read");
    files.retain(|(file, _)| !file.starts_with("municipalities/"));
    files.push((file.to_owned(), text.to_owned()));
    wijkdeur::content::check(&files, today()).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"))
}

/// The catalogue of the project with Proefstad alone, checked.
pub fn proefstad_data() -> Data {
    alone(PROEFSTAD_FILE, PROEFSTAD)
}

/// What the page of a town works with.
pub fn bundle(data: &Data, town: &Directory) -> Bundle {
    let [bundle, _] = data.bundles(town).expect("words and texts");
    bundle
}

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| {
    let data = proefstad_data();
    Arc::new(bundle(&data, data.directories.first().expect("Proefstad")))
});

/// What the page of Proefstad works with.
pub fn proefstad() -> Arc<Bundle> {
    BUNDLE.clone()
}

static INVENTED: LazyLock<Arc<Bundle>> = LazyLock::new(|| {
    let data = data();
    let mut all = data.directories.iter();
    let directory = all.find(|town| town.municipality.slug == "voorbeeldstad");
    Arc::new(bundle(&data, directory.expect("Voorbeeldstad")))
});

/// What the page of Voorbeeldstad works with.
pub fn voorbeeldstad() -> &'static Arc<Bundle> {
    &INVENTED
}

/// A day on which nothing in the data begins or ends.
pub fn today() -> Date {
    Date::new(2026, 12, 1).expect("a day")
}

/// A moment, this many seconds after the visit began at noon.
pub fn after(seconds: u64) -> Now {
    Now::at(1_796_122_800 + seconds)
}

/// Every text in a value.
pub fn collect(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, all)),
        Value::Object(entries) => entries.values().for_each(|entry| collect(entry, all)),
        _ => {}
    }
}

/// Every text of the interface.
pub fn interface() -> Vec<String> {
    let file = include_str!("../../public/data/texts/nl.json");
    let mut all = Vec::new();
    collect(&serde_json::from_str(file).expect("the texts are JSON"), &mut all);
    all
}
