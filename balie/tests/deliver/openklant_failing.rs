//! To Klantinteracties, when it fails: nothing is lost and nothing is there twice.

use crate::letters::{REFERENCE, assert_later, assert_never, assert_refused, bare, deliver, full};
use crate::openklant::{to, with};
use crate::standins::openklant::{Act, Register};
use serde_json::json;
use std::collections::BTreeMap;

/// The writes of a full letter to an actor that is not there yet: the actor, and for each of
/// two parts the contact, two addresses and the task.
const WRITES: usize = 9;

fn whole() -> BTreeMap<&'static str, usize> {
    [
        ("actoren", 1),
        ("betrokkenen", 2),
        ("digitaleadressen", 4),
        ("internetaken", 2),
        ("klantcontacten", 2),
        ("onderwerpobjecten", 2),
    ]
    .into()
}

#[test]
fn a_lost_answer_after_any_write_doubles_nothing() {
    for cut in 0..WRITES {
        let register = Register::open();
        let deliveries = to(&register);
        register.at_write(cut, Act::DoAndHangUp);
        assert_later(deliver(&deliveries, &full()), "the connection broke off");
        assert_eq!(register.writes(), cut + 1);
        assert_eq!(deliver(&deliveries, &full()), Ok(()));
        assert_eq!(register.counts(), whole(), "cut {cut}");
        assert_eq!(register.writes(), WRITES, "cut {cut}");
    }
}

#[test]
fn answers_lost_one_after_another_double_nothing() {
    let register = Register::open();
    let deliveries = to(&register);
    for _ in 0..WRITES {
        register.at_write(0, Act::DoAndHangUp);
        assert_later(deliver(&deliveries, &full()), "the connection broke off");
    }
    assert_eq!(deliver(&deliveries, &full()), Ok(()));
    assert_eq!(register.counts(), whole());
}

#[test]
fn a_failure_before_any_write_loses_nothing() {
    for cut in 0..WRITES {
        for status in [401, 403, 404, 429, 500, 503] {
            let register = Register::open();
            let deliveries = to(&register);
            register.at_write(cut, Act::Refuse(status));
            let (result, why) = (deliver(&deliveries, &full()), format!("answers {status}"));
            // It may stumble over what this letter says: others may try.
            match status {
                500 => assert_refused(result, &why),
                _ => assert_later(result, &why),
            }
            assert_eq!(deliver(&deliveries, &full()), Ok(()));
            assert_eq!(register.counts(), whole(), "cut {cut}");
        }
    }
}

#[test]
fn a_delivered_letter_is_not_delivered_again() {
    let register = Register::open();
    let deliveries = to(&register);
    assert_eq!(deliver(&deliveries, &full()), Ok(()));
    // Somebody has worked on it since.
    register.change("internetaken", |task| task["status"] = json!("verwerkt"));
    register.change("klantcontacten", |contact| contact["onderwerp"] = json!("gebeld"));
    assert_eq!(deliver(&deliveries, &full()), Ok(()));
    assert_eq!((register.counts(), register.writes()), (whole(), WRITES));
}

#[test]
fn a_register_that_does_not_filter_mixes_no_letters() {
    let register = Register::open();
    register.ignore_filters();
    let deliveries = to(&register);
    for number in 1..=3 {
        let mut letter = full();
        letter.reference = format!("WD-{number}");
        assert_eq!(deliver(&deliveries, &letter), Ok(()));
        assert_eq!(deliver(&deliveries, &letter), Ok(()));
        assert_eq!(register.kept("klantcontacten").len(), 2 * number);
        assert_eq!(register.kept("internetaken").len(), 2 * number);
        assert_eq!(register.kept("digitaleadressen").len(), 4 * number);
    }
    for _ in 0..101 {
        register.keep("klantcontacten", json!({}));
    }
    assert_later(deliver(&deliveries, &full()), "does not filter klantcontacten");
}

#[test]
fn what_others_keep_under_the_same_words_is_not_ours() {
    let register = Register::open();
    let contact = register.keep("klantcontacten", json!({ "hadBetrokkenen": [] }));
    register.keep(
        "onderwerpobjecten",
        json!({
            "klantcontact": { "uuid": contact["uuid"] },
            "onderwerpobjectidentificator": {
                "objectId": REFERENCE,
                "codeObjecttype": "zaak",
                "codeRegister": "open-zaak",
                "codeSoortObjectId": "uuid",
            },
        }),
    );
    assert_eq!(deliver(&to(&register), &bare()), Ok(()));
    assert_eq!(register.kept("klantcontacten").len(), 2);
}

#[test]
fn a_wrong_token_and_a_sleeping_actor_can_be_mended() {
    let register = Register::open();
    assert_later(deliver(&with(&register, "wrong"), &bare()), "answers 401 at actoren");
    assert_eq!(register.writes(), 0);
    assert_eq!(deliver(&to(&register), &bare()), Ok(()));
    register.change("actoren", |actor| actor["indicatieActief"] = json!(false));
    let mut another = bare();
    another.reference = "WD-2".to_owned();
    assert_later(deliver(&to(&register), &another), "is not active");
    assert_eq!(register.kept("klantcontacten").len(), 1);
}

#[test]
fn a_body_that_is_refused_is_told_by_field_and_without_its_words() {
    let register = Register::open();
    let mut letter = full();
    letter.reference = "geheim ".repeat(40);
    let result = deliver(&to(&register), &letter);
    assert!(!format!("{result:?}").contains("geheim"), "{result:?}");
    assert_never(result, "klantcontact.onderwerp: max_length");
}

#[test]
fn what_the_register_made_and_does_not_show_is_not_made_again_and_again() {
    for kind in ["actoren", "klantcontacten"] {
        let register = Register::open();
        register.hide(kind);
        assert_later(deliver(&to(&register), &bare()), "does not show the");
        assert_eq!(register.kept(kind).len(), 1);
    }
}

#[test]
fn what_the_register_says_reaches_no_terminal_as_it_is() {
    let register = Register::open();
    register.at_write(1, Act::Invalid("\u{1b}[31mklantcontact\u{202e}\n.inhoud"));
    assert_never(deliver(&to(&register), &bare()), "(31mklantcontact.inhoud: invalid)");
}
