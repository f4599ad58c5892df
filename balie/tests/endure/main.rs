//! What the desk goes through without losing a request or delivering one twice: the real
//! program, killed, stopped, out of room, without its database, without its receivers.
//!
//! Nothing here measures speed. Where something is drawn by lot, the seed is printed.

mod away;
mod desk;
mod full;
mod killed;
mod load;
mod malformed;
mod raw;
mod receiver;
mod stopped;
mod two;

#[path = "../standins/postgres.rs"]
mod postgres;
