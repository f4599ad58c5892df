//! An answer in the words that stood on the screen.

use crate::content::Bundle;
use crate::domain::{Answer, Place, Question};

/// What was answered, as somebody saw it.
pub fn said(question: &Question, answer: &Answer, bundle: &Bundle) -> String {
    let texts = &bundle.texts;
    match answer {
        Answer::Skipped => texts.skipped().to_owned(),
        Answer::Age(age) => texts.age(*age).to_owned(),
        Answer::Place(Place::Postcode(postcode)) => postcode.to_string(),
        Answer::Place(Place::FromList) => texts.from_list().to_owned(),
        Answer::Place(Place::NoFixedAddress) => texts.no_address().to_owned(),
        Answer::Place(Place::Elsewhere) => texts.lives_elsewhere().to_owned(),
        Answer::One(code) if question.choices.is_empty() => {
            let wijken = &bundle.directory.wijken;
            let wijk = wijken.iter().find(|wijk| wijk.code.as_str() == code.as_str());
            wijk.map(|wijk| wijk.name.clone()).unwrap_or_default()
        }
        Answer::One(_) | Answer::Many(_) => {
            let key = question.words_key();
            let chosen: Vec<&str> = question
                .choices
                .iter()
                .filter(|choice| answer.holds(&choice.id))
                .map(|choice| bundle.words.choice(&key, choice))
                .collect();
            chosen.join("; ")
        }
    }
}
