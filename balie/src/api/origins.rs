//! Which pages may ask: those of this desk, and those of the origins it was told.
//!
//! A browser says in `Origin` whose page asks. Programs send none, and may ask. Only the
//! host of this desk is compared: behind a proxy it cannot know its own scheme. The proxy
//! must hand on `Host` as it came.

use super::problem::{Kind, Problem};
use crate::desk::Desk;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD, HOST,
    ORIGIN,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Refuses pages of other sites, and lets those that may ask read the answer.
pub async fn check(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    let Some(origin) = request.headers().get(ORIGIN).cloned() else {
        return next.run(request).await;
    };
    if is_own(&origin, request.headers()) {
        return next.run(request).await;
    }
    if !desk.origins.iter().any(|known| known.as_bytes() == origin.as_bytes()) {
        desk.foreign.tell(
            "a page was refused because its Origin is not the Host that it asked. Was it a \
             page of this desk? Then let the proxy hand on Host as it came. Was it one of \
             another site that may send requests? Then name that site with --cors",
        );
        desk.metrics.answered(StatusCode::FORBIDDEN);
        return Problem::new(Kind::ForeignOrigin).into_response();
    }
    let asks_first = request.method() == Method::OPTIONS
        && request.headers().contains_key(ACCESS_CONTROL_REQUEST_METHOD);
    let mut response =
        if asks_first { preflight().into_response() } else { next.run(request).await };
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("retry-after"));
    response
}

fn is_own(origin: &HeaderValue, headers: &HeaderMap) -> bool {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let origin = origin.to_str().ok().and_then(|origin| origin.split_once("://"));
    let (Some(host), Some((scheme, origin))) = (host, origin) else { return false };
    // An origin leaves out the port that its scheme has anyway; some proxies write it.
    let usual = match scheme {
        "https" => ":443",
        "http" => ":80",
        _ => return false,
    };
    host.strip_suffix(usual).unwrap_or(host).eq_ignore_ascii_case(origin)
}

fn preflight() -> impl IntoResponse {
    let headers = [
        (ACCESS_CONTROL_ALLOW_METHODS, "POST"),
        (ACCESS_CONTROL_ALLOW_HEADERS, "content-type, idempotency-key"),
        (ACCESS_CONTROL_MAX_AGE, "600"),
    ];
    (StatusCode::NO_CONTENT, headers)
}
