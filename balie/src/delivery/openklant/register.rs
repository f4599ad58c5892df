//! Calls to the register: looking up, and making.
//!
//! What is found is not believed at once. A register that does not know a filter may leave
//! it out and answer with everything it has, so each match is compared with what was asked.

use super::bodies::{Actor, Key};
use super::refusal::Refusal;
use crate::delivery::Failure;
use crate::delivery::outgoing::{self, Outgoing};
use reqwest::{RequestBuilder, Url};
use serde_json::Value;

/// A register.
pub struct Register {
    outgoing: Outgoing,
    base: Url,
    authorization: String,
}

/// A contact that is there.
pub struct Contact {
    /// Its name in the register.
    pub uuid: String,
    /// The name of who asks.
    pub betrokkene: String,
}

/// What came of making something.
pub enum Made {
    /// It is there.
    There,
    /// The register does not take it.
    Refused(Refusal),
}

/// The fields of what identifies something, as a filter and a body call them.
const IDENTIFICATION: [(&str, &str); 4] = [
    ("ObjectId", "objectId"),
    ("CodeObjecttype", "codeObjecttype"),
    ("CodeRegister", "codeRegister"),
    ("CodeSoortObjectId", "codeSoortObjectId"),
];

fn filters(begin: &str, wanted: &Value) -> Vec<(String, String)> {
    let value = |field| wanted[field].as_str().unwrap_or_default().to_owned();
    IDENTIFICATION.iter().map(|(end, field)| (format!("{begin}{end}"), value(field))).collect()
}

/// A later version may tell more.
fn is_the_same(one: &Value, wanted: &Value) -> bool {
    IDENTIFICATION.iter().all(|(_, field)| one[field] == wanted[field])
}

impl Register {
    /// The register at this address.
    pub fn new(outgoing: Outgoing, base: &Url, token: &str) -> Self {
        let mut base = base.clone();
        let path = format!("{}/", base.path().trim_end_matches('/'));
        base.set_path(&path);
        Self { outgoing, base, authorization: format!("Token {token}") }
    }

    /// Actors with the identification of this one, the newest first.
    pub async fn actors(&self, actor: &Actor) -> Result<Vec<Value>, Failure> {
        let wanted = actor.identification();
        let mut found = self.list("actoren", &filters("actoridentificator", &wanted)).await?;
        found.retain(|it| is_the_same(&it["actoridentificator"], &wanted));
        Ok(found)
    }

    /// The contact of a part of a letter; the oldest, if a late write made another.
    pub async fn contact(&self, key: &Key) -> Result<Option<Contact>, Failure> {
        let wanted = key.identification();
        let filters = filters("onderwerpobject__onderwerpobjectidentificator", &wanted);
        for contact in self.list("klantcontacten", &filters).await?.iter().rev() {
            if self.is_about(contact, &wanted).await? {
                let betrokkene = uuid(&contact["hadBetrokkenen"][0])?;
                return Ok(Some(Contact { uuid: uuid(contact)?, betrokkene }));
            }
        }
        Ok(None)
    }

    async fn is_about(&self, contact: &Value, wanted: &Value) -> Result<bool, Failure> {
        for object in contact["gingOverOnderwerpobjecten"].as_array().into_iter().flatten() {
            let object = self.get(&format!("onderwerpobjecten/{}", uuid(object)?), &[]).await?;
            if is_the_same(&object["onderwerpobjectidentificator"], wanted) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The addresses of a betrokkene.
    pub async fn addresses(&self, betrokkene: &str) -> Result<Vec<String>, Failure> {
        let filters = [("verstrektDoorBetrokkene__uuid".to_owned(), betrokkene.to_owned())];
        let found = self.list("digitaleadressen", &filters).await?;
        let own = found.iter().filter(|it| it["verstrektDoorBetrokkene"]["uuid"] == betrokkene);
        Ok(own.filter_map(|it| it["adres"].as_str().map(str::to_owned)).collect())
    }

    /// Whether a contact has led to a task.
    pub async fn has_task(&self, contact: &str) -> Result<bool, Failure> {
        let filters = [("aanleidinggevendKlantcontact__uuid".to_owned(), contact.to_owned())];
        let found = self.list("internetaken", &filters).await?;
        Ok(found.iter().any(|it| it["aanleidinggevendKlantcontact"]["uuid"] == contact))
    }

    /// Makes something.
    pub async fn make(&self, path: &str, body: &Value) -> Result<Made, Failure> {
        let address = self.address(path, &[])?;
        let request = self.outgoing.client(&address).post(address).json(body);
        let (status, value) = self.call(request).await?;
        match status {
            200 | 201 if value.is_object() => Ok(Made::There),
            400 | 413 | 422 => Ok(Made::Refused(Refusal::read(path, status, &value))),
            // It stumbles; it may be over what this letter says.
            500 => Err(Failure::Refused(answers(status, path))),
            _ => Err(Failure::Later(answers(status, path))),
        }
    }

    async fn list(&self, path: &str, filters: &[(String, String)]) -> Result<Vec<Value>, Failure> {
        let mut answer = self.get(path, filters).await?;
        let Value::Array(found) = answer["results"].take() else {
            return Err(Failure::Later(format!("Open Klant answers no list at {path}")));
        };
        // Nothing that is asked for here has a second page, unless filters are not known.
        if answer["next"].is_string() {
            return Err(Failure::Later(format!(
                "Open Klant does not filter {path}; it is too old"
            )));
        }
        Ok(found)
    }

    async fn get(&self, path: &str, filters: &[(String, String)]) -> Result<Value, Failure> {
        let address = self.address(path, filters)?;
        match self.call(self.outgoing.client(&address).get(address)).await? {
            (200, value) if value.is_object() => Ok(value),
            (status, _) => Err(Failure::Later(answers(status, path))),
        }
    }

    fn address(&self, path: &str, filters: &[(String, String)]) -> Result<Url, Failure> {
        let wrong = |_| Failure::Later(format!("Open Klant has no address for {path}"));
        let mut address = self.base.join(path).map_err(wrong)?;
        if !filters.is_empty() {
            address.query_pairs_mut().extend_pairs(filters);
        }
        Ok(address)
    }

    async fn call(&self, request: RequestBuilder) -> Result<(u16, Value), Failure> {
        let request = request.header("authorization", &self.authorization);
        let answer = outgoing::call(request.header("accept", "application/json")).await?;
        Ok((answer.status, serde_json::from_slice(&answer.body).unwrap_or(Value::Null)))
    }
}

fn answers(status: u16, path: &str) -> String {
    format!("Open Klant answers {status} at {path}")
}

/// The name that something has in the register.
pub fn uuid(of: &Value) -> Result<String, Failure> {
    let plain = |it: &&str| {
        !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
    };
    let uuid = of["uuid"].as_str().filter(plain);
    uuid.map(str::to_owned).ok_or_else(|| Failure::Later("Open Klant names no uuid".to_owned()))
}
