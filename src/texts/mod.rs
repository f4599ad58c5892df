//! What the interface itself says. The texts are data (`public/data/texts`): a table holds
//! them in the order of its keys, and each key is a method here, with a value for each hole.
//! Words about needs are data too (`domain::Words`).
//!
//! Absent: the texts, and reading or judging their files (`content`).

mod days;
#[cfg(not(target_arch = "wasm32"))]
mod interface;
#[cfg(not(target_arch = "wasm32"))]
mod pages;
mod phrases;
#[cfg(any(feature = "request", not(target_arch = "wasm32")))]
mod request;
mod visit;
#[cfg(not(target_arch = "wasm32"))]
mod young;

#[cfg(not(target_arch = "wasm32"))]
pub use interface::Interface;
#[cfg(not(target_arch = "wasm32"))]
pub use pages::PageTexts;
#[cfg(not(target_arch = "wasm32"))]
pub use phrases::Key;
#[cfg(any(feature = "request", not(target_arch = "wasm32")))]
pub use request::RequestTexts;
pub use visit::Texts;
#[cfg(not(target_arch = "wasm32"))]
pub use young::to_young;
