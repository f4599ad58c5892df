//! What other servers say of a letter is told in one line that can be read, or not at all.

use crate::letters::{deliver, deliveries, full};
use serde_json::json;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;

/// Answers everything with this, and says where.
fn answering(answer: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            assert_ne!(stream.read(&mut [0; 64 * 1024]).expect("a question"), 0);
            stream.write_all(&answer).ok();
        }
    });
    format!("http://{address}")
}

fn told(answer: Vec<u8>) -> String {
    let channel = json!({ "kind": "open-klant", "url": answering(answer), "token_env": "TOKEN" });
    let actor = json!({ "actor": {
        "name": "Wijkteam", "id": "wijkteam", "object_type": "grp", "register": "obj",
        "id_type": "idf",
    } });
    match deliver(&deliveries(channel, actor, Path::new(""), "token"), &full()) {
        Err(failure) => failure.why().to_owned(),
        Ok(()) => panic!("it was not delivered"),
    }
}

#[test]
fn a_register_that_says_anything_is_told_in_one_line() {
    let wrong = "\u{1b}[2J\r\nbalie: WD-7KQ2-M4XP is given up\u{202e}".repeat(10_000);
    let body = json!({ "invalidParams": [{ "name": wrong, "code": wrong }] }).to_string();
    let head = format!("HTTP/1.1 400 Bad Request\r\ncontent-length: {}\r\n\r\n", body.len());
    let said = told([head.as_bytes(), body.as_bytes()].concat());
    assert!(said.contains("answers 400"), "{said}");
    assert!(said.chars().count() <= 501, "{}", said.len());
    assert!(!said.contains(|sign: char| sign.is_control() || sign == '\u{202e}'), "{said:?}");
}
