//! The addresses of one municipality, out of the yearly table of Statistics Netherlands (CBS)
//! with every postcode and house number of the country: "Buurt, wijk en gemeente voor
//! postcode-huisnummer".
//!
//! The table is read once, in any order, and what is kept does not grow with it: how many
//! addresses of this municipality each postcode has in each *wijk*, and one bit for each
//! postcode of others.

use super::bad_rows::BadRows;
use super::separator::{bare, first_line, separator};
use super::six::{Set, Six, six};
use csv::{ByteRecord, ReaderBuilder, Terminator};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, Read};

/// A code of a *wijk* within its municipality: its last two characters.
pub(super) type Part = [u8; 2];

/// The addresses of one municipality.
pub struct Addresses {
    /// The number of its code.
    pub(super) municipality: u16,
    /// The year of the codes.
    pub year: u16,
    /// By postcode: how many addresses lie in which *wijk*.
    pub(super) own: BTreeMap<Six, BTreeMap<Part, u32>>,
    /// Postcodes with addresses in other municipalities.
    pub(super) others: Set,
    /// Rows of the table.
    pub rows: u64,
    /// Those of them that could not be used.
    pub bad: BadRows,
}

/// With more bad rows than one in so many it is another table.
const ONE_BAD_IN: u64 = 100;

/// Reads the table for the municipality with this code (`GM0361`); says what to do if it is
/// not that table, or has nothing about this municipality.
pub fn read(mut table: impl BufRead, code: &str) -> Result<Addresses, String> {
    let start = table.fill_buf().map_err(unreadable)?;
    if start.starts_with(b"PK") {
        return Err(
            "dit is een zip-bestand; pak het uit en geef het csv-bestand dat erin zit".into()
        );
    }
    let separator = separator(first_line(start));
    // No value holds a separator or the end of a line, so a stray quotation mark need not
    // swallow the rest of the table.
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .quoting(false)
        .terminator(Terminator::Any(b'\n'))
        .flexible(true)
        .from_reader(Ending { table, last: b'\n' });
    let columns = Columns::of(reader.byte_headers().map_err(in_words)?)?;
    let mut addresses = Addresses {
        municipality: code.trim_start_matches("GM").parse().unwrap_or_default(),
        year: columns.year,
        own: BTreeMap::new(),
        others: Set::new(),
        rows: 0,
        bad: BadRows::default(),
    };
    let mut seen = BTreeSet::new();
    let mut whole = true;
    let mut row = ByteRecord::new();
    while reader.read_byte_record(&mut row).map_err(in_words)? {
        if row.iter().all(|value| bare(value).is_empty()) {
            continue;
        }
        addresses.rows += 1;
        let address = columns.address(&row);
        whole = address.is_ok();
        match address {
            Ok(address) => {
                seen.insert(address.municipality);
                addresses.add(address);
            }
            Err((what, found)) => {
                let line = row.position().map_or(0, csv::Position::line);
                addresses.bad.add(line, what, found);
            }
        }
    }
    let broken = !whole && reader.get_ref().last != b'\n';
    let addresses = addresses.judge(code, &seen)?;
    if broken {
        return Err(format!(
            "{}het bestand houdt op midden in een regel; haal het opnieuw op",
            addresses.bad
        ));
    }
    Ok(addresses)
}

/// A table, and the byte it ended with so far.
struct Ending<R> {
    table: R,
    last: u8,
}

impl<R: Read> Read for Ending<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.table.read(buffer)?;
        self.last = buffer[..count].last().copied().unwrap_or(self.last);
        Ok(count)
    }
}

impl Addresses {
    fn add(&mut self, Address { six, municipality, wijk }: Address) {
        if municipality == self.municipality {
            *self.own.entry(six).or_default().entry(wijk).or_default() += 1;
        } else {
            self.others.insert(six);
        }
    }

    /// How many addresses there are.
    pub fn count(&self) -> u64 {
        self.own.values().flat_map(BTreeMap::values).map(|count| u64::from(*count)).sum()
    }

    /// How many postcodes they have.
    pub fn postcodes(&self) -> usize {
        self.own.len()
    }

    fn judge(self, code: &str, seen: &BTreeSet<u16>) -> Result<Self, String> {
        if self.bad.count * ONE_BAD_IN > self.rows {
            return Err(format!(
                "{}{} van de {} regels zijn niet te lezen; dit is niet het goede bestand of het is niet heel",
                self.bad, self.bad.count, self.rows
            ));
        }
        if self.own.is_empty() {
            return Err(format!("hierin staat geen regel van {code}; wel van: {}", listed(seen)));
        }
        Ok(self)
    }
}

fn listed(seen: &BTreeSet<u16>) -> String {
    const MOST: usize = 24;
    let first: Vec<String> = seen.iter().take(MOST).map(|code| format!("GM{code:04}")).collect();
    let more = seen.len().saturating_sub(MOST);
    let more = if more > 0 { format!(" en nog {more}") } else { String::new() };
    if first.is_empty() { "niemand".to_owned() } else { first.join(", ") + &more }
}

/// One row that can be used.
struct Address {
    six: Six,
    municipality: u16,
    wijk: Part,
}

/// Where each value stands.
struct Columns {
    postcode: usize,
    wijk: usize,
    municipality: usize,
    year: u16,
}

impl Columns {
    /// Finds the columns by their names, whatever their order; the year stands in them.
    fn of(header: &ByteRecord) -> Result<Self, String> {
        let names: Vec<String> =
            header.iter().map(|name| String::from_utf8_lossy(bare(name)).to_lowercase()).collect();
        let find = |wanted: &str, begins: &[&str]| {
            let fits = |name: &String| begins.iter().any(|begin| name.starts_with(begin));
            names.iter().position(fits).ok_or_else(|| {
                format!(
                    "in de eerste regel staat geen kolom {wanted}, wel: {}; neem het bestand van het CBS met PC6, Huisnummer, Buurt, Wijk en Gemeente",
                    names.join(", ")
                )
            })
        };
        let municipality = find("Gemeente", &["gem"])?;
        let digits = names[municipality].trim_start_matches(|mark: char| !mark.is_ascii_digit());
        let year = digits.get(..4).and_then(|digits| digits.parse().ok());
        Ok(Self {
            postcode: find("PC6", &["pc6", "postcode"])?,
            wijk: find("Wijk", &["wijk"])?,
            year: year.ok_or("in de eerste regel staat geen jaar, zoals in Gemeente2025")?,
            municipality,
        })
    }

    /// The address in a row, or what is wrong with it and what stands there.
    fn address<'r>(&self, row: &'r ByteRecord) -> Result<Address, (&'static str, &'r [u8])> {
        let value = |column: usize| bare(row.get(column).unwrap_or_default());
        let postcode = value(self.postcode);
        let six = six(postcode).ok_or(("postcode van zes tekens", postcode))?;
        let code = value(self.municipality);
        let municipality = self::municipality(code).ok_or(("code van een gemeente", code))?;
        let code = value(self.wijk);
        match wijk(code) {
            Some((known, wijk)) if known == municipality => Ok(Address { six, municipality, wijk }),
            _ => Err(("code van een wijk in die gemeente", code)),
        }
    }
}

/// `0772`, or `772` after a program that took it for a number, or `GM0772`.
fn municipality(code: &[u8]) -> Option<u16> {
    let digits = code.strip_prefix(b"GM").unwrap_or(code);
    let fits = (1..=4).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    fits.then(|| digits.iter().fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0')))
}

/// `077211`, `77211` or `WK077211`: the municipality and the rest, which may hold letters.
pub(super) fn wijk(code: &[u8]) -> Option<(u16, Part)> {
    let code = code.strip_prefix(b"WK").unwrap_or(code);
    let (of, part) = code.split_at_checked(code.len().checked_sub(2)?)?;
    let part: Part = part.try_into().ok()?;
    part.iter().all(u8::is_ascii_alphanumeric).then_some((municipality(of)?, part))
}

fn unreadable(error: std::io::Error) -> String {
    format!("dit bestand is niet te lezen ({error})")
}

fn in_words(error: csv::Error) -> String {
    format!("dit bestand is niet te lezen ({error})")
}
