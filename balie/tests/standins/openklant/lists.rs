//! Looking up: lists with filters, and one thing by its name.

use super::{Store, answer, not_there};
use axum::response::Response;
use serde_json::{Value, json};

/// So many stand on a page.
const PAGE: usize = 100;

impl Store {
    /// A list, or one thing (`kind/uuid`).
    pub fn look(&self, path: &str, query: &str) -> Response {
        let (kind, uuid) = match path.split_once('/') {
            Some((kind, uuid)) => (kind, Some(uuid)),
            None => (path, None),
        };
        const KINDS: [&str; 6] = [
            "actoren",
            "betrokkenen",
            "digitaleadressen",
            "internetaken",
            "klantcontacten",
            "onderwerpobjecten",
        ];
        if !KINDS.contains(&kind) {
            return not_there();
        }
        let all = self.kept.get(kind).map(Vec::as_slice).unwrap_or_default();
        if let Some(uuid) = uuid {
            let one = all.iter().find(|it| it["uuid"] == uuid);
            return one.map_or_else(not_there, |it| answer(200, it.clone()));
        }
        let filters = pairs(query);
        let fits = |it: &&Value| {
            self.hides != Some(kind)
                && (self.ignores_filters
                    || filters.iter().all(|(name, is)| self.fits(kind, it, name, is)))
        };
        // The newest first.
        let found: Vec<_> = all.iter().rev().filter(fits).collect();
        let next = (found.len() > PAGE).then(|| format!("http://localhost/{path}?page=2"));
        let page: Vec<_> = found.iter().take(PAGE).collect();
        answer(
            200,
            json!({ "count": found.len(), "next": next, "previous": null, "results": page }),
        )
    }

    fn fits(&self, kind: &str, it: &Value, name: &str, is: &str) -> bool {
        let identified = |of: &Value, code: &str| of[first_small(code)] == is;
        match (kind, name) {
            ("actoren", _) if name.starts_with("actoridentificator") => {
                identified(&it["actoridentificator"], &name["actoridentificator".len()..])
            }
            ("digitaleadressen", "verstrektDoorBetrokkene__uuid") => {
                it["verstrektDoorBetrokkene"]["uuid"] == is
            }
            ("internetaken", "aanleidinggevendKlantcontact__uuid") => {
                it["aanleidinggevendKlantcontact"]["uuid"] == is
            }
            ("klantcontacten", _) => {
                let Some(code) = name.strip_prefix("onderwerpobject__onderwerpobjectidentificator")
                else {
                    return true;
                };
                let objects = self.kept.get("onderwerpobjecten").into_iter().flatten();
                objects
                    .filter(|object| object["klantcontact"]["uuid"] == it["uuid"])
                    .any(|object| identified(&object["onderwerpobjectidentificator"], code))
            }
            // A filter that is not known is left out.
            _ => true,
        }
    }
}

fn first_small(code: &str) -> String {
    let (first, rest) = code.split_at(1);
    format!("{}{rest}", first.to_ascii_lowercase())
}

fn pairs(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (decoded(name), decoded(value))).collect()
}

fn decoded(text: &str) -> String {
    let text = text.replace('+', " ");
    percent_encoding::percent_decode_str(&text).decode_utf8_lossy().into_owned()
}
