//! Which answers fit a question. That is said once, so a screen, a walk and a file agree.

use crate::town::voorbeeldstad;
use std::sync::Arc;
use wijkdeur::content::Bundle;

use wijkdeur::domain::*;
use wijkdeur::wizard::{Event, Shown, Wizard};

/// The first question of a kind.
fn of(kind: Kind) -> &'static Question {
    let mut all = voorbeeldstad().catalogue.questions.iter();
    all.find(|question| question.kind == kind).expect("a question of this kind")
}

fn takes(kind: Kind, answer: &Answer) -> bool {
    of(kind).takes(answer, &voorbeeldstad().directory, &[])
}

fn postcode(text: &str) -> Answer {
    Answer::Place(Place::Postcode(text.parse().expect("a postcode")))
}

/// What a screen offers for a question with choices or ages.
fn offered(question: &Question) -> Vec<Answer> {
    let choices = question.choices.iter().map(|choice| choice.id.clone());
    match question.kind {
        Kind::One => choices.map(Answer::One).collect(),
        Kind::Many => choices.map(|choice| Answer::Many([choice].into())).collect(),
        Kind::Age | Kind::ChildAge => {
            AgeGroup::of(question.kind).iter().copied().map(Answer::Age).collect()
        }
        Kind::Place | Kind::Wijk => Vec::new(),
    }
}

/// Answers of every kind: some fit a question, some do not.
fn answers(question: &Question) -> Vec<Answer> {
    let mut answers = offered(question);
    answers.push(Answer::Skipped);
    let first = || question.choices.first().map(|choice| choice.id.clone());
    let mut ids: Vec<ChoiceId> = first().into_iter().collect();
    ids.extend(["weg".into(), voorbeeldstad().directory.wijken[0].code.as_str().into()]);
    answers.extend(ids.iter().cloned().map(Answer::One));
    answers.extend(ids.iter().cloned().map(|id| Answer::Many([id].into())));
    answers.extend([Answer::Many(ids.into()), Answer::Many(Choices::default())]);
    answers.extend(AgeGroup::ALL.map(Answer::Age));
    let places = [Place::FromList, Place::NoFixedAddress, Place::Elsewhere];
    answers.extend(places.map(Answer::Place));
    answers.extend([postcode("1235 AA"), postcode("9999 ZZ")]);
    answers
}

#[test]
fn an_answer_fits_its_kind_and_what_is_there() {
    let weg = || ChoiceId::from("weg");
    for kind in [Kind::One, Kind::Many, Kind::Age, Kind::ChildAge, Kind::Place, Kind::Wijk] {
        assert!(takes(kind, &Answer::Skipped), "{kind:?}: nothing has to be answered");
        assert!(!takes(kind, &Answer::One(weg())) && !takes(kind, &Answer::Many([weg()].into())));
        assert!(offered(of(kind)).iter().all(|answer| takes(kind, answer)), "{kind:?}");
    }
    // What is not there any more counts for nothing; the rest of the answer stays.
    let known = of(Kind::Many).choices[0].id.clone();
    assert!(takes(Kind::Many, &Answer::Many([known, weg()].into())));
    assert!(!takes(Kind::Many, &Answer::Many(Choices::default())));
    assert!(takes(Kind::Place, &postcode("1235 AA")) && !takes(Kind::Place, &postcode("9999 ZZ")));
    // Only the *wijken* that a postcode leaves open.
    let Bundle { directory, .. } = &**voorbeeldstad();
    let wijk = |wijk: &Wijk| Answer::One(wijk.code.as_str().into());
    let said = postcode("1235 AA");
    let left = directory.offered([&said].into_iter());
    let other = directory.wijken.iter().find(|known| !left.contains(known)).expect("another");
    let given = [(of(Kind::Place), &said)];
    assert!(of(Kind::Wijk).takes(&wijk(left[0]), directory, &given));
    assert!(takes(Kind::Wijk, &wijk(other)), "without a postcode all are open");
    assert!(!of(Kind::Wijk).takes(&wijk(other), directory, &given));
}

/// At every question of a visit, a screen takes what a walk takes.
#[test]
fn a_screen_takes_what_is_remembered_and_nothing_else() {
    let bundle: &Arc<Bundle> = voorbeeldstad();
    let start = crate::town::after(0);
    let mut tried = 0;
    for topic in bundle.catalogue.questions[0].choices.iter().filter(|it| it.flag.is_none()) {
        let mut wizard = Wizard::new(bundle.clone(), start);
        let mut given = Answers::default();
        let mut next = Answer::Many([topic.id.clone()].into());
        loop {
            let question = match wizard.screen().shown {
                Shown::Question(asked) => asked.question.clone(),
                Shown::Advice { .. } => break,
                shown => panic!("no question: {shown:?}"),
            };
            let facts =
                Journey::walk(&bundle.catalogue, &bundle.directory, &given, crate::town::today())
                    .facts;
            for answer in answers(&question) {
                let fits = question.takes(&answer, &bundle.directory, &facts.given);
                let before = wizard.save();
                let mut wizard = wizard.clone();
                wizard.update(Event::Answered(answer.clone()), start);
                assert!(fits || wizard.save() == before, "{answer:?} to {} is kept", question.id);
                let mut remembered = given.clone();
                remembered.set(question.who, question.id.clone(), answer.clone());
                let (walked, day) = (&remembered, crate::town::today());
                let walk = Journey::walk(&bundle.catalogue, &bundle.directory, walked, day);
                let counts = walk.stop != Stop::Asking(&question);
                assert_eq!(counts, fits, "{answer:?} to {} on a walk", question.id);
                let again = matches!(wizard.screen().shown,
                    Shown::Question(asked) if asked.question.id == question.id
                        && asked.question.who == question.who);
                assert_eq!(!again, fits, "{answer:?} to {} on a screen", question.id);
                tried += 1;
            }
            if question.kind == Kind::Place {
                next = Answer::Place(Place::FromList);
            }
            given.set(question.who, question.id.clone(), next.clone());
            wizard.update(Event::Answered(next), start);
            next = Answer::Skipped;
        }
    }
    assert!(tried > 1_000, "only {tried} answers were tried");
}

/// In a list one that fits is not enough: whoever writes a file is told of each that does not.
#[test]
fn a_file_with_an_answer_that_does_not_fit_is_refused() {
    let answers = r#"{"topics": ["money", "weg"], "letter-date": "misschien", "wijk": "Atlantis"}"#;
    let output = crate::cases::run("fitting", "voorbeeldstad", answers, &[]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    for wrong in ["‘weg’ is hier geen keuze", "‘misschien’ is hier geen keuze"] {
        assert!(said.contains(wrong), "{said}");
    }
    assert!(said.contains("‘Atlantis’ is hier geen wijk") && !said.contains("money"), "{said}");
}
