//! The first file of a municipality that is not in it yet: it works at once, and says
//! nothing that nobody has found out.

use serde_json::json;
use slug::slugify;

/// A municipality that begins.
#[derive(Clone, Debug)]
pub struct Beginning {
    id: String,
    name: String,
    /// Its name in addresses, and that of its file.
    pub slug: String,
}

/// How somebody is spoken to where no number is known.
const WHAT: &str = "Ga naar het gemeentehuis. Of bel het nummer dat op een brief van de gemeente \
    staat. Zeg: ‘Ik zoek hulp en wil iemand spreken.’ Zij zoeken wie u verder helpt.";

/// What has to be found out first.
const MISSING: [&str; 6] = [
    "Het algemene telefoonnummer van de gemeente, met bron en datum. Zet het bij \"reach\" van de algemene ingang.",
    "De tijden waarop de telefoon wordt opgenomen, en die van de balie.",
    "De website van de gemeente en het adres van het gemeentehuis.",
    "Wie geeft hier onafhankelijke cliëntondersteuning? Vul het in bij \"client_support\".",
    "Welke teams zijn er, waar werken zij en hoe bereikt men ze?",
    NO_TABLE,
];

/// What is said as long as there is no table of postcodes.
pub const NO_TABLE: &str =
    "De wijken en postcodes. Maak ze met 'wijkdeur import-cbs' uit het bestand van het CBS.";

impl Beginning {
    /// Begins a municipality by its code and its name; says what to do if they are none.
    pub fn new(code: &str, name: &str) -> Result<Self, String> {
        let id = code.trim().to_uppercase();
        if !is_code(&id) {
            return Err(format!(
                "‘{code}’ is geen code van een gemeente. Geef de code van het CBS: GM en vier cijfers, zoals GM0361."
            ));
        }
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let slug = slugify(&name);
        if slug.is_empty() || slug.contains(|mark: char| mark.is_ascii_digit()) {
            return Err(format!(
                "‘{name}’ is geen naam van een gemeente. Geef haar naam in letters, zoals --name Alkmaar."
            ));
        }
        Ok(Self { id, name, slug })
    }

    /// Where its file belongs, below the directory of the data.
    pub fn file(&self) -> String {
        format!("municipalities/{}.json", self.slug)
    }

    /// What stands in it; the year is that of the codes its *wijken* will have.
    pub fn text(&self, year: u16) -> String {
        let Self { id, name, slug } = self;
        let quoted = |text: &str| json!(text).to_string();
        let missing: Vec<String> =
            MISSING.iter().map(|text| format!("    {}", quoted(text))).collect();
        format!(
            r#"{{
  "$schema": "../schema/directory.schema.json",
  "municipality": {{
    "id": "{id}",
    "slug": "{slug}",
    "name": {name},
    "entrance": "gemeente-{slug}",
    "client_support": "unknown",
    "cbs_year": {year},
    "leave_to": "https://nl.wikipedia.org/"
  }},
  "areas": [],
  "wijken": [],
  "postcodes": [],
  "providers": [
    {{
      "id": "gemeente-{slug}",
      "name": {party},
      "kind": "municipality",
      "what": {what},
      "serves": []
    }}
  ],
  "missing": [
{missing}
  ]
}}
"#,
            name = quoted(name),
            party = quoted(&format!("Gemeente {name}")),
            what = quoted(WHAT),
            missing = missing.join(",\n"),
        )
    }
}

/// `GM` and four digits.
pub(super) fn is_code(id: &str) -> bool {
    id.strip_prefix("GM").is_some_and(|digits| {
        digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_digit())
    })
}
