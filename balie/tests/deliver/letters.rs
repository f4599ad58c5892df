//! Letters, and who receives them.

use balie::delivery::{Deliveries, Failure, Letter};
use serde_json::{Value, json};
use std::path::Path;
use wijkdeur::domain::{Draft, PartOfDay, Subject, Told, Voicemail};

pub const REFERENCE: &str = "WD-7KQ2-M4XP";

/// A letter in which everything is filled in.
pub fn full() -> Letter {
    letter(Draft {
        version: Draft::VERSION,
        municipality: "arnhem".to_owned(),
        phone: "0612345678".to_owned(),
        email: "iemand@example.nl".to_owned(),
        letter: "Voorbeeldstraat 1\n6811 AA Arnhem".to_owned(),
        wijk: "Klarendal".to_owned(),
        times: [PartOfDay::Morning, PartOfDay::Evening].into(),
        when: "niet op woensdag".to_owned(),
        voicemail: Some(Voicemail::CallBack),
        subject: Some(Subject::Other),
        subject_knows: Some(false),
        name: "mevrouw in de straat".to_owned(),
        story: "Mijn buurman komt de deur niet meer uit.\n\nIk maak me zorgen.".to_owned(),
        companion: "mijn zus".to_owned(),
        language: "Turks".to_owned(),
        interpreter: true,
        wmo_melding: true,
        answers: vec![Told { question: "Voor wie is het?".into(), answer: "Een buur".into() }],
        permission: true,
        seconds: 60,
        ..Draft::default()
    })
}

/// A letter with only a phone number.
pub fn bare() -> Letter {
    letter(Draft { phone: "0612345678".to_owned(), seconds: 60, ..Draft::default() })
}

pub fn letter(content: Draft) -> Letter {
    Letter {
        reference: REFERENCE.to_owned(),
        received_at: "2026-11-26T08:05:00Z".parse().expect("a moment"),
        working_days: 3,
        suspect: false,
        town: "Arnhem".to_owned(),
        receiver: "Wijkteam Klarendal".to_owned(),
        entrance: "Gemeente Arnhem".to_owned(),
        content,
    }
}

/// Deliveries over one channel, to one receiver for all of Arnhem.
pub fn deliveries(channel: Value, route: Value, folder: &Path, secret: &str) -> Deliveries {
    let mut route = route;
    route["channel"] = json!("it");
    let file = json!({
        "channels": { "it": channel },
        "municipalities": { "arnhem": { "default": route } },
    });
    Deliveries::understand(&file.to_string(), folder, &|_| Some(secret.to_owned()))
        .expect("it is right")
}

/// Delivers to Arnhem, on a runtime of its own.
pub fn deliver(deliveries: &Deliveries, letter: &Letter) -> Result<(), Failure> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(deliveries.deliver("arnhem", "wijkteam", letter))
}

#[track_caller]
pub fn assert_later(result: Result<(), Failure>, why: &str) {
    match result {
        Err(Failure::Later(said)) => assert!(said.contains(why), "{said}"),
        other => panic!("{other:?}"),
    }
}

#[track_caller]
pub fn assert_refused(result: Result<(), Failure>, why: &str) {
    match result {
        Err(Failure::Refused(said)) => assert!(said.contains(why), "{said}"),
        other => panic!("{other:?}"),
    }
}

#[track_caller]
pub fn assert_never(result: Result<(), Failure>, why: &str) {
    match result {
        Err(Failure::Never(said)) => assert!(said.contains(why), "{said}"),
        other => panic!("{other:?}"),
    }
}
