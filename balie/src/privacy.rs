//! The page on privacy, with the number of days that this desk was told.
//!
//! It is published with the usual numbers, each with a mark. Only a desk that keeps requests
//! for longer or shorter says its own.

use crate::addresses::PRIVACY;
use crate::sweeping::Keep;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use std::path::Path;
use wijkdeur::content::{KEPT_DAYS, KEPT_UNDELIVERED_DAYS};

const USUAL: Keep = Keep { delivered: KEPT_DAYS, undelivered: KEPT_UNDELIVERED_DAYS };

/// The page of the app published in `data`, if it has to say something else.
pub fn privacy(data: &Path, keep: Keep) -> Router {
    if keep == USUAL {
        return Router::new();
    }
    let file = data.join("privacy/index.html");
    Router::new().route(PRIVACY, get(async move || page(&file, keep).await))
}

async fn page(file: &Path, keep: Keep) -> Response {
    match tokio::fs::read_to_string(file).await {
        Ok(page) => {
            let page = with(&page, "delivered", keep.delivered);
            Html(with(&page, "undelivered", keep.undelivered)).into_response()
        }
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The page with this number in place of the one that has this mark.
fn with(page: &str, mark: &str, days: u16) -> String {
    let mark = format!("data-days=\"{mark}\">");
    let Some((before, rest)) = page.split_once(&mark) else { return page.to_owned() };
    let after = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
    format!("{before}{mark}{days}{after}")
}
