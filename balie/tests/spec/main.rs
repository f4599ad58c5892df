//! What the desk promises to browsers and to who runs it.
//!
//! `site` publishes a small app and asks it in memory, `open_desk` adds a store to it;
//! `stopping` and `connections` speak over a socket, and `process` and `commands` start the real program. No
//! test depends on how fast a machine is. What is promised of a store is promised of a PostgreSQL too: the
//! tests of `store` ask one if `WIJKDEUR_TEST_POSTGRES` holds the address of a server.

mod api;
mod arguments;
mod busy;
mod caching;
mod commands;
mod connections;
mod encoding;
mod headers;
mod idempotency;
mod keys;
mod limits;
mod open_desk;
mod openapi;
mod origins;
mod outbox;
mod paths;
mod process;
mod reference;
mod said;
mod sealing;
mod security;
mod site;
mod stopping;
mod store;
mod trouble;
mod watching;
mod writer;
