//! Fetches published data.

use gloo_net::http::Request;
use web_sys::AbortSignal;

/// Who waits longer than this, in milliseconds, is told that it does not work.
const PATIENCE: u32 = 20_000;

/// What stands at an address of our own; nothing if it cannot be had whole, or in time.
pub async fn bytes(address: &str) -> Option<Vec<u8>> {
    let late = AbortSignal::timeout_with_u32(PATIENCE);
    let response = Request::get(address).abort_signal(Some(&late)).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.binary().await.ok()
}
