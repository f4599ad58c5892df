//! Values that are parsed once, at the edge.

use proptest::prelude::*;
use std::collections::BTreeMap;
use wijkdeur::domain::{Date, Postcode, SourceDate, Table, Time};

#[test]
fn postcodes_as_people_write_them() {
    for text in [
        "6822AB",
        "6822 ab",
        " 6822-AB",
        "6822ab ",
        "68 22 a b",
        "\u{200e}6822\u{a0}AB\u{200b}",
        "6822\u{2013}AB",
        "68\u{ad}22 AB",
        "٦٨٢٢ AB",
        "۶۸۲۲ AB",
        "６８２２ AB",
    ] {
        let postcode: Postcode = text.parse().expect(text);
        assert_eq!(postcode.to_string(), "6822 AB");
    }
    assert_eq!("6822".parse::<Postcode>().expect("digits").to_string(), "6822");
}

#[test]
fn what_is_no_postcode() {
    for text in [
        "",
        "geen",
        "682",
        "0822",
        "68222",
        "6822 A",
        "6822 ABC",
        "6822 1B",
        "🏠",
        "０８２２",
        "६८२२",
    ] {
        assert!(text.parse::<Postcode>().is_err(), "{text}");
    }
}

#[test]
fn days_that_exist() {
    for text in ["2024-02-29", "2026-12-31", "2000-02-29"] {
        assert_eq!(text.parse::<Date>().expect(text).to_string(), text);
    }
    for text in ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "vandaag", ""]
    {
        assert!(text.parse::<Date>().is_err(), "{text}");
    }
}

#[test]
fn sources_are_as_old_as_they_say() {
    for text in ["2019", "2022-04", "2021-02-16"] {
        assert!(SourceDate::try_from(text.to_owned()).is_ok(), "{text}");
    }
    for text in ["c. 2018", "2022-13", "22", "2021-02-30"] {
        assert!(SourceDate::try_from(text.to_owned()).is_err(), "{text}");
    }
}

#[test]
fn times_of_day() {
    assert_eq!(Time::try_from("09:30".to_owned()).expect("a time").to_string(), "9.30");
    for text in ["24:00", "9:30", "09:60", "0930", "+9:30", "09:3é"] {
        assert!(Time::try_from(text.to_owned()).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_a_postcode_or_is_not(text in ".*") {
        if let Ok(postcode) = text.parse::<Postcode>() {
            prop_assert_eq!(postcode.to_string().parse::<Postcode>(), Ok(postcode));
        }
    }

    #[test]
    fn days_follow_each_other(day in 0_u64..40_000) {
        let (one, next) = (Date::of_unix_day(day), Date::of_unix_day(day + 1));
        prop_assert!(one < next);
        prop_assert_eq!(next.ordinal() - one.ordinal(), 1);
        prop_assert_eq!(one.to_string().parse::<Date>(), Ok(one));
    }
}

proptest! {
    /// In order, each key once and the last of it; in a file the same as a map.
    #[test]
    fn a_table_is_a_map(rows in prop::collection::vec(("[a-f]{1,2}", 0_u8..9), 0..30)) {
        let table: Table<String, u8> = rows.iter().cloned().collect();
        let map: BTreeMap<String, u8> = rows.iter().cloned().collect();
        prop_assert!(table.iter().eq(&map));
        for key in ["a", "bc", "ff", "z"] {
            prop_assert_eq!(table.get(key), map.get(key));
        }
        let written = serde_json::to_string(&map).expect("JSON");
        prop_assert_eq!(&serde_json::to_string(&table).expect("JSON"), &written);
        let mixed = rows.iter().map(|(key, value)| format!("\"{key}\":{value}"));
        let mixed = format!("{{{}}}", mixed.collect::<Vec<_>>().join(","));
        prop_assert_eq!(serde_json::from_str::<Table<String, u8>>(&mixed).expect("a table"), table);
    }
}
