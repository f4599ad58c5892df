//! `wijkdeur draw`: screens as HTML without a browser, for whoever measures or compares them.
//!
//! Absent: a browser, and any judgement of what is drawn; `tests` hold that.

mod advices;
pub mod doing;
mod walks;

use super::data::load;
use super::say;
use crate::content::{Beside, Bundle, Data, Rest, Young};
use crate::domain::Directory;
use crate::node::{inside, to_html};
use crate::screens;
use crate::wizard::{Effect, Event, Now, Shown, Spot, Wizard};
use serde_json::json;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

/// What is drawn.
#[derive(Clone, Copy)]
pub(super) enum What {
    /// So many visits, screen by screen, with what is done on each.
    Walks(u64),
    /// The advice for each need by itself, and for so many times three needs.
    Advices(u64),
}

/// What to draw, of whom and when.
pub(super) struct Order {
    /// The short name of the municipality.
    pub municipality: String,
    /// When all of it happens, in seconds since 1970.
    pub seconds: u64,
    pub what: What,
}

/// Prints what was asked for as JSON.
pub(super) fn run(data: &Path, order: &Order) -> ExitCode {
    let Some(data) = load(data) else { return ExitCode::FAILURE };
    let known = |town: &&Directory| town.municipality.slug == order.municipality;
    let town = data.directories.iter().find(known).and_then(|town| Town::new(&data, town, order));
    let Some(town) = town else {
        eprintln!("Gemeente ‘{}’ is er niet.", order.municipality);
        return ExitCode::FAILURE;
    };
    let drawn = match order.what {
        What::Walks(many) => {
            json!((0..many).map(|seed| walks::walk(&town, seed)).collect::<Vec<_>>())
        }
        What::Advices(many) => json!(advices::all(&data, &town, many)),
    };
    say(&format!("{drawn}\n"));
    ExitCode::SUCCESS
}

/// A town to draw in, with all that a browser would fetch of it.
struct Town {
    bundle: Bundle,
    /// What is said to somebody under 18, as it is published.
    young: Vec<u8>,
    now: Now,
}

impl Town {
    fn new(data: &Data, directory: &Directory, order: &Order) -> Option<Self> {
        let [bundle, young] = data.bundles(directory)?;
        let young = bundle.write_young(&young).ok()?;
        // What a browser reads, and not what it was made from: keepers know more.
        let beside = Beside { young: "young".to_owned(), ..Beside::default() };
        let [first, rest] = bundle.write(&beside).ok()?;
        let mut bundle = Bundle::read(&first)?;
        bundle.complete(Rest::read(&rest)?);
        Some(Self { bundle, young, now: Now::at(order.seconds) })
    }

    fn begin(&self) -> Visit<'_> {
        // Only the visit itself may hold what is said to somebody under 18 in another way.
        let bundle = Arc::new(self.bundle.clone());
        let wizard = Wizard::new(bundle, self.now);
        Visit { town: self, wizard, before: Vec::new() }
    }
}

/// A visit with what a browser knows of it.
struct Visit<'t> {
    town: &'t Town,
    wizard: Wizard,
    /// The entries of its history before the one it stands on.
    before: Vec<Spot>,
}

impl Visit<'_> {
    /// What happens, and what a browser does about it.
    fn happen(&mut self, event: Event) {
        // What is said to the young came while the screen before stood there.
        self.young_came();
        let at = self.wizard.spot();
        for effect in self.wizard.update(event, self.town.now) {
            match effect {
                Effect::Push(_) => self.before.push(at),
                Effect::Back(first) => {
                    let spot = self.before.pop().unwrap_or(first);
                    self.wizard.update(Event::Arrived(spot), self.town.now);
                }
                _ => {}
            }
        }
        // Lines for danger do not wait for it, and are not drawn again.
        if matches!(self.wizard.screen().shown, Shown::Waiting { .. }) {
            self.young_came();
        }
    }

    fn young_came(&mut self) {
        if self.wizard.young_file().is_some() {
            self.wizard.young_came(Young::read(&self.town.young));
        }
    }

    /// The screen that stands there.
    fn node(&self) -> screens::Node {
        screens::shown(self.wizard.screen(), self.wizard.bundle(), false)
    }

    /// The same, as a browser is to draw it.
    fn html(&self) -> String {
        to_html(&inside![self.node()])
    }
}
