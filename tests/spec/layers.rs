//! The direction of dependencies: `domain` <- `texts` <- `content` <- `request` <- `wizard` <-
//! `screens` <- `platform` <- `view`; `node` knows nothing; `author` beside `platform`, for the
//! host.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room of the house, and the rooms it may look into.
const ROOMS: [(&str, &[&str]); 10] = [
    ("domain", &[]),
    ("content", &["domain", "texts"]),
    ("texts", &["domain"]),
    ("node", &["texts"]),
    ("request", &["domain", "content"]),
    ("wizard", &["domain", "content", "texts", "request"]),
    ("screens", &["domain", "content", "texts", "node", "request", "wizard"]),
    ("platform", &["domain", "content", "texts", "node", "request", "wizard"]),
    ("view", &["domain", "content", "texts", "node", "request", "wizard", "screens", "platform"]),
    ("author", &["domain", "content", "texts", "node", "wizard", "screens"]),
];

/// Words that mean a browser.
const WEB: [&str; 6] = ["leptos", "wasm_bindgen", "web_sys", "js_sys", "gloo_net", "web-sys"];

/// The rooms that know one.
const BROWSER: [&str; 2] = ["platform", "view"];

#[test]
fn rooms_look_only_where_they_may() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = 0;
    for (room, may) in ROOMS {
        for file in rust_files(&source.join(room)) {
            seen += 1;
            let text = fs::read_to_string(&file).expect("a source file");
            for (other, _) in ROOMS.iter().filter(|(other, _)| *other != room) {
                let looks = text.contains(&format!("crate::{other}"));
                assert!(!looks || may.contains(other), "{} looks into {other}", file.display());
            }
        }
    }
    assert!(seen > 30, "only {seen} files were read");
}

#[test]
fn nothing_below_the_platform_knows_a_browser() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for room in ROOMS.map(|(room, _)| room).iter().filter(|room| !BROWSER.contains(room)) {
        for file in rust_files(&source.join(room)) {
            let text = fs::read_to_string(&file).expect("a source file");
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            for line in code {
                let web = WEB.iter().find(|word| line.contains(*word));
                assert!(web.is_none(), "{} says {web:?}", file.display());
            }
        }
    }
}

#[test]
fn every_room_is_in_the_table() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(source).expect("the sources") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if path.is_dir() {
            assert!(ROOMS.iter().any(|(room, _)| *room == name), "{name} is in no layer");
        }
    }
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}
