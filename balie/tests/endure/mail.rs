//! A mail server that is away, comes back, and hangs up after it took a mail.

use crate::desk::{House, TEAMS, until};
use crate::load::{Kept, Load, body, client, post};
use crate::standins::mail::Mail;
use crate::standins::smtp::{Act, Encryption, Moment, Server, USER};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::time::Duration;

/// Each team has a mailbox of its own.
fn settings(server: &Server) -> Value {
    let route = |team: &str| json!({ "channel": "mail", "to": format!("{team}@example.nl") });
    let providers: Map<_, _> =
        TEAMS.map(|team| (team.to_owned(), route(team))).into_iter().collect();
    json!({
        "channels": { "mail": {
            "kind": "email", "server": "localhost", "port": server.port(), "user": USER,
            "password_env": "MAIL_SECRET", "from": "Wijkdeur <wijkdeur@example.nl>",
            "encryption": "implicit", "ca_file": server.folder().join("ca.pem"), "timeout_seconds": 1,
        } },
        "municipalities": { "voorbeeldstad": { "providers": providers } },
    })
}

/// Every mail, without those that came again; how many did.
fn distinct(server: &Server) -> (Vec<Mail>, usize) {
    let mut seen: HashMap<String, Mail> = HashMap::new();
    let mut first = Vec::new();
    let mails = server.mails();
    let all = mails.len();
    for mail in mails {
        let id = mail.header("Message-ID").expect("its name");
        match seen.get(&id) {
            Some(before) => assert_eq!((&before.to, before.text()), (&mail.to, mail.text())),
            None => {
                seen.insert(id, mail.clone());
                first.push(mail);
            }
        }
    }
    let repeated = all - first.len();
    (first, repeated)
}

/// All of these are there, each in the mailbox of its team, and nothing else is.
fn assert_all_there(mails: &[Mail], kept: &[Kept]) {
    let mut by_id: HashMap<String, &Mail> =
        mails.iter().map(|mail| (mail.header("Message-ID").expect("its name"), mail)).collect();
    for request in kept {
        let mail = by_id.remove(&format!("<{}@example.nl>", request.reference));
        let mail = mail.unwrap_or_else(|| panic!("lost: {request:?}"));
        assert_eq!(mail.to, [format!("{}@example.nl", request.team)]);
        assert!(mail.text().contains(&request.key), "{request:?} became {}", mail.text());
    }
    assert!(by_id.is_empty(), "never sent: {by_id:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waited_for_the_mail_server_arrives_in_order() {
    let server = Server::open(Encryption::Implicit);
    server.at(Moment::Greeting, Act::HangUp);
    let house = House::on_sqlite().deliver(&settings(&server));
    let mut desk = house.open();
    let http = client();
    let mut kept = Vec::new();
    for number in 0..36 {
        let (key, team) = (format!("one-after-another-{number:04}"), TEAMS[number % TEAMS.len()]);
        let answer = post(&http, &desk.address, &key, &body(&key, team)).await;
        let receipt: Value = answer.expect("an answer").json().await.expect("JSON");
        let reference = receipt["reference"].as_str().expect("a reference").to_owned();
        kept.push(Kept { key, team, reference, attempts: 1 });
        if number == 20 {
            desk.kill();
            desk = house.open();
        }
    }
    assert_eq!(house.undelivered(), kept.len());
    assert_eq!(server.mails().len(), 0);

    // It is back, and keeps each mail without saying so.
    server.recover();
    server.at(Moment::Text, Act::HangUp);
    until("some mail has arrived", async || server.mails().len() >= TEAMS.len()).await;
    server.recover();
    until("all is delivered", async || house.undelivered() == 0).await;

    let (mails, repeated) = distinct(&server);
    assert_all_there(&mails, &kept);
    assert!(repeated > 0, "nothing was put to the test");
    for team in TEAMS {
        let mailbox = format!("{team}@example.nl");
        let arrived = mails.iter().filter(|mail| mail.to == [mailbox.as_str()]);
        let arrived: Vec<_> = arrived.map(|mail| mail.header("Message-ID")).collect();
        let sent = kept.iter().filter(|request| request.team == team);
        let sent: Vec<_> =
            sent.map(|request| Some(format!("<{}@example.nl>", request.reference))).collect();
        assert_eq!(arrived, sent, "{team} got them in another order");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_it_mails_the_desk_repeats_but_loses_nothing() {
    let seed: u64 = rand::random();
    println!("seed {seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let server = Server::open(Encryption::Implicit);
    let house = House::on_sqlite().deliver(&settings(&server));
    let mut desk = house.open();
    let load = Load::start(4, seed, vec![desk.address.clone()]);
    for _ in 0..8 {
        tokio::time::sleep(Duration::from_millis(random.random_range(100..600))).await;
        desk.kill();
        desk = house.open();
        load.moved(&desk.address);
    }
    let kept = load.end().await;
    until("all is delivered", async || house.undelivered() == 0).await;
    let (mails, repeated) = distinct(&server);
    println!("{} mails, and {repeated} of them again", mails.len());
    assert_all_there(&mails, &kept);
}
