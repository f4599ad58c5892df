//! What is taken to another device: who to turn to and where, never what was answered.

use crate::town::{after, data, proefstad, today};
use std::sync::Arc;
use wijkdeur::content::{Bundle, Data};
use wijkdeur::domain::*;
use wijkdeur::wizard::*;

fn carried(link: &str) -> Wizard {
    let mut wizard = Wizard::new(proefstad(), after(0));
    wizard.update(Event::LinkOpened(link.to_owned()), after(1));
    wizard
}

/// A link to these parties.
fn link(wijk: &str, parties: &[&str]) -> String {
    let codes = parties.iter().map(|&id| Takeaway::code(&id.into()));
    let parts = ["w1".to_owned(), wijk.to_owned()].into_iter().chain(codes);
    parts.collect::<Vec<_>>().join("/")
}

/// Who is shown, and how many are gone.
fn shown(wizard: &Wizard) -> (Vec<String>, usize) {
    let Shown::Carried { parties, gone, .. } = wizard.screen().shown else { panic!("nothing") };
    (parties.iter().map(|each| each.party.id.as_str().to_owned()).collect(), gone)
}

#[test]
fn a_link_says_who_and_where_and_can_be_read_again() {
    for text in [link("WK999806", &["wijkteam-no"]), link("", &["gemeente-proefstad", "uwv"])] {
        let link: Takeaway = text.parse().expect("a link");
        assert_eq!(link.to_string(), text);
    }
}

#[test]
fn garbage_is_no_link_and_the_first_screen_says_so() {
    let long = "x".repeat(100_000);
    let many = format!("w1/{}", "/a".repeat(100_000));
    let tail = format!("{}?utm=1", link("", &["uwv"]));
    assert_eq!(shown(&carried(&tail)), (vec!["uwv".to_owned()], 0));
    for text in ["", "w1", "w1/", "w1//", "w2/WK999806/uwv", "W1//uwv", "%00", "🏠/🏠", &long] {
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
    let parties = ["gemeente-proefstad", "van-vroeger", "uwv", "alarmnummer"];
    let wizard = carried(&link("WK999806", &parties));
    // A line for danger is not shown from a link either.
    assert_eq!(shown(&wizard), (vec!["gemeente-proefstad".to_owned(), "uwv".to_owned()], 2));
    let Shown::Carried { wijk, begun, .. } = wizard.screen().shown else { panic!("nothing") };
    assert!(!begun);
    assert_eq!(wijk.map(|wijk| wijk.code.as_str()), Some("WK999806"));
    // A wijk that was drawn anew since then.
    let older = carried(&link("WK029999", &["uwv"]));
    let Shown::Carried { wijk, .. } = older.screen().shown else { panic!("nothing") };
    assert!(wijk.is_none());
}

#[test]
fn what_came_along_is_remembered_left_and_wiped() {
    let mut wizard = carried(&link("", &["uwv"]));
    // Another link in its place.
    let look = wizard.look();
    let effects = wizard.update(Event::LinkOpened(link("", &["svb"])), after(2));
    assert_eq!((effects, shown(&wizard).0), (vec![Effect::Save], vec!["svb".to_owned()]));
    assert_ne!(wizard.look(), look, "it is drawn again");
    let spot = wizard.spot();
    let again = Wizard::restore(proefstad(), wizard.save().expect("a visit"), after(2));
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
        let bundle = Arc::new(crate::town::bundle(data, directory));
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
        for code in &link.parties {
            let mut all = catalogue.national.iter().chain(&bundle.directory.providers);
            let party = all.find(|party| Takeaway::code(&party.id) == *code).expect("a party");
            assert!(!text.contains(party.id.as_str()), "{text} says who it is");
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
            assert!(also || !link.parties.contains(&Takeaway::code(&lead)), "{text}");
        }
        assert!(text.len() < 300 && text.parse::<Takeaway>() == Ok(link), "{text}");
    });
    assert!(told > 500, "{told}");
}

#[test]
fn no_two_parties_have_one_code() {
    let data = data();
    for directory in &data.directories {
        let all = directory.providers.iter().chain(&data.catalogue.national);
        let mut codes: Vec<String> = all.map(|party| Takeaway::code(&party.id)).collect();
        let many = codes.len();
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), many, "{}", directory.municipality.slug);
    }
}
