//! The page around the app: its title, its focus, its controls, its forms.

use crate::names::{attribute, event, id};
use crate::request::Typed;
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, Event, FormData, HtmlElement, HtmlFormElement, HtmlInputElement,
    HtmlLinkElement, HtmlTextAreaElement, window,
};

fn document() -> Option<Document> {
    window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// The address of the data this page works with.
pub fn data_address() -> Option<String> {
    let link: HtmlLinkElement = document()?.get_element_by_id(id::DATA)?.dyn_into().ok()?;
    Some(link.href())
}

/// Where the rest of the data stands, which nobody waits for.
pub fn rest_address() -> Option<String> {
    document()?.get_element_by_id(id::DATA)?.get_attribute(attribute::REST)
}

/// Where a file stands that is published beside the data.
pub fn beside(name: &str) -> Option<String> {
    let address = data_address()?;
    let (folder, _) = address.rsplit_once('/')?;
    Some([folder, "/", name].concat())
}

/// Where the app stands on the page.
pub fn place() -> Option<HtmlElement> {
    document()?.query_selector("main").ok()??.dyn_into().ok()
}

/// What somebody had chosen on the first screen before the app was there.
pub struct Handover {
    chosen: Vec<String>,
    focused: Option<String>,
    /// The control that was pressed: `submit`, or the name of a control.
    pub pressed: Option<String>,
}

/// Takes over the page: keeps what was chosen and empties the place of the app.
pub fn take_over(place: &HtmlElement) -> Handover {
    let value = |element: Element| Some(element.dyn_into::<HtmlInputElement>().ok()?.value());
    let focused = document().and_then(|page| page.active_element()).and_then(value);
    let chosen = inputs(place, "input:checked").iter().map(HtmlInputElement::value).collect();
    let pressed = root().and_then(|root| root.get_attribute(attribute::PENDING));
    place.set_text_content(None);
    Handover { chosen, focused, pressed }
}

impl Handover {
    /// Chooses again what was chosen.
    pub fn restore(&self, place: &HtmlElement) {
        for input in inputs(place, "input") {
            if self.chosen.contains(&input.value()) {
                input.set_checked(true);
            }
            if self.focused.as_deref() == Some(&input.value()) {
                let _ = input.focus();
            }
        }
        if self.pressed.as_deref() == Some("submit")
            && let Some(form) = form(place)
        {
            let _ = form.request_submit();
        }
    }
}

fn inputs(place: &HtmlElement, selector: &str) -> Vec<HtmlInputElement> {
    let Ok(found) = place.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

fn form(place: &HtmlElement) -> Option<HtmlFormElement> {
    place.query_selector("form").ok()??.dyn_into().ok()
}

/// Says that the app listens from now on.
pub fn set_ready() {
    if let Some(root) = root() {
        let _ = root.set_attribute(attribute::READY, "true");
    }
}

/// Takes what stood behind the `#` of the address; `start.js` took it off at once.
pub fn take_link() -> Option<String> {
    let root = root()?;
    let link = root.get_attribute(attribute::LINK)?;
    let _ = root.remove_attribute(attribute::LINK);
    Some(link)
}

/// Asks for the screen to be read aloud (`aloud.js`), now or as soon as a voice is there.
pub fn read_aloud() {
    if let Some(root) = root() {
        let _ = root.set_attribute(attribute::ALOUD, "true");
    }
    tell(event::ALOUD);
}

/// Whether nothing on the screen has the focus or is read aloud, so that it may be drawn
/// again.
pub fn is_at_rest() -> bool {
    let Some(document) = document() else { return false };
    if document.query_selector(".wd-spoken").ok().flatten().is_some() {
        return false;
    }
    let focused = document.active_element();
    let inside = focused.zip(place()).is_some_and(|(focused, place)| {
        focused.tag_name() != "H1" && place.contains(Some(&focused))
    });
    !inside
}

/// Names the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Brings a new screen to whoever looks or listens: its top, and the focus on the
/// problem or else on the heading.
pub fn show_new(problem: bool) {
    let Some(place) = place() else { return };
    tell(event::SHOWN);
    let target = if problem { "[role=group][tabindex]" } else { "h1" };
    if !problem && let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    focus(place.query_selector(target).ok().flatten());
}

/// Prints the page.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// What a form holds, field by field; keeps the browser from sending it.
pub fn sent(event: &Event) -> Typed {
    event.prevent_default();
    let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
    form.map(|form| typed(&form)).unwrap_or_default()
}

fn typed(form: &HtmlFormElement) -> Typed {
    let mut typed = Typed::new();
    let found = form.query_selector_all("[name]").ok();
    let (Ok(data), Some(found)) = (FormData::new_with_form(form), found) else { return typed };
    for at in 0..found.length() {
        let field = found.item(at).and_then(|field| field.dyn_into::<Element>().ok());
        let name = field.and_then(|field| field.get_attribute("name")).unwrap_or_default();
        if typed.iter().all(|(known, _)| *known != name) {
            let values = data.get_all(&name).iter().filter_map(|value| value.as_string()).collect();
            typed.push((name, values));
        }
    }
    typed
}

/// Tells what a form for a request holds whenever that changes.
pub fn on_typing(tell: impl Fn(Typed) + 'static) {
    on("input", move |event| {
        let field = event.target().and_then(|field| field.dyn_into::<Element>().ok());
        let form = field.and_then(|field| field.closest(".wd-request").ok()?);
        if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
            tell(typed(&form));
        }
    });
}

/// The place of a request, if the visit is there.
pub fn request_place() -> Option<Element> {
    document()?.get_element_by_id(id::REQUEST)
}

/// Fills it anew; the lines for danger stay, under its heading.
pub fn fill_request(fill: impl FnOnce(&Document, &Element) -> Result<(), JsValue>) {
    let (Some(page), Some(place)) = (document(), request_place()) else { return };
    let lines = place.query_selector("[data-lines]").ok().flatten();
    place.set_text_content(None);
    let filled = fill(&page, &place);
    let heading = place.query_selector("h1").ok().flatten();
    if let (Ok(()), Some(lines), Some(heading)) = (filled, lines, heading) {
        let _ = heading.after_with_node_1(&lines);
    }
}

/// Where what a request says stands, if the visit is there.
pub fn request_texts() -> Option<String> {
    beside(&request_place()?.get_attribute(attribute::TEXTS)?)
}

/// Says in the place of a request that it cannot be shown, as `begin.js` does.
pub fn say_lost(place: &Element) {
    if let Some(status) = place.query_selector("[role=status]").ok().flatten() {
        status.set_text_content(status.get_attribute(attribute::LOST).as_deref());
    }
    if let Some(again) = place.query_selector("[data-again]").ok().flatten() {
        let _ = again.remove_attribute("hidden");
    }
}

/// Tells whoever on this page may hear it.
fn tell(name: &str) {
    if let (Some(window), Ok(event)) = (window(), Event::new(name)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Tells when there is a connection again.
pub fn on_connection(tell: impl Fn() + 'static) {
    on_event("online", tell);
}

/// Listens to what the window tells.
pub(super) fn on_event(name: &str, heard: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(heard);
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Does something after so many seconds.
pub fn after(seconds: u32, then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    let wait = i32::try_from(seconds).unwrap_or(i32::MAX / 1000).saturating_mul(1000);
    if let Some(window) = window() {
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), wait);
    }
}

/// Tells of every press on a control of the page that carries `data-do`. A link
/// within the page brings the focus without an entry in the history.
pub fn on_control(tell: impl Fn(&str) + 'static) {
    on("click", move |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let control =
            pressed.and_then(|element| element.closest("[data-do], a[href^='#']").ok()?);
        let Some(control) = control else { return };
        if let Some(name) = control.get_attribute(attribute::DO) {
            tell(&name);
        } else if let Some(address) = control.get_attribute("href") {
            event.prevent_default();
            focus(document().and_then(|page| page.get_element_by_id(&address[1..])));
        }
    });
}

/// Tells what the field for the story says whenever that changes; on paper it is a
/// paragraph, which says the same.
pub fn on_writing(tell: impl Fn(String) + 'static) {
    on("input", move |event| {
        let field = event.target().and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
        let Some(field) = field.filter(|field| field.has_attribute(attribute::STORY)) else {
            return;
        };
        if let Some(paper) = document().and_then(|page| page.get_element_by_id(id::STORY_PAPER)) {
            paper.set_text_content(Some(&field.value()));
        }
        tell(field.value());
    });
}

/// Where the page says what is to be said once; it was there before, so it is heard.
pub fn notice_place() -> Option<HtmlElement> {
    document()?.get_element_by_id(id::NOTICE)?.dyn_into().ok()
}

/// Says how far something is to who listens, in a place that was there before.
pub fn say(text: &str) {
    if let Some(place) = document().and_then(|page| page.get_element_by_id(id::SAID)) {
        place.set_text_content(Some(text));
    }
}

/// What has the focus.
pub fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Gives the focus back to what had it, or else to the heading.
pub fn focus_again(before: Option<HtmlElement>) {
    let before = before.filter(|before| before.is_connected() && before.tag_name() != "BODY");
    let heading = || place()?.query_selector("h1").ok()?;
    focus(before.map(Element::from).or_else(heading));
}

/// Brings what has this name into view, with the focus.
pub fn focus_on(id: &str) {
    focus(document().and_then(|page| page.get_element_by_id(id)));
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Tells of every sign that somebody is there, wherever on the page it is.
pub fn on_stirring(tell: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(tell);
    for sign in ["keydown", "input", "pointerdown", "pointermove", "touchmove", "wheel", "scroll"] {
        if let Some(document) = document() {
            let _ =
                document.add_event_listener_with_callback(sign, listener.as_ref().unchecked_ref());
        }
    }
    listener.forget();
}

/// Tells when the page is looked at again, and every minute.
pub fn on_waking(tell: impl Fn() + Clone + 'static) {
    const MINUTE: i32 = 60_000;
    let again = tell.clone();
    on("visibilitychange", move |_| {
        if document().is_some_and(|document| !document.hidden()) {
            again();
        }
    });
    let listener = Closure::<dyn Fn()>::new(tell);
    if let Some(window) = window() {
        let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(
            listener.as_ref().unchecked_ref(),
            MINUTE,
        );
    }
    listener.forget();
}

fn on(name: &str, tell: impl Fn(Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(tell);
    if let Some(document) = document() {
        let _ = document.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
