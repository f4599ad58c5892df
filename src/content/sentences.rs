//! Every sentence of the data that is said to a resident, in one order: what is said to
//! somebody under 18 is put in place of these, sentence by sentence.
//!
//! Absent: names of streets and places, and what the resident tells somebody else.

use crate::domain::{Directory, Provider, WmoMelding, Words};

/// What is done with a sentence.
pub(super) type Tell<'t> = dyn FnMut(&mut String) + 't;

/// Goes over the words of the catalogue.
pub(super) fn of_words(words: &mut Words, tell: &mut Tell<'_>) {
    for (_, question) in words.questions.iter_mut() {
        tell(&mut question.title);
        question.hint.iter_mut().for_each(&mut *tell);
        question.choices.iter_mut().for_each(|(_, said)| tell(said));
    }
    for (_, need) in words.needs.iter_mut() {
        tell(&mut need.label);
        need.tips.iter_mut().for_each(&mut *tell);
        need.why.iter_mut().for_each(|(_, said)| tell(said));
    }
    for (_, route) in words.routes.iter_mut() {
        tell(&mut route.name);
        tell(&mut route.does);
    }
    for (_, flag) in words.flags.iter_mut() {
        tell(&mut flag.title);
        tell(&mut flag.text);
        if let Some(uncalled) = &mut flag.uncalled {
            tell(&mut uncalled.title);
            tell(&mut uncalled.text);
        }
    }
}

/// Goes over what parties say of themselves.
pub(super) fn of_parties(parties: &mut [Provider], tell: &mut Tell<'_>) {
    for party in parties {
        let own = [&mut party.what, &mut party.cost, &mut party.apply, &mut party.wait];
        let ways = party.reach.iter_mut().map(|reach| &mut reach.about);
        own.into_iter().chain(ways).flatten().for_each(&mut *tell);
    }
}

/// Goes over the names of parties. No rule touches one; what people put in the place of a name
/// that is none, such as "Uw eigen huisarts", is said.
pub(super) fn names(parties: &mut [Provider], tell: &mut Tell<'_>) {
    parties.iter_mut().for_each(|party| tell(&mut party.name));
}

/// Goes over what one municipality says.
pub(super) fn of_directory(directory: &mut Directory, tell: &mut Tell<'_>) {
    of_parties(&mut directory.providers, tell);
    let desk = directory.municipality.desk.as_mut();
    if let Some(WmoMelding::Elsewhere(how)) = desk.map(|desk| &mut desk.wmo_melding) {
        tell(how);
    }
}
