//! What is told of a choice: one sentence or more, as the resident says it to a helper.
//! Several of them stand one after the other, so each has to end.

use crate::content::authored::pointer::step;
use crate::content::authored::shape::Fault;
use crate::content::authored::spelling::quoted;
use crate::domain::Words;

/// How somebody begins who tells of themselves or of who is near.
const BEGINNINGS: [&str; 10] =
    ["Ik", "Mij", "Mijn", "Wij", "Ons", "Onze", "Er", "Iemand", "Het", "Thuis"];

/// Sentences that nobody would say of themselves, or that do not end.
pub(super) fn judge(words: &Words) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (key, question) in words.questions.iter() {
        let at = step(&step("/questions", key), "story");
        for (id, told) in question.story.iter() {
            let first = told.split(' ').next().unwrap_or_default();
            let wrong = if !BEGINNINGS.contains(&first) {
                "zo vertelt de bewoner het niet; begin met \"Ik\", \"Mijn\", \"Er\" of \"Wij\""
            } else if !told.ends_with('.') {
                "deze zin heeft geen einde; zet er een punt achter"
            } else {
                continue;
            };
            let message = format!("{wrong}: {}", quoted(told));
            faults.push(Fault { pointer: step(&at, id.as_str()), message });
        }
    }
    faults
}
