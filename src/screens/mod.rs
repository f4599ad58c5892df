//! What residents see: one file per screen, each made from a plain value. A screen decides
//! nothing and knows no browser; what pressing it tells is an event of the visit
//! (`wizard::Event`) or of a request (`request::Happened`).
//!
//! They belong to two programs: the visit (`shown`), and a request to be contacted (`request`).

mod advice;
mod carried;
mod contact;
pub mod parts;
mod question;
mod reach;
#[cfg(any(feature = "request", not(target_arch = "wasm32")))]
pub mod request;
mod safety;
mod shown;
mod story;
mod talk;
mod watched;

pub use parts::notice;
pub use shown::shown;

use crate::wizard::Event;

/// Part of a screen of the visit.
pub type Node = crate::node::Node<Event>;

/// What stands inside an element of such a screen.
pub type Inside = crate::node::Inside<Event>;
