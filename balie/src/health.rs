//! How the desk is, for who runs it: `/healthz`, `/readyz` and `/metrics`.

use crate::desk::Desk;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::Arc;
use std::time::Duration;

/// So long the store may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// The three paths.
pub fn health(desk: Arc<Desk>) -> Router {
    Router::new()
        .route("/healthz", get(async || text(StatusCode::OK, "lives\n")))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(desk)
}

async fn ready(State(desk): State<Arc<Desk>>) -> Response {
    match tokio::time::timeout(PATIENCE, desk.store.answers()).await {
        Ok(true) => text(StatusCode::OK, "ready\n"),
        _ => text(StatusCode::SERVICE_UNAVAILABLE, "the store does not answer\n"),
    }
}

async fn metrics(State(desk): State<Arc<Desk>>) -> Response {
    let Ok(Ok(sum)) = tokio::time::timeout(PATIENCE, desk.store.sum()).await else {
        return text(StatusCode::SERVICE_UNAVAILABLE, "the store does not answer\n");
    };
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-store")];
    (headers, desk.metrics.text(sum)).into_response()
}

fn text(status: StatusCode, text: &'static str) -> Response {
    (status, [(CACHE_CONTROL, "no-store")], text).into_response()
}
