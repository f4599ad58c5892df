//! Names in the data: of parties, wijken, areas and municipalities. Who lives there
//! knows them, so they need not be common words.

use crate::domain::{Directory, Provider};
use std::collections::HashSet;

/// The words of all names that are written with a capital.
#[derive(Default)]
pub(super) struct Names<'a>(HashSet<&'a str>);

impl<'a> Names<'a> {
    /// The names of these parties, and those in these directories.
    pub fn of(national: impl Iterator<Item = &'a Provider>, directories: &[&'a Directory]) -> Self {
        let local = directories.iter().flat_map(|directory| {
            let parties = directory.providers.iter().map(|party| party.name.as_str());
            let areas = directory.areas.iter().map(|area| area.name.as_str());
            let wijken = directory.wijken.iter().map(|wijk| wijk.name.as_str());
            parties.chain(areas).chain(wijken).chain([directory.municipality.name.as_str()])
        });
        let names = national.map(|party| party.name.as_str()).chain(local);
        Self(names.flat_map(parts).filter(|part| part.starts_with(char::is_uppercase)).collect())
    }

    /// Whether a word stands so in a name.
    pub fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split(|mark: char| !mark.is_alphanumeric() && mark != '’' && mark != '\'')
}
