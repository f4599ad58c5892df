//! What is sent to the register, within the limits of its fields.

use super::fit;
use crate::delivery::place::Place;
use crate::delivery::{Letter, words};
use serde_json::{Value, json};
use wijkdeur::domain::Subject;

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
    // The register knows nothing in between; who does not say asks as the client.
    let for_another = matches!(content.subject, Some(Subject::Child | Subject::Other));
    let rol = if for_another { "vertegenwoordiger" } else { "klant" };
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
