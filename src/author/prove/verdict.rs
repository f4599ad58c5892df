//! The advice for every pair of classes, and what is wrong with it.

use super::cases::Cases;
use super::places::{Places, address, ways};
use super::report::{Kind, Report};
use crate::content::Data;
use crate::domain::*;
use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Instant;

/// A number for each advice: by municipality, by class of place, and then by the place of
/// the class of answers among those of the same household.
pub(super) type Digests = Vec<Vec<Vec<u64>>>;

/// Works out every advice, and reports what is wrong.
pub(super) fn judge(
    data: &Data,
    cases: &Cases,
    towns: &[Places<'_>],
    report: &mut Report,
) -> Digests {
    let start = Instant::now();
    let mut digests = Digests::new();
    for town in towns {
        let parts = super::on_every_core(&cases.examples, |examples| {
            let mut judge = Judge::new(data, cases, town);
            judge.examples(examples);
            judge
        });
        let mut shown = fitting(&data.catalogue, town);
        let mut joined = vec![Vec::new(); town.classes.len()];
        let mut leads = HashSet::new();
        for part in parts {
            joined.iter_mut().zip(part.digests).for_each(|(all, more)| all.extend(more));
            shown.extend(part.shown);
            leads.extend(part.leads);
            report.advices += part.advices;
            part.gaps
                .into_iter()
                .for_each(|((kind, what), count)| report.add_many(kind, what, count));
        }
        unseen(&data.catalogue, town, &shown, report);
        report.leads += leads.len();
        report.by_voice_only += leads.iter().filter(|(_, voice_only)| *voice_only).count();
        let places: usize = town.days.len() * town.wheres.len();
        report.raw += cases.tried * places as u64;
        report.places += places;
        report.place_classes += town.classes.len();
        digests.push(joined);
    }
    report.seconds = start.elapsed().as_secs_f64();
    digests
}

/// Parties that fit some need somewhere. An advice offers three: who comes after those all the
/// time is no gap, and stands on the list.
fn fitting(catalogue: &Catalogue, town: &Places<'_>) -> HashSet<usize> {
    let mut fit = HashSet::new();
    for (_, here) in &town.classes {
        for route in catalogue.routes.iter().filter(|route| route.kind == RouteKind::Algemeen) {
            for need in catalogue.wanting(&route.code) {
                let givers = here.fitting(&route.code, &need.id);
                fit.extend(givers.iter().map(|giver| address(giver.party)));
            }
        }
    }
    fit
}

/// Parties nobody is ever sent to.
fn unseen(catalogue: &Catalogue, town: &Places<'_>, shown: &HashSet<usize>, report: &mut Report) {
    for party in &town.directory.providers {
        // Who says for nothing whom it is there for stands on the list of the *wijk* only.
        let says = |it: &Coverage| {
            let mut routes = it.routes.iter();
            routes.any(|route| town.directory.says_for_whom(catalogue, party, it, route))
        };
        let there = party.status == Status::Active
            && (party.serves.is_empty() || party.serves.iter().any(says));
        if there
            && !shown.contains(&address(party))
            && party.id != town.directory.municipality.entrance
        {
            let slug = &town.directory.municipality.slug;
            report.add(Kind::NeverNamed, format!("{} in {slug}", party.name));
        }
    }
}

struct Judge<'d, 't> {
    data: &'d Data,
    cases: &'t Cases,
    town: &'t Places<'d>,
    digests: Vec<Vec<u64>>,
    shown: HashSet<usize>,
    /// Every lead that was seen, and whether it can only be phoned.
    leads: HashSet<(u64, bool)>,
    gaps: BTreeMap<(Kind, String), u64>,
    advices: usize,
}

impl<'d, 't> Judge<'d, 't> {
    fn new(data: &'d Data, cases: &'t Cases, town: &'t Places<'d>) -> Self {
        Self {
            data,
            cases,
            town,
            digests: vec![Vec::new(); town.classes.len()],
            shown: HashSet::new(),
            leads: HashSet::new(),
            gaps: BTreeMap::new(),
            advices: 0,
        }
    }

    fn examples(&mut self, examples: &[Answers]) {
        let (catalogue, directory) = (&self.data.catalogue, self.town.directory);
        for example in examples {
            let mut facts = Journey::walk(catalogue, directory, example, self.town.days[0]).facts;
            let household = self.cases.told_apart.household(&facts);
            for (at, (_, here)) in self.town.classes_of(household) {
                facts.place = here.situation.place.clone();
                let advice = advise(here, &facts);
                self.look_at(&advice, here);
                self.digests[at].push(digest(&advice));
                self.advices += 1;
            }
        }
    }

    fn look_at(&mut self, advice: &Advice<'_>, here: &Here<'_>) {
        let lead = &advice.lead;
        let contacts = [lead, &advice.support].into_iter().chain(&advice.team);
        for contact in contacts.chain(&advice.elsewhere) {
            self.shown.extend(contact.served.provider().map(address));
            self.shown.extend(contact.ladder.iter().map(|rung| address(rung.party)));
            self.end_of(contact, here);
        }
        self.shown.extend(advice.yourself.iter().map(|offer| address(offer.giver.party)));
        self.shown.extend(advice.safety.iter().map(|line| address(line.provider)));
        if lead.served.provider().is_none() {
            self.gap(Kind::NoLead, lead.route.as_str(), here);
        }
        if self.reason(lead).is_none_or(str::is_empty) {
            self.gap(Kind::NoReason, lead.route.as_str(), here);
        }
        let mut sum = DefaultHasher::new();
        (lead.route, lead.served.provider().map(address)).hash(&mut sum);
        ways(&lead.ladder, &mut sum);
        let voice = |rung: &Rung<'_>| rung.reach.channel == Channel::Phone;
        let voice_only = !lead.ladder.is_empty() && lead.ladder.iter().all(voice);
        self.leads.insert((sum.finish(), voice_only));
    }

    /// A ladder ends at a person, or at words that say how to find one.
    fn end_of(&mut self, contact: &Contact<'_>, here: &Here<'_>) {
        let own = contact.served.provider().is_some_and(|party| party.what.is_some());
        let in_words = own || contact.words.is_some();
        // Elsewhere the advice itself says that one's own municipality knows.
        let away = here.situation.place == Where::Elsewhere;
        if contact.ladder.is_empty() && !in_words && !away {
            self.gap(Kind::NoEnd, contact.route.as_str(), here);
        }
    }

    /// What the advice says about why the lead is there.
    fn reason(&self, lead: &Contact<'_>) -> Option<&str> {
        let words = self.data.words.first()?;
        let general = || words.routes.get(lead.route).map(|route| route.does.as_str());
        match lead.because {
            Reason::Need(need) => {
                let own = words.needs.get(&need.id)?.why.get(lead.route).map(String::as_str);
                own.or_else(general)
            }
            Reason::Flag(flag) => words.flags.get(&flag.id).map(|flag| flag.text.as_str()),
            Reason::Several | Reason::Referral(_) | Reason::Elsewhere | Reason::Everyone => {
                general()
            }
        }
    }

    fn gap(&mut self, kind: Kind, what: &str, here: &Here<'_>) {
        let slug = &here.directory.municipality.slug;
        *self.gaps.entry((kind, format!("{what} in {slug}"))).or_default() += 1;
    }
}

/// A number that two advices share when they say the same.
pub(super) fn digest(advice: &Advice<'_>) -> u64 {
    let mut sum = DefaultHasher::new();
    let contact = |contact: &Contact<'_>, sum: &mut DefaultHasher| {
        contact.route.hash(sum);
        contact.served.provider().map(address).hash(sum);
        reason(&contact.because, sum);
        ways(&contact.ladder, sum);
    };
    (advice.urgency as u8, advice.one_contact, advice.domains.len()).hash(&mut sum);
    advice.domains.iter().for_each(|domain| (*domain as u8).hash(&mut sum));
    for line in &advice.safety {
        (line.route, address(line.provider), &line.flag.id).hash(&mut sum);
        ways(&line.ways, &mut sum);
    }
    contact(&advice.lead, &mut sum);
    advice.team.iter().for_each(|team| contact(team, &mut sum));
    for discipline in &advice.at_the_table {
        discipline.route.hash(&mut sum);
        reason(&discipline.because, &mut sum);
    }
    for offer in &advice.yourself {
        (offer.route, address(offer.giver.party)).hash(&mut sum);
        reason(&offer.because, &mut sum);
        ways(&offer.ways, &mut sum);
    }
    advice.elsewhere.iter().for_each(|other| contact(other, &mut sum));
    contact(&advice.support, &mut sum);
    advice.tips.iter().for_each(|need| need.id.hash(&mut sum));
    sum.finish()
}

fn reason(reason: &Reason<'_>, sum: &mut DefaultHasher) {
    std::mem::discriminant(reason).hash(sum);
    match reason {
        Reason::Need(need) => need.id.hash(sum),
        Reason::Flag(flag) => flag.id.hash(sum),
        Reason::Referral(route) => route.hash(sum),
        Reason::Several | Reason::Elsewhere | Reason::Everyone => {}
    }
}
