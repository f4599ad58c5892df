//! To registers of several versions, as the real ones answered: what they refuse, when that
//! passes, and what they do late.

use crate::letters::{assert_later, assert_never, assert_refused, bare, deliver, full};
use crate::openklant::{fitting, one, texts, to, waiting};
use crate::standins::openklant::{Act, Register, TOKEN, Version};
use balie::delivery::Letter;
use serde_json::json;
use std::time::{Duration, Instant};

#[test]
fn a_number_that_a_version_refuses_is_kept_as_another_kind_and_can_be_called() {
    for version in Version::ALL {
        for (phone, refused_in) in [
            ("0800123456", &[Version::V2_13, Version::V2_16, Version::V2_18][..]),
            ("0900123456", &[Version::V2_13, Version::V2_16, Version::V2_18]),
            ("0881234567", &[Version::V2_13, Version::V2_16]),
            ("14026", &Version::ALL),
            ("112", &Version::ALL),
            ("0612345678", &[]),
        ] {
            let register = Register::of(version);
            let mut letter = bare();
            letter.content.phone = phone.to_owned();
            assert_eq!(deliver(&to(&register), &letter), Ok(()), "{phone} {version:?}");
            let kind = if refused_in.contains(&version) { "overig" } else { "telefoonnummer" };
            assert_eq!(one(&register, "digitaleadressen")["soortDigitaalAdres"], kind, "{phone}");
            let task = one(&register, "internetaken");
            let task = task["toelichting"].as_str().expect("a text");
            assert!(task.contains(&format!("Telefoon: {phone}\n")), "{task}");
        }
    }
}

#[test]
fn an_address_that_is_refused_as_anything_stands_in_the_task() {
    let register = Register::open();
    let mut letter = bare();
    letter.content.phone = "06".repeat(50);
    letter.content.email = "andré@voorbeeld.example".to_owned();
    assert_eq!(deliver(&to(&register), &letter), Ok(()));
    let address = one(&register, "digitaleadressen");
    assert_eq!(address["soortDigitaalAdres"], "overig");
    assert_eq!(address["adres"], letter.content.email);
    let task = texts(&register, "internetaken", "toelichting").concat();
    assert!(task.contains(&letter.content.phone), "{task}");
    assert!(task.contains(&letter.content.email), "{task}");
}

#[test]
fn a_kanaal_that_cannot_be_checked_now_buries_nothing() {
    let register = Register::open();
    let deliveries = to(&register);
    for knows in [Err(()), Ok(&["telefoon"][..])] {
        register.check_kanaal(knows);
        assert_later(deliver(&deliveries, &bare()), "(klantcontact.kanaal: invalid)");
        assert!(register.kept("klantcontacten").is_empty());
    }
    register.check_kanaal(Ok(&["telefoon", "wijkdeur"]));
    assert_eq!(deliver(&deliveries, &bare()), Ok(()));
    assert_eq!(register.kept("internetaken").len(), 1);
}

#[test]
fn only_what_is_wrong_with_the_letter_itself_is_given_up_on() {
    // The writes of this letter: the actor, the contact, an address, the task.
    for (write, field, judged) in [
        (0, "naam", "later"),
        (0, "actoridentificator.objectId", "later"),
        (1, "klantcontact.kanaal", "later"),
        (1, "kanaal", "later"),
        (1, "nonFieldErrors", "for now"),
        (1, "", "for now"),
        (1, "klantcontact.inhoud", "never"),
        (1, "klantcontact.onderwerp", "never"),
        (1, "klantcontact.plaatsgevondenOp", "never"),
        (1, "betrokkene.contactnaam.achternaam", "never"),
        (3, "toegewezenAanActoren.0.uuid", "later"),
        (3, "aanleidinggevendKlantcontact.uuid", "later"),
        (3, "toelichting", "never"),
    ] {
        let register = Register::open();
        let deliveries = to(&register);
        register.at_write(write, Act::Invalid(field));
        let result = deliver(&deliveries, &bare());
        let why = format!("{field}: invalid)");
        match judged {
            "later" => assert_later(result, &why),
            "for now" => assert_refused(result, &why),
            _ => assert_never(result, &why),
        }
        assert_eq!(deliver(&deliveries, &bare()), Ok(()));
        assert_eq!(register.kept("internetaken").len(), 1, "{field}");
    }
}

#[test]
fn what_the_text_says_as_well_holds_up_no_letter() {
    for field in ["klantcontact.taal", "betrokkene.correspondentieadres.adresregel1"] {
        let register = Register::open();
        register.at_write(1, Act::Invalid(field));
        assert_eq!(deliver(&to(&register), &fitting()), Ok(()), "{field}");
        let (contact, betrokkene) =
            (one(&register, "klantcontacten"), one(&register, "betrokkenen"));
        let taal = if field.ends_with("taal") { "nld" } else { "tur" };
        assert_eq!(contact["taal"], taal);
        let street = if field.ends_with("taal") { "Voorbeeldstraat 1" } else { "" };
        assert_eq!(betrokkene["correspondentieadres"]["adresregel1"], street);
        assert_eq!(register.kept("internetaken").len(), 1);
    }
}

/// Tries, gives up, tries again at once; then what was asked first is done.
fn late(version: Version, write: usize, letter: &Letter) -> Register {
    let register = Register::of(version);
    let deliveries = to(&register);
    register.at_write(write, Act::DoLate(Duration::from_millis(1_400)));
    assert_later(deliver(&deliveries, letter), "no answer in time");
    assert_eq!(deliver(&deliveries, letter), Ok(()), "{write}");
    let end = Instant::now() + Duration::from_secs(20);
    while register.late() > 0 {
        assert!(Instant::now() < end, "it is still not done");
        std::thread::sleep(Duration::from_millis(10));
    }
    register
}

#[test]
fn a_contact_or_task_that_is_made_late_is_there_once() {
    for version in [Version::V2_16, Version::V2_18] {
        for write in [1, 3] {
            let register = late(version, write, &bare());
            assert_eq!(register.counts()["klantcontacten"], 1, "{version:?} {write}");
            assert_eq!(register.counts()["internetaken"], 1, "{version:?} {write}");
        }
    }
}

#[test]
fn where_numbers_are_not_unique_a_late_contact_leads_to_no_second_task() {
    let register = late(Version::V2_4, 1, &bare());
    assert_eq!(register.counts()["klantcontacten"], 2);
    assert_eq!(register.counts()["internetaken"], 1);
    // Not even when it is tried once more.
    assert_eq!(deliver(&to(&register), &bare()), Ok(()));
    assert_eq!(register.counts()["internetaken"], 1);
    assert_eq!(register.counts()["digitaleadressen"], 1);
}

#[test]
fn a_number_that_is_in_use_elsewhere_stops_no_letter() {
    let first = Register::open();
    assert_eq!(deliver(&to(&first), &bare()), Ok(()));
    let number = |register: &Register, kind| {
        let kept = register.kept(kind);
        kept.last().expect("one")["referentienummer"].as_str().expect("a number").to_owned()
    };
    let register = Register::open();
    for kind in ["klantcontacten", "internetaken"] {
        let taken = number(&first, kind);
        assert!(taken.len() == 10 && taken.bytes().all(|byte| byte.is_ascii_digit()), "{taken}");
        register.keep(kind, json!({ "referentienummer": taken }));
    }
    assert_eq!(deliver(&to(&register), &bare()), Ok(()));
    for kind in ["klantcontacten", "internetaken"] {
        assert_eq!(register.kept(kind).len(), 2);
        assert_ne!(number(&register, kind), number(&first, kind));
    }
}

#[test]
fn two_desks_that_make_the_same_actor_at_once_use_the_same() {
    let register = Register::open();
    // Both have looked before either makes it.
    register.look_up_together(Duration::from_secs(50));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let desks = ["WD-1", "WD-2"].map(|reference| {
        (waiting(&register, TOKEN, 60), Letter { reference: reference.to_owned(), ..bare() })
    });
    let desks = desks.map(|(desk, letter)| {
        runtime.spawn(async move { desk.deliver("arnhem", "wijkteam", &letter).await })
    });
    for desk in desks {
        assert_eq!(runtime.block_on(desk).expect("no panic"), Ok(()));
    }
    let (actors, tasks) = (register.kept("actoren"), register.kept("internetaken"));
    assert_eq!((actors.len(), tasks.len()), (2, 2));
    for task in tasks {
        assert_eq!(task["toegewezenAanActoren"], json!([{ "uuid": actors[0]["uuid"] }]));
    }
}

#[test]
fn every_version_takes_a_long_letter() {
    for version in Version::ALL {
        let register = Register::of(version);
        assert_eq!(deliver(&to(&register), &full()), Ok(()), "{:?}", register.refused());
        assert_eq!(register.kept("internetaken").len(), 2);
    }
}
