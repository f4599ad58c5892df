//! What an element listens to, in both programs.

use crate::node::Listener;
use crate::platform::document;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

/// Lets an element tell what is pressed or sent there. What it listens with lives as long as
/// the page: that is one closure for each button and form that was drawn.
pub(super) fn hear<A: Clone + 'static>(
    element: &Element,
    listener: Listener<A>,
    tell: &Rc<dyn Fn(A)>,
) {
    let what = match listener {
        Listener::Nothing => return,
        Listener::Pressed(_) => "click",
        Listener::Sent(_) => "submit",
    };
    let tell = tell.clone();
    let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| match &listener {
        Listener::Nothing => {}
        Listener::Pressed(act) => tell(act.clone()),
        Listener::Sent(sent) => tell(sent(&document::sent(&event))),
    });
    let _ = element.add_event_listener_with_callback(what, heard.as_ref().unchecked_ref());
    heard.forget();
}
