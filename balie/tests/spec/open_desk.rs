//! A desk that is open, in memory or with a store in a file, and ways to send it requests.

use crate::site::{Answer, Site, answer};
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use balie::api::api;
use balie::app::app_with;
use balie::arguments::{Command, Serve, read};
use balie::delivery::Deliveries;
use balie::desk::Desk;
use balie::health::health;
use balie::keys::Keys;
use balie::opening::{Behind, Opened, keyring, start};
use balie::outbox::Pace;
use balie::privacy::privacy;
use balie::store::{Line, Opening, Store};
use balie::towns::Towns;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::sync::Arc;
use std::time::Duration;

pub const KEY: &str = "0123456789abcdef";
pub const STORY: &str = "De keuken staat vol met dozen.";

/// A municipality with its own desk, and a party that is not of it.
pub const TOWNS: &str = r#"[{
    "slug": "zonnedal", "name": "Zonnedal", "demonstration": true, "working_days": 3,
    "entrance": "wijkteam",
    "receivers": [
        { "id": "wijkteam", "name": "Wijkteam Zonnedal", "municipal": true },
        { "id": "buurthuis", "name": "Buurthuis De Zon", "municipal": false }
    ]
}]"#;

/// An app with a desk in one municipality.
pub fn site() -> Site {
    let site = Site::published();
    site.put("/desk.json", TOWNS);
    site
}

/// A request that is fit to be sent.
pub fn draft() -> Value {
    json!({
        "version": 1,
        "municipality": "zonnedal",
        "phone": "06 12345678",
        "story": STORY,
        "seconds": 60,
    })
}

/// The same with these fields.
pub fn draft_with(fields: Value) -> Value {
    let mut draft = draft();
    for (name, value) in fields.as_object().expect("fields") {
        draft[name] = value.clone();
    }
    draft
}

pub struct OpenDesk {
    pub site: Site,
    pub desk: Arc<Desk>,
    pub store: Store,
    app: Router,
    behind: Behind,
}

impl OpenDesk {
    /// In memory, without limits, delivering nothing.
    pub async fn new() -> Self {
        Self::told(&["--limit-per-minute=0", "--limit-overall=0"]).await
    }

    /// In memory, with these options.
    pub async fn told(options: &[&str]) -> Self {
        Self::open(site(), "sqlite::memory:", options, None, Pace::default()).await
    }

    /// In memory, delivering in a hurry.
    pub async fn delivering(deliveries: Deliveries) -> Self {
        Self::open(site(), "sqlite::memory:", &[], Some(deliveries), hurry()).await
    }

    pub async fn open(
        site: Site,
        address: &str,
        options: &[&str],
        deliveries: Option<Deliveries>,
        pace: Pace,
    ) -> Self {
        let serve = serve(&site, address, options);
        let keys = Keys::of(&serve.store, |_| None).expect("keys");
        let towns = Towns::published(&serve.data).expect("towns");
        let store = Store::open(address, Opening::Make).await.expect("a store");
        let keyring = keyring(&store, &keys).await.expect("a keyring");
        let opened = start(&serve, towns, store.clone(), keyring, deliveries, pace);
        let Opened { desk, behind } = opened;
        let more = api(desk.clone())
            .merge(health(desk.clone()))
            .merge(privacy(&serve.data, (&*serve).into()));
        let app = app_with(&serve.data, &serve.ancestors, more);
        Self { site, desk, store, app, behind }
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        answer(self.app.clone(), request).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    pub async fn post(&self, key: &str, body: &Value) -> Answer {
        self.ask(post(key, body)).await
    }

    /// The reference of a request that is kept.
    pub async fn kept(&self, key: &str, body: &Value) -> String {
        let answer = self.post(key, body).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        answer.json()["reference"].as_str().expect("a reference").to_owned()
    }

    /// All that is stored, in the order of arrival.
    pub async fn lines(&self) -> Vec<Line> {
        lines(&self.store).await
    }

    /// Ready when what is stored is as it should be; a failure if that takes long.
    pub async fn until(&self, right: impl Fn(&[Line]) -> bool) {
        let waiting = async {
            while !right(&self.lines().await) {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(30), waiting).await.expect("it comes right");
    }

    /// Closes it; its files stay as long as the site.
    pub async fn close(self) -> Site {
        self.behind.close().await;
        self.site
    }
}

pub async fn lines(store: &Store) -> Vec<Line> {
    let mut lines = Vec::new();
    let read = store.each(None, |line| {
        lines.push(line);
        Ok(())
    });
    read.await.expect("it reads");
    lines
}

pub fn post(key: &str, body: &Value) -> Request<Body> {
    Request::post("/api/contact-requests")
        .header("content-type", "application/json")
        .header("idempotency-key", key)
        .body(Body::from(body.to_string()))
        .expect("a request")
}

pub fn serve(site: &Site, address: &str, options: &[&str]) -> Box<Serve> {
    let data = site.data();
    let data = data.to_str().expect("text");
    let line = [&["serve", "--data", data, "--db", address], options].concat();
    match read(line.iter().map(OsString::from), |_| None) {
        Ok(Command::Serve(serve)) => serve,
        other => panic!("{other:?}"),
    }
}

/// The address of a store in a file beside the app.
pub fn in_file(site: &Site) -> String {
    format!("sqlite://{}", site.beside("requests.db").display())
}

/// So fast that no test waits.
pub fn hurry() -> Pace {
    let soon = Duration::from_millis(1);
    Pace { tick: soon, first: soon, longest: soon * 4, tries: 4, ..Pace::default() }
}
