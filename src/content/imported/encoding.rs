//! The text of a file of which nobody says how it is written: a spreadsheet writes UTF-8
//! with or without a mark before it, UTF-16, or the code page of Windows.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The text in these bytes. What is no UTF-8 can always be read as Windows-1252.
pub fn text_of(bytes: &[u8]) -> String {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let plain = if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 };
    let (text, ..) = marked.unwrap_or(plain).decode(bytes);
    text.into_owned()
}
