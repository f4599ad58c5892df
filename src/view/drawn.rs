//! The one place where Leptos draws the nodes of a screen.

use super::island::{Live, begin};
use crate::node::{Attributes, Kind, Listener, Node};
use crate::platform::document;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::event;
use web_sys::Element;

/// Gives a node to Leptos; what is pressed or sent there is told.
pub(super) fn drawn<A: Clone + 'static>(node: Node<A>, live: &Live<A>) -> AnyView {
    match *node.0 {
        Kind::Text(text) => text.into_any(),
        Kind::Picture(name) => {
            let address = ["#p-", &name].concat();
            view! { <svg class="wd-picto" aria-hidden="true"><use href=address></use></svg> }
                .into_any()
        }
        Kind::Island(island) => {
            let place = custom("p").attr("class", "nl-paragraph");
            place.directive(begin, (island, live.clone())).into_any()
        }
        Kind::Element(tag, attributes, inside, listener) => {
            let inside: Vec<AnyView> = inside.0.into_iter().map(|node| drawn(node, live)).collect();
            let bare = custom(tag).directive(set, attributes);
            let tell = live.tell.clone();
            match listener {
                Listener::Nothing => bare.child(inside).into_any(),
                Listener::Pressed(act) => {
                    bare.on(event::click, move |_| tell(act.clone())).child(inside).into_any()
                }
                Listener::Sent(sent) => bare
                    .on(event::submit, move |event| tell(sent(&document::sent(&event))))
                    .child(inside)
                    .into_any(),
            }
        }
    }
}

fn set(element: Element, attributes: Attributes) {
    for (name, value) in &attributes {
        // Refused for names that are no names only; these are all ours.
        let _ = element.set_attribute(name, value);
    }
}
