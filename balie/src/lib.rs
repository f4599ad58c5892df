//! The desk of Wijkdeur: it serves the published app, and takes requests of residents to be
//! contacted. What it says it has, it has: a request is on the disk before it is answered.
//!
//! Read in this order: [`arguments`] (what it was told), [`serving`] (from a free port to a
//! quiet stop), [`connections`] (room for the next one), [`app`] (one request, one response),
//! and then the rules that a response keeps: [`addresses`], [`paths`], [`tags`], [`caching`], [`headers`],
//! [`ancestors`].
//!
//! A request to be contacted goes through [`api`] (its form), [`desk`] (once, under its
//! key), [`sealing`] (unreadable without a key of [`keys`]), [`writer`] (many in one write)
//! and [`store`] (SQLite or PostgreSQL). From there [`outbox`] hands it to [`delivery`].
//! [`commands`] are for who looks after it, [`checking`] for who sets it up; [`health`] and [`metrics`] for who watches.
//!
//! Absent on purpose:
//! - **A log of visitors.** No address, path, or header of a request is written
//!   anywhere. Who asked for which help is nobody's business. What a request says stands
//!   in the store, sealed, until some time after it was delivered.
//! - **TLS.** The desk stands behind a proxy that has it; by default it listens on this
//!   machine only.
//! - **Memory of the published files.** Each request looks its file up by path, so
//!   that a new publish counts from the next request on.

pub mod addresses;
pub mod ancestors;
pub mod api;
pub mod app;
pub mod arguments;
pub mod caching;
pub mod checking;
pub mod commands;
pub mod connections;
mod content;
pub mod delivery;
pub mod desk;
pub mod headers;
pub mod health;
mod hex;
pub mod keys;
pub mod metrics;
pub mod opening;
pub mod outbox;
pub mod paths;
pub mod privacy;
pub mod reference;
pub mod said;
pub mod sealing;
pub mod security;
pub mod serving;
pub mod store;
pub mod sweeping;
pub mod tags;
pub mod towns;
pub mod trouble;
pub mod writer;
