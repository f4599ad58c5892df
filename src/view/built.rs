//! The one place where the nodes of a request become elements. Leptos would be most of a
//! program that draws four screens.

use super::heard::hear;
use crate::node::{Kind, Node};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

/// Adds a node to what stands in an element.
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
            hear(&element, listener, tell);
            place.append_with_node_1(&element)
        }
    }
}
