//! The history of the browser. An entry holds two numbers: the how-many-th of the
//! visit it is (`leave.js` goes back by it), and how far the visit was; and the name of its
//! page, which is drawn at random (`tab.js`).

use super::document::on_event;
use crate::names::entry::{ENTRY, PAGE, SPOT};
use crate::names::event;
use crate::wizard::Spot;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{History, window};

fn history() -> Option<History> {
    window()?.history().ok()
}

fn number(state: &JsValue, name: &str) -> Option<u32> {
    Reflect::get(state, &name.into()).ok()?.as_f64().map(|number| number as u32)
}

fn state() -> JsValue {
    history().and_then(|history| history.state().ok()).unwrap_or(JsValue::NULL)
}

fn entry() -> u32 {
    number(&state(), ENTRY).unwrap_or(0)
}

/// The name of this page.
pub(super) fn page() -> Option<String> {
    Reflect::get(&state(), &PAGE.into()).ok()?.as_string()
}

fn make(entry: u32, spot: Spot) -> JsValue {
    let made = Object::new();
    let page = Reflect::get(&state(), &PAGE.into()).unwrap_or(JsValue::NULL);
    for (name, value) in [(PAGE, page), (ENTRY, entry.into()), (SPOT, spot.number().into())] {
        let _ = Reflect::set(&made, &name.into(), &value);
    }
    made.into()
}

/// Where the visit was when this entry was made; nothing on a new entry.
pub fn spot() -> Option<Spot> {
    number(&state(), SPOT).map(Spot::of_number)
}

/// Adds an entry.
pub fn push(spot: Spot) {
    if let Some(history) = history() {
        let _ = history.push_state(&make(entry() + 1, spot), "");
    }
}

/// Changes the entry.
pub fn replace(spot: Spot) {
    if let Some(history) = history() {
        let _ = history.replace_state(&make(entry(), spot), "");
    }
}

/// Goes back one entry of this visit; says whether there is one.
pub fn back() -> bool {
    entry() > 0 && history().is_some_and(|history| history.back().is_ok())
}

/// Goes back to the first entry of the visit.
pub fn rewind() {
    let entries = i32::try_from(entry()).unwrap_or(0);
    match history() {
        Some(history) if entries > 0 => {
            let _ = history.go_with_delta(-entries);
        }
        _ => replace(Spot::default()),
    }
}

/// Tells that somebody opened a link to this very page: what stands behind the `#` is taken
/// off the address and kept where `start.js` keeps it.
pub fn on_link(tell: impl Fn() + 'static) {
    on_event(event::LINK, tell);
}

/// Tells of every return to another entry.
pub fn on_arrival(tell: impl Fn(Spot) + 'static) {
    on_event("popstate", move || {
        if let Some(spot) = spot() {
            tell(spot);
        }
    });
}
