//! Content types and compressed copies.

use crate::site::{DATA, SCRIPT, Site, WASM};
use std::fs;

#[test]
fn the_type_says_what_a_file_is_compressed_or_not() {
    let site = Site::published();
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/arnhem/", "text/html; charset=utf-8"),
        ("/nowhere", "text/html; charset=utf-8"),
        (SCRIPT, "text/javascript; charset=utf-8"),
        (WASM, "application/wasm"),
        (DATA, "application/octet-stream"),
        ("/style.css", "text/css; charset=utf-8"),
        ("/sign.svg", "image/svg+xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ] {
        for encoding in ["identity", "gzip", "br"] {
            let answer = site.ask("GET", path, &[("accept-encoding", encoding)]);
            assert_eq!(answer.header("content-type"), Some(kind), "{path}");
        }
    }
}

#[test]
fn a_browser_gets_the_copy_it_can_read() {
    let site = Site::published();
    for (accepted, encoding, body) in [
        ("gzip, deflate, br", Some("br"), "script as brotli"),
        ("gzip, deflate", Some("gzip"), "script as gzip"),
        ("br;q=0, gzip", Some("gzip"), "script as gzip"),
        ("br;q=0.5, gzip", Some("gzip"), "script as gzip"),
        ("zstd", None, "script"),
        ("identity", None, "script"),
    ] {
        let answer = site.ask("GET", SCRIPT, &[("accept-encoding", accepted)]);
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-encoding"), encoding, "{accepted}");
        assert_eq!(answer.body, body, "{accepted}");
        assert_eq!(answer.header("vary"), Some("accept-encoding"), "{accepted}");
    }
    assert_eq!(site.get(SCRIPT).body, "script", "nothing accepted is said");
}

#[test]
fn a_missing_copy_falls_back_to_the_next_best() {
    let site = Site::published();
    let all = [("accept-encoding", "gzip, br")];
    let wasm = site.ask("GET", WASM, &all);
    assert_eq!(wasm.header("content-encoding"), Some("gzip"));
    let page = site.ask("GET", "/", &all);
    assert_eq!(page.header("content-encoding"), None);
    assert_eq!(page.body, "front");
}

#[test]
fn head_tells_the_same_as_get_without_the_content() {
    let site = Site::published();
    for path in ["/", SCRIPT, "/arnhem", "/nowhere"] {
        for accepted in ["identity", "br"] {
            let accepted = [("accept-encoding", accepted)];
            let get = site.ask("GET", path, &accepted);
            let head = site.ask("HEAD", path, &accepted);
            assert_eq!(head.status, get.status, "{path}");
            assert_eq!(head.headers, get.headers, "{path}");
            assert_eq!(head.body, "", "{path}");
        }
    }
}

#[test]
fn each_copy_is_revalidated_by_its_own_tag() {
    let site = Site::published();
    let ask = |encoding, tag: &str| {
        let headers = [("accept-encoding", encoding), ("if-none-match", tag)];
        site.ask("GET", SCRIPT, &headers)
    };
    let brotli = ask("br", "\"none\"");
    let plain = ask("identity", "\"none\"");
    let tag = brotli.header("etag").expect("a tag");
    assert_ne!(Some(tag), plain.header("etag"));

    let again = ask("br", tag);
    assert_eq!(again.status, 304);
    assert_eq!(again.body, "");
    assert_eq!(again.header("etag"), Some(tag));
    assert_eq!(again.header("vary"), Some("accept-encoding"));
    assert_eq!(ask("identity", tag).status, 200);
}

#[test]
fn a_tag_is_of_the_content_and_of_nothing_else() {
    let site = Site::published();
    let file = site.data().join("style.css");
    let date = fs::metadata(&file).and_then(|it| it.modified()).expect("a date");
    let dated = |content: &str, date| {
        site.put("/style.css", content);
        let file = fs::File::options().write(true).open(&file).expect("a file");
        file.set_modified(date).expect("another date");
    };
    let app = balie::app::app(&site.data(), &balie::ancestors::FrameAncestors::default());
    let ask =
        |headers: &[(&str, &str)]| crate::site::ask(app.clone(), "GET", "/style.css", headers);
    let first = ask(&[]);
    let tag = first.header("etag").expect("a tag");
    assert_eq!(first.header("last-modified"), None, "a date says too little");

    dated("ssc", date);
    let another = ask(&[("if-none-match", tag)]);
    assert_eq!((another.status.as_u16(), another.body.as_str()), (200, "ssc"));
    assert_eq!(ask(&[("if-range", tag), ("range", "bytes=1-1")]).body, "ssc", "no mixed parts");
    assert_eq!(ask(&[("if-match", tag)]).status, 412);

    dated("css", date + std::time::Duration::from_secs(9));
    for said in [tag, "*", &format!("\"x\", W/{tag}")] {
        let same = ask(&[("if-none-match", said)]);
        assert_eq!((same.status.as_u16(), same.header("etag")), (304, Some(tag)), "{said}");
    }
    let dated = [("if-modified-since", "Fri, 01 Jan 2100 00:00:00 GMT")];
    assert_eq!(ask(&dated).status, 200);
}

#[test]
fn compressed_copies_cannot_be_asked_for_by_name() {
    let site = Site::published();
    for copy in [".br", ".gz", "%2ebr", ".g%7a", ".BR"] {
        let answer = site.get(&format!("{SCRIPT}{copy}"));
        assert_eq!(answer.status, 404, "{copy}");
        assert_eq!(answer.body, "<p>niet gevonden</p>");
    }
}
