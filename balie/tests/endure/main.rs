//! What the desk goes through without losing a request or delivering one twice: the real
//! program, killed, stopped, out of room, without its database, without its receivers.
//!
//! Nothing here measures speed. Where something is drawn by lot, the seed is printed.

mod away;
mod backup;
mod crowd;
mod desk;
mod full;
mod killed;
mod load;
mod mail;
mod malformed;
mod openklant;
mod raw;
mod receiver;
mod stopped;
mod two;

#[path = "../standins/postgres.rs"]
mod postgres;

#[path = "../standins/mod.rs"]
#[expect(dead_code, reason = "other tests ask more of them")]
mod standins;
