//! The screen that a visit shows, whichever it is.

use super::reach::Around;
use super::{Node, advice, carried, contact, question, safety, story, talk, watched};
use crate::content::Bundle;
use crate::domain::Line;
use crate::node::{element, inside};
use crate::wizard::{Screen, Shown};

/// All that stands in the place of the app; `lost` says that what is waited for cannot be had.
pub fn shown(screen: Screen<'_>, bundle: &Bundle, lost: bool) -> Node {
    let around = Around::new(bundle, screen.now);
    let shown = match screen.shown {
        Shown::Question(asked) => question::view(&asked, screen.number, bundle),
        Shown::Safety { lines, advice_next } => {
            safety::view(&lines, screen.young, advice_next, &around)
        }
        Shown::Advice { facts, advice, opening, unverified, before, link } => {
            let called = Line::any_called(&advice.safety);
            let page = advice::Page { around: &around, known: &facts, opening: &opening, called };
            page.view(&advice, unverified, before, link)
        }
        Shown::Waiting { lines } => talk::waiting(&lines, lost, &around),
        Shown::Talk { lines, young, elsewhere } => talk::view(&lines, &young, elsewhere, &around),
        Shown::Watched => watched::view(&bundle.texts),
        Shown::Story { text, state, plan } => story::view(&bundle.texts, &text, state, plan),
        Shown::Contact { stage, context, opening, lines } => {
            contact::view(stage, context.as_deref(), &opening, &lines, &around)
        }
        Shown::Carried { wijk, parties, gone, begun } => {
            carried::view(wijk, &parties, gone, begun, &around)
        }
    };
    element("div", "wd-screen", inside![shown])
}
