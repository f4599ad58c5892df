//! What one row says about a party, and putting that into a party that is there or a new one.

use super::cells::{FORMS, KINDS, STATUSES, age, answer, day, languages, source_date, word};
use super::columns::Column;
use super::fault::Fault;
use super::reach::{Ways, changed_ways, new_ways};
use super::routes::{needs, routes};
use super::serves::{Serves, changed_serves, new_serves};
use super::table::Row;
use super::verified::only_checked;
use super::{Ground, area};
use crate::content::imported::layout::Laid;
use crate::content::imported::patch::{Entries, Patch};
use crate::domain::{Date, Provider};
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// The keys of a party, in the order in which they are read.
pub(super) const KEYS: [&str; 20] = [
    "id",
    "name",
    "kind",
    "municipal",
    "form",
    "what",
    "status",
    "ages",
    "older",
    "cost",
    "apply",
    "wait",
    "languages",
    "serves",
    "reach",
    "may_decide",
    "source",
    "source_date",
    "checked",
    "note",
];

/// What a row says, as far as it can be used: with a fault in it nothing is written, but the
/// rest is judged all the same, so that all that is wrong is known at once.
pub(super) struct Said {
    /// What stands by itself: the key, where it was said, and the value.
    fields: Vec<(&'static str, Column, Laid)>,
    ages: [Option<u8>; 2],
    checked: Option<Date>,
    serves: Serves,
    ways: Ways,
}

impl Said {
    /// Reads a row; every cell that cannot be used is said.
    pub fn read(row: &Row, ground: &Ground<'_>, faults: &mut Vec<Fault>) -> Self {
        let mut fields = Vec::new();
        let checked = kept(day(row, Column::Checked, ground.today), faults);
        let mut put = |key, column, value: Result<Option<Laid>, Fault>| {
            fields.extend(kept(value, faults).map(|value| (key, column, value)));
        };
        let text = |column| Ok(row.get(column).map(Laid::text));
        let chosen = |column, words| word(row, column, words).map(|word| word.map(Laid::text));
        put("kind", Column::Kind, chosen(Column::Kind, &KINDS));
        put("form", Column::Form, chosen(Column::Form, &FORMS));
        put("what", Column::What, text(Column::What));
        put("status", Column::Status, chosen(Column::Status, &STATUSES));
        put("cost", Column::Cost, text(Column::Cost));
        put("apply", Column::Apply, text(Column::Apply));
        put("wait", Column::Wait, text(Column::Wait));
        let languages = row.get(Column::Languages).map(languages);
        put("languages", Column::Languages, Ok(languages.map(|all| Laid::texts(&all))));
        put("source", Column::Source, text(Column::Source));
        let date = source_date(row, Column::SourceDate);
        put("source_date", Column::SourceDate, date.map(|date| Some(Laid::text(date?.as_str()))));
        put("checked", Column::Checked, Ok(checked.map(|day| Laid::Text(day.to_string()))));
        put("note", Column::Note, text(Column::Note));
        let ages = [Column::From, Column::To].map(|column| kept(age(row, column), faults));
        let serves = Serves {
            routes: kept(routes(row, ground), faults),
            needs: kept(needs(row, ground), faults),
            scope: kept(area::scope(row, ground.town), faults),
        };
        let located = kept(area::located(row, ground.town), faults);
        let wheelchair = kept(answer(row, Column::Wheelchair), faults);
        let ways = Ways::read(row, located, wheelchair, faults);
        Self { fields, ages, checked, serves, ways }
    }

    /// A party that is not there yet.
    pub fn as_new(&self, id: &str, row: &Row, faults: &mut Vec<Fault>) -> Laid {
        for column in [Column::Kind, Column::Help, Column::Area] {
            if row.get(column).is_none() {
                let needed = row.fault(column, "deze partij is nieuw; vul dit in");
                // That it says nothing need not be said as well.
                faults.retain(|known| !known.is_beside(&needed));
                faults.push(needed);
            }
        }
        let mut party = vec![("id", Laid::text(id)), ("name", Laid::text(row.name()))];
        // What goes without saying is not said.
        let told = |key: &str, value: &Laid| usual(key) != Some(value.value());
        let fields = self.fields.iter().filter(|(key, _, value)| told(key, value));
        party.extend(fields.map(|(key, _, value)| (*key, value.clone())));
        party.extend(self.ages(&Value::Null, row, faults).map(|ages| ("ages", ages)));
        // Without them the rest of the row could not be judged.
        if !party.iter().any(|(key, _)| *key == "kind") {
            party.push(("kind", Laid::text("professional")));
        }
        let Serves { routes, needs, scope } = &self.serves;
        let serves = Serves {
            routes: Some(routes.clone().unwrap_or_default()),
            needs: needs.clone(),
            scope: Some(scope.clone().unwrap_or_else(|| Laid::text("city"))),
        };
        party.push(("serves", new_serves(&serves)));
        let ways = new_ways(&self.ways, row, faults);
        if !ways.is_empty() {
            party.push(("reach", Laid::List(ways)));
        }
        party.sort_by_key(|(key, _)| KEYS.iter().position(|known| known == key));
        Laid::Object(party)
    }

    /// Changes a party that is there; says what changed.
    pub fn change<'t>(
        &self,
        patch: &mut Patch<'t>,
        party: &'t RawValue,
        known: &Provider,
        (row, today): (&Row, Date),
        faults: &mut Vec<Fault>,
    ) -> Vec<String> {
        let entries = Entries::of(party);
        let mut changes = Vec::new();
        let old = |key: &str| {
            let value = entries.get(key).and_then(|value| serde_json::from_str(value.get()).ok());
            value.or_else(|| usual(key)).unwrap_or_default()
        };
        let ages = self.ages(&old("ages"), row, faults);
        let ages = ages.map(|ages| ("ages", Column::From, ages));
        for (key, column, new) in self.fields.iter().cloned().chain(ages) {
            let old: Value = old(key);
            if old != new.value() {
                changes.push(change(column, &old, &new.value()));
                patch.set(party, key, &new, &KEYS);
            }
        }
        let serves = changed_serves(&self.serves, entries.get("serves"), row, faults);
        let reach = entries.get("reach");
        let mut ways = changed_ways(&self.ways, reach, known, row, faults);
        let only = only_checked(&ways, reach, known, self.checked, row, today);
        ways.extend(kept(only, faults));
        for (said, edit) in serves.into_iter().chain(ways) {
            changes.push(said);
            edit.make(patch, party);
        }
        changes
    }

    /// The ages, of which a row may say only one end.
    fn ages(&self, old: &Value, row: &Row, faults: &mut Vec<Fault>) -> Option<Laid> {
        if self.ages == [None, None] {
            return None;
        }
        let end = |at: usize, key: &str| {
            let old = old[key].as_u64().and_then(|old| u32::try_from(old).ok());
            self.ages[at].map(u32::from).or(old)
        };
        let ends = [("from", end(0, "from")), ("to", end(1, "to"))];
        if let [(_, Some(from)), (_, Some(to))] = ends
            && to < from
        {
            faults.push(row.fault(Column::To, format!("{to} is jonger dan {from}; draai ze om")));
        }
        let ends = ends.into_iter().filter_map(|(key, end)| Some((key, Laid::Number(end?))));
        Some(Laid::Object(ends.collect()))
    }
}

/// What a key says when it is not there.
fn usual(key: &str) -> Option<Value> {
    match key {
        "form" => Some(json!("individual")),
        "status" => Some(json!("active")),
        _ => None,
    }
}

/// "kosten was ‘2 euro’, is nu ‘gratis’"
pub(super) fn change(column: Column, old: &Value, new: &Value) -> String {
    let said = |value: &Value| match value {
        Value::String(text) => format!("‘{text}’"),
        Value::Null => "leeg".to_owned(),
        Value::Bool(true) => "ja".to_owned(),
        Value::Bool(false) => "nee".to_owned(),
        other => other.to_string(),
    };
    format!("{} was {}, is nu {}", column.heading(), said(old), said(new))
}

/// The value, if it can be used; otherwise what is wrong is kept.
pub(super) fn kept<T>(value: Result<Option<T>, Fault>, faults: &mut Vec<Fault>) -> Option<T> {
    value.unwrap_or_else(|fault| {
        faults.push(fault);
        None
    })
}
