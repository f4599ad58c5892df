//! What is sent to the register, within the limits of its fields.

use super::fit;
use crate::delivery::place::Place;
use crate::delivery::{Letter, words};
use serde_json::{Value, json};
use wijkdeur::domain::{Draft, Subject};

/// As what the reference is known: the kind of object, its register, the kind of its name.
pub const REFERENCE_CODES: [&str; 3] = ["verzoek", "wijkdeur", "kenmerk"];

/// Who receives.
#[derive(Debug)]
pub struct Actor {
    /// As people call it.
    pub name: String,
    id: String,
    object_type: String,
    register: String,
    id_type: String,
}

impl Actor {
    /// Reads an actor. What is not told is as programs for contact centres write a
    /// department: `afd`, `obj` and `idf`; a group is `grp`.
    pub fn read(place: &Place) -> Option<Self> {
        place.holds_only(&["name", "id", "object_type", "register", "id_type"]);
        let must = |name| place.must_have(name).and_then(|it| it.short_text(200));
        let (name, id) = (must("name"), must("id"));
        let may = |name, usual| match place.may_have(name) {
            Some(place) => place.short_text(200),
            None => Some(usual),
        };
        let codes = [may("object_type", "afd"), may("register", "obj"), may("id_type", "idf")];
        let [object_type, register, id_type] = codes;
        Some(Self {
            name: name?.to_owned(),
            id: id?.to_owned(),
            object_type: object_type?.to_owned(),
            register: register?.to_owned(),
            id_type: id_type?.to_owned(),
        })
    }

    /// By what it is known.
    pub fn identification(&self) -> Value {
        identification(&self.id, [&self.object_type, &self.register, &self.id_type])
    }

    /// To make it.
    pub fn body(&self) -> Value {
        json!({
            "naam": self.name,
            "soortActor": "organisatorische_eenheid",
            "indicatieActief": true,
            "actoridentificator": self.identification(),
        })
    }
}

fn identification(id: &str, [object_type, register, id_type]: [&str; 3]) -> Value {
    json!({
        "objectId": id,
        "codeObjecttype": object_type,
        "codeRegister": register,
        "codeSoortObjectId": id_type,
    })
}

/// To make the contact with who asks and the reference.
pub fn contact(letter: &Letter, kanaal: &str) -> Value {
    let content = &letter.content;
    let text = fit::parts(letter);
    let rol = if content.subject == Subject::Myself { "klant" } else { "vertegenwoordiger" };
    json!({
        "klantcontact": {
            "kanaal": kanaal,
            "onderwerp": format!("Verzoek om contact via Wijkdeur {}", letter.reference),
            "inhoud": text.contact,
            "indicatieContactGelukt": null,
            "taal": "nld",
            "vertrouwelijk": true,
            "plaatsgevondenOp": letter.received_at.to_string(),
        },
        "betrokkene": {
            "wasPartij": null,
            "rol": rol,
            "initiator": true,
            "organisatienaam": "",
            "contactnaam": {
                "voorletters": "",
                "voornaam": "",
                "voorvoegselAchternaam": "",
                "achternaam": fit::cut(&words::one_line(&content.name), 200),
            },
        },
        "onderwerpobject": {
            "wasKlantcontact": null,
            "onderwerpobjectidentificator": identification(&letter.reference, REFERENCE_CODES),
        },
    })
}

/// To make the task.
pub fn task(letter: &Letter, contact: &str, actor: &str) -> Value {
    let text = fit::parts(letter);
    json!({
        "gevraagdeHandeling": "Contact opnemen met betrokkene",
        "aanleidinggevendKlantcontact": { "uuid": contact },
        "toegewezenAanActoren": [{ "uuid": actor }],
        "toelichting": text.task,
        "status": "te_verwerken",
    })
}

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
