//! Who is named for a household: of the right age, there now, and not past who has to send.

use crate::town::{data, proefstad_data, today};
use wijkdeur::content::Data;
use wijkdeur::domain::*;

fn town<'d>(data: &'d Data, slug: &str) -> &'d Directory {
    data.directories.iter().find(|town| town.municipality.slug == slug).expect("a town")
}

/// Everybody who gives a kind of help in a *wijk* to a household of these ages.
fn names(data: &Data, slug: &str, wijk: &str, route: &str, ages: &[AgeGroup]) -> Vec<String> {
    let directory = town(data, slug);
    let wijk = directory.wijken.iter().find(|known| known.name == wijk).expect("a wijk");
    let situation = Situation {
        place: Where::In(vec![&wijk.code]),
        day: today(),
        family: false,
        ages: ages.iter().copied().collect(),
    };
    let here = Here::new(&data.catalogue, directory, situation);
    here.serving(&route.into()).iter().map(|giver| giver.party.name.clone()).collect()
}

#[test]
fn who_is_there_for_other_ages_is_not_named() {
    let data = data();
    let at = |ages: &[AgeGroup]| names(&data, "voorbeeldstad", "Molenveld", "jongerenwerk", ages);
    let named = |ages: &[AgeGroup]| !at(ages).is_empty();
    // 10 to 23: children of primary school may be 10 or 11.
    assert!(named(&[AgeGroup::From12To15]) && named(&[AgeGroup::From4To11]));
    assert!(named(&[AgeGroup::From18To26]));
    assert!(!named(&[AgeGroup::From27To66]) && !named(&[AgeGroup::From0To3]));
    assert!(named(&[AgeGroup::From27To66, AgeGroup::From12To15]), "a parent of somebody of 14");
    assert!(named(&[]), "no age is known");
}

#[test]
fn who_is_not_there_now_is_not_named() {
    let data = data();
    let at = |data: &Data| names(data, "voorbeeldstad", "Polder", "welzijn-ontmoeting", &[]);
    let closed = at(&data);
    assert!(!closed.iter().any(|name| name.contains("Buurtkamer Polder")), "{closed:?}");
    let mut open = data.clone();
    for party in open.directories.iter_mut().flat_map(|town| &mut town.providers) {
        party.status = Status::Active;
    }
    assert_eq!(at(&open).len(), closed.len() + 1);
}

#[test]
fn another_kind_of_help_stands_in_where_nobody_is_named_for_one() {
    let mut data = data();
    let young = |data: &Data| names(data, "voorbeeldstad", "Molenveld", "jongeren-schuldhulp", &[]);
    assert_eq!(young(&data), ["Jong en Geld"]);
    for town in &mut data.directories {
        town.providers.retain(|party| party.id.as_str() != "jong-en-geld");
    }
    assert_eq!(young(&data), ["Wijkteam Noord"]);
}

#[test]
fn danger_leads_to_who_sends_and_not_past_them() {
    let data = data();
    let directory = town(&data, "voorbeeldstad");
    let sends = |party: &Provider| {
        let routes = party.serves.iter().filter(|serve| serve.through.is_some());
        routes.flat_map(|serve| &serve.routes).any(|code| code.as_str() == "voedselhulp")
    };
    assert!(directory.providers.iter().any(sends), "a food bank is sent to");
    // Where that food bank is.
    let oost = Where::In(vec![&directory.wijken[8].code]);
    let here = Here::new(&data.catalogue, directory, Situation::of_anybody(oost, today()));
    let flag = data.catalogue.flag(&"no-food".into()).expect("a flag");
    let answers = Answers::default();
    let facts = Journey::walk(&data.catalogue, directory, &answers, today()).facts;
    let lines = lines(&here, &facts, &[flag]);
    assert!(!lines.is_empty() && lines.iter().all(|line| !sends(line.provider)), "{lines:#?}");
}

#[test]
fn a_town_hall_that_cannot_be_called_is_no_line_for_danger_beside_one() {
    let mut data = proefstad_data();
    for town in &mut data.directories {
        let entrance = &town.municipality.entrance;
        let hall = town.providers.iter_mut().find(|party| party.id == *entrance);
        hall.expect("an entrance").reach.retain(|reach| reach.channel != Channel::Phone);
    }
    let directory = &data.directories[0];
    let answers = Answers::default();
    let facts = Journey::walk(&data.catalogue, directory, &answers, today()).facts;
    let situation = Situation::of_anybody(Where::Unknown, today());
    let here = Here::new(&data.catalogue, directory, situation);
    let halls = |flag: &str| {
        let flag = data.catalogue.flag(&flag.into()).expect("a flag");
        let lines = lines(&here, &facts, &[flag]);
        let hall = |line: &&Line<'_>| line.provider.id == directory.municipality.entrance;
        (lines.iter().filter(hall).count(), lines.len())
    };
    let (hall, all) = halls("worse");
    assert!(hall == 0 && all > 0, "a doctor, not the town hall");
    assert_eq!(halls("eviction"), (1, 1), "nobody else is known");
}

/// Where two organisations give client support the municipality names one of them.
#[test]
fn client_support_is_of_whom_the_municipality_names() {
    let mut data = data();
    let mut towns = data.directories.iter_mut();
    let town = towns.find(|town| town.municipality.slug == "voorbeeldstad").expect("a town");
    let named = town.providers.iter().find(|party| party.id.as_str() == "naast-u");
    let mut other = named.expect("who gives it").clone();
    other.id = "ook-naast-u".into();
    town.providers.push(other);
    for id in ["naast-u", "ook-naast-u"] {
        town.municipality.client_support = Fact::Known(id.into());
        let situation = Situation::of_anybody(Where::Unknown, today());
        let here = Here::new(&data.catalogue, town, situation);
        let all = here.serving(&data.catalogue.support);
        assert!(all.iter().filter(|giver| giver.level == Level::City).count() == 2);
        let named = here.served(&data.catalogue.support).provider().expect("somebody");
        assert_eq!(named.id.as_str(), id);
    }
}
