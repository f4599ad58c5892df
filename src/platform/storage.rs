//! What the browser remembers until the tab closes. It may refuse.

use super::history;
use crate::names::stored::AT;
use web_sys::{Storage, window};

/// The browser keeps nothing for this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

fn storage() -> Result<Storage, Refused> {
    window().and_then(|window| window.session_storage().ok().flatten()).ok_or(Refused)
}

/// What was kept under a name.
pub fn load(name: &str) -> Option<String> {
    storage().ok()?.get_item(name).ok()?
}

/// Keeps a text under a name, and beside it at which page that was: `tab.js` knows by that
/// whether the tab was closed since.
pub fn save(name: &str, text: &str) -> Result<(), Refused> {
    let storage = storage()?;
    storage.set_item(name, text).map_err(|_| Refused)?;
    let page = history::page().unwrap_or_default();
    storage.set_item(AT, &page).map_err(|_| Refused)
}

/// Forgets what was kept under a name.
pub fn forget(name: &str) {
    let Ok(storage) = storage() else { return };
    let _ = storage.remove_item(name);
    if storage.length() == Ok(1) {
        let _ = storage.remove_item(AT);
    }
}

/// Forgets all that was kept.
pub fn forget_all() {
    if let Ok(storage) = storage() {
        let _ = storage.clear();
    }
}
