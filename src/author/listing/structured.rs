//! A list as data for machines: schema.org terms in JSON-LD, inside the page. What is
//! not known is absent; what schema.org has no term for is too: hours in even weeks, say, or
//! how long people wait.
//!
//! <https://schema.org/Organization>, <https://schema.org/ContactPoint>,
//! <https://schema.org/Place>, <https://schema.org/OpeningHoursSpecification>

use super::Listed;
use super::entry::Around;
use crate::author::page::{Node, tag};
use crate::author::usual::usual;
use crate::domain::{
    Channel, Day, Exception, Hours, Level, ProviderKind, Reach, Status, Weeks, site,
};
use crate::node::inside;
use serde::Serialize;

#[derive(Serialize)]
struct Graph<'d> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Organization<'d>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Organization<'d> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'d str>,
    area_served: Area<'d>,
    #[serde(skip_serializing_if = "Option::is_none")]
    telephone: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    knows_language: Vec<&'d str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contact_point: Vec<ContactPoint<'d>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    location: Vec<Location<'d>>,
}

#[derive(Serialize)]
struct Area<'d> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'d str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ContactPoint<'d> {
    #[serde(rename = "@type")]
    kind: &'static str,
    telephone: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'d str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hours_available: Vec<Opening>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'d> {
    #[serde(rename = "@type")]
    kind: &'static str,
    address: &'d str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    opening_hours_specification: Vec<Opening>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    special_opening_hours_specification: Vec<Opening>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amenity_feature: Option<Feature>,
}

/// Whether a place has something; schema.org leaves its name to who says it.
#[derive(Serialize)]
struct Feature {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'static str,
    value: bool,
}

/// A place is closed on days of which nothing says when it opens.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Opening {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    day_of_week: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opens: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closes: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_through: Option<String>,
}

/// The parties of a list, for the head of its page. An invented place says nothing: no
/// machine should take it for real.
pub(super) fn data(around: &Around<'_>, all: &[Listed<'_>]) -> Option<Node> {
    if around.directory.municipality.demonstration {
        return None;
    }
    let graph = Graph {
        context: "https://schema.org",
        graph: all.iter().map(|listed| organization(*listed, around)).collect(),
    };
    // Nothing in a text may end the element it stands in.
    let json = serde_json::to_string(&graph).unwrap_or_default().replace('<', "\\u003c");
    Some(tag("script", [("type", "application/ld+json")], inside![json]))
}

fn organization<'d>(listed: Listed<'d>, around: &Around<'d>) -> Organization<'d> {
    let party = listed.party;
    let open = around.open(party);
    let first = |channel| open.iter().find(|reach| reach.channel == channel).copied();
    let of = |channel| open.iter().filter(move |reach| reach.channel == channel).copied();
    let value = |reach: &'d Reach| reach.value.as_str();
    let active = party.status == Status::Active;
    let special = |reach: &Reach| -> Vec<Opening> {
        around.to_come(reach).filter(|_| active).map(special).collect()
    };
    // A number has no hours for days that differ: its usual week ends before them.
    let called = |reach: &Reach| {
        let to_come = |hours: &Hours| hours.valid_until.is_none_or(|last| around.today <= last);
        let usual = usual(reach).into_iter().map(|(_, hours)| hours);
        let usual: Vec<Hours> = usual.filter(to_come).collect();
        let open = special(reach).into_iter().filter(|opening| opening.opens.is_some());
        let usual = openings(if active { &usual } else { &[] });
        usual.into_iter().chain(open).collect::<Vec<_>>()
    };
    let city = around.directory.municipality.name.as_str();
    let place = match (listed.level, around.wijk) {
        (Level::City | Level::Country, _) | (_, None) => city,
        (_, Some(wijk)) => wijk.name.as_str(),
    };
    Organization {
        kind: kind(party.kind),
        name: &party.name,
        description: party.what.as_deref(),
        area_served: Area { kind: "AdministrativeArea", name: place },
        telephone: first(Channel::Phone).map(value),
        email: first(Channel::Email).map(value),
        url: first(Channel::Website).map(|reach| site(&reach.value)),
        knows_language: party.languages.iter().map(String::as_str).collect(),
        contact_point: of(Channel::Phone)
            .map(|reach| ContactPoint {
                kind: "ContactPoint",
                telephone: &reach.value,
                description: reach.about.as_deref(),
                hours_available: called(reach),
            })
            .collect(),
        location: of(Channel::WalkIn)
            .map(|reach| Location {
                kind: "Place",
                address: &reach.value,
                opening_hours_specification: openings(if active { &reach.hours } else { &[] }),
                special_opening_hours_specification: special(reach),
                amenity_feature: reach.wheelchair.map(|value| Feature {
                    kind: "LocationFeatureSpecification",
                    name: "wheelchair accessible",
                    value,
                }),
            })
            .collect(),
    }
}

fn kind(kind: ProviderKind) -> &'static str {
    match kind {
        ProviderKind::Municipality => "GovernmentOrganization",
        ProviderKind::Volunteers | ProviderKind::Residents | ProviderKind::SelfOrganisation => {
            "NGO"
        }
        ProviderKind::Sports => "SportsOrganization",
        ProviderKind::Team
        | ProviderKind::Professional
        | ProviderKind::Faith
        | ProviderKind::National
        | ProviderKind::Crisis => "Organization",
    }
}

fn openings(all: &[Hours]) -> Vec<Opening> {
    all.iter()
        .filter(|hours| hours.weeks == Weeks::Every)
        .map(|hours| Opening {
            kind: "OpeningHoursSpecification",
            day_of_week: hours.days.iter().copied().map(day).collect(),
            opens: Some(clock(&hours.opens_at.to_string())),
            closes: Some(clock(&hours.closes_at.to_string())),
            valid_from: hours.valid_from.map(|day| day.to_string()),
            valid_through: hours.valid_until.map(|day| day.to_string()),
        })
        .collect()
}

/// Some days that differ.
fn special(exception: &Exception) -> Opening {
    Opening {
        kind: "OpeningHoursSpecification",
        day_of_week: Vec::new(),
        opens: exception.open.map(|open| clock(&open.opens_at.to_string())),
        closes: exception.open.map(|open| clock(&open.closes_at.to_string())),
        valid_from: Some(exception.from.to_string()),
        valid_through: Some(exception.last().to_string()),
    }
}

/// A time as ISO 8601 writes it.
fn clock(time: &str) -> String {
    let time = time.replace('.', ":");
    if time.len() < 5 { format!("0{time}") } else { time }
}

fn day(day: Day) -> &'static str {
    match day {
        Day::Mo => "Monday",
        Day::Tu => "Tuesday",
        Day::We => "Wednesday",
        Day::Th => "Thursday",
        Day::Fr => "Friday",
        Day::Sa => "Saturday",
        Day::Su => "Sunday",
    }
}
