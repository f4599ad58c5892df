//! Holes in a directory: help nobody is named for, teams nobody can reach, *wijken*
//! that no postcode leads to; each with whom it touches.

use crate::content::imported;
use crate::domain::{
    Catalogue, Channel, Coverage, Date, Directory, Here, Need, PostcodeRange, Provider,
    ProviderKind, RouteKind, Served, Situation, Status, Where, Wijk, WijkCode,
};
use std::collections::BTreeMap;

/// Something that is not known.
pub(super) struct Gap<'d> {
    /// What, in one plain Dutch sentence.
    pub message: String,
    /// Whom it touches.
    pub touches: Touches<'d>,
}

/// Whom a gap touches.
pub(super) enum Touches<'d> {
    /// Everybody in the municipality.
    All,
    /// Who lives in one of these *wijken*.
    Wijken(Vec<&'d WijkCode>),
}

fn count(range: &PostcodeRange) -> usize {
    match range.from.digits() == range.from {
        true => range.digits().count(),
        false => imported::span(range).len(),
    }
}

impl<'d> Gap<'d> {
    /// A gap for everybody.
    pub fn of_all(message: String) -> Self {
        Self { message, touches: Touches::All }
    }

    fn of(message: String, wijken: Vec<&'d WijkCode>) -> Self {
        Self { message, touches: Touches::Wijken(wijken) }
    }

    /// How many postcodes of residents it touches, as the table counts them: of four digits
    /// each is one, of a row of six characters every one in it.
    pub fn postcodes(&self, directory: &Directory) -> usize {
        let touched = |code: &WijkCode| match &self.touches {
            Touches::All => true,
            Touches::Wijken(wijken) => wijken.contains(&code),
        };
        let ranges = directory.postcodes.iter();
        ranges.filter(|range| range.wijken.iter().any(touched)).map(count).sum()
    }
}

/// Help for which the app can only point to the general entrance.
pub(super) fn helps<'d>(
    directory: &'d Directory,
    catalogue: &Catalogue,
    today: Date,
) -> Vec<Gap<'d>> {
    let mut nowhere = Vec::new();
    let mut partly = Vec::new();
    let here = |place| Here::new(catalogue, directory, Situation::of_anybody(place, today));
    let nowhere_known = here(Where::Unknown);
    let wijken: Vec<(&Wijk, Here<'_>)> =
        directory.wijken.iter().map(|wijk| (wijk, here(Where::In(vec![&wijk.code])))).collect();
    for route in &catalogue.routes {
        let serves =
            |serve: &Coverage| serve.needs.is_empty() && serve.routes.contains(&route.code);
        let national = catalogue.national.iter().any(|party| party.serves.iter().any(serves));
        if national {
            continue;
        }
        let gives = |here: &Here<'_>| {
            here.served_at_all(&route.code).iter().any(|served| matches!(served, Served::By(_)))
        };
        let without: Vec<&Wijk> =
            wijken.iter().filter(|(_, here)| !gives(here)).map(|(wijk, _)| *wijk).collect();
        if without.len() == directory.wijken.len() && !gives(&nowhere_known) {
            nowhere.push(route.code.as_str());
        } else if !without.is_empty() && route.kind == RouteKind::Wijkteam {
            let message =
                format!("Wie {} geeft, is niet bekend in: {}.", route.code, names(&without));
            partly.push(Gap::of(message, codes(&without)));
        }
    }
    partly.extend(first_asked(catalogue, &wijken));
    if !nowhere.is_empty() {
        partly.insert(
            0,
            Gap::of_all(format!(
                "Voor {} soorten hulp is niemand genoemd, dus wijst de app naar de algemene ingang: {}.",
                nowhere.len(),
                listed(&nowhere)
            )),
        );
    }
    partly
}

/// Needs that begin with a kind of help for which somebody is named, but nobody for them.
fn first_asked<'d>(catalogue: &Catalogue, wijken: &[(&'d Wijk, Here<'_>)]) -> Vec<Gap<'d>> {
    let mut gaps = Vec::new();
    for route in &catalogue.routes {
        let begins = |need: &&Need| need.helps.first().is_some_and(|it| it.route == route.code);
        for need in catalogue.wanting(&route.code).filter(begins) {
            let named = |here: &Here<'_>, need: &Need| {
                matches!(here.served_for(&route.code, &need.id), Served::By(_))
            };
            let some =
                |here: &Here<'_>| catalogue.wanting(&route.code).any(|other| named(here, other));
            let without = wijken.iter().filter(|(_, here)| some(here) && !named(here, need));
            let without: Vec<&Wijk> = without.map(|(wijk, _)| *wijk).collect();
            if !without.is_empty() {
                let message = format!(
                    "Wie {} geeft bij {}, is niet bekend in: {}.",
                    route.code,
                    need.id,
                    names(&without)
                );
                gaps.push(Gap::of(message, codes(&without)));
            }
        }
    }
    gaps
}

/// Parties that say of a wide kind of help neither for which needs nor for which ages: they
/// stand on the list of the *wijk* and on no advice.
pub(super) fn silent<'d>(directory: &'d Directory, catalogue: &Catalogue) -> Vec<Gap<'d>> {
    let mut gaps = Vec::new();
    for route in &catalogue.routes {
        let is_silent = |party: &&Provider| {
            party.status == Status::Active
                && party.serves.iter().any(|it| {
                    it.routes.contains(&route.code)
                        && !directory.says_for_whom(catalogue, party, it, &route.code)
                })
        };
        let silent = directory.providers.iter().filter(is_silent);
        let silent: Vec<&str> = silent.map(|party| party.name.as_str()).collect();
        if !silent.is_empty() {
            gaps.push(Gap::of_all(format!(
                "Voor welke behoeften of leeftijd zij {} geven, is niet bekend; zij staan alleen op de lijst van de wijk: {}.",
                route.code,
                listed(&silent)
            )));
        }
    }
    gaps
}

/// The general entrance, where everything ends.
pub(super) fn entrance(directory: &Directory) -> Option<Gap<'_>> {
    let party = directory.entrance()?;
    let message = if !party.has_phone() {
        "De algemene ingang heeft geen telefoonnummer. Wie met spoed hulp zoekt, ziet geen nummer."
    } else if party.reach.iter().all(|reach| reach.hours.is_empty()) {
        "Van de algemene ingang zijn de tijden niet bekend."
    } else {
        return None;
    };
    Some(Gap::of_all(message.to_owned()))
}

/// Teams by what is not known about reaching them.
pub(super) fn teams(directory: &Directory) -> Vec<Gap<'_>> {
    let mut groups: BTreeMap<String, Vec<&Provider>> = BTreeMap::new();
    for team in directory.providers.iter().filter(|party| party.kind == ProviderKind::Team) {
        let has = |channel| team.reach.iter().any(|reach| reach.channel == channel);
        let unknown = [
            (!has(Channel::Phone)).then_some("telefoonnummer"),
            (!has(Channel::WalkIn)).then_some("adres"),
            team.reach.iter().all(|reach| reach.hours.is_empty()).then_some("tijden"),
        ];
        let unknown: Vec<&str> = unknown.into_iter().flatten().collect();
        if !unknown.is_empty() {
            groups.entry(unknown.join(", ")).or_default().push(team);
        }
    }
    let gap = |(unknown, teams): (String, Vec<&Provider>)| {
        let names: Vec<&str> = teams.iter().map(|team| team.name.as_str()).collect();
        let works = |wijk: &&Wijk| {
            let here = Where::In(vec![&wijk.code]);
            let mut all = teams.iter().flat_map(|team| &team.serves);
            all.any(|serve| directory.level(&serve.scope, &here, true).is_some())
        };
        let wijken: Vec<&Wijk> = directory.wijken.iter().filter(works).collect();
        let message = format!("Niet bekend ({unknown}) van: {}.", listed(&names));
        Gap::of(message, codes(&wijken))
    };
    groups.into_iter().map(gap).collect()
}

/// *Wijken* nobody gets to, or where no team works.
pub(super) fn places(directory: &Directory, today: Date) -> Vec<Gap<'_>> {
    let mut open = Vec::new();
    let without = |test: &dyn Fn(&Wijk) -> bool| -> Vec<&Wijk> {
        directory.wijken.iter().filter(|wijk| !test(wijk)).collect()
    };
    let postcode =
        without(&|wijk| directory.postcodes.iter().any(|range| range.wijken.contains(&wijk.code)));
    if !postcode.is_empty() {
        let message = format!("Geen postcode leidt naar: {}.", names(&postcode));
        open.push(Gap::of(message, codes(&postcode)));
    }
    let team = without(&|wijk| {
        let here = Where::In(vec![&wijk.code]);
        directory
            .providers
            .iter()
            .filter(|party| party.kind == ProviderKind::Team)
            .flat_map(|team| &team.serves)
            .any(|serve| {
                serve.holds_on(today) && directory.level(&serve.scope, &here, true).is_some()
            })
    });
    if !team.is_empty() {
        let message = format!("Welk team er werkt, is niet bekend in: {}.", names(&team));
        open.push(Gap::of(message, codes(&team)));
    }
    let coarse = directory.postcodes.iter().all(|range| {
        let [first, last] = range.from.span();
        first != last
    });
    if coarse && !directory.postcodes.is_empty() {
        open.push(Gap::of_all(
            "De postcodes hebben alleen cijfers; maak de tabel opnieuw met 'wijkdeur import-cbs', met letters."
                .to_owned(),
        ));
    }
    open
}

/// A question that an editor wrote down. It touches the *wijken* and areas it names;
/// everybody if it names none. (A number in it may be a year as well as a postcode.)
pub(super) fn question<'d>(directory: &'d Directory, text: &str) -> Gap<'d> {
    let named = |wijk: &&Wijk| {
        let mut areas = directory.areas.iter().filter(|area| wijk.areas.contains(&area.id));
        text.contains(&wijk.name) || areas.any(|area| text.contains(&area.name))
    };
    let wijken: Vec<&Wijk> = directory.wijken.iter().filter(named).collect();
    match wijken.is_empty() {
        true => Gap::of_all(text.to_owned()),
        false => Gap::of(text.to_owned(), codes(&wijken)),
    }
}

fn names(wijken: &[&Wijk]) -> String {
    listed(&wijken.iter().map(|wijk| wijk.name.as_str()).collect::<Vec<_>>())
}

fn codes<'d>(wijken: &[&'d Wijk]) -> Vec<&'d WijkCode> {
    wijken.iter().map(|wijk| &wijk.code).collect()
}

/// Names in a row; they may have commas of their own.
pub(super) fn listed(names: &[&str]) -> String {
    names.join("; ")
}
