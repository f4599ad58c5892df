//! What who runs the desk can see: how it is, and nothing of who asked.

use crate::open_desk::{KEY, OpenDesk, STORY, draft, draft_with, hurry, in_file, site};
use crate::site::block_on;
use balie::delivery::{Deliveries, Failure};
use balie::sealing::Sealed;
use balie::store::{Entry, Queue};
use balie::sweeping::ago;
use serde_json::json;
use sqlx::{Connection, Executor, SqliteConnection};
use std::time::Duration;

#[track_caller]
fn assert_line(text: &str, line: &str) {
    assert!(text.lines().any(|it| it == line), "{line} is not in\n{text}");
}

#[test]
fn the_counts_tell_how_it_goes() {
    block_on(async {
        let deliveries = Deliveries::to(async |letter| match letter.content.name.as_str() {
            "never" => Err(Failure::Never("no such address".to_owned())),
            _ => Ok(()),
        });
        let desk = OpenDesk::delivering(deliveries).await;
        desk.kept(KEY, &draft()).await;
        desk.kept(KEY, &draft()).await;
        desk.kept("another-key-0123", &draft_with(json!({ "name": "never" }))).await;
        desk.post(KEY, &draft_with(json!({ "phone": "12" }))).await;
        desk.post("", &draft()).await;
        desk.until(|lines| lines.iter().all(|it| it.state != balie::store::State::Waiting)).await;

        let answer = desk.get("/metrics").await;
        let kind = answer.header("content-type").expect("a type");
        assert!(kind.starts_with("application/openmetrics-text"), "{kind}");
        for line in [
            "balie_answers_total{status=\"201\"} 3",
            "balie_answers_total{status=\"422\"} 1",
            "balie_answers_total{status=\"400\"} 1",
            "balie_stored_total 2",
            "balie_delivered_total 1",
            "balie_failed_total 1",
            "balie_buried_total 1",
            "balie_waiting 0",
            "balie_late 0",
            "balie_dead 1",
            "balie_oldest_waiting_seconds 0",
        ] {
            assert_line(&answer.body, line);
        }
    });
}

#[test]
fn the_counts_tell_of_nobody() {
    block_on(async {
        let desk = OpenDesk::new().await;
        let reference = desk.kept(KEY, &draft()).await;
        let text = desk.get("/metrics").await.body;
        assert_line(&text, "balie_waiting 1");
        for said in [STORY, "0612345678", KEY, &reference, "zonnedal", "wijkteam"] {
            assert!(!text.contains(said), "{said}");
        }
    });
}

#[test]
fn what_waits_too_long_is_told() {
    block_on(async {
        let options = ["--late-hours=2"];
        let desk = OpenDesk::told(&options).await;
        desk.kept(KEY, &draft()).await;
        assert_eq!(desk.get("/readyz").await.body, "ready\n");
        let mut entry = entry("WD-1");
        for (key, hours, late) in [(1, 1, 0), (2, 3, 1)] {
            entry.key_digest = [key; 32];
            entry.reference = format!("WD-{key}");
            entry.received_at = ago(Duration::from_secs(hours * 60 * 60));
            desk.store.keep(std::slice::from_ref(&entry)).await.expect("kept");
            assert_line(&desk.get("/metrics").await.body, &format!("balie_late {late}"));
        }
        let ready = desk.get("/readyz").await;
        assert_eq!(ready.status, 200, "it takes requests all the same");
        assert_line(&ready.body, "1 requests wait for more than 2 hours");
    });
}

#[test]
fn a_desk_whose_store_takes_nothing_is_not_ready() {
    block_on(async {
        let site = site();
        let address = in_file(&site);
        let desk = OpenDesk::open(site, &address, &[], None, hurry()).await;
        let mut other = SqliteConnection::connect(&address).await.expect("a connection");
        // As a full disk does, it refuses to write and is read all the same.
        other
            .execute(
                "CREATE TRIGGER full BEFORE UPDATE ON pulse BEGIN SELECT RAISE(ABORT, 'full'); END",
            )
            .await
            .expect("in trouble");
        let ready = desk.get("/readyz").await;
        assert_eq!(ready.status, 503);
        assert!(ready.body.contains("full"), "{}", ready.body);
    });
}

fn entry(reference: &str) -> Entry {
    Entry {
        key_digest: [0; 32],
        reference: reference.to_owned(),
        queue: Queue { town: "zonnedal".to_owned(), provider: "wijkteam".to_owned() },
        received_at: 0,
        working_days: 5,
        suspect: false,
        sealed: Sealed { key_id: "key".to_owned(), content: Vec::new() },
    }
}

#[test]
fn a_desk_whose_store_does_not_answer_lives_and_is_not_ready() {
    block_on(async {
        let site = site();
        let address = in_file(&site);
        let desk = OpenDesk::open(site, &address, &[], None, hurry()).await;
        for path in ["/healthz", "/readyz"] {
            let answer = desk.get(path).await;
            assert_eq!(answer.status, 200, "{path}");
            assert_eq!(answer.header("cache-control"), Some("no-store"));
        }
        let mut other = SqliteConnection::connect(&address).await.expect("a connection");
        other.execute("ALTER TABLE requests RENAME TO away").await.expect("in trouble");
        assert_eq!(desk.get("/readyz").await.status, 503);
        assert_eq!(desk.get("/metrics").await.status, 503);
        assert_eq!(desk.get("/healthz").await.status, 200);
        assert_eq!(desk.get("/").await.status, 200, "the app is served all the same");
    });
}
