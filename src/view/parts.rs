//! Pieces of screens that know no wizard. The class names of the NL Design System
//! stand here and in `author::frame`, and nowhere else.

use crate::domain::{Channel, Reach};
use crate::texts::NL;
use crate::wizard::Notice;
use leptos::prelude::*;

/// The heading of a screen; it takes the focus.
pub(super) fn h1(text: &str) -> impl IntoView + use<> {
    let text = text.to_owned();
    view! { <h1 class="nl-heading nl-heading--level-1" tabindex="-1">{text}</h1> }
}

/// The heading of a section.
pub(super) fn h2(text: &str) -> impl IntoView + use<> {
    let text = text.to_owned();
    view! { <h2 class="nl-heading nl-heading--level-2">{text}</h2> }
}

/// The heading of a party.
pub(super) fn h3(text: &str) -> impl IntoView + use<> {
    let text = text.to_owned();
    view! { <h3 class="nl-heading nl-heading--level-3">{text}</h3> }
}

/// A paragraph.
pub(super) fn p(text: &str) -> AnyView {
    let text = text.to_owned();
    view! { <p class="nl-paragraph">{text}</p> }.into_any()
}

/// A small remark.
pub(super) fn soft(text: &str) -> AnyView {
    let text = text.to_owned();
    view! { <p class="wd-soft">{text}</p> }.into_any()
}

/// A part of a screen under its own heading.
pub(super) fn section(title: &str, inside: AnyView) -> AnyView {
    view! { <section class="wd-stack">{h2(title)} {inside}</section> }.into_any()
}

/// A picture for decoration.
pub(super) fn pictogram(name: &str) -> impl IntoView + use<> {
    let address = format!("#p-{name}");
    view! { <svg class="wd-picto" aria-hidden="true"><use href=address></use></svg> }
}

/// Goes back; the page listens to it (`platform::document::on_control`).
pub(super) fn back() -> impl IntoView {
    view! { <button class="nl-link wd-back" type="button" data-do="back">{NL.back}</button> }
}

/// "Ik wil iemand spreken"; the page listens to it.
pub(super) fn talk() -> impl IntoView {
    view! {
        <button class="nl-button nl-button--secondary" type="button" data-do="talk">
            <span class="nl-button__icon-start">{pictogram("phone")}</span>
            <span class="nl-button__label">{NL.talk}</span>
        </button>
    }
}

/// A button that is not the main one of its screen.
pub(super) fn button(text: &str, press: impl Fn() + 'static) -> AnyView {
    let text = text.to_owned();
    view! {
        <button class="nl-button nl-button--secondary" type="button" on:click=move |_| press()>
            {text}
        </button>
    }
    .into_any()
}

/// A large button to call.
pub(super) fn call(number: &str, about: &str, primary: bool) -> AnyView {
    let kind = if primary { "nl-button--primary" } else { "nl-button--secondary" };
    let (address, text, about) = (tel(number), (NL.call)(number), about.to_owned());
    view! {
        <a class=format!("nl-button wd-call {kind}") href=address>
            <span class="nl-button__icon-start">{pictogram("phone")}</span>
            <span class="nl-button__label">{text} " " <small>{about}</small></span>
        </a>
    }
    .into_any()
}

/// One way to reach somebody, as text with a link where one can follow it.
pub(super) fn way(reach: &Reach) -> AnyView {
    let value = reach.value.clone();
    let shown = match reach.channel {
        Channel::Phone => link(tel(&value), value),
        Channel::Website | Channel::Chat => link(site(&value), value),
        Channel::Email => link(format!("mailto:{value}"), value),
        Channel::WalkIn | Channel::App | Channel::Post => value.into_any(),
    };
    let about = reach.about.as_ref().map(|about| format!(" ({about})"));
    view! { {shown} {about} }.into_any()
}

/// A link that leaves nothing behind at the other side.
pub(super) fn link(address: String, text: String) -> AnyView {
    view! { <a class="nl-link" href=address rel="noreferrer">{text}</a> }.into_any()
}

/// A term with what belongs to it, in a list of facts.
pub(super) fn fact(term: &str, inside: AnyView) -> AnyView {
    let term = term.to_owned();
    view! { <div><dt>{term}</dt><dd>{inside}</dd></div> }.into_any()
}

/// Something to say once.
pub(super) fn notice(notice: Notice) -> AnyView {
    let text = match notice {
        Notice::Forgotten => NL.forgotten,
        Notice::Expired => NL.expired,
        Notice::StorageRefused => NL.storage_refused,
        Notice::PrintLater => NL.print_later,
    };
    view! { <p class="nl-paragraph wd-notice" role="status">{text}</p> }.into_any()
}

/// `0800-2000` as an address.
pub(super) fn tel(number: &str) -> String {
    let digits = number.chars().filter(|mark| mark.is_ascii_digit() || *mark == '+');
    "tel:".chars().chain(digits).collect()
}

fn site(value: &str) -> String {
    if value.starts_with("https://") { value.to_owned() } else { format!("https://{value}") }
}
