//! Where something is, by the names that people use: the whole municipality, areas, *wijken*.

use super::cells::list;
use super::columns::Column;
use super::fault::Fault;
use super::table::Row;
use super::{perhaps, plain};
use crate::content::imported::layout::Laid;
use crate::domain::Directory;

/// One name in a cell.
enum Named<'d> {
    City,
    Area(&'d str),
    Wijk(&'d str),
    /// An area and a *wijk* are both called this.
    Both(String),
}

/// How far a party reaches.
pub(super) fn scope(row: &Row, town: &Directory) -> Result<Option<Laid>, Fault> {
    let Some(cell) = row.get(Column::Area) else { return Ok(None) };
    let fault = |message: String| Err(row.fault(Column::Area, message));
    let named = match list(cell, |name| named(name, town)) {
        Ok(named) => named,
        Err(unknown) => {
            let known = names(town);
            let hint = perhaps(&unknown, &known);
            return fault(format!(
                "‘{unknown}’ is hier geen gebied of wijk{hint}; kies uit: hele gemeente, {}",
                known.join(", ")
            ));
        }
    };
    let (mut areas, mut wijken, mut city) = (Vec::new(), Vec::new(), false);
    for one in named {
        match one {
            Named::City => city = true,
            Named::Area(id) => areas.push(id),
            Named::Wijk(code) => wijken.push(code),
            Named::Both(name) => {
                return fault(format!(
                    "zo heten een gebied en een wijk; schrijf in plaats van ‘{name}’ de code"
                ));
            }
        }
    }
    match (city, areas.as_slice(), wijken.as_slice()) {
        (true, [], []) => Ok(Some(Laid::text("city"))),
        (false, [_, ..], []) => Ok(Some(Laid::Object(vec![("areas", Laid::texts(&areas))]))),
        (false, [], [_, ..]) => Ok(Some(Laid::Object(vec![("wijken", Laid::texts(&wijken))]))),
        _ => fault("noem de hele gemeente, alleen gebieden of alleen wijken".to_owned()),
    }
}

/// The *wijk* in which a place to go to lies.
pub(super) fn located(row: &Row, town: &Directory) -> Result<Option<String>, Fault> {
    let Some(cell) = row.get(Column::Located) else { return Ok(None) };
    let wijk = town.wijken.iter().find(|wijk| is(cell, &[wijk.code.as_str(), &wijk.name]));
    match wijk {
        Some(wijk) => Ok(Some(wijk.code.to_string())),
        None => {
            let known: Vec<&str> = town.wijken.iter().map(|wijk| wijk.name.as_str()).collect();
            let hint = perhaps(cell, &known);
            let known = known.join(", ");
            Err(row.fault(
                Column::Located,
                format!("‘{cell}’ is hier geen wijk{hint}; kies uit: {known}"),
            ))
        }
    }
}

fn named<'d>(name: &str, town: &'d Directory) -> Option<Named<'d>> {
    let own = &town.municipality.name;
    if is(name, &["hele gemeente", "de hele gemeente", own, &format!("heel {own}")]) {
        return Some(Named::City);
    }
    let area = town.areas.iter().find(|area| is(name, &[area.id.as_str(), &area.name]));
    let wijk = town.wijken.iter().find(|wijk| is(name, &[wijk.code.as_str(), &wijk.name]));
    match (area, wijk) {
        (Some(_), Some(_)) => Some(Named::Both(name.trim().to_owned())),
        (Some(area), None) => Some(Named::Area(area.id.as_str())),
        (None, Some(wijk)) => Some(Named::Wijk(wijk.code.as_str())),
        (None, None) => None,
    }
}

fn is(name: &str, known: &[&str]) -> bool {
    known.iter().any(|known| plain(known) == plain(name))
}

fn names(town: &Directory) -> Vec<&str> {
    let areas = town.areas.iter().map(|area| area.name.as_str());
    areas.chain(town.wijken.iter().map(|wijk| wijk.name.as_str())).collect()
}
