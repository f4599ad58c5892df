//! Fetches published data.

use gloo_net::http::Request;

/// The text at an address of our own; nothing if it cannot be had whole.
pub async fn text(address: &str) -> Option<String> {
    let response = Request::get(address).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.text().await.ok()
}
