//! What a visit looks like: one file per screen. A view gets a plain value and says
//! what happened; it fetches nothing, stores nothing and decides nothing. A choice
//! that is not confirmed lives in its form and nowhere else.
//!
//! They belong to two programs: the visit (`app`) and a request to be contacted (`request`).

#[cfg_attr(not(feature = "app"), expect(dead_code, reason = "a request needs half of it"))]
mod element;
#[cfg_attr(not(feature = "app"), expect(dead_code, reason = "a request needs half of it"))]
mod parts;

#[cfg(feature = "app")]
mod advice;
#[cfg(feature = "app")]
mod app;
#[cfg(feature = "app")]
mod carried;
#[cfg(feature = "app")]
mod contact;
#[cfg(feature = "app")]
mod drawn;
#[cfg(feature = "app")]
mod question;
#[cfg(feature = "app")]
mod reach;
#[cfg(feature = "app")]
mod safety;
#[cfg(feature = "app")]
mod story;
#[cfg(feature = "app")]
mod talk;
#[cfg(feature = "app")]
mod watched;

#[cfg(feature = "request")]
mod asking;
#[cfg(feature = "request")]
mod built;
#[cfg(feature = "request")]
mod field;
#[cfg(feature = "request")]
pub mod request;

#[cfg(feature = "app")]
pub use app::start;
