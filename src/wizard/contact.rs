//! From the visit to a request to be contacted: who would get it, and what is known for it.

use super::path::{Path, Step};
use super::stand::On;
use super::story::story;
use super::{Effect, Wizard, said};
use crate::domain::{
    AgeGroup, Directory, Door, Facts, ProviderId, Receiver, Told, Where, Who, WmoMelding,
};
use crate::request::{Context, Stage};

impl Wizard {
    pub(super) fn contact_at(&mut self, stage: Stage) -> Vec<Effect> {
        self.visit.contacted = true;
        self.go_aside(On::Contact(stage))
    }

    /// Whether there may be a request that is not sent yet.
    pub fn contacted(&self) -> bool {
        self.visit.contacted
    }
}

/// What is known for a request; nothing where no desk takes it: in this municipality, or
/// for somebody in another one.
pub(super) fn context(wizard: &Wizard, path: &Path<'_>) -> Option<Context> {
    let bundle = &wizard.bundle;
    let facts = &path.facts;
    let town = &bundle.directory.municipality;
    let desk = town.desk.as_ref().filter(|_| facts.place != Where::Elsewhere)?;
    let advised = matches!(wizard.step(path), Step::Advice);
    let discreet = !facts.flags.is_empty();
    let mut lines = facts.flags.iter().flat_map(|flag| &flag.lines);
    let private = lines.any(|line| bundle.catalogue.route(line).is_some_and(|it| it.private));
    let wijk = match &facts.place {
        Where::In(wijken) if wijken.len() == 1 => bundle.directory.wijk(wijken[0]),
        _ => None,
    };
    let provider = if advised { taker(wizard, facts, &bundle.directory) } else { None };
    let receiver =
        provider.as_ref().map_or(bundle.directory.entrance(), |id| bundle.directory.provider(id));
    let story = match wizard.visit.story.written() {
        Some(written) => written.to_owned(),
        // After a flag they decide themselves what to write down.
        None if advised && !discreet => story(facts, bundle),
        None => String::new(),
    };
    let told = facts.told(&bundle.catalogue).map(|(question, answer)| Told {
        question: bundle.question_title(question).to_owned(),
        answer: said(question, answer, bundle),
    });
    Some(Context {
        municipality: town.slug.clone(),
        town: town.name.clone(),
        demonstration: town.demonstration,
        needs_permission: bundle.directory.receiver(provider.as_ref()) == Receiver::Other,
        provider,
        receiver: receiver.map(|party| party.name.clone()).unwrap_or_default(),
        working_days: desk.working_days,
        wmo_melding: facts.asks_wmo() && desk.wmo_melding == WmoMelding::Counts,
        melding_elsewhere: match &desk.wmo_melding {
            WmoMelding::Elsewhere(how) if facts.asks_wmo() => Some(how.clone()),
            _ => None,
        },
        discreet,
        private,
        wijk: wijk.map(|wijk| wijk.name.clone()).unwrap_or_default(),
        young: facts.young,
        under_16: match facts.age(Who::Person(0)) {
            Some(age) => age < AgeGroup::From16To17,
            None => facts.young,
        },
        child: facts.age(Who::Person(1)).is_some() && !facts.young,
        story,
        told: told.collect(),
    })
}

/// The first of the advice who takes requests; nobody: the general entrance does.
fn taker(wizard: &Wizard, facts: &Facts<'_>, directory: &Directory) -> Option<ProviderId> {
    let advice = wizard.advice(facts);
    let doors = [Some(&advice.lead), advice.team.as_ref()].into_iter().flatten();
    doors.map(|contact| contact.door()).find_map(|door| match door {
        Door::Party(id) if directory.receiver(Some(&id)) != Receiver::Unknown => Some(id),
        Door::Party(_) | Door::Kind(_) => None,
    })
}
