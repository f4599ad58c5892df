//! The advice, in the order of doing.

use super::app::Tell;
use super::parts::{call, fact, h1, h2, h3, p, section, soft, talk, way};
use super::safety;
use crate::content::Bundle;
use crate::domain::{
    Advice, Answer, Channel, Contact, Facts, Place, Provider, Question, Reason, RouteCode, Served,
};
use crate::texts::NL;
use crate::wizard::Event;
use leptos::prelude::*;

/// Who to turn to, and why.
pub(super) fn view(
    facts: &Facts<'_>,
    advice: &Advice<'_>,
    unverified: bool,
    bundle: &Bundle,
    tell: Tell,
) -> AnyView {
    let unconfirmed = bundle.directory.municipality.confirmed.is_none();
    let page = Page { bundle };
    view! {
        <div class="wd-column wd-stack">
            {super::parts::back()}
            {safety::block(&advice.safety, bundle)}
            {h1(NL.advice)}
            {(unconfirmed || unverified).then(|| {
                let unconfirmed = unconfirmed.then_some(NL.unconfirmed);
                let unverified = unverified.then_some(NL.unverified);
                view! { <p class="nl-paragraph wd-notice">{unconfirmed} " " {unverified}</p> }
            })}
            {page.lead(&advice.lead)}
            {page.table(advice)}
            {page.yourself(advice)}
            {page.elsewhere(advice)}
            {page.rights(advice)}
            {page.answers(facts, tell)}
            {section(NL.take_away, view! {
                <div class="wd-actions">
                    <button class="nl-button nl-button--secondary" type="button" data-do="print">
                        <span class="nl-button__icon-start">{super::parts::pictogram("printer")}</span>
                        <span class="nl-button__label">{NL.print}</span>
                    </button>
                    {talk()}
                </div>
            }.into_any())}
        </div>
    }
    .into_any()
}

struct Page<'b> {
    bundle: &'b Bundle,
}

impl Page<'_> {
    fn lead(&self, contact: &Contact<'_>) -> AnyView {
        let title = self.party(contact);
        let what = contact.served.provider().and_then(|party| match contact.served {
            Served::By(_) => party.what.as_deref(),
            _ => None,
        });
        let may_decide = contact.served.provider().is_some_and(|party| party.may_decide);
        view! {
            <section class="wd-card wd-card--first wd-stack">
                <div>
                    <p class="wd-kicker">{NL.first_this}</p>
                    {h2(&title)}
                </div>
                {p(self.does(contact.route, &contact.because))}
                {what.map(p)}
                {p(&self.because(&contact.because))}
                {may_decide.then(|| p(NL.may_decide))}
                {self.reach(contact, true)}
                {self.age_of(contact.served.provider())}
            </section>
        }
        .into_any()
    }

    /// Every way to reach somebody; the first number as a button.
    fn reach(&self, contact: &Contact<'_>, large: bool) -> AnyView {
        let own = contact.served.provider();
        let phone = contact.ladder.iter().find(|reach| reach.channel == Channel::Phone);
        let own_phone = phone
            .is_some_and(|phone| own.is_some_and(|party| party.reach.iter().any(|r| r == *phone)));
        let named = matches!(contact.served, Served::By(_));
        let entrance = self.bundle.directory.entrance().map(|party| party.name.as_str());
        let ask = match entrance {
            Some(entrance) if phone.is_some() && !(named && own_phone) => {
                let what = if named {
                    own.map_or("", |party| &party.name)
                } else {
                    self.name(contact.route)
                };
                Some((NL.ask_for)(entrance, what))
            }
            _ => None,
        };
        let button = phone.filter(|_| large).map(|phone| {
            let about = phone.about.clone().unwrap_or_default();
            call(&phone.value, &about, true)
        });
        let say = match (&contact.because, phone) {
            (Reason::Need(need), Some(_)) if large => self
                .bundle
                .words
                .needs
                .get(&need.id)
                .map(|words| fact(NL.say_this, (NL.say)(&words.label).into_any())),
            _ => None,
        };
        let when = phone.filter(|_| large).and_then(|phone| {
            match (&phone.about, phone.hours.as_slice()) {
                (None, []) => Some(fact(NL.when, NL.hours_unknown.into_any())),
                (_, []) => None,
                (_, hours) => Some(fact(NL.when, (NL.hours)(hours).into_any())),
            }
        });
        let others: Vec<AnyView> = contact
            .ladder
            .iter()
            .filter(|reach| !large || Some(*reach) != phone)
            .map(|reach| fact((NL.channel)(reach.channel), way(reach)))
            .collect();
        view! {
            {button}
            {ask.as_deref().map(p)}
            <dl class="wd-facts">{when} {say} {others}</dl>
        }
        .into_any()
    }

    fn table(&self, advice: &Advice<'_>) -> Option<AnyView> {
        let disciplines: Vec<AnyView> = advice
            .at_the_table
            .iter()
            .map(|discipline| {
                let name = self.name(discipline.route).to_owned();
                let does = self.does(discipline.route, &discipline.because).to_owned();
                view! { <li><strong>{name}</strong> ": " {does}</li> }.into_any()
            })
            .collect();
        let list =
            (!disciplines.is_empty()).then(|| view! { <ul class="wd-dots">{disciplines}</ul> });
        match &advice.team {
            Some(team) => {
                let title = self.party(team);
                let inside = view! { {h3(&title)} {self.reach(team, false)} {list} }.into_any();
                Some(section(NL.then_team, inside))
            }
            None => list.map(|list| section(NL.at_the_table, list.into_any())),
        }
    }

    fn yourself(&self, advice: &Advice<'_>) -> Option<AnyView> {
        let tips: Vec<AnyView> = advice
            .tips
            .iter()
            .filter_map(|need| self.bundle.words.needs.get(&need.id))
            .flat_map(|words| words.tips.iter().cloned())
            .map(|tip| view! { <li>{tip}</li> }.into_any())
            .collect();
        let offers: Vec<AnyView> = advice
            .yourself
            .iter()
            .map(|offer| {
                let what = offer
                    .provider
                    .what
                    .clone()
                    .unwrap_or_else(|| self.does(offer.route, &offer.because).to_owned());
                let ways: Vec<AnyView> = offer
                    .provider
                    .reach
                    .iter()
                    .map(|reach| fact((NL.channel)(reach.channel), way(reach)))
                    .collect();
                let ways = (!ways.is_empty()).then(|| view! { <dl class="wd-facts">{ways}</dl> });
                view! {
                    <li>
                        {h3(&offer.provider.name)}
                        {p(&what)}
                        {ways}
                        {soft(&self.because(&offer.because))}
                        {self.age_of(Some(offer.provider))}
                    </li>
                }
                .into_any()
            })
            .collect();
        if tips.is_empty() && offers.is_empty() {
            return None;
        }
        let tips = (!tips.is_empty()).then(|| view! { <ul class="wd-dots">{tips}</ul> });
        let offers = (!offers.is_empty()).then(|| view! { <ul class="wd-offers">{offers}</ul> });
        Some(section(NL.yourself, view! { {tips} {offers} }.into_any()))
    }

    fn elsewhere(&self, advice: &Advice<'_>) -> Option<AnyView> {
        let desks: Vec<AnyView> = advice
            .elsewhere
            .iter()
            .map(|contact| {
                let title = match contact.served {
                    Served::By(party) => party.name.clone(),
                    _ => self.name(contact.route).to_owned(),
                };
                view! {
                    <li>
                        {h3(&title)}
                        {p(self.does(contact.route, &contact.because))}
                        {self.reach(contact, false)}
                        {soft(&self.because(&contact.because))}
                    </li>
                }
                .into_any()
            })
            .collect();
        (!desks.is_empty())
            .then(|| section(NL.elsewhere, view! { <ul class="wd-offers">{desks}</ul> }.into_any()))
    }

    fn rights(&self, advice: &Advice<'_>) -> AnyView {
        let support = match advice.support.served {
            Served::By(party) => {
                view! { {h3(&party.name)} {self.reach(&advice.support, false)} }.into_any()
            }
            _ => p(NL.support_unknown),
        };
        section(NL.rights, view! { {p(NL.support_right)} {support} {p(NL.disagree)} }.into_any())
    }

    fn answers(&self, facts: &Facts<'_>, tell: Tell) -> AnyView {
        let rows: Vec<AnyView> = facts
            .given
            .iter()
            .enumerate()
            .map(|(at, (question, answer))| {
                let key = question.words_key();
                let title = self
                    .bundle
                    .words
                    .questions
                    .get(&key)
                    .map_or("", |words| &words.title)
                    .to_owned();
                let said = self.said(question, answer);
                let (who, id) = (question.who, question.id.clone());
                let change = move |_| tell.run(Event::ChangeAsked(who, id.clone()));
                view! {
                    <div>
                        <dt>{title}</dt>
                        <dd>{said}</dd>
                        <dd>
                            <button class="wd-change" type="button" on:click=change>
                                {NL.change}
                                <span class="wd-sr">" " {(NL.answer_number)(at + 1)}</span>
                            </button>
                        </dd>
                    </div>
                }
                .into_any()
            })
            .collect();
        section(NL.your_answers, view! { <dl class="wd-answers">{rows}</dl> }.into_any())
    }

    fn said(&self, question: &Question, answer: &Answer) -> String {
        match answer {
            Answer::Skipped => NL.skipped.to_owned(),
            Answer::Age(age) => (NL.age)(*age).to_owned(),
            Answer::Place(Place::Postcode(postcode)) => postcode.to_string(),
            Answer::Place(Place::FromList) => NL.from_list.to_owned(),
            Answer::Place(Place::NoFixedAddress) => NL.no_address.to_owned(),
            Answer::Place(Place::Elsewhere) => NL.lives_elsewhere.to_owned(),
            Answer::One(code) if question.choices.is_empty() => self
                .bundle
                .directory
                .wijken
                .iter()
                .find(|wijk| wijk.code.as_str() == code.as_str())
                .map_or_else(String::new, |wijk| wijk.name.clone()),
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
    fn party(&self, contact: &Contact<'_>) -> String {
        match contact.served {
            Served::By(party) => party.name.clone(),
            Served::Entrance(_) | Served::Nobody => self.name(contact.route).to_owned(),
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
            Reason::Need(need) => self
                .bundle
                .words
                .needs
                .get(&need.id)
                .map(|words| (NL.because_need)(&words.label))
                .unwrap_or_default(),
            Reason::Flag(flag) => self
                .bundle
                .words
                .flags
                .get(&flag.id)
                .map(|words| words.text.clone())
                .unwrap_or_default(),
            Reason::Several => NL.because_several.to_owned(),
            Reason::Elsewhere => NL.because_elsewhere.to_owned(),
            Reason::Everyone => NL.because_everyone.to_owned(),
        }
    }

    /// From when this is, where it is known.
    fn age_of(&self, party: Option<&Provider>) -> Option<AnyView> {
        let party = party?;
        let newest = party.reach.iter().filter_map(|reach| reach.source_date.as_ref()).max();
        newest.or(party.source_date.as_ref()).map(|date| soft(&(NL.from_year)(date)))
    }
}
