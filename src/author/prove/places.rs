//! Where people can live and on which days they can ask: *wijken* and days on which the
//! same parties help in the same way are one class.

use super::households::Household;
use crate::domain::*;
use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The places and days of one municipality.
pub(super) struct Places<'d> {
    /// The municipality.
    pub directory: &'d Directory,
    /// Days on which something begins or ends, and the days before.
    pub days: Vec<Date>,
    /// Where somebody can live: each *wijk*, the rows of *wijken* a postcode leaves open,
    /// nowhere in particular, and elsewhere.
    pub wheres: Vec<Where<'d>>,
    /// The place of the class of each day and place, both by their own place, for each
    /// class of households.
    pub index: Vec<Vec<HashMap<Household, usize>>>,
    /// Each class with an example, and the households it is about.
    pub classes: Vec<(Household, Here<'d>)>,
}

impl<'d> Places<'d> {
    /// Finds the classes.
    pub fn of(
        catalogue: &'d Catalogue,
        directory: &'d Directory,
        households: &BTreeSet<Household>,
        today: Date,
    ) -> Self {
        let days = days(directory, today);
        let wheres = wheres(directory);
        let mut classes = Vec::new();
        let mut known: HashMap<(u64, Household), usize> = HashMap::new();
        let mut class_of = |place: &Where<'d>, day: Date, household: Household| {
            let Household { family, ages } = household;
            let situation = Situation { place: place.clone(), day, family, ages };
            let here = Here::new(catalogue, directory, situation);
            *known.entry((signature(&here), household)).or_insert_with(|| {
                classes.push((household, here));
                classes.len() - 1
            })
        };
        let mut index = Vec::new();
        for day in &days {
            let on_day = wheres.iter().map(|place| {
                households.iter().map(|each| (*each, class_of(place, *day, *each))).collect()
            });
            index.push(on_day.collect());
        }
        Self { directory, days, wheres, index, classes }
    }

    /// The classes that are about a household, with their places.
    pub fn classes_of(
        &self,
        household: Household,
    ) -> impl Iterator<Item = (usize, &(Household, Here<'d>))> {
        self.classes.iter().enumerate().filter(move |(_, (own, _))| *own == household)
    }
}

/// Today, every later day on which something begins or ends, and the day before each.
fn days(directory: &Directory, today: Date) -> Vec<Date> {
    let mut days = BTreeSet::from([today]);
    let mut change = |day: Date| days.extend([day.before(), day]);
    for party in &directory.providers {
        for coverage in &party.serves {
            coverage.valid_from.into_iter().for_each(&mut change);
            coverage.valid_until.into_iter().for_each(|last| change(last.next()));
        }
        for hours in party.reach.iter().flat_map(|reach| &reach.hours) {
            hours.valid_from.into_iter().for_each(&mut change);
            hours.valid_until.into_iter().for_each(|last| change(last.next()));
        }
        // What was verified counts as such for half a year.
        if let Some(checked) = party.checked {
            change((0..=Provider::FRESH_DAYS).fold(checked, |day, _| day.next()));
        }
    }
    // What is old comes after what is not. That changes the order of the ways of one party and
    // nothing else, so the day on which all of it is old stands for every one before.
    let ways =
        directory.providers.iter().flat_map(|party| party.reach.iter().map(move |r| (party, r)));
    days.extend(ways.filter_map(|(party, reach)| reach.old_from(party)).max());
    // Nobody asks in the past.
    days.into_iter().filter(|day| *day >= today).collect()
}

/// Nowhere in particular, elsewhere, each *wijk*, and whatever a postcode leaves open: with
/// its letters, or only its digits.
fn wheres(directory: &Directory) -> Vec<Where<'_>> {
    let mut wheres = vec![Where::Unknown, Where::Elsewhere];
    wheres.extend(directory.wijken.iter().map(|wijk| Where::In(vec![&wijk.code])));
    let rows = directory.postcodes.iter().map(|range| range.wijken.iter().collect());
    let digits = directory.postcodes.iter().flat_map(PostcodeRange::digits);
    let digits = digits.collect::<BTreeSet<Postcode>>();
    let of_digits = digits.into_iter().filter_map(|postcode| directory.wijken_of(postcode));
    let any = (!directory.has_table()).then(|| directory.wijken.iter().map(|w| &w.code).collect());
    let open: Vec<Vec<&WijkCode>> = rows.chain(of_digits).chain(any).collect();
    for row in open.into_iter().filter(|row| row.len() > 1).map(Where::In) {
        if !wheres.contains(&row) {
            wheres.push(row);
        }
    }
    wheres
}

/// A number that two places share when the same parties help in both in the same way.
fn signature(here: &Here<'_>) -> u64 {
    let mut sum = DefaultHasher::new();
    std::mem::discriminant(&here.situation.place).hash(&mut sum);
    for route in &here.catalogue.routes {
        for giver in here.serving(&route.code) {
            (address(giver.party), address(giver.coverage), giver.level.width()).hash(&mut sum);
            ways(&here.ways(giver.party), &mut sum);
        }
        ways(&here.ladder(&route.code), &mut sum);
    }
    // Where a ladder may end that is because of a need.
    ways(&here.ended(Vec::new()), &mut sum);
    sum.finish()
}

/// Adds the ways of a ladder to a sum: the same in two *wijken* when they lead to the
/// same places.
pub(super) fn ways(ladder: &[Rung<'_>], sum: &mut DefaultHasher) {
    ladder.len().hash(sum);
    for rung in ladder {
        (address(rung.reach), rung.level.width(), rung.away.map(address)).hash(sum);
    }
}

/// Where a value stands: within one run the same value.
pub(super) fn address<T>(value: &T) -> usize {
    std::ptr::from_ref(value) as usize
}
