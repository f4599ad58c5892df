//! Mistakes in what a municipality says of the desk that takes requests to be contacted.

use super::{WATER, edited, judge, put};
use serde_json::{Value, json};

const DESK: &str = "/municipality/desk";

/// A desk with these receivers.
fn desk(days: u8, receivers: &[&str]) -> Value {
    json!({ "working_days": days, "wmo_melding": "counts", "receivers": receivers })
}

#[test]
fn a_mistake_about_who_takes_requests_is_found() {
    let at = |part: &'static str, desk, word| put(WATER, DESK, desk, word).at(WATER, part);
    let first = "/municipality/desk/receivers/0";
    let second = "/municipality/desk/receivers/1";
    let days = "/municipality/desk/working_days";
    let closed = |status: &str| {
        at(second, desk(3, &["team-noord", "steun"]), "\"steun\" is er niet")
            .and(WATER, "/providers/4/status", json!(status))
            .and(WATER, "/municipality/client_support", json!("unknown"))
    };
    let plants = [
        at(days, desk(0, &["team-noord"]), "geen belofte"),
        at(days, desk(0, &["team-noor"]), "geen belofte").also(WATER, first),
        at(days, json!({ "working_days": 300, "wmo_melding": "counts", "receivers": [] }), ""),
        at(first, desk(3, &["team-noor"]), "bedoelt u \"team-noord\""),
        at(second, desk(3, &["team-noord", "fietsenmaker"]), "bestaat niet"),
        closed("inactive"),
        closed("temporarily-closed"),
        closed("defunct"),
        at(
            "/municipality/desk/wmo_melding",
            json!({ "working_days": 3, "wmo_melding": "soms", "receivers": [] }),
            "soms",
        ),
        put(WATER, DESK, json!({ "working_days": 3, "wmo_melding": "counts" }), "receivers"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn a_desk_of_contact_without_a_mistake_is_left_alone() {
    let elsewhere = json!({ "working_days": 1, "wmo_melding": { "elsewhere": "Bel de gemeente." },
                            "receivers": ["gemeente"] });
    for desk in [desk(3, &["team-noord", "steun"]), desk(255, &[]), elsewhere] {
        let plant = put(WATER, DESK, desk, "");
        let files = edited(|file, text| plant.applied(file, text));
        assert_eq!(judge(&files).err(), None);
    }
}
