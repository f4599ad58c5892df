//! What the desk delivers, over which channel, and that a second attempt doubles nothing.
//!
//! Each test speaks over sockets of this machine to a server that refuses what a real one
//! refuses (`tests/standins`).

mod checking;
mod configuration;
mod drafts;
mod email;
mod email_failing;
mod letters;
mod openklant;
mod openklant_failing;
mod openklant_text;
mod openklant_versions;
mod said;
#[path = "../standins/mod.rs"]
mod standins;
mod webhook;
mod words;
