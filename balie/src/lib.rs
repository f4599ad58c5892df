//! The desk of Wijkdeur. For now it serves the published app and nothing else.
//!
//! Read in this order: [`arguments`] (what it was told), [`serving`] (from a free
//! port to a quiet stop), [`app`] (one request, one response), and then the four
//! rules that a response keeps: [`paths`], [`caching`], [`headers`], [`ancestors`].
//!
//! Absent on purpose:
//! - **A log of visitors.** No address, path, or header of a request is written
//!   anywhere. Who asked for which help is nobody's business.
//! - **TLS and time limits on slow clients.** The desk stands behind a proxy that
//!   has both; by default it listens on this machine only.
//! - **Memory of the published files.** Each request looks its file up by path, so
//!   that a new publish counts from the next request on.

pub mod ancestors;
pub mod app;
pub mod arguments;
pub mod caching;
pub mod delivery;
pub mod headers;
pub mod paths;
pub mod serving;
