//! Parties: each has a name of its own, gives some help and can be reached.

use super::coverage::Ground;
use super::{Found, dates, reach};
use crate::content::authored::spelling::quoted;
use crate::domain::{
    Ages, Catalogue, Coverage, Directory, Need, Provider, ProviderId, ProviderKind,
};

/// Judges the parties of the whole country.
pub(super) fn national(catalogue: &Catalogue, found: &mut Found<'_>) {
    let codes = codes(catalogue);
    let ground = Ground::Country { codes: &codes, needs: &needs(catalogue) };
    each("/national", &catalogue.national, &ground, (Some(catalogue), None), found);
}

/// Judges the parties of one municipality.
pub(super) fn local(directory: &Directory, catalogue: Option<&Catalogue>, found: &mut Found<'_>) {
    let codes = catalogue.map(codes);
    let needs = catalogue.map(needs);
    let locked = catalogue.map(locked).unwrap_or_default();
    let ground = Ground::Municipality {
        codes: codes.as_deref(),
        locked: &locked,
        needs: needs.as_deref(),
        directory,
    };
    // The general entrance finds out; it need not give any help itself.
    let entrance = Some(&directory.municipality.entrance);
    each("/providers", &directory.providers, &ground, (catalogue, entrance), found);
    let national = catalogue.map_or(&[][..], |catalogue| &catalogue.national);
    for (index, party) in directory.providers.iter().enumerate() {
        if national.iter().any(|other| other.id == party.id) {
            found.add(
                format!("/providers/{index}/id"),
                format!(
                    "de naam {} is al van een landelijke partij; geef deze een eigen naam",
                    quoted(party.id.as_str())
                ),
            );
        }
    }
}

/// Of a wide kind of help only a need that wants it says anything.
fn unwanted(at: &str, coverage: &Coverage, catalogue: &Catalogue, found: &mut Found<'_>) {
    if !coverage.routes.iter().any(|route| catalogue.is_wide(route)) {
        return;
    }
    for (index, need) in coverage.needs.iter().enumerate() {
        let wanted =
            |known: &Need| known.helps.iter().any(|it| coverage.routes.contains(&it.route));
        if catalogue.need(need).is_some_and(|known| !wanted(known)) {
            found.add(
                format!("{at}/needs/{index}"),
                format!(
                    "bij de behoefte {} past geen van deze soorten hulp; haal haar weg of noem ook de hulp die past",
                    quoted(need.as_str())
                ),
            );
        }
    }
}

fn codes(catalogue: &Catalogue) -> Vec<&str> {
    catalogue.routes.iter().map(|route| route.code.as_str()).collect()
}

fn locked(catalogue: &Catalogue) -> Vec<&str> {
    let locked = catalogue.routes.iter().filter(|route| route.locked);
    locked.map(|route| route.code.as_str()).collect()
}

fn needs(catalogue: &Catalogue) -> Vec<&str> {
    catalogue.needs.iter().map(|need| need.id.as_str()).collect()
}

fn each(
    list: &str,
    parties: &[Provider],
    ground: &Ground<'_>,
    (catalogue, entrance): (Option<&Catalogue>, Option<&ProviderId>),
    found: &mut Found<'_>,
) {
    found.distinct(
        "de partij",
        parties
            .iter()
            .enumerate()
            .map(|(index, party)| (format!("{list}/{index}/id"), party.id.as_str())),
    );
    for (index, party) in parties.iter().enumerate() {
        let at = format!("{list}/{index}");
        if party.serves.is_empty() && entrance != Some(&party.id) {
            found.add(
                at.clone() + "/serves",
                "hier staat niet welke hulp deze partij geeft; noem minstens één soort",
            );
        }
        if party.municipal && party.kind != ProviderKind::Team {
            found.add(
                at.clone() + "/municipal",
                "alleen een team zegt dit; van een loket van de gemeente is \"kind\" \"municipality\", haal dit weg",
            );
        }
        if let Some(Ages { from, to: Some(to) }) = party.ages
            && to < from
        {
            found.add(
                at.clone() + "/ages/to",
                format!("de oudste leeftijd ({to}) is lager dan de jongste ({from}); draai ze om"),
            );
        }
        if party
            .wait
            .as_ref()
            .is_some_and(|wait| !wait.contains(|mark: char| mark.is_ascii_digit()))
        {
            found.add(
                at.clone() + "/wait",
                "hier staat geen getal; schrijf hoe lang men wacht, zoals \"ongeveer 6 weken\", of laat het weg",
            );
        }
        if party.older && party.ages.is_some() {
            found.add(
                at.clone() + "/older",
                "de leeftijd staat al bij \"ages\"; haal een van beide weg",
            );
        }
        dates::party(&at, party, found);
        for (place, coverage) in party.serves.iter().enumerate() {
            let at = format!("{at}/serves/{place}");
            ground.judge(&at, coverage, found);
            if let Some(catalogue) = catalogue {
                unwanted(&at, coverage, catalogue, found);
            }
        }
        for (place, way) in party.reach.iter().enumerate() {
            reach::judge(&format!("{at}/reach/{place}"), way, ground, found);
        }
    }
}
