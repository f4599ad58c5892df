//! What the interface says, as people edit it: a text for each key, or its forms, with named
//! holes. From it the tables are made that a browser reads.

use super::pointer::step;
use crate::texts::{Interface, Key, PageTexts, RequestTexts, Texts};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A file with everything the interface says, in one language.
#[derive(Clone, Debug, Deserialize)]
pub struct WrittenTexts {
    /// Where the format is described; for editors, not read.
    #[serde(default, rename = "$schema")]
    #[expect(dead_code, reason = "the key may stand in the file; nothing reads it")]
    schema: Option<String>,
    /// The language, such as `nl`.
    pub language: String,
    #[serde(flatten)]
    sections: BTreeMap<String, BTreeMap<String, Said>>,
}

/// What stands under one key.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Said {
    /// One text.
    One(String),
    /// Its forms, by their names.
    Forms(BTreeMap<String, String>),
}

impl Said {
    /// Each text with the name of its form, in the order in which a table has them.
    pub fn each(&self, key: &Key) -> impl Iterator<Item = (Option<&'static str>, &str)> {
        let (one, forms) = match self {
            Self::One(text) => (Some((None, text.as_str())), None),
            Self::Forms(forms) => (None, Some(forms)),
        };
        let said = move |form: &&'static str| Some((Some(*form), forms?.get(*form)?.as_str()));
        one.into_iter().chain(key.forms.iter().filter_map(said))
    }
}

/// Every key there is, in the order of the file.
pub(super) fn keys() -> impl Iterator<Item = &'static Key> {
    Texts::KEYS.iter().chain(RequestTexts::KEYS).chain(PageTexts::KEYS)
}

/// Where a form of a key stands.
pub(super) fn place(key: &Key, form: Option<&str>) -> String {
    let at = step(&step("", key.section), key.name);
    form.map_or(at.clone(), |form| step(&at, form))
}

impl WrittenTexts {
    /// Whether there is a part of this name.
    pub(super) fn has(&self, section: &str) -> bool {
        self.sections.contains_key(section)
    }

    /// What stands under a key.
    pub(super) fn said(&self, key: &Key) -> Option<&Said> {
        self.sections.get(key.section)?.get(key.name)
    }

    /// Every text, with its key and the name of its form.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'static Key, Option<&'static str>, &str)> {
        let each = |key| self.said(key).map(move |said| (key, said));
        keys()
            .filter_map(each)
            .flat_map(|(key, said)| said.each(key).map(move |(form, text)| (key, form, text)))
    }

    /// The tables.
    pub fn interface(&self) -> Interface {
        self.told(|_, text| text.into())
    }

    /// The tables, after each text was said in another way.
    pub(super) fn told<'t>(&'t self, tell: impl Fn(&Key, &'t str) -> Cow<'t, str>) -> Interface {
        let row = |key: &Key| -> String {
            let said = self.said(key).into_iter().flat_map(|said| said.each(key));
            let texts: Vec<String> =
                said.map(|(_, text)| numbered(&tell(key, text), key.holes)).collect();
            texts.join("\u{1f}")
        };
        let table = |keys: &[Key]| keys.iter().map(row).collect();
        Interface {
            visit: Texts::new(table(Texts::KEYS)),
            request: RequestTexts::new(table(RequestTexts::KEYS)),
            pages: PageTexts::new(table(PageTexts::KEYS)),
        }
    }
}

/// A text with a mark for each of its holes, as a table has it.
fn numbered(text: &str, holes: &[&str]) -> String {
    let named = |text: String, (mark, hole): (char, &&str)| {
        text.replace(&["{", hole, "}"].concat(), mark.encode_utf8(&mut [0; 4]))
    };
    ('\u{1}'..).zip(holes).fold(text.to_owned(), named)
}

/// The names of the holes in a text, in their order; an error says what no hole is.
pub(super) fn holes(text: &str) -> Result<Vec<&str>, &str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let from = &rest[at..];
        let hole = from.strip_prefix('{').and_then(|inside| inside.split_once('}'));
        let name = |name: &str| name.chars().all(|mark| mark.is_ascii_lowercase() || mark == '_');
        match hole {
            Some((hole, after)) if !hole.is_empty() && name(hole) => {
                found.push(hole);
                rest = after;
            }
            _ => return Err(from),
        }
    }
    Ok(found)
}

/// A text with a number in each hole, to be judged as it will stand.
pub(super) fn filled(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |said, part| said + "1" + part.split_once('}').map_or("", |(_, rest)| rest))
}

impl schemars::JsonSchema for WrittenTexts {
    fn schema_name() -> Cow<'static, str> {
        "Texts".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut sections = Map::new();
        for key in keys() {
            let section = sections.entry(key.section).or_insert_with(|| {
                json!({
                    "type": "object",
                    "description": about(key.section),
                    "properties": {},
                    "additionalProperties": false,
                })
            });
            section["properties"][key.name] = schema_of(key);
        }
        let mut properties = json!({
            "$schema": { "type": ["string", "null"] },
            "language": { "type": "string", "description": "The language, such as `nl`." },
        });
        if let Value::Object(own) = &mut properties {
            own.append(&mut sections);
        }
        schemars::json_schema!({
            "type": "object",
            "description": "Everything the interface says, in one language.",
            "properties": properties,
            "required": ["language"],
            "additionalProperties": false,
        })
    }
}

fn schema_of(key: &Key) -> Value {
    let holes: Vec<String> = key.holes.iter().map(|hole| format!("{{{hole}}}")).collect();
    let about = match holes.as_slice() {
        [] => key.about.trim().to_owned(),
        holes => format!("{} With {}.", key.about.trim(), holes.join(" and ")),
    };
    if key.forms.is_empty() {
        return json!({ "type": "string", "description": about });
    }
    let forms = key.forms.iter().map(|form| ((*form).to_owned(), json!({ "type": "string" })));
    json!({
        "type": "object",
        "description": about,
        "properties": forms.collect::<Map<_, _>>(),
        "additionalProperties": false,
    })
}

fn about(section: &str) -> &'static str {
    match section {
        "visit" => "What a visit says until the advice is there.",
        "advice" => "What the advice says, and what stands beside it.",
        "told" => "What the resident says to somebody else: never changed into `je`.",
        "request" => "What a request to be contacted says.",
        "frame" => "What stands around every screen and page.",
        "pages" => "What stands on the pages that need no app.",
        _ => "What stands on the lists for each wijk.",
    }
}
