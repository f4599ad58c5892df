//! Which pages may send requests.

use crate::open_desk::{KEY, OpenDesk, draft, post};
use crate::site::{Answer, block_on};
use axum::body::Body;
use axum::http::Request;

const OTHER: &str = "https://www.arnhem.nl";

async fn from(desk: &OpenDesk, origin: &str, host: &str) -> Answer {
    let mut request = post(KEY, &draft());
    let headers = request.headers_mut();
    headers.insert("origin", origin.parse().expect("a header"));
    headers.insert("host", host.parse().expect("a header"));
    desk.ask(request).await
}

fn says_nothing_of_others(answer: &Answer) -> bool {
    answer.headers.keys().all(|name| !name.as_str().starts_with("access-control"))
}

#[test]
fn pages_of_the_desk_may_send_and_those_of_others_may_not() {
    block_on(async {
        let desk = OpenDesk::new().await;
        for (origin, host, status) in [
            ("https://wijkdeur.nl", "wijkdeur.nl", 201),
            ("https://WIJKDEUR.nl:8443", "wijkdeur.nl:8443", 201),
            ("http://localhost:8080", "localhost:8080", 201),
            ("https://wijkdeur.nl", "wijkdeur.nl:443", 201),
            ("http://localhost", "localhost:80", 201),
            ("https://wijkdeur.nl", "wijkdeur.nl:80", 403),
            (OTHER, "wijkdeur.nl", 403),
            ("https://wijkdeur.nl", "wijkdeur.nl:8443", 403),
            ("https://wijkdeur.nl.evil.nl", "wijkdeur.nl", 403),
            ("file://wijkdeur.nl", "wijkdeur.nl", 403),
            ("null", "wijkdeur.nl", 403),
        ] {
            let answer = from(&desk, origin, host).await;
            assert_eq!(answer.status, status, "{origin} to {host}");
            assert!(says_nothing_of_others(&answer), "{origin}");
        }
    });
}

#[test]
fn pages_that_were_named_may_send_and_read_the_answer() {
    block_on(async {
        let desk = OpenDesk::told(&["--cors", OTHER]).await;
        let answer = from(&desk, OTHER, "wijkdeur.nl").await;
        assert_eq!(answer.status, 201);
        assert_eq!(answer.header("access-control-allow-origin"), Some(OTHER));
        assert_eq!(answer.header("vary"), Some("origin"));
        let desk = OpenDesk::told(&["--cors", "HTTPS://www.Arnhem.nl:443/"]).await;
        assert_eq!(from(&desk, OTHER, "wijkdeur.nl").await.status, 201, "said in another way");
        let answer = from(&desk, "https://haarlem.nl", "wijkdeur.nl").await;
        assert_eq!(answer.status, 403);
        assert!(says_nothing_of_others(&answer));
    });
}

#[test]
fn a_browser_may_ask_beforehand() {
    block_on(async {
        let desk = OpenDesk::told(&["--cors", OTHER]).await;
        let ask = |origin: &str| {
            Request::options("/api/contact-requests")
                .header("origin", origin)
                .header("access-control-request-method", "POST")
                .header("access-control-request-headers", "content-type,idempotency-key")
                .body(Body::empty())
                .expect("a request")
        };
        let answer = desk.ask(ask(OTHER)).await;
        assert_eq!(answer.status, 204);
        assert_eq!(answer.header("access-control-allow-origin"), Some(OTHER));
        assert_eq!(answer.header("access-control-allow-methods"), Some("POST"));
        let headers = answer.header("access-control-allow-headers");
        assert_eq!(headers, Some("content-type, idempotency-key"));
        let answer = desk.ask(ask("https://haarlem.nl")).await;
        assert_eq!(answer.status, 403);
        assert!(says_nothing_of_others(&answer));
    });
}
