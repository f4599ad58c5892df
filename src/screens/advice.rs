//! The advice, in the order of doing.

use super::parts::{
    back, behind, button, call, facts, h1, h2, h3, link, list, p, print, quiet, screen, section,
    take, taken, talk, terms, way,
};
use super::reach::{Around, has_near};
use super::{Inside, Node};
use super::{parts, safety};
use crate::content::address;
use crate::domain::{
    Advice, Channel, Contact, Door, Facts, Kind, Need, Provider, ProviderKind, Question, Reason,
    RouteCode, RouteKind, Rung, Served, Where,
};
use crate::names::{attribute, id};
use crate::node::{element, inside, with};
use crate::texts::Texts;
use crate::wizard::{Event, Take, said};

/// What the parts of an advice are made from.
pub struct Page<'b> {
    pub around: &'b Around<'b>,
    pub known: &'b Facts<'b>,
    /// The lines for danger have a number to call.
    pub called: bool,
}

/// So many ways to reach somebody stand there at once, but for the one to begin with.
const FIRST_WAYS: usize = 2;

/// Tips for one need, and for all of them.
const MOST_TIPS: (usize, usize) = (2, 6);

impl Page<'_> {
    /// Who to turn to, and why.
    pub fn view(
        &self,
        advice: &Advice<'_>,
        unverified: bool,
        before: Option<&[Door]>,
        link: Option<String>,
    ) -> Node {
        // What is not confirmed says nothing about another municipality.
        let away = matches!(advice.lead.because, Reason::Elsewhere);
        let confirmed = self.around.bundle.directory.municipality.confirmed;
        let unconfirmed = confirmed.is_none() && !away;
        let unverified = unverified && !away;
        // Nor about a line for danger of the whole country.
        let doubted = (unconfirmed || unverified) && !self.is_crisis(&advice.lead);
        let doubts = inside![
            unconfirmed.then_some(self.texts().unconfirmed()),
            " ",
            unverified.then_some(self.texts().unverified()),
        ];
        let doubts = doubted.then(|| element("p", "nl-paragraph wd-notice", doubts));
        screen(inside![
            back(self.texts()),
            h1(inside![self.texts().advice()]),
            before.map(|before| self.changes(before, advice)),
            safety::block(&advice.safety, self.around),
            doubts,
            self.lead(advice),
            self.elsewhere(advice, true),
            self.table(advice),
            self.yourself(advice),
            self.elsewhere(advice, false),
            self.rights(advice),
            self.answers(),
            self.take_away(link, away),
        ])
    }

    fn texts(&self) -> &Texts {
        self.around.texts()
    }

    /// What is different after an answer was changed.
    fn changes(&self, before: &[Door], advice: &Advice<'_>) -> Node {
        let now = advice.doors();
        let names = |doors: &[Door], others: &[Door]| {
            let new = doors.iter().filter(|door| !others.contains(door));
            let mut names: Vec<&str> = new.map(|door| self.named(door)).collect();
            names.dedup();
            (!names.is_empty()).then(|| names.join(", "))
        };
        let lead = before.first().zip(now.first()).filter(|(old, new)| old != new);
        let lead =
            lead.map(|(old, new)| self.texts().changed_lead(self.named(new), self.named(old)));
        let new = names(&now, before).map(|names| self.texts().changed_new(&names));
        let gone = names(before, &now).map(|names| self.texts().changed_gone(&names));
        let lines: Vec<Inside> =
            [lead, new, gone].into_iter().flatten().map(|line| inside![line]).collect();
        let said = list("wd-dots", lines).unwrap_or_else(|| p(self.texts().unchanged()));
        let heading = element("strong", "", inside![self.texts().changed()]);
        let status = vec![
            ("class", "wd-notice wd-stack wd-screen-only".to_owned()),
            ("role", "status".to_owned()),
        ];
        with("div", status, inside![heading, said])
    }

    fn named<'a>(&'a self, door: &'a Door) -> &'a str {
        let bundle = self.around.bundle;
        match door {
            Door::Kind(route) => self.name(route),
            Door::Party(id) => {
                let national = || bundle.catalogue.national.iter().find(|party| party.id == *id);
                let party = bundle.directory.provider(id).or_else(national);
                party.map_or(id.as_str(), |party| &party.name)
            }
        }
    }

    /// Why a line is there, and the way to the question that decided it.
    fn why(&self, reason: &Reason<'_>, name: &str) -> Node {
        let question = self.known.decided_by(reason);
        let change = question.map(|question| {
            let label =
                inside![self.texts().not_right(), element("span", "wd-sr", inside![" ", name])];
            quiet("wd-change", label, Event::ChangeAsked(question.who, question.id.clone()))
        });
        element("p", "wd-soft wd-why", inside![self.because(reason), " ", change])
    }

    /// Makes another one the lead.
    fn prefer(&self, door: Door, name: &str) -> Node {
        let label = inside![self.texts().prefer(), element("span", "wd-sr", inside![": ", name])];
        let act = Event::DoorPreferred(Some(door));
        element("p", "wd-screen-only", inside![quiet("wd-change", label, act)])
    }

    /// The way to the list of the *wijk*; to all of them as long as it may be several.
    fn list(&self) -> Node {
        let directory = &self.around.bundle.directory;
        let slug = &directory.municipality.slug;
        let wijk = match &self.known.place {
            Where::In(wijken) if wijken.len() == 1 => directory.wijk(wijken[0]),
            _ => None,
        };
        let link = match wijk {
            Some(wijk) => {
                link(address::wijk(slug, &wijk.slug()), &self.texts().wijk_link(&wijk.name))
            }
            None => link(address::overview(slug), self.texts().overview()),
        };
        element("p", "nl-paragraph", inside![link])
    }

    fn lead(&self, advice: &Advice<'_>) -> Node {
        let contact = &advice.lead;
        let party = contact.served.provider();
        let named = matches!(contact.served, Served::By(_));
        let what = party.filter(|_| named).and_then(|party| party.what.as_deref());
        let in_words = is_in_words(contact);
        let kicker = element("p", "wd-kicker", inside![self.texts().first_this()]);
        let name = self.party(contact);
        let own_choice = advice.own_choice.then(|| {
            let undo = quiet(
                "wd-change",
                inside![self.texts().not_preferred()],
                Event::DoorPreferred(None),
            );
            element("p", "wd-soft", inside![self.texts().preferred(), " ", undo])
        });
        let crisis = self.is_crisis(contact);
        let known = party.filter(|_| !crisis);
        let inside = inside![
            element("div", "", inside![kicker, h2(name)]),
            p(self.does(contact.route, &contact.because)),
            contact.through.map(|referrer| p(&self.texts().through(self.name(referrer)))),
            what.filter(|_| in_words).map(p),
            // What to press comes before why, and before what is good to know.
            self.first_way(contact),
            element("div", "wd-screen-only", inside![parts::contact(self.around.bundle, crisis)]),
            own_choice,
            self.why(&contact.because, name),
            what.filter(|_| !in_words).map(p),
            party.filter(|party| party.may_decide).map(|_| p(self.texts().may_decide())),
            known.and_then(|party| self.around.data_of(party)),
        ];
        element("section", "wd-card wd-card--first wd-stack", inside)
    }

    /// What to do first: call, or walk in where that is what works now. Then every other
    /// way.
    fn first_way(&self, contact: &Contact<'_>) -> Inside {
        // Nobody at a town hall stands in for a line for danger.
        let of_danger = self.is_of_danger(contact.route);
        let phone = phone_of(contact)
            .filter(|phone| !is_in_words(contact) && (!of_danger || self.is_own(contact, phone)));
        let party = contact.served.provider();
        let crisis = self.is_crisis(contact);
        let near = has_near(&contact.ladder, party);
        // A door that opens later than a number is answered is not where to go first.
        let turn = |rung: &Rung<'_>| (rung.old, rung.reach.turn(self.around.now));
        let door = contact.ladder.first().filter(|rung| {
            let sooner = phone.is_none_or(|phone| turn(rung) <= turn(phone));
            rung.reach.channel == Channel::WalkIn && sooner
        });
        let walk_in = door.map(|rung| {
            let said =
                element("strong", "", inside![self.texts().walk_in_first(), ": ", way(rung.reach)]);
            element("div", "wd-go", inside![said, self.around.about(rung, near)])
        });
        let button = phone.map(|phone| {
            let button = self.button(contact, phone, door.is_none());
            let when = (!crisis).then(|| self.around.about(phone, near));
            element("div", "wd-go", inside![button, when])
        });
        let mut known: Vec<(String, Inside)> = Vec::new();
        if !crisis && (phone.is_some() || door.is_some()) {
            known.extend(
                self.say(contact).map(|say| (self.texts().say_this().to_owned(), inside![say])),
            );
            known.push((self.texts().bring().to_owned(), inside![self.texts().bring_what()]));
        }
        let others = || {
            let used = |rung: &&Rung<'_>| Some(*rung) != phone && Some(*rung) != door;
            contact.ladder.iter().filter(used)
        };
        let is_own = |rung: &&Rung<'_>| party.is_some_and(|party| party.id == rung.party.id);
        let named = party.filter(|_| matches!(contact.served, Served::By(_)));
        known.extend(named.map(|party| terms(self.texts(), party)).unwrap_or_default());
        // One place to go to stands there too, for who cannot or will not phone.
        let place = others().find(|rung| is_own(rung) && rung.reach.channel == Channel::WalkIn);
        known.extend(self.around.ways(place.into_iter(), party, near));
        let own = others().filter(|rung| is_own(rung) && Some(*rung) != place);
        let own = self.around.ways(own, party, near);
        let first = phone.is_some() || door.is_some();
        let other =
            if door.is_some() { self.texts().other_ways() } else { self.texts().talk_other() };
        let own = match first {
            true => facts(own).map(|own| behind(other, inside![own])),
            false => facts(own),
        };
        // What is needed only when that fails stands behind it; without anything of their
        // own the way to the town hall comes first.
        let rest = self.around.ways(others().filter(|rung| !is_own(rung)), party, near);
        let silent = contact.ladder.iter().any(|rung| rung.reach.channel != Channel::Phone);
        let unable = (!silent).then(|| p(&[0, 1].map(|at| self.texts().talk_way(at)).join(" ")));
        let rest = inside![contact.words.map(p), facts(rest), unable];
        let after = phone.is_some() || is_in_words(contact) || others().any(|rung| is_own(&rung));
        let (before, after) = match after && !rest.is_empty() {
            true => (inside![], Some(behind(self.texts().if_it_fails(), rest))),
            false => (rest, None),
        };
        let ask_for = self.ask_for(contact, phone).map(|ask_for| p(&ask_for));
        inside![walk_in, ask_for, button, before, facts(known), own, after]
    }

    /// The number as a large button, with whose it is if that is somebody else.
    fn button(&self, contact: &Contact<'_>, phone: &Rung<'_>, main: bool) -> Node {
        let about = phone.reach.about.as_deref().unwrap_or_default();
        let whose = phone.party.name.as_str();
        match self.is_own(contact, phone) {
            true => call(self.texts(), &phone.reach.value, about, main),
            false if about.is_empty() => call(self.texts(), &phone.reach.value, whose, main),
            false => call(self.texts(), &phone.reach.value, &[whose, about].join(", "), main),
        }
    }

    fn is_of_danger(&self, route: &RouteCode) -> bool {
        let route = self.around.bundle.catalogue.route(route);
        route.is_some_and(|route| route.kind == RouteKind::Crisis)
    }

    fn is_crisis(&self, contact: &Contact<'_>) -> bool {
        contact.served.provider().is_some_and(|party| party.kind == ProviderKind::Crisis)
    }

    fn is_own(&self, contact: &Contact<'_>, phone: &Rung<'_>) -> bool {
        matches!(contact.served, Served::By(giver) if giver.party.id == phone.party.id)
    }

    /// Every way as a list.
    fn ways(&self, contact: &Contact<'_>) -> Inside {
        let through = contact.through.map(|referrer| self.texts().through(self.name(referrer)));
        let party = contact.served.provider();
        let named = party.filter(|_| matches!(contact.served, Served::By(_)));
        inside![
            through.as_deref().map(p),
            self.ask_for(contact, phone_of(contact)).as_deref().map(p),
            self.first_ways(named, &contact.ladder, party),
            contact.words.map(p),
        ]
    }

    /// On what terms, and the first ways to reach a party; the others stand behind them.
    fn first_ways(
        &self,
        named: Option<&Provider>,
        ladder: &[Rung<'_>],
        party: Option<&Provider>,
    ) -> Inside {
        let near = has_near(ladder, party);
        let (first, others) = ladder.split_at(ladder.len().min(FIRST_WAYS));
        let mut known = named.map(|party| terms(self.texts(), party)).unwrap_or_default();
        known.extend(self.around.ways(first.iter(), party, near));
        let others = facts(self.around.ways(others.iter(), party, near));
        let others = others.map(|others| {
            element(
                "div",
                "wd-screen-only",
                inside![behind(self.texts().other_ways(), inside![others])],
            )
        });
        inside![facts(known), others]
    }

    /// Whom one gets on the line when the number is not the party's own.
    fn ask_for(&self, contact: &Contact<'_>, phone: Option<&Rung<'_>>) -> Option<String> {
        let phone = phone?;
        let whose = &phone.party.name;
        match contact.served {
            _ if self.is_own(contact, phone) || contact.through.is_some() => None,
            Served::By(giver) if giver.party.kind == ProviderKind::National => {
                Some(self.texts().if_that_fails(whose))
            }
            _ => Some(self.texts().ask_for(whose, self.party(contact))),
        }
    }

    fn say(&self, contact: &Contact<'_>) -> Option<String> {
        match contact.because {
            Reason::Need(need) => self.label(need).map(|label| self.texts().say(label)),
            Reason::Several => Some(self.texts().say(self.texts().say_several())),
            Reason::Everyone => Some(self.texts().say(self.texts().say_anything())),
            _ => None,
        }
    }

    fn label(&self, need: &Need) -> Option<&str> {
        Some(&self.around.bundle.words.needs.get(&need.id)?.label)
    }

    /// What somebody chose that put this need in play, in the words they saw; not a mere
    /// "Ja" to a question.
    fn chosen(&self, need: &Need) -> Option<&str> {
        let several = |question: &Question| question.kind == Kind::Many;
        let chosen = self.known.given.iter().filter(|(question, _)| several(question));
        let mut chosen = chosen.filter_map(|(question, answer)| {
            let choice = question.choices.iter().find(|choice| {
                choice.need.as_ref() == Some(&need.id) && answer.holds(&choice.id)
            })?;
            let key = question.words_key();
            let own = self.around.bundle.words.questions.get(&key);
            let own = own.and_then(|words| words.choices.get(&choice.id)).map(String::as_str);
            own.or_else(|| self.label(need))
        });
        chosen.next().or_else(|| self.label(need))
    }

    fn table(&self, advice: &Advice<'_>) -> Option<Node> {
        // The lead itself is not said twice.
        let disciplines = advice
            .at_the_table
            .iter()
            .filter(|discipline| discipline.route != advice.lead.route)
            .map(|discipline| {
                let name = self.name(discipline.route);
                inside![
                    element("strong", "", inside![name]),
                    ": ",
                    self.does(discipline.route, &discipline.because),
                    self.why(&discipline.because, name),
                ]
            })
            .collect();
        let list = list("wd-dots", disciplines);
        match &advice.team {
            Some(team) => {
                let name = self.party(team);
                let prefer = self.prefer(team.door(), name);
                let party = team.served.provider();
                let data = party.and_then(|party| self.around.data_of(party));
                let inside = inside![h3(name), self.ways(team), prefer, list, data];
                Some(section(self.texts().then_team(), inside))
            }
            None => list.map(|list| section(self.texts().at_the_table(), inside![list])),
        }
    }

    fn yourself(&self, advice: &Advice<'_>) -> Option<Node> {
        let words = &self.around.bundle.words;
        let tips: Vec<Inside> = advice
            .tips
            .iter()
            .filter_map(|need| words.needs.get(&need.id))
            .flat_map(|words| words.tips.iter().take(MOST_TIPS.0))
            .take(MOST_TIPS.1)
            .map(|tip| inside![tip.as_str()])
            .collect();
        let offers: Vec<Inside> = advice
            .yourself
            .iter()
            .map(|offer| {
                let party = offer.giver.party;
                let through = offer.giver.coverage.through.as_ref();
                let through = through.map(|referrer| self.texts().through(self.name(referrer)));
                let general = || self.does(offer.route, &offer.because);
                inside![
                    h3(&party.name),
                    p(party.what.as_deref().unwrap_or_else(general)),
                    through.as_deref().map(p),
                    self.first_ways(Some(party), &offer.ways, Some(party)),
                    self.reach_unknown(party).as_deref().map(p),
                    self.why(&offer.because, &party.name),
                    self.prefer(offer.door(), &party.name),
                    self.around.data_of(party),
                ]
            })
            .collect();
        let inside = inside![list("wd-dots", tips), list("wd-offers", offers)];
        (!inside.is_empty()).then(|| section(self.texts().yourself(), inside))
    }

    /// Where to ask when nothing is known but the name.
    fn reach_unknown(&self, party: &Provider) -> Option<String> {
        let entrance = self.around.bundle.directory.entrance()?;
        let in_words = party.kind == ProviderKind::National;
        (party.reach.is_empty() && !in_words).then(|| self.texts().reach_unknown(&entrance.name))
    }

    /// Whoever gives other help: the lines for danger, who must not be the last of a long page,
    /// or all others.
    fn elsewhere(&self, advice: &Advice<'_>, of_danger: bool) -> Option<Node> {
        let desks = advice
            .elsewhere
            .iter()
            .filter(|contact| self.is_of_danger(contact.route) == of_danger)
            .map(|contact| {
                let how = contact.served.provider().filter(|party| party.reach.is_empty());
                let how = how.and_then(|party| party.what.as_deref());
                let name = self.party(contact);
                inside![
                    h3(name),
                    p(self.does(contact.route, &contact.because)),
                    how.filter(|how| contact.words != Some(*how)).map(p),
                    self.ways(contact),
                    self.why(&contact.because, name),
                    self.prefer(contact.door(), name),
                ]
            })
            .collect();
        let title = match of_danger {
            true => self.texts().elsewhere_beside(),
            false => self.texts().elsewhere(),
        };
        list("wd-offers", desks).map(|list| section(title, inside![list]))
    }

    fn rights(&self, advice: &Advice<'_>) -> Node {
        let support = match advice.support.served {
            Served::By(giver) => inside![h3(&giver.party.name), self.ways(&advice.support)],
            _ => inside![p(self.texts().support_unknown())],
        };
        section(
            self.texts().rights(),
            inside![p(self.texts().support_right()), support, p(self.texts().disagree())],
        )
    }

    fn answers(&self) -> Node {
        let rows = self
            .known
            .told(&self.around.bundle.catalogue)
            .enumerate()
            .map(|(at, (question, answer))| {
                let which = inside![" ", self.texts().answer_number(&(at + 1).to_string())];
                let change = quiet(
                    "wd-change",
                    inside![self.texts().change(), element("span", "wd-sr", which)],
                    Event::ChangeAsked(question.who, question.id.clone()),
                );
                let inside = inside![
                    element("dt", "", inside![self.around.bundle.question_title(question)]),
                    element("dd", "", inside![said(question, answer, self.around.bundle)]),
                    element("dd", "", inside![change]),
                ];
                element("div", "", inside)
            })
            .collect();
        let story = button(self.texts().story(), Event::StoryAsked);
        let story = element("div", "wd-actions", inside![story]);
        let inside = inside![
            h2(self.texts().your_answers()),
            element("dl", "wd-answers", rows),
            p(self.texts().story_about()),
            story
        ];
        element("section", "wd-stack wd-screen-only", inside)
    }

    fn take_away(&self, link: Option<String>, away: bool) -> Node {
        let ways = inside![
            print(self.texts()),
            take(Take::Copy, self.texts().copy()),
            take(Take::Share, self.texts().share()),
            link.is_some().then(|| take(Take::Link, self.texts().link())),
            talk(self.texts()),
        ];
        let code = link.map(|link| {
            let attributes = vec![
                ("id", id::LINK.to_owned()),
                ("class", "wd-code".to_owned()),
                (attribute::FRAGMENT, link),
                (attribute::LABEL, self.texts().link_label().to_owned()),
                (attribute::HINT, self.texts().link_hint().to_owned()),
            ];
            with("div", attributes, inside![])
        });
        let list = (!away).then(|| self.list());
        let ways = element("div", "wd-actions", ways);
        let inside = inside![h2(self.texts().take_away()), ways, taken(self.texts()), code, list];
        element("section", "wd-stack wd-screen-only", inside)
    }

    /// The party to reach; the kind of help where nobody is named for it.
    fn party<'a>(&'a self, contact: &Contact<'a>) -> &'a str {
        match contact.served {
            Served::By(giver) => &giver.party.name,
            Served::Entrance(_) | Served::Nobody => self.name(contact.route),
        }
    }

    fn name<'a>(&'a self, route: &'a RouteCode) -> &'a str {
        self.around.bundle.words.routes.get(route).map_or(route.as_str(), |words| &words.name)
    }

    /// What a kind of help does for this need.
    fn does(&self, route: &RouteCode, because: &Reason<'_>) -> &str {
        let own = match because {
            Reason::Need(need) => {
                self.around.bundle.words.needs.get(&need.id).and_then(|words| words.why.get(route))
            }
            _ => None,
        };
        own.or_else(|| self.around.bundle.words.routes.get(route).map(|words| &words.does))
            .map_or("", String::as_str)
    }

    fn because(&self, reason: &Reason<'_>) -> String {
        match reason {
            Reason::Need(need) => {
                self.chosen(need).map(|label| self.texts().because_need(label)).unwrap_or_default()
            }
            Reason::Flag(flag) => {
                let words = self.around.bundle.words.flags.get(&flag.id);
                words.map(|words| words.said(self.called).1.to_owned()).unwrap_or_default()
            }
            Reason::Several => self.texts().because_several().to_owned(),
            Reason::Referral(route) => self.texts().because_referral(self.name(route)),
            Reason::Elsewhere => self.texts().because_elsewhere().to_owned(),
            Reason::Everyone => self.texts().because_everyone().to_owned(),
        }
    }
}

/// A desk of the whole country of which only words say how to reach it: those come first, and
/// the municipality's number when that fails.
fn is_in_words(contact: &Contact<'_>) -> bool {
    contact.served.provider().is_some_and(|party| {
        party.kind == ProviderKind::National && party.reach.is_empty() && party.what.is_some()
    })
}

/// The number to call first.
fn phone_of<'c, 'a>(contact: &'c Contact<'a>) -> Option<&'c Rung<'a>> {
    contact.ladder.iter().find(|rung| rung.reach.channel == Channel::Phone)
}
