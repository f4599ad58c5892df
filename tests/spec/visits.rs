//! One visit, by what happens in it.

use crate::town::{after, proefstad};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;
use wijkdeur::content::Bundle;
use wijkdeur::domain::*;
use wijkdeur::request::Stage;
use wijkdeur::wizard::*;

fn new() -> Wizard {
    Wizard::new(proefstad(), after(0))
}

/// The question on screen.
fn asked(wizard: &Wizard) -> Option<Question> {
    match wizard.screen().shown {
        Shown::Question(asked) => Some(asked.question.clone()),
        _ => None,
    }
}

fn many(choices: &[&str]) -> Event {
    Event::Answered(Answer::Many(choices.iter().map(|&choice| choice.into()).collect()))
}

/// Skips until the advice.
fn skip_on(wizard: &mut Wizard) {
    for _ in 0..30 {
        match wizard.screen().shown {
            Shown::Question(_) => wizard.update(Event::Answered(Answer::Skipped), after(1)),
            Shown::Safety { .. } => wizard.update(Event::WentOn, after(1)),
            _ => return,
        };
    }
    panic!("no end after thirty screens");
}

/// What a screen shows, but for what is said once.
fn shows(wizard: &Wizard) -> String {
    format!("{:?}", wizard.screen().shown)
}

#[test]
fn a_visit_begins_with_the_first_question() {
    let first = proefstad().catalogue.questions[0].clone();
    assert_eq!(asked(&new()), Some(first));
}

#[test]
fn danger_comes_before_any_other_question() {
    let bundle = proefstad();
    let first = &bundle.catalogue.questions[0];
    let danger =
        first.choices.iter().find(|choice| choice.flag.is_some()).expect("a choice for danger");
    let mut wizard = new();
    wizard.update(many(&[danger.id.as_str()]), after(1));
    let Shown::Safety { lines, advice_next } = wizard.screen().shown else { panic!("no lines") };
    assert!(!advice_next, "there are questions left");
    assert!(!lines.is_empty() && lines.iter().all(|line| !line.provider.reach.is_empty()));
    skip_on(&mut wizard);
    let Shown::Advice { advice, .. } = wizard.screen().shown else { panic!("no advice") };
    assert!(!advice.safety.is_empty(), "the lines stay on top of the advice");
}

#[test]
fn nothing_chosen_is_said_and_keeps_the_question() {
    let mut wizard = new();
    wizard.update(many(&[]), after(1));
    let Shown::Question(asked) = wizard.screen().shown else { panic!("no question") };
    assert_eq!(asked.problem, Some(Problem::NothingChosen));
}

/// Goes to the question for the postcode.
fn at_place() -> Wizard {
    let mut wizard = new();
    for _ in 0..30 {
        if asked(&wizard).is_some_and(|question| question.kind == Kind::Place) {
            return wizard;
        }
        wizard.update(Event::Answered(Answer::Skipped), after(1));
    }
    panic!("no question for the place");
}

#[test]
fn a_postcode_in_areas_of_two_teams_is_asked_on() {
    for postcode in ["6822", "6824", "6843", "6812", "6821"] {
        let mut wizard = at_place();
        wizard.update(Event::PostcodeGiven(postcode.into()), after(2));
        let kind = asked(&wizard).map(|question| question.kind);
        assert_eq!(kind, Some(Kind::Wijk), "{postcode}");
    }
}

#[test]
fn a_postcode_of_one_team_is_not_asked_on() {
    for postcode in ["6813", "6814", "6823", "6826", "6828", "6831", "6833", "6811", "6846"] {
        let mut wizard = at_place();
        wizard.update(Event::PostcodeGiven(postcode.into()), after(2));
        assert!(matches!(wizard.screen().shown, Shown::Advice { .. }), "{postcode}");
    }
}

#[test]
fn what_is_typed_is_never_lost() {
    let long = "9".repeat(10_000);
    for typed in ["geen", "🏠", "1234", "6800", "", "6822 abc", &long] {
        let mut wizard = at_place();
        wizard.update(Event::PostcodeGiven(typed.into()), after(2));
        let Shown::Question(asked) = wizard.screen().shown else { panic!("{typed} was taken") };
        assert!(asked.problem.is_some(), "{typed}");
        let kept = asked.typed.expect("what was typed");
        assert!(typed.starts_with(kept) && (kept.len() == typed.len() || kept.len() >= 100));
    }
}

#[test]
fn a_postcode_elsewhere_is_said_so() {
    let mut wizard = at_place();
    wizard.update(Event::PostcodeGiven("1011".into()), after(2));
    let Shown::Question(asked) = wizard.screen().shown else { panic!("taken") };
    assert!(matches!(asked.problem, Some(Problem::OtherMunicipality(_))));
    wizard.update(Event::Answered(Answer::Place(Place::Elsewhere)), after(3));
    let Shown::Advice { advice, .. } = wizard.screen().shown else { panic!("no advice") };
    assert_eq!(*advice.lead.route, proefstad().catalogue.away);
}

/// A street may be newer than the table: its letters are no reason to send somebody away.
#[test]
fn letters_that_are_not_known_leave_the_digits() {
    let mut bundle = Bundle::clone(&proefstad());
    let range =
        bundle.directory.postcodes.iter_mut().find(|range| range.from.to_string() == "6846");
    let range = range.expect("a range");
    range.from = "6846 AA".parse().expect("a postcode");
    range.to = "6846 CZ".parse().ok();
    let mut wizard = at_place();
    let saved = wizard.save().expect("a visit");
    wizard = Wizard::restore(Arc::new(bundle), saved, after(1));
    for (typed, known) in [("6846 DA", false), ("6847 DA", false), ("6846 CZ", true)] {
        wizard.update(Event::PostcodeGiven(typed.into()), after(2));
        match wizard.screen().shown {
            Shown::Question(asked) if typed.starts_with("6846") => {
                assert!(matches!(asked.problem, Some(Problem::UnknownLetters(_))), "{typed}");
            }
            Shown::Question(asked) => {
                assert!(matches!(asked.problem, Some(Problem::OtherMunicipality(_))), "{typed}");
            }
            _ => assert!(known, "{typed} was taken"),
        }
    }
    assert!(matches!(wizard.screen().shown, Shown::Advice { .. }));
}

#[test]
fn a_changed_answer_keeps_the_others() {
    let mut wizard = at_place();
    wizard.update(Event::PostcodeGiven("6846".into()), after(2));
    let advice = |wizard: &Wizard| match wizard.screen().shown {
        Shown::Advice { advice, before, .. } => (format!("{advice:?}"), before.map(<[_]>::to_vec)),
        shown => panic!("no advice: {shown:?}"),
    };
    let (first_advice, before) = advice(&wizard);
    assert_eq!(before, None);
    let first = proefstad().catalogue.questions[0].clone();
    wizard.update(Event::ChangeAsked(first.who, first.id.clone()), after(3));
    assert_eq!(asked(&wizard).map(|question| question.id), Some(first.id));
    wizard.update(Event::Answered(Answer::Skipped), after(4));
    let (again, before) = advice(&wizard);
    assert_eq!(again, first_advice, "back at the advice at once");
    assert_eq!(before, Some(vec![Door::Party("wijkteam-se".into())]), "nothing changed");
}

#[test]
fn one_more_need_asks_only_what_is_new() {
    let bundle = proefstad();
    let first = bundle.catalogue.questions[0].clone();
    let mut wizard = new();
    wizard.update(many(&["house"]), after(1));
    wizard.update(many(&["household"]), after(2));
    skip_on(&mut wizard);
    wizard.update(Event::ChangeAsked(first.who, first.id), after(3));
    wizard.update(many(&["house", "mood"]), after(4));
    assert_eq!(asked(&wizard).map(|question| question.id), Some("mood".into()));
    wizard.update(many(&["lonely"]), after(5));
    assert_eq!(asked(&wizard).map(|question| question.id), Some("death-thoughts".into()));
    wizard.update(Event::Answered(Answer::One("no".into())), after(6));
    assert!(matches!(wizard.screen().shown, Shown::Advice { .. }), "{}", shows(&wizard));
}

#[test]
fn an_hour_of_nothing_wipes_the_visit() {
    let mut wizard = at_place();
    wizard.update(Event::Woke, after(3_000));
    assert_eq!(wizard.screen().notice, None);
    wizard.update(Event::Woke, after(3_400));
    assert_eq!(wizard.screen().notice, Some(Notice::SoonExpired));
    wizard.update(Event::StillHere, after(3_500));
    assert_eq!(wizard.screen().notice, None);
    wizard.update(Event::Woke, after(3_500 + 3_600));
    assert!(wizard.save().is_some());
    let effects = wizard.update(Event::Woke, after(3_500 + 3_601));
    assert_eq!(effects, [Effect::Forget]);
    assert_eq!(wizard.screen().notice, Some(Notice::Expired));
    assert!(wizard.save().is_none());
}

#[test]
fn a_remembered_visit_is_too_old_after_an_hour() {
    let wizard = at_place();
    let saved = wizard.save().expect("a visit");
    let again = Wizard::restore(proefstad(), saved.clone(), after(3_600));
    assert_eq!(shows(&again), shows(&wizard));
    let late = Wizard::restore(proefstad(), saved, after(3_602));
    assert_eq!(late.screen().notice, Some(Notice::Expired));
    assert_eq!(shows(&late), shows(&new()));
}

#[test]
fn taking_along_asks_who_looks_along_after_a_flag_only() {
    const WAYS: [Take; 6] =
        [Take::Print, Take::Copy, Take::Share, Take::Link, Take::Calendar(2), Take::Aloud];
    let mut calm = at_place();
    skip_on(&mut calm);
    for way in WAYS {
        assert_eq!(calm.update(Event::TakeAsked(way), after(5)), [Effect::Take(way)]);
        assert_eq!(Take::of_name(&way.name()), Some(way));
    }

    let bundle = proefstad();
    let danger =
        bundle.catalogue.questions[0].choices.iter().find(|c| c.flag.is_some()).expect("one");
    let mut flagged = new();
    flagged.update(many(&[danger.id.as_str()]), after(1));
    skip_on(&mut flagged);
    for way in WAYS {
        let mut flagged = flagged.clone();
        let asked = flagged.update(Event::TakeAsked(way), after(5));
        assert!(!asked.iter().any(|effect| matches!(effect, Effect::Take(_))), "{way:?}");
        assert!(matches!(flagged.screen().shown, Shown::Watched));
        let back = Spot { aside: None, ..flagged.spot() };
        assert_eq!(flagged.update(Event::SaidUnwatched, after(6)), [Effect::Back(back)]);
        assert!(flagged.update(Event::Arrived(back), after(6)).contains(&Effect::Take(way)));
        assert!(matches!(flagged.screen().shown, Shown::Advice { .. }));
        // Said once for this screen, and not for the next.
        assert_eq!(flagged.update(Event::TakeAsked(way), after(7)), [Effect::Take(way)]);
        flagged.update(Event::TalkAsked, after(8));
        flagged.update(Event::TakeAsked(way), after(9));
        assert!(matches!(flagged.screen().shown, Shown::Watched));
    }
    flagged.update(Event::TakeAsked(Take::Copy), after(5));
    let back = Spot { aside: None, ..flagged.spot() };
    flagged.update(Event::SaidWatched, after(6));
    assert_eq!(flagged.update(Event::Arrived(back), after(6)), [Effect::Save]);
    assert_eq!(flagged.screen().notice, Some(Notice::TakeLater));
}

/// An advice about money in one *wijk*: a team, offers and other desks.
fn advised() -> Wizard {
    let mut wizard = new();
    wizard.update(many(&["money"]), after(1));
    wizard.update(many(&["debts", "ends-meet"]), after(1));
    while asked(&wizard).is_some_and(|question| question.kind != Kind::Place) {
        wizard.update(Event::Answered(Answer::Skipped), after(1));
    }
    wizard.update(Event::PostcodeGiven("6813".into()), after(1));
    skip_on(&mut wizard);
    assert!(matches!(wizard.screen().shown, Shown::Advice { .. }));
    wizard
}

fn lead(wizard: &Wizard) -> Door {
    let Shown::Advice { advice, .. } = wizard.screen().shown else { panic!("no advice") };
    advice.lead.door()
}

#[test]
fn every_door_can_be_the_lead_and_nobody_gets_lost() {
    let wizard = advised();
    let Shown::Advice { advice, .. } = wizard.screen().shown else { panic!("no advice") };
    let mut all = advice.doors();
    assert!(all.len() > 3, "{all:?}");
    all.sort();
    for door in &all {
        let mut wizard = wizard.clone();
        let look = wizard.look();
        assert_eq!(
            wizard.update(Event::DoorPreferred(Some(door.clone())), after(2)),
            [Effect::Save]
        );
        assert_ne!(wizard.look(), look, "it is drawn again");
        assert_eq!(lead(&wizard), *door);
        let Shown::Advice { advice: chosen, .. } = wizard.screen().shown else { panic!("none") };
        let mut doors = chosen.doors();
        doors.sort();
        assert_eq!(doors, all);
        assert!(can_be_called(&chosen.lead.ladder), "{door:?}");
        assert_eq!(chosen.own_choice, *door != advice.lead.door());
        let again = Wizard::restore(proefstad(), wizard.save().expect("a visit"), after(2));
        assert_eq!(lead(&again), *door);
        wizard.update(Event::DoorPreferred(None), after(3));
        assert_eq!(shows(&wizard), shows(&self::advised()));
    }
}

#[test]
fn a_changed_answer_says_what_it_changed() {
    let mut wizard = advised();
    let before = lead(&wizard);
    let first = proefstad().catalogue.questions[0].clone();
    wizard.update(Event::ChangeAsked(first.who, first.id), after(2));
    wizard.update(many(&["house"]), after(3));
    skip_on(&mut wizard);
    let Shown::Advice { advice, before: told, .. } = wizard.screen().shown else { panic!("none") };
    let told = told.expect("whom it named before").to_vec();
    assert_eq!(told.first(), Some(&before));
    assert_ne!(told, advice.doors());
    // It is said once.
    wizard.update(Event::TalkAsked, after(4));
    let back = Spot { aside: None, ..wizard.spot() };
    wizard.update(Event::Arrived(back), after(5));
    let Shown::Advice { before, .. } = wizard.screen().shown else { panic!("no advice") };
    assert!(before.is_none());
}

#[test]
fn a_reason_leads_to_the_question_that_decided_it() {
    let wizard = advised();
    let Shown::Advice { advice, facts, .. } = wizard.screen().shown else { panic!("no advice") };
    let decided = |reason: &Reason<'_>| facts.decided_by(reason).map(|q| q.id.as_str().to_owned());
    assert_eq!(decided(&Reason::Need(advice.tips[0])).as_deref(), Some("money"));
    assert_eq!(advice.lead.because, Reason::Several);
    assert_eq!(decided(&Reason::Several).as_deref(), Some("money"), "where two were chosen");
    assert_eq!(decided(&Reason::Everyone).as_deref(), Some("topics"));
    assert_eq!(decided(&Reason::Elsewhere).as_deref(), Some("place"));
    let flag = proefstad().catalogue.flags[0].clone();
    assert_eq!(decided(&Reason::Flag(&flag)).as_deref(), Some("topics"), "not in play");
}

#[test]
fn a_story_tells_what_was_answered_until_somebody_writes_it() {
    let mut wizard = advised();
    let state = |wizard: &Wizard| match wizard.screen().shown {
        Shown::Story { text, state, .. } => (text, state),
        shown => panic!("no story: {shown:?}"),
    };
    let told = |wizard: &Wizard| state(wizard).0;
    wizard.update(Event::StoryAsked, after(2));
    let first = told(&wizard);
    assert!(first.contains("Ik heb schulden en kom er niet uit."), "{first}");
    let look = wizard.look();
    let effects = wizard.update(Event::StoryWritten("Ik wil rust.".into()), after(3));
    assert_eq!((effects, wizard.look()), (vec![Effect::Save], look), "not drawn while typing");
    assert_eq!(told(&wizard), "Ik wil rust.");
    let again = Wizard::restore(proefstad(), wizard.save().expect("a visit"), after(4));
    assert_eq!(told(&again), "Ik wil rust.");
    wizard.update(Event::StoryWritten("é".repeat(LONGEST_STORY + 5)), after(5));
    assert_eq!(told(&wizard).chars().count(), LONGEST_STORY);
    wizard.update(Event::StoryWritten("Ik wil rust.".into()), after(5));
    wizard.update(Event::StoryReset, after(6));
    assert_eq!(state(&wizard), (first.clone(), Telling::Replaced));
    wizard.update(Event::StoryReset, after(7));
    assert_eq!(state(&wizard), ("Ik wil rust.".to_owned(), Telling::Written), "not lost");
    // An answer that changes leaves it as it is, and that is said.
    let question = proefstad().catalogue.questions[0].clone();
    let back = Spot { aside: None, ..wizard.spot() };
    wizard.update(Event::Arrived(back), after(8));
    wizard.update(Event::ChangeAsked(question.who, question.id), after(9));
    wizard.update(many(&["house"]), after(10));
    skip_on(&mut wizard);
    wizard.update(Event::StoryAsked, after(11));
    assert_eq!(state(&wizard), ("Ik wil rust.".to_owned(), Telling::Older));
    wizard.update(Event::StoryReset, after(12));
    assert_ne!(told(&wizard), first, "it tells the new answers");
}

#[test]
fn what_to_say_first_begins_the_story_and_tells_no_danger_beside_it() {
    let opening = |wizard: &Wizard| match wizard.screen().shown {
        Shown::Advice { opening, .. } => opening,
        shown => panic!("no advice: {shown:?}"),
    };
    let mut wizard = advised();
    let first = opening(&wizard);
    assert!(first.iter().any(|it| it == "Ik heb schulden en kom er niet uit."), "{first:?}");
    wizard.update(Event::StoryAsked, after(2));
    let Shown::Story { text, .. } = wizard.screen().shown else { panic!("no story") };
    assert!(text.starts_with(&first.join("\n")), "{text}");

    let mut both = new();
    both.update(many(&["money", "home"]), after(1));
    both.update(many(&["debts"]), after(2));
    both.update(many(&["violence"]), after(3));
    skip_on(&mut both);
    assert_eq!(opening(&both), ["Ik heb schulden en kom er niet uit."]);
}

#[test]
fn a_story_is_not_told_of_whoever_asks() {
    // They may ask for somebody else.
    let mut wizard = advised();
    wizard.update(Event::StoryAsked, after(2));
    let Shown::Story { text, .. } = wizard.screen().shown else { panic!("no story") };
    assert!(text.contains("De postcode is 6813."), "{text}");
    assert!(!text.contains("Ik woon") && !text.contains("Ik ben "), "{text}");
    // What it is about is told, if nothing more is known.
    let mut vague = new();
    vague.update(many(&["money"]), after(1));
    skip_on(&mut vague);
    vague.update(Event::StoryAsked, after(2));
    let Shown::Story { text, .. } = vague.screen().shown else { panic!("no story") };
    let about = "Het gaat over: Geld tekort, schulden of iets niet kunnen betalen.";
    assert!(text.starts_with(about), "{text}");
}

#[test]
fn everything_is_wiped() {
    let mut wizard = at_place();
    assert_eq!(wizard.update(Event::ForgetAsked, after(2)), [Effect::Forget]);
    assert_eq!(shows(&wizard), shows(&new()));
    assert!(wizard.save().is_none());
}

/// Every event there is, with answers that fit somewhere and answers that do not.
fn any_event() -> impl Strategy<Value = Event> {
    let bundle = proefstad();
    let mut ids: BTreeSet<String> = BTreeSet::new();
    let mut keys = Vec::new();
    for question in &bundle.catalogue.questions {
        keys.push((question.who, question.id.clone()));
        ids.extend(question.choices.iter().map(|choice| choice.id.to_string()));
    }
    ids.extend(bundle.directory.wijken.iter().map(|wijk| wijk.code.to_string()));
    ids.insert("nothing-like-it".into());
    let ids: Vec<String> = ids.into_iter().collect();
    let id = prop::sample::select(ids);
    let one = id.clone().prop_map(|id| Answer::One(id.as_str().into()));
    let many = prop::collection::btree_set(id, 0..4)
        .prop_map(|ids| Answer::Many(ids.iter().map(|id| id.as_str().into()).collect()));
    let place = prop::sample::select(vec![
        Answer::Place(Place::FromList),
        Answer::Place(Place::NoFixedAddress),
        Answer::Place(Place::Elsewhere),
        Answer::Place(Place::Postcode("6822".parse().expect("a postcode"))),
        Answer::Place(Place::Postcode("1011AB".parse().expect("a postcode"))),
    ]);
    let age = prop::sample::select(AgeGroup::ALL.to_vec()).prop_map(Answer::Age);
    let answer = prop_oneof![3 => many, 2 => one, 1 => place, 1 => age, 2 => Just(Answer::Skipped)];
    let spot = (
        0_usize..40,
        prop::sample::select(vec![
            None,
            Some(Aside::Talk),
            Some(Aside::Watched),
            Some(Aside::Story),
            Some(Aside::Carried),
            Some(Aside::Contact(Stage::Reach)),
            Some(Aside::Contact(Stage::Sent)),
        ]),
    );
    prop_oneof![
        8 => answer.prop_map(Event::Answered),
        2 => "([0-9]{4} ?[a-zA-Z]{0,2}|.{0,20})".prop_map(Event::PostcodeGiven),
        1 => prop::sample::select(vec!["6822", "6813", "6846", "6800"]).prop_map(|p| Event::PostcodeGiven(p.into())),
        4 => Just(Event::WentOn),
        2 => spot.prop_map(|(step, aside)| Event::Arrived(Spot { step, aside })),
        1 => prop::sample::select(keys).prop_map(|(who, id)| Event::ChangeAsked(who, id)),
        1 => prop::sample::select(vec![
            Event::NothingChosen, Event::WentBack, Event::TalkAsked, Event::StoryAsked,
            Event::TakeAsked(Take::Print), Event::TakeAsked(Take::Link), Event::StoryReset,
            Event::StoryWritten("Ik.".into()), Event::DoorPreferred(None),
            Event::DoorPreferred(Some(Door::Party("jeugdwijs".into()))),
            Event::LinkOpened(format!("w1/WK999806/{}/weg", Takeaway::code(&"uwv".into()))), Event::LinkOpened("x".into()),
            Event::ContactAt(Stage::Reach), Event::ContactAt(Stage::Review),
            Event::SaidUnwatched, Event::SaidWatched, Event::ForgetAsked, Event::StorageRefused,
            Event::StillHere, Event::Woke,
        ]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever happens, there is a screen, and a reload shows the same one.
    #[test]
    fn any_visit_can_be_shown_and_remembered(events in prop::collection::vec((any_event(), 0_u64..4_000), 0..40)) {
        let mut wizard = new();
        let (mut clock, mut active) = (0, 0);
        for (event, waited) in events {
            clock += waited / 20;
            // Looking at a page is no use of it.
            if event != Event::Woke {
                active = clock;
            }
            wizard.update(event, after(clock));
            let number = wizard.spot().number();
            prop_assert_eq!(Spot::of_number(number), wizard.spot());
            let shown = shows(&wizard);
            if let Some(saved) = wizard.save() {
                let read = Saved::read(&saved.write());
                prop_assert_eq!(read.as_ref(), Some(&saved));
                let again = Wizard::restore(proefstad(), saved, after(active));
                prop_assert_eq!(untyped(&shows(&again)), untyped(&shown));
                prop_assert_eq!(again.save(), wizard.save());
            }
        }
    }

    /// An advice always has a person to reach, and a reason.
    #[test]
    fn any_advice_reaches_a_person(events in prop::collection::vec(any_event(), 0..25)) {
        let mut wizard = new();
        for event in events {
            wizard.update(event, after(1));
        }
        wizard.update(Event::Arrived(wizard.spot()), after(1));
        wizard.update(Event::Arrived(Spot { step: wizard.spot().step, aside: None }), after(1));
        skip_on(&mut wizard);
        let Shown::Advice { advice, .. } = wizard.screen().shown else { panic!("no advice") };
        let away = *advice.lead.route == proefstad().catalogue.away;
        prop_assert!(away || advice.lead.ladder.iter().any(|rung| rung.reach.channel == Channel::Phone));
    }
}

/// What was typed and refused is not remembered: it may be anything.
fn untyped(shown: &str) -> String {
    match (shown.find("typed: "), shown.rfind("problem: ")) {
        (Some(from), Some(_)) => shown[..from].to_owned(),
        _ => shown.to_owned(),
    }
}

/// Whoever writes is there: an hour of it is no hour away.
#[test]
fn who_stirs_is_neither_warned_nor_wiped() {
    let mut wizard = at_place();
    let before = (shows(&wizard), wizard.look());
    for at in (60..=3 * 3_600).step_by(20) {
        let effects = wizard.update(Event::Stirred, after(at));
        assert!(effects.is_empty() || effects == [Effect::Save], "{at}: {effects:?}");
        wizard.update(Event::Woke, after(at + 10));
        assert_eq!(wizard.screen().notice, None, "after {at} seconds");
    }
    assert_eq!((shows(&wizard), wizard.look()), before, "nothing is drawn anew");
}

#[test]
fn stirring_is_kept_once_a_minute_and_not_before_there_is_something_to_forget() {
    let mut wizard = at_place();
    let mut kept = 0;
    for at in 60..660 {
        kept += wizard.update(Event::Stirred, after(at)).len();
    }
    assert!((9..=11).contains(&kept), "kept {kept} times in ten minutes");
    let mut untouched = new();
    assert!(untouched.update(Event::Stirred, after(600)).is_empty());
}

#[test]
fn being_away_is_said_beside_the_screen_and_wiped_after_an_hour() {
    let mut wizard = at_place();
    wizard.update(Event::Stirred, after(600));
    let look = wizard.look();
    wizard.update(Event::Woke, after(600 + 3_301));
    assert_eq!(wizard.screen().notice, Some(Notice::SoonExpired));
    assert_eq!(wizard.look(), look, "the screen with its choices is not drawn anew");
    let effects = wizard.update(Event::Stirred, after(600 + 3_601));
    assert_eq!(effects, vec![Effect::Forget], "coming back too late is too late");
}
