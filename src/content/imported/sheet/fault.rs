//! What in a table cannot be used.

use super::columns::Column;
use std::fmt;

/// A cell that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Its row, as a spreadsheet counts them: the headings are row 1.
    pub row: u64,
    /// Its column; nothing: the row as a whole.
    pub(super) column: Option<Column>,
    /// What is wrong and what to do.
    pub message: String,
}

impl Fault {
    /// Whether it lies in the same cell as another.
    pub fn is_beside(&self, other: &Self) -> bool {
        (self.row, self.column) == (other.row, other.column)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "rij {}", self.row)?;
        if let Some(column) = self.column {
            write!(f, ", kolom {}", column.heading())?;
        }
        write!(f, ": {}", self.message)
    }
}
