//! What the proof saw.

use std::collections::BTreeMap;
use std::fmt;

/// A kind of gap: something that must not be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An advice without somebody to turn to.
    NoLead,
    /// An advice that does not say why.
    NoReason,
    /// A ladder that leads to nobody, in no words.
    NoEnd,
    /// A question that is never asked.
    NeverAsked,
    /// A need, a flag, a kind of help or a part of a condition that never counts.
    NeverFires,
    /// A party nobody is ever sent to.
    NeverNamed,
    /// More questions than allowed.
    TooLong,
    /// Help that nobody gives in some *wijk*.
    Nobody,
    /// Days on which one team has stopped and the next has not begun.
    Between,
    /// A case whose advice is not that of its class.
    Differs,
}

/// A gap, with how often it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What kind.
    pub kind: Kind,
    /// What it is about.
    pub what: String,
    /// How often.
    pub count: u64,
}

/// What the proof saw.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Everything that must not be.
    pub gaps: Vec<Gap>,
    /// Cases that the classes stand for: answers, places and days together.
    pub raw: u64,
    /// Combinations of answers.
    pub answers: u64,
    /// Classes of answers.
    pub classes: usize,
    /// Places and days.
    pub places: usize,
    /// Classes of places and days.
    pub place_classes: usize,
    /// Advices that were worked out.
    pub advices: usize,
    /// How long that took.
    pub seconds: f64,
    /// Cases that were worked out the long way as well.
    pub sampled: usize,
    /// Most questions for one need.
    pub most_for_one: usize,
    /// Most questions for three needs, at the worst.
    pub most_for_three: usize,
    /// Leads that differ.
    pub leads: usize,
    /// Those of them that can only be phoned.
    pub by_voice_only: usize,
    /// Kinds of help in a *wijk* on a day that a named party gives.
    pub named: u64,
    /// Those that end at the general entrance.
    pub at_entrance: u64,
    places_of_gaps: BTreeMap<(Kind, String), usize>,
}

impl Report {
    /// Something must not be.
    pub(super) fn add(&mut self, kind: Kind, what: String) {
        self.add_many(kind, what, 1);
    }

    pub(super) fn add_many(&mut self, kind: Kind, what: String, count: u64) {
        let key = (kind, what);
        match self.places_of_gaps.get(&key) {
            Some(at) => self.gaps[*at].count += count,
            None => {
                self.gaps.push(Gap { kind, what: key.1.clone(), count });
                self.places_of_gaps.insert(key, self.gaps.len() - 1);
            }
        }
    }
}

/// Gaps of one kind that are printed.
const MOST_PRINTED: usize = 12;

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} gevallen: {} combinaties van antwoorden, {} plaatsen en dagen",
            self.raw, self.answers, self.places
        )?;
        writeln!(
            f,
            "{} soorten antwoorden x {} soorten plaatsen: {} adviezen in {:.1} s, {:.0} per seconde",
            self.classes,
            self.place_classes,
            self.advices,
            self.seconds,
            self.advices as f64 / self.seconds.max(0.001)
        )?;
        writeln!(f, "{} gevallen ook langs de lange weg", self.sampled)?;
        writeln!(
            f,
            "hoogstens {} vragen bij één behoefte, {} bij drie",
            self.most_for_one, self.most_for_three
        )?;
        writeln!(
            f,
            "{} eerste contacten, waarvan {} alleen te bellen",
            self.leads, self.by_voice_only
        )?;
        writeln!(
            f,
            "hulp per wijk en dag: {} met naam, {} bij de algemene ingang",
            self.named, self.at_entrance
        )?;
        let mut printed: BTreeMap<Kind, usize> = BTreeMap::new();
        for gap in &self.gaps {
            let number = printed.entry(gap.kind).or_default();
            *number += 1;
            if *number <= MOST_PRINTED {
                writeln!(f, "{}: {} ({} keer)", said(gap.kind), gap.what, gap.count)?;
            }
        }
        for (kind, number) in printed.iter().filter(|(_, number)| **number > MOST_PRINTED) {
            writeln!(f, "{}: en nog {}", said(*kind), number - MOST_PRINTED)?;
        }
        writeln!(f, "{} gaten", self.gaps.len())
    }
}

fn said(kind: Kind) -> &'static str {
    match kind {
        Kind::NoLead => "niemand om mee te beginnen",
        Kind::NoReason => "een advies zonder reden",
        Kind::NoEnd => "een ladder die bij niemand eindigt",
        Kind::NeverAsked => "wordt nooit gevraagd",
        Kind::NeverFires => "telt nooit mee",
        Kind::NeverNamed => "wordt nooit genoemd",
        Kind::TooLong => "te veel vragen",
        Kind::Nobody => "niemand geeft",
        Kind::Between => "geen team tussen twee teams",
        Kind::Differs => "een ander advies dan dat van zijn soort",
    }
}
