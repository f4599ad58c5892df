//! Klantinteracties as Open Klant speaks it, in several versions, as far as a desk asks
//! anything of it.
//!
//! It keeps what it makes, refuses what the real one refuses (`checks`, `versions`), filters
//! lists as the real one does (`lists`), and can lose the answer to any write after it was
//! done, or do a write long after the desk gave up.

mod checks;
mod lists;
mod store;
mod versions;

use super::listening::{HangUp, Running};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use checks::Problem;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use tokio::sync::Barrier;
pub use versions::Version;

/// The token that it knows.
pub const TOKEN: &str = "3f1c9a7be2d84c5f";

const BASE: &str = "/klantinteracties/api/v1/";

/// A register.
pub struct Register {
    running: Running,
    store: Arc<Mutex<Store>>,
}

/// What it does with a write.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// It is done, and the answer is lost.
    DoAndHangUp,
    /// It is done so much later. Who waits that long gets an answer.
    DoLate(Duration),
    /// Nothing is done, and it answers with this status.
    Refuse(u16),
    /// Nothing is done: this field is not as it should be.
    Invalid(&'static str),
}

struct Store {
    version: Version,
    kept: BTreeMap<&'static str, Vec<Value>>,
    writes: usize,
    at: Option<(usize, Act)>,
    ignores_filters: bool,
    /// A kind that stands in no list.
    hides: Option<&'static str>,
    /// *Kanalen* that another service knows; `Err` while that is away.
    kanalen: Option<Result<&'static [&'static str], ()>>,
    /// How many of the next lookups of an actor wait for each other.
    together: Option<Together>,
    late: usize,
    refused: Vec<Value>,
    hang_up: HangUp,
}

/// Lookups that wait for each other.
struct Together {
    left: usize,
    barrier: Arc<Barrier>,
    longest: Duration,
}

impl Together {
    /// What one more of them waits for, and for how long.
    fn join(&mut self) -> Option<(Arc<Barrier>, Duration)> {
        self.left = self.left.checked_sub(1)?;
        Some((self.barrier.clone(), self.longest))
    }
}

impl Register {
    /// One of the last version that keeps nothing yet.
    pub fn open() -> Self {
        Self::of(Version::V2_18)
    }

    /// One of this version.
    pub fn of(version: Version) -> Self {
        let store = Arc::new(Mutex::new(Store {
            version,
            kept: BTreeMap::new(),
            writes: 0,
            at: None,
            ignores_filters: false,
            hides: None,
            kanalen: None,
            together: None,
            late: 0,
            refused: Vec::new(),
            hang_up: HangUp::default(),
        }));
        let hang_up = lock(&store).hang_up.clone();
        let app = Router::new().fallback(called).with_state(store.clone());
        Self { running: Running::app(app, hang_up, None), store }
    }

    /// Where it is.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.running.address, BASE.trim_end_matches('/'))
    }

    /// What it does with the write that comes after so many others, counted from now.
    pub fn at_write(&self, after: usize, act: Act) {
        let mut store = lock(&self.store);
        store.at = Some((store.writes + after, act));
    }

    /// From now on it answers lists with everything it has.
    pub fn ignore_filters(&self) {
        lock(&self.store).ignores_filters = true;
    }

    /// From now on its lists show nothing of a kind.
    pub fn hide(&self, kind: &'static str) {
        lock(&self.store).hides = Some(kind);
    }

    /// From now on it checks a *kanaal* with another service, which knows these or is away.
    pub fn check_kanaal(&self, knows: Result<&'static [&'static str], ()>) {
        lock(&self.store).kanalen = Some(knows);
    }

    /// The next two lookups of an actor are answered once both have come, or after this time.
    pub fn look_up_together(&self, longest: Duration) {
        lock(&self.store).together =
            Some(Together { left: 2, barrier: Arc::new(Barrier::new(2)), longest });
    }

    /// How many writes it still has to do.
    pub fn late(&self) -> usize {
        lock(&self.store).late
    }

    /// What it keeps of a kind, in the order of making.
    pub fn kept(&self, kind: &str) -> Vec<Value> {
        lock(&self.store).kept.get(kind).cloned().unwrap_or_default()
    }

    /// How much it keeps of each kind.
    pub fn counts(&self) -> BTreeMap<&'static str, usize> {
        lock(&self.store).kept.iter().map(|(kind, kept)| (*kind, kept.len())).collect()
    }

    /// How many writes were asked of it.
    pub fn writes(&self) -> usize {
        lock(&self.store).writes
    }

    /// What was wrong with what it refused.
    pub fn refused(&self) -> Vec<Value> {
        lock(&self.store).refused.clone()
    }

    /// Keeps this as well, as if somebody else had made it.
    pub fn keep(&self, kind: &'static str, what: Value) -> Value {
        lock(&self.store).make(kind, what)
    }

    /// Changes what it keeps of a kind.
    pub fn change(&self, kind: &str, change: impl Fn(&mut Value)) {
        lock(&self.store).kept.get_mut(kind).into_iter().flatten().for_each(change);
    }
}

fn lock(store: &Mutex<Store>) -> MutexGuard<'_, Store> {
    store.lock().expect("no test has failed with it")
}

async fn called(
    State(store): State<Arc<Mutex<Store>>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let token = headers.get("authorization").and_then(|value| value.to_str().ok());
    if token != Some(format!("Token {TOKEN}").as_str()) {
        return answer(401, problem(401, "not_authenticated", Vec::new()));
    }
    let Some(path) = uri.path().strip_prefix(BASE) else { return not_there() };
    match method {
        Method::GET => {
            if path == "actoren" {
                let together = lock(&store).together.as_mut().and_then(Together::join);
                if let Some((barrier, longest)) = together {
                    // Who comes alone has waited long enough.
                    let _ = tokio::time::timeout(longest, barrier.wait()).await;
                }
            }
            lock(&store).look(path, uri.query().unwrap_or_default())
        }
        Method::POST => write(&store, path, headers, body).await,
        _ => answer(405, problem(405, "method_not_allowed", Vec::new())),
    }
}

/// A write, which goes on when nobody waits for it any longer.
async fn write(store: &Arc<Mutex<Store>>, path: &str, headers: HeaderMap, body: Bytes) -> Response {
    let act = lock(store).act();
    let Some(Act::DoLate(time)) = act else {
        return lock(store).write(path, &headers, &body, act);
    };
    lock(store).late += 1;
    let (store, path) = (store.clone(), path.to_owned());
    let done = tokio::spawn(async move {
        tokio::time::sleep(time).await;
        let mut store = lock(&store);
        store.late -= 1;
        store.write(&path, &headers, &body, None)
    });
    done.await.expect("no panic")
}

fn answer(status: u16, value: Value) -> Response {
    let status = StatusCode::from_u16(status).expect("a status");
    (status, [("content-type", "application/json")], value.to_string()).into_response()
}

fn not_there() -> Response {
    answer(404, problem(404, "not_found", Vec::new()))
}

/// As the real one tells what is wrong.
fn problem(status: u16, code: &str, parameters: Vec<Problem>) -> Value {
    let parameters: Vec<_> = parameters
        .into_iter()
        .map(|it| json!({ "name": it.name, "code": it.code, "reason": it.reason }))
        .collect();
    json!({
        "type": "http://localhost/ref/fouten/ValidationError/",
        "code": code,
        "title": "Ongeldige invoerwaarde.",
        "status": status,
        "detail": "Ongeldige invoerwaarde.",
        "instance": "urn:uuid:00000000-0000-4000-8000-000000000000",
        "invalidParams": parameters,
    })
}
