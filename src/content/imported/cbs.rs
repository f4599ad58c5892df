//! Puts the table of postcodes of a municipality into its file.

use super::addresses::Addresses;
use super::names::Names;
use super::patch::{Entries, Patch, items};
use super::ranges::{code, ranges};
use super::six::{self, Six};
use crate::content::authored::NO_TABLE;
use crate::domain::{Directory, PostcodeRange, WijkCode};
use serde_json::json;
use serde_json::value::RawValue;
use std::collections::BTreeSet;
use std::ops::Range;

/// A file with its table made anew, and what there is to say about it.
#[derive(Clone, Debug)]
pub struct Rebuilt {
    /// The file.
    pub text: String,
    /// Rows in the table.
    pub ranges: usize,
    /// *Wijken* that were added.
    pub added: Vec<String>,
    /// Those of them that the list of names does not have.
    pub unnamed: Vec<String>,
    /// *Wijken* of the file in which CBS has no address.
    pub gone: Vec<String>,
    /// Open questions of the file that this answers.
    pub answered: Vec<String>,
    /// Postcodes that the table had, as far as it had letters.
    pub before: usize,
    /// Those of them that the new one does not have.
    pub lost: usize,
}

impl Rebuilt {
    /// So much is lost that the file of CBS may not be whole: more than one in twenty.
    pub fn is_doubtful(&self) -> bool {
        self.lost * 20 > self.before
    }
}

/// Makes the table anew in the text of a file that has no mistakes. *Wijken* are added and
/// never taken away; post-boxes stay; nothing else is touched.
pub fn rebuild(text: &str, town: &Directory, addresses: &Addresses, names: &Names) -> Rebuilt {
    let boxes: Vec<PostcodeRange> =
        town.postcodes.iter().filter(|range| range.wijken.is_empty()).cloned().collect();
    let ranges = ranges(addresses, &boxes);
    let (old, new) = (spans(&town.postcodes), spans(&ranges));
    let before: usize = old.iter().map(Range::len).sum();
    let both = |(old, new): (&Range<Six>, &Range<Six>)| {
        (old.start.max(new.start)..old.end.min(new.end)).len()
    };
    let kept: usize =
        old.iter().flat_map(|old| new.iter().map(move |new| (old, new))).map(both).sum();
    let mut patch = Patch::new(text);
    let entries = patch.entries();
    if let Some(table) = entries.get("postcodes") {
        let lines: Vec<String> = ranges.iter().map(line).collect();
        patch.fill(table, &lines);
    }
    let parts: BTreeSet<_> = addresses.own.values().flat_map(|wijken| wijken.keys()).collect();
    let codes: Vec<WijkCode> =
        parts.into_iter().map(|part| code(addresses.municipality, *part)).collect();
    let added = add(&mut patch, &entries, town, &codes, names);
    let unnamed = added.iter().filter(|(code, _)| !names.contains_key(code));
    let unnamed = unnamed.map(|(code, name)| format!("{code} {name}")).collect();
    if let Some(year) =
        entries.get("municipality").map(Entries::of).and_then(|own| own.get("cbs_year"))
    {
        patch.replace(year, addresses.year.to_string());
    }
    let gone = town.wijken.iter().filter(|wijk| !codes.contains(&wijk.code));
    Rebuilt {
        ranges: ranges.len(),
        gone: gone.map(|wijk| format!("{} {}", wijk.code, wijk.name)).collect(),
        answered: answer(&mut patch, &entries),
        before,
        lost: before - kept,
        added: added.iter().map(|(code, name)| format!("{code} {name}")).collect(),
        unnamed,
        text: patch.done(),
    }
}

/// Where people live, as far as it is said with letters.
fn spans(table: &[PostcodeRange]) -> Vec<Range<Six>> {
    let counts = |range: &&PostcodeRange| {
        let [first, last] = range.from.span();
        !range.wijken.is_empty() && first == last
    };
    table.iter().filter(counts).map(six::span).collect()
}

/// A row of the table as it is written.
fn line(PostcodeRange { from, to, wijken }: &PostcodeRange) -> String {
    let to = to.map(|to| format!(" \"to\": \"{to}\",")).unwrap_or_default();
    let wijken: Vec<String> = wijken.iter().map(|code| format!("\"{code}\"")).collect();
    format!("{{ \"from\": \"{from}\",{to} \"wijken\": [{}] }}", wijken.join(", "))
}

/// Adds the *wijken* that are not there yet.
fn add<'t>(
    patch: &mut Patch<'t>,
    entries: &Entries<'t>,
    town: &Directory,
    codes: &[WijkCode],
    names: &Names,
) -> Vec<(WijkCode, String)> {
    let Some(list) = entries.get("wijken") else { return Vec::new() };
    let new: Vec<(WijkCode, String)> = codes
        .iter()
        .filter(|code| town.wijk(code).is_none())
        .map(|code| {
            let number = code.as_str().get(6..).unwrap_or_default();
            (code.clone(), names.get(code).cloned().unwrap_or_else(|| format!("Wijk {number}")))
        })
        .collect();
    let written = |(code, name): &(WijkCode, String)| {
        format!("{{ \"code\": \"{code}\", \"name\": {} }}", json!(name))
    };
    let written: Vec<String> = new.iter().map(written).collect();
    match items(list).last() {
        None => patch.fill(list, &written),
        Some(last) => {
            let before = format!(",{}{}", patch.line_end(), patch.indent(last));
            written.iter().for_each(|each| patch.insert_after(last, format!("{before}{each}")));
        }
    }
    new
}

/// Takes away what was still to be done about the table, and says what that was.
fn answer<'t>(patch: &mut Patch<'t>, entries: &Entries<'t>) -> Vec<String> {
    let Some(list) = entries.get("missing") else { return Vec::new() };
    let about_table = |question: &&RawValue| {
        let said: String = serde_json::from_str(question.get()).unwrap_or_default();
        said == NO_TABLE || (said.contains("postcodetabel") && said.contains("CC BY-NC-SA"))
    };
    let (answered, open): (Vec<&RawValue>, Vec<&RawValue>) =
        items(list).into_iter().partition(about_table);
    if !answered.is_empty() {
        let open: Vec<String> = open.iter().map(|question| question.get().to_owned()).collect();
        patch.fill(list, &open);
    }
    let said = answered.iter().filter_map(|question| serde_json::from_str(question.get()).ok());
    said.collect()
}
