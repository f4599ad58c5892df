//! What HSDS has no field for, as attributes: kinds of help by our own codes, and facts with
//! a label.

use super::Town;
use super::id::{below, shared};
use super::records::{Attribute, Taxonomy, TaxonomyTerm};
use crate::domain::{RouteCode, SourceDate};
use serde::Serialize;
use uuid::Uuid;

const TAXONOMY: &str = "Wijkdeur route codes";

/// Something known about its owner, if it is.
pub(super) fn fact(
    owner: Uuid,
    label: &'static str,
    value: Option<impl ToString>,
) -> Option<Attribute> {
    let value = value?.to_string();
    let id = below(owner, "attribute", &format!("{label}/{value}"));
    Some(Attribute { id, label: Some(label), value: Some(value), taxonomy_term: None })
}

/// Where something was read, and when that was written.
pub(super) fn sources(
    owner: Uuid,
    source: &str,
    date: Option<&SourceDate>,
) -> impl Iterator<Item = Attribute> {
    let source = (!source.is_empty()).then_some(source);
    let date = date.map(SourceDate::as_str);
    [fact(owner, "source", source), fact(owner, "source_date", date)].into_iter().flatten()
}

/// The name of a case in the data.
pub(super) fn code(case: impl Serialize) -> Option<String> {
    serde_json::to_value(case).ok()?.as_str().map(str::to_owned)
}

/// A kind of help its owner gives.
pub(super) fn help(town: &Town<'_>, owner: Uuid, route: &RouteCode) -> Attribute {
    let words = town.words.routes.get(route);
    let taxonomy_term = TaxonomyTerm {
        id: shared("route", route.as_str()),
        code: route.to_string(),
        name: words.map_or_else(|| route.to_string(), |words| words.name.clone()),
        description: words.map_or_else(|| route.to_string(), |words| words.does.clone()),
        taxonomy: TAXONOMY,
        taxonomy_detail: Taxonomy {
            id: shared("taxonomy", "routes"),
            name: TAXONOMY,
            description: "Vormen van hulp, met de vaste codes van Wijkdeur.",
        },
        language: town.words.language.clone(),
    };
    let id = below(owner, "attribute", &format!("route/{route}"));
    Attribute { id, label: None, value: None, taxonomy_term: Some(taxonomy_term) }
}
