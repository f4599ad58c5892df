//! One mistake in the data, with its place, in words its author understands.

use std::fmt;

/// Something in the data that has to be put right before it can be published.
///
/// The order is the order of reading: by file, then from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// The file, relative to the directory of the data.
    pub file: String,
    /// The line on which it stands, counted from 1; 0: the file as a whole.
    pub line: usize,
    /// The place on that line, counted from 1.
    pub column: usize,
    /// The value it is about (RFC 6901); empty: the file as a whole.
    pub pointer: String,
    /// What is wrong and what to do, in one plain Dutch sentence.
    pub message: String,
}

impl Mistake {
    /// A mistake about a file as a whole.
    pub(super) fn of_file(file: &str, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line: 0,
            column: 0,
            pointer: String::new(),
            message: message.into(),
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, pointer, message, .. } = self;
        write!(f, "{file}#{pointer}: {message}")?;
        if *line > 0 {
            write!(f, " (regel {line})")?;
        }
        Ok(())
    }
}
