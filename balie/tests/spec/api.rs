//! What the desk answers to a request to be contacted.

use crate::open_desk::{KEY, OpenDesk, draft, draft_with, post};
use crate::site::{Answer, block_on};
use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

/// A problem of this kind, told as problems are told.
#[track_caller]
fn assert_problem(answer: &Answer, status: u16, kind: &str) {
    assert_eq!(answer.status, status, "{kind}: {}", answer.body);
    assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{kind}");
    assert_eq!(answer.header("content-language"), Some("nl"), "{kind}");
    assert_eq!(answer.header("cache-control"), Some("no-store"), "{kind}");
    assert!(answer.header("content-security-policy").is_some(), "{kind}");
    let body = answer.json();
    assert_eq!(body["type"], json!(format!("urn:wijkdeur:problem:{kind}")));
    assert_eq!(body["status"], json!(status));
    for text in ["title", "detail"] {
        assert!(!body[text].as_str().expect("text").is_empty(), "{kind}");
    }
}

/// Where it is wrong and what: pointer and code.
fn wrong(answer: &Answer) -> Vec<(String, String)> {
    let body = answer.json();
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let errors = body["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().map(|error| (text(&error["pointer"]), text(&error["code"]))).collect()
}

#[test]
fn a_request_is_kept_and_gets_a_receipt() {
    block_on(async {
        let desk = OpenDesk::new().await;
        let answer = desk.post(KEY, &draft()).await;
        assert_eq!(answer.status, 201);
        assert_eq!(answer.header("content-type"), Some("application/json"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert!(answer.header("content-security-policy").is_some());
        assert!(answer.headers.keys().all(|name| !name.as_str().starts_with("access-control")));

        let receipt = answer.json();
        assert_eq!((&receipt["version"], &receipt["working_days"]), (&json!(1), &json!(3)));
        let lines = desk.lines().await;
        assert_eq!(lines.len(), 1);
        assert_eq!(receipt["reference"], json!(lines[0].reference));
        let received = receipt["received_at"].as_str().expect("text");
        let received: jiff::Timestamp = received.parse().expect("RFC 3339");
        assert_eq!(received.as_millisecond(), lines[0].received_at);
        assert!(!lines[0].suspect);
        assert_eq!(lines[0].queue.to_string(), "zonnedal/wijkteam", "the general entrance");
    });
}

#[test]
fn a_request_goes_to_whom_it_names() {
    block_on(async {
        let desk = OpenDesk::new().await;
        let permitted = json!({ "provider": "buurthuis", "permission": true });
        desk.kept(KEY, &draft_with(permitted)).await;
        assert_eq!(desk.lines().await[0].queue.to_string(), "zonnedal/buurthuis");
    });
}

#[test]
fn every_wrong_field_is_named_and_nothing_is_kept() {
    block_on(async {
        let desk = OpenDesk::new().await;
        for (fields, named) in [
            (json!({ "phone": "" }), &[("/phone", "no-way")][..]),
            (json!({ "phone": "12" }), &[("/phone", "not-a-phone-number")]),
            (json!({ "email": "at home" }), &[("/email", "not-an-email-address")]),
            (json!({ "letter": "Dorp 1", "discreet": true }), &[("/letter", "not-safe")]),
            (json!({ "name": "n".repeat(101) }), &[("/name", "too-long")]),
            (json!({ "story": "Mijn nummer is 111222333" }), &[("/story", "looks-like-bsn")]),
            (json!({ "provider": "buurthuis" }), &[("/permission", "not-permitted")]),
            (json!({ "provider": "nobody" }), &[("/provider", "unknown")]),
            (json!({ "version": 2 }), &[("/version", "unknown")]),
            (json!({ "municipality": "nowhere" }), &[("/municipality", "unknown")]),
            (
                json!({ "municipality": "nowhere", "provider": "nobody", "phone": "12" }),
                &[("/municipality", "unknown"), ("/phone", "not-a-phone-number")],
            ),
        ] {
            let answer = desk.post(KEY, &draft_with(fields)).await;
            assert_problem(&answer, 422, "invalid");
            let found = wrong(&answer);
            let found: Vec<_> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            assert_eq!(found, named);
        }
        assert_eq!(desk.lines().await, []);
    });
}

#[test]
fn what_a_machine_may_have_sent_is_kept_and_marked() {
    block_on(async {
        let desk = OpenDesk::new().await;
        for (key, fields) in [
            ("filled-in-0123456", json!({ "website": "https://example.com" })),
            ("in-a-hurry-012345", json!({ "seconds": 0 })),
        ] {
            let answer = desk.post(key, &draft_with(fields)).await;
            assert_eq!(answer.status, 201, "never refused");
        }
        assert!(desk.lines().await.iter().all(|line| line.suspect));
        assert_eq!(desk.lines().await.len(), 2);
    });
}

#[test]
fn a_body_that_is_no_request_is_refused() {
    block_on(async {
        let desk = OpenDesk::new().await;
        for body in [
            "",
            "{",
            "[]",
            "null",
            r#"{"version":1}"#,
            r#"{"version":1,"municipality":"zonnedal","colour":"red"}"#,
            r#"{"version":1,"municipality":"zonnedal","phone":12}"#,
            r#"{"version":1000,"municipality":"zonnedal"}"#,
            "{\"version\":1,\"municipality\":\"zonnedal\",\"name\":\"\u{0}\"}",
        ] {
            let mut request = post(KEY, &draft());
            *request.body_mut() = Body::from(body);
            assert_problem(&desk.ask(request).await, 400, "unreadable");
        }
        let deep = [vec![b'['; 10_000], vec![b']'; 10_000]].concat();
        let mut request = post(KEY, &draft());
        *request.body_mut() = Body::from(deep);
        assert_problem(&desk.ask(request).await, 400, "unreadable");
    });
}

#[test]
fn only_json_is_read() {
    block_on(async {
        let desk = OpenDesk::new().await;
        for (kind, status) in [
            ("application/json; charset=utf-8", 201),
            ("Application/JSON", 201),
            ("text/plain", 415),
            ("application/x-www-form-urlencoded", 415),
            ("application/json-patch+json", 415),
            ("", 415),
        ] {
            let mut request = post(KEY, &draft());
            request.headers_mut().insert("content-type", kind.parse().expect("a header"));
            let answer = desk.ask(request).await;
            assert_eq!(answer.status, status, "{kind}");
            if status == 415 {
                assert_problem(&answer, 415, "not-json");
            }
        }
        let mut request = post(KEY, &draft());
        request.headers_mut().remove("content-type");
        assert_problem(&desk.ask(request).await, 415, "not-json");
    });
}

#[test]
fn a_body_has_a_largest_size_said_or_not() {
    block_on(async {
        let desk = OpenDesk::new().await;
        let large = draft_with(json!({ "story": "x".repeat(33_000) }));
        assert_problem(&desk.post(KEY, &large).await, 413, "too-large");

        let mut said = post(KEY, &draft());
        said.headers_mut().insert("content-length", "40000".parse().expect("a header"));
        assert_problem(&desk.ask(said).await, 413, "too-large");

        let answers = vec![json!({ "question": "q".repeat(180), "answer": "a".repeat(180) }); 60];
        let whole = draft_with(json!({ "story": "x".repeat(5_000), "answers": answers }));
        assert_eq!(desk.post(KEY, &whole).await.status, 201, "a whole walk fits");
    });
}

#[test]
fn an_idempotency_key_is_needed() {
    block_on(async {
        let desk = OpenDesk::new().await;
        for key in
            ["", "0123456789abcde", &"k".repeat(65), "0123456789 abcdef", "0123456789\tabcdef"]
        {
            assert_problem(&desk.post(key, &draft()).await, 400, "idempotency-key-needed");
        }
        let mut none = post(KEY, &draft());
        none.headers_mut().remove("idempotency-key");
        assert_problem(&desk.ask(none).await, 400, "idempotency-key-needed");
        let mut two = post(KEY, &draft());
        two.headers_mut().append("idempotency-key", "another-0123456789".parse().expect("one"));
        assert_problem(&desk.ask(two).await, 400, "idempotency-key-needed");
        for key in [&"k".repeat(16), &"~".repeat(64)] {
            assert_eq!(desk.post(key, &draft()).await.status, 201);
        }
    });
}

#[test]
fn only_what_is_described_can_be_asked() {
    block_on(async {
        let desk = OpenDesk::new().await;
        for method in ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"] {
            let request = Request::builder().method(method).uri("/api/contact-requests");
            let answer = desk.ask(request.body(Body::empty()).expect("a request")).await;
            assert_problem(&answer, 405, "wrong-method");
            assert_eq!(answer.header("allow"), Some("POST"));
        }
        let request = Request::post("/api/openapi.json").body(Body::empty());
        let answer = desk.ask(request.expect("a request")).await;
        assert_problem(&answer, 405, "wrong-method");
        assert_eq!(answer.header("allow"), Some("GET, HEAD"));
        for path in
            ["/api", "/api/", "/api/contact-requests/", "/api/contact-requests/WD", "/api/x"]
        {
            assert_problem(&desk.get(path).await, 404, "not-there");
        }
    });
}

#[test]
fn a_new_publish_counts_from_the_next_request() {
    block_on(async {
        let desk = OpenDesk::new().await;
        let other = draft_with(json!({ "municipality": "maanveld" }));
        assert_eq!(desk.post(KEY, &other).await.status, 422);
        let towns = crate::open_desk::TOWNS.replace("zonnedal", "maanveld");
        desk.site.put("/desk.json", &towns.replace("Zonnedal", "Het Maanveld"));
        assert_eq!(desk.post(KEY, &other).await.status, 201);
        assert_eq!(desk.post(KEY, &draft()).await.status, 422);
        desk.site.put("/desk.json", "half of a fi");
        assert_eq!(desk.post(KEY, &other).await.status, 201, "what was read before goes on");
    });
}
