//! Ways to reach a party: numbers, places, sites and mailboxes.

use super::Town;
use super::area::areas;
use super::fact::{code, fact, sources};
use super::id::{below, municipality};
use super::records::*;
use super::schedule::schedules;
use crate::domain::{Channel, Provider, Reach, Scope, site};
use crate::texts::Texts;
use uuid::Uuid;

/// One way to reach a party, with its id.
pub(super) struct Way<'a> {
    id: Uuid,
    reach: &'a Reach,
    party: &'a Provider,
    texts: &'a Texts,
}

/// Every way, in the party's own order. An id goes by what a way says and not by its place
/// in the list, so that a way put in front leaves the others as they are; only ways that say
/// the same are counted.
pub(super) fn ways<'a>(town: &Town<'a>, organization: Uuid, party: &'a Provider) -> Vec<Way<'a>> {
    let mut ways: Vec<Way<'a>> = Vec::new();
    for reach in &party.reach {
        let same =
            |way: &&Way<'_>| (way.reach.channel, &way.reach.value) == (reach.channel, &reach.value);
        let name = format!("{}/{}", reach.value, ways.iter().filter(same).count());
        let kind = code(reach.channel).unwrap_or_default();
        ways.push(Way {
            id: below(organization, &kind, &name),
            reach,
            party,
            texts: &town.texts.visit,
        });
    }
    ways
}

impl Way<'_> {
    /// As a number to call.
    pub(super) fn phone(&self, town: &Town<'_>) -> Option<Phone> {
        (self.reach.channel == Channel::Phone).then(|| Phone {
            id: self.id,
            number: self.reach.value.clone(),
            kind: "voice",
            description: self.about(),
            attributes: self.attributes(town),
        })
    }

    /// As a site to open.
    pub(super) fn url(&self, town: &Town<'_>) -> Option<Url> {
        (self.reach.channel == Channel::Website).then(|| Url {
            id: self.id,
            label: self.about(),
            url: uri(&self.reach.value),
            attributes: self.attributes(town),
        })
    }

    /// As a mailbox.
    pub(super) fn contact(&self, town: &Town<'_>) -> Option<Contact> {
        (self.reach.channel == Channel::Email).then(|| Contact {
            id: self.id,
            email: self.reach.value.clone(),
            attributes: fact(self.id, "about", self.about())
                .into_iter()
                .chain(self.attributes(town))
                .collect(),
        })
    }

    /// As a place where a service is given.
    pub(super) fn place(&self, town: &Town<'_>, service: Uuid) -> Option<ServiceAtLocation> {
        let location = self.location(town)?;
        let scope = self.reach.scope.as_ref();
        Some(ServiceAtLocation {
            id: below(service, "location", &self.id.to_string()),
            description: self.about(),
            service_areas: scope.map(|scope| areas(town, self.id, scope)).unwrap_or_default(),
            schedules: self.schedules(),
            location,
            attributes: self.closed().chain(self.provenance()).collect(),
        })
    }

    /// When it can be used, where it is no place.
    pub(super) fn hours(&self) -> Vec<Schedule> {
        if location_type(self.reach.channel).is_some() { Vec::new() } else { self.schedules() }
    }

    fn schedules(&self) -> Vec<Schedule> {
        schedules(self.texts, self.id, &self.attending(), self.reach)
    }

    fn attending(&self) -> String {
        let Reach { channel, value, by_appointment, .. } = self.reach;
        let way = match channel {
            Channel::Phone => self.texts.call(value),
            channel => format!("{}: {value}", self.texts.channel(*channel)),
        };
        if *by_appointment { format!("{way}. {}", self.texts.by_appointment()) } else { way }
    }

    /// Parties in one building share its location.
    fn location(&self, town: &Town<'_>) -> Option<Location> {
        let location_type = location_type(self.reach.channel)?;
        let Reach { channel, value, located, .. } = self.reach;
        let wijk = located.as_ref().map(|code| code.as_str());
        let kind = code(channel).unwrap_or_default();
        let key = format!("{kind}/{value}/{}", wijk.unwrap_or_default());
        let id = below(municipality(town.directory), "location", &key);
        let name = &town.directory.municipality.name;
        let wheelchair = self.wheelchair(town);
        let accessibility = wheelchair.map(|can| Accessibility {
            id: below(id, "accessibility", "wheelchair"),
            description: self.texts.wheelchair(usize::from(can)).to_owned(),
        });
        Some(Location {
            id,
            location_type,
            url: (*channel == Channel::Chat).then(|| uri(value)),
            name: value.clone(),
            description: located
                .as_ref()
                .and_then(|code| town.directory.wijk(code))
                .map(|wijk| format!("In de wijk {}, {name}.", wijk.name)),
            accessibility: accessibility.into_iter().collect(),
            attributes: fact(id, "wijk", wijk)
                .into_iter()
                .chain(fact(id, "wheelchair", wheelchair))
                .collect(),
        })
    }

    /// Whether somebody in a wheelchair gets into its location, if any party there says so.
    fn wheelchair(&self, town: &Town<'_>) -> Option<bool> {
        let parties = town.directory.providers.iter();
        let here = parties.flat_map(|party| &party.reach).filter(|other| {
            (other.channel, &other.value, &other.located)
                == (self.reach.channel, &self.reach.value, &self.reach.located)
        });
        here.filter_map(|other| other.wheelchair).next()
    }

    fn about(&self) -> Option<String> {
        let appointment = self.reach.by_appointment.then_some(self.texts.by_appointment());
        let said: Vec<&str> = self.reach.about.as_deref().into_iter().chain(appointment).collect();
        (!said.is_empty()).then(|| said.join(". "))
    }

    fn attributes(&self, town: &Town<'_>) -> Vec<Attribute> {
        let open_to = self.reach.scope.iter().flat_map(|scope| open_to(town, self.id, scope));
        open_to.chain(self.closed()).chain(self.provenance()).collect()
    }

    /// Days on which it is closed by exception, from and until, as ISO 8601 writes that.
    fn closed(&self) -> impl Iterator<Item = Attribute> {
        let id = self.id;
        let closed = self.reach.exceptions.iter().filter(|exception| exception.open.is_none());
        closed.filter_map(move |exception| {
            fact(id, "closed", Some(format!("{}/{}", exception.from, exception.last())))
        })
    }

    /// Where it was read and when it was verified, where that is not as for the party.
    fn provenance(&self) -> impl Iterator<Item = Attribute> {
        let (own, party) = (self.reach, self.party);
        let same = own.source == party.source && own.source_date == party.source_date;
        let read = sources(self.id, &own.source, own.source_date.as_ref()).filter(move |_| !same);
        let day = own.checked.filter(|day| Some(*day) != party.checked);
        read.chain(fact(self.id, "checked", day))
    }
}

/// For whom a way is open that is no place: only a place has areas in HSDS.
fn open_to(town: &Town<'_>, way: Uuid, scope: &Scope) -> Vec<Attribute> {
    let areas = areas(town, way, scope);
    areas.into_iter().filter_map(|area| fact(way, "service_area", Some(area.name))).collect()
}

fn location_type(channel: Channel) -> Option<LocationType> {
    match channel {
        Channel::WalkIn => Some(LocationType::Physical),
        Channel::Post => Some(LocationType::Postal),
        Channel::Chat | Channel::App => Some(LocationType::Virtual),
        Channel::Phone | Channel::Email | Channel::Website => None,
    }
}

/// The address of a site, with what may not stand in a URI (RFC 3986) written as bytes.
fn uri(value: &str) -> String {
    const ALLOWED: &[u8] = b"-._~:/?#@!$&'()*+,;=%";
    let mut uri = String::new();
    for byte in site(value).bytes() {
        if byte.is_ascii_alphanumeric() || ALLOWED.contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}
