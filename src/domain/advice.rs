//! Who to turn to, in the order of doing: safety first, then one lead contact,
//! then what people can do themselves or together, then other desks.

use super::*;
use serde::{Deserialize, Serialize};

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
    /// One party here picks up everything together.
    pub one_contact: bool,
    /// Whoever asks would rather begin with this lead.
    pub own_choice: bool,
}

/// Whom one can turn to, by name in the data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Door {
    /// This party.
    Party(ProviderId),
    /// Whoever gives this kind of help: nobody is named for it.
    Kind(RouteCode),
}

/// A line for danger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The kind of help.
    pub route: &'a RouteCode,
    /// Who answers it.
    pub provider: &'a Provider,
    /// Every way to reach them.
    pub ways: Vec<Rung<'a>>,
    /// The numbers to call: their own, or where they have none that of the general entrance.
    pub calls: Vec<&'a Reach>,
    /// How to find them where no number is known.
    pub words: Option<&'a str>,
    /// The flag that calls for it.
    pub flag: &'a Flag,
}

impl Line<'_> {
    /// Whether these lines have a number to call.
    pub fn any_called(lines: &[Self]) -> bool {
        lines.iter().any(|line| !line.calls.is_empty())
    }
}

/// Somebody to turn to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact<'a> {
    /// For which kind of help.
    pub route: &'a RouteCode,
    /// Who gives it here.
    pub served: Served<'a>,
    /// Every way to reach a person, best first.
    pub ladder: Vec<Rung<'a>>,
    /// How to find somebody at the general entrance where no number is known.
    pub words: Option<&'a str>,
    /// This kind of help has to send somebody there; the ladder leads to that.
    pub through: Option<&'a RouteCode>,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer<'a> {
    /// The kind of help.
    pub route: &'a RouteCode,
    /// Who gives it.
    pub giver: Giver<'a>,
    /// Every way to reach them.
    pub ways: Vec<Rung<'a>>,
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
    /// They have to send somebody to this kind of help.
    Referral(&'a RouteCode),
    /// Because somebody lives in another municipality.
    Elsewhere,
    /// Because everybody has a right to it, or nothing more is known.
    Everyone,
}

impl Contact<'_> {
    /// Who it is.
    pub fn door(&self) -> Door {
        match self.served {
            Served::By(giver) => Door::Party(giver.party.id.clone()),
            Served::Entrance(_) | Served::Nobody => Door::Kind(self.route.clone()),
        }
    }
}

impl Offer<'_> {
    /// Who it is.
    pub fn door(&self) -> Door {
        Door::Party(self.giver.party.id.clone())
    }
}

impl<'a> Advice<'a> {
    /// Everybody it names to turn to, the lead first.
    pub fn doors(&self) -> Vec<Door> {
        let contacts = [&self.lead].into_iter().chain(&self.team).map(Contact::door);
        let others = self.yourself.iter().map(Offer::door);
        contacts.chain(others).chain(self.elsewhere.iter().map(Contact::door)).collect()
    }

    /// The same with another lead, if it names that one; who led comes right after.
    pub fn led_by(mut self, door: &Door, here: &Here<'a>) -> Self {
        let place = |contact: &Contact<'a>| contact.door() == *door;
        let chosen = if self.team.as_ref().is_some_and(place) {
            self.team.take()
        } else if let Some(at) = self.elsewhere.iter().position(place) {
            Some(self.elsewhere.remove(at))
        } else if let Some(at) = self.yourself.iter().position(|offer| offer.door() == *door) {
            let Offer { route, giver, ways, because } = self.yourself.remove(at);
            let through = giver.coverage.through.as_ref();
            let ladder = through.map_or(ways, |referrer| here.ladder(referrer));
            let served = Served::By(giver);
            Some(Contact { route, served, ladder, words: None, through, because })
        } else {
            None
        };
        if let Some(chosen) = chosen {
            let before = std::mem::replace(&mut self.lead, here.with_a_person(chosen));
            let of_the_team = here.catalogue.route(before.route);
            match of_the_team.is_some_and(|route| route.kind == RouteKind::Wijkteam) {
                true if self.team.is_none() => self.team = Some(before),
                _ => self.elsewhere.insert(0, before),
            }
            self.own_choice = true;
        }
        self
    }

    /// Puts first, of everybody's ways, what works at a moment.
    pub fn now_first(&mut self, now: Moment) {
        let contacts = [&mut self.lead, &mut self.support].into_iter().chain(&mut self.team);
        for contact in contacts.chain(&mut self.elsewhere) {
            now_first(&mut contact.ladder, now);
        }
        self.yourself.iter_mut().for_each(|offer| now_first(&mut offer.ways, now));
    }
}

/// Parties named under "what you can do yourself or together".
const MOST_OFFERS: usize = 3;

/// Works out whom to turn to.
pub fn advise<'a>(here: &Here<'a>, facts: &Facts<'a>) -> Advice<'a> {
    let needs: Vec<&'a Need> = facts.telling_needs().collect();
    let covered = |need: &Need| needs.iter().any(|other| other.covers.contains(&need.id));
    let own: Vec<&'a Need> = needs.iter().copied().filter(|need| !covered(need)).collect();
    let desk = Desk { here, facts, needs: &needs, own: &own };
    let wanted = desk.wanted();
    let lead = here.with_a_person(desk.lead(&wanted));
    let mut safety = lines(here, facts, &facts.flags);
    // The line to begin with stands on top.
    safety.sort_by_key(|line| line.route != lead.route);
    let away = here.situation.place == Where::Elsewhere;
    let at_the_table = if away { Vec::new() } else { desk.table(&wanted) };
    let team_leads = desk.kind(lead.route) == Some(RouteKind::Wijkteam);
    let urgency = facts.urgency();
    Advice {
        urgency,
        domains: facts.domains(),
        team: at_the_table
            .first()
            .filter(|_| !team_leads)
            .map(|first| desk.contact(&here.catalogue.whole, first.because)),
        yourself: if away { Vec::new() } else { desk.offers(lead.served) },
        elsewhere: desk.elsewhere(&wanted, lead.route, &safety),
        support: desk.contact(&here.catalogue.support, Reason::Everyone),
        one_contact: urgency != Urgency::Now
            && !away
            && (own.len() > 1 || *lead.route == here.catalogue.whole),
        own_choice: false,
        at_the_table,
        safety,
        lead,
        tips: needs,
    }
}

/// A kind of help that is wanted, and for which need.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    route: &'a RouteCode,
    kind: RouteKind,
    because: Reason<'a>,
}

struct Desk<'a, 'f> {
    here: &'f Here<'a>,
    facts: &'f Facts<'a>,
    needs: &'f [&'a Need],
    /// Those of them that are no part of another.
    own: &'f [&'a Need],
}

impl<'a> Desk<'a, '_> {
    fn kind(&self, route: &RouteCode) -> Option<RouteKind> {
        self.here.catalogue.route(route).map(|route| route.kind)
    }

    /// What helps with a need, best first, in this case.
    fn helps(&self, need: &'a Need) -> impl Iterator<Item = &'a RouteCode> {
        need.helps.iter().filter(|help| help.when.holds(self.facts)).map(|help| &help.route)
    }

    /// Everything that helps, each kind once, with the first need that wants it.
    fn wanted(&self) -> Vec<Wanted<'a>> {
        let mut wanted: Vec<Wanted<'a>> = Vec::new();
        for need in self.needs {
            for route in self.helps(need) {
                if !wanted.iter().any(|known| known.route == route)
                    && let Some(kind) = self.kind(route)
                {
                    wanted.push(Wanted { route, kind, because: Reason::Need(need) });
                }
            }
        }
        wanted
    }

    /// One contact to start with. Danger and deadlines decide before anything else;
    /// several needs that do not lead to the same help go to the team as a whole, as
    /// soon as one of them is the team's or they touch different parts of life.
    fn lead(&self, wanted: &[Wanted<'a>]) -> Contact<'a> {
        let urgent = self.urgent_lead();
        if self.here.situation.place == Where::Elsewhere {
            // What the whole country has for danger helps there too.
            let line = |route: &RouteCode| {
                self.kind(route) == Some(RouteKind::Crisis) && !self.here.serving(route).is_empty()
            };
            return match urgent.filter(|(route, _)| line(route)) {
                Some((route, because)) => self.contact(route, because),
                None => self.contact(&self.here.catalogue.away, Reason::Elsewhere),
            };
        }
        if let Some((route, because)) = urgent {
            return self.contact(route, because);
        }
        let own_leads: Vec<(&'a RouteCode, &'a Need)> =
            self.own.iter().filter_map(|need| Some((self.helps(need).next()?, *need))).collect();
        // What has to be asked for in time comes before what can wait; of equals the first.
        let Some((first, need)) = own_leads.iter().rev().max_by_key(|(_, need)| need.urgency)
        else {
            return self.contact(self.whole(), Reason::Everyone);
        };
        let same = own_leads.iter().all(|(route, _)| route == first);
        let of_the_team = own_leads.iter().any(|(route, _)| {
            wanted.iter().any(|one| one.route == *route && one.kind == RouteKind::Wijkteam)
        });
        let apart = own_leads
            .iter()
            .any(|(_, other)| !other.domains.iter().any(|d| need.domains.contains(d)));
        if !same && (of_the_team || apart) {
            return self.contact(self.whole(), Reason::Several);
        }
        let lead = self.contact(first, Reason::Need(need));
        match lead.through {
            Some(referrer) => self.contact(referrer, Reason::Referral(first)),
            None => lead,
        }
    }

    /// The team as a whole; for somebody under 18 who asks alone, that for the young.
    fn whole(&self) -> &'a RouteCode {
        let young = self.here.catalogue.whole_young.as_ref().filter(|_| self.facts.young);
        young.unwrap_or(&self.here.catalogue.whole)
    }

    /// For a flag that cannot wait: the need that leads to one of its lines, or
    /// else its first line.
    fn urgent_lead(&self) -> Option<(&'a RouteCode, Reason<'a>)> {
        let urgency = self.facts.urgency();
        if urgency < Urgency::Today {
            return None;
        }
        let flags: Vec<&'a Flag> =
            self.facts.telling_flags().filter(|flag| flag.urgency == urgency).collect();
        if !flags.is_empty() && flags.iter().all(|flag| flag.beside) {
            return None;
        }
        let flags: Vec<&'a Flag> = flags.into_iter().filter(|flag| !flag.beside).collect();
        let flag = ranked(self.here.catalogue, &flags).first().copied();
        let by_need = self.needs.iter().find_map(|need| {
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
        let served = match because {
            Reason::Need(need) => self.here.served_for(route, &need.id),
            _ => self.here.served(route),
        };
        let through = match served {
            Served::By(giver) => giver.coverage.through.as_ref(),
            _ => None,
        };
        let ladder = match through {
            Some(referrer) => self.here.ladder(referrer),
            None => self.here.ladder_of(route, served),
        };
        // A desk of another law is not found by asking the municipality.
        let own = !served.provider().is_some_and(Provider::is_national);
        let words = self.here.words(&ladder).filter(|_| own);
        Contact { route, served, ladder, words, through, because }
    }

    fn table(&self, wanted: &[Wanted<'a>]) -> Vec<Discipline<'a>> {
        wanted
            .iter()
            .filter(|one| {
                one.kind == RouteKind::Wijkteam && *one.route != self.here.catalogue.whole
            })
            .map(|one| Discipline { route: one.route, because: one.because })
            .collect()
    }

    fn elsewhere(
        &self,
        wanted: &[Wanted<'a>],
        lead: &RouteCode,
        safety: &[Line<'a>],
    ) -> Vec<Contact<'a>> {
        let away = self.here.situation.place == Where::Elsewhere;
        wanted
            .iter()
            .filter(|one| one.route != lead)
            .filter(|one| match one.kind {
                RouteKind::AndereWet => true,
                // A line that is not on top already.
                RouteKind::Crisis => !safety.iter().any(|line| line.route == one.route),
                RouteKind::Gemeente => !away,
                RouteKind::Wijkteam | RouteKind::Algemeen => false,
            })
            .map(|one| self.contact(one.route, one.because))
            .collect()
    }

    /// Who helps without permission; and who else is there beside a desk of the
    /// municipality. Every need has its best before any has its second.
    fn offers(&self, lead: Served<'a>) -> Vec<Offer<'a>> {
        let each: Vec<_> = self.needs.iter().map(|need| (*need, self.givers(need, lead))).collect();
        let mut offers: Vec<Offer<'a>> = Vec::new();
        for rank in 0..each.iter().map(|(_, givers)| givers.len()).max().unwrap_or_default() {
            for (need, givers) in &each {
                let Some((route, giver)) = givers.get(rank) else { continue };
                let known = offers.iter().any(|offer| offer.giver.party.id == giver.party.id);
                if !known && offers.len() < MOST_OFFERS {
                    let (ways, because) = (self.here.ways(giver.party), Reason::Need(need));
                    offers.push(Offer { route, giver: *giver, ways, because });
                }
            }
        }
        offers
    }

    /// Who fits a need beside the lead: the best of each kind of help first, then the second
    /// best of each, and so on.
    fn givers(&self, need: &'a Need, lead: Served<'a>) -> Vec<(&'a RouteCode, Giver<'a>)> {
        let mut each: Vec<(&'a RouteCode, Vec<Giver<'a>>)> = Vec::new();
        for route in self.helps(need) {
            // A desk of the municipality is named under its own heading.
            let desk = match self.kind(route) {
                Some(RouteKind::Algemeen) => None,
                Some(RouteKind::Gemeente) => self.here.served(route).provider(),
                _ => continue,
            };
            let mut givers = self.here.fitting(route, &need.id);
            let named = [lead.provider(), desk];
            givers.retain(|giver| named.iter().flatten().all(|party| party.id != giver.party.id));
            each.push((route, givers));
        }
        let longest = each.iter().map(|(_, givers)| givers.len()).max().unwrap_or_default();
        let mut givers = Vec::new();
        for rank in 0..longest {
            let ranked = each.iter().filter_map(|(route, all)| Some((*route, *all.get(rank)?)));
            givers.extend(ranked);
        }
        givers
    }
}

/// The lines these flags call for, the most urgent flag first, each party once. The first line
/// of each flag comes before the second of any: nobody's help stands below another's last.
pub fn lines<'a>(here: &Here<'a>, facts: &Facts<'a>, flags: &[&'a Flag]) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    // A general flag says nothing once it is known what is wrong.
    let known = flags.iter().any(|flag| !flag.general);
    let child = facts.domains().contains(&LifeDomain::Jeugd);
    let mut flags = ranked(here.catalogue, flags);
    flags.retain(|flag| !(flag.general && known));
    let most = flags.iter().map(|flag| flag.lines.len()).max().unwrap_or_default();
    let each = |rank| flags.iter().filter_map(move |flag| Some((*flag, flag.lines.get(rank)?)));
    let fits = |(flag, route): &(&'a Flag, &'a RouteCode)| {
        let young = here.catalogue.route(route).is_some_and(|route| route.young);
        !young || child || flag.general
    };
    for (flag, route) in (0..most).flat_map(each).filter(fits) {
        let first = here.served(route);
        for served in [first].into_iter().chain(here.beside(route).map(Served::By)) {
            let referrer = match served {
                Served::By(giver) => giver.coverage.through.as_ref(),
                _ => None,
            };
            // Nobody gets in there without being sent.
            let sends = referrer.and_then(|referrer| here.served(referrer).provider());
            if let Some(provider) = sends.or(served.provider())
                && !lines.iter().any(|line| line.provider.id == provider.id)
            {
                let ways = here.ways(provider);
                let words = match provider.kind {
                    // What such a line says of itself is not about the town hall.
                    ProviderKind::Crisis => {
                        provider.what.as_deref().filter(|_| !can_be_called(&ways))
                    }
                    _ => here.words(&ways),
                };
                let calls = match words {
                    Some(_) => Vec::new(),
                    None => calls(here, route, provider, &ways),
                };
                lines.push(Line { route, provider, ways, calls, words, flag });
            }
        }
    }
    // A town hall that cannot be called, or stands for a line for danger, is no line beside
    // one that is.
    let hall = here.directory.entrance();
    let is_hall = |line: &Line<'_>| {
        hall.is_some_and(|hall| hall.id == line.provider.id)
            && (line.calls.is_empty() || is_crisis(here, line.route))
    };
    if !lines.iter().all(is_hall) {
        lines.retain(|line| !is_hall(line));
    }
    lines
}

/// The numbers to call for a line. Where a party has none of its own, the general entrance is
/// asked for it; but nobody at a town hall can stand in for a line for danger.
fn calls<'a>(
    here: &Here<'a>,
    route: &RouteCode,
    party: &Provider,
    ways: &[Rung<'a>],
) -> Vec<&'a Reach> {
    let phone = |reach: &&'a Reach| reach.channel == Channel::Phone;
    let own: Vec<&'a Reach> = ways.iter().map(|rung| rung.reach).filter(phone).collect();
    if !own.is_empty() || party.kind == ProviderKind::Crisis || is_crisis(here, route) {
        return own;
    }
    let entrance = here.directory.entrance().map_or(&[][..], |entrance| &entrance.reach);
    entrance.iter().find(phone).into_iter().collect()
}

fn is_crisis(here: &Here<'_>, route: &RouteCode) -> bool {
    here.catalogue.route(route).is_some_and(|route| route.kind == RouteKind::Crisis)
}

/// The flags in the order of showing: what tells most, then what is most urgent, then
/// as they stand in the catalogue.
fn ranked<'a>(catalogue: &Catalogue, flags: &[&'a Flag]) -> Vec<&'a Flag> {
    let mut ranked = flags.to_vec();
    ranked.sort_by_key(|flag| {
        let place = catalogue.flags.iter().position(|known| known.id == flag.id);
        (flag.general, std::cmp::Reverse(flag.urgency), place)
    });
    ranked
}
