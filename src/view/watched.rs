//! "Kan iemand meekijken?", before something of a dangerous topic goes on paper.

use super::app::Tell;
use super::element::{Node, element, inside};
use super::parts::{back, button, h1, p, screen};
use crate::texts::NL;
use crate::wizard::Event;

/// Two ways on, and back.
pub(super) fn view(tell: &Tell) -> Node {
    let (stop, go_on) = (tell.clone(), tell.clone());
    screen(inside![
        back(),
        h1(inside![NL.watched]),
        p(NL.watched_hint),
        element(
            "div",
            "wd-ways",
            inside![
                button(NL.watched_no, move || stop(Event::SaidWatched)),
                button(NL.unwatched_yes, move || go_on(Event::SaidUnwatched)),
            ]
        ),
    ])
}
