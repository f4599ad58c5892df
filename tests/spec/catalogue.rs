//! The catalogue is whole: everything people need, within two choices of the first screen.

use crate::town::{data, today};
use std::collections::{BTreeMap, BTreeSet};
use wijkdeur::domain::*;

/// The needs people bring, by the code of the inventory they were taken from.
fn inventory() -> BTreeMap<String, String> {
    serde_json::from_str(include_str!("data/needs.json")).expect("the inventory")
}

/// Every need that two choices lead to.
fn within_two_choices(catalogue: &Catalogue) -> BTreeSet<&str> {
    let first = &catalogue.questions[0];
    let below = first.choices.iter().flat_map(|topic| {
        let chosen = Condition::Chose(first.id.clone(), topic.id.clone());
        catalogue.questions.iter().filter(move |question| question.when == chosen)
    });
    let needs =
        below.flat_map(|question| &question.choices).filter_map(|choice| choice.need.as_ref());
    needs.map(NeedId::as_str).collect()
}

#[test]
fn every_need_is_within_two_choices() {
    let catalogue = data().catalogue;
    let found = within_two_choices(&catalogue);
    let inventory = inventory();
    assert_eq!(inventory.len(), 80);
    for (code, need) in &inventory {
        assert!(found.contains(need.as_str()), "{code}: {need}");
    }
}

/// Where five people looked for a need in vain, when they put all of them under the tiles.
const LOOKED_FOR: [(&str, &str); 14] = [
    ("money", "income"),
    ("letters", "child-helps"),
    ("work", "child-helps"),
    ("work", "objection"),
    ("house", "always-care"),
    ("house", "unsafe-alone"),
    ("home", "hoarding"),
    ("home", "energy"),
    ("home", "moving"),
    ("child", "undocumented-child"),
    ("school", "youth-drugs"),
    ("caring", "child-worry"),
    ("danger", "losing-control"),
    ("other", "on-own-feet"),
];

#[test]
fn what_people_looked_for_in_vain_stands_there_now() {
    let catalogue = data().catalogue;
    let first = &catalogue.questions[0];
    for (topic, need) in LOOKED_FOR {
        let chosen = Condition::Chose(first.id.clone(), topic.into());
        let below = catalogue.questions.iter().filter(|question| question.when == chosen);
        let mut needs =
            below.flat_map(|question| &question.choices).filter_map(|choice| choice.need.as_ref());
        assert!(needs.any(|id| id.as_str() == need), "{need} under {topic}");
    }
}

/// Under whichever tile somebody says it.
#[test]
fn the_same_danger_shows_the_same_lines() {
    let catalogue = data().catalogue;
    let lists = catalogue.questions.iter().filter(|question| question.kind == Kind::Many);
    let choices: Vec<&Choice> = lists.flat_map(|question| &question.choices).collect();
    for need in [
        "violence",
        "child-danger",
        "sexual-violence",
        "online-threat",
        "elder-abuse",
        "suicide",
        "suicide-other",
        "losing-control",
        "no-food",
    ] {
        let says = |choice: &&&Choice| choice.need.as_ref().is_some_and(|id| id.as_str() == need);
        let flags = choices.iter().filter(says).map(|choice| choice.flag.as_ref());
        let flags: BTreeSet<Option<&str>> = flags.map(|flag| flag.map(FlagId::as_str)).collect();
        assert!(flags.len() == 1 && !flags.contains(&None), "{need}: {flags:?}");
    }
}

#[test]
fn the_first_screen_holds_eleven_tiles_and_something_else_and_no_list_is_longer() {
    let catalogue = data().catalogue;
    let choices = &catalogue.questions[0].choices;
    assert!(choices.len() <= 12, "{} tiles", choices.len());
    assert_eq!(choices.last().map(|choice| choice.id.as_str()), Some("other"));
    assert!(catalogue.questions.iter().all(|question| question.choices.len() <= 12));
}

#[test]
fn every_kind_of_help_keeps_its_code() {
    let catalogue = data().catalogue;
    let codes: Vec<&str> = catalogue.routes.iter().map(|route| route.code.as_str()).collect();
    let wanted: Vec<&str> = include_str!("data/routes.txt").lines().collect();
    assert_eq!(codes, wanted);
}

#[test]
fn every_need_says_what_one_can_do_oneself() {
    let data = data();
    for need in &data.catalogue.needs {
        let tips = data.words[0].needs.get(&need.id).map_or(0, |words| words.tips.len());
        assert!(tips > 0, "{}", need.id);
    }
}

/// That somebody needs a line for danger, or help with drink or drugs, nobody else may see.
#[test]
fn what_nobody_else_may_see_is_private() {
    let catalogue = data().catalogue;
    let private = |route: &&Route| route.private;
    let of_danger = |route: &&Route| route.kind == RouteKind::Crisis;
    let lines: Vec<&Route> = catalogue.routes.iter().filter(of_danger).collect();
    assert!(lines.len() > 5 && lines.iter().all(private), "{lines:#?}");
    let others = catalogue.routes.iter().filter(|route| private(route) && !of_danger(route));
    let others: Vec<&str> = others.map(|route| route.code.as_str()).collect();
    assert_eq!(others, ["meldpunt-zorgwekkend-gedrag", "verslavingszorg"]);
}

/// Whoever tries the app out in the invented town meets all that a way can say.
#[test]
fn the_invented_town_shows_every_state() {
    let data = data();
    let invented = |town: &&Directory| town.municipality.demonstration;
    let town = data.directories.iter().find(invented).expect("the invented town");
    assert!(town.municipality.corrections.is_some());
    let party = |fits: fn(&Provider) -> bool| town.providers.iter().any(fits);
    assert!(party(|party| party.wait.is_some()) && party(|party| party.languages.len() > 1));
    assert!(party(|party| party.status == Status::TemporarilyClosed));
    let place = |fits: &dyn Fn(&Reach) -> bool| {
        let mut ways = town.providers.iter().flat_map(|party| &party.reach);
        ways.any(|way| way.channel == Channel::WalkIn && fits(way))
    };
    assert!(
        place(&|way| way.wheelchair == Some(true)) && place(&|way| way.wheelchair == Some(false))
    );
    assert!(place(&|way| way.by_appointment));
    assert!(place(&|way| way.hours.is_empty() && !way.by_appointment));
    assert!(place(&|way| way.is_over(today())));
    assert!(place(&|way| way.hours.iter().any(|hours| hours.closes_at < hours.opens_at)));
    let day = |text: &str| text.parse::<Date>().expect("a day");
    assert!(place(&|way| way.exceptions.contains(&Exception {
        from: day("2026-12-24"),
        until: Some(day("2027-01-03")),
        open: None,
    })));
    assert!(place(&|way| way.exceptions.iter().any(|special| special.open.is_some())));
}

/// What somebody chose can be read to a helper: as its own sentence, or as the choice says
/// it, if that is one.
#[test]
fn what_somebody_chose_is_told_as_they_would_say_it() {
    let data = data();
    let words = &data.words[0];
    let mut stories = 0;
    for question in &data.catalogue.questions {
        let key = question.words_key();
        let own = &words.questions[&key].story;
        let told = question.choices.iter().filter_map(|choice| {
            let as_it_is = || choice.need.as_ref().map(|_| words.choice(&key, choice).to_owned());
            Some((choice, own.get(&choice.id).cloned().or_else(as_it_is)?))
        });
        let told: Vec<(&Choice, String)> = told.collect();
        stories += own.keys().count();
        assert!(told.is_empty() == question.choices.is_empty(), "{key} tells nothing");
        for (choice, said) in told {
            let first = said.split(' ').next().unwrap_or_default();
            let tells = ["Ik", "Mijn", "Wij", "Er", "Iemand", "Het"].contains(&first);
            let mut all = said.split(|mark: char| !mark.is_alphanumeric());
            let to_whom = all.any(|word| ["u", "uw", "je", "jij", "jouw"].contains(&word));
            assert!(tells && !to_whom, "{key} {}: {said}", choice.id);
        }
    }
    assert!(stories > 60, "{stories} stories");
}

#[test]
fn the_paths_are_those_of_the_data() {
    for (name, text) in wijkdeur::author::paths::paths(&data()) {
        let kept = std::fs::read_to_string(crate::town::data_folder().join("paths").join(&name));
        // Git may have changed the ends of lines.
        let kept = kept.unwrap_or_default().replace("\r\n", "\n");
        let first = kept.lines().zip(text.lines()).find(|(kept, now)| kept != now);
        assert!(kept == text, "{name} is not up to date: run 'wijkdeur paths'. First: {first:?}");
    }
}

#[test]
fn the_schemas_are_those_of_the_types() {
    let schemas = wijkdeur::content::schemas();
    assert_eq!(schemas.len(), 6);
    for written in &schemas {
        let kept = crate::town::data_folder().join("schema").join(&written.file);
        let kept = std::fs::read_to_string(kept).unwrap_or_default().replace("\r\n", "\n");
        assert!(
            kept == format!("{:#}\n", written.schema),
            "{} is not up to date: run 'wijkdeur schema'",
            written.file
        );
    }
}

#[test]
fn every_file_of_the_data_names_its_schema_and_fits_it() {
    let schemas = wijkdeur::content::schemas();
    let mut seen = 0;
    for (path, text) in wijkdeur::author::read(&crate::town::data_folder()).expect("the data") {
        if path.starts_with("schema/") {
            continue;
        }
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let name = value["$schema"].as_str().unwrap_or_default();
        let known = schemas.iter().find(|known| name == format!("../schema/{}", known.file));
        let schema = &known.unwrap_or_else(|| panic!("{path} names {name:?}")).schema;
        assert!(text.starts_with("{\n  \"$schema\": "), "{path}: the schema stands first");
        let validator = jsonschema::draft7::new(schema).expect("a schema");
        let wrong: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        assert!(wrong.is_empty(), "{path}: {wrong:?}");
        seen += 1;
    }
    assert!(seen >= 4, "only {seen} files");
}

/// Everything an editor shows: each key and each word to choose from is explained, and
/// nobody is offered `null`.
#[test]
fn a_schema_explains_every_key() {
    fn explained(at: &str, value: &serde_json::Value, silent: &mut Vec<String>) {
        let Some(parts) = value.as_object() else { return };
        let keys = parts.get("properties").and_then(serde_json::Value::as_object);
        for (key, inner) in keys.into_iter().flatten() {
            // A form of a type that is told by its one key says what it is itself.
            if inner.get("description").is_none() && parts.get("description").is_none() {
                silent.push(format!("{at}/{key}"));
            }
        }
        if parts.contains_key("const") && parts.get("description").is_none() {
            silent.push(at.to_owned());
        }
        for (key, inner) in parts {
            assert!(key != "default" || !inner.is_null(), "{at} offers null");
            match inner {
                serde_json::Value::Array(all) => all.iter().for_each(|one| {
                    assert!(one != "null" && one["type"] != "null", "{at}/{key} offers null");
                    explained(&format!("{at}/{key}"), one, silent);
                }),
                inner => explained(&format!("{at}/{key}"), inner, silent),
            }
        }
    }
    for written in wijkdeur::content::schemas() {
        let mut silent = Vec::new();
        explained("", &written.schema, &mut silent);
        assert!(silent.is_empty(), "{}: {silent:?}", written.file);
        assert!(written.schema["title"].as_str().is_some_and(|title| title.contains(':')));
        assert!(!written.schema.to_string().contains('*'), "{}", written.file);
    }
}
