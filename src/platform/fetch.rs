//! Fetches published data.

use gloo_net::http::{Request, RequestBuilder};
use wasm_bindgen::prelude::*;
use web_sys::{AbortController, window};

/// Who waits longer than this, in milliseconds, is told that it does not work.
const PATIENCE: i32 = 20_000;

/// What stands at an address of our own; nothing if it cannot be had whole, or in time.
pub async fn bytes(address: &str) -> Option<Vec<u8>> {
    let response = in_time(Request::get(address))?.send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.binary().await.ok()
}

/// A request that is given up after a while.
pub(super) fn in_time(request: RequestBuilder) -> Option<RequestBuilder> {
    // `AbortSignal.timeout` is unknown to phones that stopped at iOS 15.
    let stop = AbortController::new().ok()?;
    let signal = stop.signal();
    let late = Closure::once_into_js(move || stop.abort());
    window()?
        .set_timeout_with_callback_and_timeout_and_arguments_0(late.unchecked_ref(), PATIENCE)
        .ok()?;
    Some(request.abort_signal(Some(&signal)))
}
