//! To a webhook.

use crate::letters::{
    REFERENCE, assert_later, assert_never, assert_refused, deliver, deliveries, full,
};
use crate::standins::certificates::Authority;
use crate::standins::webhook::{Act, Receiver, SECRET};
use balie::delivery::{Deliveries, Letter};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

fn to(url: &str, secret: &str) -> Deliveries {
    let channel = json!({ "kind": "webhook", "secret_env": "SECRET", "timeout_seconds": 1 });
    deliveries(channel, json!({ "url": url }), Path::new(""), secret)
}

/// Also to whom this authority vouches for.
fn trusting(authority: &Authority, url: &str) -> Deliveries {
    let channel = json!({ "kind": "webhook", "secret_env": "SECRET", "ca_file": "ca.pem" });
    deliveries(channel, json!({ "url": url }), authority.folder(), SECRET)
}

#[test]
fn a_letter_arrives_signed_and_whole() {
    let receiver = Receiver::open();
    assert_eq!(deliver(&to(&receiver.url(), SECRET), &full()), Ok(()));
    let letters = receiver.letters();
    let letter = &letters[REFERENCE];
    assert_eq!(letter["received_at"], "2026-11-26T08:05:00Z");
    assert_eq!(letter["town"], "Arnhem");
    assert_eq!(letter["receiver"], "Wijkteam Klarendal");
    assert_eq!(letter["working_days"], 3);
    assert_eq!(letter["contact_by"], "2026-12-01");
    assert_eq!(letter["content"]["wijk"], "Klarendal");
    let told = letter["if_not_yours"].as_str().expect("a text");
    assert!(told.starts_with("Niet voor uw team? De toestemming is alleen voor u."), "{told}");
    assert_eq!(letter["suspect"], false);
    let content = serde_json::to_value(full().content).expect("JSON");
    assert_eq!(letter["content"], content);
    assert_eq!(receiver.distrusted(), 0);
}

/// One call as it comes in: its headers, in small letters, and its body.
fn one_call(listener: &TcpListener) -> (Value, String) {
    let (mut stream, _) = listener.accept().expect("a call");
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    loop {
        let read = stream.read(&mut part).expect("a question");
        bytes.extend_from_slice(&part[..read]);
        let text = String::from_utf8_lossy(&bytes);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let mut headers = json!({});
        for (name, value) in head.lines().filter_map(|line| line.split_once(": ")) {
            headers[name.to_lowercase()] = json!(value);
        }
        if headers["content-length"] == json!(body.len().to_string()) {
            stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").expect("it reads");
            return (headers, body.to_owned());
        }
    }
}

#[test]
fn the_example_for_receivers_believes_the_desk_and_nobody_else() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}/", listener.local_addr().expect("an address"));
    let call = std::thread::spawn(move || one_call(&listener));
    assert_eq!(deliver(&to(&address, SECRET), &full()), Ok(()));
    let (headers, body) = call.join().expect("a call");

    let page = include_str!("../../../docs/webhook.md");
    let (_, example) = page.split_once("```js\n").expect("an example");
    let (example, _) = example.split_once("```").expect("its end");
    let given = json!({ "headers": headers, "body": body, "secret": SECRET });
    let script = format!(
        "{example}
        const {{ headers, body, secret }} = {given};
        const time = Number(headers['x-wijkdeur-timestamp']);
        const later = {{ ...headers, 'x-wijkdeur-timestamp': String(time + 1) }};
        const another = {{ ...headers, 'idempotency-key': 'WD-2222-2222' }};
        const cut = {{ ...headers, 'x-wijkdeur-signature': 'sha256=' }};
        console.log(JSON.stringify([
            believed(headers, body, secret)?.reference,
            believed(headers, body, secret, time + 299)?.reference,
            believed(headers, body, secret, time + 301),
            believed(headers, body.replace('Arnhem', 'Arnhen'), secret),
            believed(headers, body, secret + '1'),
            believed(later, body, secret),
            believed(another, body, secret),
            believed(cut, body, secret),
            believed({{}}, body, secret),
        ]));"
    );
    let mut node = Command::new("node");
    let output = node.args(["--input-type=module", "--eval", &script]).output().expect("Node.js");
    let told = String::from_utf8_lossy(&output.stdout);
    let nobody = ",null".repeat(7);
    let expected = format!("[\"{REFERENCE}\",\"{REFERENCE}\"{nobody}]\n");
    assert_eq!(told, expected, "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn another_secret_is_not_believed() {
    let receiver = Receiver::open();
    let another = SECRET.replace('0', "1");
    assert_later(deliver(&to(&receiver.url(), &another), &full()), "answers 401");
    assert_eq!(receiver.distrusted(), 1);
    assert!(receiver.letters().is_empty());
}

#[test]
fn a_lost_answer_doubles_nothing() {
    for act in [Act::TakeAndHangUp, Act::TakeAndSayNothing] {
        let receiver = Receiver::open();
        let deliveries = to(&receiver.url(), SECRET);
        receiver.next(act);
        let why = match act {
            Act::TakeAndHangUp => "the connection broke off",
            _ => "no answer in time",
        };
        assert_later(deliver(&deliveries, &full()), why);
        assert_eq!(deliver(&deliveries, &full()), Ok(()));
        assert_eq!((receiver.calls(), receiver.letters().len()), (2, 1));
    }
}

#[test]
fn it_goes_only_to_a_server_that_somebody_vouches_for() {
    let authority = Authority::new();
    let receiver = Receiver::open_encrypted(Some(authority.vouch_for("localhost")));
    assert_eq!(deliver(&trusting(&authority, &receiver.url()), &full()), Ok(()));
    assert_eq!(receiver.letters().len(), 1);

    let another = Receiver::open_encrypted(Some(authority.vouch_for("another.example")));
    assert_later(deliver(&trusting(&authority, &another.url()), &full()), "certificate");
    let unknown = Authority::new();
    assert_later(deliver(&trusting(&unknown, &receiver.url()), &full()), "certificate");
    assert_later(deliver(&to(&receiver.url(), SECRET), &full()), "certificate");
    assert_eq!((receiver.calls(), another.calls()), (1, 0));
}

#[test]
fn many_letters_can_be_on_their_way_at_once() {
    let receiver = Receiver::open();
    let deliveries = Arc::new(to(&receiver.url(), SECRET));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let on_their_way: Vec<_> = (0..50)
        .map(|number| {
            let deliveries = deliveries.clone();
            let letter = Letter { reference: format!("WD-{number}"), ..full() };
            runtime.spawn(async move { deliveries.deliver("arnhem", "nw", &letter).await })
        })
        .collect();
    for letter in on_their_way {
        assert_eq!(runtime.block_on(letter).expect("no panic"), Ok(()));
    }
    assert_eq!(receiver.letters().len(), 50);
}

#[test]
fn what_it_answers_decides_whether_to_try_again() {
    let receiver = Receiver::open();
    let deliveries = to(&receiver.url(), SECRET);
    for status in [502, 503, 504, 401, 403, 404, 408, 425, 429] {
        receiver.next(Act::Refuse(status));
        assert_later(deliver(&deliveries, &full()), &format!("answers {status}"));
    }
    receiver.next(Act::Refuse(500));
    assert_refused(deliver(&deliveries, &full()), "500");
    for status in [400, 410, 422] {
        receiver.next(Act::Refuse(status));
        assert_never(deliver(&deliveries, &full()), &format!("answers {status}"));
    }
    receiver.next(Act::Refuse(204));
    assert_eq!(deliver(&deliveries, &full()), Ok(()));
    receiver.next(Act::RefuseFor(503, 120));
    assert_later(deliver(&deliveries, &full()), "asks to wait 120 seconds");
}

#[test]
fn it_follows_nobody_elsewhere() {
    let receiver = Receiver::open();
    receiver.next(Act::SendAway);
    assert_later(deliver(&to(&receiver.url(), SECRET), &full()), "answers 307");
    assert_eq!(receiver.calls(), 1);
}

#[test]
fn a_receiver_that_is_not_there_is_tried_again() {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr());
    let address = free.expect("an address");
    assert_later(deliver(&to(&format!("http://{address}"), SECRET), &full()), "no connection");
}

#[test]
fn no_failure_tells_what_a_letter_says() {
    let receiver = Receiver::open();
    let deliveries = to(&receiver.url(), SECRET);
    for act in [Act::Refuse(500), Act::Refuse(400), Act::TakeAndHangUp] {
        receiver.next(act);
        let said = format!("{:?}", deliver(&deliveries, &full()));
        for part in ["0612345678", "iemand@", "Voorbeeldstraat", "buurman", SECRET] {
            assert!(!said.contains(part), "{said}");
        }
    }
}
