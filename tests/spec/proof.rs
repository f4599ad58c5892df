//! The proof finds what it is there to find: each kind of gap, planted, is seen.

use crate::town::{data, proefstad_data, today};
use std::sync::LazyLock;
use wijkdeur::author::prove::{Gap, Kind, Report, SAMPLE, page, prove};
use wijkdeur::content::Data;
use wijkdeur::domain::*;

/// Proves the data after a change; with one municipality and what few topics ask, to be quick.
fn after(change: impl FnOnce(&mut Data)) -> Report {
    let mut data = proefstad_data();
    let topics = &mut question(&mut data, "topics").choices;
    topics.retain(|topic| TOPICS.contains(&topic.id.as_str()));
    assert_eq!(topics.len(), TOPICS.len());
    change(&mut data);
    prove(&data, today(), 2_000)
}

/// What leads to all that is planted below.
const TOPICS: [&str; 4] = ["house", "home", "work", "caring"];

/// What is found where nothing was planted: that nobody comes to the other topics.
static NOTHING: LazyLock<Report> = LazyLock::new(|| after(|_| {}));

/// Finds a gap that is not there without the plant.
fn finds(report: &Report, kind: Kind, what: &str) {
    let of = |gap: &Gap| (gap.kind, gap.what.clone());
    let before: Vec<_> = NOTHING.gaps.iter().map(of).collect();
    let planted = report.gaps.iter().filter(|gap| !before.contains(&of(gap)));
    let found = planted.clone().any(|gap| gap.kind == kind && gap.what.contains(what));
    let of_kind: Vec<_> = planted.filter(|gap| gap.kind == kind).take(5).collect();
    assert!(found, "{kind:?} {what} is not among {of_kind:?}");
}

fn need<'d>(data: &'d mut Data, id: &str) -> &'d mut Need {
    data.catalogue.needs.iter_mut().find(|need| need.id.as_str() == id).expect("a need")
}

fn question<'d>(data: &'d mut Data, id: &str) -> &'d mut Question {
    data.catalogue.questions.iter_mut().find(|asked| asked.id.as_str() == id).expect("a question")
}

/// A choice that says nothing.
fn choice(id: &str) -> Choice {
    serde_json::from_value(serde_json::json!({ "id": id })).expect("a choice")
}

#[test]
fn the_data_of_this_project_have_no_gap() {
    let report = prove(&data(), today(), SAMPLE);
    assert!(report.gaps.is_empty(), "{report}");
    assert!(report.raw > 1_000_000 && report.sampled == SAMPLE, "{report}");
    let page = page(&data(), &report, today());
    let hint = "run `wijkdeur prove --date 2026-12-01 --page docs/proof.md`";
    assert!(page == include_str!("../../docs/proof.md"), "docs/proof.md is of other data: {hint}");
}

#[test]
fn an_advice_without_a_lead_is_found() {
    let report = after(|data| {
        let town = &mut data.directories[0];
        town.providers.retain(|party| party.kind != ProviderKind::Team);
        town.municipality.entrance = "nobody".into();
    });
    finds(&report, Kind::NoLead, "wmo-consulent in proefstad");
    finds(&report, Kind::Nobody, "wmo-consulent in Havenhof");
}

#[test]
fn an_advice_without_a_reason_is_found() {
    let report = after(|data| {
        let words = &mut data.words[0];
        words.needs.get_mut("household").expect("words").why.clear();
        words.routes.get_mut("wmo-consulent").expect("words").does.clear();
    });
    finds(&report, Kind::NoReason, "wmo-consulent");
}

#[test]
fn a_ladder_to_nobody_is_found() {
    let report = after(|data| {
        let party = data.catalogue.national.iter_mut().find(|party| party.id.as_str() == "ciz");
        let party = party.expect("a national party");
        party.reach.clear();
        party.what = None;
    });
    finds(&report, Kind::NoEnd, "ciz-wlz in proefstad");
}

#[test]
fn a_question_that_is_never_asked_is_found() {
    let report = after(|data| {
        question(data, "tonight").when = Condition::All(vec![
            Condition::Needs("no-home".into()),
            Condition::Not(Box::new(Condition::Needs("no-home".into()))),
        ]);
    });
    finds(&report, Kind::NeverAsked, "tonight");
    finds(&report, Kind::NeverFires, "no-bed");
}

#[test]
fn help_that_never_fits_is_found() {
    let report = after(|data| {
        need(data, "meals").helps[1].when = Condition::Chose("tonight".into(), "no-bed".into());
        need(data, "meals").helps[1].when = Condition::All(vec![
            need(data, "meals").helps[1].when.clone(),
            Condition::Not(Box::new(Condition::Needs("meals".into()))),
        ]);
    });
    finds(&report, Kind::NeverFires, "welzijn-ontmoeting bij meals");
}

#[test]
fn a_part_of_a_condition_that_never_holds_is_found() {
    let report = after(|data| {
        let when = &mut question(data, "long-care").when;
        *when = Condition::Any(vec![when.clone(), Condition::Age(1, vec![AgeGroup::From67])]);
    });
    finds(&report, Kind::NeverFires, "From67");
}

#[test]
fn a_need_nobody_can_choose_is_found() {
    let report = after(|data| {
        question(data, "house").choices.retain(|choice| choice.id.as_str() != "parking");
    });
    finds(&report, Kind::NeverFires, "de behoefte parking");
}

#[test]
fn a_party_nobody_is_sent_to_is_found() {
    let report = after(|data| {
        let town = &mut data.directories[0];
        let mut all = town.providers.iter();
        let mut party = all.find(|it| it.id.as_str() == "de-wetering").expect("a party").clone();
        party.id = "past".into();
        party.name = "Het verleden".into();
        for coverage in &mut party.serves {
            coverage.valid_until = Date::new(1999, 12, 31);
        }
        town.providers.push(party);
    });
    finds(&report, Kind::NeverNamed, "Het verleden");
}

/// Of some teams the next begins later: in between nobody is named.
#[test]
fn days_between_two_teams_are_found() {
    let day = |text: &str| Some(text.parse::<Date>().expect("a day"));
    let report = after(|data| {
        let town = &mut data.directories[0];
        for (id, until, from) in [
            ("wijkteam-mal", "2026-12-31", "2027-01-08"),
            ("wijkteam-no", "2026-11-20", "2026-12-03"),
            ("wijkteam-pre", "2026-12-04", "2026-12-06"),
            // These follow each other from today on.
            ("wijkteam-le", "2026-12-31", "2027-01-01"),
            ("wijkteam-rkv", "2026-11-20", "2026-12-01"),
        ] {
            let mut teams = town.providers.iter_mut();
            let team = teams.find(|party| party.id.as_str() == id).expect("a team");
            let mut next = team.clone();
            team.serves.iter_mut().for_each(|turn| turn.valid_until = day(until));
            next.id = format!("{id}-next").as_str().into();
            next.serves.iter_mut().for_each(|turn| turn.valid_from = day(from));
            town.providers.push(next);
        }
    });
    for (days, wijk) in [
        ("2027-01-01 tot en met 2027-01-07", "Waterhof-Oost"),
        ("2026-12-01 tot en met 2026-12-02", "Bergkamp"),
        ("2026-12-05 tot en met 2026-12-05", "Parkhaaf"),
    ] {
        let found = report.gaps.iter().find(|gap| {
            gap.kind == Kind::Between && gap.what.starts_with(days) && gap.what.contains(wijk)
        });
        let what = &found.unwrap_or_else(|| panic!("{days} in {wijk}: {report}")).what;
        assert!(what.contains("wijkteam-breed, wmo-consulent"), "{what}");
    }
    let days: Vec<&str> = report
        .gaps
        .iter()
        .filter(|gap| gap.kind == Kind::Between)
        .map(|gap| &gap.what[..10])
        .collect();
    let of = |day: &str| days.iter().filter(|known| **known == day).count();
    assert_eq!(of("2027-01-01") + of("2026-12-01") + of("2026-12-05"), days.len(), "{report}");
}

#[test]
fn too_many_questions_are_found() {
    let report = after(|data| {
        let place = data
            .catalogue
            .questions
            .iter()
            .position(|asked| asked.kind == wijkdeur::domain::Kind::Place);
        for number in ["1", "2", "3", "4"] {
            let choice = choice("yes");
            let more = Question {
                id: number.into(),
                who: Who::Household,
                kind: wijkdeur::domain::Kind::One,
                when: Condition::Needs("household".into()),
                skipped: None,
                choices: vec![choice],
            };
            data.catalogue.questions.insert(place.expect("a question for the place"), more);
        }
    });
    finds(&report, Kind::TooLong, "household");
}

#[test]
fn an_answer_that_changes_nothing_makes_no_class() {
    let report = after(|data| {
        let perhaps = choice("perhaps");
        question(data, "forms").choices.push(perhaps);
    });
    assert_eq!(report.classes, NOTHING.classes);
}
