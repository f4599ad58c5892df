//! What refuses an app of other types is worked out from the sources of the types.

#[path = "../../build.rs"]
#[expect(dead_code, reason = "cargo runs its main")]
mod build;

use build::{DATA, KEPT, Sources, sum, with_what_they_use};
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn data() -> Sources {
    with_what_they_use(root(), &DATA).expect("the sources")
}

#[test]
fn the_format_is_that_of_the_sources() {
    assert_eq!(wijkdeur::content::FORMAT, format!("{:016x}", sum(&data())));
}

/// Every type of the data lies in them: what they look into is among them.
#[test]
fn the_sources_of_the_data_are_all_there() {
    let all = data();
    for room in ["src/content/bundle.rs", "src/domain/contact/mod.rs", "src/domain/provider.rs"] {
        assert!(all.contains_key(room), "{room}");
    }
    assert!(!all.keys().any(|name| name.starts_with("src/view")));
    // It would look into a room that is not named there.
    let beside = |name: &str| all[name].replace("super::sentences", "").contains("super::");
    assert!(!DATA.iter().any(|name| beside(name)));
    for (name, text) in &all {
        for line in text.lines().filter(|line| line.starts_with("use ")) {
            let known = ["use crate::", "use super::", "use self::", "use std::", "use serde::"];
            let own = !line.contains("::") || known.iter().any(|known| line.starts_with(known));
            assert!(own || line.starts_with("use schemars"), "{name}: {line}");
        }
    }
}

/// What a visit and a request are kept as is made of types of the rooms that are named for it.
/// Sources of those rooms look further for what is done and for what is not kept: a source of a
/// kept type that takes something else from there may be made of it.
#[test]
fn what_is_kept_is_made_of_what_is_named_for_it() {
    const DONE_ONLY: [&str; 4] =
        ["content::Bundle", "content::contact", "content::kept", "names::control"];
    let rooms = KEPT.map(|name| name.trim_start_matches("src/").trim_end_matches(".rs"));
    let all = with_what_they_use(root(), &KEPT).expect("the sources");
    let kept = |name: &str| KEPT.iter().any(|room| name.starts_with(room));
    let mut seen = 0;
    for (name, text) in all.iter().filter(|(name, text)| kept(name) && text.contains("Deserialize"))
    {
        for said in text.split("crate::").skip(1) {
            let (room, rest) = said.split_once("::").expect("a room");
            let end = rest.find([';', '}']).unwrap_or(rest.len());
            for taken in rest[..end].trim_start_matches('{').split(',').map(str::trim) {
                let part =
                    taken.split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
                let known = rooms.contains(&room)
                    || DONE_ONLY.contains(&format!("{room}::{part}").as_str());
                assert!(known, "{name} takes {room}::{part}");
                seen += 1;
            }
        }
    }
    assert!(seen > 10, "only {seen} names were seen");
}

#[test]
fn another_word_name_or_file_is_another_format() {
    let before = data();
    let changed = |change: &dyn Fn(&mut Sources)| {
        let mut after = before.clone();
        change(&mut after);
        sum(&after) != sum(&before)
    };
    let name = "src/domain/date.rs";
    assert!(changed(&|all| all.get_mut(name).expect("a source").push('x')));
    assert!(changed(&|all| drop(all.remove(name))));
    assert!(changed(&|all| drop(all.insert("src/domain/new.rs".into(), String::new()))));
    assert!(changed(&|all| {
        let text = all.remove(name).expect("a source");
        all.insert("src/domain/day.rs".into(), text);
    }));
    // As a checkout on another system has it.
    assert!(!changed(&|all| all.values_mut().for_each(|text| *text = text.replace('\n', "\r\n"))));
}
