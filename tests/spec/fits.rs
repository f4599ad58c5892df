//! Only who fits: of a kind of help that is given in many ways an advice names who says that
//! they are there for the need, or at least for the age.

use crate::cases::run;
use crate::publishing::Place;
use crate::town::{data, data_folder, proefstad_data, today};
use serde_json::json;
use wijkdeur::content::{Data, todo};
use wijkdeur::domain::*;

fn town<'d>(data: &'d Data, slug: &str) -> &'d Directory {
    data.directories.iter().find(|town| town.municipality.slug == slug).expect("a town")
}

fn party<'d>(data: &'d mut Data, id: &str) -> &'d mut Provider {
    let mut all = data.directories.iter_mut().flat_map(|town| &mut town.providers);
    all.find(|party| party.id.as_str() == id).expect("a party")
}

/// Who leads and who is offered in a *wijk* to somebody of this age with these needs, by id.
fn named(
    data: &Data,
    slug: &str,
    wijk: &str,
    needs: &[&str],
    ages: &[AgeGroup],
) -> (String, Vec<String>) {
    let directory = town(data, slug);
    let wijk = directory.wijken.iter().find(|known| known.name == wijk).expect("a wijk");
    let place = Where::In(vec![&wijk.code]);
    let answers = Answers::default();
    let mut facts = Journey::walk(&data.catalogue, directory, &answers, today()).facts;
    facts.needs =
        needs.iter().map(|id| data.catalogue.need(&(*id).into()).expect("a need")).collect();
    facts.place = place.clone();
    let ages = ages.iter().copied().collect();
    let here = Here::new(
        &data.catalogue,
        directory,
        Situation { place, day: today(), family: false, ages },
    );
    let advice = advise(&here, &facts);
    let lead = advice.lead.served.provider().map(|party| party.id.to_string());
    let offers = advice.yourself.iter().map(|offer| offer.giver.party.id.to_string());
    (lead.unwrap_or_default(), offers.collect())
}

/// In every town and *wijk*, for every need and age: whoever is asked or offered for a wide kind
/// of help says this need, or an age that is known to fit, or is there for anybody.
#[test]
fn nobody_is_named_outside_their_needs_and_ages() {
    let mut seen = 0;
    for data in [data(), proefstad_data()] {
        for directory in &data.directories {
            let wijken = directory.wijken.iter().map(|wijk| Where::In(vec![&wijk.code]));
            for place in wijken.chain([Where::Unknown]) {
                for age in [None, Some(AgeGroup::From12To15), Some(AgeGroup::From27To66)] {
                    let situation = Situation {
                        place: place.clone(),
                        day: today(),
                        family: true,
                        ages: age.into_iter().collect(),
                    };
                    let here = Here::new(&data.catalogue, directory, situation);
                    for need in &data.catalogue.needs {
                        let wide = need.helps.iter().map(|help| &help.route);
                        for route in wide.filter(|route| data.catalogue.is_wide(route)) {
                            let mut all = here.fitting(route, &need.id);
                            if let Served::By(giver) = here.served_for(route, &need.id) {
                                all.push(giver);
                            }
                            for Giver { party, coverage, .. } in all {
                                let by_need = coverage.needs.contains(&need.id);
                                let by_age = coverage.needs.is_empty()
                                    && age.is_some()
                                    && party.limits().is_some();
                                let fits = by_need || by_age || directory.is_for_anybody(party);
                                assert!(fits, "{} for {} ({route})", party.id, need.id);
                                seen += 1;
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(seen > 1_000, "{seen}");
}

#[test]
fn a_driver_is_not_offered_to_who_cannot_clean() {
    let said = |choice: &str, more: serde_json::Value| {
        let mut answers = json!({ "topics": ["house"], "house": [choice], "place": "1232 NB" });
        answers
            .as_object_mut()
            .expect("answers")
            .extend(more.as_object().cloned().unwrap_or_default());
        let output = run(choice, "voorbeeldstad", &answers.to_string(), &["--explain"]);
        String::from_utf8(output.stdout).expect("a text")
    };
    let cleaning = said("household", json!({ "how-long": "short" }));
    assert!(cleaning.contains("Klusbrigade") && !cleaning.contains("Buurtauto"), "{cleaning}");
    let data = data();
    let west = |needs: &[&str]| named(&data, "voorbeeldstad", "Havenkwartier", needs, &[]).1;
    let drivers = data.directories.iter().flat_map(|town| &town.providers);
    assert!(drivers.clone().any(|party| party.id.as_str() == "buurtauto"));
    assert!(!west(&["household"]).contains(&"buurtauto".to_owned()));
}

/// Who says a need leads for it, near before far, and for no other.
#[test]
fn who_says_a_need_leads_for_it() {
    let mut data = proefstad_data();
    let lead = |data: &Data, need: &str| named(data, "proefstad", "Rijkerswoerd", &[need], &[]).0;
    assert_eq!(lead(&data, "lonely"), "kastanjeplein");
    party(&mut data, "kastanjeplein").serves[0].needs = vec!["lonely".into()];
    assert_eq!(lead(&data, "lonely"), "kastanjeplein");
    assert_eq!(lead(&data, "daytime"), "gemeente-proefstad", "nobody says it");
    // Who cannot be reached leads after who can.
    let wijken = &data.directories[0].wijken;
    let wijk = wijken.iter().find(|wijk| wijk.name == "Rijkerswoerd").expect("a wijk");
    let there = Scope::Wijken(vec![wijk.code.clone()]);
    party(&mut data, "de-wetering").serves[0].scope = there;
    assert_eq!(lead(&data, "lonely"), "kastanjeplein");
}

/// On a kind of help whose name says enough, who gives all of it comes before who says a need.
#[test]
fn on_another_kind_who_gives_all_of_it_comes_first() {
    let mut data = data();
    let lead = |data: &Data| named(data, "voorbeeldstad", "Molenveld", &["digital"], &[]).0;
    assert_eq!(lead(&data), "papierwinkel");
    for town in &mut data.directories {
        town.providers.retain(|party| party.id.as_str() != "papierwinkel");
    }
    assert_eq!(lead(&data), "computerclub", "nobody else gives it there");
}

#[test]
fn who_says_neither_need_nor_age_is_on_the_list_and_on_no_advice() {
    let mut data = proefstad_data();
    let seen = |data: &Data| {
        let needs = data.catalogue.needs.iter().map(|need| need.id.as_str());
        needs
            .filter(|need| {
                let (lead, offers) =
                    named(data, "proefstad", "Rijkerswoerd", &[need], &[AgeGroup::From27To66]);
                lead == "kastanjeplein" || offers.iter().any(|id| id == "kastanjeplein")
            })
            .count()
    };
    assert!(seen(&data) > 1);
    party(&mut data, "kastanjeplein").serves[0].needs.clear();
    assert_eq!(seen(&data), 0);
    let points: Vec<String> = todo(&data, today()).iter().map(ToString::to_string).collect();
    let said =
        |point: &&String| point.contains("welzijn-ontmoeting") && point.contains("Kastanjeplein");
    assert_eq!(points.iter().filter(said).count(), 1, "{points:#?}");
    // With an age it is named where that age is known, and only there.
    party(&mut data, "kastanjeplein").ages = Some(Ages { from: 18, to: None });
    assert!(seen(&data) > 1);
    let (first, offers) = named(&data, "proefstad", "Rijkerswoerd", &["lonely"], &[]);
    assert!(first != "kastanjeplein" && !offers.contains(&"kastanjeplein".to_owned()));

    let place = Place::new("fits");
    assert!(place.publish().status.success());
    // These say nothing in the file itself.
    let list = place.page("proefstad/wijk/waterhof-west/index.html");
    assert!(list.contains("Jeugdwijs"), "they stand on the list of their wijk");
}

#[test]
fn a_club_for_older_people_is_not_for_a_man_of_45() {
    let mut data = proefstad_data();
    let lead = |data: &Data, ages: &[AgeGroup]| {
        named(data, "proefstad", "Rijkerswoerd", &["lonely"], ages).0
    };
    party(&mut data, "kastanjeplein").older = true;
    assert_ne!(lead(&data, &[AgeGroup::From27To66]), "kastanjeplein");
    for known in [&[AgeGroup::From67][..], &[AgeGroup::From27To66, AgeGroup::From67]] {
        assert_eq!(lead(&data, known), "kastanjeplein", "{known:?}");
    }
    // Where no age is known it is offered and does not lead; who is there for every age does.
    let (first, offers) = named(&data, "proefstad", "Rijkerswoerd", &["lonely"], &[]);
    assert!(first == "gemeente-proefstad" && offers.contains(&"kastanjeplein".to_owned()));
    let mut other = party(&mut data, "kastanjeplein").clone();
    other.id = "voor-iedereen".into();
    other.older = false;
    data.directories[0].providers.push(other);
    assert_eq!(lead(&data, &[]), "voor-iedereen");
}

/// A group for few is there where its need was chosen, beside others as well.
#[test]
fn a_group_is_named_only_where_its_need_was_chosen() {
    let data = data();
    let offers = |needs: &[&str]| named(&data, "voorbeeldstad", "Molenveld", needs, &[]).1;
    let has = |needs: &[&str]| offers(needs).iter().any(|id| id == "dagplek");
    assert!(has(&["memory"]) && has(&["lonely", "memory"]), "{:?}", offers(&["lonely", "memory"]));
    assert!(!has(&["lonely"]) && !has(&["taking-part"]) && !has(&["meals"]));
}

#[test]
fn an_advice_offers_at_most_three_and_something_for_each_need() {
    let data = data();
    let needs: Vec<&str> = data.catalogue.needs.iter().map(|need| need.id.as_str()).collect();
    let mut most = 0;
    for wijk in &town(&data, "voorbeeldstad").wijken {
        for (at, need) in needs.iter().enumerate() {
            let three = [need, needs[(at + 7) % needs.len()], needs[(at + 23) % needs.len()]];
            let (lead, offers) = named(&data, "voorbeeldstad", &wijk.name, &three, &[]);
            most = most.max(offers.len());
            assert!(!offers.contains(&lead), "{three:?} in {}", wijk.name);
        }
    }
    assert_eq!(most, 3);
    let three = ["transport", "language", "lonely"];
    let (_, offers) = named(&data, "voorbeeldstad", "Havenkwartier", &three, &[]);
    assert_eq!(offers.len(), 3, "{offers:?}");
}

#[test]
fn teams_and_desks_need_not_say_for_whom() {
    let mut data = proefstad_data();
    let lead = |data: &Data| named(data, "proefstad", "Rijkerswoerd", &["meals"], &[]).0;
    assert_eq!(lead(&data), "gemeente-proefstad");
    let team = &mut party(&mut data, "wijkteam-rkv").serves[0];
    team.routes.push("welzijn-diensten".into());
    assert_eq!(lead(&data), "wijkteam-rkv");
    party(&mut data, "wijkteam-rkv").kind = ProviderKind::Professional;
    assert_eq!(lead(&data), "gemeente-proefstad");
}

/// Of help that many needs want, the catalogue has to say whether its name says enough.
#[test]
fn check_finds_kinds_of_help_that_may_be_wide() {
    let mut files = wijkdeur::author::read(&data_folder()).expect("the data can be read");
    let catalogue = files.iter_mut().find(|(file, _)| file == "catalogue/catalogue.json");
    let text = &mut catalogue.expect("a catalogue").1;
    for (code, wide) in [("welzijn-ontmoeting", "true"), ("taalhuis", "false")] {
        let said = format!("\"code\": \"{code}\", \"kind\": \"algemeen\"");
        let before = format!("{said}, \"wide\": {wide}");
        assert!(text.contains(&before), "{code}");
        *text = text.replace(&before, &said);
    }
    let team = "\"code\": \"jeugd-gezin\", \"kind\": \"wijkteam\"";
    *text = text.replace(team, &format!("{team}, \"wide\": true"));
    let mistakes = wijkdeur::content::check(&files, today()).expect_err("three mistakes");
    let told: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 3, "{told:#?}");
    for said in ["welzijn-ontmoeting", "taalhuis", "voor iedereen open"] {
        assert!(told.iter().any(|line| line.contains(said)), "{said} not in {told:#?}");
    }
}

#[test]
fn the_page_of_who_fits_is_that_of_the_data() {
    let page = wijkdeur::author::fits::page(&data());
    let kept = include_str!("../../docs/who-fits.md").replace("\r\n", "\n");
    assert!(page == kept, "run `wijkdeur fits --page docs/who-fits.md`");
    for said in ["## Voorbeeldstad", "| Ik ben veel alleen", "Alleen op de lijst van de wijk: "] {
        assert!(page.contains(said), "{said}");
    }
}
