//! The advice, in the order of doing.

use super::app::Tell;
use super::element::{Inside, element, inside};
use super::parts::{
    back, call, facts, h1, h2, h3, link, list, p, print, quiet, rungs, screen, section, soft, talk,
    terms,
};
use super::safety;
use crate::content::Bundle;
use crate::domain::{
    Advice, Answer, Channel, Contact, Facts, Kind, Need, Place, Provider, ProviderKind, Question,
    Reason, RouteCode, Rung, Served, Where,
};
use crate::texts::NL;
use crate::wizard::Event;
use leptos::prelude::AnyView;

/// Who to turn to, and why.
pub(super) fn view(
    known: &Facts<'_>,
    advice: &Advice<'_>,
    unverified: bool,
    bundle: &Bundle,
    tell: &Tell,
) -> AnyView {
    let page = Page { bundle, known };
    // What is not confirmed says nothing about another municipality.
    let away = matches!(advice.lead.because, Reason::Elsewhere);
    let unconfirmed = bundle.directory.municipality.confirmed.is_none() && !away;
    let unverified = unverified && !away;
    let doubts =
        inside![unconfirmed.then_some(NL.unconfirmed), " ", unverified.then_some(NL.unverified),];
    let take_away = element("div", "wd-actions", inside![print(), talk()]);
    let list = (!away).then(|| page.list());
    screen(inside![
        back(),
        h1(inside![NL.advice]),
        safety::block(&advice.safety, bundle),
        (unconfirmed || unverified).then(|| element("p", "nl-paragraph wd-notice", doubts)),
        page.lead(&advice.lead),
        page.table(advice),
        page.yourself(advice),
        page.elsewhere(advice),
        page.rights(advice),
        page.answers(known, tell),
        element("section", "wd-stack wd-screen-only", inside![h2(NL.take_away), take_away, list]),
    ])
}

struct Page<'b> {
    bundle: &'b Bundle,
    known: &'b Facts<'b>,
}

/// Tips for one need, and for all of them.
const MOST_TIPS: (usize, usize) = (2, 6);

impl Page<'_> {
    /// The way to the list of the *wijk*; to all of them as long as it may be several.
    fn list(&self) -> AnyView {
        let directory = &self.bundle.directory;
        let slug = &directory.municipality.slug;
        let wijk = match &self.known.place {
            Where::In(wijken) if wijken.len() == 1 => directory.wijk(wijken[0]),
            _ => None,
        };
        let link = match wijk {
            Some(wijk) => {
                link(format!("/{slug}/wijk/{}/", wijk.slug()), &(NL.wijk_link)(&wijk.name))
            }
            None => link(format!("/{slug}/overzicht/"), NL.overview),
        };
        element("p", "nl-paragraph", inside![link])
    }

    fn lead(&self, contact: &Contact<'_>) -> AnyView {
        let party = contact.served.provider();
        let named = matches!(contact.served, Served::By(_));
        let what = party.filter(|_| named).and_then(|party| party.what.as_deref());
        let kicker = element("p", "wd-kicker", inside![NL.first_this]);
        let inside = inside![
            element("div", "", inside![kicker, h2(self.party(contact))]),
            p(self.does(contact.route, &contact.because)),
            p(&self.because(&contact.because)),
            contact.through.map(|referrer| p(&(NL.through)(self.name(referrer)))),
            // What to press comes before what is good to know.
            self.first_way(contact),
            what.map(p),
            party.filter(|party| party.may_decide).map(|_| p(NL.may_decide)),
            self.year_of(party.filter(|_| !self.is_crisis(contact))),
        ];
        element("section", "wd-card wd-card--first wd-stack", inside)
    }

    /// The number as a large button, then every other way.
    fn first_way(&self, contact: &Contact<'_>) -> Inside {
        let phone = phone_of(contact);
        let party = contact.served.provider();
        let crisis = self.is_crisis(contact);
        let mut known: Vec<(String, Inside)> = Vec::new();
        if let Some(phone) = phone.filter(|_| !crisis) {
            let hours = match phone.reach.hours.as_slice() {
                [] => NL.hours_unknown.to_owned(),
                hours => (NL.hours)(hours),
            };
            known.push((NL.when.to_owned(), inside![hours]));
            known.extend(self.say(contact).map(|say| (NL.say_this.to_owned(), inside![say])));
        }
        let others = || contact.ladder.iter().filter(|rung| Some(*rung) != phone);
        let is_own = |rung: &&Rung<'_>| party.is_some_and(|party| party.id == rung.party.id);
        let named = party.filter(|_| matches!(contact.served, Served::By(_)));
        known.extend(named.map(terms).unwrap_or_default());
        known.extend(rungs(others().filter(is_own), party, &self.bundle.directory));
        // What is needed only when that fails stands behind it; without anything of their
        // own the way to the town hall comes first.
        let rest = rungs(others().filter(|rung| !is_own(rung)), party, &self.bundle.directory);
        let rest = inside![contact.words.map(p), facts(rest)];
        let behind = phone.is_some() || others().any(|rung| is_own(&rung));
        let (first, rest) = match behind && !rest.is_empty() {
            true => {
                let summary = element("summary", "", inside![NL.if_it_fails]);
                (Vec::new(), inside![element("details", "wd-more", inside![summary, rest])])
            }
            false => (rest, Vec::new()),
        };
        let button = phone.map(|phone| {
            let about = phone.reach.about.as_deref().unwrap_or_default();
            match self.is_own(contact, phone) {
                true => call(&phone.reach.value, about, true),
                false if about.is_empty() => call(&phone.reach.value, &phone.party.name, true),
                false => call(&phone.reach.value, &format!("{}, {about}", phone.party.name), true),
            }
        });
        let ask_for = self.ask_for(contact, phone);
        inside![ask_for.as_deref().map(p), button, first, facts(known), rest]
    }

    fn is_crisis(&self, contact: &Contact<'_>) -> bool {
        contact.served.provider().is_some_and(|party| party.kind == ProviderKind::Crisis)
    }

    fn is_own(&self, contact: &Contact<'_>, phone: &Rung<'_>) -> bool {
        matches!(contact.served, Served::By(giver) if giver.party.id == phone.party.id)
    }

    /// Every way as a list.
    fn ways(&self, contact: &Contact<'_>) -> Inside {
        let through = contact.through.map(|referrer| (NL.through)(self.name(referrer)));
        inside![
            through.as_deref().map(p),
            self.ask_for(contact, phone_of(contact)).as_deref().map(p),
            facts(rungs(contact.ladder.iter(), contact.served.provider(), &self.bundle.directory)),
            contact.words.map(p),
        ]
    }

    /// Whom one gets on the line when the number is not the party's own.
    fn ask_for(&self, contact: &Contact<'_>, phone: Option<&Rung<'_>>) -> Option<String> {
        let phone = phone?;
        let whose = &phone.party.name;
        match contact.served {
            _ if self.is_own(contact, phone) || contact.through.is_some() => None,
            Served::By(giver) if giver.party.kind == ProviderKind::National => {
                Some((NL.if_that_fails)(whose))
            }
            _ => Some((NL.ask_for)(whose, self.party(contact))),
        }
    }

    fn say(&self, contact: &Contact<'_>) -> Option<String> {
        match contact.because {
            Reason::Need(need) => self.label(need).map(NL.say),
            Reason::Several => Some((NL.say)(NL.say_several)),
            Reason::Everyone => Some((NL.say)(NL.say_anything)),
            _ => None,
        }
    }

    fn label(&self, need: &Need) -> Option<&str> {
        Some(&self.bundle.words.needs.get(&need.id)?.label)
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
            let own = self.bundle.words.questions.get(&key);
            let own = own.and_then(|words| words.choices.get(&choice.id)).map(String::as_str);
            own.or_else(|| self.label(need))
        });
        chosen.next().or_else(|| self.label(need))
    }

    fn table(&self, advice: &Advice<'_>) -> Option<AnyView> {
        // The lead itself is not said twice.
        let disciplines = advice
            .at_the_table
            .iter()
            .filter(|discipline| discipline.route != advice.lead.route)
            .map(|discipline| {
                let name = element("strong", "", inside![self.name(discipline.route)]);
                inside![
                    name,
                    ": ",
                    self.does(discipline.route, &discipline.because),
                    soft(&self.because(&discipline.because)),
                ]
            })
            .collect();
        let list = list("wd-dots", disciplines);
        match &advice.team {
            Some(team) => {
                let inside = inside![h3(self.party(team)), self.ways(team), list];
                Some(section(NL.then_team, inside))
            }
            None => list.map(|list| section(NL.at_the_table, inside![list])),
        }
    }

    fn yourself(&self, advice: &Advice<'_>) -> Option<AnyView> {
        let tips: Vec<Inside> = advice
            .tips
            .iter()
            .filter_map(|need| self.bundle.words.needs.get(&need.id))
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
                let through = through.map(|referrer| (NL.through)(self.name(referrer)));
                let general = || self.does(offer.route, &offer.because);
                let mut known = terms(party);
                known.extend(rungs(offer.ways.iter(), Some(party), &self.bundle.directory));
                inside![
                    h3(&party.name),
                    p(party.what.as_deref().unwrap_or_else(general)),
                    through.as_deref().map(p),
                    facts(known),
                    self.reach_unknown(party).as_deref().map(p),
                    soft(&self.because(&offer.because)),
                    self.year_of(Some(party)),
                ]
            })
            .collect();
        let inside = inside![list("wd-dots", tips), list("wd-offers", offers)];
        (!inside.is_empty()).then(|| section(NL.yourself, inside))
    }

    /// Where to ask when nothing is known but the name.
    fn reach_unknown(&self, party: &Provider) -> Option<String> {
        let entrance = self.bundle.directory.entrance()?;
        let in_words = party.kind == ProviderKind::National;
        (party.reach.is_empty() && !in_words).then(|| (NL.reach_unknown)(&entrance.name))
    }

    fn elsewhere(&self, advice: &Advice<'_>) -> Option<AnyView> {
        let desks = advice
            .elsewhere
            .iter()
            .map(|contact| {
                let how = contact.served.provider().filter(|party| party.reach.is_empty());
                let how = how.and_then(|party| party.what.as_deref());
                inside![
                    h3(self.party(contact)),
                    p(self.does(contact.route, &contact.because)),
                    how.filter(|how| contact.words != Some(*how)).map(p),
                    self.ways(contact),
                    soft(&self.because(&contact.because)),
                ]
            })
            .collect();
        list("wd-offers", desks).map(|list| section(NL.elsewhere, inside![list]))
    }

    fn rights(&self, advice: &Advice<'_>) -> AnyView {
        let support = match advice.support.served {
            Served::By(giver) => inside![h3(&giver.party.name), self.ways(&advice.support)],
            _ => inside![p(NL.support_unknown)],
        };
        section(NL.rights, inside![p(NL.support_right), support, p(NL.disagree)])
    }

    fn answers(&self, known: &Facts<'_>, tell: &Tell) -> AnyView {
        let rows = known
            .given
            .iter()
            .enumerate()
            .map(|(at, (question, answer))| {
                let words = self.bundle.words.questions.get(&question.words_key());
                let (tell, who, id) = (tell.clone(), question.who, question.id.clone());
                let which = inside![" ", (NL.answer_number)(at + 1)];
                let change = quiet(
                    "wd-change",
                    inside![NL.change, element("span", "wd-sr", which)],
                    move || tell(Event::ChangeAsked(who, id.clone())),
                );
                let inside = inside![
                    element("dt", "", inside![words.map_or("", |words| &words.title)]),
                    element("dd", "", inside![self.said(question, answer)]),
                    element("dd", "", inside![change]),
                ];
                element("div", "", inside)
            })
            .collect();
        section(NL.your_answers, inside![element("dl", "wd-answers", rows)])
    }

    fn said(&self, question: &Question, answer: &Answer) -> String {
        match answer {
            Answer::Skipped => NL.skipped.to_owned(),
            Answer::Age(age) => (NL.age)(*age).to_owned(),
            Answer::Place(Place::Postcode(postcode)) => postcode.to_string(),
            Answer::Place(Place::FromList) => NL.from_list.to_owned(),
            Answer::Place(Place::NoFixedAddress) => NL.no_address.to_owned(),
            Answer::Place(Place::Elsewhere) => NL.lives_elsewhere.to_owned(),
            Answer::One(code) if question.choices.is_empty() => {
                let wijken = &self.bundle.directory.wijken;
                let wijk = wijken.iter().find(|wijk| wijk.code.as_str() == code.as_str());
                wijk.map(|wijk| wijk.name.clone()).unwrap_or_default()
            }
            Answer::One(_) | Answer::Many(_) => {
                let key = question.words_key();
                let chosen: Vec<&str> = question
                    .choices
                    .iter()
                    .filter(|choice| answer.holds(&choice.id))
                    .map(|choice| self.bundle.words.choice(&key, choice))
                    .collect();
                chosen.join("; ")
            }
        }
    }

    /// The party to reach; the kind of help where nobody is named for it.
    fn party<'a>(&'a self, contact: &Contact<'a>) -> &'a str {
        match contact.served {
            Served::By(giver) => &giver.party.name,
            Served::Entrance(_) | Served::Nobody => self.name(contact.route),
        }
    }

    fn name<'a>(&'a self, route: &'a RouteCode) -> &'a str {
        self.bundle.words.routes.get(route).map_or(route.as_str(), |words| &words.name)
    }

    /// What a kind of help does for this need.
    fn does(&self, route: &RouteCode, because: &Reason<'_>) -> &str {
        let own = match because {
            Reason::Need(need) => {
                self.bundle.words.needs.get(&need.id).and_then(|words| words.why.get(route))
            }
            _ => None,
        };
        own.or_else(|| self.bundle.words.routes.get(route).map(|words| &words.does))
            .map_or("", String::as_str)
    }

    fn because(&self, reason: &Reason<'_>) -> String {
        match reason {
            Reason::Need(need) => self.chosen(need).map(NL.because_need).unwrap_or_default(),
            Reason::Flag(flag) => {
                let words = self.bundle.words.flags.get(&flag.id);
                words.map(|words| words.text.clone()).unwrap_or_default()
            }
            Reason::Several => NL.because_several.to_owned(),
            Reason::Referral(route) => (NL.because_referral)(self.name(route)),
            Reason::Elsewhere => NL.because_elsewhere.to_owned(),
            Reason::Everyone => NL.because_everyone.to_owned(),
        }
    }

    /// From when this is, where it is known.
    fn year_of(&self, party: Option<&Provider>) -> Option<AnyView> {
        let party = party?;
        let newest = party.reach.iter().filter_map(|reach| reach.source_date.as_ref()).max();
        newest.or(party.source_date.as_ref()).map(|date| soft(&(NL.from_year)(date)))
    }
}

/// The number to call first.
fn phone_of<'c, 'a>(contact: &'c Contact<'a>) -> Option<&'c Rung<'a>> {
    contact.ladder.iter().find(|rung| rung.reach.channel == Channel::Phone)
}
