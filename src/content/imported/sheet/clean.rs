//! A value as people keep it in a cell, without what a copy brings along.

use super::plain;
use crate::content::authored::phone_wrong;
use crate::domain::{Channel, phone_number, site, tel};

/// What to do about days that are said in short.
pub(super) const WRITE_OUT: &str =
    "schrijf de dagen en tijden voluit, zoals: maandag tot en met vrijdag van 9.00 tot 12.00 uur";

/// Whether days are said in short: "ma-vr 9-12".
pub(super) fn in_short(hours: &str) -> bool {
    let mut words = hours.split(|mark: char| !mark.is_alphanumeric()).map(str::to_lowercase);
    words.any(|word| ["ma", "di", "wo", "vr", "za"].contains(&word.as_str()))
}

const HYPHENS: [char; 7] =
    ['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}', '\u{ad}'];

fn with_plain_hyphens(text: &str) -> String {
    text.replace(HYPHENS, "-")
}

/// Whether a cell only says that there is nothing to say.
pub(super) fn says_nothing(cell: &str) -> bool {
    const NONE: [&str; 7] = ["n.v.t.", "n.v.t", "nvt", "-", "?", "geen", "onbekend"];
    NONE.contains(&with_plain_hyphens(cell.trim()).to_lowercase().as_str())
}

/// A value as people keep it in a cell, without what a copy brings along: another hyphen, the
/// `mailto:` of a link, the full stop of a sentence; or why it cannot be used.
pub(super) fn cleaned(channel: Channel, cell: &str) -> Result<String, String> {
    let cell = cell.trim();
    match channel {
        Channel::Phone => {
            let number = with_plain_hyphens(cell);
            match numbers(&number).as_slice() {
                all @ [_, _, ..] if phone_wrong(&number).is_some() => Err(format!(
                    "hier staan {} nummers: {}; laat er één staan, en zet de andere in het bestand zelf",
                    all.len(),
                    all.join(" en ")
                )),
                _ => Ok(number),
            }
        }
        Channel::Email => {
            let begin = cell.get(..7).filter(|begin| begin.eq_ignore_ascii_case("mailto:"));
            let address = &cell[begin.map_or(0, str::len)..];
            let address = address.trim_matches(['<', '>', '.', ',', ';', ' ']);
            let (name, host) = address.split_at(address.rfind('@').unwrap_or(address.len()));
            Ok([name, &host.to_ascii_lowercase()].concat())
        }
        Channel::Website => Ok(small_host(cell.trim_end_matches(['.', ',', ';', ')', '>']))),
        _ => Ok(cell.to_owned()),
    }
}

/// The numbers in a cell that holds nothing else, each as it is written.
fn numbers(cell: &str) -> Vec<String> {
    let (mut all, mut number) = (Vec::new(), String::new());
    let parts = cell.split(|mark: char| mark.is_whitespace() || "/;,".contains(mark));
    for part in parts.filter(|part| !["", "of", "en"].contains(part)) {
        let between = if number.is_empty() { "" } else { " " };
        number = [&number, between, part].concat();
        if phone_wrong(&number).is_none() {
            all.push(std::mem::take(&mut number));
        }
    }
    if number.is_empty() { all } else { Vec::new() }
}

/// A site with its scheme and its host in small letters: capitals mean nothing there, and
/// something in what follows.
fn small_host(site: &str) -> String {
    let after = site.find("://").map_or(0, |at| at + 3);
    let end = site[after..].find(['/', '?', '#']).map_or(site.len(), |at| after + at);
    [&site[..end].to_ascii_lowercase(), &site[end..]].concat()
}

/// Whether two values lead to the same, however each is written.
pub(super) fn alike(channel: Channel, one: &str, other: &str) -> bool {
    let bare = |value: &str| match channel {
        Channel::Phone => phone_number(value).unwrap_or_else(|| tel(value)),
        Channel::Website => plain(site(value).trim_end_matches('/')),
        _ => plain(value),
    };
    bare(one) == bare(other)
}
