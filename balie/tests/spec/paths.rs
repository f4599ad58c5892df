//! Pages, redirects, and paths that lead nowhere.

use crate::site::Site;

#[test]
fn a_directory_answers_with_its_page() {
    let site = Site::published();
    assert_eq!(site.get("/").body, "front");
    assert_eq!(site.get("/arnhem/").body, "arnhem");
    assert_eq!(site.get("/arnhem/?from=letter").body, "arnhem");
}

#[test]
fn a_directory_without_the_slash_is_sent_there() {
    let site = Site::published();
    for (path, location) in
        [("/arnhem", "/arnhem/"), ("/arnhem?from=letter", "/arnhem/?from=letter")]
    {
        let answer = site.get(path);
        assert_eq!(answer.status, 307);
        assert_eq!(answer.header("location"), Some(location));
    }
}

#[test]
fn a_page_has_one_address() {
    let site = Site::published();
    for (path, location) in [
        ("/index.html", "/"),
        ("/arnhem/index.html", "/arnhem/"),
        ("/arnhem/index%2Ehtml?from=letter", "/arnhem/?from=letter"),
    ] {
        let answer = site.get(path);
        assert_eq!(
            (answer.status.as_u16(), answer.header("location")),
            (307, Some(location)),
            "{path}"
        );
    }
    assert_eq!(site.get("//elsewhere.example/index.html").status, 404);
}

#[test]
fn a_redirect_never_leads_to_another_site() {
    let answer = Site::published().get("//arnhem");
    assert_eq!(answer.status, 404);
    assert_eq!(answer.header("location"), None);
}

#[test]
fn a_directory_without_a_page_is_not_listed() {
    let site = Site::published();
    site.put("/data/arnhem.json", "{}");
    let answer = site.get("/data/");
    assert_eq!(answer.status, 404);
    assert!(!answer.body.contains("arnhem.json"));
}

#[test]
fn the_unknown_gets_the_published_page_for_it() {
    let site = Site::published();
    for path in ["/nowhere", "/arnhem/nowhere", "/index.html/", "/robots.txt/x"] {
        let answer = site.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.body, "<p>niet gevonden</p>", "{path}");
    }
}

#[test]
fn without_that_page_the_unknown_gets_plain_words() {
    let answer = Site::empty().get("/nowhere");
    assert_eq!(answer.status, 404);
    assert!(answer.body.contains("Direct gevaar? Bel 112"));
    assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(answer.header("content-language"), Some("nl"));
}

#[test]
fn no_path_leads_out_of_the_directory() {
    let site = Site::published();
    for path in [
        "/../secret.txt",
        "/arnhem/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E/secret.txt",
        "/.%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%2Fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/arnhem/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/%252e%252e/secret.txt",
        "/....//secret.txt",
        "//../secret.txt",
        "/./../secret.txt",
    ] {
        let answer = site.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.body.contains("secret"), "{path}");
    }
}

#[test]
fn a_file_has_one_path() {
    let site = Site::published();
    for path in [
        "/arnhem%2findex.html",
        "/arnhem/./index.html",
        "/arnhem/../index.html",
        "/arnhem//index.html",
        "/arnhem%5cindex.html",
    ] {
        assert_eq!(site.get(path).status, 404, "{path}");
    }
}

#[test]
fn strange_names_are_unknown_and_not_a_fault() {
    let site = Site::published();
    let long = format!("/{}", "a".repeat(252));
    let too_long = format!("/{}", "a".repeat(300));
    let deep = "/a".repeat(4000);
    let not_utf8 = "/%ff%fe";
    for path in [&long, &too_long, &deep, "/a%00b", "/%0d%0a", not_utf8] {
        for method in ["GET", "HEAD"] {
            let answer = site.ask(method, path, &[("accept-encoding", "br, gzip")]);
            assert_eq!(answer.status, 404, "{method} {path}");
        }
    }
}

#[test]
fn a_name_may_hold_spaces_and_accents() {
    let site = Site::published();
    site.put("/één twee.txt", "een");
    assert_eq!(site.get("/%C3%A9%C3%A9n%20twee.txt").body, "een");
}

#[test]
fn a_copy_of_a_store_or_a_key_is_not_served() {
    let site = Site::published();
    for path in
        ["/copy.db", "/balie.db-wal", "/balie.key", "/deliver.json~", "/balie.sqlite", "/a.bak"]
    {
        site.put(path, "secret");
        assert_eq!(site.get(path).status, 404, "{path}");
    }
    let quoted = site.get("/copy.%64b");
    assert_eq!(quoted.status, 404);
}
