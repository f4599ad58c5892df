//! What is sent to the register, within the limits of its fields.

use super::fit::{self, Part};
use super::{address, language};
use crate::delivery::place::Place;
use crate::delivery::{Letter, words};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use wijkdeur::domain::Subject;

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

/// By what a part of a letter is known in the register.
pub struct Key {
    reference: String,
    part: usize,
}

impl Key {
    /// Of this part.
    pub fn of(letter: &Letter, part: &Part) -> Self {
        Self { reference: letter.reference.clone(), part: part.number }
    }

    /// As an object: the reference, which all parts share, and which part.
    pub fn identification(&self) -> Value {
        let kind = match self.part {
            1 => "kenmerk".to_owned(),
            part => format!("kenmerk-deel-{part}"),
        };
        identification(&self.reference, ["verzoek", "wijkdeur", &kind])
    }

    /// Numbers for what is made of it: the same in every attempt, so that a register that
    /// wants them to be unique (Open Klant 2.16 and later) makes nothing twice, however late
    /// it is. There are fewer of them than references: who finds one in use takes the next,
    /// and at last none.
    pub fn numbers(&self, kind: &str) -> [Option<String>; 4] {
        let number = |turn: u8| {
            let text = format!("{kind} {} {} {turn}", self.reference, self.part);
            let digits = Sha256::digest(text)
                .iter()
                .fold(0_u64, |number, byte| (number * 256 + u64::from(*byte)) % 10_000_000_000);
            Some(format!("{digits:010}"))
        };
        [number(0), number(1), number(2), None]
    }
}

/// To make the contact with who asks and the reference.
pub fn contact(letter: &Letter, part: &Part, kanaal: &str) -> Value {
    let content = &letter.content;
    // The register knows nothing in between; who does not say asks as the client.
    let for_another = matches!(content.subject, Some(Subject::Child | Subject::Other));
    let rol = if for_another { "vertegenwoordiger" } else { "klant" };
    let which = match part.of {
        1 => String::new(),
        of => format!(" (deel {} van {of})", part.number),
    };
    let mut betrokkene = json!({
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
    });
    if let Some(post) = address::post(content) {
        betrokkene["correspondentieadres"] = post;
    }
    json!({
        "klantcontact": {
            "kanaal": kanaal,
            "onderwerp": format!("Verzoek om contact via Wijkdeur {}{which}", letter.reference),
            "inhoud": words::for_the_caller(letter),
            "indicatieContactGelukt": null,
            "taal": language::code(&content.language),
            "vertrouwelijk": true,
            "plaatsgevondenOp": letter.received_at.to_string(),
        },
        "betrokkene": betrokkene,
        "onderwerpobject": {
            "wasKlantcontact": null,
            "onderwerpobjectidentificator": Key::of(letter, part).identification(),
        },
    })
}

/// To make the task.
pub fn task(letter: &Letter, part: &Part, contact: &str, actor: &str) -> Value {
    let handeling = match part.number {
        1 => "Contact opnemen met betrokkene".to_owned(),
        number => {
            format!("Lezen bij deel 1 van {}: deel {number}", fit::cut(&letter.reference, 100))
        }
    };
    json!({
        "gevraagdeHandeling": handeling,
        "aanleidinggevendKlantcontact": { "uuid": contact },
        "toegewezenAanActoren": [{ "uuid": actor }],
        "toelichting": part.text,
        "status": "te_verwerken",
    })
}
