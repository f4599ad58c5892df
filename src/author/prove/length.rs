//! How many questions a visit can have: for one need, and for three together.

use super::cases::{Cases, Search};
use super::report::{Kind, Report};
use super::ways::forced;
use crate::domain::{Catalogue, Date, Directory};

/// Most questions for one need.
const MOST_FOR_ONE: usize = 8;
/// Most questions for three needs together.
const MOST_FOR_THREE: usize = 12;
/// Threes of needs of which all answers are tried.
const MOST_DOUBTFUL: usize = 5_000;

/// The questions that may be asked in some case, as one bit each.
#[derive(Clone, Copy, Default)]
pub(super) struct Asked {
    questions: u128,
    /// The most at once.
    pub most: usize,
}

impl Asked {
    /// The question at this place in the catalogue may be asked.
    pub fn add(&mut self, at: usize) {
        self.questions |= 1_u128.checked_shl(at as u32).unwrap_or_default();
    }
}

/// Reports every need, and every three, that can be asked too much.
pub(super) fn judge(
    cases: &Cases,
    catalogue: &Catalogue,
    town: &Directory,
    today: Date,
    report: &mut Report,
) {
    let asked = |first, second| cases.asked.get(&(first, second)).copied().unwrap_or_default();
    let name = |way: usize| &catalogue.needs[cases.ways[way].need()].id;
    for way in 0..cases.ways.len() {
        let most = asked(way, way).most;
        report.most_for_one = report.most_for_one.max(most);
        if most > MOST_FOR_ONE {
            report.add(Kind::TooLong, format!("{most} vragen bij {}", name(way)));
        }
    }
    // Whatever is asked with three needs is asked with two of them; where those
    // together are too many, all answers to the three are tried.
    let mut doubtful: Vec<[usize; 3]> = Vec::new();
    for first in 0..cases.ways.len() {
        for second in first + 1..cases.ways.len() {
            let two = asked(first, second).questions;
            for third in second + 1..cases.ways.len() {
                let rest = asked(first, third).questions | asked(second, third).questions;
                let most = (two | rest).count_ones() as usize;
                if most <= MOST_FOR_THREE {
                    report.most_for_three = report.most_for_three.max(most);
                } else if doubtful.len() < MOST_DOUBTFUL {
                    doubtful.push([first, second, third]);
                } else {
                    let name = name(first);
                    report.add(Kind::TooLong, format!("te veel om na te gaan bij {name}"));
                }
            }
        }
    }
    let longest = super::on_every_core(&doubtful, |triples| {
        let mut search = Search::new(catalogue, town, today, cases.untried());
        let longest = |triple: &[usize; 3]| {
            let ways = triple.map(|way| &cases.ways[way]);
            search.try_all(&forced(&ways)).most
        };
        triples.iter().map(longest).collect::<Vec<usize>>()
    });
    for (triple, most) in doubtful.iter().zip(longest.into_iter().flatten()) {
        report.most_for_three = report.most_for_three.max(most);
        if most > MOST_FOR_THREE {
            let names = triple.map(|way| name(way).as_str()).join(", ");
            report.add(Kind::TooLong, format!("{most} vragen bij {names}"));
        }
    }
}
