//! Servers of receivers, played on this machine: they refuse what the real ones refuse, and
//! can be told to fail at any point.
//!
//! Each runs on a thread of its own until it is dropped, so that a test without a runtime
//! and a program under test can use it alike. Absent: what is in front of a real one
//! (proxies, queues, filters).

pub mod certificates;
pub mod listening;
pub mod mail;
pub mod openklant;
pub mod smtp;
pub mod webhook;
