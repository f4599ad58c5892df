//! A change in a party that waits until all of its row can be used.

use super::{party, reach};
use crate::content::imported::layout::Laid;
use crate::content::imported::patch::Patch;
use serde_json::value::RawValue;

/// What is to be changed.
pub(super) enum Edit<'t> {
    /// A key of the party itself.
    Own(&'static str, Laid),
    /// A key of something in it, whose keys are read in some order.
    Inside(&'t RawValue, &'static str, Laid, &'static [&'static str]),
    /// The value of a way to reach it.
    OtherValue(&'t RawValue, Laid),
    /// Ways to reach it, after this one.
    After(&'t RawValue, Vec<Laid>),
    /// The day on which the party was verified, now only of these ways.
    OnlyChecked(Vec<&'t RawValue>, Laid),
}

/// A change, and a sentence about it.
pub(super) type Told<'t> = (String, Edit<'t>);

/// What was said of a number or address says nothing of another.
const OF_THE_OLD: [&str; 3] = ["source", "source_date", "checked"];

impl<'t> Edit<'t> {
    /// Whether it can be reached in another way than before.
    pub fn is_another_way(&self) -> bool {
        matches!(self, Self::OtherValue(..) | Self::After(..) | Self::Own("reach", _))
    }

    /// Makes the change.
    pub fn make(&self, patch: &mut Patch<'t>, party: &'t RawValue) {
        match self {
            Self::Own(key, value) => patch.set(party, key, value, &party::KEYS),
            Self::Inside(object, key, value, keys) => patch.set(object, key, value, keys),
            Self::OtherValue(way, value) => {
                patch.set(way, "value", value, &[]);
                OF_THE_OLD.iter().for_each(|key| patch.remove(way, key));
            }
            Self::After(last, ways) => patch.add_after(last, ways),
            Self::OnlyChecked(ways, day) => {
                patch.remove(party, "checked");
                ways.iter().for_each(|way| patch.set(way, "checked", day, &reach::KEYS));
            }
        }
    }
}
