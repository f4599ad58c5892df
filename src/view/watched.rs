//! "Kan iemand meekijken?", before something of a dangerous topic goes on paper.

use super::app::Tell;
use super::parts::{back, button, h1, p};
use crate::texts::NL;
use crate::wizard::Event;
use leptos::prelude::*;

/// Two ways on, and back.
pub(super) fn view(tell: Tell) -> AnyView {
    view! {
        <div class="wd-column wd-stack">
            {back()}
            {h1(NL.watched)}
            {p(NL.watched_hint)}
            <div class="wd-ways">
                {button(NL.watched_no, move || tell.run(Event::SaidWatched))}
                {button(NL.unwatched_yes, move || tell.run(Event::SaidUnwatched))}
            </div>
        </div>
    }
    .into_any()
}
