//! Which help a party gives and where, as far as a row can say it: in one statement.

use super::columns::Column;
use super::edit::{Edit, Told};
use super::fault::Fault;
use super::party::change;
use super::table::Row;
use crate::content::imported::layout::Laid;
use crate::content::imported::patch::{Entries, items};
use serde_json::Value;
use serde_json::value::RawValue;

/// What a row says of it.
pub(super) struct Serves {
    /// The kinds of help.
    pub routes: Option<Vec<String>>,
    /// For which needs only.
    pub needs: Option<Vec<String>>,
    /// Where.
    pub scope: Option<Laid>,
}

const KEYS: [&str; 7] =
    ["routes", "scope", "valid_from", "valid_until", "families", "needs", "through"];

impl Serves {
    /// Each part with its key and column.
    fn parts(&self) -> Vec<(&'static str, Column, Laid)> {
        let routes =
            self.routes.as_ref().map(|routes| ("routes", Column::Help, Laid::texts(routes)));
        let scope = self.scope.clone().map(|scope| ("scope", Column::Area, scope));
        let needs = self.needs.as_ref().map(|needs| ("needs", Column::Needs, Laid::texts(needs)));
        routes.into_iter().chain(scope).chain(needs).collect()
    }
}

/// The statement of a new party.
pub(super) fn new_serves(serves: &Serves) -> Laid {
    let parts = serves.parts().into_iter().map(|(key, _, value)| (key, value));
    Laid::List(vec![Laid::Object(parts.collect())])
}

/// Changes the one statement that a party has.
pub(super) fn changed_serves<'t>(
    serves: &Serves,
    old: Option<&'t RawValue>,
    row: &Row,
    faults: &mut Vec<Fault>,
) -> Vec<Told<'t>> {
    let parts = serves.parts();
    let Some((_, column, _)) = parts.first() else { return Vec::new() };
    let mut refuse = |message| {
        faults.push(row.fault(*column, message));
        Vec::new()
    };
    match old.map(items).unwrap_or_default().as_slice() {
        [] if serves.routes.is_none() || serves.scope.is_none() => {
            refuse("deze partij geeft nog geen hulp; vul hulp en gebied allebei in")
        }
        [] => {
            let list = new_serves(serves);
            let said = change(Column::Help, &Value::Null, &list.value());
            vec![(said, Edit::Own("serves", list))]
        }
        [one] => {
            let entries = Entries::of(one);
            let old = |key: &str| -> Value {
                let value = entries.get(key).map(|value| serde_json::from_str(value.get()));
                value.and_then(Result::ok).unwrap_or_default()
            };
            let new = parts.into_iter().filter(|(key, _, value)| old(key) != value.value());
            let edits = new.map(|(key, column, value)| {
                let said = change(column, &old(key), &value.value());
                (said, Edit::Inside(one, key, value, &KEYS))
            });
            edits.collect()
        }
        _ => refuse(
            "deze partij heeft in het bestand meer dan één regel bij \"serves\"; laat hulp, behoeften en gebied hier leeg en pas het daar aan",
        ),
    }
}
