//! Phone numbers, as people in the Netherlands write them.

use phonenumber::country::Id;
use phonenumber::{Mode, parse};
use proptest::prelude::*;
use wijkdeur::domain::phone_number;

#[test]
fn a_number_is_understood_as_people_write_it() {
    for (written, number) in [
        ("0612345678", "0612345678"),
        ("06 12345678", "0612345678"),
        ("٠٦ ١٢٣٤٥٦٧٨", "0612345678"),
        ("۰۶-۱۲۳۴۵۶۷۸", "0612345678"),
        ("０６１２３４５６７８", "0612345678"),
        ("06-12 34 56 78", "0612345678"),
        ("06 - 12345678", "0612345678"),
        ("  06.12.34.56.78 ", "0612345678"),
        ("(06) 12345678", "0612345678"),
        ("+31 6 12345678", "0612345678"),
        ("+31612345678", "0612345678"),
        ("0031612345678", "0612345678"),
        ("00 31 6 12345678", "0612345678"),
        ("+31(0)6-12345678", "0612345678"),
        ("+31 (0) 6 12345678", "0612345678"),
        ("0031 (0)6 12345678", "0612345678"),
        ("(+31) 06 12345678", "0612345678"),
        ("+31 06 12345678", "0612345678"),
        ("31612345678", "0612345678"),
        ("31 6 1234 5678", "0612345678"),
        ("612345678", "0612345678"),
        ("6 12345678", "0612345678"),
        ("(026) 377 12 34", "0263771234"),
        ("026/3771234", "0263771234"),
        ("0570.123456", "0570123456"),
        ("+31 26 377 12 34", "0263771234"),
        ("31263771234", "0263771234"),
        ("088 123 45 67", "0881234567"),
        // A blank that does not break, narrow ones, a tab.
        ("06\u{a0}12345678", "0612345678"),
        ("06\u{202f}12\u{2009}34\t5678", "0612345678"),
        // Dashes of every length, and a minus.
        ("06\u{2010}12345678", "0612345678"),
        ("06\u{2011}12345678", "0612345678"),
        ("06\u{2013}12345678", "0612345678"),
        ("06 \u{2014} 12345678", "0612345678"),
        ("06\u{2212}12345678", "0612345678"),
        // As a list of contacts copies it: between marks for the direction of writing.
        ("\u{202a}06 12345678\u{202c}", "0612345678"),
        ("\u{202d}+31 6 12345678\u{202c}\u{200b}", "0612345678"),
        ("\u{feff}0612345678", "0612345678"),
        // Other countries.
        ("+49 1512 3456789", "+4915123456789"),
        ("0049 1512 3456789", "+4915123456789"),
        ("+49 (0)1512 3456789", "+4915123456789"),
        ("0049 (0) 1512 3456789", "+4915123456789"),
        ("+32 2 123 45 67", "+3221234567"),
        ("+599 9 461 1234", "+59994611234"),
        ("+44 (20) 7946 0958", "+442079460958"),
        ("+39 06 1234 5678", "+390612345678"),
    ] {
        assert_eq!(phone_number(written).as_deref(), Some(number), "{written:?}");
        assert_eq!(phone_number(number).as_deref(), Some(number), "once more");
    }
}

#[test]
fn what_nobody_can_be_called_on_is_refused() {
    for written in [
        "",
        " ",
        "+",
        "()",
        "\u{200b}",
        "geen",
        "06 12345678 (dochter)",
        "06-1234567x",
        "tel. 06 12345678",
        "\u{0966}6 12345678",
        // Too short and too long.
        "061234567",
        "06 1234567",
        "06123456789",
        "3771234",
        "026 377 12",
        "+31 6 1234567",
        "+31 6 123456789",
        "003161234567",
        "+4912345",
        "+1234567890123456",
        // No number of one person: a help line, an emergency number.
        "112",
        "0800-1234",
        "0900 1234",
        "0800 1234567",
        "14 026",
        // Two of them.
        "06 12345678 06 87654321",
        "06 12345678 / 026 3771234",
        "0612345678 of 0687654321",
        "0612345678, 0687654321",
        // A plus where none belongs.
        "06+12345678",
        "++31612345678",
        "0000000000",
        "00 0612345678",
        "+0612345678",
        "+31 00 12345678",
        // Nine digits that begin with no 6, and no zero before them.
        "263771234",
        "123456782",
    ] {
        assert_eq!(phone_number(written), None, "{written:?}");
    }
}

/// Numbers that were given out to people: mobile ones, and those of a region.
fn national() -> impl Strategy<Value = u64> {
    let mobile = prop_oneof![610_000_000_u64..660_000_000, 680_000_000_u64..690_000_000];
    let short = prop::sample::select(vec![10_u64, 20, 23, 24, 26, 30, 40, 50, 55, 70, 88]);
    let long = prop::sample::select(vec![111_u64, 222, 223, 313, 314, 511, 570, 592]);
    prop_oneof![
        mobile,
        (short, 2_000_000_u64..8_000_000).prop_map(|(code, own)| code * 10_000_000 + own),
        (long, 200_000_u64..800_000).prop_map(|(code, own)| code * 1_000_000 + own),
    ]
}

/// So many of the digits stand before the dash: `06`, `026`, `0570`.
fn code_of(national: u64) -> usize {
    match national / 100_000_000 {
        6 => 1,
        _ if [111, 222, 223, 313, 314, 511, 570, 592].contains(&(national / 1_000_000)) => 3,
        _ => 2,
    }
}

/// In every style there is.
fn styles(national: u64) -> Vec<String> {
    let digits = national.to_string();
    let (code, own) = digits.split_at(code_of(national));
    let pairs: Vec<String> =
        own.as_bytes().chunks(2).map(|pair| String::from_utf8_lossy(pair).into_owned()).collect();
    let mut all = vec![format!("31{digits}"), format!("(0{code}) {own}")];
    for before in ["0", "+31", "+31 ", "+31 (0)", "+31(0)", "0031", "0031 ", "0031 (0)", "+310"] {
        all.push(format!("{before}{digits}"));
        for between in [" ", "-", " - ", ".", "/", "\u{a0}", "\u{2013}", "\u{2011}"] {
            all.push(format!("{before}{code}{between}{own}"));
            all.push(format!("{before}{code}{between}{}", pairs.join(between)));
            all.push(format!("{before}{code}{between}{}", pairs.join(" ")));
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Another program of numbers, made from what the countries publish, says the same.
    #[test]
    fn a_dutch_number_is_the_one_that_others_read(national in national()) {
        let known = parse(None, format!("+31{national}")).expect("a number");
        let written = [Mode::E164, Mode::International, Mode::National]
            .map(|mode| known.format().mode(mode).to_string());
        for written in styles(national).into_iter().chain(written) {
            let number = phone_number(&written);
            let wanted = format!("0{national}");
            prop_assert_eq!(number.as_deref(), Some(wanted.as_str()), "{}", written);
            let read = parse(Some(Id::NL), &wanted).expect("a number");
            prop_assert_eq!(read.national().value(), national);
            prop_assert_eq!(read.code().value(), 31);
        }
    }

    /// What is taken for a Dutch number can be read by others, and is the same to them.
    #[test]
    fn what_is_accepted_is_a_number_for_others(
        written in "(\\+31|0031|31|0|)[ (]?[0-9]{1,4}[) -]{0,2}[0-9]{5,8}",
    ) {
        if let Some(number) = phone_number(&written).filter(|number| number.starts_with('0')) {
            let read = parse(Some(Id::NL), &number);
            prop_assert!(read.is_ok(), "{} became {}", written, number);
            let read = read.expect("a number");
            prop_assert_eq!(read.code().value(), 31, "{}", written);
            prop_assert_eq!(phone_number(&read.format().mode(Mode::E164).to_string()), Some(number));
        }
    }

    /// Nothing that is typed breaks it, and what it says it says again.
    #[test]
    fn a_number_is_the_same_the_second_time(written in prop_oneof![any::<String>(), "[-+0-9 ()./\u{2013}]{0,24}"]) {
        if let Some(number) = phone_number(&written) {
            prop_assert!(number.strip_prefix('+').unwrap_or(&number).bytes().all(|mark| mark.is_ascii_digit()));
            prop_assert_eq!(phone_number(&number), Some(number));
        }
    }
}
