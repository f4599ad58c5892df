//! In a browser: mount the app. On the host: the author's command line.

#[cfg(target_arch = "wasm32")]
fn main() {
    wijkdeur::view::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    wijkdeur::author::run(std::env::args_os())
}
