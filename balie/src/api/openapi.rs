//! The description of the API for programs, OpenAPI 3.1: made of the types that the desk
//! reads and writes, so that it cannot say anything else than they do.

use super::problem::{self, Kind};
use super::words;
use crate::addresses::{BASE, CONTACT_REQUESTS};
use crate::desk::{Desk, Receipt};
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use wijkdeur::domain::{Draft, Field};

/// The fields with a text that somebody writes.
const TEXTS: [Field; 10] = [
    Field::Phone,
    Field::Email,
    Field::Letter,
    Field::Wijk,
    Field::When,
    Field::Name,
    Field::Story,
    Field::Companion,
    Field::Language,
    Field::Website,
];

/// Answers with the description, for the municipalities of this desk.
pub async fn describe(State(desk): State<Arc<Desk>>) -> Response {
    let towns = desk.towns.all();
    let slug = towns.first().map_or("arnhem", |town| town.slug.as_str());
    let text = serde_json::to_vec_pretty(&description(slug)).expect("texts and numbers");
    ([(CONTENT_TYPE, "application/json")], text).into_response()
}

/// The description, with an example for this municipality that is accepted as it stands.
pub fn description(municipality: &str) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Wijkdeur: vragen om contact",
            "version": Draft::VERSION.to_string(),
            "description": "Stuur een vraag om contact naar de balie van een gemeente. Wat \
                met 201 is beantwoord, is bewaard en wordt afgeleverd.",
            "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
        },
        "servers": [{ "url": BASE }],
        "paths": { (CONTACT_REQUESTS): { "post": {
            "operationId": "sendContactRequest",
            "summary": "Vraag om contact",
            "parameters": [key()],
            "requestBody": { "required": true, "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/Draft" },
                "example": example(municipality),
            } } },
            "responses": responses(),
        } } },
        "components": { "schemas": schemas() },
    })
}

fn key() -> Value {
    json!({
        "name": "Idempotency-Key",
        "in": "header",
        "required": true,
        "description": "Een nieuwe voor elk bericht, liefst een UUID. Dezelfde vraag met \
            dezelfde sleutel wordt één keer bewaard, en krijgt hetzelfde antwoord, zolang zij \
            bewaard is. `seconds` telt daarbij niet mee.",
        "schema": {
            "type": "string", "minLength": 16, "maxLength": 64, "pattern": "^[!-~]+$",
        },
        "example": "0b7e6f1e-6a39-4c58-9f0e-3f6f2f6f7a11",
    })
}

fn example(municipality: &str) -> Value {
    json!({
        "version": Draft::VERSION,
        "municipality": municipality,
        "phone": "06 12345678",
        "times": ["morning", "evening"],
        "voicemail": "call-back",
        "name": "Mevrouw Jansen",
        "story": "Sinds mijn man ziek is, lukt het huishouden niet meer.",
        "seconds": 95,
    })
}

fn responses() -> Map<String, Value> {
    let mut all = Map::new();
    all.insert(
        "201".to_owned(),
        json!({
            "description": "De vraag is bewaard.",
            "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/Receipt" },
            } },
        }),
    );
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::NotThere) {
        let name = kind.status().as_u16().to_string();
        let problem = json!({
            "description": words::title(kind),
            "content": { "application/problem+json": {
                "schema": { "$ref": "#/components/schemas/Problem" },
            } },
        });
        let response = all.entry(name).or_insert(problem);
        let title = json!(words::title(kind));
        if response["description"] != title {
            let both = format!("{}, of: {}", text(&response["description"]), text(&title));
            response["description"] = json!(both);
        }
        let header = match kind {
            Kind::TooMany | Kind::Unavailable => "Retry-After",
            Kind::WrongMethod => "Allow",
            _ => continue,
        };
        response["headers"] = json!({ header: { "schema": { "type": "string" } } });
    }
    all
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// What is read as it may be written, what is answered as it is written.
fn schemas() -> Map<String, Value> {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.meta_schema = None;
        settings.definitions_path = "/components/schemas".into();
    });
    let mut read = settings.clone().for_deserialize().into_generator();
    read.subschema_for::<Draft>();
    let mut all = read.take_definitions(true);
    let mut written = settings.for_serialize().into_generator();
    written.subschema_for::<Receipt>();
    written.subschema_for::<problem::Body>();
    all.extend(written.take_definitions(true));

    let draft = &mut all["Draft"]["properties"];
    draft["version"] =
        json!({ "const": Draft::VERSION, "description": draft["version"]["description"] });
    for field in TEXTS {
        draft[field.as_str()]["maxLength"] = json!(field.longest());
    }
    all
}
