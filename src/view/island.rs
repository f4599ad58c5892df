//! The islands of a screen, as components of Leptos: what changes while the screen stands.

use crate::node::Island;
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;

/// What a screen that stands there asks of what is around it.
pub(super) struct Live<A> {
    /// Tells what happened.
    pub(super) tell: Rc<dyn Fn(A)>,
    /// In how many seconds everything is wiped.
    pub(super) left: Rc<dyn Fn() -> u32>,
}

/// Begins an island, for as long as its screen stands.
pub(super) fn mounted<A: Clone + 'static>(island: Island<A>, live: &Live<A>) -> AnyView {
    let Island::Countdown { said, ended } = island;
    let (left, tell) = (live.left.clone(), live.tell.clone());
    view! { <Countdown said left end=Rc::new(move || tell(ended.clone())) /> }.into_any()
}

/// Says how long it is; only what changes is heard.
#[component]
fn Countdown(
    said: Vec<(u32, String)>,
    left: Rc<dyn Fn() -> u32>,
    end: Rc<dyn Fn()>,
) -> impl IntoView {
    let (now, set_now) = signal(left());
    let tick = move || {
        let left = left();
        if left == 0 {
            end();
        }
        set_now.set(left);
    };
    if let Ok(ticking) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || ticking.clear());
    }
    let text = Memo::new(move |_| Island::<()>::text(&said, now.get()).to_owned());
    view! { <p class="nl-paragraph">{text}</p> }
}
