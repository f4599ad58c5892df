//! What differs between versions of Open Klant, as far as a desk meets it. `answers.json` holds
//! what real ones answered after each kind of thing was made, with the values left out.

use super::checks::Problem;
use serde_json::Value;
use std::sync::LazyLock;

/// A version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// The first that makes a contact in one call; it knows no `referentienummer`.
    V2_4,
    /// The first that looks at how a phone number begins.
    V2_13,
    /// The first with a unique `referentienummer`.
    V2_16,
    /// The last that was seen.
    V2_18,
}

impl Version {
    /// From old to new.
    pub const ALL: [Self; 4] = [Self::V2_4, Self::V2_13, Self::V2_16, Self::V2_18];

    /// A thing of this kind as it answers, with nothing filled in.
    pub fn blank(self, kind: &str) -> Value {
        static ANSWERS: LazyLock<Value> = LazyLock::new(|| {
            serde_json::from_str(include_str!("answers.json")).expect("what was answered")
        });
        let name = match self {
            Self::V2_4 | Self::V2_13 => "2.4",
            Self::V2_16 => "2.16",
            Self::V2_18 => "2.18",
        };
        ANSWERS[name][kind].clone()
    }

    /// What is wrong with an address, besides its form.
    pub fn wrong_address(self, body: &Value) -> Option<Problem> {
        let refused: &[&str] = match self {
            Self::V2_4 => &[],
            Self::V2_13 | Self::V2_16 => &["0800", "0900", "088", "1400", "140"],
            Self::V2_18 => &["0800", "0900", "1400", "140"],
        };
        let adres = body["adres"].as_str().unwrap_or_default();
        let wrong = body["soortDigitaalAdres"] == "telefoonnummer"
            && refused.iter().any(|begin| adres.starts_with(begin));
        let reason = format!(
            "Het opgegeven telefoonnummer is ongeldig, telefoonnummers beginnend met {} zijn niet \
             toegestaan.",
            refused.join(", ")
        );
        wrong.then(|| Problem::new("adres", "invalid", &reason))
    }

    /// What is wrong with a number, in a body that stands at this place of the call.
    pub fn wrong_number(self, place: &str, body: &Value, there: &[Value]) -> Option<Problem> {
        if self < Self::V2_16 {
            return None;
        }
        let name = format!("{place}referentienummer");
        let number = &body["referentienummer"];
        let text = number.as_str()?;
        if text.len() > 10 {
            return Some(Problem::new(&name, "max_length", "Niet meer dan 10 tekens."));
        }
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Problem::new(&name, "invalid", "Voer een geldig geheel getal in."));
        }
        let taken = there.iter().any(|it| it["referentienummer"] == *number);
        let reason = "Er bestaat al een object met eenzelfde referentienummer.";
        taken.then(|| Problem::new(&name, "unique", reason))
    }
}
