//! The one place where Leptos draws the nodes of a screen.

use super::element::{Attributes, Kind, Listener, Node};
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::event;
use std::rc::Rc;
use web_sys::{Element, MouseEvent};

/// Gives a node to Leptos.
pub(super) fn drawn(node: Node) -> AnyView {
    match *node.0 {
        Kind::Text(text) => text.into_any(),
        Kind::Picture(name) => {
            let address = ["#p-", &name].concat();
            view! { <svg class="wd-picto" aria-hidden="true"><use href=address></use></svg> }
                .into_any()
        }
        Kind::Element(tag, attributes, inside, listener) => {
            let inside: Vec<AnyView> = inside.0.into_iter().map(drawn).collect();
            let bare = custom(tag).directive(set, attributes);
            match listener {
                Listener::Nothing => bare.child(inside).into_any(),
                Listener::Pressed(press) => {
                    let press: Rc<dyn Fn(MouseEvent)> = Rc::new(move |_| press());
                    bare.on(event::click, move |pressed| press(pressed)).child(inside).into_any()
                }
                Listener::Sent(sent) => {
                    bare.on(event::submit, move |event| sent(event)).child(inside).into_any()
                }
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
