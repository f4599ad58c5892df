//! What refuses an app of other types is worked out from the sources of the types.

#[path = "../../build.rs"]
#[expect(dead_code, reason = "cargo runs its main")]
mod build;

use build::{DATA, Sources, sum, with_what_they_use};
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
