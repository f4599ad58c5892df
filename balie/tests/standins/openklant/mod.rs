//! Klantinteracties as Open Klant 2.4 speaks it, as far as a desk asks anything of it.
//!
//! It keeps what it makes, refuses what the real one refuses (`checks`), filters lists as
//! the real one does (`lists`), and can lose the answer to any write after it was done.

mod checks;
mod lists;

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
    /// Nothing is done, and it answers with this status.
    Refuse(u16),
}

#[derive(Default)]
struct Store {
    kept: BTreeMap<&'static str, Vec<Value>>,
    writes: usize,
    at: Option<(usize, Act)>,
    ignores_filters: bool,
    refused: Vec<Value>,
    hang_up: HangUp,
}

impl Register {
    /// One that keeps nothing yet.
    pub fn open() -> Self {
        let store = Arc::new(Mutex::new(Store::default()));
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
    let mut store = lock(&store);
    let token = headers.get("authorization").and_then(|value| value.to_str().ok());
    if token != Some(format!("Token {TOKEN}").as_str()) {
        return answer(401, problem(401, "not_authenticated", Vec::new()));
    }
    let Some(path) = uri.path().strip_prefix(BASE) else { return not_there() };
    match method {
        Method::GET => store.look(path, uri.query().unwrap_or_default()),
        Method::POST => store.write(path, &headers, &body),
        _ => answer(405, problem(405, "method_not_allowed", Vec::new())),
    }
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
        "title": "Invalid input.",
        "status": status,
        "detail": "",
        "instance": "urn:uuid:00000000-0000-4000-8000-000000000000",
        "invalidParams": parameters,
    })
}

impl Store {
    fn write(&mut self, path: &str, headers: &HeaderMap, body: &[u8]) -> Response {
        let act = self.at.filter(|(number, _)| *number == self.writes).map(|(_, act)| act);
        self.writes += 1;
        if let Some(Act::Refuse(status)) = act {
            return answer(status, problem(status, "error", Vec::new()));
        }
        if headers.get("content-type").is_none_or(|kind| kind != "application/json") {
            return answer(415, problem(415, "unsupported_media_type", Vec::new()));
        }
        let Ok(mut body) = serde_json::from_slice(body) else {
            return answer(400, problem(400, "parse_error", Vec::new()));
        };
        checks::trim(&mut body);
        let Some(mut wrong) = checks::wrong(path, &body) else { return not_there() };
        if wrong.is_empty() {
            wrong = self.unknown(path, &body);
        }
        if !wrong.is_empty() {
            let problem = problem(400, "invalid", wrong);
            self.refused.push(problem.clone());
            return answer(400, problem);
        }
        let made = match path {
            "maak-klantcontact" => self.make_contact(&body),
            "actoren" => self.make("actoren", body),
            "digitaleadressen" => self.make("digitaleadressen", body),
            _ => self.make("internetaken", body),
        };
        if let Some(Act::DoAndHangUp) = act {
            self.hang_up.now();
        }
        answer(201, made)
    }

    fn make(&mut self, kind: &'static str, mut what: Value) -> Value {
        let number = self.kept.values().map(Vec::len).sum::<usize>() + 1;
        let uuid = format!("00000000-0000-4000-8000-{number:012x}");
        what["url"] = json!(format!("http://localhost{BASE}{kind}/{uuid}"));
        what["uuid"] = json!(uuid);
        self.kept.entry(kind).or_default().push(what.clone());
        what
    }

    fn make_contact(&mut self, body: &Value) -> Value {
        let contact = self.make("klantcontacten", body["klantcontact"].clone());
        let of = |part: &str, field: &str| {
            let mut part = body[part].clone();
            part[field] = json!({ "uuid": contact["uuid"], "url": contact["url"] });
            part
        };
        let betrokkene = self.make("betrokkenen", of("betrokkene", "hadKlantcontact"));
        let object = self.make("onderwerpobjecten", of("onderwerpobject", "klantcontact"));
        let contacts = self.kept.get_mut("klantcontacten").expect("the one just made");
        let contact = contacts.last_mut().expect("the one just made");
        contact["hadBetrokkenen"] = json!([{ "uuid": betrokkene["uuid"] }]);
        contact["gingOverOnderwerpobjecten"] = json!([{ "uuid": object["uuid"] }]);
        json!({ "klantcontact": contact, "betrokkene": betrokkene, "onderwerpobject": object })
    }

    /// References to what is not there.
    fn unknown(&self, path: &str, body: &Value) -> Vec<Problem> {
        let mut unknown = Vec::new();
        let mut refer = |name: &str, kind: &str, to: &Value| {
            let known = self.kept.get(kind).into_iter().flatten();
            if !known.into_iter().any(|it| it["uuid"] == to["uuid"]) {
                unknown.push(Problem::new(name, "invalid", "object bestaat niet."));
            }
        };
        if path == "digitaleadressen" {
            refer("verstrektDoorBetrokkene.uuid", "betrokkenen", &body["verstrektDoorBetrokkene"]);
        }
        if path == "internetaken" {
            let contact = &body["aanleidinggevendKlantcontact"];
            refer("aanleidinggevendKlantcontact.uuid", "klantcontacten", contact);
            for actor in body["toegewezenAanActoren"].as_array().into_iter().flatten() {
                refer("toegewezenAanActoren.uuid", "actoren", actor);
            }
        }
        unknown
    }
}
