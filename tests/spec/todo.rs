//! The work list of a municipality's editor: what touches most residents comes first.

use crate::town::{data, proefstad_data, today};
use wijkdeur::content::todo;
use wijkdeur::domain::{Fact, PostcodeRange, Status};

fn range(text: &str) -> PostcodeRange {
    serde_json::from_str(text).expect("a range")
}

#[test]
fn what_touches_most_residents_comes_first() {
    let data = data();
    let list = todo(&data, today());
    let mut towns: Vec<&str> = list.iter().map(|point| point.municipality.as_str()).collect();
    towns.dedup();
    let mut known: Vec<&str> =
        data.directories.iter().map(|town| town.municipality.slug.as_str()).collect();
    known.sort_unstable();
    known.insert(0, "landelijk");
    assert_eq!(towns, known);
    for town in towns {
        let counts: Vec<_> = list
            .iter()
            .filter(|point| point.municipality == town)
            .map(|point| point.postcodes)
            .collect();
        assert!(counts.is_sorted_by(|before, after| before >= after), "{town}: {counts:?}");
    }
}

/// Somebody gives client support, and nobody is named for it: a thing to do and no mistake.
#[test]
fn who_gives_client_support_and_is_not_named_is_to_be_named() {
    let mut data = data();
    data.directories.retain(|town| town.municipality.slug == "voorbeeldstad");
    let points =
        |data: &_| -> Vec<String> { todo(data, today()).iter().map(ToString::to_string).collect() };
    let about = |said: &[String]| {
        let about = said.iter().filter(|point| point.contains("cliëntondersteuning"));
        about.cloned().collect::<Vec<_>>()
    };
    assert!(about(&points(&data)).is_empty());
    data.directories[0].municipality.client_support = Fact::Unknown;
    let said = about(&points(&data));
    let wanted = "staat niet bij \"client_support\"; \"naast-u\" geeft haar volgens \"serves\"";
    assert!(said.len() == 1 && said[0].contains(wanted), "{said:#?}");
    data.directories[0].providers.iter_mut().for_each(|party| party.status = Status::Inactive);
    let said = about(&points(&data));
    assert!(said.len() == 1 && said[0].ends_with("geeft, is niet bekend."), "{said:#?}");
}

#[test]
fn a_gap_counts_the_postcodes_of_its_own_wijken() {
    let mut data = proefstad_data();
    let team = data.directories[0].providers.iter_mut().find(|it| it.id.as_str() == "wijkteam-se");
    team.expect("a team").serves.clear();
    let points =
        |data: &_| -> Vec<String> { todo(data, today()).iter().map(ToString::to_string).collect() };
    let said = points(&data);
    let has = |said: &[String], start: &str, part: &str| {
        said.iter().any(|point| point.starts_with(start) && point.contains(part))
    };
    assert!(has(&said, "proefstad (26 postcodes): ", "zijn de tijden niet bekend"), "{said:#?}");
    // Ouderveld and Schuytgraaf: 6843 and 6846.
    assert!(has(&said, "proefstad (2 postcodes): ", "Wie wijkteam-breed geeft"), "{said:#?}");

    data.directories[0].postcodes = vec![
        range(r#"{"from": "6843 AA", "to": "6843 AZ", "wijken": ["WK999821"]}"#),
        range(r#"{"from": "6813 AA", "wijken": ["WK999812"]}"#),
        range(r#"{"from": "6800", "wijken": []}"#),
    ];
    let said = points(&data);
    assert!(has(&said, "proefstad (27 postcodes): ", "zijn de tijden niet bekend"), "{said:#?}");
    assert!(has(&said, "proefstad (26 postcodes): ", "Wie wijkteam-breed geeft"), "{said:#?}");
}
