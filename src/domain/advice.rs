//! Who to turn to, in the order of doing: safety first, then one lead contact,
//! then what people can do themselves or together, then other desks.

use super::*;

/// What a resident is told at the end.
#[derive(Clone, Debug)]
pub struct Advice<'a> {
    /// How soon somebody should be in touch.
    pub urgency: Urgency,
    /// The parts of life in play.
    pub domains: Vec<LifeDomain>,
    /// On top of everything: the lines the flags call for.
    pub safety: Vec<Line<'a>>,
    /// The one contact to start with.
    pub lead: Contact<'a>,
    /// The team, when the lead is somebody else and it has work to do as well.
    pub team: Option<Contact<'a>>,
    /// The disciplines of the team this needs.
    pub at_the_table: Vec<Discipline<'a>>,
    /// The needs whose tips to show: what one can do without anybody.
    pub tips: Vec<&'a Need>,
    /// Who helps without permission, nearby first.
    pub yourself: Vec<Offer<'a>>,
    /// Desks of the municipality or of another law.
    pub elsewhere: Vec<Contact<'a>>,
    /// Independent client support: free, on every advice (Wmo 2015, 2.2.4).
    pub support: Contact<'a>,
    /// One party picks up everything together.
    pub one_contact: bool,
}

/// A line for danger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The kind of help.
    pub route: &'a RouteCode,
    /// Who answers it.
    pub provider: &'a Provider,
    /// The flag that calls for it.
    pub flag: &'a Flag,
}

/// Somebody to turn to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact<'a> {
    /// For which kind of help.
    pub route: &'a RouteCode,
    /// Who gives it here.
    pub served: Served<'a>,
    /// Every way to reach a person, best first.
    pub ladder: Vec<&'a Reach>,
    /// Why.
    pub because: Reason<'a>,
}

/// A discipline within the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Discipline<'a> {
    /// The kind of help.
    pub route: &'a RouteCode,
    /// Why it belongs at the table.
    pub because: Reason<'a>,
}

/// A party that helps without permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer<'a> {
    /// The kind of help.
    pub route: &'a RouteCode,
    /// Who gives it.
    pub provider: &'a Provider,
    /// Why it is named.
    pub because: Reason<'a>,
}

/// Why a line of the advice is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason<'a> {
    /// Because of this need.
    Need(&'a Need),
    /// Because of this flag.
    Flag(&'a Flag),
    /// Because several things play at once.
    Several,
    /// Because somebody lives in another municipality.
    Elsewhere,
    /// Because everybody has a right to it, or nothing more is known.
    Everyone,
}

/// Parties named under "what you can do yourself or together".
const MOST_OFFERS: usize = 5;

/// Works out whom to turn to.
pub fn advise<'a>(
    catalogue: &'a Catalogue,
    directory: &'a Directory,
    facts: &Facts<'a>,
    today: Date,
) -> Advice<'a> {
    let desk = Desk { catalogue, directory, facts, today };
    let wanted = desk.wanted();
    let lead = desk.with_a_person(desk.lead(&wanted));
    let others = || wanted.iter().filter(|(help, ..)| *help != lead.route);

    let at_the_table: Vec<Discipline<'a>> = wanted
        .iter()
        .filter(|(route, kind, _)| *kind == RouteKind::Wijkteam && **route != catalogue.whole)
        .map(|(route, _, because)| Discipline { route, because: *because })
        .collect();
    let team_leads = desk.kind(lead.route) == Some(RouteKind::Wijkteam);
    let away = facts.place == Where::Elsewhere;

    Advice {
        urgency: facts.urgency(),
        domains: desk.domains(),
        safety: desk.safety(),
        team: (!team_leads && !away && !at_the_table.is_empty())
            .then(|| desk.contact(&catalogue.whole, at_the_table[0].because)),
        at_the_table: if away { Vec::new() } else { at_the_table },
        tips: facts.needs.clone(),
        yourself: desk.offers(&wanted, lead.served),
        elsewhere: others()
            .filter(|(route, kind, _)| match kind {
                RouteKind::AndereWet => true,
                // A line that is not on top already.
                RouteKind::Crisis => !desk.safety().iter().any(|line| line.route == *route),
                RouteKind::Gemeente => !away,
                _ => false,
            })
            .map(|(route, _, because)| desk.contact(route, *because))
            .collect(),
        support: desk.support(),
        one_contact: facts.urgency() != Urgency::Now
            && (facts.needs.len() > 1 || *lead.route == catalogue.whole),
        lead,
    }
}

/// A kind of help that is wanted, and for which need.
type Wanted<'a> = (&'a RouteCode, RouteKind, Reason<'a>);

struct Desk<'a, 'f> {
    catalogue: &'a Catalogue,
    directory: &'a Directory,
    facts: &'f Facts<'a>,
    today: Date,
}

impl<'a> Desk<'a, '_> {
    fn kind(&self, route: &RouteCode) -> Option<RouteKind> {
        self.catalogue.route(route).map(|route| route.kind)
    }

    /// What helps with a need, best first, in this case.
    fn helps(&self, need: &'a Need) -> impl Iterator<Item = &'a RouteCode> {
        need.helps.iter().filter(|help| help.when.holds(self.facts)).map(|help| &help.route)
    }

    /// Everything that helps, each kind once, with the first need that wants it.
    fn wanted(&self) -> Vec<Wanted<'a>> {
        let mut wanted: Vec<Wanted<'a>> = Vec::new();
        for need in &self.facts.needs {
            for route in self.helps(need) {
                if !wanted.iter().any(|(known, ..)| *known == route)
                    && let Some(kind) = self.kind(route)
                {
                    wanted.push((route, kind, Reason::Need(need)));
                }
            }
        }
        wanted
    }

    /// One contact to start with. Danger and deadlines decide before anything
    /// else; several needs go to the team as a whole as soon as one of them is
    /// the team's; a single need goes to what helps best with it.
    fn lead(&self, wanted: &[Wanted<'a>]) -> Contact<'a> {
        if self.facts.place == Where::Elsewhere && self.facts.urgency() < Urgency::Now {
            return self.contact(&self.catalogue.away, Reason::Elsewhere);
        }
        if let Some((route, because)) = self.urgent_lead() {
            return self.contact(route, because);
        }
        let own_leads: Vec<(&'a RouteCode, &'a Need)> = self
            .facts
            .needs
            .iter()
            .filter_map(|need| Some((self.helps(need).next()?, *need)))
            .collect();
        let Some((first, need)) = own_leads.first() else {
            return self.contact(&self.catalogue.whole, Reason::Everyone);
        };
        let same = own_leads.iter().all(|(route, _)| route == first);
        let of_the_team = wanted.iter().any(|(route, kind, _)| {
            *kind == RouteKind::Wijkteam && own_leads.iter().any(|(own, _)| own == route)
        });
        if !same && of_the_team {
            self.contact(&self.catalogue.whole, Reason::Several)
        } else {
            self.contact(first, Reason::Need(need))
        }
    }

    /// For a flag that cannot wait: the need that leads to one of its lines, or
    /// else its first line.
    fn urgent_lead(&self) -> Option<(&'a RouteCode, Reason<'a>)> {
        let urgency = self.facts.urgency();
        if urgency < Urgency::Today {
            return None;
        }
        let flag = self.facts.telling_flags().find(|flag| flag.urgency == urgency);
        let by_need = self.facts.needs.iter().find_map(|need| {
            let own = self.helps(need).next()?;
            let urgent = match flag {
                Some(flag) => flag.lines.contains(own),
                None => need.urgency == urgency,
            };
            urgent.then_some((own, Reason::Need(need)))
        });
        by_need.or_else(|| flag.and_then(|flag| Some((flag.lines.first()?, Reason::Flag(flag)))))
    }

    fn contact(&self, route: &'a RouteCode, because: Reason<'a>) -> Contact<'a> {
        let served = self.served(route);
        Contact { route, served, ladder: self.ladder(served), because }
    }

    /// A party of the municipality before one of the whole country, and anybody
    /// named before the general entrance.
    fn served(&self, route: &RouteCode) -> Served<'a> {
        let here = match self.facts.place {
            Where::Elsewhere => Served::Nobody,
            _ => self.directory.served(route, &self.facts.place, self.today),
        };
        match here {
            Served::By(_) => here,
            _ => self.national(route).map_or(here, Served::By),
        }
    }

    fn national(&self, route: &RouteCode) -> Option<&'a Provider> {
        self.catalogue
            .national
            .iter()
            .find(|party| party.serves.iter().any(|coverage| coverage.routes.contains(route)))
    }

    /// Every way to reach a party. The municipality's general entrance ends it for
    /// a team, and for a party of the municipality that has no phone of its own; a
    /// desk of another law is found by its own name, not by asking the municipality.
    fn ladder(&self, served: Served<'a>) -> Vec<&'a Reach> {
        let party = served.provider();
        let ladder = party.iter().flat_map(|party| &party.reach).collect();
        let ends_here = |party: &Provider| match party.kind {
            ProviderKind::National | ProviderKind::Crisis => true,
            ProviderKind::Team => false,
            _ => party.has_phone(),
        };
        if party.is_some_and(ends_here) { ladder } else { self.ended_at_entrance(ladder) }
    }

    /// The first contact must end in a person, whoever it is.
    fn with_a_person(&self, mut contact: Contact<'a>) -> Contact<'a> {
        if !contact.ladder.iter().any(|reach| reach.channel == Channel::Phone) {
            contact.ladder = self.ended_at_entrance(contact.ladder);
        }
        contact
    }

    fn ended_at_entrance(&self, mut ladder: Vec<&'a Reach>) -> Vec<&'a Reach> {
        if self.facts.place != Where::Elsewhere
            && let Some(entrance) = self.directory.entrance()
        {
            let person = |reach: &&Reach| {
                matches!(reach.channel, Channel::Phone | Channel::WalkIn | Channel::Website)
            };
            let new = entrance.reach.iter().filter(person).filter(|reach| !ladder.contains(reach));
            ladder.extend(new.collect::<Vec<_>>());
        }
        ladder
    }

    fn safety(&self) -> Vec<Line<'a>> {
        lines(self.catalogue, self.directory, &self.facts.flags, &self.facts.place, self.today)
    }

    fn offers(&self, wanted: &[Wanted<'a>], lead: Served<'a>) -> Vec<Offer<'a>> {
        let mut offers: Vec<Offer<'a>> = Vec::new();
        if self.facts.place == Where::Elsewhere {
            return offers;
        }
        let is_lead = |party: &Provider| lead.provider().is_some_and(|lead| lead.id == party.id);
        let each: Vec<(&Wanted<'a>, Vec<&'a Provider>)> = wanted
            .iter()
            .filter(|(_, kind, _)| *kind == RouteKind::Algemeen)
            .map(|want| {
                let here = self.directory.serving(want.0, &self.facts.place, self.today);
                (want, here.into_iter().filter(|party| !is_lead(party)).collect())
            })
            .collect();
        // The best of each kind first, then the second best of each, and so on.
        for rank in 0..MOST_OFFERS {
            for ((route, _, because), parties) in &each {
                let Some(provider) = parties.get(rank) else { continue };
                let known = offers.iter().any(|offer| offer.provider.id == provider.id);
                if !known && offers.len() < MOST_OFFERS {
                    offers.push(Offer { route, provider, because: *because });
                }
            }
        }
        offers
    }

    fn support(&self) -> Contact<'a> {
        self.contact(&self.catalogue.support, Reason::Everyone)
    }

    fn domains(&self) -> Vec<LifeDomain> {
        let mut domains: Vec<LifeDomain> =
            self.facts.needs.iter().flat_map(|need| need.domains.iter().copied()).collect();
        domains.sort();
        domains.dedup();
        domains
    }
}

/// The lines these flags call for, the most urgent flag first, each party once.
pub fn lines<'a>(
    catalogue: &'a Catalogue,
    directory: &'a Directory,
    flags: &[&'a Flag],
    place: &Where<'a>,
    today: Date,
) -> Vec<Line<'a>> {
    // A line is for everybody in the municipality; elsewhere only those of the country are.
    let place = match place {
        Where::Elsewhere => Where::Elsewhere,
        Where::Unknown | Where::In(_) => Where::Unknown,
    };
    let nowhere = Facts { given: Vec::new(), needs: Vec::new(), flags: Vec::new(), place };
    let desk = Desk { catalogue, directory, facts: &nowhere, today };
    let mut by_urgency = flags.to_vec();
    by_urgency.sort_by_key(|flag| std::cmp::Reverse(flag.urgency));
    let mut lines: Vec<Line<'a>> = Vec::new();
    for flag in by_urgency {
        for route in &flag.lines {
            if let Some(provider) = desk.served(route).provider()
                && !lines.iter().any(|line| line.provider.id == provider.id)
            {
                lines.push(Line { route, provider, flag });
            }
        }
    }
    lines
}
