//! Where the site stands on its host is said in one place; everything else asks there. So no
//! source says an address of ours from the root on.

use std::fs;
use std::path::{Path, PathBuf};

/// What is such a text and no address, or may say one: its file, and how it begins there.
const OTHERWISE: [(&str, &str); 9] = [
    ("src/content/address.rs", ""),
    ("balie/src/addresses.rs", ""),
    // Parts of a path in the published folder, and what is put behind something.
    ("src/author/served.rs", "strip_suffix(\"/index.html\")"),
    ("src/author/data.rs", "name + \"/\""),
    ("src/author/paths.rs", "join(\"/\")"),
    ("src/names.rs", "REQUEST: &str = \"/request\""),
    ("src/platform/document.rs", "[folder, \"/\", name]"),
    // Pointers into JSON.
    ("balie/src/api/problem.rs", "pointer: format!(\"/{}\""),
    ("balie/src/api/openapi.rs", "definitions_path = \"/components/schemas\""),
];

/// Rooms that say no addresses of ours, and full of pointers into JSON.
const SILENT: [&str; 4] =
    ["src/content/authored", "src/content/imported", "src/domain", "src/texts"];

#[test]
fn an_address_begins_in_one_place() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join("index.html")];
    for folder in ["src", "balie/src"] {
        gather(&root.join(folder), &mut files);
    }
    assert!(files.len() > 100, "only {} files were read", files.len());
    for file in files {
        let name = file.strip_prefix(root).expect("below the root").to_str().expect("a name");
        if SILENT.iter().any(|room| name.starts_with(room)) {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source");
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code.filter(|line| says_an_address(line)) {
            let known = |(at, said): &(&str, &str)| *at == name && line.contains(said);
            assert!(OTHERWISE.iter().any(known), "{name}: {line}");
        }
    }
}

/// A text that begins with a slash, between any quotes. A selector names what begins so.
fn says_an_address(line: &str) -> bool {
    let quoted = ["\"/", "'/", "`/", "=/"].iter().flat_map(|quote| line.match_indices(quote));
    quoted.filter(|(at, _)| !line[..*at].ends_with("^=")).any(|(at, found)| {
        let next = line[at + found.len()..].chars().next();
        let one = found.starts_with('\'') && next == Some('\'');
        next.is_some_and(|next| next.is_alphanumeric() || "\"'`.{$".contains(next)) && !one
    })
}

#[test]
fn the_test_knows_an_address() {
    for line in [
        r#"a href="/" { }"#,
        r#"src="/list.js""#,
        r#"format!("/{slug}/")"#,
        r#"{ "/" (slug) "/" }"#,
        r#"location.replace("/weg/")"#,
        r"import(`/${name}.js`)",
        r"fetch('/data/x.bin')",
        r"fetch(`/${name}`)",
    ] {
        assert!(says_an_address(line), "{line}");
    }
    for line in [
        "import(`./${name}.js`)",
        r#"new URL("../../", import.meta.url)"#,
        "a[href^='/']",
        "text.split('/')",
        r#""application/json""#,
        r#"format!("{slug}/index.html")"#,
    ] {
        assert!(!says_an_address(line), "{line}");
    }
}

/// Trunk writes what is filled in when a build is published.
#[test]
fn trunk_writes_the_mark_that_is_filled() {
    let trunk = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Trunk.toml"));
    let line = format!("public_url = \"{}\"", wijkdeur::content::address::BUILD);
    assert!(trunk.expect("its settings").lines().any(|each| each == line), "{line}");
}

fn gather(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "js") {
            found.push(path);
        }
    }
}
