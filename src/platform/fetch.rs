//! Fetches published data.

use gloo_net::http::Request;

/// What stands at an address of our own; nothing if it cannot be had whole.
pub async fn bytes(address: &str) -> Option<Vec<u8>> {
    let response = Request::get(address).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.binary().await.ok()
}
