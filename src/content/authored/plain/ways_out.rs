//! A way out of every question. That one can be skipped is in the program: every question
//! takes `Answer::Skipped`, and the buttons for it stand on every screen but the first. So
//! only two things can go wrong in the data: the first question lacks a choice for who
//! does not know, and a question says that it has to be answered.

use super::sentence::sentences;
use crate::content::authored::pointer::step;
use crate::content::authored::shape::Fault;
use crate::content::authored::spelling::quoted;
use crate::domain::{Catalogue, Words};

/// What the choice for who does not know says.
const WAY_OUT: &str = "weet het niet";

/// Verbs of which "moet" or "moeten" makes a question that cannot be skipped.
const ANSWERING: [&str; 5] = ["antwoorden", "beantwoorden", "invullen", "kiezen", "opgeven"];

/// The first question, if it has choices and none of them is a way out.
pub(super) fn first(catalogue: &Catalogue, words: &Words) -> Option<Fault> {
    let question = catalogue.questions.first()?;
    let key = question.words_key();
    let mut said = question.choices.iter().map(|choice| words.choice(&key, choice).to_lowercase());
    let shut = !question.choices.is_empty() && !said.any(|said| said.contains(WAY_OUT));
    shut.then(|| Fault {
        pointer: step(&step("/questions", &key), "choices"),
        message: format!(
            "op het eerste scherm staat geen knop om over te slaan; geef deze vraag een keuze waarin {} staat",
            quoted(WAY_OUT)
        ),
    })
}

/// Questions that say they have to be answered.
pub(super) fn forced(words: &Words) -> impl Iterator<Item = Fault> {
    words.questions.iter().flat_map(|(key, question)| {
        let at = step("/questions", key);
        let said = [("title", Some(&question.title)), ("hint", question.hint.as_ref())];
        said.into_iter().filter_map(move |(part, said)| {
            let said = said.filter(|said| forces(said))?;
            Some(Fault {
                pointer: step(&at, part),
                message: format!(
                    "elke vraag mag men overslaan; haal weg dat het moet: {}",
                    quoted(said)
                ),
            })
        })
    })
}

fn forces(said: &str) -> bool {
    sentences(said).iter().any(|sentence| {
        let has = |wanted: &[&str]| {
            let mut words = sentence.words.iter().map(|word| word.said.to_lowercase());
            words.any(|word| wanted.contains(&word.as_str()))
        };
        has(&["verplicht", "verplichte"]) || has(&["moet", "moeten"]) && has(&ANSWERING)
    })
}
