//! Which help a party gives where and when: it has to be possible there.

use super::Found;
use crate::content::authored::pointer::item;
use crate::content::authored::spelling::quoted;
use crate::domain::{Coverage, Date, Directory, Scope};

/// Where parties stand, and what they can name.
pub(super) enum Ground<'a> {
    /// Among the national parties.
    Country {
        /// The known kinds of help.
        codes: &'a [&'a str],
        /// The known needs.
        needs: &'a [&'a str],
    },
    /// In the directory of a municipality.
    Municipality {
        /// The known kinds of help, if the catalogue could be read.
        codes: Option<&'a [&'a str]>,
        /// Those of them that the country alone gives.
        locked: &'a [&'a str],
        /// The known needs, likewise.
        needs: Option<&'a [&'a str]>,
        /// The directory.
        directory: &'a Directory,
    },
}

impl Ground<'_> {
    /// Judges a coverage at a place.
    pub fn judge(&self, at: &str, coverage: &Coverage, found: &mut Found<'_>) {
        let list = at.to_owned() + "/routes";
        if coverage.routes.is_empty() {
            found.add(list.clone(), "deze lijst is leeg; noem minstens één soort hulp");
        }
        if let Some(codes) = self.codes() {
            for (index, route) in coverage.routes.iter().enumerate() {
                found.refers(item(&list, index), "de soort hulp", route.as_str(), codes);
            }
        }
        for (index, route) in coverage.routes.iter().enumerate() {
            if self.locked().contains(&route.as_str()) {
                found.add(
                    item(&list, index),
                    format!(
                        "{} is een lijn van het hele land; een partij van een gemeente komt er nooit voor in de plaats. Haal deze code weg",
                        quoted(route.as_str())
                    ),
                );
            }
        }
        in_order(at, coverage.valid_from, coverage.valid_until, found);
        if let Some(needs) = self.needs() {
            for (index, need) in coverage.needs.iter().enumerate() {
                let at = item(&(at.to_owned() + "/needs"), index);
                found.refers(at, "de behoefte", need.as_str(), needs);
            }
        }
        if let Some(through) = &coverage.through {
            let at = at.to_owned() + "/through";
            if coverage.routes.contains(through) {
                found.add(at, "hulp kan niet via zichzelf gaan; noem een andere soort hulp");
            } else if let Some(codes) = self.codes() {
                found.refers(at, "de soort hulp", through.as_str(), codes);
            }
        }
        self.scope(&(at.to_owned() + "/scope"), &coverage.scope, found);
    }

    fn codes(&self) -> Option<&[&str]> {
        match self {
            Self::Country { codes, .. } => Some(codes),
            Self::Municipality { codes, .. } => *codes,
        }
    }

    fn locked(&self) -> &[&str] {
        match self {
            Self::Country { .. } => &[],
            Self::Municipality { locked, .. } => locked,
        }
    }

    fn needs(&self) -> Option<&[&str]> {
        match self {
            Self::Country { needs, .. } => Some(needs),
            Self::Municipality { needs, .. } => *needs,
        }
    }

    /// Judges how far something reaches.
    pub fn scope(&self, at: &str, scope: &Scope, found: &mut Found<'_>) {
        match (self, scope) {
            (Self::Country { .. }, Scope::Country) | (Self::Municipality { .. }, Scope::City) => {}
            (Self::Country { .. }, _) => found.add(
                at,
                "een landelijke partij werkt in het hele land; schrijf \"scope\": \"country\"",
            ),
            (Self::Municipality { .. }, Scope::Country) => found.add(
                at,
                "een partij van het hele land hoort bij \"national\" in de catalogus; schrijf hier \"city\", \"areas\" of \"wijken\"",
            ),
            (Self::Municipality { directory, .. }, Scope::Areas(areas)) => {
                let known: Vec<&str> = directory.areas.iter().map(|area| area.id.as_str()).collect();
                let names: Vec<&str> = areas.iter().map(|area| area.as_str()).collect();
                some(&(at.to_owned() + "/areas"), "het gebied", &names, &known, found);
            }
            (Self::Municipality { directory, .. }, Scope::Wijken(wijken)) => {
                let known: Vec<&str> =
                    directory.wijken.iter().map(|wijk| wijk.code.as_str()).collect();
                let names: Vec<&str> = wijken.iter().map(|wijk| wijk.as_str()).collect();
                some(&(at.to_owned() + "/wijken"), "de wijk", &names, &known, found);
            }
        }
    }
}

/// The last day does not come before the first.
pub(super) fn in_order(at: &str, from: Option<Date>, until: Option<Date>, found: &mut Found<'_>) {
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        found.add(
            at.to_owned() + "/valid_until",
            format!("de laatste dag ({until}) ligt voor de eerste ({from}); draai ze om"),
        );
    }
}

/// A list of names that has to hold at least one, each known and only once.
fn some(at: &str, what: &str, names: &[&str], known: &[&str], found: &mut Found<'_>) {
    if names.is_empty() {
        found.add(at, "deze lijst is leeg; noem er minstens één");
    }
    for (index, name) in names.iter().enumerate() {
        found.refers(item(at, index), what, name, known);
    }
    found.distinct(what, names.iter().enumerate().map(|(index, name)| (item(at, index), *name)));
}
