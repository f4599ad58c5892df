//! "Kan iemand meekijken?", before something of a dangerous topic goes on paper.

use super::Node;
use super::parts::{back, button, h1, p, screen};
use crate::node::{element, inside};
use crate::texts::Texts;
use crate::wizard::Event;

/// Two ways on, and back.
pub fn view(texts: &Texts) -> Node {
    screen(inside![
        back(texts),
        h1(inside![texts.watched()]),
        p(texts.watched_hint()),
        element(
            "div",
            "wd-ways",
            inside![
                button(texts.watched_no(), Event::SaidWatched),
                button(texts.unwatched_yes(), Event::SaidUnwatched),
            ]
        ),
    ])
}
