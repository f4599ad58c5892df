//! The rule is said once for the city; an area and a *wijk* say only what differs. Tried
//! in the invented town, which says something at every level.

use crate::cases::{advise, run};
use serde_json::json;

/// What `advise --explain` says to these answers.
fn explained(name: &str, answers: serde_json::Value, more: &[&str]) -> String {
    let more = [&["--explain"], more].concat();
    let output = run(name, "voorbeeldstad", &answers.to_string(), &more);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("a text")
}

fn cleaning(postcode: &str) -> serde_json::Value {
    json!({ "topics": ["house"], "house": ["household"], "how-long": "long", "place": postcode })
}

/// The lines of one part, such as `eerst dit`, with the ladder below.
fn part<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let mut lines = text.lines().skip_while(|line| !line.starts_with(name));
    let first = lines.next().into_iter();
    first.chain(lines.take_while(|line| line.starts_with(' '))).collect()
}

#[test]
fn each_line_says_which_level_said_it() {
    let text = explained("levels", cleaning("1230 AB"), &[]);
    assert!(text.contains("eerst dit: wmo-consulent: Wijkteam Noord [gebied Noord]"), "{text}");
    assert!(text.contains("welzijn-diensten: Klusbrigade [gemeente Voorbeeldstad]"), "{text}");
    let party = |line: &&str| !line.starts_with("    omdat") && !line.is_empty();
    for line in text.lines().filter(party) {
        assert!(line.ends_with(']'), "{line}");
    }
}

#[test]
fn a_wijk_may_put_its_own_first_door_before_the_team_of_its_area() {
    let mut answers = cleaning("1232 KB");
    answers["wijk"] = json!("Waterrand");
    let text = explained("first-door", answers.clone(), &[]);
    let lead = part(&text, "eerst dit");
    assert_eq!(lead[0], "eerst dit: wmo-consulent: Wijkconcierge Waterrand [wijk Waterrand]");
    let wider = lead.iter().position(|line| line.contains("(Wijkteam Zuid) [gebied Zuid]"));
    let own = lead.iter().position(|line| line.contains("(Wijkconcierge Waterrand)"));
    assert!(own < wider && wider.is_some(), "{lead:#?}");

    // What the concierge does not give, the area's team still does.
    answers["topics"] = json!(["money"]);
    answers["money"] = json!(["debts"]);
    let text = explained("debts", answers, &[]);
    let lead = part(&text, "eerst dit");
    assert_eq!(lead[0], "eerst dit: schulddienstverlening: Wijkteam Zuid [gebied Zuid]");
}

#[test]
fn one_kind_of_help_is_said_at_three_levels() {
    let mut answers = json!({ "topics": ["letters"], "letters": ["digital"], "place": "1230 AB" });
    let lead = |answers: &serde_json::Value| {
        part(&explained("three", answers.clone(), &[]), "eerst dit")[0].to_owned()
    };
    assert!(lead(&answers).ends_with("[gemeente Voorbeeldstad]"), "{}", lead(&answers));
    answers["place"] = json!("1231 NB");
    assert!(lead(&answers).ends_with("[gebied Zuid]"), "{}", lead(&answers));
    answers["place"] = json!("1232 KB");
    answers["wijk"] = json!("Waterrand");
    assert!(lead(&answers).ends_with("[wijk Waterrand]"), "{}", lead(&answers));
}

#[test]
fn a_green_wijk_is_sent_to_the_open_hour_of_its_cluster() {
    let text = explained("green", cleaning("1230 LB"), &[]);
    let lead = part(&text, "eerst dit");
    assert!(lead.iter().any(|line| line.contains("De Kern") && line.contains("in Dorpskern")));
    // Who lives there is not told that it is in another wijk.
    let own = explained("red", cleaning("1230 AB"), &[]);
    assert!(part(&own, "eerst dit").iter().all(|line| !line.contains("in Dorpskern")));
    // An hour that is for another wijk only is not named.
    assert!(!text.contains("Loods 5"), "{text}");
}

#[test]
fn teams_merge_on_their_day() {
    let lead = |day: &str| {
        let text = explained("merge", cleaning("1235 AB"), &["--date", day]);
        part(&text, "eerst dit")[0].to_owned()
    };
    assert_eq!(
        lead("2026-12-31"),
        "eerst dit: wmo-consulent: Wijkteam Weverswijk [wijk Weverswijk]"
    );
    assert_eq!(lead("2027-01-01"), "eerst dit: wmo-consulent: Wijkteam Oost [gebied Oost]");
}

#[test]
fn an_hour_that_has_ended_is_not_named_any_more() {
    let on = |day: &str| explained("moved", cleaning("1231 NB"), &["--date", day]);
    assert!(on("2026-12-18").contains("De Oude Bieb"));
    assert!(!on("2026-12-19").contains("De Oude Bieb"));
}

#[test]
fn youth_areas_are_cut_differently_from_those_of_grown_ups() {
    let parent = |postcode: &str| {
        let answers = json!({ "topics": ["child"], "child": ["parenting-teen"],
            "home-safe": "safe", "place": postcode });
        part(&explained("youth", answers, &[]), "eerst dit")[0].to_owned()
    };
    assert!(parent("1230 AB").ends_with("[gebied Jeugd West]"), "{}", parent("1230 AB"));
    assert!(parent("1231 AB").ends_with("[gebied Jeugd Oost]"), "{}", parent("1231 AB"));
    let grown_up =
        |postcode| part(&explained("adult", cleaning(postcode), &[]), "eerst dit")[0].to_owned();
    assert_eq!(grown_up("1230 AB"), grown_up("1231 AB"));
}

#[test]
fn a_family_with_several_questions_goes_to_the_team_for_families() {
    let family = json!({ "topics": ["money", "child"], "money": ["debts"],
        "child": ["parenting-child"], "home-safe": "safe", "place": "1230 AB" });
    let text = explained("family", family, &[]);
    assert!(part(&text, "eerst dit")[0].contains("wijkteam-breed: Gezinssteun"), "{text}");
    let one = json!({ "topics": ["child"], "child": ["parenting-child"], "place": "1230 AB" });
    assert!(!explained("one", one, &[]).contains("Gezinssteun"));
    let grown_ups = json!({ "topics": ["money", "house"], "money": ["debts"],
        "house": ["household"], "place": "1230 AB" });
    assert!(!explained("grown-ups", grown_ups, &[]).contains("Gezinssteun"));
}

#[test]
fn who_has_to_send_somebody_comes_first() {
    let answers = json!({ "topics": ["home"], "home": ["unsafe-alone"], "place": "1230 AB" });
    let text = explained("referral", answers.clone(), &[]);
    let lead = part(&text, "eerst dit");
    assert_eq!(lead[0], "eerst dit: wmo-consulent: Wijkteam Noord [gebied Noord]");
    assert_eq!(lead[1].trim(), "omdat: referral beschermd-wonen");
    assert!(text.contains("ander loket: beschermd-wonen: Wonen met Steun"), "{text}");
    let advice = advise("referral", "voorbeeldstad", &answers);
    assert_eq!(advice["lead"]["route"], "wmo-consulent");
}

#[test]
fn an_area_without_any_way_to_its_team_ends_at_the_entrance() {
    let text = explained("outside", cleaning("1236"), &[]);
    let lead = part(&text, "eerst dit");
    assert!(lead[0].contains("[gebied Buitengebied]"), "{lead:#?}");
    assert!(lead[2].contains("(Gemeente Voorbeeldstad)"), "{lead:#?}");
}

#[test]
fn two_wijken_that_may_be_meant_get_only_what_both_have() {
    // The postcode lies in two wijken with the same teams, so the wijk is not asked.
    let text = explained("both", cleaning("1230 SB"), &[]);
    let lead = part(&text, "eerst dit");
    assert_eq!(lead[0], "eerst dit: wmo-consulent: Wijkteam Noord [gebied Noord]");
    assert!(!text.contains("Dorpsschool"), "{text}");
}
