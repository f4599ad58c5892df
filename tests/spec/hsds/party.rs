//! One made-up party that says everything there is to say, and where it stands.

use super::{export, labelled, list, text};
use crate::town::data;
use serde_json::{Value, json};
use wijkdeur::content::Data;
use wijkdeur::domain::{Date, Directory, Moment, Open, Provider, Reach, Time};

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// A town with this party.
fn town(party: &Value) -> Directory {
    let directory = json!({
        "municipality": {
            "id": "GM9001", "slug": "waterstad", "name": "Waterstad", "entrance": "maatjes",
            "client_support": "unknown", "cbs_year": 2026, "leave_to": "https://www.weer.nl"
        },
        "areas": [{ "id": "noord", "name": "Noord" }],
        "wijken": [
            { "code": "WK900101", "name": "Dijk", "areas": ["noord"] },
            { "code": "WK900102", "name": "Haven", "areas": ["noord"] }
        ],
        "postcodes": [],
        "providers": [party]
    });
    serde_json::from_value(directory).expect("a directory")
}

fn party() -> Value {
    json!({
        "id": "maatjes",
        "name": "De Maatjes",
        "kind": "volunteers",
        "form": "both",
        "what": "Samen op pad.",
        "status": "temporarily-closed",
        "ages": { "from": 12, "to": 27 },
        "cost": "2 euro per keer",
        "apply": "Loop binnen.",
        "wait": "ongeveer 2 weken",
        "languages": ["Turks", "Pools"],
        "serves": [
            {
                "routes": ["wijkteam-breed"], "scope": "city", "valid_from": "2026-01-01",
                "valid_until": "2026-12-31", "families": true, "needs": ["debts"],
                "through": "wmo-consulent"
            },
            { "routes": ["schulddienstverlening"], "scope": { "areas": ["noord"] } },
            { "routes": ["jeugd-gezin"], "scope": { "wijken": ["WK900102", "WK900101"] } },
            { "routes": ["jeugd-gezin"], "scope": "country", "valid_from": "2027-01-01" }
        ],
        "reach": [
            {
                "channel": "phone", "value": "0900-1234", "about": "vraag naar Noord",
                "scope": { "areas": ["noord"] },
                "hours": [{ "days": ["mo", "tu"], "opens_at": "20:00", "closes_at": "02:00" }],
                "exceptions": [{ "from": "2026-08-03", "until": "2026-08-16" }],
                "source": "https://www.elders.nl", "source_date": "2025", "checked": "2026-05-06"
            },
            {
                "channel": "walk-in", "value": "Dijkweg 1", "located": "WK900101",
                "scope": { "wijken": ["WK900102"] }, "by_appointment": true, "wheelchair": false,
                "hours": [{
                    "days": ["we"], "opens_at": "09:00", "closes_at": "12:00", "weeks": "last",
                    "valid_from": "2026-02-01", "valid_until": "2026-11-30", "holidays": true
                }]
            },
            { "channel": "chat", "value": "maatjes.nl/één chat" },
            { "channel": "website", "value": "maatjes.nl" },
            { "channel": "website", "value": "https://pad.nl", "about": "de kaart" },
            { "channel": "email", "value": "op@maatjes.nl" },
            { "channel": "email", "value": "pers@maatjes.nl", "about": "voor de krant" },
            { "channel": "post", "value": "Postbus 1, 9001 AA Waterstad" }
        ],
        "source": "https://www.maatjes.nl",
        "source_date": "2026-03",
        "checked": "2026-04-05",
        "note": "niet voor anderen"
    })
}

/// Each service of a party on a day.
fn services(data: &Data, party: &Value, today: &str) -> Vec<Value> {
    list(&export(data, &town(party), day(today)), "contents").to_vec()
}

#[test]
fn everything_known_of_a_service_stands_in_its_field() {
    let services = services(&data(), &party(), "2026-06-01");
    assert_eq!(services.len(), 4);
    for service in &services {
        for (field, value) in [
            ("name", json!("De Maatjes")),
            ("description", json!("Samen op pad.")),
            ("status", json!("temporarily closed")),
            ("minimum_age", json!(12)),
            ("maximum_age", json!(27)),
            ("fees_description", json!("2 euro per keer")),
            ("wait_time", json!("ongeveer 2 weken")),
            ("assured_date", json!("2026-04-05")),
            ("url", json!("https://maatjes.nl")),
            ("email", json!("op@maatjes.nl")),
        ] {
            assert_eq!(service[field], value, "{field}");
        }
        let languages: Vec<&str> =
            list(service, "languages").iter().map(|each| text(each, "name")).collect();
        assert_eq!(languages, ["Nederlands", "Turks", "Pools"]);
        assert_eq!(labelled(service, "form"), ["both"]);
    }
    assert_eq!(services[1]["application_process"], "Loop binnen.");
    assert!(!Value::from(services).to_string().contains("niet voor anderen"));
}

#[test]
fn the_conditions_of_a_statement_are_said_in_words_and_for_programs() {
    let data = data();
    let services = services(&data, &party(), "2026-06-01");
    let first = &services[0];
    let sender = &data.words[0].routes["wmo-consulent"].name;
    let process = text(first, "application_process");
    assert!(process.starts_with("Loop binnen. ") && process.contains(sender.as_str()), "{process}");
    let eligible = text(first, "eligibility_description");
    assert!(eligible.contains("gezin"), "{eligible}");
    assert!(eligible.contains(&data.words[0].needs["debts"].label), "{eligible}");
    let alert = text(first, "alert");
    assert!(alert.contains("Vanaf 2026-01-01. Tot en met 2026-12-31."), "{alert}");
    for (label, value) in [
        ("valid_from", "2026-01-01"),
        ("valid_until", "2026-12-31"),
        ("families", "true"),
        ("need", "debts"),
        ("through", "wmo-consulent"),
    ] {
        assert_eq!(labelled(first, label), [value]);
        assert!(label == "valid_from" || labelled(&services[3], label).is_empty(), "{label}");
    }
    assert!(services[1].get("eligibility_description").is_none());
}

#[test]
fn who_is_there_for_older_people_says_so_in_words() {
    let mut older = party();
    older["older"] = json!(true);
    older["ages"] = Value::Null;
    for service in services(&data(), &older, "2026-06-01") {
        let eligible = text(&service, "eligibility_description");
        assert!(eligible.starts_with("Voor oudere mensen."), "{eligible}");
        assert!(service.get("minimum_age").is_none(), "no age was said");
    }
}

#[test]
fn areas_are_those_of_the_statement() {
    let services = services(&data(), &party(), "2026-06-01");
    let areas = |at: usize| -> Vec<(&str, &str)> {
        let all = list(&services[at], "service_areas").iter();
        all.map(|area| (text(area, "name"), area["extent"].as_str().unwrap_or("-"))).collect()
    };
    assert_eq!(areas(0), [("Waterstad", "GM9001")]);
    assert_eq!(areas(1), [("Noord", "WK900101, WK900102")]);
    assert_eq!(areas(2), [("Haven", "WK900102"), ("Dijk", "WK900101")]);
    assert_eq!(areas(3), [("Nederland", "-")]);
    assert_eq!(
        services[0]["service_areas"][0]["uri"],
        "https://identifier.overheid.nl/tooi/id/gemeente/gm9001"
    );
}

#[test]
fn who_does_not_help_on_the_day_is_inactive() {
    let data = data();
    let status = |said: &str, today: &str| -> Vec<String> {
        let mut party = party();
        party["status"] = said.into();
        let all = services(&data, &party, today);
        all.iter().map(|service| text(service, "status").to_owned()).collect()
    };
    assert_eq!(status("active", "2026-06-01"), ["active", "active", "active", "inactive"]);
    assert_eq!(status("active", "2027-01-01"), ["inactive", "active", "active", "active"]);
    assert_eq!(status("inactive", "2026-06-01"), ["inactive"; 4]);
    assert_eq!(status("defunct", "2027-01-01"), ["defunct"; 4]);
    assert_eq!(status("temporarily-closed", "2027-01-01"), ["temporarily closed"; 4]);
}

#[test]
fn every_way_stands_where_it_is_looked_for() {
    let services = services(&data(), &party(), "2026-06-01");
    let service = &services[1];
    let phone = &list(service, "phones")[0];
    assert_eq!((text(phone, "number"), text(phone, "type")), ("0900-1234", "voice"));
    assert_eq!(phone["description"], "vraag naar Noord");
    assert_eq!(labelled(phone, "service_area"), ["Noord"]);
    assert_eq!(labelled(phone, "source"), ["https://www.elders.nl"]);
    assert_eq!(labelled(phone, "source_date"), ["2025"]);
    assert_eq!(labelled(phone, "checked"), ["2026-05-06"]);
    assert_eq!(labelled(phone, "closed"), ["2026-08-03/2026-08-16"]);
    let [walk_in, chat, post] = list(service, "service_at_locations") else {
        panic!("three places: {service}")
    };
    let kind = |place: &Value| text(&place["location"], "location_type").to_owned();
    assert_eq!([kind(walk_in), kind(chat), kind(post)], ["physical", "virtual", "postal"]);
    assert_eq!(walk_in["location"]["name"], "Dijkweg 1");
    assert_eq!(walk_in["location"]["description"], "In de wijk Dijk, Waterstad.");
    assert_eq!(labelled(&walk_in["location"], "wijk"), ["WK900101"]);
    assert_eq!(labelled(&walk_in["location"], "wheelchair"), ["false"]);
    let access = &list(&walk_in["location"], "accessibility")[0];
    assert_eq!(access["description"], "U kunt er niet met een rolstoel in.");
    assert!(chat["location"].get("accessibility").is_none());
    assert_eq!(walk_in["service_areas"][0]["name"], "Haven");
    assert!(text(walk_in, "description").contains("afspraak"));
    assert!(walk_in["location"].get("addresses").is_none(), "an address is not made up");
    assert_eq!(chat["location"]["url"], "https://maatjes.nl/%C3%A9%C3%A9n%20chat");
    let organization = &service["organization"];
    assert_eq!(organization["website"], "https://maatjes.nl");
    assert_eq!(organization["email"], "op@maatjes.nl");
    let sites = list(organization, "additional_websites");
    assert_eq!(sites.len(), 1);
    assert_eq!((text(&sites[0], "url"), text(&sites[0], "label")), ("https://pad.nl", "de kaart"));
    let mailboxes = list(organization, "contacts");
    assert_eq!(mailboxes.len(), 1);
    assert_eq!(mailboxes[0]["email"], "pers@maatjes.nl");
    assert_eq!(labelled(&mailboxes[0], "about"), ["voor de krant"]);
    assert_eq!(labelled(organization, "kind"), ["volunteers"]);
    assert_eq!(labelled(organization, "source"), ["https://www.maatjes.nl"]);
    assert_eq!(labelled(organization, "source_date"), ["2026-03"]);
    let known_as = &organization["organization_identifiers"][0];
    assert_eq!(known_as["identifier"], "GM9001/maatjes");
}

#[test]
fn hours_say_when_and_how() {
    let services = services(&data(), &party(), "2026-06-01");
    let by_phone = &list(&services[0], "schedules")[0];
    let walk_in = &list(&list(&services[0], "service_at_locations")[0], "schedules")[0];
    for (schedule, field, value) in [
        (by_phone, "freq", "WEEKLY"),
        (by_phone, "byday", "MO,TU"),
        (by_phone, "opens_at", "20:00"),
        (by_phone, "closes_at", "02:00"),
        (by_phone, "attending_type", "Bel 0900-1234"),
        (walk_in, "freq", "MONTHLY"),
        (walk_in, "byday", "-1WE"),
        (walk_in, "valid_from", "2026-02-01"),
        (walk_in, "valid_to", "2026-11-30"),
    ] {
        assert_eq!(schedule[field], value, "{field}");
    }
    assert!(text(by_phone, "notes").contains("volgende dag"));
    assert!(text(by_phone, "notes").contains("niet bekend"));
    assert!(text(walk_in, "notes").contains("Ook op feestdagen."));
    let by_phone = list(&services[0], "schedules");
    assert_eq!(by_phone.len(), 2, "hours of a place stand with the place");
    let dates = |field: &str| by_phone.iter().map(|each| each[field].as_str()).collect::<Vec<_>>();
    assert_eq!(dates("valid_to"), [Some("2026-08-02"), None], "it ends before days it is closed");
    assert_eq!(dates("valid_from"), [None, Some("2026-08-17")], "and begins again after them");
    let why = "Van 3 augustus 2026 tot en met 16 augustus 2026: dicht.";
    assert!(by_phone.iter().all(|each| text(each, "notes").contains(why)));
}

/// Whoever reads schedules alone opens and closes on the same days as the app.
#[test]
fn days_that_differ_are_those_of_the_schedules() {
    let mut party = party();
    party["reach"] = json!([{
        "channel": "phone", "value": "0900-1234",
        "hours": [
            {
                "days": ["mo", "tu", "we", "th", "fr"], "opens_at": "09:00", "closes_at": "12:00",
                "holidays": true, "valid_until": "2027-01-06"
            },
            {
                "days": ["sa"], "opens_at": "10:00", "closes_at": "11:00", "holidays": true,
                "valid_from": "2026-12-27"
            }
        ],
        "exceptions": [
            { "from": "2026-12-23", "open": { "opens_at": "13:00", "closes_at": "15:00" } },
            { "from": "2026-12-24", "until": "2026-12-31" },
            {
                "from": "2027-01-02", "until": "2027-01-03",
                "open": { "opens_at": "14:00", "closes_at": "16:00" }
            },
            { "from": "2027-02-06" }
        ]
    }]);
    let services = services(&data(), &party, "2026-06-01");
    let schedules = list(&services[0], "schedules");
    let party: Provider = serde_json::from_value(party).expect("a party");
    let mut today = day("2026-12-01");
    let mut opened = 0;
    while today < day("2027-03-01") {
        let evening = Moment {
            day: today.before(),
            time: Time::try_from("23:59".to_owned()).expect("a time"),
        };
        let next = party.reach[0].next(evening).filter(|opening| opening.day == today);
        let open = next.map(|opening| String::from(opening.span.opens_at));
        let date = today.to_string();
        let holds = |schedule: &&Value| {
            recurs(schedule, today)
                && schedule["valid_from"].as_str().is_none_or(|from| from <= date.as_str())
                && schedule["valid_to"].as_str().is_none_or(|to| date.as_str() <= to)
        };
        let said: Vec<&str> =
            schedules.iter().filter(holds).map(|each| text(each, "opens_at")).collect();
        assert_eq!(said, open.iter().map(String::as_str).collect::<Vec<_>>(), "on {today}");
        opened += said.len();
        today = today.next();
    }
    assert!(opened > 25, "{opened}");
}

/// Parties in one building share it, and what one of them says of it.
#[test]
fn what_one_party_says_of_a_building_holds_for_all_in_it() {
    let place = |id: &str, more: Value| {
        let mut way = json!({ "channel": "walk-in", "value": "Dijkweg 1" });
        way.as_object_mut().expect("a way").extend(more.as_object().expect("more").clone());
        json!({ "id": id, "name": id, "kind": "residents", "serves": [], "reach": [way] })
    };
    let mut town = town(&place("eerst", json!({})));
    let second = place("tweede", json!({ "wheelchair": true }));
    town.providers.push(serde_json::from_value(second).expect("a party"));
    let page = export(&data(), &town, day("2026-06-01"));
    let locations: Vec<&Value> = list(&page, "contents")
        .iter()
        .map(|service| &service["service_at_locations"][0]["location"])
        .collect();
    assert_eq!(labelled(locations[0], "wheelchair"), ["true"]);
    assert_eq!(locations[0], locations[1]);
}

/// Whether a rule holds on a day, read as HSDS says.
fn recurs(schedule: &Value, day: Date) -> bool {
    const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let weekday = DAYS[usize::from(day.weekday())];
    let (_, month, date) = day.parts();
    let week = day.week().to_string();
    let in_week = schedule["byweekno"].as_str().is_none_or(|all| all.split(',').any(|n| n == week));
    let last = (0..7).fold(day, |day, _| day.next()).parts().1 != month;
    let nth = ((date - 1) / 7 + 1).to_string();
    in_week
        && text(schedule, "byday").split(',').any(|part| match text(schedule, "freq") {
            "WEEKLY" => part == weekday,
            _ => part == format!("{nth}{weekday}") || (last && part == format!("-1{weekday}")),
        })
}

#[test]
fn a_rule_holds_on_the_same_days_as_the_hours() {
    let data = data();
    for weeks in ["every", "even", "odd", "first", "second", "third", "fourth", "last"] {
        let mut party = party();
        party["reach"] = json!([{
            "channel": "phone", "value": "0900-1234",
            "hours": [{
                "days": ["tu", "su"], "opens_at": "09:00", "closes_at": "12:00",
                "weeks": weeks, "holidays": true
            }]
        }]);
        let services = services(&data, &party, "2026-06-01");
        let schedule = &services[0]["schedules"][0];
        let party: Provider = serde_json::from_value(party).expect("a party");
        let reach: &Reach = &party.reach[0];
        let (mut today, mut held) = (day("2024-01-01"), 0);
        while today < day("2033-01-01") {
            let open = matches!(
                reach.open(Moment { day: today, time: reach.hours[0].opens_at }),
                Open::Now { .. }
            );
            assert_eq!(recurs(schedule, today), open, "{weeks} weeks on {today}: {schedule}");
            held += usize::from(open);
            today = today.next();
        }
        assert!(held > 200, "{weeks}: {held}");
    }
}

#[test]
fn what_is_not_known_is_absent() {
    let nothing = json!({
        "id": "stil", "name": "Stil", "kind": "residents", "serves": []
    });
    let services = services(&data(), &nothing, "2026-06-01");
    let [service] = services.as_slice() else { panic!("one service") };
    let fields: Vec<&str> =
        service.as_object().expect("a service").keys().map(String::as_str).collect();
    assert_eq!(fields, ["alert", "id", "name", "organization", "status"]);
    assert_eq!(service["alert"], "De gemeente keek dit nog niet na.");
    assert_eq!(service["organization"]["description"], "Een groep of plek van bewoners.");
    let mut confirmed = town(&nothing);
    confirmed.municipality.confirmed = Some(day("2026-03-01"));
    let page = export(&data(), &confirmed, day("2026-06-01"));
    assert!(page["contents"][0].get("alert").is_none());
    assert_eq!(labelled(&page["contents"][0], "confirmed"), ["2026-03-01"]);
}
