//! From the visit to a request: who would get it, and what is known for it.

use crate::town::{after, proefstad, voorbeeldstad};
use std::sync::Arc;
use wijkdeur::content::{Bundle, Town};
use wijkdeur::domain::*;
use wijkdeur::request::{Context, Stage};
use wijkdeur::wizard::*;

fn new() -> Wizard {
    Wizard::new(voorbeeldstad().clone(), after(0))
}

/// What is answered, by the name of the question; what is not in it is skipped.
type Given<'g> = &'g [(&'g str, &'g str)];

/// Goes one screen on; whether there was one before the advice.
fn goes_on(wizard: &mut Wizard, given: Given<'_>) -> bool {
    let event = match wizard.screen().shown {
        Shown::Safety { .. } => Event::WentOn,
        Shown::Question(asked) => {
            let name = match asked.question.kind {
                Kind::ChildAge => "child-age",
                _ => asked.question.id.as_str(),
            };
            let found = given.iter().find(|(asked, _)| *asked == name);
            match (found.map(|(_, answer)| *answer), asked.question.kind) {
                (None, _) => Event::Answered(Answer::Skipped),
                (Some("elsewhere"), _) => Event::Answered(Answer::Place(Place::Elsewhere)),
                (Some(postcode), Kind::Place) => Event::PostcodeGiven(postcode.to_owned()),
                (Some(age), Kind::Age | Kind::ChildAge) => {
                    let age = serde_json::from_value(age.into()).expect("an age");
                    Event::Answered(Answer::Age(age))
                }
                (Some(all), Kind::Many) => {
                    Event::Answered(Answer::Many(all.split(' ').map(ChoiceId::from).collect()))
                }
                (Some(one), _) => Event::Answered(Answer::One(one.into())),
            }
        }
        _ => return false,
    };
    let before = wizard.spot();
    wizard.update(event, after(1));
    assert_ne!(wizard.spot(), before, "{:?} did not go on", before);
    true
}

/// At the advice after these answers.
fn advised(mut wizard: Wizard, given: Given<'_>) -> Wizard {
    while goes_on(&mut wizard, given) {}
    assert!(matches!(wizard.screen().shown, Shown::Advice { .. }));
    wizard
}

/// What is known for a request from here.
fn context(wizard: &Wizard) -> Option<Context> {
    let mut wizard = wizard.clone();
    wizard.update(Event::ContactAt(Stage::Reach), after(2));
    match wizard.screen().shown {
        Shown::Contact { context, stage: Stage::Reach, .. } => context.map(|context| *context),
        shown => panic!("no request: {shown:?}"),
    }
}

fn known(given: Given<'_>) -> Context {
    context(&advised(new(), given)).expect("a desk takes it")
}

const HOUSEHOLD: Given<'_> =
    &[("topics", "house"), ("house", "household"), ("how-long", "long"), ("place", "1235 AA")];

#[test]
fn help_at_home_goes_to_the_team_and_is_a_melding() {
    let wizard = advised(new(), HOUSEHOLD);
    let Shown::Advice { advice, .. } = wizard.screen().shown else { panic!("no advice") };
    assert_eq!(advice.lead.door(), Door::Party("wijkteam-weverswijk".into()));
    let context = context(&wizard).expect("a desk takes it");
    assert_eq!(context.provider, Some("wijkteam-weverswijk".into()));
    assert_eq!(context.receiver, "Wijkteam Weverswijk");
    assert_eq!(
        (context.municipality.as_str(), context.town.as_str()),
        ("voorbeeldstad", "Voorbeeldstad")
    );
    assert!(context.demonstration && context.needs_permission && context.wmo_melding);
    assert_eq!((context.working_days, &context.melding_elsewhere), (3, &None));
    assert!(!context.discreet && !context.young && !context.under_16 && !context.child);
    assert_eq!(context.wijk, "Weverswijk");
    // The story is that of "Mijn verhaal", and the answers are in the words of the screen.
    let mut told = wizard.clone();
    told.update(Event::StoryAsked, after(2));
    let Shown::Story { text, .. } = told.screen().shown else { panic!("no story") };
    assert_eq!(context.story, text);
    assert!(context.told.len() >= 4 && context.told.iter().all(|told| !told.question.is_empty()));
    assert!(context.told.iter().any(|told| told.answer.contains("1235")), "{:?}", context.told);
    // As it is written beside the form, too.
    assert_eq!(Context::read(&context.write()), context);
}

#[test]
fn a_story_that_was_written_goes_before_the_answers() {
    let mut wizard = advised(new(), HOUSEHOLD);
    wizard.update(Event::StoryAsked, after(2));
    wizard.update(Event::StoryWritten("Ik wil rust.".into()), after(3));
    assert_eq!(context(&wizard).expect("a desk").story, "Ik wil rust.");
}

#[test]
fn what_is_no_help_of_the_wmo_is_no_melding() {
    let context = known(&[("topics", "work"), ("work", "work"), ("place", "1235 AA")]);
    assert!(!context.wmo_melding && context.melding_elsewhere.is_none());
    // A municipality where it is made in another way says how.
    let mut bundle = Bundle::clone(voorbeeldstad());
    let desk = bundle.directory.municipality.desk.as_mut().expect("a desk");
    desk.wmo_melding = WmoMelding::Elsewhere("Bel de gemeente.".into());
    let elsewhere = Arc::new(bundle);
    let melding = |given| {
        let wizard = advised(Wizard::new(elsewhere.clone(), after(0)), given);
        let context = self::context(&wizard).expect("a desk takes it");
        (context.wmo_melding, context.melding_elsewhere)
    };
    assert_eq!(melding(HOUSEHOLD), (false, Some("Bel de gemeente.".to_owned())));
    assert_eq!(melding(&[("topics", "work"), ("work", "work")]), (false, None));
}

/// Whether a request is a *melding* with its six weeks, and whether a story may be a plan.
fn under_the_wmo(given: Given<'_>) -> (bool, bool) {
    let mut wizard = advised(new(), given);
    let melding = context(&wizard).expect("a desk takes it").wmo_melding;
    wizard.update(Event::StoryAsked, after(2));
    match wizard.screen().shown {
        Shown::Story { plan, .. } => (melding, plan),
        shown => panic!("no story: {shown:?}"),
    }
}

#[test]
fn six_weeks_and_a_personal_plan_belong_to_the_wmo_only() {
    let wmo: [Given<'_>; 4] = [
        HOUSEHOLD,
        // Beside something else.
        &[("topics", "house work"), ("house", "household"), ("work", "work")],
        // A grown-up, and a parent who asks for a child.
        &[("topics", "mood"), ("mood", "stress"), ("age", "27-66")],
        &[("topics", "school"), ("school", "child-disability"), ("child-age", "4-11")],
    ];
    let other: [Given<'_>; 8] = [
        &[("topics", "money"), ("money", "debts")],
        &[("topics", "work"), ("work", "income")],
        &[("topics", "child"), ("child", "parenting-teen")],
        // Whoever disagrees with help has made a *melding* before.
        &[("topics", "other"), ("other", "complaint"), ("about", "help")],
        &[("topics", "other"), ("other", "objection"), ("about", "help")],
        &[("topics", "house other"), ("house", "household"), ("other", "objection")],
        // The help of somebody under 18 is youth help.
        &[("topics", "young"), ("young", "talk")],
        &[("topics", "mood"), ("mood", "stress"), ("age", "16-17")],
    ];
    for given in wmo {
        assert_eq!(under_the_wmo(given), (true, true), "{given:?}");
    }
    for given in other {
        assert_eq!(under_the_wmo(given), (false, false), "{given:?}");
    }
}

#[test]
fn only_who_is_not_the_municipality_needs_permission() {
    let directory = &voorbeeldstad().directory;
    let mut municipal = 0;
    for wijk in directory.postcodes.iter().filter(|range| !range.wijken.is_empty()) {
        for (topic, need) in [("work", "income"), ("home", "energy"), ("house", "household")] {
            let place = wijk.from.to_string();
            let context =
                known(&[("topics", topic), (topic, need), ("food", "enough"), ("place", &place)]);
            let receiver = directory.receiver(context.provider.as_ref());
            assert_eq!(context.needs_permission, receiver == Receiver::Other, "{context:?}");
            let entrance = &directory.municipality.entrance;
            let party = directory.provider(context.provider.as_ref().unwrap_or(entrance));
            assert_eq!(party.map(|party| party.name.as_str()), Some(context.receiver.as_str()));
            municipal += usize::from(receiver == Receiver::Municipality);
        }
    }
    assert!(municipal > 0, "nobody of the municipality itself");
}

/// A team is the municipality itself only where the directory says so; the desk knows the same.
#[test]
fn a_team_of_the_municipality_is_the_municipality() {
    let town = &voorbeeldstad().directory;
    let desk = Town::of(town).expect("a desk");
    let of = |id: &str| {
        let id = ProviderId::from(id);
        assert_eq!(desk.receiver(Some(&id)), town.receiver(Some(&id)));
        town.receiver(Some(&id))
    };
    assert_eq!(of("wijkteam-west"), Receiver::Municipality);
    assert_eq!(of("wijkteam-noord"), Receiver::Other);
    let mut bundle = (**voorbeeldstad()).clone();
    for (municipal, asked) in [(false, true), (true, false)] {
        let mut teams = bundle.directory.providers.iter_mut();
        let team = teams.find(|party| party.id.as_str() == "wijkteam-weverswijk");
        team.expect("a team").municipal = municipal;
        let wizard = Wizard::new(Arc::new(bundle.clone()), after(0));
        let context = context(&advised(wizard, HOUSEHOLD)).expect("a desk takes it");
        assert_eq!(
            (context.needs_permission, context.receiver.as_str()),
            (asked, "Wijkteam Weverswijk")
        );
    }
}

#[test]
fn nothing_is_written_for_somebody_after_a_flag() {
    let given: Given<'_> =
        &[("topics", "danger"), ("safety", "violence"), ("now", "no"), ("place", "1235 AA")];
    let wizard = advised(new(), given);
    let told = context(&wizard).expect("a desk takes it");
    assert!(told.discreet);
    assert_eq!(told.story, "");
    assert!(told.private, "violence is nobody's business");
    // From the first screen on that knows of it.
    let mut early = new();
    goes_on(&mut early, given);
    let told = context(&early).expect("a desk takes it");
    assert!(told.discreet && told.story.is_empty() && told.provider.is_none());
    let mut asked = early.clone();
    asked.update(Event::ContactAt(Stage::Reach), after(3));
    let Shown::Contact { lines, .. } = asked.screen().shown else { panic!("no request") };
    assert!(!lines.is_empty(), "the lines for danger stay on top");
    // What they write themselves goes along.
    let mut written = wizard;
    written.update(Event::StoryAsked, after(2));
    written.update(Event::StoryWritten("Bel mijn werk.".into()), after(3));
    let told = context(&written).expect("a desk takes it");
    assert!(told.discreet && told.story == "Bel mijn werk.");
}

#[test]
fn nobody_in_particular_gets_it_before_the_advice() {
    let mut wizard = new();
    loop {
        let context = context(&wizard).expect("a desk takes it");
        assert_eq!(context.provider, None);
        assert_eq!(context.receiver, "Gemeente Voorbeeldstad");
        assert!(!context.needs_permission && context.story.is_empty());
        goes_on(&mut wizard, HOUSEHOLD);
        if matches!(wizard.screen().shown, Shown::Advice { .. }) {
            break;
        }
    }
    assert!(context(&wizard).is_some_and(|context| context.provider.is_some()));
}

#[test]
fn there_is_no_request_where_no_desk_takes_it() {
    let proefstad =
        advised(Wizard::new(proefstad(), after(0)), &[("topics", "house"), ("house", "household")]);
    assert_eq!(context(&proefstad), None);
    assert_eq!(context(&Wizard::new(self::proefstad(), after(0))), None);
    let away = [("topics", "house"), ("house", "household"), ("place", "elsewhere")];
    assert_eq!(context(&advised(new(), &away)), None, "it is for another municipality");
}

#[test]
fn a_choice_of_somebody_else_is_who_gets_it() {
    let mut wizard = advised(new(), HOUSEHOLD);
    let Shown::Advice { advice, .. } = wizard.screen().shown else { panic!("no advice") };
    let doors = advice.doors();
    let directory = &voorbeeldstad().directory;
    for door in doors {
        wizard.update(Event::DoorPreferred(Some(door.clone())), after(2));
        let context = context(&wizard).expect("a desk takes it");
        if let Door::Party(id) = &door
            && directory.receiver(Some(id)) != Receiver::Unknown
        {
            assert_eq!(context.provider.as_ref(), Some(id));
        }
        // Whoever it is, they take requests.
        let receiver = directory.receiver(context.provider.as_ref());
        assert_ne!(receiver, Receiver::Unknown, "{door:?}");
        assert_eq!(context.needs_permission, receiver == Receiver::Other, "{door:?}");
    }
}

#[test]
fn who_is_under_16_is_told_of_their_parents() {
    let with = |age| {
        let given = [
            ("topics", "money"),
            ("money", "debts"),
            ("letter-date", "no"),
            ("age", age),
            ("place", "1235 AA"),
        ];
        known(&given).under_16
    };
    assert!(with("12-15"));
    for age in ["16-17", "18-26", "27-66", "67+"] {
        assert!(!with(age), "{age}");
    }
    // Who is young and said no more may be.
    let young = known(&[("topics", "young"), ("young", "school"), ("place", "1235 AA")]);
    assert!(young.young && young.under_16 && !young.child);
}

#[test]
fn a_request_about_a_child_is_for_the_child() {
    let given = [
        ("topics", "school"),
        ("school", "child-sad"),
        ("child-death", "no"),
        ("child-age", "12-15"),
        ("place", "1235 AA"),
    ];
    let context = known(&given);
    assert!(context.child && !context.young && !context.under_16, "{context:?}");
}

#[test]
fn a_visit_remembers_that_there_may_be_a_request() {
    let mut wizard = new();
    assert!(wizard.save().is_none() && !wizard.contacted());
    let spot = Spot { step: 0, aside: Some(Aside::Contact(Stage::Reach)) };
    // Nobody comes to it by an entry of the history of before.
    wizard.update(Event::Arrived(spot), after(1));
    assert_eq!(wizard.spot().aside, None);
    let effects = wizard.update(Event::ContactAt(Stage::Reach), after(1));
    assert_eq!(effects, [Effect::Save, Effect::Push(spot)]);
    wizard.update(Event::ContactAt(Stage::About), after(2));
    let saved = wizard.save().expect("there is something to forget");
    let saved = Saved::read(&saved.write()).expect("a visit");
    let again = Wizard::restore(voorbeeldstad().clone(), saved.clone(), after(3));
    assert!(again.contacted());
    assert_eq!(again.spot().aside, Some(Aside::Contact(Stage::About)));
    // Back, and forward again.
    wizard.update(Event::Arrived(Spot::default()), after(4));
    assert!(wizard.contacted() && matches!(wizard.screen().shown, Shown::Question(_)));
    wizard.update(Event::Arrived(spot), after(5));
    assert!(matches!(wizard.screen().shown, Shown::Contact { .. }));
    // After an hour, or when all is wiped, it is forgotten.
    let late = Wizard::restore(voorbeeldstad().clone(), saved, after(9_000));
    assert!(!late.contacted() && late.screen().notice == Some(Notice::Expired));
    assert_eq!(wizard.update(Event::ForgetAsked, after(6)), [Effect::Forget]);
    assert!(!wizard.contacted() && wizard.save().is_none());
}

#[test]
fn every_place_in_a_visit_has_a_number_of_its_own() {
    let contact = Stage::ALL.map(|stage| Some(Aside::Contact(stage)));
    let asides = [None, Some(Aside::Talk), Some(Aside::Watched), Some(Aside::Story)]
        .into_iter()
        .chain([Some(Aside::Carried)])
        .chain(contact);
    let mut numbers = Vec::new();
    for aside in asides {
        for step in 0..50 {
            let spot = Spot { step, aside };
            assert_eq!(Spot::of_number(spot.number()), spot);
            numbers.push(spot.number());
        }
    }
    let many = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), many);
    // Nothing between two of them stands for nothing.
    for number in 0..500 {
        assert_eq!(Spot::of_number(number).number(), number);
    }
}

#[test]
fn only_a_flag_whose_lines_are_private_makes_a_request_private() {
    assert!(!known(HOUSEHOLD).private);
    let eviction: Given<'_> =
        &[("topics", "money"), ("money", "debts"), ("letter-date", "yes"), ("place", "1235 AA")];
    let told = known(eviction);
    assert!(told.discreet && !told.private);
    for (topic, answer) in [("safety", "violence"), ("safety", "suicide"), ("safety", "other")] {
        assert!(known(&[("topics", "danger"), (topic, answer)]).private, "{answer}");
    }
    // The page says that danger was told, on every screen from then on.
    let mut wizard = new();
    assert!(!wizard.screen().danger);
    goes_on(&mut wizard, eviction);
    assert!(!wizard.screen().danger);
    assert!(advised(new(), eviction).screen().danger);
}

#[test]
fn a_wijk_is_named_only_where_it_is_one() {
    fn wijk(place: &str) -> String {
        let mut given = HOUSEHOLD.to_vec();
        given.retain(|(question, _)| *question != "place");
        given.push(("place", place));
        known(&given).wijk
    }
    let directory = &voorbeeldstad().directory;
    for range in directory.postcodes.iter().filter(|range| !range.wijken.is_empty()) {
        let digits = range.from.digits();
        let wijken = directory.wijken_of(digits).expect("a table");
        let named = wijk(&digits.to_string());
        match &*wijken {
            [one] => assert_eq!(Some(named), directory.wijk(one).map(|wijk| wijk.name.clone())),
            _ => assert_eq!(named, "", "{wijken:?}"),
        }
    }
    let given = [("topics", "house"), ("house", "household"), ("how-long", "long")];
    assert_eq!(known(&given).wijk, "", "not said");
}
