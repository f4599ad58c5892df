//! "Kan iemand meekijken?", before something of a dangerous topic goes on paper.

use super::Node;
use super::parts::{back, button, h1, p, screen};
use crate::node::{element, inside};
use crate::texts::NL;
use crate::wizard::Event;

/// Two ways on, and back.
pub fn view() -> Node {
    screen(inside![
        back(),
        h1(inside![NL.watched]),
        p(NL.watched_hint),
        element(
            "div",
            "wd-ways",
            inside![
                button(NL.watched_no, Event::SaidWatched),
                button(NL.unwatched_yes, Event::SaidUnwatched),
            ]
        ),
    ])
}
