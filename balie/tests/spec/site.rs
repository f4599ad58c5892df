//! A small published app in a directory of its own, and a way to ask it.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use balie::ancestors::FrameAncestors;
use std::fs;
use std::path::{Path, PathBuf};
use tower::ServiceExt;

pub const SCRIPT: &str = "/app/0123456789abcdef/wijkdeur.js";
pub const WASM: &str = "/app/0123456789abcdef/wijkdeur_bg.wasm";
pub const DATA: &str = "/data/arnhem-0123456789abcdef.bin";

pub const LARGE: &str = "/large.bin";
/// More than the buffers between two sockets hold.
pub const LARGE_SIZE: u64 = 64 * 1024 * 1024;

pub struct Site {
    // Removes the directory when the test ends.
    holder: tempfile::TempDir,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Site {
    /// A front page, a municipality and one file of each kind.
    pub fn published() -> Self {
        let site = Self::empty();
        site.put("/index.html", "front");
        site.put("/arnhem/index.html", "arnhem");
        site.put("/404.html", "<p>niet gevonden</p>");
        site.put(SCRIPT, "script");
        site.put(&format!("{SCRIPT}.br"), "script as brotli");
        site.put(&format!("{SCRIPT}.gz"), "script as gzip");
        site.put(WASM, "wasm");
        site.put(&format!("{WASM}.gz"), "wasm as gzip");
        site.put(DATA, "{}");
        site.put("/style.css", "css");
        site.put("/sign.svg", "svg");
        site.put("/robots.txt", "txt");
        site
    }

    pub fn empty() -> Self {
        let holder = tempfile::tempdir().expect("a directory to publish in");
        fs::write(holder.path().join("secret.txt"), "secret").expect("a file beside the app");
        let site = Self { holder };
        fs::create_dir(site.data()).expect("the directory of the app");
        site
    }

    /// The published directory; beside it stands `secret.txt`.
    pub fn data(&self) -> PathBuf {
        self.beside("app")
    }

    pub fn beside(&self, name: &str) -> PathBuf {
        self.holder.path().join(name)
    }

    pub fn put(&self, path: &str, content: &str) {
        put(&self.data(), path, content);
    }

    /// A file that cannot leave before its reader reads.
    pub fn put_large(&self) {
        fs::File::create(self.data().join(LARGE.trim_start_matches('/')))
            .and_then(|file| file.set_len(LARGE_SIZE))
            .expect("a large file");
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }

    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask_framed("", method, path, headers)
    }

    /// Asks an app that `ancestors` may frame.
    pub fn ask_framed(
        &self,
        ancestors: &str,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
    ) -> Answer {
        let ancestors = FrameAncestors::parse(ancestors).expect("ancestors");
        ask(balie::app::app(&self.data(), &ancestors), method, path, headers)
    }
}

/// Asks this app, without a socket, so that nothing tidies the path up on its way.
pub fn ask(app: Router, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    block_on(answer(app, request.body(Body::empty()).expect("a request")))
}

/// What this app answers.
pub async fn answer(app: Router, request: Request<Body>) -> Answer {
    let response = app.oneshot(request).await.expect("never fails");
    let (head, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("a whole body");
    Answer {
        status: head.status,
        headers: head.headers,
        body: String::from_utf8(body.to_vec()).expect("text"),
    }
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).expect(&self.body)
    }

    /// The one value of this header, or nothing.
    pub fn header(&self, name: &str) -> Option<&str> {
        let values: Vec<_> = self.headers.get_all(name).iter().collect();
        assert!(values.len() <= 1, "{name} is there more than once");
        values.first().map(|it| it.to_str().expect("text"))
    }
}

pub fn put(directory: &Path, path: &str, content: &str) {
    let file = directory.join(path.trim_start_matches('/'));
    fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
    fs::write(file, content).expect("a file");
}

pub fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(work)
}
