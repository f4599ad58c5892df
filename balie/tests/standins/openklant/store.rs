//! Making things: what is asked is checked as the real one checks it, and kept.

use super::checks::{self, Problem};
use super::{Act, BASE, Store, answer, not_there, problem};
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::{Value, json};

impl Store {
    /// What to do with the write that comes now.
    pub fn act(&mut self) -> Option<Act> {
        let act = self.at.filter(|(number, _)| *number == self.writes).map(|(_, act)| act);
        self.writes += 1;
        act
    }

    /// Does what is asked, if it can be done.
    pub fn write(
        &mut self,
        path: &str,
        headers: &HeaderMap,
        body: &[u8],
        act: Option<Act>,
    ) -> Response {
        if let Some(Act::Refuse(status)) = act {
            return answer(status, problem(status, "error", Vec::new()));
        }
        if let Some(Act::Invalid(name)) = act {
            let wrong = vec![Problem::new(name, "invalid", "Het is niet goed.")];
            return answer(400, problem(400, "invalid", wrong));
        }
        if headers.get("content-type").is_none_or(|kind| kind != "application/json") {
            return answer(415, problem(415, "unsupported_media_type", Vec::new()));
        }
        let Ok(mut body) = serde_json::from_slice(body) else {
            return answer(400, problem(400, "parse_error", Vec::new()));
        };
        checks::trim(&mut body);
        let Some(mut wrong) = checks::wrong(path, &body) else { return not_there() };
        if wrong.is_empty() {
            wrong = self.unknown(path, &body);
            wrong.extend(self.unfit(path, &body));
        }
        if !wrong.is_empty() {
            let problem = problem(400, "invalid", wrong);
            self.refused.push(problem.clone());
            return answer(400, problem);
        }
        let made = self.do_it(path, &body);
        if let Some(Act::DoAndHangUp) = act {
            self.hang_up.now();
        }
        answer(201, made)
    }

    fn do_it(&mut self, path: &str, body: &Value) -> Value {
        match path {
            "maak-klantcontact" => self.make_contact(body),
            "actoren" => self.make_as_it_answers("actoren", body),
            "digitaleadressen" => self.make_as_it_answers("digitaleadressen", body),
            _ => self.make_as_it_answers("internetaken", body),
        }
    }

    /// With the fields of its version, and no other.
    fn make_as_it_answers(&mut self, kind: &'static str, body: &Value) -> Value {
        let mut what = self.version.blank(kind);
        for (name, value) in what.as_object_mut().expect("fields") {
            if let Some(told) = body.get(name) {
                value.clone_from(told);
            }
        }
        self.make(kind, what)
    }

    /// Keeps this.
    pub fn make(&mut self, kind: &'static str, mut what: Value) -> Value {
        let number = self.kept.values().map(Vec::len).sum::<usize>() + 1;
        let uuid = format!("00000000-0000-4000-8000-{number:012x}");
        what["url"] = json!(format!("http://localhost{BASE}{kind}/{uuid}"));
        what["uuid"] = json!(uuid);
        self.kept.entry(kind).or_default().push(what.clone());
        what
    }

    fn make_contact(&mut self, body: &Value) -> Value {
        let contact = self.make_as_it_answers("klantcontacten", &body["klantcontact"]);
        let of = |part: &str, field: &str| {
            let mut part = body[part].clone();
            part[field] = json!({ "uuid": contact["uuid"], "url": contact["url"] });
            part
        };
        let betrokkene =
            self.make_as_it_answers("betrokkenen", &of("betrokkene", "hadKlantcontact"));
        let object =
            self.make_as_it_answers("onderwerpobjecten", &of("onderwerpobject", "klantcontact"));
        let contacts = self.kept.get_mut("klantcontacten").expect("the one just made");
        let contact = contacts.last_mut().expect("the one just made");
        contact["hadBetrokkenen"] = json!([{ "uuid": betrokkene["uuid"] }]);
        contact["gingOverOnderwerpobjecten"] = json!([{ "uuid": object["uuid"] }]);
        json!({ "klantcontact": contact, "betrokkene": betrokkene, "onderwerpobject": object })
    }

    /// What this version, or what stands there already, does not allow.
    fn unfit(&self, path: &str, body: &Value) -> Option<Problem> {
        let there = |kind| self.kept.get(kind).map(Vec::as_slice).unwrap_or_default();
        match path {
            "maak-klantcontact" => {
                let (body, place) = (&body["klantcontact"], "klantcontact.");
                let number = self.version.wrong_number(place, body, there("klantcontacten"));
                number.or_else(|| self.wrong_kanaal(body))
            }
            "internetaken" => self.version.wrong_number("", body, there("internetaken")),
            "digitaleadressen" => self.version.wrong_address(body),
            _ => None,
        }
    }

    fn wrong_kanaal(&self, contact: &Value) -> Option<Problem> {
        let reason = match self.kanalen? {
            Err(()) => {
                "Failed to retrieve valid channels from the Referentielijsten API to \
                        validate `kanaal`."
            }
            Ok(known) if known.iter().any(|it| contact["kanaal"] == *it) => return None,
            Ok(_) => "It is not a valid kanaal.",
        };
        Some(Problem::new("klantcontact.kanaal", "invalid", reason))
    }

    /// References to what is not there.
    fn unknown(&self, path: &str, body: &Value) -> Vec<Problem> {
        let mut unknown = Vec::new();
        let mut refer = |name: &str, kind: &str, to: &Value| {
            let known = self.kept.get(kind).into_iter().flatten();
            if !known.into_iter().any(|it| it["uuid"] == to["uuid"]) {
                unknown.push(Problem::new(name, "invalid", "object bestaat niet."));
            }
        };
        if path == "digitaleadressen" {
            refer("verstrektDoorBetrokkene.uuid", "betrokkenen", &body["verstrektDoorBetrokkene"]);
        }
        if path == "internetaken" {
            let contact = &body["aanleidinggevendKlantcontact"];
            refer("aanleidinggevendKlantcontact.uuid", "klantcontacten", contact);
            for actor in body["toegewezenAanActoren"].as_array().into_iter().flatten() {
                refer("toegewezenAanActoren.uuid", "actoren", actor);
            }
        }
        unknown
    }
}
