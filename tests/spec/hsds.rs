//! The export as HSDS: it has the published shape, loses nothing and stays the same.

mod party;
mod shape;

use crate::town::{data, proefstad_data, today};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Output};
use wijkdeur::author::hsds;
use wijkdeur::content::Data;
use wijkdeur::domain::{Channel, Date, Directory, Hours, Provider, Reach};

/// The export of a directory on a day.
fn export(data: &Data, directory: &Directory, day: Date) -> Value {
    let [texts, _] = data.interfaces().expect("texts");
    let page = hsds::page(directory, &data.words[0], &texts, day);
    serde_json::to_value(page).expect("an export can be written")
}

/// Every record in a list of this name, wherever it stands, once by its id.
fn records<'v>(value: &'v Value, list: &str) -> BTreeMap<&'v str, &'v Value> {
    let mut found = BTreeMap::new();
    walk(value, &mut |name, record| {
        if name == list {
            found.insert(text(record, "id"), record);
        }
    });
    found
}

/// Every object with the name of what it stands in.
fn walk<'v>(value: &'v Value, seen: &mut impl FnMut(&'v str, &'v Value)) {
    let Value::Object(fields) = value else { return };
    for (name, field) in fields {
        let items = field.as_array().map_or(std::slice::from_ref(field), Vec::as_slice);
        for item in items.iter().filter(|item| item.is_object()) {
            seen(name, item);
            walk(item, seen);
        }
    }
}

fn text<'v>(record: &'v Value, field: &str) -> &'v str {
    record[field].as_str().unwrap_or_else(|| panic!("no {field} in {record}"))
}

fn list<'v>(record: &'v Value, field: &str) -> &'v [Value] {
    record[field].as_array().map_or(&[], Vec::as_slice)
}

/// The values of the attributes with this label.
fn labelled<'v>(record: &'v Value, label: &str) -> Vec<&'v str> {
    let all = list(record, "attributes").iter();
    all.filter(|attribute| attribute["label"] == label).map(|each| text(each, "value")).collect()
}

fn kinds_of_help(service: &Value) -> Vec<&str> {
    let terms = list(service, "attributes").iter().map(|attribute| &attribute["taxonomy_term"]);
    terms.filter(|term| term.is_object()).map(|term| text(term, "code")).collect()
}

#[test]
fn nothing_is_lost_or_counted_twice() {
    let data = data();
    for town in &data.directories {
        let page = export(&data, town, today());
        let services = list(&page, "contents");
        let stated: usize = town.providers.iter().map(|party| party.serves.len().max(1)).sum();
        assert_eq!(services.len(), stated);
        assert_eq!(page["total_items"], stated);
        let ways = |channels: &[Channel]| {
            let all = town.providers.iter().flat_map(|party| &party.reach);
            all.filter(|reach| channels.contains(&reach.channel)).count()
        };
        let reaches = town.providers.iter().flat_map(|party| &party.reach);
        let hours: usize = reaches.map(times).sum();
        assert_eq!(records(&page, "organization").len(), town.providers.len());
        assert_eq!(records(&page, "phones").len(), ways(&[Channel::Phone]));
        assert_eq!(records(&page, "schedules").len(), hours);
        // Where a service and a location meet belongs to that one service.
        let met = services.iter().map(|service| list(service, "service_at_locations").len());
        assert_eq!(records(&page, "service_at_locations").len(), met.sum::<usize>());
        let mut services = services.iter();
        for party in &town.providers {
            let own: Vec<&Value> = services.by_ref().take(party.serves.len().max(1)).collect();
            for (at, service) in own.iter().enumerate() {
                stands_whole(town, party, at, service);
            }
        }
    }
}

/// How many schedules say when a way can be used: an exception cuts what holds before and
/// after it, and says one thing itself if it is open then.
fn times(reach: &Reach) -> usize {
    let cuts = |hours: &Hours| {
        let all = reach.exceptions.iter().filter(|exception| {
            hours.valid_from.is_none_or(|from| from < exception.from)
                && hours.valid_until.is_none_or(|until| exception.last() < until)
        });
        all.count()
    };
    let open = reach.exceptions.iter().filter(|exception| exception.open.is_some());
    reach.hours.iter().map(|hours| 1 + cuts(hours)).sum::<usize>() + open.count()
}

/// Whether anybody says of a place if a wheelchair gets in.
fn told(town: &Directory, place: &Reach) -> bool {
    let mut all = town.providers.iter().flat_map(|party| &party.reach);
    all.any(|reach| {
        (reach.channel, &reach.value, &reach.located)
            == (place.channel, &place.value, &place.located)
            && reach.wheelchair.is_some()
    })
}

/// Everything a party says stands in its service, in its own order.
fn stands_whole(town: &Directory, party: &Provider, at: usize, service: &Value) {
    let organization = &service["organization"];
    assert_eq!(service["name"], party.name);
    assert_eq!(organization["name"], party.name);
    assert_eq!(service["description"].as_str(), party.what.as_deref());
    assert_eq!(service["wait_time"].as_str(), party.wait.as_deref());
    let (helps, areas) = party.serves.get(at).map_or((Vec::new(), false), |said| {
        (said.routes.iter().map(|route| route.as_str()).collect(), true)
    });
    assert_eq!(kinds_of_help(service), helps);
    assert_eq!(!list(service, "service_areas").is_empty(), areas);
    let of = |wanted: &[Channel]| -> Vec<&Reach> {
        party.reach.iter().filter(|reach| wanted.contains(&reach.channel)).collect()
    };
    let phones = of(&[Channel::Phone]);
    assert_eq!(list(service, "phones").len(), phones.len());
    for (phone, reach) in list(service, "phones").iter().zip(phones) {
        assert_eq!(phone["number"], reach.value);
    }
    let places = of(&[Channel::WalkIn, Channel::Post, Channel::Chat, Channel::App]);
    assert_eq!(list(service, "service_at_locations").len(), places.len());
    for (place, reach) in list(service, "service_at_locations").iter().zip(places) {
        assert_eq!(place["location"]["name"], reach.value);
        assert_eq!(list(place, "schedules").len(), times(reach));
        assert_eq!(labelled(&place["location"], "wheelchair").is_empty(), !told(town, reach));
        assert_eq!(place.get("service_areas").is_some(), reach.scope.is_some());
    }
    let whole = service.to_string();
    for exception in party.reach.iter().flat_map(|reach| &reach.exceptions) {
        let days = format!("{}/{}", exception.from, exception.last());
        assert_eq!(whole.contains(&days), exception.open.is_none(), "{days}");
    }
    for reach in of(&[Channel::Website, Channel::Email]) {
        assert!(whole.contains(&reach.value), "{} is lost", reach.value);
    }
}

#[test]
fn an_id_stands_for_one_thing() {
    let data = data();
    for town in &data.directories {
        let page = export(&data, town, today());
        let mut known: BTreeMap<&str, &Value> = BTreeMap::new();
        walk(&page, &mut |name, record| {
            let id = text(record, "id");
            let before = known.insert(id, record);
            assert!(before.is_none_or(|before| before == record), "two {name} with {id}");
        });
        assert!(known.len() > 6 * town.providers.len(), "only {} records", known.len());
    }
}

#[test]
fn ids_are_those_of_every_export_before() {
    let data = proefstad_data();
    let mut proefstad = data.directories[0].clone();
    let number = |page: &Value| text(&page["contents"][0]["phones"][0], "id").to_owned();
    let page = export(&data, &proefstad, today());
    let entrance = &page["contents"][0];
    assert_eq!(entrance["organization"]["id"], "8be9a534-4047-5eba-95a6-46cf62a9c25d");
    assert_eq!(entrance["id"], "9e461206-13d0-5bd0-92dd-d4e9a12f5111");
    assert_eq!(number(&page), "078cbd23-4512-5b78-8ebd-0e1f31d36eae");
    // A way put in front leaves the others as they are.
    let phone = proefstad.providers[0].reach[0].clone();
    proefstad.providers[0].reach.insert(0, Reach { channel: Channel::App, ..phone });
    assert_eq!(number(&export(&data, &proefstad, today())), number(&page));
}

#[test]
fn an_invented_place_says_so_on_every_record() {
    let data = data();
    for town in &data.directories {
        let invented = town.municipality.demonstration;
        let page = export(&data, town, today());
        for service in list(&page, "contents") {
            let alert = service["alert"].as_str().unwrap_or_default();
            assert_eq!(alert.contains("verzonnen"), invented, "{alert}");
            assert_eq!(service["organization"].get("alternate_name").is_some(), invented);
        }
        for area in records(&page, "service_areas").values() {
            let uri = area["uri"].as_str().unwrap_or_default();
            assert!(!(invented && uri.contains("gemeente")), "{uri}");
        }
    }
}

/// A team that is the municipality itself is a part of it; of others nobody says so.
#[test]
fn a_team_of_the_municipality_is_a_part_of_it() {
    let data = data();
    let towns = data.directories.iter();
    let mut seen = 0;
    for town in towns {
        let page = export(&data, town, today());
        let parties = records(&page, "organization");
        let named = |name: &str| {
            parties.values().find(|party| party["name"] == name).unwrap_or_else(|| panic!("{name}"))
        };
        let entrance = &named(&town.entrance().expect("one").name)["id"];
        for party in &town.providers {
            let parent = named(&party.name).get("parent_organization_id");
            assert_eq!(parent, party.municipal.then_some(entrance), "{}", party.name);
            seen += usize::from(party.municipal);
        }
    }
    assert_eq!(seen, 1);
}

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wijkdeur"));
    command.args(["export-hsds", "--data", "public/data", "--date", "2026-12-01"]).args(arguments);
    command.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("the program runs")
}

#[test]
fn the_command_writes_what_it_would_say() {
    let said = run(&["--municipality", "voorbeeldstad"]);
    assert!(said.status.success());
    let page: Value = serde_json::from_slice(&said.stdout).expect("JSON and nothing else");
    let data = data();
    let town = data.directories.iter().find(|town| town.municipality.slug == "voorbeeldstad");
    assert_eq!(page, export(&data, town.expect("the town"), today()));
    let file = std::env::temp_dir().join(format!("wijkdeur-hsds-{}.json", std::process::id()));
    let path = file.to_str().expect("a path");
    assert!(run(&["--municipality", "voorbeeldstad", "--into", path]).status.success());
    let written = fs::read(&file).expect("a file");
    fs::remove_file(&file).expect("removed");
    assert!(written == said.stdout);
}

#[test]
fn a_question_it_cannot_answer_ends_badly() {
    let unknown = run(&["--municipality", "nergens"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("nergens"));
    assert_eq!(run(&[]).status.code(), Some(2));
    let nowhere = run(&["--municipality", "voorbeeldstad", "--into", "/is/er/niet.json"]);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&nowhere.stderr).contains("/is/er/niet.json"));
}
