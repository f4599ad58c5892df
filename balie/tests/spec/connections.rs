//! Who holds a connection and says nothing keeps nobody out. Over real sockets.

use crate::site::{Site, block_on};
use balie::ancestors::FrameAncestors;
use balie::serving::serve_until;
use std::future::pending;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const MOST: usize = 4;

/// A desk with room for so few.
async fn open(site: &Site) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let app = balie::app::app(&site.data(), &FrameAncestors::default());
    tokio::spawn(serve_until(listener, app, MOST, pending(), Duration::ZERO));
    address
}

async fn begin(address: SocketAddr) -> TcpStream {
    let mut connection = TcpStream::connect(address).await.expect("a connection");
    connection.write_all(b"GET / HTTP/1.1\r\nx: ").await.expect("it reads");
    connection
}

/// Asks on a connection that stays open.
async fn ask(connection: &mut TcpStream) {
    connection.write_all(b"HEAD / HTTP/1.1\r\nhost: x\r\n\r\n").await.expect("it reads");
    let mut answer = Vec::new();
    while !answer.ends_with(b"\r\n\r\n") {
        let read = connection.read_buf(&mut answer);
        let read = tokio::time::timeout(Duration::from_secs(60), read).await;
        assert_ne!(read.expect("in time").expect("an answer"), 0, "it was closed");
    }
    assert!(answer.starts_with(b"HTTP/1.1 200 OK"));
}

/// Whether the desk has closed it.
async fn ended(connection: &mut TcpStream) -> bool {
    let mut more = [0; 1];
    let read = tokio::time::timeout(Duration::from_secs(60), connection.read(&mut more)).await;
    matches!(read, Ok(Ok(0) | Err(_)))
}

#[test]
fn who_says_nothing_makes_room_for_who_asks() {
    let site = Site::published();
    block_on(async {
        let address = open(&site).await;
        let mut silent = Vec::new();
        for _ in 0..10 * MOST {
            silent.push(begin(address).await);
        }
        let mut asking = TcpStream::connect(address).await.expect("a connection");
        ask(&mut asking).await;
        // Whoever comes next takes the place of the silent, and not of who asked just now.
        for _ in 0..MOST - 1 {
            let mut another = TcpStream::connect(address).await.expect("a connection");
            ask(&mut another).await;
            silent.push(another);
        }
        ask(&mut asking).await;
        for connection in &mut silent[..10 * MOST] {
            assert!(ended(connection).await);
        }
    });
}

#[test]
fn who_asked_the_longest_ago_goes_first() {
    let site = Site::published();
    block_on(async {
        let address = open(&site).await;
        let mut all = Vec::new();
        for _ in 0..MOST {
            let mut connection = TcpStream::connect(address).await.expect("a connection");
            ask(&mut connection).await;
            all.push(connection);
        }
        ask(&mut all[0]).await;
        let mut another = TcpStream::connect(address).await.expect("a connection");
        ask(&mut another).await;
        assert!(ended(&mut all[1]).await);
        for other in [0, 2, 3] {
            ask(&mut all[other]).await;
        }
    });
}
