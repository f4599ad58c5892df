//! What the desk promises to browsers and to who runs it.
//!
//! `site` publishes a small app and asks it in memory; `stopping` speaks over a
//! socket, and `process` starts the real program. No test reads a clock.

mod arguments;
mod caching;
mod encoding;
mod headers;
mod paths;
mod process;
mod site;
mod stopping;
