//! That no test of the engine names a town of the data: an editor may change all of it.

use crate::town::data;
use std::fs;
use std::path::{Path, PathBuf};

/// The suites of what towns must say, and the budget, which is that of a visit to a real one.
/// Nothing else may name a town.
const TOWNS: [&str; 4] =
    ["spec/towns.rs", "spec/towns/", "e2e/towns.test.mjs", "bench/budget.json"];

#[test]
fn a_test_of_the_engine_names_no_town_of_the_data() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let data = data();
    let real = data.directories.iter().filter(|town| !town.municipality.demonstration);
    let names: Vec<String> = real
        .flat_map(|town| [&town.municipality.slug, &town.municipality.name])
        .map(|name| name.to_lowercase())
        .collect();
    assert!(names.len() >= 2, "there are towns");
    let mut seen = 0;
    for file in files(&tests) {
        let path = file.strip_prefix(&tests).expect("a test").to_string_lossy().into_owned();
        if TOWNS.iter().any(|suite| path.starts_with(suite)) {
            continue;
        }
        seen += 1;
        let text = fs::read_to_string(&file).expect("a text").to_lowercase();
        let named = names.iter().find(|name| text.contains(name.as_str()));
        assert!(named.is_none(), "tests/{path} names {}", named.map_or("", String::as_str));
    }
    assert!(seen > 60, "only {seen} files were read");
}

/// Every file of a test and of what it reads, but the tables of others.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of tests") {
        let path = entry.expect("an entry").path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if path.is_dir() {
            found.extend(files(&path));
        } else if ["rs", "mjs", "json", "lua"].contains(&ending) {
            found.push(path);
        }
    }
    found
}
