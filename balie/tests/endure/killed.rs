//! The power goes, again and again, while people send and letters leave.

use crate::desk::House;
use crate::load::{Load, PHONE};
use crate::postgres::Server;
use crate::receiver::Receiver;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::path::PathBuf;
use std::time::Duration;

const KILLS: usize = 10;
const PEOPLE: u64 = 8;

/// The house, and the name of one of the requests that it keeps.
async fn endures(house: House) -> (House, String) {
    let seed: u64 = rand::random();
    println!("seed {seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let receiver = Receiver::open(seed, 0.01).await;
    let house = house.deliver(&receiver.settings());
    let mut desk = house.open();
    let load = Load::start(PEOPLE, seed, vec![desk.address.clone()]);
    for _ in 0..KILLS {
        tokio::time::sleep(Duration::from_millis(random.random_range(20..900))).await;
        desk.kill();
        desk = house.open();
        load.moved(&desk.address);
    }
    let kept = load.end().await;
    receiver.holds_exactly(&kept, &house).await;
    let again = kept.iter().filter(|kept| kept.attempts > 1).count();
    let (all, repeated) = (kept.len(), receiver.repeated());
    println!("{all} kept, {again} of them asked more than once, {repeated} delivered again");
    assert!(again > 0 && repeated > 0, "nothing was put to the test");
    let reference = kept.last().map(|kept| kept.reference.clone()).expect("a request");
    (house, reference)
}

/// A story and a phone number stand nowhere as they were typed, and the reference shows that
/// these are the files in which they would.
fn assert_sealed(files: &[PathBuf], reference: &str) {
    let mut found = false;
    for file in files {
        let bytes = std::fs::read(file).unwrap_or_default();
        let holds = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
        for typed in ["Verhaal", "dat lekt", "Pietersen", PHONE] {
            assert!(!holds(typed), "{} holds {typed:?}", file.display());
        }
        found |= holds(reference);
    }
    assert!(found, "{reference} stands in none of {files:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite_nothing_is_lost_or_doubled_and_all_is_sealed() {
    let (house, reference) = endures(House::on_sqlite()).await;
    let database = house.file("desk.sqlite");
    let beside = house.file("desk.sqlite-wal");
    assert!(database.is_file());
    assert_sealed(&[database, beside], &reference);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgres_nothing_is_lost_or_doubled_and_all_is_sealed() {
    let server = Server::own().await;
    let (_, reference) = endures(House::on(server.database().await)).await;
    assert_sealed(&server.files(), &reference);
}
