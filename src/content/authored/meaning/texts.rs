//! What the interface says: every text, each with its holes, and nothing else.

use super::Found;
use crate::content::authored::spelling::{listed, perhaps, quoted};
use crate::content::authored::texts::{WrittenTexts, holes, keys, place};
use crate::texts::Key;

/// Judges the texts in a file of this name.
pub(super) fn judge(file: &str, texts: &WrittenTexts, found: &mut Found<'_>) {
    if file != texts.language {
        found.add(
            "/language",
            format!(
                "{} is een andere taal dan in de naam van het bestand, {file}.json",
                quoted(&texts.language)
            ),
        );
    }
    let mut absent = "";
    for key in keys().filter(|key| !texts.has(key.section)) {
        if absent != key.section && !found.is_lost(key.section) {
            absent = key.section;
            found.add("", format!("hier ontbreekt het deel {}; voeg het toe", quoted(absent)));
        }
    }
    for key in keys().filter(|key| texts.has(key.section)) {
        let Some(said) = texts.said(key) else {
            missing(key, None, found);
            continue;
        };
        let known: Vec<_> = said.each(key).map(|(form, _)| form).collect();
        for form in key.forms.iter().filter(|form| !known.contains(&Some(**form))) {
            missing(key, Some(form), found);
        }
        for (form, text) in said.each(key) {
            judge_holes(key, form, text, found);
        }
    }
}

fn missing(key: &Key, form: Option<&str>, found: &mut Found<'_>) {
    let name = form.unwrap_or(key.name);
    if !found.is_lost(name) && !found.is_lost(key.name) {
        found.add(
            place(key, form),
            format!("hier ontbreekt de tekst {}; voeg die toe", quoted(name)),
        );
    }
}

fn judge_holes(key: &Key, form: Option<&str>, text: &str, found: &mut Found<'_>) {
    let at = place(key, form);
    if text.contains(char::is_control) {
        found.add(at.clone(), "deze tekst loopt door op een nieuwe regel; maak er één regel van");
    }
    let own = match holes(text) {
        Ok(own) => own,
        Err(rest) => {
            let wanted = "een haakje hoort om een naam te staan, zoals {name}; kijk bij";
            return found.add(at, format!("{wanted} {}", quoted(rest)));
        }
    };
    for hole in own.iter().filter(|hole| !key.holes.contains(hole)) {
        let known = match key.holes {
            [] => "hier wordt niets ingevuld".to_owned(),
            holes => format!("hier wordt ingevuld: {}", listed(holes)),
        };
        let hint = perhaps(hole, key.holes);
        found.add(at.clone(), format!("{{{hole}}} bestaat hier niet; {known}{hint}"));
    }
    // "Eén plek" needs no number.
    let one = form == Some("one");
    for hole in key.holes.iter().filter(|hole| !own.contains(hole) && !one) {
        found.add(at.clone(), format!("hier ontbreekt {{{hole}}}; zet het waar het hoort"));
    }
}
