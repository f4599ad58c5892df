//! What a browser may keep, and for how long.

use crate::site::{Answer, DATA, SCRIPT, Site, WASM, put};
use balie::caching::is_named_after_its_content;
use std::fs;

const FOR_EVER: Option<&str> = Some("public, max-age=31536000, immutable");
const ASK_EACH_TIME: Option<&str> = Some("no-cache");
const NOT_AT_ALL: Option<&str> = Some("no-store");

fn kept(answer: &Answer) -> Option<&str> {
    answer.header("cache-control")
}

#[test]
fn only_a_build_and_data_are_named_after_their_content() {
    for path in [SCRIPT, WASM, DATA, "/app/00000000000000ff/icon.svg", "/app/0123456789012345/x/y"]
    {
        assert!(is_named_after_its_content(path), "{path}");
    }
    for path in [
        "/",
        "/index.html",
        "/wijkdeur.js",
        "/wijkdeur-0123456789abcdef.js",
        "/arnhem-0123456789abcdef.bin",
        "/app/wijkdeur.js",
        "/app/0123456789abcdef",
        "/app/0123456789abcdef/",
        "/app/0123456789abcde/wijkdeur.js",
        "/app/0123456789abcdef0/wijkdeur.js",
        "/app/0123456789ABCDEF/wijkdeur.js",
        "/app/0123456789abcdeg/wijkdeur.js",
        "/arnhem/app/0123456789abcdef/wijkdeur.js",
        "/data/arnhem.bin",
        "/data/0123456789abcdef.bin",
        "/data/arnhem-0123456789abcde.bin",
        "/data/arnhem-0123456789abcdef.json",
        "/data/a/arnhem-0123456789abcdef.bin",
        "/hours-20261124.json",
    ] {
        assert!(!is_named_after_its_content(path), "{path}");
    }
}

/// Others point at these, so they stay where they are from build to build.
#[test]
fn what_keeps_its_address_is_asked_for_each_time() {
    let site = Site::published();
    for path in [
        "/embed.js",
        "/sw.js",
        "/wijkdeur.webmanifest",
        "/desk.json",
        "/.well-known/security.txt",
        "/embed-0123456789abcdef.js",
    ] {
        assert!(!is_named_after_its_content(path), "{path}");
        // The desk makes the one with a dot itself.
        if !path.starts_with("/.") {
            site.put(path, "it");
            assert_eq!(kept(&site.get(path)), ASK_EACH_TIME, "{path}");
        }
    }
}

#[test]
fn what_is_named_after_its_content_is_kept_in_every_form() {
    let site = Site::published();
    for path in [SCRIPT, WASM, DATA] {
        for encoding in ["identity", "br", "gzip"] {
            let answer = site.ask("GET", path, &[("accept-encoding", encoding)]);
            assert_eq!(kept(&answer), FOR_EVER, "{path}");
        }
        let tag = site.get(path).header("etag").expect("a tag").to_owned();
        let same = site.ask("GET", path, &[("if-none-match", &tag)]);
        assert_eq!((same.status.as_u16(), kept(&same)), (304, FOR_EVER));
        let part = site.ask("GET", path, &[("range", "bytes=0-0")]);
        assert_eq!((part.status.as_u16(), kept(&part)), (206, FOR_EVER));
    }
}

#[test]
fn everything_else_is_asked_for_each_time() {
    let site = Site::published();
    for path in ["/arnhem", "/style.css", "/sign.svg", "/robots.txt", "/arnhem/index.html"] {
        assert_eq!(kept(&site.get(path)), ASK_EACH_TIME, "{path}");
    }
}

#[test]
fn a_page_is_not_kept_so_that_none_comes_back_with_a_visit_on_it() {
    let site = Site::published();
    for path in ["/", "/arnhem/", "/arnhem/?from=letter", "/404.html", "/nowhere/"] {
        assert_eq!(kept(&site.get(path)), NOT_AT_ALL, "{path}");
    }
    let tag = site.get("/arnhem/").header("etag").expect("a tag").to_owned();
    let same = site.ask("GET", "/arnhem/", &[("if-none-match", &tag)]);
    assert_eq!((same.status.as_u16(), kept(&same)), (304, NOT_AT_ALL));
}

#[test]
fn an_error_is_never_kept_whatever_the_name() {
    let site = Site::published();
    let gone = site.get("/app/0123456789abcdef/gone.js");
    assert_eq!((gone.status.as_u16(), kept(&gone)), (404, NOT_AT_ALL));
    for (method, headers, status) in [
        ("POST", [("range", "bytes=0-0")], 405),
        ("GET", [("range", "bytes=900-")], 416),
        ("GET", [("if-match", "\"another\"")], 412),
    ] {
        let answer = site.ask(method, SCRIPT, &headers);
        assert_eq!(answer.status, status);
        assert_eq!(kept(&answer), ASK_EACH_TIME, "{status}");
    }
}

#[test]
fn a_new_publish_counts_from_the_next_request() {
    let site = Site::published();
    let ancestors = balie::ancestors::FrameAncestors::default();
    let app = balie::app::app(&site.data(), &ancestors);
    let ask = |path: &str| crate::site::ask(app.clone(), "GET", path, &[]);
    assert_eq!(ask("/").body, "front");

    site.put("/index.html", "front, replaced");
    assert_eq!(ask("/").body, "front, replaced");

    let next = site.beside("next");
    put(&next, "/index.html", "front of the next publish");
    put(&next, "/404.html", "next 404");
    fs::rename(site.data(), site.beside("old")).expect("away with the old");
    assert_eq!(ask("/").status, 404, "between two publishes");
    fs::rename(&next, site.data()).expect("in with the new");
    assert_eq!(ask("/").body, "front of the next publish");
    assert_eq!(ask("/arnhem/").body, "next 404");
}
