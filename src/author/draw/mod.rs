//! `wijkdeur draw`: screens as HTML without a browser, for whoever measures or compares them.
//!
//! Absent: a browser, and any judgement of what is drawn; `tests` hold that.

mod advices;
pub mod doing;
mod walks;

use super::data::load;
use super::say;
use crate::content::{Beside, Bundle, Data, Young};
use crate::domain::Directory;
use crate::node::{inside, to_html};
use crate::screens;
use crate::wizard::{Effect, Event, Now, Wizard};
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
    bundle: Arc<Bundle>,
    /// What is said to somebody under 18, as it is published.
    young: Vec<u8>,
    now: Now,
}

impl Town {
    fn new(data: &Data, directory: &Directory, order: &Order) -> Option<Self> {
        let [mut bundle, young] = data.bundles(directory)?;
        let young = bundle.write_young(&young).ok()?;
        bundle.beside = Beside { young: "young".to_owned(), ..Beside::default() };
        Some(Self { bundle: Arc::new(bundle), young, now: Now::at(order.seconds) })
    }

    fn begin(&self) -> Wizard {
        Wizard::new(self.bundle.clone(), self.now)
    }

    /// What happens, and what a browser does about it.
    fn happen(&self, wizard: &mut Wizard, event: Event) {
        for effect in wizard.update(event, self.now) {
            if let Effect::Back(spot) = effect {
                wizard.update(Event::Arrived(spot), self.now);
            }
        }
        if wizard.young_file().is_some() {
            wizard.young_came(Young::read(&self.young));
        }
    }
}

/// The screen of a visit, as a browser is to draw it.
fn html(wizard: &Wizard) -> String {
    to_html(&inside![screens::shown(wizard.screen(), wizard.bundle(), false)])
}
