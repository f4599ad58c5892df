//! One request, one response: the published files, and the words for when there
//! is none.
//!
//! Content types, compressed copies and ranges are the work of `ServeDir`; whether somebody
//! has a file already is judged by [`crate::tags`]. A link inside the directory is followed, also to outside it:
//! what is published is up to who publishes.

use crate::ancestors::FrameAncestors;
use crate::headers::SecurityHeaders;
use crate::tags::{Conditions, Tags};
use crate::{caching, paths};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, LAST_MODIFIED, RETRY_AFTER,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use percent_encoding::percent_decode_str;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::timeout;
use tower_http::services::ServeDir;

const NOT_THERE: &str = "Deze pagina is er niet.\n\nDirect gevaar? Bel 112.\n";
const NOT_THIS_WAY: &str = "Dit kan hier niet.\n\nDirect gevaar? Bel 112.\n";
const BROKEN: &str = "Er ging iets mis. Probeer het later nog eens.\n\n\
    Direct gevaar? Bel 112.\n";
const BUSY: &str = "Het is nu te druk. Probeer het over een paar seconden opnieuw.\n\n\
    Direct gevaar? Bel 112.\n";

/// So many files are opened at once; more than that makes none of them come sooner.
const PLACES: usize = 128;
/// So long one waits for that, and then is told that it is busy.
const PATIENCE: Duration = Duration::from_secs(3);
/// After so many seconds it may be better.
const RETRY: u64 = 5;

/// The app published in the directory `data`, fit to be framed by `ancestors`.
pub fn app(data: &Path, ancestors: &FrameAncestors) -> Router {
    app_with(data, ancestors, Router::new())
}

/// The same, with what else the desk answers.
pub fn app_with(data: &Path, ancestors: &FrameAncestors, more: Router) -> Router {
    let published = Published {
        files: ServeDir::new(data).precompressed_br().precompressed_gzip(),
        data: data.to_owned(),
        tags: Tags::default(),
        places: Arc::new(Semaphore::new(PLACES)),
    };
    Router::new()
        .fallback(answer)
        .with_state(published)
        .merge(more)
        .layer(middleware::from_fn_with_state(SecurityHeaders::new(ancestors), finish))
}

#[derive(Clone)]
struct Published {
    files: ServeDir,
    data: PathBuf,
    tags: Tags,
    places: Arc<Semaphore>,
}

impl Published {
    /// The file that `ServeDir` takes for this path, in the form it was sent in.
    fn file(&self, path: &str, encoding: Option<&HeaderValue>) -> PathBuf {
        let path = percent_decode_str(path.trim_start_matches('/')).decode_utf8_lossy();
        let mut file = self.data.join(path.as_ref()).into_os_string();
        if path.is_empty() || path.ends_with('/') {
            file.push("index.html");
        }
        file.push(match encoding.map(HeaderValue::as_bytes) {
            Some(b"br") => ".br",
            Some(b"gzip") => ".gz",
            _ => "",
        });
        file.into()
    }
}

async fn answer(State(mut published): State<Published>, mut request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let not_there = published.data.join("404.html");
    if !paths::is_plain(&path) {
        return no_page(&not_there).await;
    }
    if let Some(folder) = paths::folder_of_page(&path) {
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        return Redirect::temporary(&format!("{folder}{query}")).into_response();
    }
    let places = published.places.clone();
    let Ok(_place) = timeout(PATIENCE, places.acquire()).await else {
        let later = [(RETRY_AFTER, HeaderValue::from(RETRY))];
        return (later, words(StatusCode::SERVICE_UNAVAILABLE, BUSY)).into_response();
    };
    let conditions = Conditions::take(request.headers_mut());
    match published.files.try_call(request).await {
        Ok(response) => match response.status() {
            StatusCode::NOT_FOUND => no_page(&not_there).await,
            // Keep its `Allow`; give it words.
            StatusCode::METHOD_NOT_ALLOWED => {
                let allow = response.headers().clone();
                (allow, words(StatusCode::METHOD_NOT_ALLOWED, NOT_THIS_WAY)).into_response()
            }
            StatusCode::OK | StatusCode::PARTIAL_CONTENT => {
                tagged(&published, &path, &conditions, response.map(Body::new)).await
            }
            _ => response.map(Body::new),
        },
        Err(why) if is_not_there(&why) => no_page(&not_there).await,
        Err(_) => words(StatusCode::INTERNAL_SERVER_ERROR, BROKEN),
    }
}

/// A file with its tag, or the answer to who asked it only under a condition.
async fn tagged(
    published: &Published,
    path: &str,
    conditions: &Conditions,
    mut response: Response,
) -> Response {
    let headers = response.headers_mut();
    headers.remove(LAST_MODIFIED);
    // By size and date: it tells a file that was replaced since it was opened.
    let Some(opened) = headers.remove(ETAG) else { return response };
    let file = published.file(path, headers.get(CONTENT_ENCODING));
    let Some(tag) = published.tags.of(file, opened).await else { return response };
    headers.insert(ETAG, tag.clone());
    match conditions.judge(&tag) {
        Some(StatusCode::NOT_MODIFIED) => (StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response(),
        Some(status) => status.into_response(),
        None => response,
    }
}

fn is_not_there(why: &io::Error) -> bool {
    matches!(
        why.kind(),
        ErrorKind::NotFound
            | ErrorKind::NotADirectory
            | ErrorKind::PermissionDenied
            | ErrorKind::InvalidFilename
    )
}

async fn no_page(page: &Path) -> Response {
    match tokio::fs::read(page).await {
        Ok(page) => {
            let html = [(CONTENT_TYPE, "text/html; charset=utf-8")];
            (StatusCode::NOT_FOUND, html, page).into_response()
        }
        Err(_) => words(StatusCode::NOT_FOUND, NOT_THERE),
    }
}

fn words(status: StatusCode, text: &'static str) -> Response {
    (status, [(CONTENT_LANGUAGE, "nl")], text).into_response()
}

async fn finish(State(security): State<SecurityHeaders>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let status = response.status();
    let headers = response.headers_mut();
    say_charset(headers);
    caching::put_on(headers, &path, status);
    security.put_on(headers);
    response
}

/// Everything published is UTF-8, and the file server only says "text".
fn say_charset(headers: &mut HeaderMap) {
    let Some(kind) = headers.get(CONTENT_TYPE).and_then(|it| it.to_str().ok()) else {
        return;
    };
    if kind.starts_with("text/") && !kind.contains("charset") {
        let kind = format!("{kind}; charset=utf-8");
        if let Ok(kind) = HeaderValue::try_from(kind) {
            headers.insert(CONTENT_TYPE, kind);
        }
    }
}
