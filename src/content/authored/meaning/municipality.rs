//! A municipality: its own name and code, and an entrance where a person answers.

use super::dates;
use super::reach::{email_wrong, invented, site_wrong};
use super::routes::has_phone;
use super::{Found, Set};
use crate::content::authored::beginning::is_code;
use crate::content::authored::spelling::quoted;
use crate::domain::{Directory, Fact, Municipality, Provider, RouteCode, Status, site};

/// Judges a municipality, in the file of that name.
pub(super) fn judge(file: &str, directory: &Directory, set: &Set<'_>, found: &mut Found<'_>) {
    let own = &directory.municipality;
    if !is_code(&own.id) {
        found.add(
            "/municipality/id",
            format!("{} is geen code van het CBS zoals GM0202", quoted(&own.id)),
        );
    }
    if own.slug.is_empty() || !own.slug.chars().all(|mark| mark.is_ascii_lowercase() || mark == '-')
    {
        found.add(
            "/municipality/slug",
            format!("{} mag alleen kleine letters en streepjes hebben", quoted(&own.slug)),
        );
    } else if own.slug != file {
        found.add(
            "/municipality/slug",
            format!(
                "{} is anders dan de naam van het bestand, {file}.json; maak ze gelijk",
                quoted(&own.slug)
            ),
        );
    }
    // The name in addresses is that of the file, so no two can have the same.
    let earlier = set.directories.iter().take_while(|(name, _)| *name != file);
    for (name, other) in earlier {
        if other.municipality.id == own.id {
            found.add(
                "/municipality/id",
                format!("de code {} is al van {name}.json", quoted(&own.id)),
            );
        }
    }
    let with_scheme = site(&own.leave_to).eq_ignore_ascii_case(&own.leave_to);
    if !with_scheme || site_wrong(&own.leave_to).is_some() {
        found.add(
            "/municipality/leave_to",
            format!("{} is geen webadres dat met https:// begint", quoted(&own.leave_to)),
        );
    }
    if let Some(wrong) = own.accessibility.as_deref().and_then(site_wrong) {
        let site = own.accessibility.as_deref().unwrap_or_default();
        found.add("/municipality/accessibility", format!("{} {wrong}", quoted(site)));
    }
    dates::municipality(own, found);
    corrections(own, found);
    desk(directory, found);
    entrance(directory, found);
    support(directory, set, found);
}

fn corrections(own: &Municipality, found: &mut Found<'_>) {
    let Some(mailbox) = own.corrections.as_deref() else { return };
    let at = "/municipality/corrections";
    match email_wrong(mailbox) {
        Some(wrong) => found.add(at, format!("{} {wrong}", quoted(mailbox))),
        None => invented(at, mailbox, own.demonstration, found),
    }
}

/// Who takes requests has to be there; a promise of no time at all cannot be kept.
fn desk(directory: &Directory, found: &mut Found<'_>) {
    let Some(desk) = &directory.municipality.desk else { return };
    if desk.working_days == 0 {
        found.add(
            "/municipality/desk/working_days",
            "0 werkdagen is geen belofte; zeg binnen hoeveel werkdagen iemand contact opneemt"
                .to_owned(),
        );
    }
    for (at, id) in desk.receivers.iter().enumerate() {
        let at = format!("/municipality/desk/receivers/{at}");
        match directory.provider(id) {
            None => found.refers(&at, "de partij", id.as_str(), &names(directory)),
            Some(party) if party.status != Status::Active => found.add(
                &at,
                format!(
                    "de partij {} is er niet (\"status\"); haal haar hier weg",
                    quoted(id.as_str())
                ),
            ),
            Some(_) => {}
        }
    }
}

fn names(directory: &Directory) -> Vec<&str> {
    directory.providers.iter().map(|party| party.id.as_str()).collect()
}

fn entrance(directory: &Directory, found: &mut Found<'_>) {
    let at = "/municipality/entrance";
    let id = directory.municipality.entrance.as_str();
    match directory.entrance() {
        None => found.refers(at, "de partij", id, &names(directory)),
        Some(_) if found.is_lost(id) => {}
        Some(party) if party.status != Status::Active => found.add(
            at,
            format!("de algemene ingang {} is er niet (\"status\"); kies een andere", quoted(id)),
        ),
        // Where no number is known, the words say how to find somebody.
        Some(party) if !has_phone(party) && party.what.is_none() && !found.is_lost("phone") => {
            found.add(
                at,
                format!(
                    "de algemene ingang {} heeft geen telefoonnummer; voeg er één toe bij \"reach\", of zeg bij \"what\" hoe men iemand spreekt",
                    quoted(id)
                ),
            );
        }
        Some(_) => {}
    }
}

/// Who is there for some needs or families only is not for everybody.
pub(in crate::content) fn gives_everybody(party: &Provider, route: &RouteCode) -> bool {
    let mut all = party.serves.iter().filter(|coverage| coverage.routes.contains(route));
    all.any(|it| it.needs.is_empty() && !it.families)
}

/// What is said of client support and what the advice then says is one and the same.
fn support(directory: &Directory, set: &Set<'_>, found: &mut Found<'_>) {
    let Some(route) = set.catalogue.map(|catalogue| &catalogue.support) else { return };
    if set.catalogue.is_none_or(|catalogue| catalogue.route(route).is_none())
        || found.is_lost(route.as_str())
    {
        return;
    }
    // Nobody named is no mistake but a thing to do: who gives it may be in the file first.
    let Fact::Known(id) = &directory.municipality.client_support else { return };
    let at = "/municipality/client_support/known";
    match directory.provider(id) {
        None => found.refers(at, "de partij", id.as_str(), &names(directory)),
        Some(party) if party.status != Status::Active => found.add(
            at,
            format!("de partij {} is er niet (\"status\"); kies een andere", quoted(id.as_str())),
        ),
        Some(party) if !gives_everybody(party, route) => found.add(
            at,
            format!(
                "de partij {} geeft volgens \"serves\" geen {} aan iedereen; voeg dat daar toe",
                quoted(id.as_str()),
                quoted(route.as_str())
            ),
        ),
        Some(_) => {}
    }
}
