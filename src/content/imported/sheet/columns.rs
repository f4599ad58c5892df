//! The columns of a table: their Dutch headings, and an example.

use serde_json::Value;

/// A column, in the order of the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Name,
    Kind,
    Form,
    What,
    Help,
    Needs,
    Area,
    From,
    To,
    Cost,
    Apply,
    Wait,
    Languages,
    Status,
    Phone,
    Email,
    Website,
    Address,
    Located,
    Wheelchair,
    Hours,
    Source,
    SourceDate,
    Checked,
    Note,
}

/// Of a row with this name nobody meant to add it.
pub(super) const EXAMPLE: &str = "Voorbeeld (haal deze rij weg)";

/// Each with its heading and an example.
const COLUMNS: [(Column, &str, &str); 25] = [
    (Column::Name, "naam", EXAMPLE),
    (Column::Kind, "soort", "vrijwilligers"),
    (Column::Form, "vorm", "persoonlijk"),
    (Column::What, "wat", "Vrijwilligers ordenen samen met u uw post."),
    (Column::Help, "hulp", "thuisadministratie, Ontmoeten in de buurt"),
    (Column::Needs, "behoeften", "mail, Ik ben veel alleen"),
    (Column::Area, "gebied", "hele gemeente"),
    (Column::From, "van leeftijd", "18"),
    (Column::To, "tot en met leeftijd", ""),
    (Column::Cost, "kosten", "Gratis."),
    (Column::Apply, "aanmelden", "Bel of loop binnen."),
    (Column::Wait, "wachttijd", "ongeveer 2 weken"),
    (Column::Languages, "talen", "Engels, Turks"),
    (Column::Status, "status", "open"),
    (Column::Phone, "telefoon", "012-345 67 89"),
    (Column::Email, "e-mail", "post@voorbeeld.example"),
    (Column::Website, "website", "https://www.voorbeeld.example"),
    (Column::Address, "adres", "Dorpsstraat 1"),
    (Column::Located, "wijk van het adres", ""),
    (Column::Wheelchair, "rolstoel", "ja"),
    (Column::Hours, "openingstijden", "dinsdag van 9.00 tot 12.00 uur"),
    (Column::Source, "bron", "https://www.voorbeeld.example/contact"),
    (Column::SourceDate, "datum bron", "2026-11"),
    (Column::Checked, "nagekeken op", ""),
    (Column::Note, "opmerking", "Dit ziet alleen wie de gegevens bijhoudt."),
];

/// Other headings that are understood.
const ALSO: [(&str, Column); 8] = [
    ("behoefte", Column::Needs),
    ("tot leeftijd", Column::To),
    ("t/m leeftijd", Column::To),
    ("mail", Column::Email),
    ("adres (inloop)", Column::Address),
    ("organisatie", Column::Name),
    ("wachten", Column::Wait),
    ("toegankelijk met rolstoel", Column::Wheelchair),
];

impl Column {
    /// What stands above it.
    pub fn heading(self) -> &'static str {
        COLUMNS[self as usize].1
    }

    /// The column below a heading.
    pub fn below(heading: &str) -> Option<Self> {
        let usual = COLUMNS.iter().map(|(column, heading, _)| (*heading, *column));
        let mut all = usual.chain(ALSO);
        all.find(|(known, _)| letters(known) == letters(heading)).map(|(_, column)| column)
    }
}

/// Every heading.
pub(super) fn headings() -> Vec<&'static str> {
    COLUMNS.iter().map(|(_, heading, _)| *heading).collect()
}

/// Capitals, spaces and hyphens make no other heading.
fn letters(heading: &str) -> String {
    heading.chars().filter(|mark| mark.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// An empty table with one row as an example, that is refused if it is left in.
pub fn template() -> String {
    let quoted = |text: &str| match text.contains([';', '"']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    };
    let examples: Vec<String> = COLUMNS.iter().map(|(_, _, example)| quoted(example)).collect();
    format!("{}\n{}\n", headings().join(";"), examples.join(";"))
}

/// The column that a place within a party comes from.
pub(super) fn of_place(place: &[&str], party: &Value) -> Column {
    match place {
        ["kind", ..] => Column::Kind,
        ["form", ..] => Column::Form,
        ["what", ..] => Column::What,
        ["serves", _, "scope", ..] => Column::Area,
        ["serves", _, "needs", ..] => Column::Needs,
        ["serves", ..] => Column::Help,
        ["ages", "to"] => Column::To,
        ["ages", ..] => Column::From,
        ["cost", ..] => Column::Cost,
        ["apply", ..] => Column::Apply,
        ["wait", ..] => Column::Wait,
        ["languages", ..] => Column::Languages,
        ["status", ..] => Column::Status,
        ["reach", _, "located", ..] => Column::Located,
        ["reach", _, "wheelchair", ..] => Column::Wheelchair,
        ["reach", _, "about", ..] => Column::Hours,
        ["reach", way, ..] => match party["reach"][way.parse().unwrap_or(0)]["channel"].as_str() {
            Some("email") => Column::Email,
            Some("website") => Column::Website,
            Some("walk-in") => Column::Address,
            _ => Column::Phone,
        },
        ["source", ..] => Column::Source,
        ["source_date", ..] => Column::SourceDate,
        ["checked", ..] => Column::Checked,
        ["note", ..] => Column::Note,
        _ => Column::Name,
    }
}
