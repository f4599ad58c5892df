//! Visits drawn at random, with what is done on each screen, so that a browser can do the same.

use super::Town;
use super::doing::{Deed, Way, deed};
use crate::author::prove::Dice;
use crate::screens;
use crate::wizard::{Event, Shown, Take};
use serde_json::{Value, json};

/// A visit has at most so many screens.
const MOST_SCREENS: usize = 16;

/// Each screen of one visit with what is done on it: a button that is pressed, by its place
/// among all, or a form that is filled in and sent.
pub(super) fn walk(town: &Town, seed: u64) -> Vec<Value> {
    let mut dice = Dice::new(seed);
    let mut visit = town.begin();
    let mut screens = Vec::new();
    while screens.len() < MOST_SCREENS {
        // That is of another program from here on.
        if matches!(visit.wizard.screen().shown, Shown::Contact { context: Some(_), .. }) {
            break;
        }
        let node = visit.node();
        let Some((does, event)) = (0..8).find_map(|_| one(&node, town, &mut dice)) else { break };
        screens.push(json!({ "html": visit.html(), "does": does }));
        visit.happen(event);
    }
    screens.push(json!({ "html": visit.html(), "does": null }));
    screens
}

/// Something to do that stays in the visit.
fn one(node: &screens::Node, town: &Town, dice: &mut Dice) -> Option<(Value, Event)> {
    match deed(node, &town.bundle, dice)? {
        Deed::Sent(filled, event) => {
            let fields: serde_json::Map<_, _> =
                filled.into_iter().map(|(name, values)| (name, json!(values))).collect();
            Some((json!({ "fill": fields }), event))
        }
        Deed::Pressed(at, Way::Act(event)) => Some((json!({ "press": at }), event)),
        Deed::Pressed(at, Way::Control(name)) => {
            let event = Event::of_control(&name)?;
            // What is taken along comes as a script, and a request as another program.
            let stays = match event {
                Event::TakeAsked(take) => take == Take::Print,
                Event::ContactAt(_) => false,
                _ => true,
            };
            stays.then(|| (json!({ "press": at }), event))
        }
        Deed::Pressed(_, Way::Sends) => None,
    }
}
