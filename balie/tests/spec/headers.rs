//! The security headers, on each kind of response.

use crate::site::{Answer, SCRIPT, Site};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
     form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

fn assert_secure(answer: &Answer) {
    for (name, value) in [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("strict-transport-security", "max-age=31536000; includeSubDomains"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-frame-options", "SAMEORIGIN"),
    ] {
        assert_eq!(answer.header(name), Some(value), "{name}");
    }
    let denied = answer.header("permissions-policy").expect("a policy");
    for ability in ["camera", "microphone", "geolocation", "payment"] {
        assert!(denied.contains(&format!("{ability}=()")), "{ability}");
    }
}

/// Asks, checks the kind of response and its security headers.
fn secure(site: &Site, method: &str, path: &str, headers: &[(&str, &str)], status: u16) -> Answer {
    let answer = site.ask(method, path, headers);
    assert_eq!(answer.status, status, "{method} {path}");
    assert_secure(&answer);
    answer
}

#[test]
fn stand_on_a_page() {
    secure(&Site::published(), "GET", "/", &[], 200);
}

#[test]
fn stand_on_the_answer_to_head() {
    secure(&Site::published(), "HEAD", "/arnhem/", &[], 200);
}

#[test]
fn stand_on_a_compressed_file() {
    let answer = secure(&Site::published(), "GET", SCRIPT, &[("accept-encoding", "br")], 200);
    assert_eq!(answer.header("content-encoding"), Some("br"));
}

#[test]
fn stand_on_a_redirect() {
    secure(&Site::published(), "GET", "/arnhem", &[], 307);
}

#[test]
fn stand_on_not_modified() {
    let site = Site::published();
    let tag = site.get("/").header("etag").expect("a tag").to_owned();
    secure(&site, "GET", "/", &[("if-none-match", &tag)], 304);
}

#[test]
fn stand_on_a_part_and_on_an_impossible_part() {
    let site = Site::published();
    let part = secure(&site, "GET", "/", &[("range", "bytes=0-2")], 206);
    assert_eq!(part.body, "fro");
    secure(&site, "GET", "/", &[("range", "bytes=900-")], 416);
}

#[test]
fn stand_on_a_failed_condition() {
    let stale = [("if-match", "\"another\"")];
    secure(&Site::published(), "GET", "/", &stale, 412);
}

#[test]
fn stand_on_errors_with_and_without_a_page_for_them() {
    secure(&Site::published(), "GET", "/nowhere", &[], 404);
    secure(&Site::empty(), "GET", "/nowhere", &[], 404);
    secure(&Site::empty(), "GET", "/../secret.txt", &[], 404);
}

#[test]
fn stand_on_a_method_that_is_not_allowed() {
    let answer = secure(&Site::published(), "POST", "/", &[], 405);
    assert_eq!(answer.header("allow"), Some("GET,HEAD"));
    assert!(answer.body.contains("Direct gevaar? Bel 112"));
}

#[test]
fn name_the_sites_that_may_frame_the_app() {
    let both = "https://www.arnhem.nl https://arnhem.nl:8443";
    for path in ["/", "/nowhere"] {
        let answer = Site::published().ask_framed(both, "GET", path, &[]);
        assert_eq!(
            answer.header("content-security-policy"),
            Some(format!("{POLICY} {both}").as_str())
        );
        assert_eq!(
            answer.header("x-frame-options"),
            None,
            "it cannot name them, so it would only shut them out"
        );
    }
}

#[test]
fn do_not_deny_what_the_app_uses() {
    let answer = Site::published().get("/");
    let denied = answer.header("permissions-policy").expect("a policy");
    assert!(!denied.contains("clipboard"));
}
