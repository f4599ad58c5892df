//! The files that people edit: read, and every mistake in them reported at once.
//!
//! Two steps. The *shape* of each file is judged by a schema made from the domain
//! types; whatever has a wrong shape is left out, and the *meaning* of the rest is
//! judged over the whole set: names that refer to nothing, kinds of help that
//! nobody gives, words nobody wrote. So one run finds the mistakes of both kinds.
//!
//! Absent: deciding what is true. What is not known yet is no mistake but a thing
//! to do (`todo`).

mod alternatives;
mod beginning;
mod check;
mod formats;
mod freshness;
mod gaps;
mod meaning;
mod mistake;
mod outline;
pub mod plain;
mod pointer;
mod rest;
mod schema;
mod sentence;
mod shape;
mod source;
mod spelling;
mod texts;
mod todo;
mod young;

pub use beginning::{Beginning, NO_TABLE};
pub use check::{Data, check};
pub use mistake::Mistake;
pub use schema::{Written, schemas};
pub use texts::WrittenTexts;
pub use todo::{Todo, todo};
pub use young::{Sayings, YoungTexts, sayings};

pub(super) use meaning::phone_wrong;
pub(super) use spelling::perhaps;
