//! From a free port to a quiet stop.
//!
//! On SIGTERM or ctrl-c the desk takes no new connection and finishes what it
//! took; a client that dawdles is waited for ten seconds, no longer. Then what came in is
//! written, the delivery at hand ends, and the store is closed. Unix only.

use crate::api::api;
use crate::app::app_with;
use crate::arguments::Serve;
use crate::connections::{Connections, room};
use crate::health::health;
use crate::keys::Keys;
use crate::opening::{Opened, open};
use crate::privacy::privacy;
use crate::security;
use crate::trouble::complain;
use axum::Router;
use axum::serve::Listener;
use hyper_util::server::graceful::GracefulShutdown;
use std::io::{ErrorKind, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::pin::pin;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(10);

/// Serves until told to stop. An error is a message for who started it.
pub fn run(serve: &Serve, keys: &Keys) -> Result<(), String> {
    published(&serve.data)?;
    let room = room();
    let runtime =
        tokio::runtime::Runtime::new().map_err(|why| format!("cannot start a runtime: {why}"))?;
    let ended = runtime.block_on(work(serve, keys, room))?;
    // Do not wait for a disk that does not answer.
    runtime.shutdown_background();
    if ended == Ended::CutOff {
        let seconds = PATIENCE.as_secs();
        complain(format_args!("stopped with a request unfinished after {seconds} seconds"));
    }
    Ok(())
}

/// Whether there is an app to serve in `data`.
pub fn published(data: &Path) -> Result<(), String> {
    let name = data.display();
    if !data.is_dir() {
        return Err(format!("there is no directory {name}"));
    }
    if !data.join("index.html").is_file() {
        return Err(format!("no app is published in {name}: it has no index.html"));
    }
    Ok(())
}

async fn work(serve: &Serve, keys: &Keys, room: usize) -> Result<Ended, String> {
    let listener =
        TcpListener::bind(serve.address).await.map_err(|why| no_port(serve.address, &why))?;
    let stop = stop_asked().map_err(|why| format!("cannot listen for SIGTERM: {why}"))?;
    let address = listener.local_addr().map_err(|why| format!("cannot tell the address: {why}"))?;
    let Opened { desk, behind } = open(serve, keys).await?;

    // Who started the desk may have closed its end; that is no reason to stop.
    writeln!(std::io::stdout(), "http://{address}").ok();

    let more = api(desk.clone())
        .merge(health(desk))
        .merge(privacy(&serve.data, serve.into()))
        .merge(security::txt(&serve.contact));
    let app = app_with(&serve.data, &serve.ancestors, more);
    let ended = serve_until(listener, app, room, stop, PATIENCE).await;
    behind.close().await;
    Ok(ended)
}

fn no_port(address: SocketAddr, why: &std::io::Error) -> String {
    match why.kind() {
        ErrorKind::AddrInUse => {
            format!("{address} is taken by another program; choose another --port")
        }
        _ => format!("cannot listen on {address}: {why}"),
    }
}

/// Listens for the signals from now on; ready when the first one comes.
fn stop_asked() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// How serving ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Every request that was taken has its answer.
    Finished,
    /// Patience ran out first.
    CutOff,
}

/// Serves `app` on at most `most` connections until `stop` is ready and the requests already
/// taken are answered, which may take as long as `patience` says.
pub async fn serve_until(
    mut listener: TcpListener,
    app: Router,
    most: usize,
    stop: impl Future<Output = ()>,
    patience: Duration,
) -> Ended {
    let connections = Connections::at_most(most);
    let graceful = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            (stream, peer) = Listener::accept(&mut listener) => {
                connections.take(stream, peer, &app, graceful.watcher());
            }
            () = &mut stop => break,
        }
    }
    drop(listener);
    match timeout(patience, graceful.shutdown()).await {
        Ok(()) => Ended::Finished,
        Err(_) => Ended::CutOff,
    }
}
