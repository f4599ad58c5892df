//! What every town promises: its entrance can be reached, and each of its *wijken* has a team.

use crate::cases::advise;
use crate::town::{data, today};
use serde_json::json;
use wijkdeur::domain::*;

/// The towns of which no number is known yet.
const WITHOUT_A_NUMBER: [&str; 0] = [];

#[test]
fn the_entrance_of_every_town_has_a_number() {
    for town in &data().directories {
        let slug = town.municipality.slug.as_str();
        let known = town.entrance().expect("an entrance").has_phone();
        assert_eq!(known, !WITHOUT_A_NUMBER.contains(&slug), "{slug}");
    }
}

/// Whoever knows no place, or any, ends at somebody who can be called.
#[test]
fn the_team_as_a_whole_can_be_called_from_every_wijk() {
    let data = data();
    let team: RouteCode = "wijkteam-breed".into();
    for town in &data.directories {
        let wijken = town.wijken.iter().map(|wijk| Where::In(vec![&wijk.code]));
        for place in wijken.chain([Where::Unknown]) {
            let here = Here::new(&data.catalogue, town, Situation::of_anybody(place, today()));
            let ladder = here.ladder(&team);
            assert!(
                can_be_called(&ladder),
                "{:?} in {}",
                here.situation.place,
                town.municipality.slug
            );
        }
    }
}

/// Who is named in a town where several could be: by the kind of help, and by whom where that
/// is what a case of practice was about.
#[test]
fn who_asks_is_sent_to_those_who_are_there_for_it() {
    let carer = json!({ "topics": ["young"], "young": ["caring"] });
    let debts = json!({ "topics": ["young"], "young": ["money"] });
    for (town, answers, route) in
        [("arnhem", &carer, "mantelzorgsteunpunt"), ("arnhem", &debts, "jongeren-schuldhulp")]
    {
        let advice = advise(&format!("{town}-{route}"), town, answers);
        assert_eq!(advice["lead"]["route"], route, "{town}");
        assert_eq!(advice["lead"]["named"], true, "{town}: {}", advice["lead"]);
    }
}
