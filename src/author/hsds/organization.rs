//! A party, as an organization.

use super::Town;
use super::fact::{code, fact, sources};
use super::id::{below, organization as id_of};
use super::records::{Contact, Organization, OrganizationIdentifier, Url};
use super::way::Way;
use crate::domain::{Provider, ProviderKind};

/// The party itself, with its sites and mailboxes.
pub(super) fn organization(town: &Town<'_>, party: &Provider, ways: &[Way<'_>]) -> Organization {
    let id = id_of(town.directory, party);
    let own = &town.directory.municipality;
    let mut sites: Vec<Url> = ways.iter().filter_map(|way| way.url(town)).collect();
    let mut mailboxes: Vec<Contact> = ways.iter().filter_map(|way| way.contact(town)).collect();
    let website = sites.first().map(|site| site.url.clone());
    let email = mailboxes.first().map(|mailbox| mailbox.email.clone());
    // The first has a field of its own; it stands here too if there is more to say of it.
    if sites.first().is_some_and(|site| site.label.is_none() && site.attributes.is_empty()) {
        sites.remove(0);
    }
    if mailboxes.first().is_some_and(|mailbox| mailbox.attributes.is_empty()) {
        mailboxes.remove(0);
    }
    // A team that is the municipality itself is a part of it.
    let parent = town
        .directory
        .entrance()
        .filter(|entrance| party.municipal && entrance.kind == ProviderKind::Municipality);
    let decides = party.may_decide.then_some(true);
    let facts = [fact(id, "kind", code(party.kind)), fact(id, "may_decide", decides)];
    Organization {
        id,
        name: party.name.clone(),
        alternate_name: own
            .demonstration
            .then(|| format!("{} ({})", party.name, town.texts.pages.demonstration())),
        description: party.what.clone().unwrap_or_else(|| in_words(party.kind).to_owned()),
        email,
        website,
        additional_websites: sites,
        contacts: mailboxes,
        parent_organization_id: parent.map(|parent| id_of(town.directory, parent)),
        organization_identifiers: vec![OrganizationIdentifier {
            id: below(id, "identifier", "wijkdeur"),
            identifier_type: "Wijkdeur".to_owned(),
            identifier: format!("{}/{}", own.id, party.id),
        }],
        attributes: facts
            .into_iter()
            .flatten()
            .chain(sources(id, &party.source, party.source_date.as_ref()))
            .collect(),
    }
}

/// What is known of a party of which nobody wrote what one finds there: HSDS wants that said.
fn in_words(kind: ProviderKind) -> &'static str {
    match kind {
        ProviderKind::Team => "Een wijkteam.",
        ProviderKind::Municipality => "De gemeente, of een loket van de gemeente.",
        ProviderKind::Professional => "Een organisatie met betaalde medewerkers.",
        ProviderKind::Volunteers => "Een organisatie van vrijwilligers.",
        ProviderKind::Residents => "Een groep of plek van bewoners.",
        ProviderKind::SelfOrganisation => "Een organisatie van mensen met dezelfde achtergrond.",
        ProviderKind::Faith => "Een geloofsgemeenschap.",
        ProviderKind::Sports => "Een sportclub.",
        ProviderKind::National => "Een loket voor heel Nederland.",
        ProviderKind::Crisis => "Een lijn bij gevaar.",
    }
}
