//! What a screen or a page is made of: plain values. A browser draws them (`view`), a host
//! writes them as HTML (`html`), and what they say can be taken along as text (`text`).
//!
//! A node is one pointer, whatever its tag, attributes and children, and so is what stands
//! inside it. Leptos makes code for each type of element there is and moves a large value
//! for each of them: screens written in its types cost a resident more than all the rest of
//! the app (record 0003). What pressing it tells, an act, is a value of the one who draws:
//! so a screen can be pressed on a host as well.
//!
//! Absent: browsers, words, and what any of it is about.

#[cfg(not(target_arch = "wasm32"))]
mod html;
mod island;
mod text;
#[cfg(not(target_arch = "wasm32"))]
mod unheard;

#[cfg(not(target_arch = "wasm32"))]
pub use html::to_html;
pub use island::Island;
pub use text::to_text;
#[cfg(not(target_arch = "wasm32"))]
pub use unheard::unheard;

/// Part of a screen; what happens on it is told as an `A`.
#[derive(Debug)]
pub struct Node<A>(pub Box<Kind<A>>);

/// What it is.
#[derive(Debug)]
pub enum Kind<A> {
    /// A text, as it is read.
    Text(String),
    /// A picture of the sprite in the page, for decoration.
    Picture(String),
    /// An element by its tag.
    Element(&'static str, Attributes, Inside<A>, Listener<A>),
    /// What lives by itself while somebody waits.
    Island(Island<A>),
}

/// What an element tells.
pub enum Listener<A> {
    /// Nothing.
    Nothing,
    /// This, when it is pressed.
    Pressed(A),
    /// What a form was sent with.
    Sent(Box<dyn Fn(&Filled) -> A>),
}

/// What a form holds: each field by its name, with what was filled in or chosen.
pub type Filled = Vec<(String, Vec<String>)>;

impl<A: std::fmt::Debug> std::fmt::Debug for Listener<A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Nothing => f.write_str("Nothing"),
            Self::Pressed(act) => act.fmt(f),
            Self::Sent(_) => f.write_str("Sent"),
        }
    }
}

/// What stands inside an element.
#[derive(Debug)]
pub struct Inside<A>(pub Box<Vec<Node<A>>>);

impl<A> Default for Inside<A> {
    fn default() -> Self {
        Self(Box::default())
    }
}

impl<A> Inside<A> {
    /// Whether nothing does.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<A> FromIterator<Node<A>> for Inside<A> {
    fn from_iter<I: IntoIterator<Item = Node<A>>>(nodes: I) -> Self {
        Self(Box::new(nodes.into_iter().collect()))
    }
}

/// Attributes by name.
pub type Attributes = Vec<(&'static str, String)>;

/// An element with a class.
pub fn element<A>(tag: &'static str, class: &str, inside: Inside<A>) -> Node<A> {
    let class = (!class.is_empty()).then(|| ("class", class.to_owned()));
    with(tag, class.into_iter().collect(), inside)
}

/// An element with any attributes.
pub fn with<A>(tag: &'static str, attributes: Attributes, inside: Inside<A>) -> Node<A> {
    made(tag, attributes, inside, Listener::Nothing)
}

/// A button that tells something when it is pressed.
pub fn pressable<A>(attributes: Attributes, inside: Inside<A>, act: A) -> Node<A> {
    made("button", attributes, inside, Listener::Pressed(act))
}

/// A form that tells something when it is sent.
pub fn form<A>(
    attributes: Attributes,
    inside: Inside<A>,
    sent: impl Fn(&Filled) -> A + 'static,
) -> Node<A> {
    made("form", attributes, inside, Listener::Sent(Box::new(sent)))
}

fn made<A>(
    tag: &'static str,
    attributes: Attributes,
    inside: Inside<A>,
    listener: Listener<A>,
) -> Node<A> {
    Node(Box::new(Kind::Element(tag, attributes, inside, listener)))
}

/// A picture of the sprite in the page, for decoration.
pub fn pictogram<A>(name: &str) -> Node<A> {
    Node(Box::new(Kind::Picture(name.to_owned())))
}

/// What lives by itself while the screen stands.
pub fn island<A>(island: Island<A>) -> Node<A> {
    Node(Box::new(Kind::Island(island)))
}

/// Something that can stand inside an element.
pub trait Piece<A> {
    /// Adds it to what stands there.
    fn add(self, inside: Inside<A>) -> Inside<A>;
}

impl<A> Piece<A> for Node<A> {
    fn add(self, mut inside: Inside<A>) -> Inside<A> {
        inside.0.push(self);
        inside
    }
}

impl<A> Piece<A> for &str {
    fn add(self, inside: Inside<A>) -> Inside<A> {
        Node(Box::new(Kind::Text(self.to_owned()))).add(inside)
    }
}

impl<A> Piece<A> for String {
    fn add(self, inside: Inside<A>) -> Inside<A> {
        self.as_str().add(inside)
    }
}

impl<A> Piece<A> for Inside<A> {
    fn add(self, mut inside: Inside<A>) -> Inside<A> {
        inside.0.extend(*self.0);
        inside
    }
}

impl<A, T: Piece<A>> Piece<A> for Option<T> {
    fn add(self, inside: Inside<A>) -> Inside<A> {
        match self {
            Some(piece) => piece.add(inside),
            None => inside,
        }
    }
}

/// Everything that stands inside an element, in order.
macro_rules! inside {
    ($($piece:expr),* $(,)?) => {{
        let inside = $crate::node::Inside::default();
        $(let inside = $crate::node::Piece::add($piece, inside);)*
        inside
    }};
}
pub(crate) use inside;
