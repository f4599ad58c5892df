//! Works out which types a file of data and a remembered visit are made of, from the sources
//! that say them. So nobody keeps a list of them and nobody counts versions: whatever
//! changes there, an app of before does not read what was written since, and the other way
//! round. Comments count; line endings do not.
//!
//! Absent: what a crate makes of the types. The form of postcard is fixed for its version 1.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Published files: with all that it looks into.
pub const DATA: [&str; 2] = ["src/content/bundle.rs", "src/content/sentences.rs"];
/// What a browser keeps until the tab closes: a visit and a request are made of what these
/// rooms say. They look further, but for what is not kept.
pub const KEPT: [&str; 4] = ["src/domain", "src/content/kept.rs", "src/request", "src/wizard"];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    println!("cargo::rustc-env=WIJKDEUR_DATA={:016x}", sum(&with_what_they_use(&root, &DATA)?));
    let mut kept = Sources::new();
    for part in KEPT {
        gather(&root, part, &mut kept)?;
    }
    println!("cargo::rustc-env=WIJKDEUR_KEPT={:016x}", sum(&kept));
    Ok(())
}

/// Sources, by their path in the project.
pub type Sources = BTreeMap<String, String>;

/// Sources with every room that they look into, and that those look into.
pub fn with_what_they_use(root: &Path, first: &[&str]) -> io::Result<Sources> {
    let mut sources = Sources::new();
    for source in first {
        gather(root, source, &mut sources)?;
    }
    loop {
        let said = sources.values().flat_map(|text| text.split("crate::").skip(1));
        let name =
            |rest: &str| rest.split(|sign: char| !sign.is_alphanumeric()).next().map(str::to_owned);
        let rooms: BTreeSet<String> = said.filter_map(name).collect();
        let before = sources.len();
        for room in rooms {
            gather(root, &format!("src/{room}"), &mut sources)?;
        }
        if sources.len() == before {
            return Ok(sources);
        }
    }
}

/// One number for what these say (FNV-1a, 64 bits).
pub fn sum(sources: &Sources) -> u64 {
    let mut sum = 0xcbf2_9ce4_8422_2325;
    for (name, text) in sources {
        let said = text.bytes().filter(|byte| *byte != b'\r');
        for byte in name.bytes().chain([0]).chain(said).chain([0]) {
            sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    sum
}

/// Adds a source, or all that are below a folder. What an editor leaves beside them says
/// nothing.
fn gather(root: &Path, name: &str, sources: &mut Sources) -> io::Result<()> {
    let path = root.join(name);
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            let below = entry?.file_name().to_string_lossy().into_owned();
            gather(root, &format!("{name}/{below}"), sources)?;
        }
    } else if name.ends_with(".rs") && !name.contains("/.") {
        sources.insert(name.to_owned(), fs::read_to_string(path)?);
    }
    Ok(())
}
