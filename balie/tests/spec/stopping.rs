//! A quiet stop, and its upper bound. Over a real socket.

use crate::site::{LARGE, Site, block_on};
use balie::ancestors::FrameAncestors;
use balie::serving::{Ended, serve_until};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

const LONG: Duration = Duration::from_secs(600);

/// A desk on a free port, how to stop it, and how it ended.
async fn open(
    site: &Site,
    patience: Duration,
) -> (SocketAddr, oneshot::Sender<()>, JoinHandle<Ended>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let app = balie::app::app(&site.data(), &FrameAncestors::default());
    let (stop, stopped) = oneshot::channel();
    let stop_asked = async move { stopped.await.expect("asked to stop") };
    let desk = tokio::spawn(serve_until(listener, app, 64, stop_asked, patience));
    (address, stop, desk)
}

/// How the desk ended; a desk that never ends is a failure, not a wait for ever.
async fn end(desk: JoinHandle<Ended>) -> Ended {
    let ended = tokio::time::timeout(LONG / 10, desk).await;
    ended.expect("it ends").expect("no panic")
}

#[test]
fn a_connection_without_a_request_does_not_hold_up_the_stop() {
    let site = Site::published();
    block_on(async {
        let (address, stop, desk) = open(&site, LONG).await;
        let mut spoke = TcpStream::connect(address).await.expect("a connection");
        spoke.write_all(b"HEAD / HTTP/1.1\r\nhost: x\r\n\r\n").await.expect("a request");
        let mut head = [0; 15];
        spoke.read_exact(&mut head).await.expect("an answer");
        assert_eq!(&head, b"HTTP/1.1 200 OK");

        let _silent = TcpStream::connect(address).await.expect("a connection");
        stop.send(()).expect("the desk is open");
        assert_eq!(end(desk).await, Ended::Finished);
    });
}

#[test]
fn an_answer_that_nobody_reads_is_cut_off() {
    let site = Site::published();
    site.put_large();
    block_on(async {
        let (address, stop, desk) = open(&site, Duration::ZERO).await;
        let mut dawdler = TcpStream::connect(address).await.expect("a connection");
        dawdler
            .write_all(format!("GET {LARGE} HTTP/1.1\r\nhost: x\r\n\r\n").as_bytes())
            .await
            .expect("a request");
        let mut head = [0; 15];
        dawdler.read_exact(&mut head).await.expect("an answer");

        stop.send(()).expect("the desk is open");
        assert_eq!(end(desk).await, Ended::CutOff);
    });
}
