//! The kinds of help and the needs that a row names, by their codes or in Dutch.

use super::cells::list;
use super::columns::Column;
use super::fault::Fault;
use super::table::Row;
use super::{Ground, perhaps, plain};

/// The kinds of help in a row, by their codes or their Dutch names.
pub(super) fn routes(row: &Row, ground: &Ground<'_>) -> Result<Option<Vec<String>>, Fault> {
    let Some(cell) = row.get(Column::Help) else { return Ok(None) };
    // What the country alone gives no row can give.
    let open = || ground.catalogue.routes.iter().filter(|route| !route.locked);
    let codes = || open().map(|route| &route.code);
    let name = |code| ground.words.routes.get(code).map(|words| words.name.as_str());
    let known = |said: &str| {
        let is = |text: &str| plain(text) == plain(said);
        codes().find(|code| is(code.as_str()) || name(*code).is_some_and(is)).map(|c| c.to_string())
    };
    match list(cell, known) {
        Ok(routes) => Ok(Some(each_once(routes))),
        Err(unknown) => {
            let locked = ground.catalogue.routes.iter().filter(|route| route.locked);
            let is = |text: &str| plain(text) == plain(&unknown);
            if locked
                .map(|route| &route.code)
                .any(|code| is(code.as_str()) || name(code).is_some_and(is))
            {
                let message = format!(
                    "‘{unknown}’ is een lijn van het hele land en staat al in de catalogus; haal dit weg"
                );
                return Err(row.fault(Column::Help, message));
            }
            let known: Vec<&str> =
                codes().flat_map(|code| [Some(code.as_str()), name(code)]).flatten().collect();
            let hint = perhaps(&unknown, &known);
            let codes: Vec<&str> = codes().map(|code| code.as_str()).collect();
            let message =
                format!("‘{unknown}’ is geen soort hulp{hint}; kies uit: {}", codes.join(", "));
            Err(row.fault(Column::Help, message))
        }
    }
}

/// The needs in a row, by their names in the data or as residents say them.
pub(super) fn needs(row: &Row, ground: &Ground<'_>) -> Result<Option<Vec<String>>, Fault> {
    let Some(cell) = row.get(Column::Needs) else { return Ok(None) };
    let ids = || ground.catalogue.needs.iter().map(|need| &need.id);
    let label = |id| ground.words.needs.get(id).map(|words| words.label.as_str());
    let known = |said: &str| {
        let is = |text: &str| plain(text) == plain(said);
        ids().find(|id| is(id.as_str()) || label(*id).is_some_and(is)).map(|id| id.to_string())
    };
    list(cell, known).map(each_once).map(Some).map_err(|unknown| {
        let known: Vec<&str> =
            ids().flat_map(|id| [Some(id.as_str()), label(id)]).flatten().collect();
        let hint = perhaps(&unknown, &known);
        let ids: Vec<&str> = ids().map(|id| id.as_str()).collect();
        let message = format!("‘{unknown}’ is geen behoefte{hint}; kies uit: {}", ids.join(", "));
        row.fault(Column::Needs, message)
    })
}

fn each_once(mut names: Vec<String>) -> Vec<String> {
    let mut seen = Vec::new();
    names.retain(|name| {
        let new = !seen.contains(name);
        seen.push(name.clone());
        new
    });
    names
}
