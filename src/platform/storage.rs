//! What the browser remembers until the tab closes. It may refuse.

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

/// Keeps a text under a name.
pub fn save(name: &str, text: &str) -> Result<(), Refused> {
    storage()?.set_item(name, text).map_err(|_| Refused)
}

/// Forgets what was kept under a name.
pub fn forget(name: &str) {
    if let Ok(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}
