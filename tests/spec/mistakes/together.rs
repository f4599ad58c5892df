//! Many mistakes at once: all are found in one run, in the order of reading, and
//! what follows from a mistake is not a second one.

use super::{BOS, CAT, NL, WATER, edit, edited, judge, places, put, take, texts};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

#[test]
fn data_without_a_mistake_have_none() {
    let data = judge(&texts()).expect("no mistakes");
    let names: Vec<&str> =
        data.directories.iter().map(|directory| directory.municipality.slug.as_str()).collect();
    assert_eq!(names, ["bosdorp", "waterstad"]);
}

#[test]
fn mistakes_in_several_files_and_within_one_party_are_found_in_one_run() {
    put(CAT, "/questions/2/when/chose/0", json!("pile"), "zichzelf")
        .and(CAT, "/routes/3/kind", json!("overal"))
        .also(CAT, "/routes/3/kind")
        .and(NL, "/language", json!("de"))
        .also(NL, "/language")
        .and(NL, "/needs/debts/label", json!(3))
        .also(NL, "/needs/debts/label")
        .and(WATER, "/providers/1/reach/0/value", json!("12"))
        .also(WATER, "/providers/1/reach/0/value")
        .and(WATER, "/providers/1/reach/1/channel", json!("inloop"))
        .also(WATER, "/providers/1/reach/1/channel")
        .and(WATER, "/providers/1/serves/0/routes/0", json!("teem"))
        .also(WATER, "/providers/1/serves/0/routes/0")
        .and(WATER, "/providers/1/checked", json!("gisteren"))
        .also(WATER, "/providers/1/checked")
        .and(WATER, "/providers/1/nmae", json!("x"))
        .also(WATER, "/providers/1/nmae")
        .without(WATER, "/providers/2/name")
        .also(WATER, "/providers/2")
        .and(WATER, "/providers/3/serves/0/valid_until", json!("2020-01-01"))
        .also(WATER, "/providers/3/serves/0/valid_until")
        .and(BOS, "/wijken/0/area", json!("noord"))
        .also(BOS, "/wijken/0/area")
        .try_out();
}

#[test]
fn what_is_left_out_for_its_shape_counts_as_known() {
    let plants = [
        put(CAT, "/needs/0/helps/0/when", json!("nooit"), "always"),
        put(CAT, "/needs/0/domains", json!("geld"), "een lijst"),
        put(CAT, "/questions/1/choices/0/pictogram", json!(3), "een tekst"),
        take(CAT, "/questions/1/kind", "\"kind\"").at(CAT, "/questions/1"),
        take(CAT, "/questions/5/kind", "\"kind\"").at(CAT, "/questions/5"),
        put(CAT, "/questions/3/kind", json!("leeftijd"), "age"),
        put(CAT, "/questions/3/hwo", json!({ "person": 0 }), "\"who\"")
            .without(CAT, "/questions/3/who"),
        put(WATER, "/providers/2/server", json!([]), "\"serves\"")
            .without(WATER, "/providers/2/serves")
            .also(WATER, "/providers/2"),
        put(CAT, "/flags/0/urgency", json!("nu"), "now"),
        put(CAT, "/routes/6/kind", json!("gevaar"), "crisis"),
        put(CAT, "/national/0/kind", json!("lijn"), "crisis"),
        put(WATER, "/areas/0/name", json!(1), "een tekst"),
        put(WATER, "/wijken/2/name", json!(1), "een tekst"),
        put(WATER, "/providers/0/kind", json!("stad"), "municipality"),
        put(WATER, "/providers/0/reach/0/hours", json!("altijd"), "een lijst"),
        put(WATER, "/providers/4/form", json!("alles"), "both"),
        put(NL, "/questions/pile/title", json!(1), "een tekst"),
    ];
    plants.iter().for_each(super::Plant::try_out);
}

#[test]
fn places_are_those_of_the_file_when_something_before_them_was_left_out() {
    take(WATER, "/providers/1/name", "\"name\"")
        .at(WATER, "/providers/1")
        .without(WATER, "/providers/2/name")
        .also(WATER, "/providers/2")
        .and(WATER, "/providers/4/reach/0", json!(5))
        .also(WATER, "/providers/4/reach/0")
        .and(WATER, "/providers/4/reach/2/value", json!("niet bekend"))
        .also(WATER, "/providers/4/reach/2/value")
        .try_out();
}

#[test]
fn mistakes_stand_in_the_order_of_the_file_with_their_line() {
    let files = edited(|_, text| text.replace("\"name\"", "\"naam\""));
    let mistakes = judge(&files).expect_err("the key is wrong everywhere");
    let lines: Vec<(&str, usize)> =
        mistakes.iter().map(|mistake| (mistake.file.as_str(), mistake.line)).collect();
    assert!(lines.is_sorted(), "{lines:?}");
    let first = mistakes.iter().find(|mistake| mistake.file == WATER).expect("there are some");
    assert_eq!(
        first.to_string(),
        format!(
            "{WATER}#/municipality: hier ontbreekt de sleutel \"name\"; voeg die toe (regel 3)"
        )
    );
}

#[test]
fn whatever_one_value_is_replaced_with_the_rest_is_still_judged() {
    for (number, (_, text)) in texts().iter().enumerate() {
        let whole: Value = serde_json::from_str(text).expect("the data are JSON");
        for at in below(&whole, "") {
            for new in [json!(null), json!({ "x": [1] }), json!([])] {
                let mut value = whole.clone();
                edit(&mut value, &at, Some(new));
                let mut files = texts();
                files[number].1 = value.to_string();
                for mistake in judge(&files).err().unwrap_or_default() {
                    let known = mistake.file != files[number].0
                        || value.pointer(&mistake.pointer).is_some();
                    assert!(known, "a place that exists: {mistake}");
                }
            }
        }
    }
}

/// Every place below a value.
fn below(value: &Value, at: &str) -> Vec<String> {
    let parts: Vec<(String, &Value)> = match value {
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, inner)| (index.to_string(), inner)).collect()
        }
        Value::Object(entries) => entries.iter().map(|(key, inner)| (key.clone(), inner)).collect(),
        _ => Vec::new(),
    };
    let each = parts.iter().flat_map(|(key, inner)| {
        let at = format!("{at}/{key}");
        let deeper = below(inner, &at);
        [at].into_iter().chain(deeper)
    });
    each.collect()
}

#[test]
fn the_data_of_this_project_have_no_mistakes() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    let mut files = Vec::new();
    for folder in ["catalogue", "municipalities", "texts", "young"] {
        for entry in fs::read_dir(data.join(folder)).into_iter().flatten() {
            let path = entry.expect("a file").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).expect("a text");
            files.push((format!("{folder}/{name}"), text));
        }
    }
    if let (false, Err(mistakes)) = (files.is_empty(), judge(&files)) {
        let told: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        panic!("{}", told.join("\n"));
    }
    assert!(places(&[]).is_empty());
}
