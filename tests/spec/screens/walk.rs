//! A visit drawn at random: what is on the screen is pressed, filled in and sent.

use super::judge::judge;
use crate::town::{after, bundle, data};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use wijkdeur::author::draw::doing::{Deed, Way, deed, fill, forms, send};
use wijkdeur::author::prove::Dice;
use wijkdeur::content::{Beside, Bundle, Rest, Spoken};
use wijkdeur::domain::{Field, Receipt, Wrong};
use wijkdeur::node::Node;
use wijkdeur::request::{Asking, Context, Reply, RequestKey, Sending, Stage};
use wijkdeur::screens::request::Happened;
use wijkdeur::screens::{self, request};
use wijkdeur::wizard::{Effect, Event, Shown, Wizard};

/// Screens that so many visits come to.
pub const KINDS: [&str; 20] = [
    "question",
    "postcode",
    "wijk",
    "age",
    "problem",
    "safety",
    "advice",
    "waiting",
    "talk",
    "watched",
    "story",
    "carried",
    "no desk",
    "contact",
    "request reach",
    "request about",
    "request review",
    "request sent",
    "changed advice",
    "notice",
];

static TOWNS: LazyLock<Vec<Arc<Bundle>>> = LazyLock::new(|| {
    let data = data();
    data.directories.iter().map(|town| Arc::new(bundle(&data, town))).collect()
});

/// The first half of each town, and the rest.
static HALVES: LazyLock<Vec<[Vec<u8>; 2]>> = LazyLock::new(|| {
    TOWNS.iter().map(|town| town.write(&Beside::default()).expect("two files")).collect()
});

/// What a request says.
static SPOKEN: LazyLock<Spoken> = LazyLock::new(|| {
    let [texts, _] = data().interfaces().expect("texts");
    Spoken::read(&Spoken::write(&texts).expect("a file")).expect("texts")
});

/// What was walked: how many screens of each kind, and what was wrong with which.
#[derive(Default)]
pub struct Walk {
    /// How often each kind of screen was drawn.
    pub kinds: BTreeMap<String, usize>,
    /// Each fault, with a visit that meets it.
    pub wrong: BTreeMap<String, String>,
}

impl Walk {
    /// One visit from its first screen.
    pub fn visit(&mut self, seed: u64) {
        let at = (seed % TOWNS.len() as u64) as usize;
        let town = &TOWNS[at];
        let mut dice = Dice::new(seed);
        let mut clock = dice.below(365 * 24 * 60) as u64 * 60;
        // Of some, the rest of the data comes late.
        let late = seed % 16 == 3;
        let half = late.then(|| Bundle::read(&HALVES[at][0]).expect("a first half"));
        let bundle = half.map_or_else(|| town.clone(), Arc::new);
        let mut wizard = Wizard::new(bundle, after(clock));
        if seed.is_multiple_of(10) {
            let link = wizard_link(town, &mut dice);
            wizard.update(Event::LinkOpened(link), after(clock));
        }
        let mut asking = Asking::default();
        let whose = format!("visit {seed}, {}", town.directory.municipality.slug);
        for _ in 0..24 {
            clock += dice.below(90) as u64;
            let Some(event) = self.step(&wizard, &mut asking, &mut dice, clock, &whose) else {
                continue;
            };
            happen(&mut wizard, event, clock);
            if late && matches!(wizard.screen().shown, Shown::Waiting { .. }) && dice.below(3) == 0
            {
                wizard.complete(Rest::read(&HALVES[at][1]).expect("the rest"));
            }
        }
    }

    /// Draws what there is to see and does one thing on it.
    fn step(
        &mut self,
        wizard: &Wizard,
        asking: &mut Asking,
        dice: &mut Dice,
        clock: u64,
        whose: &str,
    ) -> Option<Event> {
        let screen = wizard.screen();
        self.count(&screen.shown);
        if let Some(notice) = screen.notice {
            *self.kinds.entry("notice".into()).or_default() += 1;
            drop(screens::notice(notice, &wizard.bundle().texts));
        }
        let at = match &screen.shown {
            Shown::Contact { stage, context: Some(context), .. } => {
                Some((*stage, Context::clone(context)))
            }
            _ => None,
        };
        let node = screens::shown(screen, wizard.bundle(), dice.below(2) == 0);
        self.check(&node, whose);
        match at {
            Some((stage, context)) => {
                let stage = asking.open(context, stage, clock);
                self.of_request(asking, stage, dice, clock, whose)
            }
            None => match deed(&node, wizard.bundle(), dice)? {
                Deed::Pressed(_, Way::Act(event)) | Deed::Sent(_, event) => Some(event),
                Deed::Pressed(_, Way::Control(name)) => control(&name),
                Deed::Pressed(_, Way::Sends) => None,
            },
        }
    }

    /// The same of a request.
    fn of_request(
        &mut self,
        asking: &mut Asking,
        stage: Stage,
        dice: &mut Dice,
        clock: u64,
        whose: &str,
    ) -> Option<Event> {
        let node = request::view(asking, stage, &SPOKEN);
        *self.kinds.entry(format!("request {}", stage.as_str())).or_default() += 1;
        if !(stage == Stage::Sent && asking.sending == Sending::Not) {
            self.check(&node, whose);
        }
        let happened = match deed(&node, &TOWNS[0], dice) {
            Some(Deed::Pressed(_, Way::Act(happened)) | Deed::Sent(_, happened)) => happened,
            Some(Deed::Pressed(_, Way::Control(name))) => return control(&name),
            Some(Deed::Pressed(_, Way::Sends)) => return None,
            None => return Some(Event::WentBack),
        };
        let next = match happened {
            Happened::GoneOn(filled) => asking.gone_on(stage, &filled),
            Happened::SendAsked(filled) => {
                let key = RequestKey(clock, dice.below(usize::MAX) as u64);
                let sent = asking.send(&filled, key, clock);
                sent.map(|key| {
                    self.check(&request::view(asking, Stage::Sent, &SPOKEN), whose);
                    asking.replied(key, reply(dice, clock));
                    Stage::Sent
                })
            }
            Happened::ChangeAsked(stage) => {
                asking.take_back();
                Some(stage)
            }
            Happened::TryAgain => {
                let key = asking.try_again();
                key.and_then(|key| asking.replied(key, reply(dice, clock))).map(|_| Stage::Sent)
            }
            Happened::SentAnyway => asking.send_held().map(|_| Stage::Sent),
            Happened::ThrownAway => {
                asking.throw_away();
                Some(Stage::Reach)
            }
            Happened::AnotherAsked => {
                *asking = Asking::default();
                Some(Stage::Reach)
            }
        };
        next.map(Event::ContactAt)
    }

    fn check<A>(&mut self, node: &Node<A>, whose: &str) {
        for wrong in judge(node) {
            self.wrong.entry(wrong).or_insert_with(|| whose.to_owned());
        }
    }

    fn count(&mut self, shown: &Shown<'_>) {
        use wijkdeur::domain::Kind;
        let kind = match shown {
            Shown::Question(asked) if asked.problem.is_some() => "problem",
            Shown::Question(asked) => match asked.question.kind {
                Kind::Place => "postcode",
                Kind::Wijk => "wijk",
                Kind::Age | Kind::ChildAge => "age",
                Kind::One | Kind::Many => "question",
            },
            Shown::Safety { .. } => "safety",
            Shown::Advice { before: Some(_), .. } => "changed advice",
            Shown::Advice { .. } => "advice",
            Shown::Waiting { .. } => "waiting",
            Shown::Talk { .. } => "talk",
            Shown::Watched => "watched",
            Shown::Story { .. } => "story",
            Shown::Contact { context: None, .. } => "no desk",
            Shown::Contact { .. } => "contact",
            Shown::Carried { .. } => "carried",
        };
        *self.kinds.entry(kind.into()).or_default() += 1;
    }
}

/// Takes what happened, and performs what the browser would.
fn happen(wizard: &mut Wizard, event: Event, clock: u64) {
    for effect in wizard.update(event, after(clock)) {
        if let Effect::Back(spot) = effect {
            wizard.update(Event::Arrived(spot), after(clock));
        }
    }
}

/// A link that another device could have made, or one that says nothing.
fn wizard_link(town: &Arc<Bundle>, dice: &mut Dice) -> String {
    let mut other = Wizard::new(town.clone(), after(0));
    for _ in 0..40 {
        let node = {
            let screen = other.screen();
            if let Shown::Advice { link: Some(link), .. } = screen.shown {
                return link;
            }
            screens::shown(screen, town, false)
        };
        let event = forms(&node).first().and_then(|form| send(form, &fill(form, town, dice)));
        happen(&mut other, event.unwrap_or(Event::WentOn), 0);
    }
    "nothing".to_owned()
}

/// What a control of the page tells; one that no visit hears is none of these by mistake.
fn control(name: &str) -> Option<Event> {
    let told = Event::of_control(name);
    assert!(told.is_some() || ["retry", "leave"].contains(&name), "{name} tells nobody");
    told
}

/// What the desk may answer.
fn reply(dice: &mut Dice, clock: u64) -> Reply {
    match dice.below(6) {
        0 => Reply::Lost,
        1 => Reply::Later(30),
        2 => Reply::Refused(vec![]),
        3 => Reply::Refused(vec![(Field::Phone, Wrong::NotAPhoneNumber)]),
        _ => Reply::Kept(Receipt {
            reference: "WD-7KQ2-M4XP".into(),
            received_at: after(clock).seconds,
            working_days: 2,
        }),
    }
}
