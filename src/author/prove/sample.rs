//! Cases drawn at random and worked out the long way: each has to get the same advice as
//! its class.

use super::cases::{Cases, Class};
use super::dice::Dice;
use super::places::Places;
use super::report::{Kind, Report};
use super::verdict::{Digests, digest};
use super::ways::{answers_to, forced};
use crate::content::Data;
use crate::domain::*;

/// Where the drawing begins; the same cases every time.
const SEED: u64 = 20_260_101;

/// Draws cases and compares.
pub(super) fn judge(
    data: &Data,
    cases: &Cases,
    towns: &[Places<'_>],
    digests: &Digests,
    number: usize,
    report: &mut Report,
) {
    if cases.ways.is_empty() || towns.is_empty() {
        return;
    }
    let ranks = cases.ranks();
    let numbers: Vec<u64> = (0..number as u64).collect();
    let wrong = super::on_every_core(&numbers, |numbers| {
        let draw = Draw { data, cases, towns, digests, ranks: &ranks };
        numbers.iter().filter_map(|number| draw.compare(*number)).collect::<Vec<String>>()
    });
    report.sampled = number;
    wrong.into_iter().flatten().for_each(|what| report.add(Kind::Differs, what));
}

struct Draw<'d, 't> {
    data: &'d Data,
    cases: &'t Cases,
    towns: &'t [Places<'d>],
    digests: &'t Digests,
    ranks: &'t [usize],
}

impl Draw<'_, '_> {
    /// Works out one case; says what differs.
    fn compare(&self, number: u64) -> Option<String> {
        let mut dice = Dice::new(SEED ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let catalogue = &self.data.catalogue;
        let town_at = dice.below(self.towns.len());
        let town = &self.towns[town_at];
        let day_at = dice.below(town.days.len());
        let where_at = dice.below(town.wheres.len());
        let day = town.days[day_at];

        let mut answers = self.answers(&mut dice);
        let facts = Journey::walk(catalogue, town.directory, &answers, day).facts;
        let class = Class::of(catalogue, &facts, &self.cases.told_apart);
        drop(facts);
        self.live(&mut answers, &town.wheres[where_at], catalogue);
        let mut facts = Journey::walk(catalogue, town.directory, &answers, day).facts;
        if let Where::In(wijken) = &town.wheres[where_at]
            && wijken.len() > 1
        {
            // What a postcode of several *wijken* leaves open.
            facts.place = town.wheres[where_at].clone();
        }
        let here = Here::new(catalogue, town.directory, facts.situation(day));
        let long = digest(&advise(&here, &facts));

        let place = town.index[day_at][where_at].get(&self.cases.told_apart.household(&facts));
        let short = self
            .cases
            .index
            .get(&class)
            .zip(place)
            .map(|(class, place)| self.digests[town_at][*place][self.ranks[*class]]);
        let slug = &town.directory.municipality.slug;
        (short != Some(long)).then(|| format!("{answers:?} in {slug} op {day}"))
    }

    /// One or two ways, and an answer to every question that follows, asked or not.
    fn answers(&self, dice: &mut Dice) -> Answers {
        let ways = &self.cases.ways;
        let first = &ways[dice.below(ways.len())];
        let second = if dice.below(4) == 0 { first } else { &ways[dice.below(ways.len())] };
        // The same need by two ways is no pair.
        let second = if first != second && first.need() == second.need() { first } else { second };
        let forced = forced(&[first, second]);
        let mut answers = Answers::default();
        for (at, question) in self.data.catalogue.questions.iter().enumerate() {
            let own = forced.iter().find(|(known, _)| *known == at);
            let answer = match own {
                Some((_, answer)) => answer.clone(),
                None => {
                    let mut all = answers_to(question);
                    all.swap_remove(dice.below(all.len()))
                }
            };
            answers.set(question.who, question.id.clone(), answer);
        }
        answers
    }

    /// Answers where somebody lives.
    fn live(&self, answers: &mut Answers, place: &Where<'_>, catalogue: &Catalogue) {
        let (said, wijk) = match place {
            Where::Unknown => (Answer::Place(Place::NoFixedAddress), Answer::Skipped),
            Where::Elsewhere => (Answer::Place(Place::Elsewhere), Answer::Skipped),
            Where::In(wijken) => {
                let code = wijken.first().map_or("", |code| code.as_str());
                (Answer::Place(Place::FromList), Answer::One(code.into()))
            }
        };
        for question in &catalogue.questions {
            match question.kind {
                crate::domain::Kind::Place => {
                    answers.set(question.who, question.id.clone(), said.clone())
                }
                crate::domain::Kind::Wijk => {
                    answers.set(question.who, question.id.clone(), wijk.clone())
                }
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::prove::verdict;
    use std::path::Path;

    /// A class with the advice of another is seen by the cases that are worked out the
    /// long way.
    #[test]
    #[expect(clippy::unwrap_used, reason = "a test may stop")]
    fn a_class_with_another_advice_is_found() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
        let data = crate::author::data::load(&folder).unwrap();
        let today = Date::new(2026, 12, 1).unwrap();
        let cases = Cases::of(&data.catalogue, &data.directories, today);
        let towns: Vec<Places<'_>> = data
            .directories
            .iter()
            .map(|town| Places::of(&data.catalogue, town, &cases.households(), today))
            .collect();
        let mut report = Report::default();
        let mut digests = verdict::judge(&data, &cases, &towns, &mut report);
        judge(&data, &cases, &towns, &digests, 500, &mut report);
        assert!(report.gaps.iter().all(|gap| gap.kind != Kind::Differs));
        digests.iter_mut().flatten().for_each(|classes| classes.rotate_left(1));
        judge(&data, &cases, &towns, &digests, 500, &mut report);
        assert!(report.gaps.iter().any(|gap| gap.kind == Kind::Differs));
    }
}
