//! Pieces of screens that know no wizard. The class names of the NL Design System
//! stand here and in `author::frame`, so that a later switch touches little.

use super::element::{Inside, Node, element, form as any_form, inside, pictogram, pressable, with};
use crate::content::Bundle;
use crate::domain::{Channel, Provider, Reach, site, tel};
use crate::texts::NL;
use crate::wizard::{Notice, Take};
use web_sys::SubmitEvent;

/// A screen of one column.
pub(super) fn screen(inside: Inside) -> Node {
    element("div", "wd-column wd-stack", inside)
}

/// The heading of a screen; it takes the focus.
pub(super) fn h1(inside: Inside) -> Node {
    with("h1", heading(), inside)
}

/// The same of a question with a hint, which is heard with it.
pub(super) fn h1_hinted(inside: Inside) -> Node {
    let mut heading = heading();
    heading.push(("aria-describedby", "hint".to_owned()));
    with("h1", heading, inside)
}

fn heading() -> Vec<(&'static str, String)> {
    let class = "nl-heading nl-heading--level-1".to_owned();
    vec![("class", class), ("tabindex", "-1".to_owned())]
}

/// The heading of a section.
pub(super) fn h2(text: &str) -> Node {
    element("h2", "nl-heading nl-heading--level-2", inside![text])
}

/// The heading of a party.
pub(super) fn h3(text: &str) -> Node {
    element("h3", "nl-heading nl-heading--level-3", inside![text])
}

/// A paragraph.
pub(super) fn p(text: &str) -> Node {
    element("p", "nl-paragraph", inside![text])
}

/// A small remark.
pub(super) fn soft(text: &str) -> Node {
    element("p", "wd-soft", inside![text])
}

/// A part of a screen under its own heading.
pub(super) fn section(title: &str, inside: Inside) -> Node {
    element("section", "wd-stack", inside![h2(title), inside])
}

/// A list; nothing if there is nothing in it.
pub(super) fn list(class: &str, items: Vec<Inside>) -> Option<Node> {
    let items: Inside = items.into_iter().map(|item| element("li", "", item)).collect();
    (!items.is_empty()).then(|| element("ul", class, items))
}

/// Terms with what belongs to each; nothing if there are none.
pub(super) fn facts(facts: Vec<(String, Inside)>) -> Option<Node> {
    let rows: Inside = facts
        .into_iter()
        .map(|(term, said)| {
            element("div", "", inside![element("dt", "", inside![term]), element("dd", "", said)])
        })
        .collect();
    (!rows.is_empty()).then(|| element("dl", "wd-facts", rows))
}

/// A link that leaves nothing behind at the other side.
pub(super) fn link(address: String, text: &str) -> Node {
    let attributes =
        vec![("class", "nl-link".to_owned()), ("href", address), ("rel", "noreferrer".to_owned())];
    with("a", attributes, inside![text])
}

/// Goes back; the page listens to it (`platform::document::on_control`).
pub(super) fn back() -> Node {
    control("nl-link wd-back", "back", inside![NL.back])
}

/// "Ik wil iemand spreken"; the page listens to it.
pub(super) fn talk() -> Node {
    control("nl-button nl-button--secondary", "talk", labelled("phone", inside![NL.talk]))
}

/// "Snel weg van deze pagina"; the page listens to it (`leave.js`).
pub(super) fn leave() -> Node {
    let button = control("nl-button nl-button--secondary", "leave", inside![NL.leave_full]);
    element("div", "wd-actions", inside![button])
}

/// Takes something along; the page listens to it.
pub(super) fn take(take: Take, text: &str) -> Node {
    control("nl-button nl-button--secondary", &take.name(), inside![text])
}

/// "Print dit"; the page listens to it.
pub(super) fn print() -> Node {
    let label = labelled("printer", inside![NL.print]);
    control("nl-button nl-button--secondary", &Take::Print.name(), label)
}

/// Where it is said that something was taken along (`take.js`).
pub(super) fn taken() -> Node {
    let said = [
        ("id", "taken"),
        ("class", "nl-paragraph"),
        ("role", "status"),
        ("data-copied", NL.copied[0]),
        ("data-not-copied", NL.copied[1]),
        ("data-saved", NL.saved),
        ("data-linked", NL.linked[0]),
        ("data-not-linked", NL.linked[1]),
        ("data-lost", NL.take_lost),
        ("tabindex", "-1"),
    ];
    with("p", said.map(|(name, value)| (name, value.to_owned())).into(), inside![])
}

/// Asks once more for what got lost; the page listens to it.
pub(super) fn retry() -> Node {
    action("retry", NL.retry)
}

/// Asks to be contacted; the page listens to it. Below a line for danger it is the
/// municipality that is asked, and without a desk nobody is.
pub(super) fn contact(bundle: &Bundle, of_danger: bool) -> Option<Node> {
    // Until all has come it may have one.
    let desk = !bundle.is_whole() || bundle.directory.municipality.desk.is_some();
    let text = match (desk, of_danger) {
        (true, false) => NL.desk.ask,
        (true, true) => NL.desk.ask_hall,
        (false, false) => NL.desk.ask_otherwise,
        (false, true) => return None,
    };
    Some(action("contact", text))
}

/// A button of its own row that the page listens to.
pub(super) fn action(name: &str, text: &str) -> Node {
    let button = control("nl-button nl-button--secondary", name, inside![text]);
    element("div", "wd-actions", inside![button])
}

/// What is not needed by everybody, behind what it is for.
pub(super) fn behind(summary: &str, inside: Inside) -> Node {
    let summary = element("summary", "", inside![summary]);
    element("details", "wd-more", inside![summary, inside])
}

fn control(class: &str, name: &str, inside: Inside) -> Node {
    let attributes = vec![
        ("class", class.to_owned()),
        ("type", "button".to_owned()),
        ("data-do", name.to_owned()),
    ];
    with("button", attributes, inside)
}

fn labelled(picture: &str, label: Inside) -> Inside {
    inside![
        element("span", "nl-button__icon-start", inside![pictogram(picture)]),
        element("span", "nl-button__label", label),
    ]
}

/// A button that is not the main one of its screen.
pub(super) fn button(text: &str, press: impl Fn() + 'static) -> Node {
    quiet("nl-button nl-button--secondary", inside![text], press)
}

/// A button that looks as its class says.
pub(super) fn quiet(class: &str, inside: Inside, press: impl Fn() + 'static) -> Node {
    let attributes = vec![("class", class.to_owned()), ("type", "button".to_owned())];
    pressable(attributes, inside, press)
}

/// The main button of a form.
pub(super) fn submit() -> Node {
    let class = "nl-button nl-button--primary".to_owned();
    let attributes = vec![("class", class), ("type", "submit".to_owned())];
    element("div", "wd-actions", inside![with("button", attributes, inside![NL.next])])
}

/// A form of one question.
pub(super) fn form(class: &str, inside: Inside, sent: impl Fn(SubmitEvent) + 'static) -> Node {
    any_form(class, inside, sent)
}

/// A large button to call.
pub(super) fn call(number: &str, about: &str, primary: bool) -> Node {
    let class = match primary {
        true => "nl-button nl-button--primary wd-call",
        false => "nl-button nl-button--secondary wd-call",
    };
    let label = inside![(NL.call)(number), " ", element("small", "", inside![about])];
    // A number in a name (113) must not run into the number to call.
    let name = [&(NL.call)(number), ", ", about].concat();
    let link = vec![("class", class.to_owned()), ("href", tel(number)), ("aria-label", name)];
    with("a", link, labelled("phone", label))
}

/// One way to reach somebody, as text with a link where one can follow it.
pub(super) fn way(reach: &Reach) -> Inside {
    let value = reach.value.as_str();
    let about = reach.about.as_ref().map(|about| format!(" ({about})"));
    let shown = match reach.channel {
        Channel::Phone => inside![link(tel(value), value)],
        Channel::Website | Channel::Chat => inside![link(site(value), value)],
        Channel::Email => inside![link(format!("mailto:{value}"), value)],
        Channel::WalkIn | Channel::App | Channel::Post => inside![value],
    };
    inside![shown, about]
}

/// For whom a party is, what it costs and how to get in, as far as that is known.
pub(super) fn terms(party: &Provider) -> Vec<(String, Inside)> {
    [
        (NL.ages.0, party.ages.map(NL.ages.1)),
        (NL.cost, party.cost.clone()),
        (NL.apply, party.apply.clone()),
        (NL.wait, party.wait.clone()),
        (NL.languages, (!party.languages.is_empty()).then(|| party.languages.join(", "))),
    ]
    .into_iter()
    .filter_map(|(name, said)| Some((name.to_owned(), inside![said?])))
    .collect()
}

/// Something to say once; the place for it is part of the frame, and is heard.
pub(super) fn notice(notice: Notice) -> Node {
    let text = match notice {
        Notice::Forgotten => NL.forgotten,
        Notice::SoonExpired => NL.soon_expired,
        Notice::Expired => NL.expired,
        Notice::StorageRefused => NL.storage_refused,
        Notice::TakeLater => NL.take_later,
        Notice::LinkUnread => NL.link_unread,
    };
    let here = (notice == Notice::SoonExpired)
        .then(|| control("nl-button nl-button--secondary", "here", inside![NL.still_here]));
    element("div", "wd-notice wd-stack", inside![p(text), here])
}

/// What is wrong, above the form; it takes the focus, and leads to each field.
pub(super) fn summary(problems: Vec<(String, String)>) -> Node {
    let title = with(
        "h2",
        vec![("class", "nl-heading nl-heading--level-3".to_owned()), ("id", "problems".to_owned())],
        inside![NL.problems],
    );
    let items = problems
        .into_iter()
        .map(|(text, address)| {
            let link = vec![("class", "nl-link".to_owned()), ("href", address)];
            element("li", "", inside![with("a", link, inside![text])])
        })
        .collect();
    let list =
        vec![("class", "utrecht-alert__message".to_owned()), ("id", "problem-list".to_owned())];
    let list = with("ul", list, items);
    let group = vec![
        ("class", "utrecht-alert utrecht-alert--error".to_owned()),
        ("role", "group".to_owned()),
        ("aria-labelledby", "problems".to_owned()),
        ("aria-describedby", "problem-list".to_owned()),
        ("tabindex", "-1".to_owned()),
    ];
    with("div", group, inside![element("div", "utrecht-alert__content", inside![title, list])])
}
