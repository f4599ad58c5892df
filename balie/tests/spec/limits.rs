//! How much one address may send, and all of them together.

use crate::open_desk::{KEY, OpenDesk, draft, draft_with, post};
use crate::site::{Answer, block_on};
use axum::extract::ConnectInfo;
use serde_json::json;
use std::net::SocketAddr;

async fn from(desk: &OpenDesk, peer: &str, forwarded: &str) -> Answer {
    let mut request = post(KEY, &draft());
    let peer: SocketAddr = peer.parse().expect("an address");
    request.extensions_mut().insert(ConnectInfo(peer));
    request.headers_mut().insert("x-forwarded-for", forwarded.parse().expect("a header"));
    desk.ask(request).await
}

fn refused(answer: &Answer) -> bool {
    if answer.status != 429 {
        assert_eq!(answer.status, 201);
        return false;
    }
    let wait = answer.header("retry-after").and_then(|wait| wait.parse().ok());
    assert!((1..=60).contains(&wait.expect("seconds")));
    assert_eq!(answer.json()["type"], "urn:wijkdeur:problem:too-many");
    true
}

#[test]
fn one_address_does_not_use_up_the_share_of_another() {
    block_on(async {
        let desk = OpenDesk::told(&["--limit-per-minute", "1"]).await;
        for _ in 0..2 {
            assert!(!refused(&from(&desk, "192.0.2.1:1", "192.0.2.9").await));
        }
        assert!(refused(&from(&desk, "192.0.2.1:2", "192.0.2.8").await), "a port is no address");
        assert!(refused(&from(&desk, "[::ffff:192.0.2.1]:1", "192.0.2.8").await));
        assert!(!refused(&from(&desk, "192.0.2.2:1", "192.0.2.1").await));
    });
}

#[test]
fn behind_a_proxy_its_own_word_counts() {
    block_on(async {
        let desk = OpenDesk::told(&["--limit-per-minute", "1", "--behind-proxy"]).await;
        for said in ["192.0.2.9, 192.0.2.1", "192.0.2.8, 192.0.2.1"] {
            assert!(!refused(&from(&desk, "10.0.0.1:1", said).await));
        }
        assert!(refused(&from(&desk, "10.0.0.1:1", "192.0.2.7,192.0.2.1").await));
        assert!(refused(&from(&desk, "10.0.0.1:1", "192.0.2.1:4711").await), "with its port");
        assert!(!refused(&from(&desk, "10.0.0.1:1", "192.0.2.1, 192.0.2.2").await));
        for _ in 0..2 {
            assert!(!refused(&from(&desk, "10.0.0.2:1", "unknown").await), "then the proxy");
        }
        assert!(refused(&from(&desk, "10.0.0.2:1", "").await));
    });
}

#[test]
fn a_network_of_a_household_counts_as_one() {
    block_on(async {
        let desk = OpenDesk::told(&["--limit-per-minute", "1"]).await;
        for peer in ["[2001:db8:0:1::1]:1", "[2001:db8:0:1:ffff::2]:1"] {
            assert!(!refused(&from(&desk, peer, "").await));
        }
        assert!(refused(&from(&desk, "[2001:db8:0:1::3]:1", "").await));
        assert!(!refused(&from(&desk, "[2001:db8:0:2::1]:1", "").await));
    });
}

#[test]
fn all_of_them_have_a_limit_too_and_both_can_be_lifted() {
    block_on(async {
        let desk = OpenDesk::told(&["--limit-per-minute=0", "--limit-overall=2"]).await;
        assert!(!refused(&from(&desk, "192.0.2.1:1", "").await));
        assert!(!refused(&from(&desk, "192.0.2.2:1", "").await));
        assert!(refused(&from(&desk, "192.0.2.3:1", "").await));

        let desk = OpenDesk::new().await;
        for _ in 0..200 {
            assert!(!refused(&from(&desk, "192.0.2.1:1", "").await));
        }
    });
}

#[test]
fn only_what_could_be_kept_uses_up_what_all_have_together() {
    block_on(async {
        let desk = OpenDesk::told(&["--limit-per-minute=0", "--limit-overall=2"]).await;
        for (key, body) in [
            ("", draft()),
            (KEY, json!({})),
            (KEY, draft_with(json!({ "phone": "12" }))),
            (KEY, draft_with(json!({ "municipality": "nowhere" }))),
            (KEY, draft_with(json!({ "provider": "nobody" }))),
        ] {
            for _ in 0..5 {
                let status = desk.post(key, &body).await.status;
                assert!(matches!(status.as_u16(), 400 | 422), "{status}");
            }
        }
        assert!(!refused(&from(&desk, "192.0.2.1:1", "").await));

        let desk = OpenDesk::told(&["--limit-per-minute=1"]).await;
        for status in [422, 422, 429] {
            let nothing = draft_with(json!({ "phone": "12" }));
            assert_eq!(
                desk.post(KEY, &nothing).await.status,
                status,
                "one address still has a limit"
            );
        }
    });
}

#[test]
fn a_whole_library_may_send_at_once() {
    block_on(async {
        let desk = OpenDesk::told(&[]).await;
        for _ in 0..60 {
            assert!(!refused(&from(&desk, "192.0.2.1:1", "").await));
        }
        assert!(refused(&from(&desk, "192.0.2.1:1", "").await));
    });
}
