//! What a visit looks like: one file per screen. A view gets a plain value and says
//! what happened; it fetches nothing, stores nothing and decides nothing. A choice
//! that is not confirmed lives in its form and nowhere else.

mod advice;
mod app;
mod carried;
mod element;
mod parts;
mod question;
mod reach;
mod safety;
mod story;
mod talk;
mod watched;

pub use app::start;
