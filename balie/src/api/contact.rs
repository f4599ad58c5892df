//! One request to be contacted, from its bytes to its receipt.
//!
//! Only what is wrong in form or content is refused. What looks like the work of a machine
//! is kept, delivered and marked: a person must never be taken for one.

use super::problem::{Kind, Problem};
use crate::desk::{Answered, Desk, Receipt};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use http_body_util::LengthLimitError;
use sha2::{Digest, Sha256};
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;
use wijkdeur::content::{Taker, Town};
use wijkdeur::domain::{self, Draft, Field, Receiver, Wrong};

/// So many bytes; somebody's whole walk with a long story is half of it.
pub const LARGEST: usize = 32 * 1024;
/// So long a request may be on its way; a long one over the slowest line takes half of it.
const PATIENCE: Duration = Duration::from_secs(20);
/// After so many seconds the store may be back.
const RETRY: u64 = 5;

/// Keeps a request, and only then answers that it did.
pub async fn receive(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    let answer = keep(&desk, request).await;
    let response = match answer {
        Ok(receipt) => {
            let body = serde_json::to_vec(&receipt).expect("texts and numbers");
            (StatusCode::CREATED, [(CONTENT_TYPE, "application/json")], body).into_response()
        }
        Err(problem) => problem.into_response(),
    };
    desk.metrics.answered(response.status());
    response
}

async fn keep(desk: &Desk, request: Request) -> Result<Receipt, Problem> {
    if request.method() != Method::POST {
        return Err(Problem::only("POST"));
    }
    let (head, body) = request.into_parts();
    desk.limits
        .count(&head.headers, &head.extensions)
        .map_err(|seconds| Problem::later(Kind::TooMany, seconds))?;
    let key = key(&head.headers).ok_or_else(|| Problem::new(Kind::KeyNeeded))?;
    if !is_json(&head.headers) {
        return Err(Problem::new(Kind::NotJson));
    }
    let body = read(&head.headers, body).await?;
    let draft: Draft = serde_json::from_slice(&body).map_err(|why| {
        Problem::told(
            Kind::Unreadable,
            format!("{} ({why})", super::words::detail(Kind::Unreadable)),
        )
    })?;
    let (town, taker, request) = check(desk, &draft)?;
    desk.limits.count_fit().map_err(|seconds| Problem::later(Kind::TooMany, seconds))?;
    match desk.keep(key, &town, &taker, &request).await {
        Answered::Kept(receipt) => Ok(receipt),
        Answered::KeyReused => Err(Problem::new(Kind::KeyReused)),
        Answered::NotKept => Err(Problem::later(Kind::Unavailable, RETRY)),
    }
}

/// The digest of the idempotency key: 16 to 64 visible signs.
fn key(headers: &HeaderMap) -> Option<[u8; 32]> {
    let mut keys = headers.get_all("idempotency-key").iter();
    let (Some(key), None) = (keys.next(), keys.next()) else { return None };
    let key = key.as_bytes();
    let right = (16..=64).contains(&key.len()) && key.iter().all(u8::is_ascii_graphic);
    right.then(|| Sha256::digest(key).into())
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

async fn read(headers: &HeaderMap, body: Body) -> Result<Bytes, Problem> {
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if length.is_some_and(|length: u64| length > LARGEST as u64) {
        return Err(Problem::new(Kind::TooLarge));
    }
    let body = timeout(PATIENCE, to_bytes(body, LARGEST)).await;
    body.map_err(|_| Problem::new(Kind::TooSlow))?.map_err(|why| {
        let large = why.source().is_some_and(|why| why.is::<LengthLimitError>());
        Problem::new(if large { Kind::TooLarge } else { Kind::Unreadable })
    })
}

/// The same check as in the browser, and who gets it.
fn check(desk: &Desk, draft: &Draft) -> Result<(Town, Taker, domain::Request), Problem> {
    let Some(town) = desk.towns.find(&draft.municipality) else {
        // Nobody is known, so nothing is said of who receives it.
        let others = draft.check(Receiver::Municipality).err().unwrap_or_default();
        let mut wrong = vec![(Field::Municipality, Wrong::Unknown)];
        wrong.extend(others);
        wrong.sort_by_key(|(field, _)| *field);
        return Err(Problem::invalid(&wrong));
    };
    let provider = draft.provider.as_ref();
    let request = draft.check(town.receiver(provider)).map_err(|wrong| Problem::invalid(&wrong))?;
    let unknown = || Problem::invalid(&[(Field::Provider, Wrong::Unknown)]);
    let taker = town.taker(provider).cloned().ok_or_else(unknown)?;
    Ok((town, taker, request))
}
