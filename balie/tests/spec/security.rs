//! Where somebody tells of a weakness, and what is served of what begins with a dot.

use crate::open_desk::{serve, site};
use crate::site::{Site, ask};
use axum::Router;
use balie::ancestors::FrameAncestors;
use balie::app::app_with;
use balie::security::{Contact, txt};
use jiff::Timestamp;

const PATH: &str = "/.well-known/security.txt";

fn told(contact: Option<&str>, site: &Site) -> Router {
    let options: Vec<&str> = contact.iter().flat_map(|it| ["--security-contact", it]).collect();
    let serve = serve(site, "sqlite::memory:", &options);
    app_with(&serve.data, &FrameAncestors::default(), txt(&serve.contact))
}

#[test]
fn whoever_found_a_weakness_reads_where_to_tell_it() {
    let site = site();
    for contact in ["mailto:security@example.nl", "https://example.nl/security"] {
        let answer = ask(told(Some(contact), &site), "GET", PATH, &[]);
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
        let lines: Vec<&str> = answer.body.lines().collect();
        assert_eq!(lines[0], format!("Contact: {contact}"));
        let expires: Timestamp =
            lines[1].strip_prefix("Expires: ").expect("a date").parse().expect("a date");
        let days = expires.duration_since(Timestamp::now()).as_hours() / 24;
        assert!((100..365).contains(&days), "less than a year, and not soon: {days}");
        assert_eq!(lines[2..], ["Preferred-Languages: nl, en"]);
    }
    for wrong in ["", "security@example.nl", "mailto:", "mailto:a", "tel:112", "http://example.nl"]
    {
        let why = Contact::read(wrong).expect_err(wrong);
        assert!(why.contains("--security-contact") && why.contains("mailto:"), "{why}");
    }
}

#[test]
fn what_begins_with_a_dot_is_not_there() {
    let site = site();
    for file in ["/.env", "/.git/config", "/arnhem/.htaccess", PATH, "/._index.html"] {
        site.put(file, "secret");
    }
    let app = told(None, &site);
    for path in
        ["/.env", "/%2eenv", "/.git/config", "/arnhem/.htaccess", PATH, "/._index.html", "/.git/"]
    {
        for method in ["GET", "HEAD"] {
            assert_eq!(ask(app.clone(), method, path, &[]).status, 404, "{path}");
        }
    }
}
