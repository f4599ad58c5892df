//! The advice for each need by itself, by the way that asks most, and for three needs at once.

use super::Town;
use crate::author::prove::{Dice, Way, answers_to, each_end, forced, ways};
use crate::content::Data;
use crate::domain::*;
use crate::wizard::{Event, Shown};
use serde_json::{Value, json};

/// So many screens come before an advice at most; a walk of more does not end.
const MOST_SCREENS: usize = 60;

/// Each need by itself, then so many times three.
pub(super) fn all(data: &Data, town: &Town, triples: u64) -> Vec<Value> {
    let catalogue = &data.catalogue;
    let ways = ways(catalogue);
    let name = |way: &Way| catalogue.needs[way.need()].id.as_str().to_owned();
    let mut drawn = Vec::new();
    for (at, need) in catalogue.needs.iter().enumerate() {
        let own = ways.iter().filter(|way| way.need() == at);
        let longest = own.map(|way| longest(catalogue, town, way)).max_by_key(|(asked, _)| *asked);
        let Some((_, given)) = longest else { continue };
        let mut dice = Dice::new(at as u64);
        drawn.extend(advice(town, &given, &mut dice, vec![need.id.to_string()]));
    }
    for seed in 0..triples {
        let mut dice = Dice::new(seed);
        let mut three: Vec<&Way> = Vec::new();
        while three.len() < 3 {
            let Some(way) = dice.one(&ways) else { return drawn };
            if !three.iter().any(|known| known.need() == way.need()) {
                three.push(way);
            }
        }
        let mut given = Answers::default();
        for (at, answer) in forced(&three) {
            let question = &catalogue.questions[at];
            given.set(question.who, question.id.clone(), answer);
        }
        let needs = three.iter().map(|way| name(way)).collect();
        drawn.extend(advice(town, &given, &mut dice, needs));
    }
    drawn
}

/// What somebody answers who is asked most on this way, and how much that is.
fn longest(catalogue: &Catalogue, town: &Town, way: &Way) -> (usize, Answers) {
    let mut most = (0, Answers::default());
    let walk = Walk::new(catalogue, &town.bundle.directory, town.now.moment.day);
    each_end(walk, catalogue, &forced(&[way]), &mut |facts| {
        if facts.given.len() > most.0 {
            let mut answers = Answers::default();
            for (question, answer) in &facts.given {
                answers.set(question.who, question.id.clone(), (*answer).clone());
            }
            most = (facts.given.len(), answers);
        }
    });
    most
}

/// The advice that comes of these answers, wherever somebody lives; what else is asked is
/// answered by chance.
fn advice(town: &Town, given: &Answers, dice: &mut Dice, needs: Vec<String>) -> Option<Value> {
    let mut visit = town.begin();
    for _ in 0..MOST_SCREENS {
        let event = match visit.wizard.screen().shown {
            Shown::Question(asked) => Event::Answered(answer(town, asked.question, given, dice)),
            Shown::Advice { .. } => {
                return Some(json!({ "needs": needs, "html": visit.html() }));
            }
            _ => Event::WentOn,
        };
        visit.happen(event);
    }
    None
}

fn answer(town: &Town, question: &Question, given: &Answers, dice: &mut Dice) -> Answer {
    match (question.kind, given.get(question.who, &question.id)) {
        // That stays to be seen.
        (Kind::Place | Kind::Wijk, _) | (_, None) => {}
        (_, Some(answer)) => return answer.clone(),
    }
    match question.kind {
        Kind::Place => Answer::Place(Place::FromList),
        Kind::Wijk => {
            let wijk = dice.one(&town.bundle.directory.wijken);
            wijk.map_or(Answer::Skipped, |wijk| Answer::One(wijk.code.as_str().into()))
        }
        _ => dice.one(&answers_to(question)).cloned().unwrap_or(Answer::Skipped),
    }
}
