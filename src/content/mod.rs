//! From JSON to the domain: the only place that knows file formats.
//!
//! A browser reads what was published (`bundle`) and trusts it. On a host the
//! files that people edit are read and judged (`authored`), and tables of others are
//! brought into them (`imported`).
//!
//! Absent: the file system (`author` reads files and hands over their text), the
//! network, a clock.

pub mod address;
#[cfg(not(target_arch = "wasm32"))]
mod authored;
mod bundle;
pub mod contact;
#[cfg(not(target_arch = "wasm32"))]
mod desk;
#[cfg(not(target_arch = "wasm32"))]
mod imported;
pub mod kept;
mod sentences;

#[cfg(not(target_arch = "wasm32"))]
pub use authored::{Beginning, Data, Mistake, Sayings, Todo, Written, WrittenTexts, YoungTexts};
#[cfg(not(target_arch = "wasm32"))]
pub use authored::{check, plain, sayings, schemas, todo};
#[cfg(any(feature = "request", not(target_arch = "wasm32")))]
pub use bundle::Spoken;
pub use bundle::{Beside, Bundle, FORMAT, Rest, Young};
#[cfg(not(target_arch = "wasm32"))]
pub use desk::{KEPT_DAYS, KEPT_UNDELIVERED_DAYS, Taker, Town};
#[cfg(not(target_arch = "wasm32"))]
pub use imported::read as read_addresses;
#[cfg(not(target_arch = "wasm32"))]
pub use imported::{Addresses, BadRows, Fault, Filled, Ground, Names, Rebuilt};
#[cfg(not(target_arch = "wasm32"))]
pub use imported::{fill, names, rebuild, template, text_of};
