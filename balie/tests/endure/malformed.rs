//! Bodies and heads that no form sends: none of them is kept, none breaks the desk.
//!
//! Each is made from a valid one by a change drawn from a seed, which is printed.

use crate::desk::House;
use crate::load::{body, client, post};
use crate::raw::{Connection, Message};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};

/// So many are sent.
const MANY: usize = 12_000;
/// After so many a valid one goes along, on the same connection.
const VALID_EVERY: usize = 500;

/// A request as bytes: what its head says besides the usual, and its body.
struct Bad {
    what: &'static str,
    head: String,
    body: Vec<u8>,
}

const USUAL: &str = "content-type: application/json\r\nidempotency-key: ";

fn with_body(what: &'static str, key: &str, body: impl Into<Vec<u8>>) -> Bad {
    let body = body.into();
    let head = format!("{USUAL}{key}\r\ncontent-length: {}\r\n", body.len());
    Bad { what, head, body }
}

fn with_head(what: &'static str, lines: String, body: &Value) -> Bad {
    let body = body.to_string().into_bytes();
    let head = format!("{lines}content-length: {}\r\n", body.len());
    Bad { what, head, body }
}

const TEXTS: [&str; 11] = [
    "phone",
    "email",
    "letter",
    "when",
    "name",
    "story",
    "companion",
    "language",
    "website",
    "municipality",
    "provider",
];
const OTHERS: [&str; 10] = [
    "times",
    "voicemail",
    "subject",
    "interpreter",
    "discreet",
    "wmo_melding",
    "answers",
    "permission",
    "number_meant",
    "seconds",
];

fn pick<'a>(random: &mut StdRng, from: &[&'a str]) -> &'a str {
    from[random.random_range(0..from.len())]
}

/// A valid request to which one thing is done that makes it one no longer.
fn spoil(random: &mut StdRng, key: &str) -> Bad {
    let mut draft = body(key, "wijkteam-noord");
    let text = draft.to_string();
    match random.random_range(0..20) {
        0 => {
            let end = random.random_range(0..text.len());
            with_body("cut off", key, &text.as_bytes()[..end])
        }
        1 => {
            let field = pick(random, &TEXTS);
            let values = [json!(1), json!(true), json!([]), json!({}), json!([null]), json!(-0.5)];
            draft[field] = values[random.random_range(0..values.len())].clone();
            with_body("a text of another type", key, draft.to_string())
        }
        2 => {
            let field = pick(random, &OTHERS);
            let values = [json!("x"), json!({"a": 1}), json!([[1]]), json!(-1), json!(1.5)];
            draft[field] = values[random.random_range(0..values.len())].clone();
            with_body("a value of another type", key, draft.to_string())
        }
        3 => {
            let number = pick(
                random,
                &["1e999", "-1", "99999999999999999999999", "4294967296", "0x10", "1.0", "NaN"],
            );
            with_body(
                "a huge number",
                key,
                text.replace("\"seconds\":20", &format!("\"seconds\":{number}")),
            )
        }
        4 => {
            let depth = random.random_range(2..9_000);
            let close = if random.random_bool(0.5) { "]".repeat(depth) } else { String::new() };
            let nested = "[".repeat(depth) + &close;
            let field = pick(random, &["answers", "times", "story", "unknown"]);
            with_body("deep", key, format!("{{\"{field}\":{nested},{}", &text[1..]))
        }
        5 => {
            let mut bytes = text.into_bytes();
            let at = random.random_range(0..bytes.len());
            bytes[at] = random.random_range(0x80..=0xff);
            with_body("not UTF-8", key, bytes)
        }
        6 => {
            let again =
                pick(random, &["\"version\":1", "\"phone\":\"0612345678\"", "\"story\":\"\""]);
            with_body("a name twice", key, format!("{{{again},{}", &text[1..]))
        }
        7 => {
            let mark = char::from(random.random_range(0..0x20u8));
            with_body("a control mark", key, text.replace("Verhaal", &format!("Ver{mark}haal")))
        }
        8 => {
            draft["version"] =
                json!(pick(random, &["0", "2", "255", "256", "-1"]).parse::<i64>().ok());
            with_body("another version", key, draft.to_string())
        }
        9 => {
            let field = pick(random, &TEXTS);
            draft[field] = json!("é".repeat(random.random_range(5_001..9_000)));
            with_body("too long", key, draft.to_string())
        }
        10 => {
            let size = random.random_range(0..64);
            with_body("noise", key, (0..size).map(|_| random.random()).collect::<Vec<u8>>())
        }
        11 => {
            draft[pick(random, &["__proto__", "Version", "extra", "phone\u{0}", ""])] = json!(1);
            with_body("a name that there is not", key, draft.to_string())
        }
        12 => {
            let types = [
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonx",
                "json",
                "*/*",
                ";",
                "application/xml",
            ];
            let kind = pick(random, &types);
            let lines = format!("content-type: {kind}\r\nidempotency-key: {key}\r\n");
            with_head("another content type", lines, &draft)
        }
        13 => with_head("no content type", format!("idempotency-key: {key}\r\n"), &draft),
        14 => {
            let wrong = match random.random_range(0..5) {
                0 => String::new(),
                1 => "k".repeat(random.random_range(1..16)),
                2 => "k".repeat(random.random_range(65..2_000)),
                3 => format!("{key} and blanks"),
                _ => format!("{key}-é"),
            };
            with_head("a wrong key", format!("{USUAL}{wrong}\r\n"), &draft)
        }
        15 => with_head("no key", "content-type: application/json\r\n".to_owned(), &draft),
        16 => {
            draft["story"] = json!("x".repeat(random.random_range(100_000..400_000)));
            if random.random_bool(0.5) {
                return with_body("oversize", key, draft.to_string());
            }
            chunked("oversize, in pieces", key, draft.to_string().as_bytes(), 7_001)
        }
        17 => {
            let end = random.random_range(0..text.len());
            let size = random.random_range(1..100);
            chunked("cut off, in pieces", key, &text.as_bytes()[..end], size)
        }
        18 => {
            let field = pick(random, &["municipality", "provider"]);
            let values = [
                "",
                "../voorbeeldstad",
                "VOORBEELDSTAD",
                "voorbeeldstad\u{0}",
                "' OR 1=1 --",
                "arnhem",
            ];
            // Nobody named is the general entrance; an empty name is nobody's.
            draft[field] = json!(pick(random, &values));
            with_body("somebody unknown", key, draft.to_string())
        }
        _ => {
            let values =
                ["", "06", "vijf", "061234567890123456", "+", "०६१२३४५६७८", "06'; DROP TABLE"];
            draft["phone"] = json!(pick(random, &values));
            with_body("no way to reach anybody", key, draft.to_string())
        }
    }
}

fn chunked(what: &'static str, key: &str, body: &[u8], size: usize) -> Bad {
    let mut pieces = Vec::new();
    for piece in body.chunks(size) {
        pieces.extend(format!("{:x}\r\n", piece.len()).as_bytes());
        pieces.extend([piece, b"\r\n"].concat());
    }
    pieces.extend(b"0\r\n\r\n");
    let head = format!("{USUAL}{key}\r\ntransfer-encoding: chunked\r\n");
    Bad { what, head, body: pieces }
}

fn bytes(head: &str, body: &[u8]) -> Vec<u8> {
    let line = "POST /api/contact-requests HTTP/1.1\r\nhost: localhost\r\n";
    [line.as_bytes(), head.as_bytes(), b"\r\n", body].concat()
}

/// It refuses, in the words of RFC 9457, and it is the sender who did something wrong.
fn assert_refused(what: &str, answer: &Message, sent: &[u8]) {
    let told = || {
        let sent = String::from_utf8_lossy(&sent[..sent.len().min(2_000)]).into_owned();
        format!(
            "{what}: {}{}\n-- to --\n{sent}",
            answer.head,
            String::from_utf8_lossy(&answer.body)
        )
    };
    assert!([400, 413, 415, 422].contains(&answer.status()), "{}", told());
    assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{}", told());
    let problem: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    assert_eq!(problem["status"], answer.status(), "{}", told());
    assert!(problem["type"].is_string() && problem["title"].is_string(), "{}", told());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_malformed_is_kept_or_breaks_the_desk() {
    let seed: u64 = rand::random();
    println!("seed {seed}");
    let house = House::on_sqlite();
    let mut desk = house.open();
    let people = (0..4).map(|person| {
        let address = desk.address.clone();
        tokio::spawn(async move {
            let mut random = StdRng::seed_from_u64(seed + person);
            let mut connection = Connection::to(&address);
            let mut valid = 0;
            for number in 0..MANY / 4 {
                let key = format!("bad-{person}-{number:010}");
                let bad = spoil(&mut random, &key);
                let sent = bytes(&bad.head, &bad.body);
                assert_refused(bad.what, &connection.send(&sent).await, &sent);
                if number % VALID_EVERY == 0 {
                    let key = format!("good-{person}-{number:010}");
                    let good = body(&key, "wijkteam-zuid").to_string().into_bytes();
                    let good = with_body("valid", &key, good);
                    let answer = connection.send(&bytes(&good.head, &good.body)).await;
                    assert_eq!(answer.status(), 201, "{answer:?}");
                    valid += 1;
                }
            }
            valid
        })
    });
    let people: Vec<_> = people.collect();
    let mut valid = 0;
    for person in people {
        valid += person.await.expect("all was refused");
    }
    assert!(desk.lives());
    assert_eq!(house.count(), valid);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_http_is_refused_too() {
    let house = House::on_sqlite();
    let mut desk = house.open();
    let length = |value: &str| format!("{USUAL}aaaaaaaaaaaaaaaa\r\ncontent-length: {value}\r\n");
    let pieces = |body: &str| {
        let head = format!("{USUAL}aaaaaaaaaaaaaaaa\r\ntransfer-encoding: chunked\r\n");
        bytes(&head, body.as_bytes())
    };
    let wrong = [
        bytes(&length("-1"), b""),
        bytes(&length("99999999999999999999999999"), b""),
        bytes(&length("many"), b""),
        bytes(&(length("3") + "content-length: 4\r\n"), b"{}  "),
        pieces("zz\r\n{}\r\n0\r\n\r\n"),
        pieces("ffffffffffffffffff\r\n{}\r\n0\r\n\r\n"),
        pieces("2\r\n{}xx0\r\n\r\n"),
        b"POST /api/contact-requests HTTP/9.9\r\n\r\n".to_vec(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n".to_vec(),
        [b"GET / HTTP/1.1\r\nx: ".as_slice(), &[b'x'; 900_000], b"\r\n\r\n"].concat(),
    ];
    for sent in wrong {
        let answer = Connection::to(&desk.address).send(&sent).await;
        assert!((400..500).contains(&answer.status()) || answer.status() == 505, "{answer:?}");
    }
    for method in ["GET", "PUT", "DELETE", "PATCH", "BREW"] {
        let sent = format!("{method} /api/contact-requests HTTP/1.1\r\nhost: x\r\n\r\n");
        let answer = Connection::to(&desk.address).send(sent.as_bytes()).await;
        assert_eq!(answer.status(), 405, "{method}: {answer:?}");
    }
    // More than one Idempotency-Key is none.
    let twice = body("aaaaaaaaaaaaaaaa", "wijkteam-noord").to_string();
    let head = length(&twice.len().to_string()) + "idempotency-key: bbbbbbbbbbbbbbbb\r\n";
    let answer = Connection::to(&desk.address).send(&bytes(&head, twice.as_bytes())).await;
    assert_eq!(answer.status(), 400, "{answer:?}");

    assert!(desk.lives());
    let key = "a-key-that-is-fine";
    let kept = post(&client(), &desk.address, key, &body(key, "wijkteam-noord")).await;
    assert_eq!(kept.expect("an answer").status(), 201);
    assert_eq!(house.count(), 1);
}
