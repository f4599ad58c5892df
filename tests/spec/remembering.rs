//! What is remembered of a visit, and what goes with the screen.

use crate::town::{after, proefstad, voorbeeldstad};
use std::collections::{BTreeMap, BTreeSet};

use wijkdeur::domain::*;
use wijkdeur::request::Stage;
use wijkdeur::wizard::*;

fn new() -> Wizard {
    Wizard::new(voorbeeldstad().clone(), after(0))
}

fn many(choices: &[&str]) -> Event {
    Event::Answered(Answer::Many(choices.iter().map(|&choice| choice.into()).collect()))
}

/// An advice about debts; after a flag whose lines are not private, if a letter named a day.
fn advised(flagged: bool) -> Wizard {
    let mut wizard = new();
    wizard.update(many(&["money"]), after(1));
    wizard.update(many(&["debts"]), after(1));
    let letter = if flagged { "yes" } else { "no" };
    wizard.update(Event::Answered(Answer::One(letter.into())), after(1));
    for _ in 0..30 {
        match wizard.screen().shown {
            Shown::Safety { .. } => wizard.update(Event::WentOn, after(1)),
            Shown::Question(_) => wizard.update(Event::Answered(Answer::Skipped), after(1)),
            Shown::Advice { .. } => return wizard,
            shown => panic!("no advice: {shown:?}"),
        };
    }
    panic!("no advice after thirty screens");
}

/// Visits in which each thing that can be remembered is so, and some more.
fn visits() -> Vec<Wizard> {
    let door = {
        let wizard = advised(false);
        let Shown::Advice { advice, .. } = wizard.screen().shown else { panic!("no advice") };
        advice.doors().pop().expect("a door")
    };
    let link = format!("w1//{}", Takeaway::code(&"uwv".into()));
    let first = voorbeeldstad().catalogue.questions[0].clone();
    let change = Event::ChangeAsked(first.who, first.id);
    let take = Event::TakeAsked(Take::Calendar(3));
    let written = Event::StoryWritten("Ik wil rust.".into());
    let scripts: [(bool, Vec<Event>); 8] = [
        (false, vec![Event::DoorPreferred(Some(door))]),
        (false, vec![Event::StoryAsked, written, Event::StoryReset, Event::StoryReset]),
        (false, vec![change.clone(), many(&["money", "house"])]),
        (true, vec![change, many(&["money"])]),
        (true, vec![take, Event::SaidUnwatched]),
        (false, vec![Event::LinkOpened(link), Event::WentOn]),
        (false, vec![Event::ContactAt(Stage::Reach), Event::ContactAt(Stage::Review)]),
        (false, vec![Event::TalkAsked]),
    ];
    let mut visits = vec![advised(false), advised(true)];
    for (flagged, events) in scripts {
        let mut wizard = advised(flagged);
        for event in events {
            wizard.update(event, after(2));
            visits.push(wizard.clone());
        }
    }
    visits
}

/// The fields of what is remembered, with what they hold: those that the struct itself lists.
fn fields(wizard: &Wizard) -> BTreeMap<String, String> {
    let saved = wizard.save().expect("there is something to forget");
    let all = format!("{saved:#?}");
    let (_, visit) = all.split_once("visit: Visit {\n").expect("the visit");
    let mut fields = BTreeMap::new();
    let mut name = String::new();
    for line in visit.lines() {
        let Some(inner) = line.strip_prefix("        ") else { break };
        if let Some((field, _)) = inner.split_once(": ").filter(|(f, _)| !f.starts_with(' ')) {
            name = field.to_owned();
        }
        fields.entry(name.clone()).or_insert_with(String::new).push_str(inner);
    }
    fields
}

fn reloaded(wizard: &Wizard) -> Wizard {
    let written = wizard.save().expect("there is something to forget").write();
    let saved = Saved::read(&written).expect("a visit");
    Wizard::restore(voorbeeldstad().clone(), saved, after(2))
}

#[test]
fn each_remembered_field_survives_a_reload() {
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for wizard in visits() {
        let saved = wizard.save().expect("there is something to forget");
        assert_eq!(Saved::read(&saved.write()), Some(saved));
        let again = reloaded(&wizard);
        let (before, after) = (fields(&wizard), fields(&again));
        assert!(before.len() > 5, "{before:?}");
        for (field, value) in before {
            assert_eq!(after.get(&field), Some(&value), "{field}");
            seen.entry(field).or_default().insert(value);
        }
        let shows = |wizard: &Wizard| format!("{:?}", wizard.screen().shown);
        assert_eq!(shows(&again), shows(&wizard));
    }
    for (field, values) in &seen {
        assert!(values.len() > 1, "{field} is the same in every visit that was tried: {values:?}");
    }
    // What somebody is in the middle of, each.
    let all = |field: &str| seen[field].iter().cloned().collect::<String>();
    for (field, states) in [
        ("stand", &["Path", "Talk", "Watched", "Story", "Carried", "Contact"][..]),
        ("change", &["None", "UnderWay", "Made"]),
        ("story", &["Made", "Written", "Replaced"]),
    ] {
        for state in states {
            assert!(all(field).contains(state), "no visit was tried with {field} {state}");
        }
    }
}

#[test]
fn a_visit_of_another_app_is_not_taken() {
    let written = advised(false).save().expect("a visit").write();
    assert!(Saved::read(&written).is_some());
    let name = written.chars().next().map(u32::from).expect("a name of the types");
    for other in (0..=255).filter(|other| *other != name) {
        let mut text: String = char::from_u32(other).into_iter().collect();
        text.extend(written.chars().skip(1));
        assert_eq!(Saved::read(&text), None, "of another: {other}");
    }
    assert_eq!(Saved::read(""), None);
    assert_eq!(Saved::read(&written[..written.len() / 2]), None, "half of it is lost");
}

#[test]
fn a_visit_of_another_town_is_not_taken() {
    for wizard in visits() {
        let saved = wizard.save().expect("a visit");
        let elsewhere = Wizard::restore(proefstad(), saved, after(2));
        assert!(elsewhere.save().is_none() && elsewhere.spot() == Spot::default());
        assert_eq!(elsewhere.screen().notice, None, "it was not wiped: it was never here");
    }
}

/// What was typed, what was said once, and that nobody looks along: a reload may be of
/// somebody else.
#[test]
fn what_goes_with_the_screen_is_not_remembered() {
    let mut wizard = advised(true);
    wizard.update(Event::TakeAsked(Take::Aloud), after(2));
    let back = Spot { aside: None, ..wizard.spot() };
    let remembered = fields(&wizard);
    wizard.update(Event::SaidUnwatched, after(2));
    wizard.update(Event::StorageRefused, after(2));
    assert_eq!(fields(&wizard), remembered);
    let mut again = reloaded(&wizard);
    assert_eq!(again.screen().notice, None);
    assert_eq!(again.update(Event::Arrived(back), after(3)), [Effect::Save], "not aloud");
    again.update(Event::TakeAsked(Take::Aloud), after(4));
    assert!(matches!(again.screen().shown, Shown::Watched), "it is asked again");

    let mut typing = new();
    typing.update(many(&["money"]), after(1));
    typing.update(Event::NothingChosen, after(2));
    assert!(typing.look().1.is_some() && reloaded(&typing).look().1.is_none());
}

#[test]
fn what_waits_for_who_looks_along_waits_there_only() {
    let mut wizard = advised(true);
    wizard.update(Event::TakeAsked(Take::Print), after(2));
    let back = Spot { aside: None, ..wizard.spot() };
    // A link that nobody can read is no reason to forget what was asked for.
    wizard.update(Event::LinkOpened("x".into()), after(3));
    wizard.update(Event::SaidUnwatched, after(4));
    let effects = wizard.update(Event::Arrived(back), after(4));
    assert_eq!(effects, [Effect::Save, Effect::Take(Take::Print)]);
    // Who goes away without saying so takes nothing, and nothing waits any more.
    wizard.update(Event::TalkAsked, after(5));
    wizard.update(Event::TakeAsked(Take::Print), after(5));
    assert_eq!(wizard.update(Event::Arrived(back), after(6)), [Effect::Save]);
    let watched = Spot { aside: Some(Aside::Watched), ..back };
    wizard.update(Event::Arrived(watched), after(7));
    wizard.update(Event::SaidUnwatched, after(8));
    assert_eq!(wizard.update(Event::Arrived(back), after(8)), [Effect::Save]);
}
