//! A node where nothing listens: on a page, before the program is there.

use super::{Island, Kind, Listener, Node, element, inside};

/// The same, which tells nothing. What lives by itself stands as it begins.
pub fn unheard<A, B>(node: Node<A>) -> Node<B> {
    let kind = match *node.0 {
        Kind::Text(text) => Kind::Text(text),
        Kind::Picture(name) => Kind::Picture(name),
        Kind::Element(tag, attributes, inside, _) => {
            let inside = (*inside.0).into_iter().map(unheard).collect();
            Kind::Element(tag, attributes, inside, Listener::Nothing)
        }
        Kind::Island(Island::Countdown { said, .. }) => {
            let text = said.into_iter().next().map(|(_, text)| text);
            return element("p", "nl-paragraph", inside![text]);
        }
    };
    Node(Box::new(kind))
}
