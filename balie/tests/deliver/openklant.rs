//! To Klantinteracties: what stands there afterwards.

use crate::letters::{REFERENCE, bare, deliver, deliveries, full, letter};
use crate::standins::openklant::{Register, TOKEN};
use balie::delivery::{Deliveries, Letter};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use wijkdeur::domain::Draft;

/// To a team in this register.
pub fn to(register: &Register) -> Deliveries {
    with(register, TOKEN)
}

pub fn with(register: &Register, token: &str) -> Deliveries {
    waiting(register, token, 1)
}

/// One that gives the register so many seconds to answer.
pub fn waiting(register: &Register, token: &str, seconds: u32) -> Deliveries {
    let channel = json!({
        "kind": "open-klant",
        "url": register.url(),
        "token_env": "TOKEN",
        "timeout_seconds": seconds,
    });
    let route = json!({ "actor": { "name": "Wijkteam Klarendal", "id": "klarendal" } });
    deliveries(channel, route, Path::new(""), token)
}

/// The one thing that the register keeps of this kind.
pub fn one(register: &Register, kind: &str) -> Value {
    let mut kept = register.kept(kind);
    assert_eq!(kept.len(), 1, "{kind}");
    kept.pop().expect("one")
}

/// A letter with nearly everything in it that still is one contact.
pub fn fitting() -> Letter {
    let mut letter = full();
    letter.content.answers.clear();
    letter.content.companion.clear();
    letter.content.permission = false;
    letter
}

/// A field of everything of a kind, in the order of making.
pub fn texts(register: &Register, kind: &str, field: &str) -> Vec<String> {
    let text = |it: &Value| it[field].as_str().expect("a text").to_owned();
    register.kept(kind).iter().map(text).collect()
}

#[test]
fn a_letter_becomes_a_contact_with_addresses_and_one_task() {
    let register = Register::open();
    assert_eq!(deliver(&to(&register), &fitting()), Ok(()), "{:?}", register.refused());

    let contact = one(&register, "klantcontacten");
    assert_eq!(contact["onderwerp"], format!("Verzoek om contact via Wijkdeur {REFERENCE}"));
    assert_eq!(contact["kanaal"], "wijkdeur");
    assert_eq!(contact["vertrouwelijk"], true);
    assert_eq!(contact["taal"], "tur");
    assert_eq!(contact["indicatieContactGelukt"], Value::Null);
    assert_eq!(contact["plaatsgevondenOp"], "2026-11-26T08:05:00Z");

    let betrokkene = one(&register, "betrokkenen");
    assert_eq!(betrokkene["rol"], "vertegenwoordiger");
    assert_eq!(betrokkene["initiator"], true);
    assert_eq!(betrokkene["contactnaam"]["achternaam"], "mevrouw in de straat");
    assert_eq!(betrokkene["correspondentieadres"]["adresregel1"], "Voorbeeldstraat 1");
    assert_eq!(betrokkene["correspondentieadres"]["adresregel2"], "6811 AA Arnhem");
    let object = one(&register, "onderwerpobjecten");
    assert_eq!(object["onderwerpobjectidentificator"]["objectId"], REFERENCE);

    assert_eq!(
        texts(&register, "digitaleadressen", "soortDigitaalAdres"),
        ["telefoonnummer", "email"]
    );
    assert_eq!(texts(&register, "digitaleadressen", "adres"), ["0612345678", "iemand@example.nl"]);

    let actor = one(&register, "actoren");
    assert_eq!(actor["naam"], "Wijkteam Klarendal");
    let task = one(&register, "internetaken");
    assert_eq!(task["gevraagdeHandeling"], "Contact opnemen met betrokkene");
    assert_eq!(task["status"], "te_verwerken");
    assert_eq!(task["aanleidinggevendKlantcontact"]["uuid"], contact["uuid"]);
    assert_eq!(task["toegewezenAanActoren"], json!([{ "uuid": actor["uuid"] }]));
}

#[test]
fn what_somebody_asks_for_themselves_they_ask_as_the_client() {
    let register = Register::open();
    assert_eq!(deliver(&to(&register), &bare()), Ok(()));
    assert_eq!(one(&register, "betrokkenen")["rol"], "klant");
}

#[test]
fn an_actor_that_is_there_is_used_and_not_made_again() {
    let register = Register::open();
    let deliveries = to(&register);
    for number in 1..=3 {
        let letter = Letter { reference: format!("WD-{number}"), ..bare() };
        assert_eq!(deliver(&deliveries, &letter), Ok(()));
        assert_eq!(register.kept("internetaken").len(), number);
    }
    assert_eq!(register.kept("actoren").len(), 1);
}

#[test]
fn an_actor_is_known_by_its_identification_however_it_is_written_around() {
    let register = Register::open();
    let identification = |id: &str| {
        json!({
            "actoridentificator": {
                "objectId": id,
                "codeObjecttype": "afd",
                "codeRegister": "obj",
                "codeSoortObjectId": "idf",
                "another": "field of a later version",
            },
            "indicatieActief": true,
        })
    };
    register.keep("actoren", identification("another"));
    let actor = register.keep("actoren", identification("klarendal"));
    let route = json!({ "actor": { "name": " Klarendal\n", "id": " klarendal " } });
    let channel = json!({ "kind": "open-klant", "url": register.url(), "token_env": "TOKEN" });
    let deliveries = deliveries(channel, route, Path::new(""), TOKEN);
    assert_eq!(deliver(&deliveries, &bare()), Ok(()));
    assert_eq!(register.kept("actoren").len(), 2);
    let task = one(&register, "internetaken");
    assert_eq!(task["toegewezenAanActoren"], json!([{ "uuid": actor["uuid"] }]));
}

#[test]
fn letters_that_come_at_once_make_one_actor() {
    let register = Register::open();
    let deliveries = Arc::new(to(&register));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let on_their_way: Vec<_> = (0..20)
        .map(|number| {
            let deliveries = deliveries.clone();
            let letter = Letter { reference: format!("WD-{number}"), ..bare() };
            runtime.spawn(async move { deliveries.deliver("arnhem", "nw", &letter).await })
        })
        .collect();
    for letter in on_their_way {
        assert_eq!(runtime.block_on(letter).expect("no panic"), Ok(()));
    }
    assert_eq!((register.kept("actoren").len(), register.kept("internetaken").len()), (1, 20));
}

#[test]
fn the_language_that_is_asked_for_stands_where_it_belongs() {
    for (told, code) in [
        ("", "nld"),
        ("Nederlands", "nld"),
        ("Turks", "tur"),
        ("liever Arabisch, een beetje Nederlands", "ara"),
        ("Farsi of Engels", "per"),
        ("українська", "ukr"),
        ("geen Engels", "nld"),
        ("iets anders", "nld"),
    ] {
        let register = Register::open();
        let mut letter = bare();
        letter.content.language = told.to_owned();
        assert_eq!(deliver(&to(&register), &letter), Ok(()));
        assert_eq!(one(&register, "klantcontacten")["taal"], code, "{told}");
    }
}

#[test]
fn a_postal_address_that_has_no_room_stands_in_the_text_only() {
    let street = "Lange Voorbeeldstraat ".repeat(5);
    for post in [street.trim(), "een\ntwee\ndrie\nvier"] {
        let register = Register::open();
        let mut letter = bare();
        letter.content.letter = post.to_owned();
        assert_eq!(deliver(&to(&register), &letter), Ok(()), "{:?}", register.refused());
        let betrokkene = one(&register, "betrokkenen");
        assert_eq!(betrokkene["correspondentieadres"]["adresregel1"], "");
        let task = texts(&register, "internetaken", "toelichting").concat();
        assert!(task.contains(&format!("Brief: {}", post.replace('\n', ", "))), "{task}");
    }
}

#[test]
fn a_domain_with_marks_is_an_address_there_as_mail_servers_write_it() {
    let register = Register::open();
    let content = Draft { email: "iemand@café.example".to_owned(), ..bare().content };
    assert_eq!(deliver(&to(&register), &letter(content)), Ok(()), "{:?}", register.refused());
    let kept = register.kept("digitaleadressen");
    let mail = kept.iter().find(|it| it["soortDigitaalAdres"] == "email").expect("a mail address");
    assert_eq!(mail["adres"], "iemand@xn--caf-dma.example");
}
