//! For whom people ask: households that the same parties are there for are one class.

use crate::domain::*;

/// What about a household decides who helps: whether it is one with a child and questions
/// in several parts of life, and its ages as far as some party tells them apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Household {
    /// With a child and questions in several parts of life.
    pub family: bool,
    /// One of the sets of ages that fit the same parties.
    pub ages: AgeSet,
}

/// The ages for which some party is there, and which ages they tell apart.
#[derive(Clone, Debug, Default)]
pub(super) struct ToldApart(Vec<Ages>);

impl ToldApart {
    /// From all parties there are.
    pub fn of(catalogue: &Catalogue, towns: &[Directory]) -> Self {
        let local = towns.iter().flat_map(|town| &town.providers);
        let mut all: Vec<Ages> = Vec::new();
        for ages in catalogue.national.iter().chain(local).filter_map(Provider::limits) {
            if !all.contains(&ages) {
                all.push(ages);
            }
        }
        Self(all)
    }

    /// The class of the household these facts are about.
    pub fn household(&self, facts: &Facts<'_>) -> Household {
        let ages = self.like(facts.ages());
        // Neither day nor place says anything about who is in it.
        Household { family: facts.is_family(), ages }
    }

    /// The first set of ages that fits the same parties as this one; that no age is known is
    /// a set of its own.
    fn like(&self, ages: AgeSet) -> AgeSet {
        let fit = |set: AgeSet| self.0.iter().map(move |ages| ages.fit(set));
        let like =
            |other: &AgeSet| other.is_empty() == ages.is_empty() && fit(*other).eq(fit(ages));
        AgeSet::all().find(like).unwrap_or(ages)
    }
}
