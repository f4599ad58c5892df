//! The islands of a screen: what changes while the screen stands. One door for all of them:
//! an island gets the element that it lives in, and lives as long as that is on the page.

use crate::node::Island;
use crate::platform::document;
use std::rc::Rc;
use web_sys::Element;

/// What a screen that stands there asks of what is around it.
pub(super) struct Live<A> {
    /// Tells what happened.
    pub(super) tell: Rc<dyn Fn(A)>,
    /// In how many seconds everything is wiped.
    pub(super) left: Rc<dyn Fn() -> u32>,
}

impl<A> Clone for Live<A> {
    fn clone(&self) -> Self {
        Self { tell: self.tell.clone(), left: self.left.clone() }
    }
}

/// Begins an island in its element.
pub(super) fn begin<A: Clone + 'static>(place: Element, island: Island<A>, live: Live<A>) {
    let Island::Countdown { said, ended } = &island;
    let left = (live.left)();
    let text = Island::<A>::text(said, left);
    // Only what changes is heard.
    if place.text_content().as_deref() != Some(text) {
        place.set_text_content(Some(text));
    }
    if left == 0 {
        return (live.tell)(ended.clone());
    }
    document::after(1, move || {
        if place.is_connected() {
            begin(place, island, live);
        }
    });
}
