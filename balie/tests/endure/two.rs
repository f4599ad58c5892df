//! Two desks that share one PostgreSQL: each request is one request for both.

use crate::desk::{House, TEAMS, until};
use crate::load::{Kept, Load, body, client, post};
use crate::postgres::Server;
use crate::receiver::Receiver;
use serde_json::Value;
use std::time::Duration;

/// So many times the same key goes to both at once.
const ROUNDS: usize = 150;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_key_to_both_at_once_is_one_request() {
    let receiver = Receiver::open(1, 0.0).await;
    let house = House::on(Server::shared().await.database().await).deliver(&receiver.settings());
    let (one, other) = (house.open(), house.open());
    let http = client();
    let mut kept = Vec::new();
    for round in 0..ROUNDS {
        let key = format!("to-both-at-once-{round:04}");
        let team = TEAMS[round % TEAMS.len()];
        let body = body(&key, team);
        let sent = [&one, &other, &one, &other].map(|desk| {
            let (http, address) = (http.clone(), desk.address.clone());
            let (key, body) = (key.clone(), body.clone());
            tokio::spawn(async move { post(&http, &address, &key, &body).await })
        });
        let mut references = Vec::new();
        for answer in sent {
            let answer = answer.await.expect("no panic").expect("an answer");
            assert_eq!(answer.status(), 201);
            let receipt: Value = answer.json().await.expect("JSON");
            references.push(receipt["reference"].as_str().expect("a reference").to_owned());
        }
        references.dedup();
        assert_eq!(references.len(), 1, "one key, {references:?}");
        let reference = references.remove(0);
        kept.push(Kept { key, team, reference, attempts: 1 });
    }
    receiver.holds_exactly(&kept, &house).await;
    assert_eq!(receiver.repeated(), 0, "both delivered the same");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_both_each_is_delivered_once_and_one_takes_over_from_the_other() {
    let seed: u64 = rand::random();
    println!("seed {seed}");
    let receiver = Receiver::open(seed, 0.0).await;
    let house = House::on(Server::shared().await.database().await).deliver(&receiver.settings());
    let (one, other) = (house.open(), house.open());
    let load = Load::start(8, seed, vec![one.address.clone(), other.address.clone()]);
    until("there are many", async || receiver.letters().len() >= 300).await;
    // With both alive nothing may even be tried twice.
    assert_eq!(receiver.repeated(), 0, "both delivered the same");

    // Each team's letter is in somebody's hands when one of the two is gone.
    receiver.think(Duration::from_millis(300));
    tokio::time::sleep(Duration::from_millis(500)).await;
    one.kill();
    load.moved(&other.address);
    receiver.think(Duration::ZERO);
    let kept = load.end().await;
    receiver.holds_exactly(&kept, &house).await;
}
