//! A copy taken while requests come in, put in the place of a store that is gone.

use crate::desk::House;
use crate::load::{Load, client, post};
use crate::receiver::Receiver;
use serde_json::Value;
use std::time::Duration;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_under_load_holds_what_was_kept_before_it_and_delivers_it() {
    let seed = rand::random();
    println!("seed {seed}");
    let house = House::on_sqlite();
    let desk = house.open();
    let before = Load::start(8, seed, vec![desk.address.clone()]);
    tokio::time::sleep(Duration::from_secs(2)).await;
    let before = before.end().await;
    let load = Load::start(8, seed + 1, vec![desk.address.clone()]);
    tokio::time::sleep(Duration::from_secs(1)).await;
    let copy = house.file("copy.sqlite");
    let told = house.ask(&["backup", copy.to_str().expect("text")]);
    let since = load.end().await;
    let (kept, all) = (before.len(), before.len() + since.len());
    println!("{kept} were kept before it began, {all} in all; {}", told.trim());
    drop(desk);

    // Everything but the copy and the key is gone.
    for end in ["", "-wal", "-shm"] {
        std::fs::remove_file(house.file(&format!("desk.sqlite{end}"))).ok();
    }
    std::fs::rename(&copy, house.file("desk.sqlite")).expect("put in its place");
    let receiver = Receiver::open(seed, 0.0).await;
    let house = house.deliver(&receiver.settings());
    let desk = house.open();
    let in_copy = house.count();
    assert!((kept..=all).contains(&in_copy), "{in_copy}");
    let http = client();
    let mut again = before;
    for request in &mut again {
        let body = crate::load::body(&request.key, request.team);
        let answer = post(&http, &desk.address, &request.key, &body).await.expect("an answer");
        let receipt: Value = answer.json().await.expect("JSON");
        assert_eq!(receipt["reference"], request.reference.as_str(), "it is the same request");
    }
    crate::desk::until("all of it is delivered", async || house.undelivered() == 0).await;
    for request in &again {
        assert!(receiver.has(&request.reference), "{}", request.reference);
    }
}
