//! Who receives letters over a webhook: it knows what it already has by the reference, it
//! can be away, and now and then its answer is lost on the way back.

use crate::desk::{House, until};
use crate::load::Kept;
use crate::raw;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};

/// A receiver that listens as long as the test runs.
#[derive(Clone)]
pub struct Receiver {
    address: String,
    state: Arc<Mutex<State>>,
}

struct State {
    /// What it took up, in the order it came.
    letters: Vec<Letter>,
    /// How often each reference came.
    attempts: HashMap<String, u32>,
    /// The part of its answers that gets lost, after it took the letter up.
    loses: f64,
    /// How long it thinks.
    thinks: Duration,
    random: StdRng,
}

/// A letter that was taken up.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its name.
    pub reference: String,
    /// What it says.
    pub content: Value,
}

impl Receiver {
    /// It listens, and loses this part of its answers.
    pub async fn open(seed: u64, loses: f64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        let (random, thinks) = (StdRng::seed_from_u64(seed), Duration::ZERO);
        let (letters, attempts) = (Vec::new(), HashMap::new());
        let state = State { letters, attempts, loses, thinks, random };
        let receiver = Self { address, state: Arc::new(Mutex::new(state)) };
        let this = receiver.clone();
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.expect("a connection");
                tokio::spawn(this.clone().answer(stream));
            }
        });
        receiver
    }

    /// From now on it thinks so long before it takes something up.
    pub fn think(&self, thinks: Duration) {
        self.state().thinks = thinks;
    }

    /// Whether it took this up.
    pub fn has(&self, reference: &str) -> bool {
        self.state().letters.iter().any(|letter| letter.reference == reference)
    }

    /// How often anything came, and how often what came most.
    pub fn calls(&self) -> (u32, u32) {
        let state = self.state();
        (state.attempts.values().sum(), state.attempts.values().max().copied().unwrap_or(0))
    }

    async fn answer(self, mut stream: TcpStream) {
        while let Some(message) = raw::read(&mut stream).await {
            let thinks = self.state().thinks;
            tokio::time::sleep(thinks).await;
            let Some(answer) = self.take(&message) else { return };
            if stream.write_all(answer.as_bytes()).await.is_err() {
                return;
            }
        }
    }

    /// Takes a letter up unless it is known; what it answers, if that arrives.
    fn take(&self, message: &raw::Message) -> Option<String> {
        let told: Value = serde_json::from_slice(&message.body).expect("JSON");
        let reference = message.header("idempotency-key").expect("a reference").to_owned();
        assert_eq!(told["reference"], reference);
        let mut state = self.state();
        let attempts = state.attempts.entry(reference.clone()).or_default();
        *attempts += 1;
        let known = *attempts > 1;
        if !known {
            state.letters.push(Letter { reference, content: told["content"].clone() });
        }
        let loses = state.loses;
        if state.random.random_bool(loses) {
            return None;
        }
        let status = if known { "409 Conflict" } else { "202 Accepted" };
        Some(format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\n\r\n"))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nobody panicked")
    }

    /// What it took up until now.
    pub fn letters(&self) -> Vec<Letter> {
        self.state().letters.clone()
    }

    /// How many letters came again.
    pub fn repeated(&self) -> usize {
        self.state().attempts.values().filter(|&&attempts| attempts > 1).count()
    }

    /// Waits until all of these have arrived, and nothing waits at the desk any more; then
    /// each must be there once, with what was sent, and nothing else.
    pub async fn holds_exactly(&self, kept: &[Kept], house: &House) {
        let arrived = async || self.letters().len() >= kept.len();
        until("all that was kept is delivered", arrived).await;
        until("the desk knows that it is", async || house.undelivered() == 0).await;
        let letters = self.letters();
        let mut by_reference: HashMap<&str, &Letter> = HashMap::new();
        for letter in &letters {
            let before = by_reference.insert(&letter.reference, letter);
            assert!(before.is_none(), "delivered twice: {letter:?}");
        }
        for request in kept {
            let letter = by_reference.remove(request.reference.as_str());
            let letter = letter.unwrap_or_else(|| panic!("lost: {request:?}"));
            let story = letter.content["story"].as_str().expect("a story");
            assert!(story.contains(&request.key), "{request:?} became {story}");
            assert_eq!(letter.content["provider"], request.team);
        }
        assert!(by_reference.is_empty(), "never sent: {by_reference:?}");
        assert_eq!(house.count(), kept.len());
    }

    /// How the desk is told to deliver to it.
    pub fn settings(&self) -> Value {
        let url = format!("http://{}/", self.address);
        json!({
            "channels": { "hook": { "kind": "webhook", "secret_env": "HOOK_SECRET" } },
            "municipalities": {
                "voorbeeldstad": { "default": { "channel": "hook", "url": url } },
            },
        })
    }
}
