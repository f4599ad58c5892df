//! A list as data for machines: schema.org terms in JSON-LD, inside the page. What is
//! not known is absent; hours that schema.org cannot say (in even weeks, say) are too.
//!
//! <https://schema.org/Organization>, <https://schema.org/ContactPoint>,
//! <https://schema.org/OpeningHoursSpecification>

use super::Listed;
use super::entry::Around;
use crate::domain::{Channel, Day, Hours, Level, ProviderKind, Reach, Status, Weeks, site};
use maud::{Markup, PreEscaped, html};
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
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Opening {
    #[serde(rename = "@type")]
    kind: &'static str,
    day_of_week: Vec<&'static str>,
    opens: String,
    closes: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_through: Option<String>,
}

/// The parties of a list, for the head of its page. An invented place says nothing: no
/// machine should take it for real.
pub(super) fn data(around: &Around<'_>, all: &[Listed<'_>]) -> Markup {
    if around.directory.municipality.demonstration {
        return html! {};
    }
    let graph = Graph {
        context: "https://schema.org",
        graph: all.iter().map(|listed| organization(*listed, around)).collect(),
    };
    // Nothing in a text may end the element it stands in.
    let json = serde_json::to_string(&graph).unwrap_or_default().replace('<', "\\u003c");
    html! { script type="application/ld+json" { (PreEscaped(json)) } }
}

fn organization<'d>(listed: Listed<'d>, around: &Around<'d>) -> Organization<'d> {
    let party = listed.party;
    let open = around.open(party);
    let first = |channel| open.iter().find(|reach| reach.channel == channel).copied();
    let of = |channel| open.iter().filter(move |reach| reach.channel == channel).copied();
    let value = |reach: &'d Reach| reach.value.as_str();
    let openings = |hours| match party.status {
        Status::Active => openings(hours),
        _ => Vec::new(),
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
                hours_available: openings(&reach.hours),
            })
            .collect(),
        location: of(Channel::WalkIn)
            .map(|reach| Location {
                kind: "Place",
                address: &reach.value,
                opening_hours_specification: openings(&reach.hours),
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
            opens: clock(&hours.opens_at.to_string()),
            closes: clock(&hours.closes_at.to_string()),
            valid_from: hours.valid_from.map(|day| day.to_string()),
            valid_through: hours.valid_until.map(|day| day.to_string()),
        })
        .collect()
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
