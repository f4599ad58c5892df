//! Mistakes in parties: what they give, where and when, and how to reach them.

use super::{BOS, CAT, WATER, put};
use serde_json::json;

#[test]
fn a_mistake_about_who_gives_what_where_is_found() {
    let plants = [
        put(WATER, "/providers/3/id", json!("team-zuid-oud"), "eigen naam"),
        put(WATER, "/providers/3/id", json!("veilig-thuis"), "landelijke partij"),
        put(CAT, "/national/1/id", json!("veilig-thuis"), "eigen naam"),
        put(WATER, "/providers/2/serves", json!([]), "welke hulp"),
        put(CAT, "/national/1/serves/0/routes", json!([]), "leeg").also(CAT, "/routes/5/code"),
        put(WATER, "/providers/1/serves/0/routes/1", json!("schuld"), "de soort hulp"),
        put(CAT, "/national/0/serves/0/routes/-", json!("fiets"), "bestaat niet")
            .at(CAT, "/national/0/serves/0/routes/1"),
        put(
            WATER,
            "/providers/1/serves/0/routes/-",
            json!("veilig-thuis"),
            "lijn van het hele land",
        )
        .and(CAT, "/routes/6/locked", json!(true))
        .at(WATER, "/providers/1/serves/0/routes/3"),
        put(WATER, "/providers/4/serves/0/scope", json!("country"), "national"),
        put(CAT, "/national/1/serves/0/scope", json!("city"), "hele land"),
        put(CAT, "/national/1/serves/0/scope", json!({ "wijken": ["WK900101"] }), "hele land"),
        put(WATER, "/providers/1/serves/0/scope/areas/0", json!("nord"), "bedoelt u \"noord\""),
        put(WATER, "/providers/1/serves/0/scope/areas", json!([]), "leeg"),
        put(WATER, "/providers/2/serves/0/scope/wijken/0", json!("WK900108"), "de wijk"),
        put(
            BOS,
            "/providers/0/serves/0/scope",
            json!({ "wijken": ["WK900201", "WK900201"] }),
            "staat er al",
        )
        .at(BOS, "/providers/0/serves/0/scope/wijken/1"),
        put(WATER, "/providers/3/serves/0/valid_until", json!("2026-12-01"), "draai ze om"),
        put(WATER, "/providers/4/serves/0/through", json!("shulden"), "bedoelt u \"schulden\""),
        put(WATER, "/providers/1/serves/0/through", json!("schulden"), "via zichzelf"),
        put(WATER, "/providers/4/serves/0/needs", json!(["debts", "brieven"]), "de behoefte")
            .and(WATER, "/municipality/client_support", json!("unknown"))
            .at(WATER, "/providers/4/serves/0/needs/1"),
        put(WATER, "/providers/4/serves/0/families", json!("ja"), "true"),
        put(WATER, "/providers/4/ages", json!({ "from": 23, "to": 12 }), "draai ze om")
            .at(WATER, "/providers/4/ages/to"),
        put(WATER, "/providers/4/ages", json!({ "from": "12" }), "heel getal")
            .at(WATER, "/providers/4/ages/from"),
        put(WATER, "/providers/4/older", json!(true), "haal een van beide weg")
            .and(WATER, "/providers/4/ages", json!({ "from": 55 })),
        put(WATER, "/providers/4/serves/-", json!({ "routes": ["administratie"], "scope": "city", "needs": ["debts", "upbringing"] }), "past geen van deze soorten hulp")
            .and(CAT, "/routes/3/wide", json!(true))
            .at(WATER, "/providers/4/serves/1/needs/1"),
        put(WATER, "/providers/4/status", json!("dicht"), "bestaat hier niet"),
        put(WATER, "/providers/4/municipal", json!(true), "alleen een team"),
        put(WATER, "/providers/0/status", json!("defunct"), "kies een andere")
            .at(WATER, "/municipality/entrance"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

/// Nobody has done anything on a day that is still to come.
#[test]
fn a_day_that_is_still_to_come_is_found() {
    let done = |file, at, date: &str| put(file, at, json!(date), "nog niet geweest");
    let plants = [
        done(WATER, "/providers/1/checked", "2026-12-02"),
        done(WATER, "/providers/1/source_date", "2026-12-02"),
        done(WATER, "/providers/1/source_date", "2027-01"),
        done(WATER, "/providers/1/source_date", "2027"),
        done(WATER, "/providers/1/reach/0/checked", "2062-11-01"),
        done(WATER, "/providers/1/reach/1/source_date", "2027"),
        done(CAT, "/national/0/checked", "2026-12-02"),
        done(CAT, "/national/0/reach/0/source_date", "2027-02"),
        done(WATER, "/municipality/confirmed", "2027-03-01"),
        put(WATER, "/municipality/cbs_year", json!(2027), "nog geen wijkcodes"),
    ];
    plants.iter().for_each(super::Plant::try_out);
    for date in ["2026-12-01", "2026-12", "2026"] {
        let plant = done(WATER, "/providers/1/source_date", date);
        let files = super::edited(|file, text| plant.applied(file, text));
        assert_eq!(super::judge(&files).err(), None, "{date}");
    }
}

#[test]
fn two_teams_at_once_for_one_wijk_are_found() {
    let at = "/providers/3/serves/0";
    let plants = [
        put(
            WATER,
            "/providers/3/serves/0/valid_from",
            json!("2026-12-01"),
            "vanaf 2026-12-01 tot en met 2026-12-31",
        )
        .at(WATER, at),
        put(WATER, "/providers/2/serves/0/valid_until", json!("2027-01-01"), "in Polder")
            .at(WATER, at),
        put(
            WATER,
            "/providers/3/serves/0/scope",
            json!({ "areas": ["noord"] }),
            "allebei team, schulden",
        )
        .at(WATER, at),
        put(BOS, "/providers/0/kind", json!("team"), "altijd")
            .at(BOS, "/providers/1/serves/0")
            .and(
                BOS,
                "/providers/-",
                json!({ "id": "b", "name": "B", "kind": "team",
                        "serves": [{ "routes": ["balie"], "scope": "city" }] }),
            ),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn a_number_site_or_opening_of_no_use_is_found() {
    let value = "/providers/1/reach/0/value";
    let phone = |number: &str| put(WATER, value, json!(number), "te bellen");
    let plants = [
        phone("026-123 45"),
        phone("026-123 45 678"),
        phone("0800-12"),
        phone("14 026 12"),
        phone("telefoon 0900-1234"),
        phone("0900-1234 of 112"),
        phone("+31 26 12"),
        phone("0031 26 12"),
        phone("0026-1234567"),
        phone("911"),
        put(WATER, "/providers/0/reach/1/value", json!("http://www.waterstad.example"), "https://"),
        put(WATER, "/providers/0/reach/1/value", json!("www.waterstad.example of bel"), "spatie"),
        put(WATER, "/providers/0/reach/1/value", json!("waterstad"), "webadres"),
        put(WATER, "/providers/0/reach/1/value", json!("water.example@kwaad.example"), "andere site"),
        put(WATER, "/providers/4/reach/1/value", json!("ftp://steun.example"), "https://"),
        put(WATER, "/providers/4/reach/0/value", json!("hallo.steun.example"), "e-mailadres"),
        put(WATER, "/providers/4/reach/0/value", json!("hallo@steun"), "e-mailadres"),
        put(WATER, "/providers/1/reach/1/hours/0/days", json!([]), "geen dag"),
        put(WATER, "/providers/1/reach/1/hours/0/weeks", json!("soms"), "even"),
        put(WATER, "/providers/1/reach/1/hours/0/valid_until", json!("2026-01-01"), "draai ze om")
            .and(WATER, "/providers/1/reach/1/hours/0/valid_from", json!("2026-02-01")),
        put(WATER, "/providers/1/reach/1/located", json!("WK900109"), "de wijk"),
        put(WATER, "/providers/1/reach/0/located", json!("WK900101"), "binnen te lopen"),
        put(WATER, "/providers/1/reach/1/scope", json!({ "areas": ["oost"] }), "het gebied")
            .at(WATER, "/providers/1/reach/1/scope/areas/0"),
        put(WATER, "/providers/1/reach/1/scope", json!("country"), "national"),
        put(WATER, "/providers/1/reach/1/hours/0/closes_at", json!("09:00"), "dezelfde tijd"),
        put(
            WATER,
            "/providers/1/reach/1/hours/-",
            json!({ "days": ["mo", "tu", "we", "th", "fr"], "opens_at": "08:30", "closes_at": "09:30" }),
            "valt samen",
        )
        .at(WATER, "/providers/1/reach/1/hours/1/opens_at"),
        put(WATER, "/providers/1/reach/0/wheelchair", json!(true), "binnen te lopen"),
        put(WATER, "/providers/0/reach/1/wheelchair", json!(false), "haal \"wheelchair\" weg"),
        put(CAT, "/national/0/reach/0/wheelchair", json!(true), "binnen te lopen"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn two_answers_about_one_building_are_found() {
    let place =
        |can: bool| json!({ "channel": "walk-in", "value": "Dijkweg 1", "wheelchair": can });
    let both = |can| {
        put(WATER, "/providers/1/reach/1/wheelchair", json!(true), "het tegendeel")
            .and(WATER, "/providers/4/reach/-", place(can))
            .at(WATER, "/providers/4/reach/3/wheelchair")
    };
    both(false).try_out();
    let same = super::edited(|file, text| both(true).applied(file, text));
    assert_eq!(super::judge(&same).err(), None);
}

#[test]
fn a_day_of_which_something_impossible_is_said_is_found() {
    let list = "/providers/1/reach/1/exceptions";
    let at = |part: &'static str, days, word| put(WATER, list, days, word).at(WATER, part);
    let open = json!({ "opens_at": "10:00", "closes_at": "10:00" });
    let plants = [
        at(
            "/providers/1/reach/1/exceptions/0/until",
            json!([{ "from": "2026-12-24", "until": "2026-12-23" }]),
            "(2026-12-23) ligt voor de eerste (2026-12-24)",
        ),
        // Days in the wrong order are no days twice as well.
        at(
            "/providers/1/reach/1/exceptions/1/until",
            json!([{ "from": "2026-12-20", "until": "2026-12-30" },
                   { "from": "2026-12-25", "until": "2026-12-22" }]),
            "draai ze om",
        ),
        at(
            "/providers/1/reach/1/exceptions/1/from",
            json!([{ "from": "2026-12-24", "until": "2026-12-26" }, { "from": "2026-12-26" }]),
            "over 2026-12-26 staat hierboven al iets",
        ),
        at(
            "/providers/1/reach/1/exceptions/2/from",
            json!([{ "from": "2026-12-31" }, { "from": "2027-01-02" },
                   { "from": "2026-12-30", "until": "2027-01-01" }]),
            "over 2026-12-31",
        ),
        at(
            "/providers/1/reach/1/exceptions/0/open/closes_at",
            json!([{ "from": "2026-12-24", "open": open }]),
            "dezelfde tijd",
        ),
        at(
            "/providers/1/reach/1/exceptions/0/until",
            json!([{ "from": "2026-12-24", "until": "kerst" }]),
            "datum die bestaat",
        ),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn days_that_can_differ_are_left_alone() {
    let days = json!([
        { "from": "2026-12-24", "until": "2026-12-26" },
        { "from": "2026-12-27", "open": { "opens_at": "22:00", "closes_at": "02:00" } },
        { "from": "2026-12-28", "until": "2026-12-28" }
    ]);
    let plant = put(WATER, "/providers/1/reach/1/exceptions", days, "")
        .and(WATER, "/providers/1/reach/1/wheelchair", json!(false))
        .and(WATER, "/providers/1/wait", json!("ongeveer 6 weken"));
    let files = super::edited(|file, text| plant.applied(file, text));
    assert_eq!(super::judge(&files).err(), None);
}

#[test]
fn a_wait_without_a_number_is_found() {
    let plants = [
        put(WATER, "/providers/1/wait", json!("een paar weken"), "geen getal"),
        put(CAT, "/national/0/wait", json!("soms lang"), "ongeveer 6 weken"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn a_number_that_can_be_dialled_is_left_alone() {
    let numbers = [
        "112",
        "113",
        "14 020",
        "14 0223",
        "0800-1809",
        "0800 - 0113 000",
        "0900-8844",
        "088 123 45 67",
        "026-1234567",
        "(026) 123 45 67",
        "06-12 34 56 78",
        "+31 26 123 45 67",
        "+31 (0)26 123 45 67",
        "+32 2 123 45 67",
        "116 111",
        "144",
        "0900.1234",
    ];
    for number in numbers {
        let files = super::edited(|_, text| text.replace("(0900) 12 34", number));
        assert_eq!(super::judge(&files).err(), None, "{number}");
    }
}
