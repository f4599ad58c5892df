//! Where something holds, as service areas. A polygon is not known; the CBS codes are, and
//! HSDS lets an extent be text.

use super::Town;
use super::id::below;
use super::records::ServiceArea;
use crate::domain::{AreaId, Scope, WijkCode};
use uuid::Uuid;

/// The areas of a scope, for whatever they belong to.
pub(super) fn areas(town: &Town<'_>, owner: Uuid, scope: &Scope) -> Vec<ServiceArea> {
    match scope {
        Scope::Country => vec![country(owner)],
        Scope::City => vec![municipality(town, owner)],
        Scope::Areas(areas) => areas.iter().map(|id| area(town, owner, id)).collect(),
        Scope::Wijken(wijken) => wijken.iter().map(|code| wijk(town, owner, code)).collect(),
    }
}

fn country(owner: Uuid) -> ServiceArea {
    ServiceArea {
        id: below(owner, "area", "NLD"),
        name: "Nederland".to_owned(),
        description: None,
        extent: None,
        extent_type: None,
        uri: Some("http://publications.europa.eu/resource/authority/country/NLD".to_owned()),
    }
}

/// The government itself names each municipality by a URI with its CBS code (TOOI). An
/// invented one has none.
fn municipality(town: &Town<'_>, owner: Uuid) -> ServiceArea {
    let own = &town.directory.municipality;
    let uri = format!("https://identifier.overheid.nl/tooi/id/gemeente/{}", own.id.to_lowercase());
    ServiceArea {
        uri: (!own.demonstration).then_some(uri),
        ..of_codes(town, owner, &own.id, &own.name, vec![own.id.as_str()])
    }
}

fn area(town: &Town<'_>, owner: Uuid, id: &AreaId) -> ServiceArea {
    let known = town.directory.areas.iter().find(|area| area.id == *id);
    let name = known.map_or(id.as_str(), |area| &area.name);
    let wijken = town.directory.wijken.iter().filter(|wijk| wijk.areas.contains(id));
    of_codes(town, owner, id.as_str(), name, wijken.map(|wijk| wijk.code.as_str()).collect())
}

fn wijk(town: &Town<'_>, owner: Uuid, code: &WijkCode) -> ServiceArea {
    let name = town.directory.wijk(code).map_or(code.as_str(), |wijk| &wijk.name);
    of_codes(town, owner, code.as_str(), name, vec![code.as_str()])
}

fn of_codes(town: &Town<'_>, owner: Uuid, key: &str, name: &str, codes: Vec<&str>) -> ServiceArea {
    let year = town.directory.municipality.cbs_year;
    let known = !codes.is_empty();
    ServiceArea {
        id: below(owner, "area", key),
        name: name.to_owned(),
        description: known.then(|| format!("In codes van het CBS, indeling van {year}.")),
        extent: known.then(|| codes.join(", ")),
        extent_type: known.then_some("text"),
        uri: None,
    }
}
