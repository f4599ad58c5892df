//! `balie check`: what it looks at, and that it leaves nothing behind unless it is told to.

use crate::standins::openklant::{Register, TOKEN};
use crate::standins::smtp::{Encryption, PASSWORD, Server, USER};
use crate::standins::webhook::{Receiver, SECRET};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A published app of one municipality, and a file that says who receives what.
struct House {
    place: TempDir,
    deliver: Value,
}

impl House {
    fn new(mail: &Server, register: &Register, hook: &Receiver) -> Self {
        let place = tempfile::tempdir().expect("a place");
        let taker = |id| json!({ "id": id, "name": format!("Het {id}"), "municipal": true });
        let town = json!({
            "slug": "zomerstad", "name": "Zomerstad", "demonstration": false, "working_days": 3,
            "entrance": "balie", "receivers": [taker("balie"), taker("wijkteam"), taker("oost")],
        });
        let data = place.path().join("dist");
        fs::create_dir(&data).expect("a folder");
        fs::write(data.join("index.html"), "<!doctype html>").expect("a page");
        fs::write(data.join("desk.json"), json!([town]).to_string()).expect("a town");
        let deliver = json!({
            "channels": {
                "mail": {
                    "kind": "email", "server": "localhost", "port": mail.port(), "user": USER,
                    "password_env": "PASSWORD", "from": "a@gemeente.example",
                    "ca_file": mail.folder().join("ca.pem"),
                },
                "register": { "kind": "open-klant", "url": register.url(), "token_env": "TOKEN" },
                "hook": { "kind": "webhook", "secret_env": "SECRET" },
            },
            "municipalities": { "zomerstad": {
                "default": { "channel": "mail", "to": "team@gemeente.example" },
                "providers": {
                    "wijkteam": { "channel": "register", "actor": { "name": "Team", "id": "team" } },
                    "oost": { "channel": "hook", "url": hook.url() },
                },
            }},
        });
        Self { place, deliver }
    }

    /// Exit code, lines and complaints.
    fn check(&self, more: &[&str]) -> (i32, String, String) {
        let file = |name: &str| self.place.path().join(name);
        fs::write(file("deliver.json"), self.deliver.to_string()).expect("a file");
        let output = Command::new(env!("CARGO_BIN_EXE_balie"))
            .current_dir(self.place.path())
            .args(["check", "--data", "dist", "--deliver", "deliver.json"])
            .args(more)
            .env_remove("BALIE_DB")
            .envs([("PASSWORD", PASSWORD), ("TOKEN", TOKEN), ("SECRET", SECRET)])
            .output()
            .expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("text");
        (output.status.code().expect("a code"), text(output.stdout), text(output.stderr))
    }

    fn has(&self, name: &str) -> bool {
        Path::new(&self.place.path().join(name)).exists()
    }
}

#[test]
fn it_looks_at_everything_and_leaves_nothing() {
    let (mail, register, hook) =
        (Server::open(Encryption::Implicit), Register::open(), Receiver::open());
    let house = House::new(&mail, &register, &hook);
    let (code, told, why) = house.check(&[]);
    assert_eq!((code, why.as_str()), (0, ""), "{told}");
    for what in [
        "right  --data: an app is published in dist",
        "right  --db: balie.db and its key are made at the first start",
        "right  desk.json: takes requests: zomerstad",
        "right  --deliver: it fits what is published",
        "right  zomerstad over mail: the mail server lets the desk in",
        "right  zomerstad/wijkteam over register: Open Klant answers and takes the token; the first \
         request makes the actor \"Team\"",
        "right  zomerstad/oost over hook: a server answers there",
    ] {
        assert!(told.contains(what), "{what} is not in\n{told}");
    }
    assert!(!house.has("balie.db") && !house.has("balie.key"));
    assert!(mail.mails().is_empty() && hook.letters().is_empty());
    assert_eq!(register.writes(), 0);
}

#[test]
fn everything_that_is_wrong_is_told_in_one_run() {
    let (mail, register, hook) =
        (Server::open(Encryption::Implicit), Register::open(), Receiver::open());
    let mut house = House::new(&mail, &register, &hook);
    house.deliver["channels"]["mail"]["port"] = json!(1);
    house.deliver["channels"]["register"]["url"] = json!("http://127.0.0.1:1/api/v1");
    house.deliver["municipalities"]["zwole"] =
        json!({ "default": { "channel": "mail", "to": "a@b.example" } });
    let (code, told, why) = house.check(&["--db", "sqlite://dist/balie.db"]);
    assert_eq!(code, 1);
    for what in [
        "WRONG  --data: dist/balie.db lies in dist",
        "WRONG  --deliver: where requests go does not fit",
        "no municipality \"zwole\"",
        "WRONG  zomerstad over mail: the mail server cannot be reached",
        "WRONG  zomerstad/wijkteam over register: ",
        "right  zomerstad/oost over hook",
    ] {
        assert!(told.contains(what), "{what} is not in\n{told}");
    }
    assert!(why.contains("5 things are wrong"), "{why}");

    // A channel that is wrong hides no name.
    house.deliver["channels"]["hook"]["kind"] = json!("fax");
    let (_, told, _) = house.check(&[]);
    for what in ["\"fax\" is no kind of channel", "no municipality \"zwole\""] {
        assert!(told.contains(what), "{what} is not in\n{told}");
    }
}

#[test]
fn a_test_message_is_marked_and_says_what_it_left() {
    let (mail, register, hook) =
        (Server::open(Encryption::Implicit), Register::open(), Receiver::open());
    let house = House::new(&mail, &register, &hook);
    let (code, told, why) = house.check(&["--send"]);
    assert_eq!((code, why.as_str()), (0, ""), "{told}");
    assert_eq!(told.matches("was sent, and left").count(), 3, "{told}");
    for left in ["a mail in that mailbox", "a klantcontact", "whatever the receiver makes"] {
        assert!(told.contains(left), "{left} is not in\n{told}");
    }
    let mails = mail.mails();
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text().contains("Niemand vraagt om hulp"));
    let letters = hook.letters();
    let letter = letters.values().next().expect("one");
    assert_eq!(letter["content"]["name"], "PROEFBERICHT");
    assert_eq!(register.kept("internetaken").len(), 1);
}

#[test]
fn of_a_register_it_tells_whether_the_actor_is_there() {
    let (mail, register, hook) =
        (Server::open(Encryption::Implicit), Register::open(), Receiver::open());
    let house = House::new(&mail, &register, &hook);
    let codes = ["afd", "obj", "idf"];
    register.keep(
        "actoren",
        json!({ "indicatieActief": true, "actoridentificator": {
            "objectId": "team", "codeObjecttype": codes[0], "codeRegister": codes[1],
            "codeSoortObjectId": codes[2],
        } }),
    );
    let told = house.check(&[]).1;
    assert!(told.contains("takes the token and has the actor \"Team\""), "{told}");
    register.change("actoren", |actor| actor["indicatieActief"] = json!(false));
    let (code, told, why) = house.check(&[]);
    assert!(code != 0 && (told + &why).contains("the actor \"Team\" is not active"));
    assert_eq!(register.writes(), 0);
}
