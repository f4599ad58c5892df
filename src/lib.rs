//! Wijkdeur: one door into the help of your own neighbourhood.
//!
//! The reading order of the program: `domain` says what it is about, `content`
//! reads the data, `texts` is what the interface says, `request` is a request to be contacted,
//! `wizard` is one visit.
//! `platform` and `view` exist in a browser only, `author` on a host only. `names` is what they
//! and the scripts call each other's things.

#[cfg(not(target_arch = "wasm32"))]
pub mod author;
pub mod content;
pub mod domain;
pub mod names;
pub mod node;
pub mod request;
pub mod screens;
pub mod texts;
pub mod wizard;

#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod view;
