//! Needs and flags: something leads to each, and each leads to help.

use super::Found;
use super::cases;
use super::conditions::Scope;
use crate::content::authored::spelling::quoted;
use crate::domain::{Catalogue, Choice, Condition, NeedId};

/// Judges the needs and the flags of the catalogue.
pub(super) fn judge(catalogue: &Catalogue, found: &mut Found<'_>) {
    let routes: Vec<&str> = catalogue.routes.iter().map(|route| route.code.as_str()).collect();
    needs(catalogue, &routes, found);
    flags(catalogue, &routes, found);
}

fn choices(catalogue: &Catalogue) -> impl Iterator<Item = &Choice> {
    catalogue.questions.iter().flat_map(|question| &question.choices)
}

fn needs(catalogue: &Catalogue, routes: &[&str], found: &mut Found<'_>) {
    let scope = Scope { catalogue, above: &catalogue.questions, own: None };
    found.distinct(
        "de behoefte",
        catalogue
            .needs
            .iter()
            .enumerate()
            .map(|(index, need)| (format!("/needs/{index}/id"), need.id.as_str())),
    );
    for (index, need) in catalogue.needs.iter().enumerate() {
        let at = format!("/needs/{index}");
        let leads = choices(catalogue).any(|choice| choice.need.as_ref() == Some(&need.id));
        if !leads && !found.is_lost(need.id.as_str()) {
            found.add(
                at.clone() + "/id",
                "geen enkele keuze leidt tot deze behoefte; noem haar bij een keuze of haal haar weg",
            );
        }
        let names: Vec<&str> = catalogue.needs.iter().map(|need| need.id.as_str()).collect();
        for (place, part) in need.covers.iter().enumerate() {
            let at = format!("{at}/covers/{place}");
            match *part == need.id {
                true => found.add(at, "een behoefte is geen deel van zichzelf; haal deze weg"),
                false if covers(catalogue, part, &need.id) => found.add(
                    at,
                    format!(
                        "{} is zelf al deel van {}; haal een van beide weg",
                        quoted(need.id.as_str()),
                        quoted(part.as_str())
                    ),
                ),
                false => found.refers(at, "de behoefte", part.as_str(), &names),
            }
        }
        let whens: Vec<&Condition> = need.helps.iter().map(|help| &help.when).collect();
        if need.helps.is_empty() {
            found.add(
                at.clone() + "/helps",
                "bij deze behoefte staat geen hulp; noem minstens één soort",
            );
        } else if cases::none_may_hold(catalogue, &whens) {
            found.add(
                at.clone() + "/helps",
                "er is een geval waarin geen enkele voorwaarde klopt en dus niets helpt; geef minstens één soort hulp geen \"when\"",
            );
        }
        for (place, help) in need.helps.iter().enumerate() {
            let at = format!("{at}/helps/{place}");
            found.refers(at.clone() + "/route", "de soort hulp", help.route.as_str(), routes);
            scope.judge(&(at + "/when"), &help.when, found);
        }
    }
}

/// Whether a need covers another one, directly or through others.
fn covers(catalogue: &Catalogue, whole: &NeedId, part: &NeedId) -> bool {
    let mut reached = vec![whole];
    let mut next = 0;
    while let Some(id) = reached.get(next).copied() {
        for known in catalogue.need(id).map_or(&[][..], |need| &need.covers) {
            if !reached.contains(&known) {
                reached.push(known);
            }
        }
        next += 1;
    }
    reached[1..].contains(&part)
}

fn flags(catalogue: &Catalogue, routes: &[&str], found: &mut Found<'_>) {
    found.distinct(
        "het gevaarsein",
        catalogue
            .flags
            .iter()
            .enumerate()
            .map(|(index, flag)| (format!("/flags/{index}/id"), flag.id.as_str())),
    );
    for (index, flag) in catalogue.flags.iter().enumerate() {
        let raised = choices(catalogue).any(|choice| choice.flag.as_ref() == Some(&flag.id));
        if !raised && !found.is_lost(flag.id.as_str()) {
            found.add(
                format!("/flags/{index}/id"),
                "geen enkele keuze geeft dit gevaarsein; noem het bij een keuze of haal het weg",
            );
        }
        if flag.lines.is_empty() {
            found.add(
                format!("/flags/{index}/lines"),
                "bij dit gevaarsein staat geen lijn om te bellen; noem er minstens één",
            );
        }
        for (line, route) in flag.lines.iter().enumerate() {
            found.refers(
                format!("/flags/{index}/lines/{line}"),
                "de soort hulp",
                route.as_str(),
                routes,
            );
        }
    }
}
