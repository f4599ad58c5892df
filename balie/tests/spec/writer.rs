//! Many requests in one write, and what happens when a write fails.

use crate::idempotency::join_all;
use crate::open_desk::{KEY, OpenDesk, draft, draft_with, hurry, in_file, site};
use crate::site::block_on;
use balie::store::{Opening, Store};
use serde_json::json;
use sqlx::{AssertSqlSafe, Connection, Executor, SqliteConnection};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A desk with its store in a file, and another connection to that.
async fn in_a_file() -> (OpenDesk, SqliteConnection) {
    let site = site();
    let address = in_file(&site);
    let options = ["--limit-per-minute=0", "--limit-overall=0"];
    let desk = OpenDesk::open(site, &address, &options, None, hurry()).await;
    let other = SqliteConnection::connect(&address).await.expect("another connection");
    (desk, other)
}

fn numbered(number: usize) -> (String, serde_json::Value) {
    (format!("key-of-request-{number:03}"), draft_with(json!({ "name": format!("{number}") })))
}

#[test]
fn what_comes_in_together_is_written_together() {
    block_on(async {
        let store = Store::open("sqlite::memory:", Opening::Make).await.expect("a store");
        let writes = Arc::new(AtomicUsize::new(0));
        let counted = writes.clone();
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let (writer, writing) = balie::writer::Writer::start(store.clone(), stopped, move |_| {
            counted.fetch_add(1, Ordering::Relaxed);
        });
        let entry = |number: u8| balie::store::Entry {
            key_digest: [number; 32],
            reference: format!("WD-{number}"),
            queue: balie::store::Queue { town: "a".into(), provider: "b".into() },
            received_at: 0,
            working_days: 1,
            suspect: false,
            sealed: balie::sealing::Sealed { key_id: "k".into(), content: vec![] },
        };
        let kept = join_all((0..200).map(|number| writer.keep(entry(number)))).await;
        assert!(kept.iter().all(|kept| *kept == Ok(balie::store::Kept::New)));
        assert!(writes.load(Ordering::Relaxed) <= 2, "{writes:?}");

        stop.send(true).expect("it listens");
        writing.await.expect("it ends");
        assert_eq!(writer.keep(entry(201)).await, Err(balie::writer::NotKept));
    });
}

#[test]
fn a_store_in_trouble_is_told_and_nothing_is_kept() {
    block_on(async {
        let (desk, mut other) = in_a_file().await;
        desk.kept(KEY, &draft()).await;
        other.execute("ALTER TABLE requests RENAME TO away").await.expect("in trouble");
        let some: Vec<_> = (0..20).map(numbered).collect();
        let answers = join_all(some.iter().map(|(key, draft)| desk.post(key, draft))).await;
        for answer in &answers {
            assert_eq!(answer.status, 503);
            assert_eq!(answer.header("retry-after"), Some("5"));
            assert_eq!(answer.json()["type"], "urn:wijkdeur:problem:unavailable");
        }
        other.execute("ALTER TABLE away RENAME TO requests").await.expect("well again");
        assert_eq!(desk.lines().await.len(), 1);
        let again = join_all(some.iter().map(|(key, draft)| desk.kept(key, draft))).await;
        assert_eq!((again.len(), desk.lines().await.len()), (20, 21));
    });
}

#[test]
fn one_that_cannot_be_stored_does_not_keep_out_the_others() {
    block_on(async {
        let (desk, mut other) = in_a_file().await;
        let trigger = "CREATE TRIGGER bad BEFORE INSERT ON requests \
            WHEN NEW.queue = 'zonnedal/buurthuis' BEGIN SELECT RAISE(ABORT, 'bad'); END";
        other.execute(AssertSqlSafe(trigger)).await.expect("a trigger");
        let mut some: Vec<_> = (0..10).map(numbered).collect();
        some[4].1["provider"] = json!("buurthuis");
        some[4].1["permission"] = json!(true);
        let answers = join_all(some.iter().map(|(key, draft)| desk.post(key, draft))).await;
        for (number, answer) in answers.iter().enumerate() {
            assert_eq!(answer.status, if number == 4 { 503 } else { 201 });
        }
        assert_eq!(desk.lines().await.len(), 9);
    });
}

#[test]
fn what_came_in_is_written_before_the_end() {
    block_on(async {
        let (desk, mut other) = in_a_file().await;
        let some: Vec<_> = (0..50).map(numbered).collect();
        let kept = join_all(some.iter().map(|(key, draft)| desk.kept(key, draft))).await;
        let _site = desk.close().await;
        let (count,): (i64,) = sqlx::query_as("SELECT count(*) FROM requests")
            .fetch_one(&mut other)
            .await
            .expect("a count");
        assert_eq!(count, kept.len() as i64);
    });
}
