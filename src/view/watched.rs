//! "Kan iemand meekijken?", before something of a dangerous topic goes on paper.

use super::app::Tell;
use super::element::{element, inside};
use super::parts::{back, button, h1, p, screen};
use crate::texts::NL;
use crate::wizard::Event;
use leptos::prelude::AnyView;

/// Two ways on, and back.
pub(super) fn view(tell: &Tell) -> AnyView {
    let (stop, print) = (tell.clone(), tell.clone());
    screen(inside![
        back(),
        h1(inside![NL.watched]),
        p(NL.watched_hint),
        element(
            "div",
            "wd-ways",
            inside![
                button(NL.watched_no, move || stop(Event::SaidWatched)),
                button(NL.unwatched_yes, move || print(Event::SaidUnwatched)),
            ]
        ),
    ])
}
