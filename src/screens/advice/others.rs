//! Everybody else on an advice: a line each (name, what for, one way) that opens in place.

use super::super::parts::{behind, facts, list, p, section, terms};
use super::super::reach::has_near;
use super::super::{Inside, Node};
use super::{Page, phone_of};
use crate::domain::{Advice, Channel, Contact, Offer, Provider, ProviderKind, Rung, Served};
use crate::node::{element, inside};

impl Page<'_> {
    /// In the order of doing: lines for danger that are not on top, what people can do
    /// themselves or together, then the team and other desks.
    pub(super) fn others(&self, advice: &Advice<'_>) -> Option<Node> {
        let texts = self.texts();
        let mut lines = self.desks(advice, true);
        let tips = list("wd-dots", self.tips(advice));
        lines.extend(tips.map(|tips| inside![behind(texts.yourself(), inside![tips])]));
        lines.extend(advice.yourself.iter().map(|offer| self.offer(offer)));
        lines.extend(match &advice.team {
            Some(team) => Some(self.team(advice, team)),
            None => self.table(advice),
        });
        lines.append(&mut self.desks(advice, false));
        // One that opens one more is no shorter.
        if lines.len() > MOST_LINES + 1 {
            let rest = list("wd-lines", lines.split_off(MOST_LINES));
            lines.push(inside![behind(texts.others(), inside![rest])]);
        }
        list("wd-lines", lines).map(|lines| section(texts.elsewhere(), inside![lines]))
    }

    fn tips(&self, advice: &Advice<'_>) -> Vec<Inside> {
        let words = &self.around.bundle.words;
        let of = |rank: usize| {
            let needs = advice.tips.iter().filter_map(|need| words.needs.get(&need.id));
            needs.filter_map(move |words| words.tips.get(rank)).map(|tip| inside![tip.as_str()])
        };
        (0..MOST_TIPS).flat_map(of).take(MOST_TIPS).collect()
    }

    /// A line that opens: who, what for and one way; behind it the rest.
    fn line(&self, name: &str, does: &str, ladder: &[Rung<'_>], inside: Inside) -> Inside {
        let one = phone_in(ladder).or(ladder.first()).map(|rung| {
            let channel = rung.reach.channel;
            let named = self.texts().channel(channel);
            let number = (channel == Channel::Phone).then(|| inside![" ", &*rung.reach.value]);
            inside![" ", element("span", "wd-glance", inside![named, number])]
        });
        let does = (does != name).then(|| inside![": ", does]);
        let name = element("strong", "", inside![name]);
        let said = element("span", "", inside![name, does, one]);
        let summary = element("summary", "", inside![said]);
        inside![element("details", "wd-line", inside![summary, inside])]
    }

    fn offer(&self, offer: &Offer<'_>) -> Inside {
        let party = offer.giver.party;
        let through = offer.giver.coverage.through.as_ref();
        let through = through.map(|referrer| self.texts().through(self.name(referrer)));
        let inside = inside![
            p(party.what.as_deref().unwrap_or_else(|| self.does(offer.route, &offer.because))),
            through.as_deref().map(p),
            self.all_ways(Some(party), &offer.ways, Some(party)),
            self.reach_unknown(party).as_deref().map(p),
            self.why(&offer.because, &party.name),
            self.prefer(offer.door(), &party.name),
        ];
        self.line(&party.name, self.name(offer.route), &offer.ways, inside)
    }

    /// Whoever gives other help: the lines for danger, who must not be the last of a long page,
    /// or all others.
    fn desks(&self, advice: &Advice<'_>, of_danger: bool) -> Vec<Inside> {
        let fit = |contact: &&Contact<'_>| self.is_of_danger(contact.route) == of_danger;
        let desk = |contact: &Contact<'_>| {
            let how = contact.served.provider().filter(|party| party.reach.is_empty());
            let how = how.and_then(|party| party.what.as_deref());
            let name = self.party(contact);
            let inside = inside![
                p(self.does(contact.route, &contact.because)),
                how.filter(|how| contact.words != Some(*how)).map(p),
                self.ways(contact),
                self.why(&contact.because, name),
                self.prefer(contact.door(), name),
            ];
            self.line(name, self.name(contact.route), &contact.ladder, inside)
        };
        advice.elsewhere.iter().filter(fit).map(desk).collect()
    }

    /// Every way as a list.
    pub(super) fn ways(&self, contact: &Contact<'_>) -> Inside {
        let through = contact.through.map(|referrer| self.texts().through(self.name(referrer)));
        let party = contact.served.provider();
        let named = party.filter(|_| matches!(contact.served, Served::By(_)));
        inside![
            through.as_deref().map(p),
            self.ask_for(contact, phone_of(contact)).as_deref().map(p),
            self.all_ways(named, &contact.ladder, party),
            contact.words.map(p),
        ]
    }

    /// On what terms, and all ways to reach a party.
    fn all_ways(
        &self,
        named: Option<&Provider>,
        ladder: &[Rung<'_>],
        party: Option<&Provider>,
    ) -> Option<Node> {
        let near = has_near(ladder, party);
        let mut known = named.map(|party| terms(self.texts(), party)).unwrap_or_default();
        known.extend(self.around.ways(ladder.iter(), party, near));
        facts(known)
    }

    fn team(&self, advice: &Advice<'_>, team: &Contact<'_>) -> Inside {
        let name = self.party(team);
        let takes = self.takes_requests(team) && !self.takes_requests(&advice.lead);
        let inside = inside![
            self.ways(team),
            list("wd-dots", self.disciplines(advice)),
            takes.then(|| self.asks(false)),
            self.prefer(team.door(), name)
        ];
        self.line(name, self.texts().then_team(), &team.ladder, inside)
    }

    /// Who of the team help as well, when it leads.
    fn table(&self, advice: &Advice<'_>) -> Option<Inside> {
        let list = list("wd-dots", self.disciplines(advice))?;
        let names = advice.at_the_table.iter().filter(|one| one.route != advice.lead.route);
        let names: Vec<&str> = names.map(|one| self.name(one.route)).collect();
        Some(self.line(self.texts().at_the_table(), &names.join(", "), &[], inside![list]))
    }

    fn disciplines(&self, advice: &Advice<'_>) -> Vec<Inside> {
        // The lead itself is not said twice.
        let others = advice.at_the_table.iter().filter(|one| one.route != advice.lead.route);
        others
            .map(|discipline| {
                let name = self.name(discipline.route);
                inside![
                    element("strong", "", inside![name]),
                    ": ",
                    self.does(discipline.route, &discipline.because),
                    self.why(&discipline.because, name),
                ]
            })
            .collect()
    }

    /// Where to ask when nothing is known but the name.
    fn reach_unknown(&self, party: &Provider) -> Option<String> {
        let entrance = self.around.bundle.directory.entrance()?;
        let in_words = party.kind == ProviderKind::National;
        (party.reach.is_empty() && !in_words).then(|| self.texts().reach_unknown(&entrance.name))
    }
}

/// So many lines stand there before others are opened.
const MOST_LINES: usize = 4;

/// So many tips at most, the first of each need before the second of any.
const MOST_TIPS: usize = 3;

fn phone_in<'l, 'a>(ladder: &'l [Rung<'a>]) -> Option<&'l Rung<'a>> {
    ladder.iter().find(|rung| rung.reach.channel == Channel::Phone)
}
