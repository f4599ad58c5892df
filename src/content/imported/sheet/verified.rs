//! What somebody verified was what stood there: of another number or address it says nothing.

use super::columns::Column;
use super::edit::{Edit, Told};
use super::fault::Fault;
use super::party::change;
use super::table::Row;
use crate::content::imported::layout::Laid;
use crate::content::imported::patch::items;
use crate::domain::{Date, Provider};
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// What the changes in the ways of a party do to the day on which all of it was verified: from
/// then on it is that of the ways that stay the same. A row may say a newer day.
pub(super) fn only_checked<'t>(
    ways: &[Told<'t>],
    reach: Option<&'t RawValue>,
    party: &Provider,
    said: Option<Date>,
    row: &Row,
    today: Date,
) -> Result<Option<Told<'t>>, Fault> {
    let other = ways.iter().any(|(_, edit)| edit.is_another_way());
    let Some(old) = party.checked.filter(|_| other) else { return Ok(None) };
    match said {
        // The row was filled in before the number was another.
        Some(day) if day <= old && day < today => {
            return Err(row.fault(
                Column::Checked,
                format!(
                    "{day} is van voor dit nummer of adres; vul de dag in waarop iemand het nieuwe nakeek, of maak de cel leeg"
                ),
            ));
        }
        Some(_) => return Ok(None),
        None => {}
    }
    let list = reach.map(items).unwrap_or_default();
    let other = |way: &RawValue| {
        let is =
            |edit: &Edit<'_>| matches!(edit, Edit::OtherValue(of, _) if std::ptr::eq(*of, way));
        ways.iter().any(|(_, edit)| is(edit))
    };
    let same = party.reach.iter().zip(list);
    let same = same.filter(|(way, text)| way.checked.is_none() && !other(text));
    let same: Vec<&'t RawValue> = same.map(|(_, text)| text).collect();
    let mut said = change(Column::Checked, &json!(old.to_string()), &Value::Null);
    said.push_str(match same.is_empty() {
        true => ": het nieuwe is nog niet nagekeken",
        false => ": het nieuwe is nog niet nagekeken; bij wat bleef staat die dag nu apart",
    });
    Ok(Some((said, Edit::OnlyChecked(same, Laid::Text(old.to_string())))))
}
