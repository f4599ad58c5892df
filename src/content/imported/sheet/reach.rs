//! The ways to reach a party, as far as a row can say them: one of each kind.

use super::clean::{WRITE_OUT, alike, cleaned, in_short};
use super::columns::Column;
use super::edit::{Edit, Told};
use super::fault::Fault;
use super::party::{change, kept};
use super::table::Row;
use crate::content::imported::layout::Laid;
use crate::content::imported::patch::{Entries, items};
use crate::domain::{Channel, Provider, Reach};
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// What a row says of them.
pub(super) struct Ways {
    /// The kind of way, its column and its value.
    values: Vec<(Channel, Column, String)>,
    /// The *wijk* of the address.
    located: Option<String>,
    /// Whether somebody in a wheelchair can get in there.
    wheelchair: Option<bool>,
    /// When it can be used, in words.
    hours: Option<String>,
}

/// The keys of a way, in the order in which they are read.
pub(super) const KEYS: [&str; 12] = [
    "channel",
    "value",
    "about",
    "by_appointment",
    "hours",
    "exceptions",
    "scope",
    "located",
    "wheelchair",
    "source",
    "source_date",
    "checked",
];

/// A row says one of each kind: which of them it means nobody can tell.
const SEVERAL: &str =
    "hiervan heeft deze partij er meer dan één; laat dit leeg en pas het in het bestand aan";

impl Ways {
    /// Reads them in a row; what cannot be used is said.
    pub fn read(
        row: &Row,
        located: Option<String>,
        wheelchair: Option<bool>,
        faults: &mut Vec<Fault>,
    ) -> Self {
        let values = [
            (Channel::Phone, Column::Phone),
            (Channel::WalkIn, Column::Address),
            (Channel::Email, Column::Email),
            (Channel::Website, Column::Website),
        ];
        let mut clean = |channel, column| {
            let value = cleaned(channel, row.get(column)?);
            kept(value.map(Some).map_err(|message| row.fault(column, message)), faults)
        };
        let values = values
            .into_iter()
            .filter_map(|(channel, column)| Some((channel, column, clean(channel, column)?)))
            .collect();
        let hours = row.get(Column::Hours).map(str::to_owned);
        if hours.as_deref().is_some_and(in_short) {
            faults.push(row.fault(Column::Hours, WRITE_OUT));
        }
        Self { values, located, wheelchair, hours }
    }

    /// What is said about one of the ways: the key, its column and the value. Hours are those
    /// of the place to go to, or else of the phone.
    fn about(
        &self,
        has: impl Fn(Channel) -> bool,
        row: &Row,
        faults: &mut Vec<Fault>,
    ) -> Vec<About> {
        let mut all = Vec::new();
        let of_address = [
            ("located", Column::Located, self.located.as_deref().map(Laid::text)),
            ("wheelchair", Column::Wheelchair, self.wheelchair.map(Laid::Truth)),
        ];
        // A way that was filled in and refused is there, as soon as that is mended.
        let refused: Vec<Column> = [Column::Address, Column::Phone]
            .into_iter()
            .filter(|column| faults.iter().any(|known| known.is_beside(&row.fault(*column, ""))))
            .collect();
        for (key, column, value) in of_address {
            match value {
                Some(value) if has(Channel::WalkIn) => {
                    all.push((Channel::WalkIn, key, column, value));
                }
                Some(_) if refused.contains(&Column::Address) => {}
                Some(_) => faults.push(row.fault(column, "er is geen adres; vul het in bij adres")),
                None => {}
            }
        }
        if let Some(hours) = &self.hours {
            let of = [Channel::WalkIn, Channel::Phone].into_iter().find(|channel| has(*channel));
            match of {
                Some(of) => all.push((of, "about", Column::Hours, Laid::text(hours))),
                None if !refused.is_empty() => {}
                None => faults.push(row.fault(
                    Column::Hours,
                    "er is geen adres of telefoon waarvan dit de tijden zijn; vul er één in",
                )),
            }
        }
        all
    }
}

/// Something to say about one of the ways.
type About = (Channel, &'static str, Column, Laid);

/// The ways of a new party.
pub(super) fn new_ways(ways: &Ways, row: &Row, faults: &mut Vec<Fault>) -> Vec<Laid> {
    let has = |channel| ways.values.iter().any(|(own, ..)| *own == channel);
    let about = ways.about(has, row, faults);
    ways.values.iter().map(|(channel, _, value)| laid(*channel, value, &about)).collect()
}

/// Changes the ways that a party has, and adds those it has not.
pub(super) fn changed_ways<'t>(
    ways: &Ways,
    old: Option<&'t RawValue>,
    party: &Provider,
    row: &Row,
    faults: &mut Vec<Fault>,
) -> Vec<Told<'t>> {
    let list = old.map(items).unwrap_or_default();
    let known = |channel: Channel| {
        let own = party.reach.iter().enumerate().filter(move |(_, way)| way.channel == channel);
        own.collect::<Vec<_>>()
    };
    let said = |channel| ways.values.iter().find(|(own, ..)| *own == channel);
    let has = |channel| said(channel).is_some() || !known(channel).is_empty();
    let about = ways.about(has, row, faults);
    let (mut edits, mut new) = (Vec::new(), Vec::new());
    for (channel, column, value) in &ways.values {
        let change = |way: &Reach| change(*column, &json!(way.value), &json!(value));
        match known(*channel).as_slice() {
            [] => new.push((*column, laid(*channel, value, &about), value)),
            all if all.iter().any(|(_, way)| way.value == *value) => {}
            [(at, way)] if alike(*channel, &way.value, value) => {
                let said = change(way) + "; dat is hetzelfde, anders geschreven";
                edits.push((said, Edit::Inside(list[*at], "value", Laid::text(value), &KEYS)));
            }
            all if all.iter().any(|(_, way)| alike(*channel, &way.value, value)) => {}
            [(at, way)] => {
                let said = change(way) + may_be_old(way);
                edits.push((said, Edit::OtherValue(list[*at], Laid::text(value))));
            }
            _ => faults.push(row.fault(*column, SEVERAL)),
        }
    }
    let mut beside = Vec::new();
    for (channel, key, column, value) in about {
        let all = known(channel);
        let chosen = said(channel)
            .and_then(|(_, _, said)| all.iter().find(|(_, way)| alike(channel, &way.value, said)));
        let at = match (chosen, all.as_slice()) {
            (Some((at, _)), _) | (None, [(at, _)]) => *at,
            // It was put into the way that is new.
            (None, []) => {
                beside.push(change(column, &Value::Null, &value.value()));
                continue;
            }
            _ => {
                faults.push(row.fault(column, SEVERAL));
                continue;
            }
        };
        let old = Entries::of(list[at]).get(key).map(|value| serde_json::from_str(value.get()));
        let old: Value = old.and_then(Result::ok).unwrap_or_default();
        if old != value.value() {
            let said = change(column, &old, &value.value());
            edits.push((said, Edit::Inside(list[at], key, value, &KEYS)));
        }
    }
    edits.extend(added(new, beside, old, &list));
    edits
}

/// What stays beside a new value and may be about the old one.
fn may_be_old(way: &Reach) -> &'static str {
    let bare = way.hours.is_empty()
        && way.exceptions.is_empty()
        && way.about.is_none()
        && way.located.is_none()
        && way.wheelchair.is_none();
    match bare {
        true => "",
        false => "; kijk of wat erbij staat nog klopt",
    }
}

/// Adds ways after those that are there, and says what stands beside their values.
fn added<'t>(
    new: Vec<(Column, Laid, &String)>,
    beside: Vec<String>,
    old: Option<&'t RawValue>,
    list: &[&'t RawValue],
) -> Vec<Told<'t>> {
    let said = new.iter().map(|(column, _, value)| change(*column, &Value::Null, &json!(value)));
    let said: Vec<String> = said.chain(beside).collect();
    if new.is_empty() {
        return Vec::new();
    }
    let ways: Vec<Laid> = new.into_iter().map(|(_, way, _)| way).collect();
    let said = said.join("; ");
    match (old, list.last()) {
        (Some(_), Some(last)) => vec![(said, Edit::After(last, ways))],
        _ => vec![(said, Edit::Own("reach", Laid::List(ways)))],
    }
}

fn laid(channel: Channel, value: &str, about: &[About]) -> Laid {
    let name = json!(channel);
    let mut way = vec![
        ("channel", Laid::text(name.as_str().unwrap_or_default())),
        ("value", Laid::text(value)),
    ];
    let own = about.iter().filter(|(of, ..)| *of == channel);
    way.extend(own.map(|(_, key, _, value)| (*key, value.clone())));
    way.sort_by_key(|(key, _)| KEYS.iter().position(|known| known == key));
    Laid::Object(way)
}
