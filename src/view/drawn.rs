//! The one place where Leptos draws the nodes of a screen. Every element is of one type, or
//! Leptos would make its code once more for each (record 0003).

use super::heard::hear;
use super::island::{Live, begin};
use crate::node::{Attributes, Island, Kind, Listener, Node};
use leptos::html::custom;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::Element;

/// What an element gets when it is made.
enum Life<A> {
    Listens(Attributes, Listener<A>),
    Lives(Island<A>),
}

/// Gives a node to Leptos; what is pressed or sent there is told.
pub(super) fn drawn<A: Clone + 'static>(node: Node<A>, live: &Live<A>) -> AnyView {
    match *node.0 {
        Kind::Text(text) => text.into_any(),
        Kind::Picture(name) => {
            let address = ["#p-", &name].concat();
            view! { <svg class="wd-picto" aria-hidden="true"><use href=address></use></svg> }
                .into_any()
        }
        Kind::Island(island) => made("p", Life::Lives(island), Vec::new(), live),
        Kind::Element(tag, attributes, inside, listener) => {
            let inside = inside.0.into_iter().map(|node| drawn(node, live)).collect();
            made(tag, Life::Listens(attributes, listener), inside, live)
        }
    }
}

fn made<A: Clone + 'static>(
    tag: &'static str,
    life: Life<A>,
    inside: Vec<AnyView>,
    live: &Live<A>,
) -> AnyView {
    let live = live.clone();
    // An element is made once.
    let life = Cell::new(Some(life));
    let lived: Rc<dyn Fn(Element)> = Rc::new(move |element| match life.take() {
        Some(Life::Listens(attributes, listener)) => {
            for (name, value) in &attributes {
                // Refused for names that are no names only; these are all ours.
                let _ = element.set_attribute(name, value);
            }
            hear(&element, listener, &live.tell);
        }
        Some(Life::Lives(island)) => {
            element.set_class_name("nl-paragraph");
            begin(element, island, live.clone());
        }
        None => {}
    });
    custom(tag).directive(live_on, lived).child(inside).into_any()
}

fn live_on(element: Element, lived: Rc<dyn Fn(Element)>) {
    lived(element);
}
