//! The ways to reach who asks, each of a kind that the register takes it for.
//!
//! What it would refuse as a phone number or an e-mail address is kept as another kind, for
//! a person may still understand it.

use crate::delivery::words;
use serde_json::{Value, json};
use wijkdeur::domain::Draft;

/// A way to reach who asks.
pub struct Address {
    /// The address.
    pub adres: String,
    kind: &'static str,
    about: &'static str,
}

impl Address {
    const LONGEST: usize = 80;

    /// Every way that fits; what does not stands in the text.
    pub fn all(content: &Draft) -> Vec<Self> {
        let phone = words::one_line(&content.phone);
        let email = words::one_line(&content.email);
        let letter = words::one_line(&content.letter.trim().replace('\n', ", "));
        let kind = |fits: bool, kind| if fits { kind } else { "overig" };
        let all = [
            (kind(is_phone_number(&phone), "telefoonnummer"), phone, "telefoonnummer"),
            (kind(is_email(&email), "email"), email, "e-mailadres"),
            ("overig", letter, "postadres"),
        ];
        let all = all.into_iter().map(|(kind, adres, about)| Self { adres, kind, about });
        let fits = |adres: &str| !adres.is_empty() && adres.chars().count() <= Self::LONGEST;
        all.filter(|address| fits(&address.adres)).collect()
    }

    /// To make it.
    pub fn body(&self, betrokkene: &str) -> Value {
        json!({
            "verstrektDoorBetrokkene": { "uuid": betrokkene },
            "verstrektDoorPartij": null,
            "adres": self.adres,
            "soortDigitaalAdres": self.kind,
            "omschrijving": self.about,
        })
    }
}

/// What every version of the register takes for a phone number.
fn is_phone_number(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match (text.strip_prefix('+'), text.strip_prefix('0')) {
        (Some(rest), _) => digits(rest) && (9..=15).contains(&rest.len()),
        (None, Some(rest)) => digits(rest) && rest.len() == 9 && !rest.starts_with('0'),
        (None, None) => false,
    }
}

/// An address that the register takes for one: stricter than what may be typed.
fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.rsplit_once('@') else { return false };
    let mark = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{}|~-".contains(&byte);
    let atom = |part: &str| !part.is_empty() && part.bytes().all(mark);
    let label = |part: &str| {
        (1..=63).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let last = domain.rsplit('.').next().unwrap_or_default();
    name.split('.').all(atom)
        && domain.contains('.')
        && domain.split('.').all(label)
        && last.len() >= 2
        && last.bytes().all(|byte| byte.is_ascii_alphabetic())
}
