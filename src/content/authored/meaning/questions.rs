//! The questions: in the order of asking, each of a kind that fits.

use super::Found;
use super::conditions::Scope;
use crate::content::authored::spelling::quoted;
use crate::domain::{Catalogue, Kind, Question, Who};

/// Judges the questions of the catalogue.
pub(super) fn judge(catalogue: &Catalogue, found: &mut Found<'_>) {
    for (index, question) in catalogue.questions.iter().enumerate() {
        let at = format!("/questions/{index}");
        let above = &catalogue.questions[..index];
        if above.iter().any(|other| other.id == question.id && other.who == question.who) {
            found.add(
                at.clone() + "/id",
                format!(
                    "de vraag {} over dezelfde persoon staat er al; geef elk een eigen naam",
                    quoted(question.id.as_str())
                ),
            );
        }
        Scope { catalogue, above, own: Some(question) }.judge(
            &(at.clone() + "/when"),
            &question.when,
            found,
        );
        about(&at, question, found);
        choices(&at, question, catalogue, found);
    }
    places(catalogue, found);
}

/// About whom a kind of question can be.
fn about(at: &str, question: &Question, found: &mut Found<'_>) {
    let at = at.to_owned() + "/who";
    match (question.kind, question.who) {
        (Kind::Age | Kind::ChildAge, Who::Household) => found.add(
            at,
            "een leeftijd hoort bij één persoon; zet er \"who\": {\"person\": 0} of {\"person\": 1} bij",
        ),
        (Kind::Place | Kind::Wijk, Who::Person(_)) => found.add(
            at,
            "waar iemand woont geldt voor het hele huishouden; haal \"who\" weg",
        ),
        _ => {}
    }
}

fn choices(at: &str, question: &Question, catalogue: &Catalogue, found: &mut Found<'_>) {
    let chooses = matches!(question.kind, Kind::One | Kind::Many);
    let list = at.to_owned() + "/choices";
    if chooses && question.choices.is_empty() {
        found.add(list.clone(), "deze vraag heeft geen keuzes; voeg \"choices\" toe");
    } else if !chooses && !question.choices.is_empty() {
        found.add(list.clone(), "bij deze soort vraag staan geen keuzes; haal \"choices\" weg");
    }
    found.distinct(
        "de keuze",
        question
            .choices
            .iter()
            .enumerate()
            .map(|(index, choice)| (format!("{list}/{index}/id"), choice.id.as_str())),
    );
    if let Some(skipped) = &question.skipped {
        let known: Vec<&str> = question.choices.iter().map(|choice| choice.id.as_str()).collect();
        found.refers(at.to_owned() + "/skipped", "de keuze", skipped.as_str(), &known);
    }
    let needs: Vec<&str> = catalogue.needs.iter().map(|need| need.id.as_str()).collect();
    let flags: Vec<&str> = catalogue.flags.iter().map(|flag| flag.id.as_str()).collect();
    for (index, choice) in question.choices.iter().enumerate() {
        if let Some(need) = &choice.need {
            found.refers(format!("{list}/{index}/need"), "de behoefte", need.as_str(), &needs);
        }
        if let Some(flag) = &choice.flag {
            found.refers(format!("{list}/{index}/flag"), "het gevaarsein", flag.as_str(), &flags);
        }
    }
}

/// One question asks where it is; the one about the *wijk* comes after it.
fn places(catalogue: &Catalogue, found: &mut Found<'_>) {
    let of = |kind: Kind| {
        catalogue
            .questions
            .iter()
            .enumerate()
            .filter(move |(_, question)| question.kind == kind)
            .map(|(index, _)| index)
    };
    let place = of(Kind::Place).next();
    if place.is_none() && !found.is_lost("place") {
        found.add(
            "/questions",
            "geen enkele vraag vraagt waar iemand woont; voeg een vraag van soort \"place\" toe",
        );
    }
    for index in of(Kind::Place).skip(1) {
        found.add(
            format!("/questions/{index}/kind"),
            "er is al een vraag van soort \"place\"; laat er één staan",
        );
    }
    for index in of(Kind::Wijk).skip(1) {
        found.add(
            format!("/questions/{index}/kind"),
            "er is al een vraag van soort \"wijk\"; laat er één staan",
        );
    }
    for index in of(Kind::Wijk).filter(|index| place.is_some_and(|place| *index < place)) {
        found.add(
            format!("/questions/{index}/kind"),
            "de vraag naar de wijk staat boven de vraag waar iemand woont; zet hem eronder",
        );
    }
}
