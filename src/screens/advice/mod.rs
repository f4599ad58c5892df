//! The advice, in the order of doing: one card whole, everybody else a line that opens, and
//! at the foot what few people need.

mod first;
mod foot;
mod others;

use super::parts::{self, back, h1, list, p, quiet};
use super::reach::Around;
use super::{Inside, Node, safety};
use crate::domain::{
    Advice, Channel, Contact, Door, Facts, Kind, Need, ProviderKind, Question, Reason, Receiver,
    RouteCode, RouteKind, RouteWords, Rung, Served,
};
use crate::node::{element, inside, with};
use crate::texts::Texts;
use crate::wizard::Event;

/// What the parts of an advice are made from.
pub struct Page<'b> {
    pub around: &'b Around<'b>,
    pub known: &'b Facts<'b>,
    /// What to say first, in sentences.
    pub opening: &'b [String],
    /// The lines for danger have a number to call.
    pub called: bool,
}

impl Page<'_> {
    /// Who to turn to, and why.
    pub fn view(
        &self,
        advice: &Advice<'_>,
        unverified: bool,
        before: Option<&[Door]>,
        link: Option<String>,
    ) -> Node {
        let away = matches!(advice.lead.because, Reason::Elsewhere);
        let inside = inside![
            back(self.texts()),
            h1(inside![self.texts().advice()]),
            before.map(|before| self.changes(before, advice)),
            safety::block(&advice.safety, self.around),
            self.first(advice),
            self.doubts(advice, unverified, away),
            self.others(advice),
            self.foot(advice, link, away),
        ];
        element("div", "wd-column wd-stack wd-advice", inside)
    }

    fn texts(&self) -> &Texts {
        self.around.texts()
    }

    /// What is not confirmed, said once; nothing about another municipality, nor about a line
    /// for danger of the whole country.
    fn doubts(&self, advice: &Advice<'_>, unverified: bool, away: bool) -> Option<Node> {
        let confirmed = self.around.bundle.directory.municipality.confirmed.is_some();
        let said = match (confirmed, unverified) {
            (false, _) => self.texts().unconfirmed(),
            (true, true) => self.texts().unverified(),
            (true, false) => return None,
        };
        let doubted = !away && !self.is_crisis(&advice.lead);
        doubted.then(|| element("p", "wd-soft", inside![said]))
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

    /// Whether a desk takes requests for this very party.
    fn takes_requests(&self, contact: &Contact<'_>) -> bool {
        let Served::By(giver) = contact.served else { return false };
        self.around.bundle.directory.receiver(Some(&giver.party.id)) != Receiver::Unknown
    }

    /// Asks to be contacted; by the municipality, where they cannot be asked.
    fn asks(&self, hall: bool) -> Option<Node> {
        let ask = parts::contact(self.around.bundle, hall)?;
        Some(element("div", "wd-screen-only", inside![ask]))
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

    /// Whom one gets on the line when the number is not the party's own.
    fn ask_for(&self, contact: &Contact<'_>, phone: Option<&Rung<'_>>) -> Option<String> {
        let phone = phone?;
        let whose = &phone.party.name;
        match contact.served {
            _ if self.is_own(contact, phone) || contact.through.is_some() => None,
            Served::By(giver) if giver.party.kind == ProviderKind::National => {
                Some(self.texts().if_that_fails(whose))
            }
            _ => Some(self.texts().ask_for(whose, &self.asked(contact))),
        }
    }

    /// What to ask for where somebody else answers, in words that they know.
    fn asked(&self, contact: &Contact<'_>) -> String {
        let words = self.around.bundle.words.routes.get(contact.route);
        match contact.served {
            Served::By(giver) => giver.party.name.clone(),
            _ => words.map_or_else(|| contact.route.to_string(), RouteWords::asked),
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
