//! The one to begin with: who, one way, when, what to say and to bring; all else about them
//! opens.

use super::super::parts::{behind, call, facts, h2, own_link, p, quiet, terms, way};
use super::super::reach::has_near;
use super::super::{Inside, Node};
use super::{Page, is_in_words, phone_of};
use crate::domain::{Advice, Channel, Contact, Open, Provider, Reason, Rung, Served, tel};
use crate::node::{element, inside};
use crate::wizard::Event;

impl Page<'_> {
    pub(super) fn first(&self, advice: &Advice<'_>) -> Node {
        let contact = &advice.lead;
        let texts = self.texts();
        let party = contact.served.provider();
        let named = party.filter(|_| matches!(contact.served, Served::By(_)));
        let what = named.and_then(|party| party.what.as_deref());
        let in_words = is_in_words(contact);
        let kicker = element("p", "wd-kicker", inside![texts.first_this()]);
        let name = self.party(contact);
        let own_choice = advice.own_choice.then(|| {
            let act = Event::DoorPreferred(None);
            let undo = quiet("wd-change", inside![texts.not_preferred()], act);
            element("p", "wd-soft", inside![texts.preferred(), " ", undo])
        });
        let crisis = self.is_crisis(contact);
        let ways = Ways::of(self, contact);
        let more = inside![
            what.filter(|_| !in_words).map(p),
            named.filter(|party| party.may_decide).map(|_| p(texts.may_decide())),
            ways.door.map(|door| self.around.go(door.reach)),
            facts(ways.further(self, named)),
            ways.if_it_fails(self),
            self.why(&contact.because, name),
        ];
        let takes = self.takes_requests(contact);
        let of_team = advice.team.as_ref().is_some_and(|team| self.takes_requests(team));
        let desk = self.around.bundle.directory.municipality.desk.is_some();
        let hall = (!takes && !of_team).then(|| self.asks(desk || crisis)).flatten();
        let ask = takes.then(|| self.asks(false)).flatten();
        let more = inside![more, hall];
        element(
            "section",
            "wd-card wd-card--first wd-stack",
            inside![
                element("div", "", inside![kicker, h2(name)]),
                p(self.does(contact.route, &contact.because)),
                contact.through.map(|referrer| p(&texts.through(self.name(referrer)))),
                what.filter(|_| in_words).map(p),
                ways.first(self),
                self.say_and_bring(contact, &ways),
                own_choice,
                ask,
                behind(texts.more_about(), more),
            ],
        )
    }

    /// What to say; to who is not called, what to bring.
    fn say_and_bring(&self, contact: &Contact<'_>, ways: &Ways<'_, '_>) -> Inside {
        let texts = self.texts();
        if self.is_crisis(contact) || (ways.phone.is_none() && ways.door.is_none()) {
            return inside![];
        }
        let line = |term: &str, said: &str| {
            let term = element("strong", "", inside![term, ":"]);
            element("p", "nl-paragraph", inside![term, " ", said])
        };
        let say = self.say(contact).map(|say| line(texts.say_this(), &say));
        inside![say, ways.door.map(|_| line(texts.bring(), texts.bring_what()))]
    }

    fn say(&self, contact: &Contact<'_>) -> Option<String> {
        let told = !matches!(contact.because, Reason::Flag(_)) && !self.opening.is_empty();
        told.then(|| self.texts().say(&self.opening.join(" ")))
    }

    /// The number as a large button, with whose it is if that is somebody else.
    fn button(&self, contact: &Contact<'_>, phone: &Rung<'_>) -> Node {
        let about = phone.reach.about.as_deref().unwrap_or_default();
        let whose = phone.party.name.as_str();
        match self.is_own(contact, phone) {
            true => call(self.texts(), &phone.reach.value, about, true),
            false if about.is_empty() => call(self.texts(), &phone.reach.value, whose, true),
            false => call(self.texts(), &phone.reach.value, &[whose, about].join(", "), true),
        }
    }
}

/// The ways to reach the one to begin with, in the order of doing.
struct Ways<'c, 'a> {
    contact: &'c Contact<'a>,
    party: Option<&'a Provider>,
    phone: Option<&'c Rung<'a>>,
    /// Where to walk in, if that works no later than calling.
    door: Option<&'c Rung<'a>>,
    near: bool,
}

impl<'c, 'a> Ways<'c, 'a> {
    fn of(page: &Page<'_>, contact: &'c Contact<'a>) -> Self {
        // Nobody at a town hall stands in for a line for danger.
        let of_danger = page.is_of_danger(contact.route);
        let is_own = |rung: &Rung<'_>| page.is_own(contact, rung);
        let phone = phone_of(contact)
            .filter(|phone| !is_in_words(contact) && (!of_danger || page.is_own(contact, phone)));
        let party = contact.served.provider();
        // A door that opens later than a number is answered is not where to go first. One of
        // their own comes before a number where somebody else is asked for them.
        let turn = |rung: &Rung<'_>| (rung.old, rung.reach.turn(page.around.now));
        let is_closed =
            |rung: &Rung<'_>| matches!(rung.reach.open(page.around.now), Open::Later(_));
        let door = contact.ladder.first().filter(|rung| {
            let first = phone.is_none_or(|phone| {
                let of_theirs = is_own(rung) && !is_own(phone) && !is_closed(rung);
                of_theirs || turn(rung) <= turn(phone)
            });
            rung.reach.channel == Channel::WalkIn && first
        });
        Self { contact, party, phone, door, near: has_near(&contact.ladder, party) }
    }

    /// What to do: call, or walk in where that is what works now.
    fn first(&self, page: &Page<'_>) -> Inside {
        let texts = page.texts();
        let walk_in = self.door.map(|rung| {
            let said = element("strong", "", inside![texts.walk_in_first(), ": ", way(rung.reach)]);
            element("div", "wd-go", inside![said, page.around.when(rung, self.near)])
        });
        let crisis = page.is_crisis(self.contact);
        let button = self.phone.map(|phone| match self.door {
            // Whoever can walk in may rather call.
            Some(_) => {
                let number = phone.reach.value.as_str();
                element("p", "nl-paragraph", inside![own_link(tel(number), &texts.call(number))])
            }
            None => {
                let when = (!crisis).then(|| page.around.when(phone, self.near));
                element("div", "wd-go", inside![page.button(self.contact, phone), when])
            }
        });
        let ask_for = page.ask_for(self.contact, self.phone).map(|ask_for| p(&ask_for));
        // Without a number or a door the first way there is stands here.
        let nothing = walk_in.is_none() && button.is_none() && !is_in_words(self.contact);
        let first = nothing.then(|| {
            let way = page.around.ways(self.contact.ladder.iter().take(1), self.party, self.near);
            inside![self.contact.words.map(p), facts(way)]
        });
        inside![walk_in, ask_for, button, first]
    }

    /// All but the one that stands there with all there is to it.
    fn others(&self) -> impl Iterator<Item = &'c Rung<'a>> {
        let first = self.contact.ladder.first().filter(|_| !is_in_words(self.contact));
        let shown = self.door.or(self.phone).or(first);
        let is_shown =
            move |rung: &Rung<'_>| shown.is_some_and(|shown| std::ptr::eq(shown.reach, rung.reach));
        self.contact.ladder.iter().filter(move |rung| !is_shown(rung))
    }

    fn is_theirs(&self, rung: &Rung<'_>) -> bool {
        self.party.is_some_and(|party| party.id == rung.party.id)
    }

    /// On what terms, and every other way of their own.
    fn further(&self, page: &Page<'_>, named: Option<&Provider>) -> Vec<(String, Inside)> {
        let mut known = named.map(|party| terms(page.texts(), party)).unwrap_or_default();
        let own = self.others().filter(|rung| self.is_theirs(rung));
        known.extend(page.around.ways(own, self.party, self.near));
        known
    }

    /// What is needed only when that fails, and for who cannot call.
    fn if_it_fails(&self, page: &Page<'_>) -> Inside {
        let texts = page.texts();
        let silent = self.contact.ladder.iter().any(|rung| rung.reach.channel != Channel::Phone);
        let unable = (!silent).then(|| p(&[0, 1].map(|at| texts.talk_way(at)).join(" ")));
        let others = self.others().filter(|rung| !self.is_theirs(rung));
        let rest = page.around.ways(others, self.party, self.near);
        let said = self.phone.is_some() || self.door.is_some() || is_in_words(self.contact);
        inside![self.contact.words.filter(|_| said).map(p), facts(rest), unable]
    }
}
