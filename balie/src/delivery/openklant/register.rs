//! Calls to the register: looking up, and making.
//!
//! What is found is not believed at once. A register that does not know a filter may leave
//! it out and answer with everything it has, so each match is compared with what was asked.

use super::bodies::{Actor, REFERENCE_CODES};
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

impl Register {
    /// The register at this address.
    pub fn new(outgoing: Outgoing, base: &Url, token: &str) -> Self {
        let mut base = base.clone();
        let path = format!("{}/", base.path().trim_end_matches('/'));
        base.set_path(&path);
        Self { outgoing, base, authorization: format!("Token {token}") }
    }

    /// Actors with the identification of this one.
    pub async fn actors(&self, actor: &Actor) -> Result<Vec<Value>, Failure> {
        let wanted = actor.identification();
        let fields = [
            ("actoridentificatorObjectId", "objectId"),
            ("actoridentificatorCodeObjecttype", "codeObjecttype"),
            ("actoridentificatorCodeRegister", "codeRegister"),
            ("actoridentificatorCodeSoortObjectId", "codeSoortObjectId"),
        ];
        let value = |field| wanted[field].as_str().unwrap_or_default();
        let filters = fields.map(|(filter, field)| (filter, value(field)));
        let mut found = self.list("actoren", &filters).await?;
        // A later version may tell more of it.
        found.retain(|it| {
            let it = &it["actoridentificator"];
            fields.iter().all(|(_, field)| it[field] == wanted[field])
        });
        Ok(found)
    }

    /// The contact of a letter.
    pub async fn contact(&self, reference: &str) -> Result<Option<Contact>, Failure> {
        let [kind, register, id] = REFERENCE_CODES;
        let filters = [
            ("onderwerpobject__onderwerpobjectidentificatorObjectId", reference),
            ("onderwerpobject__onderwerpobjectidentificatorCodeObjecttype", kind),
            ("onderwerpobject__onderwerpobjectidentificatorCodeRegister", register),
            ("onderwerpobject__onderwerpobjectidentificatorCodeSoortObjectId", id),
        ];
        for contact in self.list("klantcontacten", &filters).await? {
            if self.is_about(&contact, reference).await? {
                let betrokkene = uuid(&contact["hadBetrokkenen"][0])?;
                return Ok(Some(Contact { uuid: uuid(&contact)?, betrokkene }));
            }
        }
        Ok(None)
    }

    async fn is_about(&self, contact: &Value, reference: &str) -> Result<bool, Failure> {
        for object in contact["gingOverOnderwerpobjecten"].as_array().into_iter().flatten() {
            let object = self.get(&format!("onderwerpobjecten/{}", uuid(object)?), &[]).await?;
            if object["onderwerpobjectidentificator"]["objectId"] == reference {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Makes a contact with who asks and the reference.
    pub async fn make_contact(&self, body: &Value) -> Result<Contact, Failure> {
        let made = self.make("maak-klantcontact", body).await?;
        let betrokkene = uuid(&made["betrokkene"])?;
        Ok(Contact { uuid: uuid(&made["klantcontact"])?, betrokkene })
    }

    /// The addresses of a betrokkene.
    pub async fn addresses(&self, betrokkene: &str) -> Result<Vec<String>, Failure> {
        let filters = [("verstrektDoorBetrokkene__uuid", betrokkene)];
        let found = self.list("digitaleadressen", &filters).await?;
        let own = found.iter().filter(|it| it["verstrektDoorBetrokkene"]["uuid"] == betrokkene);
        Ok(own.filter_map(|it| it["adres"].as_str().map(str::to_owned)).collect())
    }

    /// Whether a contact has led to a task.
    pub async fn has_task(&self, contact: &str) -> Result<bool, Failure> {
        let filters = [("aanleidinggevendKlantcontact__uuid", contact)];
        let found = self.list("internetaken", &filters).await?;
        Ok(found.iter().any(|it| it["aanleidinggevendKlantcontact"]["uuid"] == contact))
    }

    /// Makes something.
    pub async fn make(&self, path: &str, body: &Value) -> Result<Value, Failure> {
        let address = self.address(path, &[])?;
        let request = self.outgoing.client(&address).post(address).json(body);
        self.call(path, request).await
    }

    async fn list(&self, path: &str, filters: &[(&str, &str)]) -> Result<Vec<Value>, Failure> {
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

    async fn get(&self, path: &str, filters: &[(&str, &str)]) -> Result<Value, Failure> {
        let address = self.address(path, filters)?;
        self.call(path, self.outgoing.client(&address).get(address)).await
    }

    fn address(&self, path: &str, filters: &[(&str, &str)]) -> Result<Url, Failure> {
        let wrong = |_| Failure::Later(format!("Open Klant has no address for {path}"));
        let mut address = self.base.join(path).map_err(wrong)?;
        if !filters.is_empty() {
            address.query_pairs_mut().extend_pairs(filters);
        }
        Ok(address)
    }

    async fn call(&self, path: &str, request: RequestBuilder) -> Result<Value, Failure> {
        let request = request.header("authorization", &self.authorization);
        let answer = outgoing::call(request.header("accept", "application/json")).await?;
        let value = serde_json::from_slice(&answer.body).unwrap_or(Value::Null);
        let said = format!("Open Klant answers {} at {path}", answer.status);
        match answer.status {
            200 | 201 if value.is_object() => Ok(value),
            // The body is wrong, and will be.
            400 | 409 | 413 | 415 | 422 => {
                Err(Failure::Never(format!("{said} ({})", told(&value))))
            }
            _ => Err(Failure::Later(said)),
        }
    }
}

/// The name that something has in the register.
pub fn uuid(of: &Value) -> Result<String, Failure> {
    let plain = |it: &&str| {
        !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
    };
    let uuid = of["uuid"].as_str().filter(plain);
    uuid.map(str::to_owned).ok_or_else(|| Failure::Later("Open Klant names no uuid".to_owned()))
}

/// What may be said of an answer: never what it says of a letter.
fn told(answer: &Value) -> String {
    let parameters = answer["invalidParams"].as_array().map(Vec::as_slice).unwrap_or_default();
    let parameters = parameters.iter().filter_map(|parameter| {
        let (name, code) = (parameter["name"].as_str()?, parameter["code"].as_str()?);
        Some(format!("{name}: {code}"))
    });
    parameters.collect::<Vec<_>>().join(", ")
}
