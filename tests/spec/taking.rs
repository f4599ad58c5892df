//! What is taken to another device: who to turn to and where, never what was answered.

use crate::town::{after, arnhem, data, today};
use std::sync::Arc;
use wijkdeur::content::{Bundle, Data};
use wijkdeur::domain::*;
use wijkdeur::wizard::*;

fn carried(link: &str) -> Wizard {
    let mut wizard = Wizard::new(arnhem(), after(0));
    wizard.update(Event::LinkOpened(link.to_owned()), after(1));
    wizard
}

#[test]
fn a_link_says_who_and_where_and_can_be_read_again() {
    for text in ["w1/WK020206/wijkteam-klarendal", "w1//gemeente-arnhem/uwv/svb"] {
        let link: Takeaway = text.parse().expect("a link");
        assert_eq!(link.to_string(), text);
    }
}

#[test]
fn garbage_is_no_link_and_the_first_screen_says_so() {
    let long = "x".repeat(100_000);
    let many = format!("w1/{}", "/a".repeat(100_000));
    for text in ["", "w1", "w1/", "w1//", "w2/WK020206/uwv", "W1//uwv", "%00", "🏠/🏠", &long] {
        assert_eq!(text.parse::<Takeaway>(), Err(TakeawayError), "{text}");
        let wizard = carried(text);
        assert_eq!(wizard.screen().notice, Some(Notice::LinkUnread));
        assert!(matches!(wizard.screen().shown, Shown::Question(_)));
        assert!(wizard.save().is_none(), "there is nothing to remember");
    }
    assert_eq!(many.parse::<Takeaway>().expect("a link").parties.len(), 8);
}

#[test]
fn what_still_exists_is_shown_and_what_went_is_counted() {
    let wizard = carried("w1/WK020206/gemeente-arnhem/van-vroeger/uwv/alarmnummer");
    let Shown::Carried { wijk, parties, gone } = wizard.screen().shown else { panic!("nothing") };
    let names: Vec<&str> = parties.iter().map(|each| each.party.id.as_str()).collect();
    // A line for danger is not shown from a link either.
    assert_eq!((names, gone), (vec!["gemeente-arnhem", "uwv"], 2));
    assert_eq!(wijk.map(|wijk| wijk.code.as_str()), Some("WK020206"));
    // A wijk that was drawn anew since then.
    let older = carried("w1/WK029999/uwv");
    let Shown::Carried { wijk, .. } = older.screen().shown else { panic!("nothing") };
    assert!(wijk.is_none());
}

#[test]
fn what_came_along_is_remembered_left_and_wiped() {
    let mut wizard = carried("w1//uwv");
    let spot = wizard.spot();
    let again = Wizard::restore(arnhem(), wizard.save().expect("a visit"), after(2));
    assert!(matches!(again.screen().shown, Shown::Carried { .. }));
    wizard.update(Event::WentOn, after(3));
    assert!(matches!(wizard.screen().shown, Shown::Question(_)));
    wizard.update(Event::Arrived(spot), after(4));
    assert!(matches!(wizard.screen().shown, Shown::Carried { .. }));
    wizard.update(Event::ForgetAsked, after(5));
    wizard.update(Event::Arrived(spot), after(6));
    assert!(matches!(wizard.screen().shown, Shown::Question(_)), "nothing is left of it");
    assert!(wizard.save().is_none());
}

/// An advice for each need by itself, for everybody who may need it.
fn advices(data: &Data, tell: impl Fn(&Bundle, &Facts<'_>, &Advice<'_>)) -> usize {
    let mut told = 0;
    for directory in &data.directories {
        let words = data.words[0].clone();
        let bundle = Arc::new(Bundle::new(data.catalogue.clone(), words, directory.clone()));
        for question in &data.catalogue.questions {
            for choice in &question.choices {
                let many = Answer::Many([choice.id.clone()].into());
                let answer =
                    if question.kind == Kind::Many { many } else { Answer::One(choice.id.clone()) };
                let mut answers = Answers::default();
                if let Some(topic) = topic_of(&data.catalogue, &question.id) {
                    let first = &data.catalogue.questions[0];
                    answers.set(first.who, first.id.clone(), Answer::Many([topic].into()));
                }
                answers.set(question.who, question.id.clone(), answer);
                for question in &data.catalogue.questions {
                    if answers.get(question.who, &question.id).is_none() {
                        answers.set(question.who, question.id.clone(), Answer::Skipped);
                    }
                }
                let journey =
                    Journey::walk(&bundle.catalogue, &bundle.directory, &answers, today());
                let facts = journey.facts;
                let here =
                    Here::new(&bundle.catalogue, &bundle.directory, facts.situation(today()));
                tell(&bundle, &facts, &advise(&here, &facts));
                told += 1;
            }
        }
    }
    told
}

/// The choice of the first question that leads to another one.
fn topic_of(catalogue: &Catalogue, question: &QuestionId) -> Option<ChoiceId> {
    let first = &catalogue.questions[0];
    first.choices.iter().map(|choice| choice.id.clone()).find(|id| id.as_str() == question.as_str())
}

#[test]
fn a_link_never_names_what_is_private() {
    let data = data();
    let told = advices(&data, |bundle, facts, advice| {
        let catalogue = &bundle.catalogue;
        let Some(link) = Takeaway::of(advice, &facts.place, catalogue) else { return };
        let text = link.to_string();
        for id in &link.parties {
            let national = catalogue.national.iter().chain(&bundle.directory.providers);
            let party = national.into_iter().find(|party| party.id == *id).expect("a party");
            assert_ne!(party.kind, ProviderKind::Crisis, "{text}");
            let private = |route| catalogue.route(route).is_some_and(|route| route.private);
            let all = party.serves.iter().flat_map(|serve| &serve.routes);
            let whole = matches!(party.kind, ProviderKind::Team | ProviderKind::Municipality);
            assert!(whole || !all.into_iter().any(private), "{text}");
        }
        // Nobody is in it because of a private kind of help.
        let private = |route: &RouteCode| catalogue.route(route).is_some_and(|route| route.private);
        if private(advice.lead.route)
            && let Door::Party(lead) = advice.lead.door()
        {
            let elsewhere = advice.team.iter().chain(&advice.elsewhere);
            let also = elsewhere.map(Contact::door).any(|door| door == Door::Party(lead.clone()));
            assert!(also || !link.parties.contains(&lead), "{text}");
        }
        assert!(text.len() < 300 && text.parse::<Takeaway>() == Ok(link), "{text}");
    });
    assert!(told > 500, "{told}");
}
