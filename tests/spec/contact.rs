//! A request to be contacted: what is fit to be sent, how it travels, and what comes back.

mod check;
mod json;
mod phone;
mod sending;
mod visit;

use proptest::prelude::*;
use wijkdeur::domain::*;

/// A request somebody could send as it is.
fn draft() -> Draft {
    Draft {
        version: Draft::VERSION,
        municipality: "voorbeeldstad".into(),
        phone: "0612345678".into(),
        seconds: 60,
        ..Draft::default()
    }
}

/// What somebody may type: mostly text, and every mark there is.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zé \"\\\\'/<>&\\n\\r\\t]{0,30}",
        2 => any::<String>(),
        1 => "[\u{0}-\u{20}\u{7f}-\u{a0}\u{115f}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2800}\u{fe0f}\u{feff}a]{0,6}",
        1 => Just("123 456 782".to_owned()),
        1 => Just("é".repeat(301)),
    ]
}

fn phone_typed() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just("06 12345678".to_owned()),
        1 => Just(String::new()),
        1 => "(\\+|00)?[0-9 ().-]{8,18}",
        1 => text(),
    ]
}

fn email_typed() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        2 => "[a-z.]{1,9}@[a-z]{1,9}\\.nl",
        1 => text(),
    ]
}

fn told() -> impl Strategy<Value = Vec<Told>> {
    let one = (text(), text()).prop_map(|(question, answer)| Told { question, answer });
    prop_oneof![9 => prop::collection::vec(one, 0..4), 1 => Just(vec![told_once(); 61])]
}

fn told_once() -> Told {
    Told { question: "Waar woont u?".into(), answer: "1230".into() }
}

/// Any draft at all; often one that can be sent.
fn any_draft() -> impl Strategy<Value = Draft> {
    let ways = (phone_typed(), email_typed(), prop_oneof![3 => Just(String::new()), 1 => text()]);
    let texts =
        (text(), text(), text(), text(), text(), prop_oneof![Just(String::new()), text()], text());
    let chosen = (
        prop::sample::subsequence(PartOfDay::ALL.to_vec(), 0..=3),
        prop::option::of(prop::sample::select(Voicemail::ALL.to_vec())),
        prop::option::of(prop::sample::select(Subject::ALL.to_vec())),
        any::<Option<bool>>(),
    );
    let flags = any::<[bool; 5]>();
    let rest = (
        prop_oneof![9 => Just(Draft::VERSION), 1 => any::<u8>()],
        "[a-z-]{1,20}",
        prop::option::of("[a-z0-9é\"-]{1,20}"),
        told(),
        any::<u32>(),
    );
    (ways, texts, chosen, flags, rest).prop_map(|(ways, texts, chosen, flags, rest)| Draft {
        version: rest.0,
        municipality: rest.1,
        provider: rest.2.map(|id| id.as_str().into()),
        phone: ways.0,
        email: ways.1,
        letter: ways.2,
        wijk: texts.6,
        times: chosen.0.into_iter().collect(),
        when: texts.0,
        voicemail: chosen.1,
        subject: chosen.2,
        subject_knows: chosen.3,
        name: texts.1,
        story: texts.2,
        companion: texts.3,
        language: texts.4,
        interpreter: flags[0],
        discreet: flags[1],
        wmo_melding: flags[2],
        answers: rest.3,
        permission: flags[3],
        number_meant: flags[4],
        website: texts.5,
        seconds: rest.4,
    })
}

fn any_receiver() -> impl Strategy<Value = Receiver> {
    prop::sample::select(vec![Receiver::Municipality, Receiver::Other, Receiver::Unknown])
}
