//! What is fit to be sent, and everything that is wrong at once.

use super::{any_draft, any_receiver, draft, told_once};
use proptest::prelude::*;
use std::collections::BTreeSet;
use wijkdeur::domain::*;

/// What is wrong with a draft for the municipality.
fn wrong(draft: &Draft) -> Vec<(Field, Wrong)> {
    draft.check(Receiver::Municipality).err().unwrap_or_default()
}

/// A change of a draft.
type Change = fn(&mut Draft);

/// Marks that show nothing alone, one of each kind.
const UNSEEN: [char; 37] = [
    '\u{ad}',
    '\u{34f}',
    '\u{61c}',
    '\u{115f}',
    '\u{1160}',
    '\u{17b4}',
    '\u{17b5}',
    '\u{180b}',
    '\u{180e}',
    '\u{180f}',
    '\u{200b}',
    '\u{200c}',
    '\u{200d}',
    '\u{200e}',
    '\u{200f}',
    '\u{2028}',
    '\u{2029}',
    '\u{202a}',
    '\u{202e}',
    '\u{2060}',
    '\u{2064}',
    '\u{2066}',
    '\u{2069}',
    '\u{206f}',
    '\u{2800}',
    '\u{3000}',
    '\u{3164}',
    '\u{fe00}',
    '\u{fe0f}',
    '\u{feff}',
    '\u{ffa0}',
    '\u{fff9}',
    '\u{1d173}',
    '\u{e0001}',
    '\u{e0020}',
    '\u{e007f}',
    '\u{e01ef}',
];

const BSN: &str = "123456782";

#[test]
fn a_way_to_be_reached_is_enough() {
    assert_eq!(wrong(&draft()), []);
    let ways: [Change; 3] = [
        |draft| draft.phone = "026 377 12 34".into(),
        |draft| draft.email = "iemand@voorbeeld.nl".into(),
        |draft| draft.letter = "Dorpsstraat 1\n1230 AA Voorbeeldstad".into(),
    ];
    for change in ways {
        let mut draft = Draft { phone: String::new(), ..draft() };
        assert_eq!(wrong(&draft), [(Field::Phone, Wrong::NoWay)]);
        change(&mut draft);
        assert_eq!(wrong(&draft), []);
    }
    // Marks that cannot be seen are no way.
    let unseen = UNSEEN.map(String::from);
    let nothing = ["", "  ", "\u{1}", "\r\n", "\t \u{7f}", " \u{200b}\n\u{3164} \u{202e}\u{2800}"];
    for nothing in nothing.map(str::to_owned).into_iter().chain(unseen) {
        let draft =
            Draft { phone: nothing.clone(), email: nothing.clone(), letter: nothing, ..draft() };
        assert_eq!(wrong(&draft), [(Field::Phone, Wrong::NoWay)], "{draft:?}");
    }
}

#[test]
fn all_that_is_wrong_is_said_at_once_in_the_order_of_the_form() {
    let long = "x".repeat(5_001);
    let draft = Draft {
        version: 2,
        phone: "geen".into(),
        email: "geen".into(),
        letter: long.clone(),
        when: format!("na {BSN}"),
        name: long.clone(),
        story: format!("{long} {BSN}"),
        companion: BSN.into(),
        language: long.clone(),
        discreet: true,
        answers: vec![told_once(); 61],
        website: long,
        wijk: "x".repeat(101),
        ..draft()
    };
    let all = [
        (Field::Version, Wrong::Unknown),
        (Field::Phone, Wrong::NotAPhoneNumber),
        (Field::Email, Wrong::NotAnEmailAddress),
        (Field::Letter, Wrong::NotSafe),
        (Field::Letter, Wrong::TooLong),
        (Field::Wijk, Wrong::TooLong),
        (Field::When, Wrong::LooksLikeBsn),
        (Field::Name, Wrong::TooLong),
        (Field::Story, Wrong::TooLong),
        (Field::Story, Wrong::LooksLikeBsn),
        (Field::Companion, Wrong::LooksLikeBsn),
        (Field::Language, Wrong::TooLong),
        (Field::Answers, Wrong::TooLong),
        (Field::Permission, Wrong::NotPermitted),
        (Field::Website, Wrong::TooLong),
    ];
    assert_eq!(draft.check(Receiver::Other).err().unwrap_or_default(), all);
    let [phone, email, letter] = [const { String::new() }; 3];
    let unknown = Draft { phone, email, letter, ..draft }.check(Receiver::Unknown);
    let unknown = unknown.err().unwrap_or_default();
    assert_eq!(unknown[1..3], [(Field::Provider, Wrong::Unknown), (Field::Phone, Wrong::NoWay)]);

    // Every field and every fault is reached, but for the municipality: the desk knows those.
    let fields: BTreeSet<Field> = all.iter().chain(&unknown).map(|(field, _)| *field).collect();
    let but = Field::ALL.into_iter().filter(|field| *field != Field::Municipality);
    assert_eq!(fields, but.collect());
    for fault in Wrong::ALL {
        assert!(all.iter().chain(&unknown).any(|(_, is)| *is == fault), "{fault:?}");
    }
    assert!(Field::ALL.is_sorted(), "the order of the form");
}

#[test]
fn no_letter_is_sent_after_danger() {
    let with = |discreet, letter: &str| Draft { letter: letter.into(), discreet, ..draft() };
    assert_eq!(wrong(&with(true, "Dorpsstraat 1")), [(Field::Letter, Wrong::NotSafe)]);
    assert_eq!(wrong(&with(true, " \n ")), []);
    assert_eq!(wrong(&with(false, "Dorpsstraat 1")), []);
    // Nor as the only way.
    let only = Draft { phone: String::new(), ..with(true, "Dorpsstraat 1") };
    assert_eq!(wrong(&only), [(Field::Letter, Wrong::NotSafe)]);
}

#[test]
fn who_is_not_the_municipality_needs_permission() {
    for (receiver, permission, told) in [
        (Receiver::Municipality, false, None),
        (Receiver::Municipality, true, None),
        (Receiver::Other, false, Some((Field::Permission, Wrong::NotPermitted))),
        (Receiver::Other, true, None),
        (Receiver::Unknown, false, Some((Field::Provider, Wrong::Unknown))),
        (Receiver::Unknown, true, Some((Field::Provider, Wrong::Unknown))),
    ] {
        let wrong = Draft { permission, ..draft() }.check(receiver).err().unwrap_or_default();
        assert_eq!(wrong, Vec::from_iter(told), "{receiver:?} {permission}");
    }
}

#[test]
fn a_text_fits_until_its_last_mark() {
    type Put = fn(&mut Draft, String);
    let places: [(Field, usize, Put); 10] = [
        (Field::Letter, 300, |draft, text| draft.letter = text),
        (Field::Wijk, 100, |draft, text| draft.wijk = text),
        (Field::When, 300, |draft, text| draft.when = text),
        (Field::Name, 100, |draft, text| draft.name = text),
        (Field::Story, 5_000, |draft, text| draft.story = text),
        (Field::Companion, 300, |draft, text| draft.companion = text),
        (Field::Language, 100, |draft, text| draft.language = text),
        (Field::Answers, 600, |draft, question| {
            draft.answers = vec![Told { question, ..told_once() }];
        }),
        (Field::Answers, 600, |draft, answer| {
            draft.answers = vec![Told { answer, ..told_once() }];
        }),
        (Field::Website, 100, |draft, text| draft.website = text),
    ];
    for (field, most, put) in places {
        assert_eq!(field.longest(), most);
        // A mark is one, however many bytes it takes; blanks at the ends are none.
        for mark in ["x", "é", "🏠"] {
            let mut draft = draft();
            put(&mut draft, format!("  {}\n", mark.repeat(most)));
            assert_eq!(wrong(&draft), [], "{field:?}");
            put(&mut draft, mark.repeat(most + 1));
            assert_eq!(wrong(&draft), [(field, Wrong::TooLong)]);
        }
    }
    let mut draft = draft();
    draft.answers = vec![told_once(); 60];
    assert_eq!(wrong(&draft), []);
    draft.answers.push(told_once());
    assert_eq!(wrong(&draft), [(Field::Answers, Wrong::TooLong)]);
    draft.answers.clear();
    draft.email = format!("{}@{}.nl", "x".repeat(38), "y".repeat(38));
    assert_eq!(wrong(&draft), []);
    draft.email.insert(0, 'x');
    assert_eq!(wrong(&draft), [(Field::Email, Wrong::NotAnEmailAddress)]);
}

#[test]
fn a_citizen_service_number_is_found() {
    for text in [
        BSN,
        "111222333",
        "123 456 782",
        "123.456.782",
        "123-456-782",
        "1234.56.782",
        "1 2 3 4 5 6 7 8 2",
        "Mijn BSN is 123456782.",
        "bsn:123456782, geboren in 1980",
        "BSN123456782",
        "(123456782)",
        "123456782 - 3 kinderen",
        "Wij zijn met 5: 123456782",
        "op 3 123456782",
        "één 123456782 één",
    ] {
        assert!(looks_like_bsn(text), "{text}");
        let typed = Draft { story: text.into(), ..draft() };
        assert_eq!(wrong(&typed), [(Field::Story, Wrong::LooksLikeBsn)], "{text}");
        assert_eq!(wrong(&Draft { number_meant: true, ..typed }), [], "{text}");
    }
    let places: [(Field, Change); 6] = [
        (Field::Letter, |draft| draft.letter = BSN.into()),
        (Field::When, |draft| draft.when = BSN.into()),
        (Field::Name, |draft| draft.name = BSN.into()),
        (Field::Story, |draft| draft.story = BSN.into()),
        (Field::Companion, |draft| draft.companion = BSN.into()),
        (Field::Language, |draft| draft.language = BSN.into()),
    ];
    for (field, put) in places {
        let mut draft = draft();
        put(&mut draft);
        assert_eq!(wrong(&draft), [(field, Wrong::LooksLikeBsn)]);
    }
}

#[test]
fn another_number_is_no_citizen_service_number() {
    for text in [
        "",
        "06 12345678",
        "06-12345678",
        "0612345678",
        "+31612345678",
        "026 377 12 34",
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        "01-12-2026",
        "2026-12-01",
        "1230 AA",
        "zaak 1234567820",
        "1123456782",
        "123456783",
        "12345678",
        "000000000",
        "000 000 000",
        "123  456  782",
        "123a456b782",
        "123456 en 782",
    ] {
        assert!(!looks_like_bsn(text), "{text}");
    }
}

#[test]
fn an_address_is_one_as_people_have_them() {
    for (email, fits) in [
        ("iemand@voorbeeld.nl", true),
        (" iemand@voorbeeld.nl ", true),
        ("i.e-m_and+wijk@mail.voorbeeld.co.uk", true),
        ("o'neill@voorbeeld.nl", true),
        ("josé@voorbeeld.nl", true),
        ("iemand@bücher.example", true),
        // Copied with marks that cannot be seen.
        ("\u{feff}iemand@voorbeeld.nl\u{200b}", true),
        ("iemand", false),
        ("@voorbeeld.nl", false),
        ("iemand@", false),
        ("iemand@voorbeeld", false),
        ("iemand@voorbeeld.", false),
        ("iemand@.nl", false),
        ("iemand@voor..beeld.nl", false),
        ("iemand@thuis@voorbeeld.nl", false),
        ("ie mand@voorbeeld.nl", false),
        ("iemand@voorbeeld.nl, ander@voorbeeld.nl", false),
        ("iemand@voorbeeld.nl;ander", false),
        ("Iemand <iemand@voorbeeld.nl>", false),
        ("mailto:iemand@voorbeeld.nl", false),
        ("\"iemand\"@voorbeeld.nl", false),
        ("iemand@voorbeeld.nl\nBcc: ander@voorbeeld.nl", false),
        ("iemand@\u{1}voorbeeld.nl", false),
        ("06 12345678", false),
    ] {
        let told = wrong(&Draft { email: email.into(), ..draft() });
        let wanted = [(Field::Email, Wrong::NotAnEmailAddress)];
        assert_eq!(told, wanted[usize::from(fits)..], "{email:?}");
    }
}

#[test]
fn what_is_sent_is_tidy() {
    let typed = Draft {
        phone: "\u{1} +31 (0)6-1234 5678\r\n".into(),
        email: "\tiemand@voorbeeld.nl\u{200b}\n".into(),
        letter: "\u{0}\nDorpsstraat 1\r\n1230 AA\r\n".into(),
        when: " na\tzessen ".into(),
        name: "\u{7f}Sam\u{1b}de\nVries\u{85}".into(),
        story: "\r\n Regel 1\r\n\r\nRegel\u{8}2\rslot \u{1f}".into(),
        companion: "mijn\r\nzus".into(),
        language: "\u{3}Arabisch (عربى)".into(),
        answers: vec![Told { question: " Waar?\n".into(), answer: "1230\u{c}AA".into() }],
        website: "\u{2}x\n".into(),
        ..draft()
    };
    let request = typed.check(Receiver::Municipality).expect("it can be sent");
    let told = request.content();
    assert_eq!(told.phone, "0612345678");
    assert_eq!(told.email, "iemand@voorbeeld.nl");
    assert_eq!(told.letter, "Dorpsstraat 1\n1230 AA");
    assert_eq!(told.when, "na zessen");
    assert_eq!(told.name, "Sam de Vries");
    assert_eq!(told.story, "Regel 1\n\nRegel 2 slot");
    assert_eq!(told.companion, "mijn zus");
    assert_eq!(told.language, "Arabisch (عربى)");
    assert_eq!(told.answers, [Told { question: "Waar?".into(), answer: "1230 AA".into() }]);
    assert_eq!(told.website, "x");
}

#[test]
fn what_turns_a_text_or_stands_alone_is_taken_off_and_no_word_is_damaged() {
    for (typed, sent) in [
        // Persian words, a family, a heart, a flag, a number in a box, a word of two halves.
        ("می\u{200c}خواهم کتاب\u{200c}ها", "می\u{200c}خواهم کتاب\u{200c}ها"),
        ("ه\u{200d} مرحبا عربى", "ه\u{200d} مرحبا عربى"),
        (
            "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f} 1\u{fe0f}\u{20e3}",
            "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f} 1\u{fe0f}\u{20e3}",
        ),
        ("🏴\u{e0067}\u{e0062}\u{e007f}", "🏴\u{e0067}\u{e0062}\u{e007f}"),
        ("huis\u{ad}houden e\u{301}e\u{301}n", "huis\u{ad}houden e\u{301}e\u{301}n"),
        // Turned around, and alone.
        ("bel \u{202e}21\u{202c} niet", "bel 21 niet"),
        ("\u{200f}עברית\u{200e} \u{2066}a\u{2069}\u{61c}", "עברית a"),
        ("\u{200b}\u{feff}a \u{200d} \u{3164}b\n\u{200b}\nc", "a  b\n\nc"),
        ("a\u{2028}b\u{2029}", "a b"),
    ] {
        assert_eq!(seen(typed, true), sent, "{typed:?}");
        assert_eq!(seen(sent, true), sent, "once is enough");
        let typed = Draft { story: typed.into(), ..draft() };
        let request = typed.check(Receiver::Municipality).expect("it can be sent");
        assert_eq!(request.content().story, sent);
    }
}

#[test]
fn nothing_is_said_about_calling_without_a_number() {
    let typed = Draft {
        times: PartOfDay::ALL.into(),
        voicemail: Some(Voicemail::About),
        when: "niet op woensdag".into(),
        ..draft()
    };
    let sent = |phone: &str| {
        let typed =
            Draft { phone: phone.into(), email: "iemand@voorbeeld.nl".into(), ..typed.clone() };
        let request = typed.check(Receiver::Municipality).expect("it can be sent");
        request.content().clone()
    };
    let with = sent("06 12345678");
    assert_eq!((with.times.len(), with.voicemail), (3, Some(Voicemail::About)));
    let without = sent(" \u{200b}");
    assert_eq!((without.times.len(), without.voicemail), (0, None));
    assert_eq!(without.when, "niet op woensdag", "their own words stay");
}

#[test]
fn a_machine_is_marked_and_not_turned_away() {
    for (website, seconds, suspect) in
        [("", 60, false), ("", 3, false), ("", 2, true), ("", 0, true), ("http://x", 60, true)]
    {
        let draft = Draft { website: website.into(), seconds, ..draft() };
        let request = draft.check(Receiver::Municipality).expect("it is taken");
        assert_eq!(request.is_suspect(), suspect, "{website} {seconds}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Whatever is typed, there is an answer; and what can be sent can be sent once more.
    #[test]
    fn a_checked_request_is_checked_already(draft in any_draft(), receiver in any_receiver()) {
        match draft.check(receiver) {
            Ok(request) => {
                let again = request.content().check(receiver);
                prop_assert_eq!(again.as_ref(), Ok(&request));
                let plain = |text: &String| {
                    text.trim() == text && !text.contains(['\r', '\u{200e}', '\u{202e}', '\u{2066}'])
                };
                let Draft { phone, email, letter, wijk, when, name, story, companion, language, website, .. } =
                    request.content();
                prop_assert!([phone, email, letter, wijk, when, name, story, companion, language, website].into_iter().all(plain));
            }
            Err(wrong) => {
                prop_assert!(!wrong.is_empty() && wrong.is_sorted_by_key(|(field, _)| *field));
                let twice = wrong.iter().enumerate().any(|(at, one)| wrong[..at].contains(one));
                prop_assert!(!twice, "{:?}", wrong);
            }
        }
    }

    /// Nine digits pass if and only if the sum of the eleven test does.
    #[test]
    fn the_eleven_test_is_that_of_the_numbers(number in 1_u32..1_000_000_000) {
        let text = format!("{number:09}");
        let sum: i64 = text.bytes().enumerate().map(|(at, digit)| {
            let weight = if at == 8 { -1 } else { 9 - at as i64 };
            i64::from(digit - b'0') * weight
        }).sum();
        prop_assert_eq!(looks_like_bsn(&text), sum % 11 == 0);
        let spaced = format!("{} {} {}", &text[..3], &text[3..6], &text[6..]);
        prop_assert_eq!(looks_like_bsn(&spaced), sum % 11 == 0);
    }

    #[test]
    fn no_text_breaks_the_eleven_test(text in any::<String>()) {
        looks_like_bsn(&text);
    }
}
