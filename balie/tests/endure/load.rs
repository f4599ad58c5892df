//! People who send requests and do not give up: each asks with one key, the same, until
//! there is an answer, also when the desk is gone, and now and then once more after it.

use crate::desk::TEAMS;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// A request that the desk said it keeps.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The key it was sent with; its story holds it too.
    pub key: String,
    /// The team it was meant for.
    pub team: &'static str,
    /// The name that the desk gave it.
    pub reference: String,
    /// How often it was sent until the first answer.
    pub attempts: u32,
}

/// The phone number of everybody here, as it is kept and as it is looked for.
pub const PHONE: &str = "0612345678";

/// What is sent with a key: its story holds the key.
pub fn body(key: &str, team: &str) -> Value {
    json!({
        "version": 1, "municipality": "voorbeeldstad", "provider": team, "permission": true,
        "phone": "06 12 34 56 78", "seconds": 20, "number_meant": true, "name": "J. Pietersen",
        "story": format!("Verhaal {key} over een dak dat lekt."),
    })
}

/// Sends JSON once.
pub async fn post(
    http: &reqwest::Client,
    address: &str,
    key: &str,
    body: &Value,
) -> reqwest::Result<reqwest::Response> {
    let url = format!("http://{address}/api/contact-requests");
    http.post(url).header("idempotency-key", key).json(body).send().await
}

/// A client that waits long and speaks to this machine only.
pub fn client() -> reqwest::Client {
    rustls::crypto::ring::default_provider().install_default().ok();
    let patience = Duration::from_secs(30);
    reqwest::Client::builder().no_proxy().timeout(patience).build().expect("a client")
}

/// People that send.
pub struct Load {
    addresses: watch::Sender<Vec<String>>,
    enough: Arc<AtomicBool>,
    people: JoinSet<Vec<Kept>>,
}

impl Load {
    /// So many of them begin; the seed decides what they do.
    pub fn start(people: u64, seed: u64, addresses: Vec<String>) -> Self {
        let (addresses, told) = watch::channel(addresses);
        let enough = Arc::new(AtomicBool::new(false));
        let http = client();
        let person = |number| {
            let random = StdRng::seed_from_u64(seed ^ (number << 32));
            let name = format!("{seed:08x}-{number:03}");
            Person { http: http.clone(), told: told.clone(), random, name }.send(enough.clone())
        };
        let people = (0..people).map(person).collect();
        Self { addresses, enough, people }
    }

    /// The desk is to be found here now.
    pub fn moved(&self, address: &str) {
        self.addresses.send_replace(vec![address.to_owned()]);
    }

    /// Everybody finishes what they began; everything that was answered.
    pub async fn end(self) -> Vec<Kept> {
        self.enough.store(true, Ordering::Relaxed);
        self.people.join_all().await.into_iter().flatten().collect()
    }
}

struct Person {
    http: reqwest::Client,
    told: watch::Receiver<Vec<String>>,
    random: StdRng,
    name: String,
}

impl Person {
    async fn send(mut self, enough: Arc<AtomicBool>) -> Vec<Kept> {
        let mut kept = Vec::new();
        while !enough.load(Ordering::Relaxed) {
            let key = format!("{}-{:05}", self.name, kept.len());
            let team = TEAMS[self.random.random_range(0..TEAMS.len())];
            let body = body(&key, team);
            if self.random.random_bool(0.1) {
                self.hang_up(&key, &body).await;
            }
            let (reference, attempts) = self.ask(&key, &body).await;
            if self.random.random_bool(0.2) {
                let (again, _) = self.ask(&key, &body).await;
                assert_eq!(again, reference, "the same key, another reference");
            }
            kept.push(Kept { key, team, reference, attempts });
            self.rest(20).await;
        }
        kept
    }

    /// Waits a little.
    async fn rest(&mut self, most: u64) {
        let pause = self.random.random_range(0..most);
        tokio::time::sleep(Duration::from_millis(pause)).await;
    }

    /// One of the desks that there are.
    fn address(&mut self) -> String {
        let addresses = self.told.borrow();
        addresses[self.random.random_range(0..addresses.len())].clone()
    }

    /// Sends the same until it is kept: the reference, and how often that took.
    async fn ask(&mut self, key: &str, body: &Value) -> (String, u32) {
        for attempt in 1.. {
            let address = self.address();
            if let Ok(answer) = post(&self.http, &address, key, body).await {
                let status = answer.status().as_u16();
                match answer.json::<Value>().await {
                    Ok(receipt) if status == 201 => {
                        let reference = receipt["reference"].as_str().expect("a reference");
                        return (reference.to_owned(), attempt);
                    }
                    Ok(problem) => assert_eq!(status, 503, "{problem}"),
                    // The connection broke half-way the answer.
                    Err(_) => {}
                }
            }
            self.rest(30).await;
        }
        unreachable!("it asks until it is answered")
    }

    /// Sends it and is gone before the answer, as a phone in a tunnel.
    async fn hang_up(&mut self, key: &str, body: &Value) {
        let address = self.address();
        if let Ok(mut connection) = TcpStream::connect(&address).await {
            let body = body.to_string();
            let head = format!(
                "POST /api/contact-requests HTTP/1.1\r\nhost: {address}\r\n\
                 content-type: application/json\r\nidempotency-key: {key}\r\n\
                 content-length: {}\r\n\r\n",
                body.len()
            );
            connection.write_all((head + &body).as_bytes()).await.ok();
        }
    }
}
