//! The second program for a browser: a request to be contacted (`view::request`).

fn main() {
    #[cfg(target_arch = "wasm32")]
    wijkdeur::view::request::start();
}
