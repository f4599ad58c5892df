//! What people say better to somebody under 18 than the rules do. Whether it is still said is
//! the work of `wijkdeur young`, which knows all texts.

use super::Set;
use crate::content::authored::plain::unknown;
use crate::content::authored::pointer::step;
use crate::content::authored::shape::Fault;
use crate::content::authored::spelling::quoted;
use crate::content::authored::texts::holes;
use crate::content::authored::young::YoungTexts;
use crate::texts::to_young;

/// Judges the corrections in a file.
pub(super) fn judge(young: &YoungTexts, set: &Set<'_>) -> Vec<Fault> {
    let national = set.catalogue.into_iter().flat_map(|catalogue| &catalogue.national);
    let local = set.directories.iter().flat_map(|(_, directory)| &directory.providers);
    let names: Vec<&String> = national.chain(local).map(|party| &party.name).collect();
    let mut faults = Vec::new();
    for (text, said) in &young.corrected {
        let mut add = |message: String| {
            faults.push(Fault { pointer: step("/corrected", text), message });
        };
        // No rule touches a name.
        if *said == to_young(text) && !names.contains(&text) {
            add("zo wordt het al gezegd; haal deze regel weg".to_owned());
        }
        if to_young(said) != *said {
            add("hier staat nog u of uw; zeg je".to_owned());
        }
        if holes(text).ok().map(sorted) != holes(said).ok().map(sorted) {
            add("hier hoort hetzelfde ingevuld te worden als in de zin met u".to_owned());
        }
        for word in unknown(text, said) {
            add(format!("{} is geen gewoon woord; schrijf het anders", quoted(&word)));
        }
    }
    faults
}

fn sorted(mut holes: Vec<&str>) -> Vec<&str> {
    holes.sort_unstable();
    holes
}
