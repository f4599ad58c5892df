//! What is answered, typed or refused on the screen of a question.

use super::path::{Path, Step};
use super::session::Refused;
use super::stand::On;
use super::{Effect, Problem, Wizard, cut};
use crate::domain::{Answer, Choices, Kind, Place, Postcode, PostcodeError, Question};

/// A text longer than this in the postcode field is cut off: nobody means it.
const LONGEST_TYPED: usize = 100;

impl Wizard {
    pub(super) fn answered(&mut self, answer: Answer) -> Vec<Effect> {
        let path = self.path();
        let Some(question) = self.asked(&path) else { return Vec::new() };
        if answer == Answer::Many(Choices::default()) {
            return self.refuse(Problem::NothingChosen, None);
        }
        if !question.takes(&answer, &self.bundle.directory, &path.facts.given) {
            return Vec::new();
        }
        let (who, question) = (question.who, question.id.clone());
        self.visit.answers.set(who, question, answer);
        self.go_on()
    }

    pub(super) fn postcode_given(&mut self, typed: String) -> Vec<Effect> {
        if self.asked(&self.path()).is_none_or(|question| question.kind != Kind::Place) {
            return Vec::new();
        }
        if typed.trim().is_empty() {
            return self.refuse(Problem::NothingChosen, Some(typed));
        }
        let problem = match typed.parse::<Postcode>() {
            Err(PostcodeError) => Problem::NotAPostcode,
            Ok(postcode) => match self.bundle.directory.wijken_of(postcode).as_deref() {
                None if self.knows_digits(postcode) => Problem::UnknownLetters(postcode),
                None => Problem::OtherMunicipality(postcode),
                Some([]) if self.bundle.directory.has_table() => Problem::PostBox(postcode),
                Some(_) => return self.answered(Answer::Place(Place::Postcode(postcode))),
            },
        };
        self.refuse(problem, Some(cut(typed, LONGEST_TYPED)))
    }

    /// Whether others with the same digits are postcodes of this municipality: a street may
    /// be newer than the table, or lie just across the border.
    fn knows_digits(&self, postcode: Postcode) -> bool {
        self.bundle.directory.wijken_of(postcode.digits()).is_some()
    }

    pub(super) fn refuse(&mut self, problem: Problem, typed: Option<String>) -> Vec<Effect> {
        if self.asked(&self.path()).is_some() {
            self.session.refused = Some(Refused { problem, typed });
        }
        Vec::new()
    }

    /// The question on screen, if there is one.
    fn asked<'w>(&self, path: &Path<'w>) -> Option<&'w Question> {
        match self.step(path) {
            Step::Ask(question) if self.visit.stand.on == On::Path && !self.is_waiting(path) => {
                Some(question)
            }
            _ => None,
        }
    }
}
