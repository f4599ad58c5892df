//! Tables of others, brought into the files that people edit.
//!
//! A table is read row by row and every row that cannot be used is named. What it says is
//! put into the text of a file, and all else in that text stays as somebody wrote it.
//!
//! Absent: the file system (`author` opens and writes), and what is a mistake in the result:
//! `authored` judges it like anything else.

mod addresses;
mod bad_rows;
mod cbs;
mod encoding;
mod layout;
mod names;
mod patch;
mod ranges;
mod separator;
mod sheet;
mod six;

pub use addresses::{Addresses, read};
pub use bad_rows::BadRows;
pub use cbs::{Rebuilt, rebuild};
pub use encoding::text_of;
pub use names::{Names, names};
pub use sheet::{Fault, Filled, Ground, fill, template};
pub(super) use six::span;
