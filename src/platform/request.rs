//! Sends a request to be contacted, and understands what came back.

use super::fetch::in_time;
use crate::content::address;
use crate::domain::{Field, Receipt, Wrong};
use crate::request::{Reply, RequestKey};
use gloo_net::http::{Request, Response};
use js_sys::{Array, Date, JSON, Reflect};
use wasm_bindgen::prelude::*;

/// Sends a request to be contacted to the desk, and what came back.
pub async fn send(key: RequestKey, body: String) -> Reply {
    match post(key, body).await {
        Some(response) => reply(response).await.unwrap_or(Reply::Lost),
        None => Reply::Lost,
    }
}

async fn post(key: RequestKey, body: String) -> Option<Response> {
    let request = in_time(Request::post(address::CONTACT_REQUESTS))?
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", &key.to_string());
    request.body(body).ok()?.send().await.ok()
}

async fn reply(response: Response) -> Option<Reply> {
    match response.status() {
        201 => {
            let receipt = JSON::parse(&response.text().await.ok()?).ok()?;
            let text = |name: &str| Reflect::get(&receipt, &name.into()).ok()?.as_string();
            let days = Reflect::get(&receipt, &"working_days".into()).ok()?.as_f64()?;
            Some(Reply::Kept(Receipt {
                reference: text("reference")?,
                received_at: (Date::parse(&text("received_at")?) / 1000.0) as u64,
                working_days: days as u8,
            }))
        }
        status => {
            let wait = response.headers().get("Retry-After");
            let wait = wait.and_then(|wait| wait.parse().ok()).unwrap_or(0);
            let problem = response.text().await.ok().and_then(|text| JSON::parse(&text).ok());
            let wrong = problem.and_then(|it| wrong(&it)).unwrap_or_default();
            Some(Reply::without_receipt(status, wait, wrong))
        }
    }
}

/// The fields that a problem names (RFC 9457), as far as they are known here.
fn wrong(problem: &JsValue) -> Option<Vec<(Field, Wrong)>> {
    let errors: Array = Reflect::get(problem, &"errors".into()).ok()?.dyn_into().ok()?;
    let named = errors.iter().filter_map(|error| {
        let text = |name: &str| Reflect::get(&error, &name.into()).ok()?.as_string();
        let field = Field::of_name(text("pointer")?.trim_start_matches('/'))?;
        Some((field, Wrong::of_name(&text("code")?)?))
    });
    Some(named.collect())
}
