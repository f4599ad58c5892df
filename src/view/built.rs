//! The one place where the nodes of a request become elements. Leptos would be most of a
//! program that draws four screens.

use crate::node::{Kind, Listener, Node};
use crate::platform::document;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, SubmitEvent};

/// Adds a node to what stands in an element. What it listens to lives as long as the page:
/// that is a few closures for each screen of a request.
pub(super) fn add<A: Clone + 'static>(
    page: &Document,
    place: &Element,
    node: Node<A>,
    tell: &Rc<dyn Fn(A)>,
) -> Result<(), JsValue> {
    match *node.0 {
        Kind::Text(text) => place.append_with_str_1(&text),
        // A request has none of these.
        Kind::Picture(_) | Kind::Island(_) => Ok(()),
        Kind::Element(tag, attributes, inside, listener) => {
            let element = page.create_element(tag)?;
            for (name, value) in &attributes {
                element.set_attribute(name, value)?;
            }
            for node in *inside.0 {
                add(page, &element, node, tell)?;
            }
            let tell = tell.clone();
            match listener {
                Listener::Nothing => {}
                Listener::Pressed(act) => {
                    let heard = Closure::<dyn Fn()>::new(move || tell(act.clone()));
                    element.add_event_listener_with_callback(
                        "click",
                        heard.as_ref().unchecked_ref(),
                    )?;
                    heard.forget();
                }
                Listener::Sent(sent) => {
                    let heard = Closure::<dyn Fn(SubmitEvent)>::new(move |event| {
                        tell(sent(&document::sent(&event)));
                    });
                    element.add_event_listener_with_callback(
                        "submit",
                        heard.as_ref().unchecked_ref(),
                    )?;
                    heard.forget();
                }
            }
            place.append_with_node_1(&element)
        }
    }
}
