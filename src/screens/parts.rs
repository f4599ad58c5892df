//! Pieces of screens and of published pages, whatever is told on them. Most class names of the
//! NL Design System stand here, so that a later switch touches little.

use crate::content::Bundle;
use crate::domain::{Channel, Provider, Reach, site, tel};
use crate::names::{attribute, control, id};
use crate::node::{
    Filled, Inside, Island, Node, element, form as any_form, inside, island, pictogram, pressable,
    with,
};
use crate::texts::Texts;
use crate::wizard::{Event, Notice, Take};

/// A screen of one column.
pub fn screen<A>(inside: Inside<A>) -> Node<A> {
    element("div", "wd-column wd-stack", inside)
}

/// The heading of a screen; it takes the focus.
pub fn h1<A>(inside: Inside<A>) -> Node<A> {
    with("h1", heading(), inside)
}

/// The same of a question with a hint, which is heard with it.
pub fn h1_hinted<A>(inside: Inside<A>) -> Node<A> {
    let mut heading = heading();
    heading.push(("aria-describedby", "hint".to_owned()));
    with("h1", heading, inside)
}

fn heading() -> Vec<(&'static str, String)> {
    let class = "nl-heading nl-heading--level-1".to_owned();
    vec![("class", class), ("tabindex", "-1".to_owned())]
}

/// The heading of a section.
pub fn h2<A>(text: &str) -> Node<A> {
    element("h2", "nl-heading nl-heading--level-2", inside![text])
}

/// The heading of a party.
pub fn h3<A>(text: &str) -> Node<A> {
    element("h3", "nl-heading nl-heading--level-3", inside![text])
}

/// A paragraph.
pub fn p<A>(text: &str) -> Node<A> {
    element("p", "nl-paragraph", inside![text])
}

/// A small remark.
pub fn soft<A>(text: &str) -> Node<A> {
    element("p", "wd-soft", inside![text])
}

/// A part of a screen under its own heading.
pub fn section<A>(title: &str, inside: Inside<A>) -> Node<A> {
    element("section", "wd-stack", inside![h2(title), inside])
}

/// A list; nothing if there is nothing in it.
pub fn list<A>(class: &str, items: Vec<Inside<A>>) -> Option<Node<A>> {
    let items: Inside<A> = items.into_iter().map(|item| element("li", "", item)).collect();
    (!items.is_empty()).then(|| element("ul", class, items))
}

/// Terms with what belongs to each; nothing if there are none.
pub fn facts<A>(facts: Vec<(String, Inside<A>)>) -> Option<Node<A>> {
    let rows: Inside<A> = facts
        .into_iter()
        .map(|(term, said)| {
            element("div", "", inside![element("dt", "", inside![term]), element("dd", "", said)])
        })
        .collect();
    (!rows.is_empty()).then(|| element("dl", "wd-facts", rows))
}

/// A link that leaves nothing behind at the other side.
pub fn link<A>(address: String, text: &str) -> Node<A> {
    let attributes =
        vec![("class", "nl-link".to_owned()), ("href", address), ("rel", "noreferrer".to_owned())];
    with("a", attributes, inside![text])
}

/// A link to a page or a place of ours, or to a number.
pub fn own_link<A>(address: String, text: &str) -> Node<A> {
    let attributes = vec![("class", "nl-link".to_owned()), ("href", address)];
    with("a", attributes, inside![text])
}

/// What can be done, in a row.
pub fn actions<A>(inside: Inside<A>) -> Node<A> {
    element("div", "wd-actions", inside)
}

/// Goes back; the page listens to it (`platform::document::on_control`).
pub fn back<A>(texts: &Texts) -> Node<A> {
    pressed("nl-link wd-back", control::BACK, inside![texts.back()])
}

/// "Ik wil iemand spreken"; the page listens to it.
pub fn talk<A>(texts: &Texts) -> Node<A> {
    pressed(
        "nl-button nl-button--secondary",
        control::TALK,
        labelled("phone", inside![texts.talk()]),
    )
}

/// "Snel weg van deze pagina"; the page listens to it (`leave.js`).
pub fn leave<A>(texts: &Texts) -> Node<A> {
    let button =
        pressed("nl-button nl-button--secondary", control::LEAVE, inside![texts.leave_full()]);
    actions(inside![button])
}

/// Takes something along; the page listens to it.
pub fn take<A>(take: Take, text: &str) -> Node<A> {
    pressed("nl-button nl-button--secondary", &take.name(), inside![text])
}

/// "Print dit"; the page listens to it.
pub fn print<A>(texts: &Texts) -> Node<A> {
    let label = labelled("printer", inside![texts.print()]);
    pressed("nl-button nl-button--secondary", &Take::Print.name(), label)
}

/// Where it is said that something was taken along (`take.js`).
pub fn taken<A>(texts: &Texts) -> Node<A> {
    let said = [
        ("id", id::TAKEN),
        ("class", "nl-paragraph"),
        ("role", "status"),
        (attribute::COPIED, texts.copied()),
        (attribute::NOT_COPIED, texts.not_copied()),
        (attribute::SAVED, texts.saved()),
        (attribute::LINKED, texts.linked()),
        (attribute::NOT_LINKED, texts.not_linked()),
        (attribute::LOST, texts.take_lost()),
        ("tabindex", "-1"),
    ];
    with("p", said.map(|(name, value)| (name, value.to_owned())).into(), inside![])
}

/// Asks once more for what got lost; the page listens to it.
pub fn retry<A>(texts: &Texts) -> Node<A> {
    action(control::RETRY, texts.retry())
}

/// Asks to be contacted; the page listens to it. Below who cannot be asked it is the
/// municipality, and without a desk nobody.
pub fn contact<A>(bundle: &Bundle, hall: bool) -> Option<Node<A>> {
    // Until all has come it may have one.
    let texts = &bundle.texts;
    let desk = !bundle.is_whole() || bundle.directory.municipality.desk.is_some();
    let text = match (desk, hall) {
        (true, false) => texts.ask(),
        (true, true) => texts.ask_hall(),
        (false, false) => texts.ask_otherwise(),
        (false, true) => return None,
    };
    Some(action(control::CONTACT, text))
}

/// A button of its own row that the page listens to.
pub fn action<A>(name: &str, text: &str) -> Node<A> {
    let button = pressed("nl-button nl-button--secondary", name, inside![text]);
    actions(inside![button])
}

/// What is not needed by everybody, behind what it is for.
pub fn behind<A>(summary: &str, inside: Inside<A>) -> Node<A> {
    let summary = element("summary", "", inside![summary]);
    element("details", "wd-more", inside![summary, inside])
}

fn pressed<A>(class: &str, name: &str, inside: Inside<A>) -> Node<A> {
    let attributes = vec![
        ("class", class.to_owned()),
        ("type", "button".to_owned()),
        (attribute::DO, name.to_owned()),
    ];
    with("button", attributes, inside)
}

/// The label of a button, after a picture.
pub fn labelled<A>(picture: &str, label: Inside<A>) -> Inside<A> {
    inside![
        element("span", "nl-button__icon-start", inside![pictogram(picture)]),
        element("span", "nl-button__label", label),
    ]
}

/// A button that is not the main one of its screen.
pub fn button<A>(text: &str, act: A) -> Node<A> {
    quiet("nl-button nl-button--secondary", inside![text], act)
}

/// A button that looks as its class says.
pub fn quiet<A>(class: &str, inside: Inside<A>, act: A) -> Node<A> {
    let attributes = vec![("class", class.to_owned()), ("type", "button".to_owned())];
    pressable(attributes, inside, act)
}

/// The main button of a form.
pub fn submit<A>(texts: &Texts) -> Node<A> {
    let class = "nl-button nl-button--primary".to_owned();
    let attributes = vec![("class", class), ("type", "submit".to_owned())];
    actions(inside![with("button", attributes, inside![texts.next()])])
}

/// A form of one question.
pub fn form<A>(class: &str, inside: Inside<A>, sent: impl Fn(&Filled) -> A + 'static) -> Node<A> {
    // `dialog` sends nothing anywhere, not even without a listener.
    let attributes = vec![
        ("class", class.to_owned()),
        ("novalidate", String::new()),
        ("method", "dialog".to_owned()),
    ];
    any_form(attributes, inside, sent)
}

/// A large button to call.
pub fn call<A>(texts: &Texts, number: &str, about: &str, primary: bool) -> Node<A> {
    let class = match primary {
        true => "nl-button nl-button--primary wd-call",
        false => "nl-button nl-button--secondary wd-call",
    };
    let label = inside![texts.call(number), " ", element("small", "", inside![about])];
    // A number in a name (113) must not run into the number to call.
    let name = [&texts.call(number), ", ", about].concat();
    let link = vec![("class", class.to_owned()), ("href", tel(number)), ("aria-label", name)];
    with("a", link, labelled("phone", label))
}

/// One way to reach somebody, as text with a link where one can follow it.
pub fn way<A>(reach: &Reach) -> Inside<A> {
    let value = reach.value.as_str();
    let about = reach.about.as_ref().map(|about| format!(" ({about})"));
    let shown = match reach.channel {
        Channel::Phone => inside![own_link(tel(value), value)],
        Channel::Website | Channel::Chat => inside![link(site(value), value)],
        Channel::Email => inside![link(format!("mailto:{value}"), value)],
        Channel::WalkIn | Channel::App | Channel::Post => inside![value],
    };
    inside![shown, about]
}

/// For whom a party is, what it costs and how to get in, as far as that is known.
pub fn terms<A>(texts: &Texts, party: &Provider) -> Vec<(String, Inside<A>)> {
    [
        (texts.ages(), party.ages.map(|ages| texts.age_range(ages))),
        (texts.cost(), party.cost.clone()),
        (texts.apply(), party.apply.clone()),
        (texts.wait(), party.wait.clone()),
        (texts.languages(), (!party.languages.is_empty()).then(|| party.languages.join(", "))),
    ]
    .into_iter()
    .filter_map(|(name, said)| Some((name.to_owned(), inside![said?])))
    .collect()
}

/// Something to say once; the place for it is part of the frame, and is heard.
pub fn notice(notice: Notice, texts: &Texts) -> Node<Event> {
    let text = match notice {
        Notice::SoonExpired => return soon_expired(texts),
        Notice::Forgotten => texts.forgotten(),
        Notice::Expired => texts.expired(),
        Notice::StorageRefused => texts.storage_refused(),
        Notice::TakeLater => texts.take_later(),
        Notice::LinkUnread => texts.link_unread(),
    };
    element("div", "wd-notice wd-stack", inside![p(text)])
}

/// When it is told how long it still is, in seconds before.
const TOLD_AT: [u32; 7] = [300, 240, 180, 120, 60, 30, 10];

/// How long it is until everything is wiped, and how to be there (WCAG 2.2.1).
fn soon_expired(texts: &Texts) -> Node<Event> {
    // Somebody stirred since.
    let mut said = vec![(u32::MAX, texts.not_expired().to_owned())];
    said.extend(TOLD_AT.map(|seconds| (seconds, texts.wiped_within(seconds))));
    let countdown = Island::Countdown { said, ended: Event::Woke };
    let here =
        pressed("nl-button nl-button--secondary", control::HERE, inside![texts.still_here()]);
    element("div", "wd-notice wd-stack", inside![island(countdown), here])
}

/// What is wrong, above the form; it takes the focus, and leads to each field.
pub fn summary<A>(texts: &Texts, problems: Vec<(String, String)>) -> Node<A> {
    let title = with(
        "h2",
        vec![("class", "nl-heading nl-heading--level-3".to_owned()), ("id", "problems".to_owned())],
        inside![texts.problems()],
    );
    let items = problems
        .into_iter()
        .map(|(text, address)| element("li", "", inside![own_link(address, &text)]))
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
