//! What scripts and programs ask of each other. The names that must be the same on both sides
//! stand in `src/names.rs`, each with who uses it; what can be called is exported where it is
//! called. No compiler looks at both, so this does, as text.
//!
//! A use is found by how it is written: `dataset.linked` and `"data-linked"` are the same
//! attribute. A script that reads a name in another way has to be written so that it can be
//! found, or stands in `ELSEWHERE` with how its names are found.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// One name: its kind (`attribute`), its constant, what it says, and who is said to use it.
struct Name {
    kind: String,
    constant: String,
    value: String,
    users: BTreeSet<String>,
    alone: bool,
}

/// Reading of names that has a form of its own: the script, a line that does it, and what stands
/// before each name that is read so.
const ELSEWHERE: [(&str, &str, &str); 7] = [
    ("aloud.js", "const names = { ...button.dataset };", "names."),
    ("begin.js", "const page = document.documentElement.dataset;", "page."),
    ("start.js", "var root = document.documentElement.dataset;", "root."),
    ("start.js", "place.getAttribute(\"data-\" + what)", " say(\""),
    ("take.js", "place.dataset[what]", " say(\""),
    // Handed to `calendar`, which says what it reads.
    ("take.js", "const { dataset } =", ""),
    ("take.js", "calendar(dataset)", ""),
];

/// The rooms whose sources use names, and what each is called in the file of names.
const ROOMS: [(&str, &str); 8] = [
    ("src/author", "author"),
    ("src/node", "node"),
    ("src/platform", "platform"),
    ("src/screens", "screens"),
    ("src/view", "view"),
    ("src/wizard", "wizard"),
    ("balie/src", "balie"),
    ("style", "style"),
];

/// What stands in a source of ours.
struct Source {
    /// Its file.
    at: String,
    /// A script by its file, all else by its room.
    user: String,
    code: String,
}

impl Source {
    fn is_script(&self) -> bool {
        self.at.ends_with(".js")
    }

    fn is_style(&self) -> bool {
        self.at.ends_with(".css")
    }
}

/// A name that a source uses: its kind and what it says.
type Use = (&'static str, String);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn names() -> Vec<Name> {
    read_names(&fs::read_to_string(root().join("src/names.rs")).expect("the names"))
}

fn read_names(text: &str) -> Vec<Name> {
    let (mut kind, mut said, mut found) = (String::new(), String::new(), Vec::new());
    for line in text.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("pub mod ") {
            kind = name.trim_end_matches(" {").to_owned();
            said.clear();
        } else if let Some(more) = line.strip_prefix("///") {
            said.push_str(more);
        } else if let Some(rest) = line.strip_prefix("pub const ") {
            let constant = word(rest).to_owned();
            let value = between(rest, '"').next().expect("a text").to_owned();
            // An address has a mark of its own.
            let marked = between(&said, '`').filter(|mark| *mark != "#");
            let users = marked.map(str::to_owned).collect();
            let alone = said.contains("` alone");
            found.push(Name { kind: kind.clone(), constant, value, users, alone });
            said.clear();
        }
    }
    found
}

/// The names of one kind.
pub(crate) fn of_kind(kind: &str) -> BTreeSet<String> {
    names().into_iter().filter(|name| name.kind == kind).map(|name| name.value).collect()
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    for (folder, room) in ROOMS {
        let mut files = Vec::new();
        gather(&root().join(folder), &mut files);
        for file in files {
            let at = file.strip_prefix(root()).expect("below the root").display().to_string();
            let name = file.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
            let text = fs::read_to_string(&file).expect("a source");
            let user = if at.ends_with(".js") { name } else { room.to_owned() };
            let code = without_comments(&text, at.ends_with(".css"));
            found.push(Source { at, user, code });
        }
    }
    assert!(found.iter().filter(|source| source.is_script()).count() > 15);
    assert!(found.len() > 100, "only {} files were read", found.len());
    found
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|it| it == "rs" || it == "js" || it == "css") {
            files.push(path);
        }
    }
}

fn without_comments(text: &str, style: bool) -> String {
    let mut code = String::new();
    let mut within = false;
    for line in text.lines() {
        let begun = line.trim_start();
        within |= begun.starts_with("/*");
        if !within && (style || !begun.starts_with("//")) {
            code.push_str(line.split(" // ").next().unwrap_or_default());
            code.push('\n');
        }
        within &= !line.contains("*/");
    }
    code
}

/// The name that a text begins with.
fn word(text: &str) -> &str {
    let end = text.find(|mark: char| !mark.is_ascii_alphanumeric() && mark != '_');
    &text[..end.unwrap_or(text.len())]
}

/// The same with dashes in it.
fn dashed(text: &str) -> &str {
    let end = text.find(|mark: char| !mark.is_ascii_alphanumeric() && mark != '_' && mark != '-');
    text[..end.unwrap_or(text.len())].trim_end_matches('-')
}

/// What stands between two of these marks.
fn between(text: &str, mark: char) -> impl Iterator<Item = &str> {
    text.split(mark).skip(1).step_by(2)
}

/// What follows each time that this is said.
fn after<'t>(text: &'t str, said: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(said).map(move |(at, _)| &text[at + said.len()..])
}

/// `dataset.notCopied` as an attribute.
fn attribute(name: &str) -> String {
    let mut said = "data-".to_owned();
    for mark in name.chars() {
        if mark.is_ascii_uppercase() {
            said.push('-');
        }
        said.push(mark.to_ascii_lowercase());
    }
    said
}

/// The names of a pattern that takes an object apart: `{ from, to: other, ...rest }`.
fn parts(pattern: &str) -> impl Iterator<Item = &str> {
    let inner = pattern.split('}').next().unwrap_or_default();
    inner.split(',').map(|part| word(part.trim())).filter(|part| !part.is_empty())
}

/// Every name of one of these kinds that a source uses, but for its constants.
fn uses(source: &Source) -> Vec<Use> {
    let code = source.code.as_str();
    let mut found: Vec<Use> = Vec::new();
    let mut put = |kind, name: &str| {
        if !name.is_empty() {
            found.push((kind, name.to_owned()));
        }
    };
    for rest in after(code, "data-") {
        let name = dashed(rest);
        // Of trunk, in the shell.
        if !matches!(name, "" | "trunk") {
            put("attribute", &format!("data-{name}"));
        }
        // `data-do="talk"`, `("data-do", "talk")`, `[data-do=leave]`.
        if name == "do" {
            put("control", control(&rest[2..]));
        }
    }
    for rest in after(code, "wd-") {
        put("class", &format!("wd-{}", dashed(rest)));
    }
    if source.is_style() {
        return found;
    }
    if source.is_script() || source.user == "platform" {
        for rest in after(code, "wijkdeur-").filter(|rest| rest.starts_with(char::is_alphabetic)) {
            put("event", &format!("wijkdeur-{}", dashed(rest)));
        }
        for rest in after(code, "#") {
            let name = dashed(rest);
            // `#fff` is a colour, `#[` an attribute of Rust.
            if rest.starts_with(char::is_alphabetic) && !is_colour(name) {
                put("id", name);
            }
        }
        for begun in [
            "getElementById(\"",
            "get_element_by_id(\"",
            " id: \"",
            " find(\"",
            "!find(\"",
            "(find(\"",
        ] {
            after(code, begun).for_each(|rest| put("id", dashed(rest)));
        }
    } else {
        for begun in ["(\"id\", \"", " id=\"", "\"id\" => value == \""] {
            after(code, begun).for_each(|rest| put("id", dashed(rest)));
        }
        for begun in ["(\"name\", \"", " name=\""] {
            after(code, begun).for_each(|rest| put("field", dashed(rest)));
        }
    }
    if source.is_script() {
        script(source, &mut put);
    }
    found
}

/// What only a script says.
fn script(source: &Source, put: &mut impl FnMut(&'static str, &str)) {
    let code = source.code.as_str();
    for rest in after(code, "dataset.") {
        put("attribute", &attribute(word(rest)));
    }
    for line in code.lines() {
        if let Some((pattern, _)) =
            line.split_once("} = ").filter(|(_, from)| from.contains(".dataset;"))
        {
            parts(pattern.rsplit('{').next().unwrap_or_default())
                .for_each(|part| put("attribute", &attribute(part)));
        }
        if let Some((name, _)) = line.split_once("\" in ").filter(|(_, of)| of.contains(".dataset"))
        {
            put("attribute", &attribute(name.rsplit('"').next().unwrap_or_default()));
        }
    }
    for (_, _, before) in
        ELSEWHERE.iter().filter(|(at, _, before)| *at == source.user && !before.is_empty())
    {
        for rest in after(code, before) {
            put("attribute", &attribute(word(rest)));
        }
    }
    for pattern in after(code, "function calendar({") {
        parts(pattern).for_each(|part| put("attribute", &attribute(part)));
    }
    for rest in after(code, "const ways = {") {
        parts(rest).for_each(|part| put("control", part));
    }
    for begun in ["getItem(", "setItem(", "removeItem("] {
        for rest in after(code, begun) {
            let constant = format!("const {} = \"", word(rest));
            let said = rest.strip_prefix('"').or_else(|| after(code, &constant).next());
            put("stored", word(said.unwrap_or("a name that is not found")));
        }
    }
    for begun in ["history.state.", "history.state?."] {
        after(code, begun).for_each(|rest| put("entry", word(rest)));
    }
    for rest in after(code, "...history.state,") {
        parts(rest).for_each(|part| put("entry", part));
    }
    for begun in ["asked.get(\"", "FormData(form).get(\""] {
        after(code, begun).for_each(|rest| put("field", word(rest)));
    }
}

/// The value that `data-do` gets in what follows it, if it is said there.
fn control(rest: &str) -> &str {
    let line = rest.lines().next().unwrap_or_default();
    match line.strip_prefix('=') {
        Some(value) if value.starts_with(char::is_alphabetic) => word(value),
        Some(value) => value.split('"').nth(1).map_or("", word),
        None => line.strip_prefix("\", \"").map_or("", word),
    }
}

fn is_colour(name: &str) -> bool {
    matches!(name.len(), 3 | 6) && name.chars().all(|mark| mark.is_ascii_hexdigit())
}

/// Whether a source may use only what is in the file: of attributes and controls everybody, of
/// all else who looks it up. Pages, screens and styles have ids, fields and classes of their own.
fn is_held(kind: &str, source: &Source) -> bool {
    matches!(kind, "attribute" | "control") || source.is_script() || source.user == "platform"
}

/// Who uses each name, as the sources say.
fn users(names: &[Name], sources: &[Source]) -> BTreeMap<(String, String), BTreeSet<String>> {
    let mut users: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for source in sources {
        for (kind, name) in uses(source) {
            users.entry((kind.to_owned(), name)).or_default().insert(source.user.clone());
        }
        if source.is_script() || source.is_style() {
            continue;
        }
        for name in names {
            let full = format!("{}::{}", name.kind, name.constant);
            let imported = after(&source.code, &format!("names::{}::{{", name.kind))
                .any(|rest| parts(rest).any(|part| part == name.constant))
                || source.code.contains(&format!("names::{full};"));
            let said = after(&source.code, &full)
                .any(|rest| !rest.starts_with(|it: char| it == '_' || it.is_alphanumeric()));
            if imported || said {
                let of = users.entry((name.kind.clone(), name.value.clone())).or_default();
                of.insert(source.user.clone());
            }
        }
    }
    users
}

/// Everything that is wrong between the names and the sources.
fn wrong(names: &[Name], sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources {
        for (kind, said) in uses(source) {
            let known = names.iter().any(|name| name.kind == kind && name.value == said);
            if is_held(kind, source) && !known {
                wrong.push(format!("{}: {kind} {said} stands in no list", source.at));
            }
        }
        if source.is_script() {
            wrong.extend(read_otherwise(source));
        }
    }
    let found = users(names, sources);
    for name in names {
        let Name { kind, constant, value, users, alone } = name;
        let none = BTreeSet::new();
        let found = found.get(&(kind.clone(), value.clone())).unwrap_or(&none);
        if found != users {
            wrong.push(format!(
                "{kind}::{constant} is used by {found:?}, and said to be by {users:?}"
            ));
        }
        if (found.len() < 2) != *alone {
            wrong.push(format!(
                "{kind}::{constant} is said to be used by one alone, or is and is not said to be"
            ));
        }
    }
    wrong
}

/// Data of an element that a script reads in a way that is not looked at here.
fn read_otherwise(source: &Source) -> Vec<String> {
    let known = |line: &str| {
        line.contains("} = place.dataset;")
            || line.contains("\" in entry.dataset")
            || ELSEWHERE.iter().any(|(at, how, _)| *at == source.user && line.contains(how))
    };
    let other = |line: &&str| {
        let data = after(line, "dataset").any(|rest| !rest.starts_with('.'));
        let said = line.contains("getAttribute(\"data-\"");
        (data || said) && !known(line)
    };
    let lines = source.code.lines().filter(other);
    lines.map(|line| format!("{} reads data in a way of its own: {line}", source.at)).collect()
}

#[test]
fn every_name_stands_in_one_file_with_who_uses_it() {
    let wrong = wrong(&names(), &sources());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_has_a_form_of_its_own_is_there() {
    let sources = sources();
    for (at, how, _) in ELSEWHERE {
        let source = sources.iter().find(|source| source.user == at).expect("the script");
        assert!(source.code.contains(how), "{at} says no {how}");
    }
}

#[test]
fn no_name_stands_there_twice() {
    let names = names();
    assert!(names.len() > 90, "only {} names were read", names.len());
    for kind in ["attribute", "control", "id", "field", "class", "event", "stored", "entry"] {
        let of_kind = || names.iter().filter(|name| name.kind == kind);
        let values: BTreeSet<&str> = of_kind().map(|name| name.value.as_str()).collect();
        assert!(!values.is_empty(), "there is no {kind}");
        assert_eq!(values.len(), of_kind().count(), "{kind}");
    }
}

// ---- what can be called

/// What a program exports: its functions under `#[wasm_bindgen]`.
fn exported(program: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join(program)).expect("a program");
    let told = after(&text, "#[wasm_bindgen]\npub fn ");
    told.map(|rest| word(rest).to_owned()).collect()
}

/// What a program calls, in a namespace or in none, by its name in JavaScript.
fn imported(namespace: Option<&str>) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("src/platform/scripts.rs")).expect("the calls");
    let (mut own, mut said) = (BTreeSet::new(), String::new());
    for line in text.lines().map(str::trim) {
        if line.starts_with("#[wasm_bindgen(") {
            said = line.to_owned();
        } else if let Some(rest) = line.strip_prefix("pub fn ") {
            let value = |of: &'static str| after(&said, of).next().map(word);
            let name = value("js_name = ").unwrap_or(word(rest));
            if value("js_namespace = ") == namespace {
                own.insert(name.to_owned());
            }
            said.clear();
        }
    }
    own
}

fn script_named(name: &str) -> String {
    let text = fs::read_to_string(root().join("src/platform").join(name)).expect("a script");
    without_comments(&text, false)
}

/// The functions of a script, each named at the beginning of a line.
fn functions(script: &str, before: &str) -> BTreeSet<String> {
    let lines = script.lines().filter_map(|line| line.strip_prefix(before));
    lines.map(|rest| word(rest).to_owned()).collect()
}

/// What a script calls of something that it holds.
fn called(script: &str, holder: &str) -> BTreeSet<String> {
    let calls = [".", "?."].into_iter().flat_map(|dot| {
        let begun = format!("{holder}{dot}");
        let at = script.match_indices(begun.as_str()).map(|(at, it)| (at, at + it.len()));
        let own = at.filter(|(at, _)| {
            !script[..*at].ends_with(|it: char| it == '_' || it == '.' || it.is_alphanumeric())
        });
        own.map(|(_, end)| &script[end..]).collect::<Vec<_>>()
    });
    let calls = calls
        .map(|rest| (word(rest), rest))
        .filter(|(name, rest)| rest[name.len()..].starts_with('('));
    calls.map(|(name, _)| name.to_owned()).collect()
}

fn set<const N: usize>(names: [&str; N]) -> BTreeSet<String> {
    names.map(str::to_owned).into()
}

#[test]
fn what_a_program_calls_of_a_script_is_there() {
    let begin = script_named("begin.js");
    let own = functions(&begin, "function ");
    let calls = imported(None);
    assert!(calls.len() > 4, "{calls:?}");
    // One more says what happened, for the others.
    assert_eq!(own, &calls | &set(["say"]));
}

#[test]
fn what_a_script_calls_of_a_program_is_there() {
    let visit = exported("src/view/app.rs");
    let begin = script_named("begin.js");
    let given: BTreeSet<String> =
        after(&begin, "const visit = {").flat_map(parts).map(str::to_owned).collect();
    assert_eq!(given, visit, "what is given to who comes");
    let used = &called(&script_named("take.js"), "visit") | &imported(Some("visit"));
    assert_eq!(used, visit, "what they call of the visit");
    assert_eq!(called(&begin, "request"), exported("src/view/request.rs"), "of a request");
    assert!(functions(&script_named("ask.js"), "let ").contains("visit"));
}

#[test]
fn what_a_script_calls_of_a_module_is_there() {
    let take = functions(&script_named("take.js"), "export function ");
    assert_eq!(called(&script_named("begin.js"), "its"), take);
    // Taken apart where it comes.
    let aloud = functions(&script_named("aloud.js"), "export function ");
    assert!(script_named("voice.js").contains("bring(\"aloud\").then(({ show })"));
    assert_eq!(aloud, set(["show"]));
}

// ---- that it can fail

#[test]
fn a_name_that_is_misspelt_on_either_side_is_found() {
    let (names, mut sources) = (names(), sources());
    for (at, from, to, said) in [
        // An attribute, in a script in each way of reading, and where it is drawn.
        ("src/platform/leave.js", "dataset.how", "dataset.hwo", "data-hwo"),
        ("src/platform/take.js", "say(\"copied\")", "say(\"copid\")", "data-copid"),
        ("src/platform/take.js", "fragment, hint", "fragmnt, hint", "data-fragmnt"),
        ("src/platform/start.js", "root.pending", "root.pendng", "data-pendng"),
        ("src/platform/calendar.js", "starts, ends", "starts, end", "data-end "),
        ("src/platform/begin.js", "[data-again]", "[data-agin]", "data-agin"),
        ("src/author/frame.rs", "data-how", "data-hwo", "data-hwo"),
        ("src/platform/document.rs", "[data-lines]", "[data-line]", "data-line "),
        ("style/parts.css", "data-share", "data-shar", "data-shar "),
        // An id.
        ("src/platform/leave.js", "#leave-hint", "#leave-hnt", "leave-hnt"),
        ("src/platform/start.js", "find(\"wait\")", "find(\"weit\")", "weit"),
        ("src/author/frame.rs", "\"leave-hint\"", "\"leave-hnt\"", "id::LEAVE_HINT"),
        ("src/screens/parts.rs", "id::TAKEN", "\"takn\"", "id::TAKEN"),
        // A control, an event, what is kept, what an entry holds, a field, a class.
        ("src/author/frame.rs", "control::TALK", "\"tlak\"", "control::TALK"),
        ("src/platform/press.js", "wijkdeur-shown", "wijkdeur-show", "wijkdeur-show "),
        ("src/platform/away.js", "getItem(\"to\")", "getItem(\"too\")", "too"),
        ("src/platform/tab.js", "const AT = \"at\"", "const AT = \"it\"", "stored it"),
        ("src/platform/leave.js", "history.state?.entry", "history.state?.enter", "enter"),
        ("src/platform/list.js", "get(\"word\")", "get(\"wrd\")", "wrd"),
        ("src/platform/panels.js", ".wd-safety", ".wd-safty", "wd-safty"),
        // Another way of reading.
        ("src/platform/find.js", "link.dataset.postcodes", "link.dataset[what]", "way of its own"),
    ] {
        let source = sources.iter_mut().find(|source| source.at == at).expect("a source");
        assert!(source.code.contains(from), "{at} says no {from}");
        let changed = source.code.replacen(from, to, 1);
        let before = std::mem::replace(&mut source.code, changed);
        let wrong = wrong(&names, &sources).join(" \n") + " ";
        assert!(wrong.contains(said), "{at}, {to}: {wrong:?}");
        let source = sources.iter_mut().find(|source| source.at == at).expect("a source");
        source.code = before;
    }
}

#[test]
fn a_name_that_nobody_uses_any_more_is_found() {
    let text = fs::read_to_string(root().join("src/names.rs")).expect("the names");
    let text = text.replace(
        "pub mod id {",
        "pub mod id {\n/// For `start.js` and `author`.\npub const GONE: &str = \"gone\";",
    );
    let wrong = wrong(&read_names(&text), &sources());
    assert!(wrong.iter().any(|it| it.contains("id::GONE is used by {}")), "{wrong:?}");
}
