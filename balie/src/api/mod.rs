//! What programs may ask of the desk: to keep a contact request, and how to ask for that.
//!
//! - [`contact`]: one request to be contacted, from its bytes to its receipt.
//! - [`openapi`]: the description of that for programs.
//! - [`problem`] and [`words`]: what is wrong, for programs and for people.
//! - [`origins`]: which pages of other sites may ask.
//! - [`limits`]: how much one address may ask, and all of them together.
//!
//! Absent: asking what became of a request. A reference is no password.

pub mod contact;
pub mod limits;
pub mod openapi;
pub mod origins;
pub mod problem;
pub mod words;

use crate::addresses::{API, CONTACT_REQUESTS, DESCRIPTION};
use crate::desk::Desk;
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, VARY};
use axum::middleware;
use axum::response::Response;
use axum::routing::{any, get};
use problem::{Kind, Problem};
use std::sync::Arc;

/// Everything below `/api`.
pub fn api(desk: Arc<Desk>) -> Router {
    let none = any(async || Problem::new(Kind::NotThere));
    let described = get(openapi::describe).fallback(async || Problem::only("GET, HEAD"));
    let router =
        Router::new().route(CONTACT_REQUESTS, any(contact::receive)).route(DESCRIPTION, described);
    API.into_iter()
        .fold(router, |router, rest| router.route(rest, none.clone()))
        .layer(middleware::from_fn_with_state(desk.clone(), origins::check))
        .layer(middleware::map_response(unkept))
        .with_state(desk)
}

/// Nothing of it is kept by a browser, and what it says may depend on who asks.
async fn unkept(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(VARY, HeaderValue::from_static("origin"));
    response
}
