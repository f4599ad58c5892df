//! A crowd: many who hold a connection and say nothing, and more requests than the store can
//! take. Whoever asks in an ordinary way is answered.

use crate::desk::{House, PATIENCE, TEAMS};
use crate::load::{body, client, post};
use crate::raw;
use sqlx::{Connection, SqliteConnection};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

const SLOW: usize = 1_200;

async fn say(address: &str, words: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.expect("it listens");
    stream.write_all(words.as_bytes()).await.expect("it reads");
    stream
}

/// A third is idle, a third never ends a head, a third never ends a body.
async fn slow(address: &str, number: usize) -> TcpStream {
    let post = "POST /api/contact-requests HTTP/1.1\r\nhost: x\r\ncontent-length: 900\r\n\
                content-type: application/json\r\nidempotency-key: 0123456789abcdef\r\n\r\n{";
    match number % 3 {
        0 => {
            let mut stream = say(address, "GET / HTTP/1.1\r\nhost: x\r\n\r\n").await;
            raw::read(&mut stream).await;
            stream
        }
        1 => say(address, "GET / HTTP/1.1\r\nx: ").await,
        _ => say(address, post).await,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_connections_keep_nobody_out() {
    // This test holds as many files as the desk.
    balie::connections::room();
    let house = House::on_sqlite().under(&["sh", "-c", "ulimit -n 1000; exec \"$@\"", "sh"]);
    let mut desk = house.open();
    let mut crowd = Vec::new();
    for number in 0..SLOW {
        crowd.push(slow(&desk.address, number).await);
    }
    let mut visits = 0;
    for number in 0..100 {
        for stream in &mut crowd[number * 12..][..12] {
            stream.write_all(b"x").await.ok();
        }
        // Each of them comes for the first time.
        let http = client();
        let page = http.get(format!("http://{}/", desk.address)).send().await;
        assert_eq!(page.expect("an answer").status(), 200);
        let key = format!("an-ordinary-visitor-{number}");
        let kept = post(&http, &desk.address, &key, &body(&key, TEAMS[number % 3])).await;
        assert_eq!(kept.expect("an answer").status(), 201);
        visits += 1;
    }
    assert!(desk.lives());
    assert_eq!(house.count(), visits);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn more_than_the_store_can_take_is_told_so_and_the_page_stays() {
    balie::connections::room();
    let house = House::on_sqlite();
    let desk = house.open();
    let mut store = SqliteConnection::connect(&house.database).await.expect("the store");
    sqlx::query("BEGIN IMMEDIATE").execute(&mut store).await.expect("nobody writes now");

    let http = client();
    let mut people = JoinSet::new();
    for number in 0..1_000 {
        let (http, address) = (http.clone(), desk.address.clone());
        people.spawn(async move {
            let key = format!("one-of-a-crowd-{number}");
            let answer = post(&http, &address, &key, &body(&key, TEAMS[number % 3])).await;
            let answer = answer.expect("an answer");
            let refused = answer.status() == 503 && answer.headers().contains_key("retry-after");
            assert!(refused || answer.status() == 201, "{}", answer.status());
            answer.status() == 201
        });
    }
    let mut kept = 0;
    // Some hear at once that it is too much; meanwhile the page is there.
    let first = people.join_next().await.expect("somebody").expect("an answer");
    assert!(!first, "the store stands still");
    let page = http.get(format!("http://{}/", desk.address)).send().await;
    assert_eq!(page.expect("an answer").status(), 200);
    sqlx::query("COMMIT").execute(&mut store).await.expect("it goes on");
    while let Some(answer) = people.join_next().await {
        kept += usize::from(answer.expect("an answer"));
    }
    assert!(kept < 1_000);
    assert_eq!(house.count(), kept);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_never_says_the_rest_is_let_go() {
    let desk = House::on_sqlite().open();
    let mut idle = slow(&desk.address, 0).await;
    let mut head = slow(&desk.address, 1).await;
    let mut body = slow(&desk.address, 2).await;
    let answer = tokio::time::timeout(PATIENCE, raw::read(&mut body)).await;
    let answer = answer.expect("it does not wait for ever").expect("an answer");
    assert_eq!(answer.status(), 408, "{answer:?}");
    for stream in [&mut idle, &mut head, &mut body] {
        let mut rest = Vec::new();
        let end = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut rest)).await;
        assert!(end.is_ok(), "it waits for ever");
    }
}
