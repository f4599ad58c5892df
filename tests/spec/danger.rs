//! What stands on a screen for danger is right for whoever reads it, in every town.

use crate::town::{data, today};
use serde_json::json;
use wijkdeur::content::Data;
use wijkdeur::domain::*;

/// One screen for danger.
struct Screen<'d> {
    data: &'d Data,
    here: &'d Here<'d>,
    flag: &'d Flag,
    lines: Vec<Line<'d>>,
    /// Where it is, for who reads that a test failed.
    name: String,
}

impl Screen<'_> {
    fn words(&self) -> (&str, &str) {
        self.data.words[0].flags[&self.flag.id].said(Line::any_called(&self.lines))
    }

    /// All that it says.
    fn text(&self) -> String {
        let (title, text) = self.words();
        let own = self.lines.iter().filter_map(|line| line.words);
        [title, text].into_iter().chain(own).collect::<Vec<_>>().join(" ")
    }
}

/// The screen of every flag, in every town and each of its *wijken*, for who is under 18 and
/// for who is not.
fn every_screen(check: impl Fn(&Screen<'_>)) {
    every_screen_of(&data(), check);
}

fn every_screen_of(data: &Data, check: impl Fn(&Screen<'_>)) {
    let catalogue = &data.catalogue;
    let choice = Answer::Many(["young".into()].into());
    let young = Answers::from(vec![(Who::Household, "topics".into(), choice)]);
    let mut seen = 0;
    for directory in &data.directories {
        let wijken = directory.wijken.iter().map(|wijk| Where::In(vec![&wijk.code]));
        for place in wijken.chain([Where::Unknown]) {
            let here = Here::new(catalogue, directory, Situation::of_anybody(place, today()));
            for answers in [&Answers::default(), &young] {
                let facts = Journey::walk(catalogue, directory, answers, today()).facts;
                for flag in &catalogue.flags {
                    let lines = lines(&here, &facts, &[flag]);
                    let town = &directory.municipality.slug;
                    let name =
                        format!("{} in {town}, {:?}", flag.id.as_str(), here.situation.place);
                    check(&Screen { data, here: &here, flag, lines, name });
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 1_000, "only {seen} screens");
}

/// Whether a text tells to call.
fn says_to_call(text: &str) -> bool {
    let words = text.split(|mark: char| !mark.is_alphabetic());
    words.map(str::to_lowercase).any(|word| ["bel", "belt", "bellen"].contains(&word.as_str()))
}

#[test]
fn the_first_number_is_112_or_that_of_the_line_of_the_country() {
    every_screen(|screen| {
        assert!(!screen.lines.is_empty(), "{}", screen.name);
        let Some(first) = screen.lines.iter().find(|line| !line.calls.is_empty()) else { return };
        if screen.flag.id.as_str() == "acute" || screen.flag.id.as_str() == "out-of-mind" {
            assert_eq!(first.calls[0].value, "112", "{}", screen.name);
        }
        // Whoever the country has a line for is led there, whatever stands in a directory.
        let route = &screen.flag.lines[0];
        let leads = |party: &&Provider| {
            let serves = |serve: &Coverage| serve.routes.contains(route) && serve.needs.is_empty();
            party.kind == ProviderKind::Crisis
                && party.has_phone()
                && party.serves.iter().any(serves)
        };
        if let Some(national) = screen.data.catalogue.national.iter().find(leads) {
            assert_eq!(first.provider.id, national.id, "{}", screen.name);
        }
        // Nobody at a town hall stands in for a line for danger.
        for line in &screen.lines {
            let hall = line.provider.id == screen.here.directory.municipality.entrance;
            let route = screen.data.catalogue.route(line.route).expect("a route");
            assert!(!(hall && route.kind == RouteKind::Crisis), "{}", screen.name);
        }
    });
}

#[test]
fn nothing_says_to_call_without_a_number() {
    every_screen(|screen| {
        let called = Line::any_called(&screen.lines);
        assert!(called || !says_to_call(&screen.text()), "{}: {}", screen.name, screen.text());
    });
    // The same of what stands above the lines, where no number of the municipality is known.
    let mut data = data();
    for party in data.directories.iter_mut().flat_map(|town| &mut town.providers) {
        party.reach.retain(|reach| reach.channel != Channel::Phone);
    }
    let silent = std::cell::Cell::new(0);
    every_screen_of(&data, |screen| {
        let (title, text) = screen.words();
        if !Line::any_called(&screen.lines) {
            silent.set(silent.get() + 1);
            assert!(!says_to_call(&format!("{title} {text}")), "{}: {text}", screen.name);
        }
    });
    assert!(silent.get() > 100, "only {} without a number", silent.get());
}

#[test]
fn no_screen_speaks_of_what_was_not_told() {
    let told = |flag: &str| match flag {
        "child-danger" => ["kind"].as_slice(),
        "eviction" => &["brief"],
        _ => &[],
    };
    every_screen(|screen| {
        let (title, text) = screen.words();
        let said = format!("{title} {text}").to_lowercase();
        let words: Vec<&str> = said.split(|mark: char| !mark.is_alphabetic()).collect();
        for word in ["brief", "datum", "kind", "kinderen", "partner", "ex", "man", "vrouw"] {
            let allowed = told(screen.flag.id.as_str()).contains(&word);
            assert!(allowed || !words.contains(&word), "{}: {said}", screen.name);
        }
    });
}

/// A directory with one more party for a line of the country.
fn with_a_local(data: &mut Data, route: &str) {
    let party = json!({
        "id": "plaatselijk", "name": "Plaatselijk meldpunt", "kind": "crisis",
        "serves": [{ "routes": [route], "scope": "city" }],
        "reach": [{ "channel": "phone", "value": "026-1234567" }],
        "source": "https://example.nl", "source_date": "2026-11",
    });
    let party = serde_json::from_value(party).expect("a party");
    data.directories.iter_mut().for_each(|town| town.providers.push(Provider::clone(&party)));
}

#[test]
fn a_local_party_stands_beside_the_line_of_the_country_and_takes_nothing_away() {
    let before = data();
    let mut data = before.clone();
    with_a_local(&mut data, "veilig-thuis");
    for (directory, old) in data.directories.iter().zip(&before.directories) {
        let here = |data| Situation::of_anybody(Where::Unknown, data);
        let new = Here::new(&data.catalogue, directory, here(today()));
        let old = Here::new(&before.catalogue, old, here(today()));
        let route = "veilig-thuis".into();
        assert_eq!(new.served(&route).provider(), old.served(&route).provider());
        assert_eq!(new.ladder(&route), old.ladder(&route));
        let flag = data.catalogue.flag(&"violence".into()).expect("a flag");
        let answers = Answers::default();
        let facts = Journey::walk(&data.catalogue, directory, &answers, today()).facts;
        let lines = lines(&new, &facts, &[flag]);
        assert_eq!(lines[0].calls[0].value, "0800-2000");
        assert!(lines[0].ways.iter().any(|way| way.reach.channel == Channel::Chat), "its chat");
        let beside = |line: &Line<'_>| line.provider.id.as_str() == "plaatselijk";
        assert!(lines.iter().skip(1).any(beside), "it stands beside");
    }
}

#[test]
fn the_first_line_of_each_danger_comes_before_the_second_of_any() {
    let data = data();
    let here =
        Here::new(&data.catalogue, town_of(&data), Situation::of_anybody(Where::Unknown, today()));
    let answers = Answers::default();
    let facts = Journey::walk(&data.catalogue, town_of(&data), &answers, today()).facts;
    let flags = ["online-threat", "death-wish"];
    let flags = flags.map(|id| data.catalogue.flag(&id.into()).expect("a flag"));
    let lines = lines(&here, &facts, &flags);
    let first: Vec<(&str, &str)> =
        lines.iter().map(|line| (line.flag.id.as_str(), line.route.as_str())).take(2).collect();
    assert_eq!(first, [("death-wish", "crisislijn-113"), ("online-threat", "helpwanted")]);
}

/// Silence is no "no": they are shown whom to ask, and nothing is put in red.
#[test]
fn who_does_not_say_it_is_told_whom_to_ask() {
    let cases = [
        (
            json!({ "topics": ["child"], "child": ["parenting-teen"] }),
            "home-safe",
            "safe",
            "veilig-thuis",
        ),
        (
            json!({ "topics": ["mood"], "mood": ["stress"] }),
            "death-thoughts",
            "no",
            "crisislijn-113",
        ),
    ];
    for (mut answers, question, no, route) in cases {
        answers["place"] = json!("1230");
        for (answer, told) in [(json!(null), true), (json!(no), false)] {
            answers[question] = answer;
            let advice = crate::cases::advise(question, "voorbeeldstad", &answers);
            let routes = advice["routes"].as_array().expect("routes");
            assert_eq!(routes.contains(&json!(route)), told, "{answers}: {advice}");
            assert_eq!(advice["crisis"], json!([]), "{answers}");
        }
    }
}

#[test]
fn who_said_nothing_about_danger_is_not_reminded_of_it() {
    let data = data();
    let directory = &data.directories[0];
    let many = |choice: &str| Answer::Many([ChoiceId::from(choice)].into());
    let answers = Answers::from(vec![
        (Who::Household, "topics".into(), many("child")),
        (Who::Household, "child".into(), many("parenting-child")),
        (Who::Household, "home-safe".into(), Answer::Skipped),
        (Who::Household, "place".into(), Answer::Skipped),
    ]);
    let facts = Journey::walk(&data.catalogue, directory, &answers, today()).facts;
    let given: Vec<&str> = facts.given.iter().map(|(question, _)| question.id.as_str()).collect();
    assert!(given.contains(&"home-safe"), "{given:?}");
    let told: Vec<&str> =
        facts.told(&data.catalogue).map(|(question, _)| question.id.as_str()).collect();
    assert!(!told.contains(&"home-safe") && told.contains(&"place"), "{told:?}");
}

#[test]
fn what_is_old_leads_nobody_before_what_is_known() {
    let mut data = data();
    let town = &mut data.directories[0];
    let entrance = town.municipality.entrance.clone();
    let party = town.providers.iter_mut().find(|party| party.id == entrance).expect("an entrance");
    party.checked = None;
    party.reach = serde_json::from_value(json!([
        { "channel": "phone", "value": "14 000", "source_date": "2015" },
        { "channel": "walk-in", "value": "Plein 1", "source_date": "2025-03" },
    ]))
    .expect("two ways");
    let here =
        Here::new(&data.catalogue, town_of(&data), Situation::of_anybody(Where::Unknown, today()));
    let party = here.directory.entrance().expect("an entrance");
    let first = |here: &Here<'_>| here.ways(party)[0].reach.channel;
    assert_eq!(first(&here), Channel::WalkIn, "a number of 2015");
    for (date, old) in [
        ("2023", false),
        ("2022", true),
        ("2023-11", true),
        ("2023-11-30", true),
        ("2023-12-01", false),
    ] {
        let date: SourceDate = date.to_owned().try_into().expect("a date");
        assert_eq!(date.old_from() <= today(), old, "{}", date.as_str());
    }
}

fn town_of(data: &Data) -> &Directory {
    &data.directories[0]
}
