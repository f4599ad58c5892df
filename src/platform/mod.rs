//! What only a browser can do, one small file per ability. Each takes and gives
//! plain values, so that nothing below knows of a browser.
//! Absent: "Snel weg" (`leave.js`) and starting up (`start.js`), which must work
//! before this program is there.

pub mod clock;
pub mod document;
pub mod fetch;
pub mod history;
pub mod random;
pub mod request;
pub mod scripts;
pub mod storage;
