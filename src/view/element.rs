//! What a screen is made of: plain nodes. Leptos draws those of the visit (`drawn`), the
//! browser itself those of a request (`built`).
//!
//! A node is one pointer, whatever its tag, attributes and children, and so is what stands
//! inside it. Leptos makes code for each type of element there is and moves a large value
//! for each of them: screens written in its types cost a resident more than all the rest of
//! the app (`docs/decisions`).

use crate::texts::to_young;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::SubmitEvent;

/// Part of a screen.
pub(super) struct Node(pub(super) Box<Kind>);

/// What it is.
pub(super) enum Kind {
    Text(String),
    Picture(String),
    Element(&'static str, Attributes, Inside, Listener),
}

/// What an element tells.
pub(super) enum Listener {
    Nothing,
    Pressed(Rc<dyn Fn()>),
    Sent(Rc<dyn Fn(SubmitEvent)>),
}

/// What stands inside an element.
#[derive(Default)]
#[expect(clippy::box_collection, reason = "one pointer is what it is for")]
pub(super) struct Inside(pub(super) Box<Vec<Node>>);

impl Inside {
    /// Whether nothing does.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Node> for Inside {
    fn from_iter<I: IntoIterator<Item = Node>>(nodes: I) -> Self {
        Self(Box::new(nodes.into_iter().collect()))
    }
}

/// Attributes by name.
pub(super) type Attributes = Vec<(&'static str, String)>;

/// An element with a class.
pub(super) fn element(tag: &'static str, class: &str, inside: Inside) -> Node {
    with(tag, vec![("class", class.to_owned())], inside)
}

/// An element with any attributes.
pub(super) fn with(tag: &'static str, attributes: Attributes, inside: Inside) -> Node {
    made(tag, attributes, inside, Listener::Nothing)
}

/// A button that does something when it is pressed.
pub(super) fn pressable(
    attributes: Attributes,
    inside: Inside,
    press: impl Fn() + 'static,
) -> Node {
    made("button", attributes, inside, Listener::Pressed(Rc::new(press)))
}

/// A form that does something when it is sent.
pub(super) fn form(class: &str, inside: Inside, sent: impl Fn(SubmitEvent) + 'static) -> Node {
    // `dialog` sends nothing anywhere, not even without a listener.
    let attributes = vec![
        ("class", class.to_owned()),
        ("novalidate", String::new()),
        ("method", "dialog".to_owned()),
    ];
    made("form", attributes, inside, Listener::Sent(Rc::new(sent)))
}

fn made(tag: &'static str, attributes: Attributes, inside: Inside, listener: Listener) -> Node {
    Node(Box::new(Kind::Element(tag, attributes, inside, listener)))
}

/// A text as it stands, whoever reads it.
pub(super) fn verbatim(text: &str) -> Node {
    Node(Box::new(Kind::Text(text.to_owned())))
}

/// A picture of the sprite in the page, for decoration.
pub(super) fn pictogram(name: &str) -> Node {
    Node(Box::new(Kind::Picture(name.to_owned())))
}

/// Something that can stand inside an element.
pub(super) trait Piece {
    /// Adds it to what stands there.
    fn add(self, inside: Inside) -> Inside;
}

impl Piece for Node {
    fn add(self, mut inside: Inside) -> Inside {
        inside.0.push(self);
        inside
    }
}

impl Piece for &str {
    fn add(self, inside: Inside) -> Inside {
        let text = if YOUNG.get() { to_young(self) } else { self.to_owned() };
        Node(Box::new(Kind::Text(text))).add(inside)
    }
}

impl Piece for String {
    fn add(self, inside: Inside) -> Inside {
        self.as_str().add(inside)
    }
}

thread_local! {
    /// Whoever reads this is under 18: everything that is said is said with `je`.
    static YOUNG: Cell<bool> = const { Cell::new(false) };
}

/// Says from now on whether whoever reads is under 18.
pub(super) fn speak_to_young(young: bool) {
    YOUNG.set(young);
}

impl Piece for Inside {
    fn add(self, mut inside: Inside) -> Inside {
        inside.0.extend(*self.0);
        inside
    }
}

impl<T: Piece> Piece for Option<T> {
    fn add(self, inside: Inside) -> Inside {
        match self {
            Some(piece) => piece.add(inside),
            None => inside,
        }
    }
}

/// Everything that stands inside an element, in order.
macro_rules! inside {
    ($($piece:expr),* $(,)?) => {{
        let inside = $crate::view::element::Inside::default();
        $(let inside = $crate::view::element::Piece::add($piece, inside);)*
        inside
    }};
}
pub(super) use inside;
