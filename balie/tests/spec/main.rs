//! What the desk promises to browsers and to who runs it.
//!
//! `site` publishes a small app and asks it in memory, `open_desk` adds a store to it;
//! `stopping` and `connections` speak over a socket, and `process` and `commands` start the
//! real program. No test depends on how fast a machine is. What is promised of a store is
//! promised of an SQLite and of a PostgreSQL: the tests of `store` ask both.

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
mod opening;
mod origins;
mod outbox;
mod paths;
#[path = "../standins/postgres.rs"]
#[expect(dead_code, reason = "other tests stop it")]
mod postgres;
mod privacy;
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
