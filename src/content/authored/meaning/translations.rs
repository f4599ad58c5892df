//! Words in one language: for everything in the catalogue, and for nothing else.

use super::Found;
use crate::content::authored::pointer::step;
use crate::content::authored::spelling::{perhaps, quoted};
use crate::domain::{Catalogue, Question, QuestionWords, Words};

/// Judges the words in a file of this name.
pub(super) fn judge(file: &str, words: &Words, catalogue: &Catalogue, found: &mut Found<'_>) {
    if file.strip_prefix("words.") != Some(words.language.as_str()) {
        found.add(
            "/language",
            format!(
                "{} is een andere taal dan in de naam van het bestand, {file}.json",
                quoted(&words.language)
            ),
        );
    }
    let routes: Vec<&str> = catalogue.routes.iter().map(|route| route.code.as_str()).collect();
    let flags: Vec<&str> = catalogue.flags.iter().map(|flag| flag.id.as_str()).collect();
    questions(words, catalogue, found);
    needs(words, catalogue, found);
    let written: Vec<&str> = words.routes.keys().map(|code| code.as_str()).collect();
    both("/routes", "de soort hulp", &written, &routes, found);
    let written: Vec<&str> = words.flags.keys().map(|id| id.as_str()).collect();
    both("/flags", "het gevaarsein", &written, &flags, found);
}

/// What has words and what wants them have to be the same.
fn both(at: &str, what: &str, written: &[&str], wanted: &[&str], found: &mut Found<'_>) {
    for name in wanted.iter().filter(|name| !written.contains(name)) {
        if !found.is_lost(name) {
            found.add(
                at,
                format!("voor {what} {} staan hier geen woorden; voeg ze toe", quoted(name)),
            );
        }
    }
    for name in written.iter().filter(|name| !wanted.contains(name)) {
        if !found.is_lost(name) {
            let hint = perhaps(name, wanted);
            found.add(
                step(at, name),
                format!(
                    "{what} {} bestaat niet in de catalogus; haal deze woorden weg{hint}",
                    quoted(name)
                ),
            );
        }
    }
}

fn questions(words: &Words, catalogue: &Catalogue, found: &mut Found<'_>) {
    let mut keys: Vec<String> = catalogue.questions.iter().map(Question::words_key).collect();
    keys.sort();
    keys.dedup();
    let wanted: Vec<&str> = keys.iter().map(String::as_str).collect();
    let written: Vec<&str> = words.questions.keys().map(String::as_str).collect();
    both("/questions", "de vraag", &written, &wanted, found);
    for key in &keys {
        if let Some(said) = words.questions.get(key) {
            let asked = catalogue.questions.iter().filter(|question| question.words_key() == *key);
            choices(key, said, &asked.collect::<Vec<_>>(), found);
        }
    }
}

/// A choice that names a need says what the need says, so it may go without. What is told
/// of a choice may always be left out.
fn choices(key: &str, said: &QuestionWords, asked: &[&Question], found: &mut Found<'_>) {
    let own = step("/questions", key);
    let at = own.clone() + "/choices";
    let choices = || asked.iter().flat_map(|question| &question.choices);
    for choice in choices().filter(|choice| choice.need.is_none()) {
        if !said.choices.contains_key(&choice.id) && !found.is_lost(choice.id.as_str()) {
            found.add(
                at.clone(),
                format!(
                    "voor de keuze {} staan hier geen woorden; voeg ze toe",
                    quoted(choice.id.as_str())
                ),
            );
        }
    }
    let known: Vec<&str> = choices().map(|choice| choice.id.as_str()).collect();
    let told = own + "/story";
    let words = said.choices.keys().map(|id| (&at, id));
    for (at, id) in words.chain(said.story.keys().map(|id| (&told, id))) {
        let id = id.as_str();
        if !known.contains(&id) && !found.is_lost(id) {
            let hint = perhaps(id, &known);
            found.add(
                step(at, id),
                format!(
                    "de keuze {} bestaat niet bij deze vraag; haal deze woorden weg{hint}",
                    quoted(id)
                ),
            );
        }
    }
}

fn needs(words: &Words, catalogue: &Catalogue, found: &mut Found<'_>) {
    let wanted: Vec<&str> = catalogue.needs.iter().map(|need| need.id.as_str()).collect();
    let written: Vec<&str> = words.needs.keys().map(|id| id.as_str()).collect();
    both("/needs", "de behoefte", &written, &wanted, found);
    for need in &catalogue.needs {
        let Some(said) = words.needs.get(&need.id) else { continue };
        let at = step("/needs", need.id.as_str()) + "/why";
        let helps: Vec<&str> = need.helps.iter().map(|help| help.route.as_str()).collect();
        for code in said.why.keys().map(|code| code.as_str()) {
            if !helps.contains(&code) && !found.is_lost(code) {
                found.add(
                    step(&at, code),
                    format!(
                        "de soort hulp {} staat niet bij deze behoefte in de catalogus; haal deze woorden weg{}",
                        quoted(code),
                        perhaps(code, &helps)
                    ),
                );
            }
        }
    }
}
