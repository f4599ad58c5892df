//! A receiver with a webhook: it believes nothing without a signature, and takes up each
//! reference once.

use super::listening::{HangUp, Running};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{SystemTime, UNIX_EPOCH};
use tokio_rustls::TlsAcceptor;

/// The secret that the receiver shares with the desk.
pub const SECRET: &str = "0123456789abcdef0123456789abcdef";

/// A receiver.
pub struct Receiver {
    running: Running,
    desk: Arc<Mutex<Desk>>,
    encrypted: bool,
}

/// What it does instead of taking a letter up as it should.
#[derive(Clone, Copy)]
pub enum Act {
    /// Takes nothing up, and answers with this status.
    Refuse(u16),
    /// The same, and asks to wait so many seconds.
    RefuseFor(u16, u32),
    /// Takes nothing up, and sends the caller elsewhere.
    SendAway,
    /// Takes it up, but the answer is lost.
    TakeAndHangUp,
    /// Takes it up, but never answers.
    TakeAndSayNothing,
}

#[derive(Default)]
struct Desk {
    letters: BTreeMap<String, Value>,
    calls: usize,
    distrusted: usize,
    next: VecDeque<Act>,
    hang_up: HangUp,
}

impl Receiver {
    /// One that has no letters yet.
    pub fn open() -> Self {
        Self::open_encrypted(None)
    }

    /// The same, encrypted if there is something to encrypt with.
    pub fn open_encrypted(encrypt: Option<TlsAcceptor>) -> Self {
        let desk = Arc::new(Mutex::new(Desk::default()));
        let hang_up = lock(&desk).hang_up.clone();
        let app = Router::new().fallback(called).with_state(desk.clone());
        let encrypted = encrypt.is_some();
        Self { running: Running::app(app, hang_up, encrypt), desk, encrypted }
    }

    /// Where its webhook is.
    pub fn url(&self) -> String {
        let scheme = if self.encrypted { "https" } else { "http" };
        format!("{scheme}://localhost:{}/verzoeken", self.running.address.port())
    }

    /// What it does at the next call, or at the one after those already told.
    pub fn next(&self, act: Act) {
        lock(&self.desk).next.push_back(act);
    }

    /// What it has, by reference.
    pub fn letters(&self) -> BTreeMap<String, Value> {
        lock(&self.desk).letters.clone()
    }

    /// How often it was called.
    pub fn calls(&self) -> usize {
        lock(&self.desk).calls
    }

    /// How many calls it did not believe.
    pub fn distrusted(&self) -> usize {
        lock(&self.desk).distrusted
    }
}

fn lock(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().expect("no test has failed with it")
}

async fn called(State(desk): State<Arc<Mutex<Desk>>>, headers: HeaderMap, body: Bytes) -> Response {
    let act = {
        let mut desk = lock(&desk);
        desk.calls += 1;
        desk.next.pop_front()
    };
    match act {
        Some(Act::Refuse(status)) => return answer(status).into_response(),
        Some(Act::RefuseFor(status, seconds)) => {
            return (answer(status), [("retry-after", seconds.to_string())]).into_response();
        }
        Some(Act::SendAway) => {
            return (answer(307), [("location", "/elders")]).into_response();
        }
        _ => {}
    }
    let status = take(&mut lock(&desk), &headers, &body);
    match act {
        Some(Act::TakeAndHangUp) => lock(&desk).hang_up.now(),
        Some(Act::TakeAndSayNothing) => std::future::pending().await,
        _ => {}
    }
    answer(status).into_response()
}

fn answer(status: u16) -> StatusCode {
    StatusCode::from_u16(status).expect("a status")
}

fn take(desk: &mut Desk, headers: &HeaderMap, body: &[u8]) -> u16 {
    let Some(letter) = believed(headers, body) else {
        desk.distrusted += 1;
        return 401;
    };
    let reference = header(headers, "idempotency-key").to_owned();
    if desk.letters.contains_key(&reference) {
        return 409;
    }
    desk.letters.insert(reference, letter);
    201
}

/// The letter, if it is signed, of this hour, and of the reference that the header has.
fn believed(headers: &HeaderMap, body: &[u8]) -> Option<Value> {
    let timestamp = header(headers, "x-wijkdeur-timestamp");
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    if now.abs_diff(timestamp.parse().ok()?) > 3_600 {
        return None;
    }
    let signature = header(headers, "x-wijkdeur-signature").strip_prefix("sha256=")?;
    let mut key = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).ok()?;
    key.update(timestamp.as_bytes());
    key.update(b".");
    key.update(body);
    key.verify_slice(&bytes(signature)?).ok()?;
    let letter: Value = serde_json::from_slice(body).ok()?;
    (letter["reference"] == header(headers, "idempotency-key")).then_some(letter)
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let pairs = (0..digits.len()).step_by(2);
    pairs.map(|at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()).collect()
}
