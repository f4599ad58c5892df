//! A file system that stands still: whoever comes after too many others is told so, and the
//! desk goes on when it does.

use crate::site::{Site, answer, block_on};
use axum::body::Body;
use axum::http::Request;
use balie::ancestors::FrameAncestors;
use std::process::Command;

#[test]
fn a_disk_that_stands_still_is_told_and_got_over() {
    let site = Site::published();
    // Who opens a pipe to read waits until somebody writes.
    let pipe = site.data().join("still.txt");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let app = balie::app::app(&site.data(), &FrameAncestors::default());
    let ask = |path: &str| {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        answer(app.clone(), request)
    };
    block_on(async {
        let waiting: Vec<_> = (0..128).map(|_| tokio::spawn(ask("/still.txt"))).collect();
        // The first of these let all who wait begin.
        let mut refused = ask("/style.css").await;
        for _ in 0..100 {
            if refused.status == 200 {
                refused = ask("/style.css").await;
            }
        }
        assert_eq!(refused.status, 503);
        assert_eq!(refused.header("retry-after"), Some("5"));
        assert_eq!(refused.header("cache-control"), Some("no-cache"));
        assert!(refused.body.contains("Direct gevaar? Bel 112"));

        let writer = std::fs::File::options().read(true).write(true).open(&pipe).expect("a pipe");
        waiting.iter().for_each(tokio::task::JoinHandle::abort);
        while ask("/style.css").await.status != 200 {}
        drop(writer);
    });
}
