//! A municipality that begins: with nothing known but its name, nobody stands before a door
//! that does not open, and nothing is made up.

use crate::publishing::Place as Published;
use crate::town::{after, alone, data, today};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use wijkdeur::author::paths::paths;
use wijkdeur::author::prove::prove;
use wijkdeur::content::{Beginning, Data};
use wijkdeur::domain::*;
use wijkdeur::wizard::{Event, Problem, Shown, Wizard};

/// The data with only a municipality that begins.
fn begun() -> Data {
    let beginning = Beginning::new("GM0361", "Alkmaar").expect("a municipality");
    alone(&beginning.file(), &beginning.text(2026))
}

/// A visit to a town, at the question where somebody lives.
fn at_place(town: Directory, needs: &[&str]) -> Wizard {
    let data = data();
    let bundle = crate::town::bundle(&data, &town);
    let mut wizard = Wizard::new(Arc::new(bundle), after(0));
    for choice in needs {
        let chosen = Answer::Many([(*choice).into()].into());
        wizard.update(Event::Answered(chosen), after(1));
    }
    for _ in 0..30 {
        match wizard.screen().shown {
            Shown::Question(asked) if asked.question.kind == Kind::Place => return wizard,
            Shown::Question(_) => wizard.update(Event::Answered(Answer::Skipped), after(1)),
            _ => wizard.update(Event::WentOn, after(1)),
        };
    }
    panic!("no question for the place");
}

fn typed(wizard: &mut Wizard, postcode: &str) {
    wizard.update(Event::PostcodeGiven(postcode.into()), after(2));
}

fn wijk(code: &str, name: &str) -> Wijk {
    Wijk { code: code.into(), name: name.into(), areas: Vec::new(), colour: None }
}

/// The words of the town hall.
fn hall(town: &Directory) -> &str {
    town.entrance_in_words().expect("words")
}

#[test]
fn a_name_becomes_an_address() {
    for (name, slug) in [
        ("Alkmaar", "alkmaar"),
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("’s-Gravenhage", "s-gravenhage"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("Bergen (L.)", "bergen-l"),
        ("  De  Fryske Marren ", "de-fryske-marren"),
        ("Nuenen, Gerwen en Nederwetten", "nuenen-gerwen-en-nederwetten"),
    ] {
        let beginning = Beginning::new("gm0361", name).expect(name);
        assert_eq!(beginning.slug, slug);
        assert_eq!(beginning.file(), format!("municipalities/{slug}.json"));
    }
}

#[test]
fn no_code_or_no_name_is_said_with_what_to_do() {
    for (code, name, word) in [
        ("0361", "Alkmaar", "GM en vier cijfers"),
        ("GM361", "Alkmaar", "GM en vier cijfers"),
        ("GM03611", "Alkmaar", "GM en vier cijfers"),
        ("WK0361", "Alkmaar", "GM en vier cijfers"),
        ("GM０３６１", "Alkmaar", "GM en vier cijfers"),
        ("GM0361", "", "--name"),
        ("GM0361", " ' ", "--name"),
        ("GM0361", "Alkmaar 2", "--name"),
    ] {
        let problem = Beginning::new(code, name).expect_err(code);
        assert!(problem.contains(word), "{code} {name}: {problem}");
    }
}

#[test]
fn it_has_no_mistake_and_makes_nothing_up() {
    let town = begun().directories.remove(0);
    let entrance = town.entrance().expect("an entrance");
    assert_eq!(entrance.id.as_str(), "gemeente-alkmaar");
    assert!(entrance.reach.is_empty() && entrance.checked.is_none());
    assert_eq!(town.municipality.client_support, Fact::Unknown);
    assert!(town.missing.len() >= 6 && town.providers.len() == 1);
    let strange = Beginning::new("GM0361", "Zo \"heet\" het \\ niet").expect("a name");
    let text: serde_json::Value = serde_json::from_str(&strange.text(2026)).expect("JSON");
    assert_eq!(text["municipality"]["name"], "Zo \"heet\" het \\ niet");
}

#[test]
fn every_case_there_finds_somebody() {
    let data = begun();
    let report = prove(&data, today(), 20_000);
    assert!(report.gaps.is_empty(), "{report}");
    assert!(report.at_entrance > 0, "its help is at the entrance");
    let town = paths(&data).pop().expect("the paths of the town").1;
    assert!(town.contains("schulddienstverlening | overal | algemene ingang"), "{town}");
}

#[test]
fn a_postcode_is_taken_where_no_table_says_whose_it_is() {
    for postcode in ["1811", "1811 AB", "9999 ZZ"] {
        let mut wizard = at_place(begun().directories.remove(0), &["money", "debts"]);
        typed(&mut wizard, postcode);
        let Shown::Advice { advice, .. } = wizard.screen().shown else { panic!("{postcode}") };
        assert_eq!(advice.lead.words, Some(hall(&begun().directories[0])));
    }
    let mut wizard = at_place(begun().directories.remove(0), &[]);
    typed(&mut wizard, "geen");
    let Shown::Question(asked) = wizard.screen().shown else { panic!("taken") };
    assert_eq!(asked.problem, Some(Problem::NotAPostcode));
}

#[test]
fn nobody_chooses_from_an_empty_list() {
    let mut wizard = at_place(begun().directories.remove(0), &[]);
    wizard.update(Event::Answered(Answer::Place(Place::FromList)), after(2));
    assert!(matches!(wizard.screen().shown, Shown::Advice { .. }));
}

#[test]
fn the_words_of_the_town_hall_are_for_who_lives_there() {
    let mut wizard = at_place(begun().directories.remove(0), &["money", "debts"]);
    wizard.update(Event::Answered(Answer::Place(Place::Elsewhere)), after(2));
    let Shown::Advice { advice, .. } = wizard.screen().shown else { panic!("no advice") };
    assert!(advice.lead.words.is_none() && advice.support.words.is_none());
}

/// No bed for tonight: the line to call is one of the municipality, of which nothing is known.
#[test]
fn a_line_of_the_municipality_without_a_number_says_where_to_go() {
    let town = begun().directories.remove(0);
    let data = data();
    let flag = data.catalogue.flag(&"no-bed".into()).expect("a flag");
    let answers = Answers::default();
    let none = Journey::walk(&data.catalogue, &town, &answers, today());
    let here = Here::new(&data.catalogue, &town, none.facts.situation(today()));
    let shown = lines(&here, &none.facts, &[flag]);
    assert!(!shown.is_empty() && shown.iter().all(|line| line.words == Some(hall(&town))));
    // A line of the whole country says what it says itself.
    let flag = data.catalogue.flag(&"worse".into()).expect("a flag");
    let shown = lines(&here, &none.facts, &[flag]);
    let post = shown.iter().find(|line| line.route.as_str() == "huisartsenpost").expect("a line");
    assert_eq!(post.words, post.provider.what.as_deref());
}

#[test]
fn a_number_that_is_known_needs_no_words() {
    let mut town = begun().directories.remove(0);
    let phone = serde_json::json!({ "channel": "phone", "value": "14 072" });
    town.providers[0].reach.push(serde_json::from_value(phone).expect("a way"));
    let mut wizard = at_place(town, &["money", "debts"]);
    typed(&mut wizard, "1811");
    let Shown::Advice { advice, .. } = wizard.screen().shown else { panic!("no advice") };
    assert!(advice.lead.words.is_none() && can_be_called(&advice.lead.ladder));
}

#[test]
fn without_a_table_the_wijk_is_asked_where_it_matters() {
    let mut town = begun().directories.remove(0);
    town.wijken = vec![wijk("WK036101", "Centrum"), wijk("WK036102", "Overdie")];
    let mut wizard = at_place(town.clone(), &[]);
    typed(&mut wizard, "1811");
    assert!(matches!(wizard.screen().shown, Shown::Advice { .. }), "one help for all");
    let team = serde_json::json!({
        "id": "team", "name": "Team Overdie", "kind": "team",
        "serves": [{ "routes": ["wijkteam-breed"], "scope": { "wijken": ["WK036102"] } }]
    });
    town.providers.push(serde_json::from_value(team).expect("a team"));
    let mut wizard = at_place(town, &[]);
    typed(&mut wizard, "1811");
    let Shown::Question(asked) = wizard.screen().shown else { panic!("not asked") };
    let names: Vec<&str> = asked.wijken.iter().map(|wijk| wijk.name.as_str()).collect();
    assert_eq!(names, ["Centrum", "Overdie"]);
}

fn new(data: &Path, typed: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wijkdeur"));
    command.arg("new").args(typed).arg("--data").arg(data).output().expect("the program runs")
}

#[test]
fn the_command_begins_a_file_and_never_writes_over_one() {
    let place = Published::new("new");
    let output = new(&place.data(), &["GM0361", "--name", "Alkmaar"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let file = place.data().join("municipalities/alkmaar.json");
    let text = std::fs::read_to_string(&file).expect("the file");
    std::fs::write(&file, text.replace("GM0361", "GM0362")).expect("written");
    let before = std::fs::read_to_string(&file).expect("the file");
    for (typed, code, word) in [
        (&["GM0361", "--name", "Alkmaar"][..], 1, "is er al"),
        (&["GM9998", "--name", "Zomerstad"], 1, "al van proefstad.json"),
        (&["0361", "--name", "Alkmaar"], 2, "GM en vier cijfers"),
        (&["GM0361", "--name", ""], 2, "--name"),
        (&["GM0361"], 2, "--name NAAM"),
        (&["--name", "Alkmaar"], 2, "de code van de gemeente"),
    ] {
        let output = new(&place.data(), typed);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(code) && said.contains(word), "{typed:?}: {said}");
    }
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), before);
    assert!(!place.data().join("municipalities/zomerstad.json").exists());
}

#[test]
fn its_pages_say_where_to_go_and_have_no_number_of_their_own() {
    let place = Published::new("begun");
    assert!(new(&place.data(), &["GM0361", "--name", "Alkmaar"]).status.success());
    let output = place.publish();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = place.page("alkmaar/index.html");
    let failure = &page[page.find("id=\"failure\"").expect("a page for failure")..];
    assert!(failure.contains("Ga naar het gemeentehuis") && !failure.contains("Bel gerust"));
    let overview = place.page("alkmaar/overzicht/index.html");
    assert!(overview.contains("Ga naar het gemeentehuis"), "{overview}");
    assert!(
        !overview.contains("Vraag ernaar bij: Gemeente Alkmaar") && !overview.contains("wd-jump")
    );
    assert!(place.page("index.html").contains("/alkmaar/"));
}
