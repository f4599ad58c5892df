//! What one row says about a party, and putting that into a party that is there or a new one.

use super::cells::{FORMS, KINDS, STATUSES, age, answer, day, list, source_date, word};
use super::columns::Column;
use super::fault::Fault;
use super::reach::{Ways, changed_ways, new_ways};
use super::serves::{Serves, changed_serves, new_serves};
use super::table::Row;
use super::{Ground, area, plain};
use crate::content::imported::layout::Laid;
use crate::content::imported::patch::{Entries, Patch};
use crate::domain::Provider;
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// The keys of a party, in the order in which they are read.
pub(super) const KEYS: [&str; 18] = [
    "id",
    "name",
    "kind",
    "form",
    "what",
    "status",
    "ages",
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

/// What a row says.
pub(super) struct Said {
    /// What stands by itself: the key, where it was said, and the value.
    fields: Vec<(&'static str, Column, Laid)>,
    ages: [Option<u8>; 2],
    serves: Serves,
    ways: Ways,
}

impl Said {
    /// Reads a row; every cell that cannot be used is said.
    pub fn read(row: &Row, ground: &Ground<'_>) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut fields = Vec::new();
        let mut put = |key, column, value: Result<Option<Laid>, Fault>| match value {
            Ok(value) => fields.extend(value.map(|value| (key, column, value))),
            Err(fault) => faults.push(fault),
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
        let languages = row.get(Column::Languages);
        let any = |language: &str| (!language.contains(',')).then(|| language.trim().to_owned());
        let languages = languages.and_then(|cell| list(cell, any).ok());
        put("languages", Column::Languages, Ok(languages.map(|all| Laid::texts(&all))));
        put("source", Column::Source, text(Column::Source));
        let date = source_date(row, Column::SourceDate);
        put("source_date", Column::SourceDate, date.map(|date| Some(Laid::text(date?.as_str()))));
        let day = day(row, Column::Checked, ground.today);
        put("checked", Column::Checked, day.map(|day| Some(Laid::Text(day?.to_string()))));
        put("note", Column::Note, text(Column::Note));
        let ages = [Column::From, Column::To].map(|column| kept(age(row, column), &mut faults));
        let serves = Serves {
            routes: kept(routes(row, ground), &mut faults),
            scope: kept(area::scope(row, ground.town), &mut faults),
        };
        let located = kept(area::located(row, ground.town), &mut faults);
        let wheelchair = kept(answer(row, Column::Wheelchair), &mut faults);
        let ways = Ways::read(row, located, wheelchair, &mut faults);
        if faults.is_empty() { Ok(Self { fields, ages, serves, ways }) } else { Err(faults) }
    }

    /// A party that is not there yet.
    pub fn as_new(&self, id: &str, row: &Row) -> Result<Laid, Vec<Fault>> {
        let mut faults = Vec::new();
        for column in [Column::Kind, Column::Help, Column::Area] {
            if row.get(column).is_none() {
                faults.push(row.fault(column, "deze partij is nieuw; vul dit in"));
            }
        }
        let mut party = vec![("id", Laid::text(id)), ("name", Laid::text(row.name()))];
        // What goes without saying is not said.
        let told = |key: &str, value: &Laid| usual(key) != Some(value.value());
        let fields = self.fields.iter().filter(|(key, _, value)| told(key, value));
        party.extend(fields.map(|(key, _, value)| (*key, value.clone())));
        party.extend(self.ages(&Value::Null, row, &mut faults).map(|ages| ("ages", ages)));
        party.push(("serves", new_serves(&self.serves)));
        let ways = kept(new_ways(&self.ways, row).map(Some), &mut faults).unwrap_or_default();
        if !ways.is_empty() {
            party.push(("reach", Laid::List(ways)));
        }
        party.sort_by_key(|(key, _)| KEYS.iter().position(|known| known == key));
        if faults.is_empty() { Ok(Laid::Object(party)) } else { Err(faults) }
    }

    /// Changes a party that is there; says what changed.
    pub fn change<'t>(
        &self,
        patch: &mut Patch<'t>,
        party: &'t RawValue,
        known: &Provider,
        row: &Row,
    ) -> Result<Vec<String>, Vec<Fault>> {
        let entries = Entries::of(party);
        let (mut faults, mut edits, mut changes) = (Vec::new(), Vec::new(), Vec::new());
        let old = |key: &str| {
            let value = entries.get(key).and_then(|value| serde_json::from_str(value.get()).ok());
            value.or_else(|| usual(key)).unwrap_or_default()
        };
        let ages = self.ages(&old("ages"), row, &mut faults);
        let ages = ages.map(|ages| ("ages", Column::From, ages));
        for (key, column, new) in self.fields.iter().cloned().chain(ages) {
            let old: Value = old(key);
            if old != new.value() {
                changes.push(change(column, &old, &new.value()));
                edits.push((key, new));
            }
        }
        let serves = changed_serves(&self.serves, entries.get("serves"), row);
        let ways = changed_ways(&self.ways, entries.get("reach"), known, row);
        let serves = kept(serves.map(Some), &mut faults);
        let ways = kept(ways.map(Some), &mut faults);
        let (Some(serves), Some(ways), true) = (serves, ways, faults.is_empty()) else {
            return Err(faults);
        };
        for (key, value) in edits {
            patch.set(party, key, &value, &KEYS);
        }
        for (said, edit) in serves.into_iter().chain(ways) {
            changes.push(said);
            edit.make(patch, party);
        }
        Ok(changes)
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

/// The kinds of help in a row, by their codes or their Dutch names.
fn routes(row: &Row, ground: &Ground<'_>) -> Result<Option<Vec<String>>, Fault> {
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
            let hint = super::perhaps(&unknown, &known);
            let codes: Vec<&str> = codes().map(|code| code.as_str()).collect();
            let message =
                format!("‘{unknown}’ is geen soort hulp{hint}; kies uit: {}", codes.join(", "));
            Err(row.fault(Column::Help, message))
        }
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
