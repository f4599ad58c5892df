//! The connections of a desk, and room for the next one.
//!
//! So many can be open, and a crowd that says nothing must not keep out who does ask. So
//! when all places are taken, the connection that asked nothing for the longest time ends:
//! one that is idle, says its head a byte at a time, or does not read its answer. A proxy
//! that finds its idle connection closed opens another; a browser asks again.

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::Watcher;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::task::AbortHandle;
use tower::ServiceExt;

/// A connection that said no whole head for so long ends. Longer than proxies keep an idle
/// one (a minute, mostly), or they would send into one that closes at that moment.
const HEAD: Duration = Duration::from_secs(75);
/// As much as a head may say, and as is held ready of an answer.
const BUFFER: usize = 64 * 1024;

/// More connections than this are no visitors of a municipality.
const MOST: u64 = 4096;
/// Files that are no connection: those that are served, the store, deliveries.
const OTHER_FILES: u64 = 256;

/// Lets the desk open as many files as it may, and says how many connections fit in that.
pub fn room() -> usize {
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit { current: limit.maximum, maximum: limit.maximum };
    setrlimit(Resource::Nofile, raised).ok();
    let files = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    // With few files half of them are for the rest.
    let room = files.saturating_sub(OTHER_FILES.min(files / 2)).clamp(1, MOST);
    usize::try_from(room).unwrap_or(usize::MAX)
}

/// The connections that are open.
#[derive(Clone)]
pub struct Connections {
    most: usize,
    open: Arc<Mutex<Open>>,
}

/// In the order in which they last asked something, or came.
#[derive(Default)]
struct Open {
    order: BTreeMap<u64, AbortHandle>,
    next: u64,
}

impl Open {
    fn put(&mut self, connection: AbortHandle) -> u64 {
        self.next += 1;
        self.order.insert(self.next, connection);
        self.next
    }
}

impl Connections {
    /// None yet, and at most so many.
    pub fn at_most(most: usize) -> Self {
        Self { most, open: Arc::default() }
    }

    /// Answers what comes over this connection, until it ends or has to make room.
    pub fn take(&self, stream: TcpStream, peer: SocketAddr, app: &Router, watcher: Watcher) {
        let place = Arc::new(Mutex::new(0));
        let mut open = lock(&self.open);
        if open.order.len() >= self.most
            && let Some((_, longest)) = open.order.pop_first()
        {
            longest.abort();
        }
        let (these, app) = (self.clone(), app.clone());
        let (asking, here) = (place.clone(), place.clone());
        let connection = tokio::spawn(async move {
            // Head and body of a file leave in two writes; do not hold back the second.
            stream.set_nodelay(true).ok();
            let service = service_fn(|request: hyper::Request<Incoming>| {
                these.asks(&asking);
                let mut request: Request = request.map(Body::new);
                request.extensions_mut().insert(ConnectInfo(peer));
                app.clone().oneshot(request)
            });
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD)
                .max_buf_size(BUFFER)
                .serve_connection(TokioIo::new(stream), service);
            // Who hung up is no news.
            watcher.watch(connection).await.ok();
            lock(&these.open).order.remove(&lock(&here));
        });
        // Nothing of it asks or ends before this lets go.
        *lock(&place) = open.put(connection.abort_handle());
    }

    /// It asks something: now it is the last that has to make room.
    fn asks(&self, place: &Mutex<u64>) {
        let mut open = lock(&self.open);
        let mut place = lock(place);
        if let Some(connection) = open.order.remove(&place) {
            *place = open.put(connection);
        }
    }
}

fn lock<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().expect("nobody panics with it")
}
