//! What the real one refuses, as its API description and its sources say: a schema for each
//! body, and what Django does to a text before it looks at it.

use serde_json::{Value, json};

/// Something that is wrong with a body.
pub struct Problem {
    /// Where.
    pub name: String,
    /// What, in a word.
    pub code: String,
    /// What, in words.
    pub reason: String,
}

impl Problem {
    /// Something that is wrong.
    pub fn new(name: &str, code: &str, reason: &str) -> Self {
        Self { name: name.to_owned(), code: code.to_owned(), reason: reason.to_owned() }
    }
}

/// Texts without blanks around them, as they are checked and kept.
pub fn trim(value: &mut Value) {
    match value {
        Value::String(text) => *text = text.trim().to_owned(),
        Value::Array(values) => values.iter_mut().for_each(trim),
        Value::Object(fields) => fields.values_mut().for_each(trim),
        _ => {}
    }
}

/// What is wrong with a body for this path; nothing where nothing can be made.
pub fn wrong(path: &str, body: &Value) -> Option<Vec<Problem>> {
    let schema = match path {
        "actoren" => actor(),
        "maak-klantcontact" => contact(),
        "digitaleadressen" => address(),
        "internetaken" => task(),
        _ => return None,
    };
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let problem = |error: jsonschema::ValidationError| {
        let name = error.instance_path().to_string().trim_matches('/').replace('/', ".");
        let path = error.schema_path().to_string();
        let keyword = path.rsplit('/').next().unwrap_or_default();
        let code = match keyword {
            "minLength" => "blank",
            "maxLength" => "max_length",
            "required" => "required",
            "enum" => "invalid_choice",
            _ => "invalid",
        };
        Problem::new(&name, code, &error.to_string())
    };
    let mut wrong: Vec<_> = validator.iter_errors(body).map(problem).collect();
    if body.to_string().contains("\\u0000") {
        wrong.push(Problem::new("", "null_characters_not_allowed", "Null-tekens"));
    }
    Some(wrong)
}

/// A text that must hold something.
fn text(most: usize) -> Value {
    json!({ "type": "string", "minLength": 1, "maxLength": most })
}

/// A text that may be empty.
fn maybe(most: usize) -> Value {
    json!({ "type": "string", "maxLength": most })
}

fn reference() -> Value {
    let digits = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
    json!({
        "type": "object",
        "required": ["uuid"],
        "properties": { "uuid": { "type": "string", "pattern": digits } },
    })
}

fn identification() -> Value {
    json!({
        "type": "object",
        "properties": {
            "objectId": maybe(200),
            "codeObjecttype": maybe(200),
            "codeRegister": maybe(200),
            "codeSoortObjectId": maybe(200),
        },
    })
}

fn actor() -> Value {
    json!({
        "type": "object",
        "required": ["naam", "soortActor"],
        "properties": {
            "naam": text(200),
            "soortActor": {
                "enum": ["geautomatiseerde_actor", "medewerker", "organisatorische_eenheid"],
            },
            "indicatieActief": { "type": "boolean" },
            "actoridentificator": identification(),
        },
    })
}

fn contact() -> Value {
    let moment = r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,12})?)?(Z|[+-]\d\d:?\d\d)?$";
    json!({
        "type": "object",
        "required": ["klantcontact"],
        "properties": {
            "klantcontact": {
                "type": "object",
                "required": ["kanaal", "onderwerp", "taal", "vertrouwelijk"],
                "properties": {
                    "kanaal": text(50),
                    "onderwerp": text(200),
                    "inhoud": maybe(1000),
                    "indicatieContactGelukt": { "type": ["boolean", "null"] },
                    "taal": { "type": "string", "pattern": "^[a-z]{3}$" },
                    "vertrouwelijk": { "type": "boolean" },
                    "plaatsgevondenOp": { "type": "string", "pattern": moment },
                },
            },
            "betrokkene": {
                "type": "object",
                // Older versions ask for a party, be it none.
                "required": ["wasPartij", "rol", "initiator"],
                "properties": {
                    "wasPartij": { "anyOf": [{ "type": "null" }, reference()] },
                    "rol": { "enum": ["klant", "vertegenwoordiger"] },
                    "initiator": { "type": "boolean" },
                    "organisatienaam": maybe(200),
                    "correspondentieadres": post(),
                    "contactnaam": {
                        "type": ["object", "null"],
                        "properties": {
                            "voorletters": maybe(10),
                            "voornaam": maybe(200),
                            "voorvoegselAchternaam": maybe(10),
                            "achternaam": maybe(200),
                        },
                    },
                },
            },
            "onderwerpobject": {
                "type": "object",
                "required": ["wasKlantcontact"],
                "properties": {
                    "wasKlantcontact": { "anyOf": [{ "type": "null" }, reference()] },
                    "onderwerpobjectidentificator": identification(),
                },
            },
        },
    })
}

fn post() -> Value {
    json!({
        "type": ["object", "null"],
        "properties": {
            "nummeraanduidingId": { "type": "string", "pattern": "^([0-9]{16})?$" },
            "adresregel1": maybe(80),
            "adresregel2": maybe(80),
            "adresregel3": maybe(80),
            "land": { "type": "string", "pattern": "^([A-Z]{2})?$" },
        },
    })
}

fn address() -> Value {
    // The strictest of the versions.
    let phone = r"^(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})$";
    let mark = "[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]";
    let label = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    let email = format!(r"^{mark}+(\.{mark}+)*@({label}\.)+[A-Za-z0-9-]{{1,62}}[A-Za-z0-9]$");
    let kind = |name: &str| json!({ "properties": { "soortDigitaalAdres": { "const": name } } });
    let adres = |pattern: &str| json!({ "properties": { "adres": { "pattern": pattern } } });
    json!({
        "type": "object",
        "required": [
            "verstrektDoorBetrokkene", "verstrektDoorPartij", "adres", "soortDigitaalAdres",
        ],
        "properties": {
            "verstrektDoorBetrokkene": reference(),
            "verstrektDoorPartij": { "type": "null" },
            "adres": text(80),
            "soortDigitaalAdres": { "enum": ["email", "telefoonnummer", "overig"] },
            "omschrijving": maybe(40),
        },
        "allOf": [
            { "if": kind("telefoonnummer"), "then": adres(phone) },
            { "if": kind("email"), "then": adres(&email) },
        ],
    })
}

fn task() -> Value {
    json!({
        "type": "object",
        "required": [
            "gevraagdeHandeling", "aanleidinggevendKlantcontact", "toegewezenAanActoren", "status",
        ],
        "properties": {
            "gevraagdeHandeling": text(200),
            "aanleidinggevendKlantcontact": reference(),
            "toegewezenAanActoren": { "type": "array", "minItems": 1, "items": reference() },
            "toelichting": maybe(1000),
            "status": { "enum": ["te_verwerken", "verwerkt"] },
        },
    })
}
