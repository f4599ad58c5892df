//! Rows of a table that cannot be used: the first by name, the others by number.

use std::collections::BTreeMap;
use std::fmt;

/// Rows that are named one by one.
const MOST_NAMED: usize = 20;

/// Rows that cannot be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BadRows {
    named: Vec<String>,
    /// Of those that are not named: how many have which fault.
    others: BTreeMap<&'static str, u64>,
    /// How many there are.
    pub count: u64,
}

impl BadRows {
    /// Adds a row by its line: what kind of value is wrong in it, and what stands there.
    pub(super) fn add(&mut self, line: u64, what: &'static str, found: &[u8]) {
        self.count += 1;
        if self.named.len() < MOST_NAMED {
            let found = String::from_utf8_lossy(found);
            self.named.push(format!("regel {line}: ‘{found}’ is geen {what}"));
        } else {
            *self.others.entry(what).or_default() += 1;
        }
    }
}

impl fmt::Display for BadRows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.named {
            writeln!(f, "{line}")?;
        }
        for (what, count) in &self.others {
            writeln!(f, "en nog {count} regels zonder {what}")?;
        }
        Ok(())
    }
}
