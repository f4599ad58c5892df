//! HTTP as no client would write it, over a connection that is kept.

use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A question or an answer.
#[derive(Debug)]
pub struct Message {
    /// Its first line and its headers.
    pub head: String,
    /// What follows, as long as the head says.
    pub body: Vec<u8>,
}

impl Message {
    /// The status, of an answer.
    pub fn status(&self) -> u16 {
        self.head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status")
    }

    /// What a header says.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (is, value) = line.split_once(':')?;
            is.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// A connection to a desk, opened again when the desk has closed it.
pub struct Connection {
    address: String,
    stream: Option<TcpStream>,
}

impl Connection {
    pub fn to(address: &str) -> Self {
        Self { address: address.to_owned(), stream: None }
    }

    /// Sends these bytes and reads one answer. A desk may close a connection it has
    /// answered on; then, and only then, a new one is made.
    pub async fn send(&mut self, bytes: &[u8]) -> Message {
        let kept = self.stream.is_some();
        if let Some(answer) = self.send_once(bytes).await {
            return answer;
        }
        assert!(kept, "no answer on a new connection");
        self.send_once(bytes).await.expect("no answer on a new connection")
    }

    async fn send_once(&mut self, bytes: &[u8]) -> Option<Message> {
        if self.stream.is_none() {
            self.stream = Some(TcpStream::connect(&self.address).await.expect("it listens"));
        }
        let stream = self.stream.as_mut().expect("a connection");
        // It may answer, and close, before all of it was sent.
        let sent = stream.write_all(bytes).await;
        let answer = tokio::time::timeout(Duration::from_secs(30), read(stream));
        let answer = answer.await.expect("an answer in time");
        let closes = answer.as_ref().is_none_or(|answer| {
            answer.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"))
        });
        if closes || sent.is_err() {
            self.stream = None;
        }
        answer
    }
}

/// Reads one message; nothing if the connection ends before it does.
pub async fn read(stream: &mut TcpStream) -> Option<Message> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut message = Message { head, body: bytes.split_off(end) };
    let length = message.header("content-length").and_then(|length| length.parse().ok());
    let length: usize = length.unwrap_or(0);
    while message.body.len() < length {
        if stream.read_buf(&mut message.body).await.ok()? == 0 {
            return None;
        }
    }
    Some(message)
}
