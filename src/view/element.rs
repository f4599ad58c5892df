//! Elements of a screen, made with Leptos.
//!
//! Every element has one type, whatever its tag, attributes and children: Leptos
//! makes code for each type of element there is, and a screen of many types costs
//! a resident more than all the rest of the app (`docs/decisions`).

use crate::texts::to_young;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::event;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{Element, MouseEvent, SubmitEvent};

/// What stands inside an element.
pub(super) type Inside = Vec<AnyView>;

/// Attributes by name.
pub(super) type Attributes = Vec<(&'static str, String)>;

/// An element with a class.
pub(super) fn element(tag: &'static str, class: &str, inside: Inside) -> AnyView {
    with(tag, vec![("class", class.to_owned())], inside)
}

/// An element with any attributes.
pub(super) fn with(tag: &'static str, attributes: Attributes, inside: Inside) -> AnyView {
    custom(tag).directive(set, attributes).child(inside).into_any()
}

/// A button that does something when it is pressed.
pub(super) fn pressable(
    attributes: Attributes,
    inside: Inside,
    press: impl Fn() + 'static,
) -> AnyView {
    let press: Rc<dyn Fn(MouseEvent)> = Rc::new(move |_| press());
    custom("button")
        .directive(set, attributes)
        .on(event::click, move |pressed| press(pressed))
        .child(inside)
        .into_any()
}

/// A form that does something when it is sent.
pub(super) fn form(class: &str, inside: Inside, sent: impl Fn(SubmitEvent) + 'static) -> AnyView {
    // `dialog` sends nothing anywhere, not even without a listener.
    let attributes = vec![
        ("class", class.to_owned()),
        ("novalidate", String::new()),
        ("method", "dialog".to_owned()),
    ];
    custom("form").directive(set, attributes).on(event::submit, sent).child(inside).into_any()
}

/// A picture of the sprite in the page, for decoration.
pub(super) fn pictogram(name: &str) -> AnyView {
    let address = format!("#p-{name}");
    view! { <svg class="wd-picto" aria-hidden="true"><use href=address></use></svg> }.into_any()
}

fn set(element: Element, attributes: Attributes) {
    for (name, value) in &attributes {
        // Refused for names that are no names only; these are all ours.
        let _ = element.set_attribute(name, value);
    }
}

/// Something that can stand inside an element.
pub(super) trait Piece {
    /// Adds it to what stands there.
    fn add(self, inside: &mut Inside);
}

impl Piece for AnyView {
    fn add(self, inside: &mut Inside) {
        inside.push(self);
    }
}

impl Piece for &str {
    fn add(self, inside: &mut Inside) {
        self.to_owned().add(inside);
    }
}

impl Piece for String {
    fn add(self, inside: &mut Inside) {
        let text = if YOUNG.get() { to_young(&self) } else { self };
        inside.push(text.into_any());
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

impl<T: Piece> Piece for Option<T> {
    fn add(self, inside: &mut Inside) {
        if let Some(piece) = self {
            piece.add(inside);
        }
    }
}

impl<T: Piece> Piece for Vec<T> {
    fn add(self, inside: &mut Inside) {
        self.into_iter().for_each(|piece| piece.add(inside));
    }
}

/// Everything that stands inside an element, in order.
macro_rules! inside {
    ($($piece:expr),* $(,)?) => {{
        let mut inside = Vec::new();
        $($crate::view::element::Piece::add($piece, &mut inside);)*
        inside
    }};
}
pub(super) use inside;
