//! How the desk is, for who runs it: `/healthz`, `/readyz` and `/metrics`.

use crate::addresses::HEALTH;
use crate::desk::Desk;
use crate::store::Sum;
use crate::sweeping::ago;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// So long the store may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// The three paths.
pub fn health(desk: Arc<Desk>) -> Router {
    let [lives, takes, counts] = HEALTH;
    Router::new()
        .route(lives, get(async || text(StatusCode::OK, "lives\n".to_owned())))
        .route(takes, get(ready))
        .route(counts, get(metrics))
        .with_state(desk)
}

async fn ready(State(desk): State<Arc<Desk>>) -> Response {
    match sum(&desk, true).await {
        Ok(sum) if sum.late > 0 => {
            let hours = desk.late.as_secs() / 3600;
            let late = sum.late;
            text(
                StatusCode::OK,
                format!("ready\n{late} requests wait for more than {hours} hours\n"),
            )
        }
        Ok(_) => text(StatusCode::OK, "ready\n".to_owned()),
        Err(why) => {
            text(StatusCode::SERVICE_UNAVAILABLE, format!("the store takes nothing: {why}\n"))
        }
    }
}

async fn metrics(State(desk): State<Arc<Desk>>) -> Response {
    let Ok(sum) = sum(&desk, false).await else {
        let silent = "the store does not answer\n".to_owned();
        return text(StatusCode::SERVICE_UNAVAILABLE, silent);
    };
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-store")];
    (headers, desk.metrics.text(sum)).into_response()
}

/// What waits; if asked, after something was written.
async fn sum(desk: &Desk, write: bool) -> Result<Sum, String> {
    let asked = async {
        if write {
            desk.store.takes().await?;
        }
        desk.store.sum(ago(desk.late)).await
    };
    match timeout(PATIENCE, asked).await {
        Ok(sum) => sum.map_err(|why| why.to_string()),
        Err(_) => Err("no answer".to_owned()),
    }
}

fn text(status: StatusCode, text: String) -> Response {
    (status, [(CACHE_CONTROL, "no-store")], text).into_response()
}
