//! Places to go to: of one building only one thing is true.

use super::Found;
use crate::content::authored::spelling::quoted;
use crate::domain::{Channel, Directory, Reach};

/// Judges what parties at one address say of it.
pub(super) fn judge(directory: &Directory, found: &mut Found<'_>) {
    let parties = directory.providers.iter().enumerate();
    let ways = parties.flat_map(|(party, each)| {
        let ways = each.reach.iter().enumerate();
        ways.map(move |(way, reach)| (format!("/providers/{party}/reach/{way}"), reach))
    });
    let mut known: Vec<&Reach> = Vec::new();
    for (at, reach) in ways.filter(|(_, reach)| reach.channel == Channel::WalkIn) {
        let Some(can) = reach.wheelchair else { continue };
        let here =
            |other: &&&Reach| (&other.value, &other.located) == (&reach.value, &reach.located);
        match known.iter().find(here) {
            Some(other) if other.wheelchair != Some(can) => found.add(
                at + "/wheelchair",
                format!(
                    "van {} staat hierboven het tegendeel; laat staan wat klopt",
                    quoted(&reach.value)
                ),
            ),
            Some(_) => {}
            None => known.push(reach),
        }
    }
}
