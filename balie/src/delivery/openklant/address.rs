//! The ways to reach who asks. Which phone numbers and e-mail addresses a register takes
//! differs by version, so it is asked: what it refuses is sent once more as another kind, and
//! what it then refuses stands in the text of the task, as every address does.

use crate::delivery::{email, words};
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
    /// Every way but post, which is a field of who asks.
    pub fn all(content: &Draft) -> Vec<Self> {
        let email = email::in_ascii(&content.email).unwrap_or_else(|| content.email.clone());
        let all = [
            ("telefoonnummer", &content.phone, "telefoonnummer"),
            ("email", &email, "e-mailadres"),
        ];
        let all = all.into_iter().map(|(kind, adres, about)| Self {
            adres: words::one_line(adres),
            kind,
            about,
        });
        all.filter(|address| !address.adres.is_empty()).collect()
    }

    /// To make it: as what it is, and if need be as something else.
    pub fn bodies(&self, betrokkene: &str) -> [Value; 2] {
        [self.kind, "overig"].map(|kind| {
            json!({
                "verstrektDoorBetrokkene": { "uuid": betrokkene },
                "verstrektDoorPartij": null,
                "adres": self.adres,
                "soortDigitaalAdres": kind,
                "omschrijving": self.about,
            })
        })
    }
}

/// The postal address, if it fits in the lines that every version has for it.
pub fn post(content: &Draft) -> Option<Value> {
    let mut lines = content.letter.lines().map(words::one_line).filter(|line| !line.is_empty());
    let mut next = || lines.next().unwrap_or_default();
    let [one, two, three] = [next(), next(), next()];
    let longest = [&one, &two, &three].map(|line| line.chars().count()).into_iter().max();
    let fits = !one.is_empty() && lines.next().is_none() && longest <= Some(80);
    fits.then(|| {
        json!({
            "nummeraanduidingId": "",
            "adresregel1": one,
            "adresregel2": two,
            "adresregel3": three,
            "land": "",
        })
    })
}
