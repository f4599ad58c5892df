//! The kinds of help that a row names, by their codes or their Dutch names.

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
        Ok(mut routes) => {
            let mut seen = Vec::new();
            routes.retain(|route| {
                !seen.contains(route) && {
                    seen.push(route.clone());
                    true
                }
            });
            Ok(Some(routes))
        }
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
