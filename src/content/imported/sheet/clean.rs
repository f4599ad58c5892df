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

/// A value as people keep it in a cell, without what a copy brings along: another hyphen, the
/// `mailto:` of a link, the full stop of a sentence; or why it cannot be used.
pub(super) fn cleaned(channel: Channel, cell: &str) -> Result<String, String> {
    const NONE: [&str; 7] = ["n.v.t.", "n.v.t", "nvt", "-", "?", "geen", "onbekend"];
    const HYPHENS: [char; 7] =
        ['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}', '\u{ad}'];
    let cell = cell.trim();
    let hyphens = |text: &str| text.replace(HYPHENS, "-");
    if NONE.contains(&hyphens(cell).to_lowercase().as_str()) {
        return Err(format!("‘{cell}’ zegt niets; laat de cel leeg"));
    }
    match channel {
        Channel::Phone => {
            let number = hyphens(cell);
            let parts = number.replace(" of ", "/").replace(" en ", "/");
            let parts: Vec<&str> = parts.split(['/', ';', ',']).map(str::trim).collect();
            let both = parts.len() > 1 && parts.iter().all(|part| phone_wrong(part).is_none());
            match phone_wrong(&number) {
                Some(_) if both => Err(format!(
                    "hier staan {} nummers: {}; laat er één staan, en zet de andere in het bestand zelf",
                    parts.len(),
                    parts.join(" en ")
                )),
                _ => Ok(number),
            }
        }
        Channel::Email => {
            let begin = cell.get(..7).filter(|begin| begin.eq_ignore_ascii_case("mailto:"));
            let address = &cell[begin.map_or(0, str::len)..];
            Ok(address.trim_matches(['<', '>', '.', ',', ';', ' ']).to_owned())
        }
        Channel::Website => Ok(cell.trim_end_matches(['.', ',', ';', ')', '>']).to_owned()),
        _ => Ok(cell.to_owned()),
    }
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
