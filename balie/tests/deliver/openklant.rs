//! To Klantinteracties: what stands there afterwards.

use crate::drafts::letters;
use crate::letters::{REFERENCE, bare, deliver, deliveries, full};
use crate::standins::openklant::{Register, TOKEN};
use balie::delivery::{Deliveries, Letter};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

/// To a team in this register.
pub fn to(register: &Register) -> Deliveries {
    with(register, TOKEN)
}

pub fn with(register: &Register, token: &str) -> Deliveries {
    let channel = json!({
        "kind": "open-klant",
        "url": register.url(),
        "token_env": "TOKEN",
        "timeout_seconds": 5,
    });
    let route = json!({ "actor": { "name": "Wijkteam Klarendal", "id": "klarendal" } });
    deliveries(channel, route, Path::new(""), token)
}

/// The one thing that the register keeps of this kind.
fn one(register: &Register, kind: &str) -> Value {
    let mut kept = register.kept(kind);
    assert_eq!(kept.len(), 1, "{kind}");
    kept.pop().expect("one")
}

#[test]
fn a_letter_becomes_a_contact_with_addresses_and_one_task() {
    let register = Register::open();
    assert_eq!(deliver(&to(&register), &full()), Ok(()), "{:?}", register.refused());

    let contact = one(&register, "klantcontacten");
    assert_eq!(contact["onderwerp"], format!("Verzoek om contact via Wijkdeur {REFERENCE}"));
    assert_eq!(contact["kanaal"], "wijkdeur");
    assert_eq!(contact["vertrouwelijk"], true);
    assert_eq!(contact["taal"], "nld");
    assert_eq!(contact["indicatieContactGelukt"], Value::Null);
    assert_eq!(contact["plaatsgevondenOp"], "2026-11-26T08:05:00Z");

    let betrokkene = one(&register, "betrokkenen");
    assert_eq!(betrokkene["rol"], "vertegenwoordiger");
    assert_eq!(betrokkene["initiator"], true);
    assert_eq!(betrokkene["contactnaam"]["achternaam"], "mevrouw in de straat");
    let object = one(&register, "onderwerpobjecten");
    assert_eq!(object["onderwerpobjectidentificator"]["objectId"], REFERENCE);

    let addresses: Vec<_> = register.kept("digitaleadressen");
    let addresses: Vec<_> =
        addresses.iter().map(|it| (&it["soortDigitaalAdres"], &it["adres"])).collect();
    assert_eq!(
        addresses,
        [
            (&json!("telefoonnummer"), &json!("0612345678")),
            (&json!("email"), &json!("iemand@example.nl")),
            (&json!("overig"), &json!("Voorbeeldstraat 1, 6811 AA Arnhem")),
        ]
    );

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
    let contact = one(&register, "klantcontacten");
    let content = contact["inhoud"].as_str().expect("a text");
    let when = "Veilig en rustig om te bellen: niet gezegd\n\
                Neem contact op: uiterlijk dinsdag 1 december 2026 (beloofd: binnen 3 werkdagen)\n";
    let begins = format!("CONTACT OPNEMEN\n{when}Wijk: niet gezegd\nNiet voor uw team? ");
    assert!(content.starts_with(&begins), "{content}");
    // Whoever sees only the task knows when.
    let task = one(&register, "internetaken");
    assert_eq!(task["toelichting"], format!("{when}\nHet verzoek staat bij het klantcontact."));
}

#[test]
fn an_actor_that_is_there_is_used_and_not_made_again() {
    let register = Register::open();
    let deliveries = to(&register);
    for number in 1..=3 {
        let mut letter = bare();
        letter.reference = format!("WD-{number}");
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
            let letter = Letter { reference: format!("WD-{number}"), ..full() };
            runtime.spawn(async move { deliveries.deliver("arnhem", "nw", &letter).await })
        })
        .collect();
    for letter in on_their_way {
        assert_eq!(runtime.block_on(letter).expect("no panic"), Ok(()));
    }
    assert_eq!((register.kept("actoren").len(), register.kept("internetaken").len()), (1, 20));
}

#[test]
fn every_letter_fits() {
    for letter in letters() {
        let register = Register::open();
        let result = deliver(&to(&register), &letter);
        assert_eq!(result, Ok(()), "{:?}", register.refused());
        let contact = one(&register, "klantcontacten");
        let task = one(&register, "internetaken");
        let text = |of: &Value, field: &str| of[field].as_str().expect("a text").to_owned();
        let both = [text(&contact, "inhoud"), text(&task, "toelichting")];
        for text in &both {
            assert_eq!(text.contains("LET OP"), letter.content.discreet, "{text}");
        }
        // What does not stand there is told to stand elsewhere.
        let whole = both.concat();
        let answers = &letter.content.answers;
        let there =
            answers.iter().all(|told| whole.contains(told.answer.trim_matches(['\0', ' '])));
        assert!(there || whole.contains(&format!("balie show {REFERENCE}")), "{whole}");
    }
}

#[test]
fn a_text_of_two_parts_loses_no_word() {
    let register = Register::open();
    let mut letter = bare();
    let words: Vec<_> = (0..150).map(|number| format!("woord{number}")).collect();
    letter.content.story = words.join(" ");
    assert_eq!(deliver(&to(&register), &letter), Ok(()));
    let contact = one(&register, "klantcontacten");
    let task = one(&register, "internetaken");
    let both = format!("{} {}", contact["inhoud"], task["toelichting"]);
    assert!(both.contains("(Dit gaat verder in de toelichting van de taak.)"));
    assert!(!both.contains("balie show"));
    for word in words {
        let found = both.split(|mark: char| !mark.is_alphanumeric()).filter(|it| *it == word);
        assert_eq!(found.count(), 1, "{word}");
    }
}

#[test]
fn a_long_postal_address_stands_in_the_text_only() {
    let register = Register::open();
    let mut letter = full();
    letter.content.letter = "Lange Voorbeeldstraat ".repeat(5);
    assert_eq!(deliver(&to(&register), &letter), Ok(()));
    assert_eq!(register.kept("digitaleadressen").len(), 2);
    let contact = one(&register, "klantcontacten");
    assert!(contact["inhoud"].as_str().is_some_and(|it| it.contains("Lange Voorbeeldstraat")));
}

#[test]
fn an_address_that_the_register_would_refuse_is_kept_as_another_kind() {
    let register = Register::open();
    let mut letter = bare();
    letter.content.email = "andré@voorbeeld.example".to_owned();
    letter.content.phone = "112".to_owned();
    assert_eq!(deliver(&to(&register), &letter), Ok(()), "{:?}", register.refused());
    let kinds: Vec<_> = register.kept("digitaleadressen");
    assert!(kinds.iter().all(|it| it["soortDigitaalAdres"] == "overig"));
    assert_eq!(kinds.len(), 2);
}
