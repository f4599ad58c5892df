//! Mistakes of shape: keys, types, the words there are to choose from, JSON itself.

use super::{BOS, CAT, NL, WATER, edited, judge, places, put, take};
use serde_json::json;

#[test]
fn a_wrong_shape_is_found_where_it_stands() {
    let plants = [
        // Keys that do not exist, with the one that was meant.
        put(WATER, "/nmae", json!("x"), "kies uit"),
        put(WATER, "/provider", json!([]), "\"providers\""),
        put(WATER, "/providers/4/naam", json!("x"), "\"name\""),
        put(CAT, "/questions/2/choises", json!([]), "\"choices\""),
        put(NL, "/needs/debts/tip", json!("x"), "\"tips\""),
        put(WATER, "/providers/1/reach/0/a~1b~0c", json!("x"), "\"a/b~c\""),
        // The name of a schema that is another or none at all; it may be left out.
        put(WATER, "/$schema", json!("../schema/words.schema.json"), "directory.schema.json"),
        put(CAT, "/$schema", json!("catalogue.schema.json"), "../schema/catalogue.schema.json"),
        put(NL, "/$schema", json!("https://www.voorbeeld.nl/nl.json"), "words.schema.json"),
        put(BOS, "/$schema", json!(1), "directory.schema.json"),
        // Keys that are missing.
        take(WATER, "/providers/4/name", "\"name\"").at(WATER, "/providers/4"),
        take(WATER, "/municipality/client_support", "\"client_support\"")
            .at(WATER, "/municipality"),
        take(CAT, "/away", "\"away\"").at(CAT, ""),
        take(NL, "/routes/team/does", "\"does\"").at(NL, "/routes/team"),
        // Something else than what belongs there.
        put(WATER, "/areas/0/name", json!(5), "een tekst"),
        put(WATER, "/providers/1/may_decide", json!("ja"), "true (ja)"),
        put(CAT, "/needs/0/helps", json!({}), "een lijst"),
        put(BOS, "/municipality/cbs_year", json!("2026"), "een heel getal"),
        put(BOS, "/municipality/cbs_year", json!(-1), "te klein"),
        put(CAT, "/questions/3/who", json!({ "person": 300 }), "te groot")
            .at(CAT, "/questions/3/who/person"),
        put(WATER, "/providers/1/checked", json!(2026), "een tekst"),
        put(CAT, "/needs/0/urgency", json!(null), "null"),
        // Words out of a closed list.
        put(WATER, "/providers/1/reach/0/channel", json!("phoon"), "\"phone\""),
        put(WATER, "/providers/1/kind", json!("wijkteam"), "team"),
        put(CAT, "/needs/0/urgency", json!("snel"), "today"),
        put(CAT, "/questions/1/kind", json!("meny"), "\"many\""),
        put(CAT, "/needs/2/helps/0/when/age/1/0", json!("0-4"), "\"0-3\""),
        put(WATER, "/providers/1/reach/1/hours/0/days/1", json!("di"), "tu"),
        put(WATER, "/providers/4/serves/0/scope", json!("stad"), "city"),
        put(BOS, "/municipality/client_support", json!("onbekend"), "unknown"),
        // Conditions.
        put(CAT, "/questions/2/when", json!({ "chosen": ["topics", "letters"] }), "\"chose\"")
            .at(CAT, "/questions/2/when"),
        put(CAT, "/questions/2/when", json!({ "chose": ["topics"] }), "te kort")
            .at(CAT, "/questions/2/when/chose"),
        put(CAT, "/questions/2/when", json!({ "any": [], "all": [] }), "precies één")
            .at(CAT, "/questions/2/when"),
        put(CAT, "/questions/6/when/not", json!("never"), "always"),
        put(CAT, "/questions/6/when", json!({ "all": [{ "not": { "needs": 3 } }] }), "een tekst")
            .at(CAT, "/questions/6/when/all/0/not/needs"),
        // Forms, judged by the parsers of the types.
        put(WATER, "/municipality/confirmed", json!("2026-02-30"), "een datum"),
        put(WATER, "/providers/1/source_date", json!("2026-13"), "2022-04"),
        put(WATER, "/providers/1/source_date", json!("maart 2026"), "2022-04"),
        put(WATER, "/providers/1/reach/1/hours/0/opens_at", json!("9.00"), "09:30"),
        put(WATER, "/providers/1/reach/1/hours/0/closes_at", json!("25:00"), "09:30"),
        put(WATER, "/postcodes/0/from", json!("0123"), "een postcode"),
        put(WATER, "/providers/3/serves/0/valid_from", json!("1-1-2027"), "een datum"),
        // Texts that say nothing.
        put(WATER, "/providers/4/name", json!(""), "lege tekst"),
        put(WATER, "/providers/1/source", json!(" "), "lege tekst"),
        put(WATER, "/providers/1/reach/0/value", json!(""), "lege tekst"),
        put(NL, "/needs/debts/label", json!(""), "lege tekst"),
        put(NL, "/needs/debts/tips/0", json!("\n"), "lege tekst"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn a_text_that_is_not_json_is_said_with_its_line() {
    let cut = edited(|file, text| match file {
        WATER => text[..text.len() / 2].to_owned(),
        NL => text.replacen("},", "}", 1),
        _ => text,
    });
    let mistakes = judge(&cut).expect_err("half a file");
    assert_eq!(places(&mistakes), [(NL, ""), (WATER, "")]);
    assert!(mistakes[0].message.contains("regel 8, teken"), "{}", mistakes[0]);
    assert!(mistakes[1].message.contains("houdt te vroeg op"), "{}", mistakes[1]);
    let cut = edited(|file, text| if file == CAT { text + "}" } else { text });
    assert_eq!(places(&judge(&cut).expect_err("a bracket too many")), [(CAT, "")]);
}

#[test]
fn a_key_that_stands_there_twice_is_said_with_both_lines() {
    let twice = edited(|_, text| {
        text.replacen(
            "\"team\": {",
            "\"team\": { \"name\": \"Oud\", \"does\": \"Oud\" },\n\"team\": {",
            1,
        )
        .replacen(
            "\"name\": \"Haven\"",
            "\"name\": \"Oude haven\", \"name\": \"Haven\"",
            1,
        )
    });
    let mistakes = judge(&twice).expect_err("double keys");
    assert_eq!(places(&mistakes), [(NL, "/routes/team"), (WATER, "/wijken/1/name")]);
    assert!(mistakes[0].message.contains("twee keer (ook op regel 28)"), "{}", mistakes[0]);
    assert_eq!(mistakes[0].line, 29);
}

#[test]
fn a_mark_at_the_beginning_of_a_file_does_no_harm() {
    let marked = edited(|_, text| format!("\u{feff}{text}"));
    assert!(judge(&marked).is_ok());
}
