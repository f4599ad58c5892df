//! In a browser: mount the app. On the host: the author's command line.
fn main() {}
