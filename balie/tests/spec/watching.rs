//! What who runs the desk can see: how it is, and nothing of who asked.

use crate::open_desk::{KEY, OpenDesk, STORY, draft, draft_with, hurry, in_file, site};
use crate::site::block_on;
use balie::delivery::{Deliveries, Failure};
use serde_json::json;
use sqlx::{Connection, Executor, SqliteConnection};

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
