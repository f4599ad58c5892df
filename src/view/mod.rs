//! Joins what there is to see to the browser: the visit (`app`) and a request to be contacted
//! (`request`), two programs. Leptos draws the nodes of the first, the browser itself those of
//! the second. A choice that is not confirmed lives in its form and nowhere else.
//!
//! Absent: what a screen says (`screens`).

#[cfg(feature = "app")]
mod app;
#[cfg(feature = "app")]
mod drawn;
#[cfg(feature = "app")]
mod island;

mod heard;

#[cfg(feature = "request")]
mod built;
#[cfg(feature = "request")]
pub mod request;

#[cfg(feature = "app")]
pub use app::start;
