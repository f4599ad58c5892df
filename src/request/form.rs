//! From the fields of a form to what a request says.

use super::{Asking, Stage, Typed};
use crate::domain::{Field, PartOfDay, Subject, Voicemail};

impl Asking {
    /// Takes over what a form holds. Boxes and texts that are not on it stay as they were.
    pub(super) fn fill(&mut self, typed: &Typed) {
        let draft = &mut self.draft;
        for (name, values) in typed {
            let value = || values.first().cloned().unwrap_or_default();
            let one = |all: &str| values.first().is_some_and(|value| value == all);
            match name.as_str() {
                "phone" => draft.phone = value(),
                "email" => draft.email = value(),
                "letter" => draft.letter = value(),
                "when" => draft.when = value(),
                "name" => draft.name = value(),
                "story" => draft.story = value(),
                "companion" => draft.companion = value(),
                "language" => draft.language = value(),
                "website" => draft.website = value(),
                "times" => {
                    let chosen = |time: &PartOfDay| values.iter().any(|v| v == time.as_str());
                    draft.times = PartOfDay::ALL.into_iter().filter(chosen).collect();
                }
                "voicemail" => {
                    draft.voicemail = Voicemail::ALL.into_iter().find(|it| one(it.as_str()));
                }
                "subject" => {
                    draft.subject = Subject::ALL.into_iter().find(|it| one(it.as_str()));
                }
                "subject_knows" => draft.subject_knows = values.first().map(|_| one("yes")),
                "interpreter" => draft.interpreter = !values.is_empty(),
                "number_meant" => draft.number_meant = !values.is_empty(),
                "permission" => draft.permission = !values.is_empty(),
                "answers" => self.share = !values.is_empty(),
                _ => {}
            }
        }
        if draft.subject == Some(Subject::Myself) {
            draft.subject_knows = None;
        }
    }
}

/// The fields that stand on a screen of the request.
pub(super) fn belongs(stage: Stage, field: Field) -> bool {
    match field {
        Field::Phone | Field::Email | Field::Letter | Field::When | Field::Website => {
            stage == Stage::Reach
        }
        Field::Name | Field::Story | Field::Companion | Field::Language => stage == Stage::About,
        _ => stage == Stage::Review,
    }
}
