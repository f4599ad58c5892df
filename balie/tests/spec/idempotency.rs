//! One request for one key, however often it is sent.

use crate::open_desk::{KEY, OpenDesk, draft, draft_with};
use crate::site::block_on;
use serde_json::json;
use std::collections::HashSet;

#[test]
fn the_same_again_is_answered_as_before() {
    block_on(async {
        let desk = OpenDesk::new().await;
        let first = desk.post(KEY, &draft()).await;
        let blanks = json!({ "phone": " 06-12345678 ", "name": " " });
        for again in [draft(), draft_with(blanks), draft_with(json!({ "seconds": 90 }))] {
            let second = desk.post(KEY, &again).await;
            assert_eq!((second.status.as_u16(), &second.body), (201, &first.body));
        }
        assert_eq!(desk.lines().await.len(), 1);
    });
}

#[test]
fn a_key_belongs_to_one_request() {
    block_on(async {
        let desk = OpenDesk::new().await;
        desk.kept(KEY, &draft()).await;
        for other in [json!({ "phone": "0687654321" }), json!({ "discreet": true })] {
            let answer = desk.post(KEY, &draft_with(other)).await;
            assert_eq!(answer.status, 422);
            let kind = json!("urn:wijkdeur:problem:idempotency-key-reused");
            assert_eq!(answer.json()["type"], kind);
        }
        let other = desk.kept("another-key-0123", &draft()).await;
        assert_eq!(desk.lines().await[1].reference, other, "the same request under another key");
    });
}

#[test]
fn the_same_at_once_is_kept_once() {
    block_on(async {
        let desk = OpenDesk::new().await;
        let draft = draft();
        let sending = std::iter::repeat_with(|| desk.kept(KEY, &draft)).take(40);
        let references: HashSet<String> = join_all(sending).await.into_iter().collect();
        assert_eq!(references.len(), 1);
        assert_eq!(desk.lines().await.len(), 1);
    });
}

#[test]
fn of_different_ones_at_once_one_is_kept() {
    block_on(async {
        let desk = OpenDesk::new().await;
        let drafts: Vec<_> =
            (0..40).map(|n| draft_with(json!({ "name": format!("nummer {n}") }))).collect();
        let answers = join_all(drafts.iter().map(|draft| desk.post(KEY, draft))).await;
        let count = |status: u16| answers.iter().filter(|it| it.status == status).count();
        assert_eq!((count(201), count(422)), (1, 39));
        assert_eq!(desk.lines().await.len(), 1);
    });
}

/// All of them side by side, on one task.
pub async fn join_all<T>(all: impl Iterator<Item: Future<Output = T>>) -> Vec<T> {
    let mut all: Vec<_> = all.map(|it| (Box::pin(it), None)).collect();
    std::future::poll_fn(|context| {
        let mut pending = false;
        for (work, done) in &mut all {
            if done.is_none() {
                match work.as_mut().poll(context) {
                    std::task::Poll::Ready(it) => *done = Some(it),
                    std::task::Poll::Pending => pending = true,
                }
            }
        }
        if pending { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
    })
    .await;
    all.into_iter().filter_map(|(_, done)| done).collect()
}
