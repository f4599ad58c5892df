//! A register without keys against doubles, whose answers get lost between calls.

use crate::desk::{House, TEAMS, until};
use crate::load::{Load, body, client, post};
use crate::standins::openklant::{Act, Register};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// Everybody receives as the same actor: the queues are worked on side by side.
fn settings(register: &Register) -> Value {
    let actor = json!({ "name": "Wijkteams", "id": "wijkteams" });
    json!({
        "channels": { "register": {
            "kind": "open-klant", "url": register.url(), "token_env": "REGISTER_SECRET",
            "timeout_seconds": 5,
        } },
        "municipalities": {
            "voorbeeldstad": { "default": { "channel": "register", "actor": actor } },
        },
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_everything_exactly_one_is_there_however_answers_get_lost() {
    let seed: u64 = rand::random();
    println!("seed {seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let register = Register::open();
    let house = House::on_sqlite().deliver(&settings(&register));
    let mut desk = house.open();
    let load = Load::start(2, seed, vec![desk.address.clone()]);
    for round in 0..20 {
        // Lost is the answer to one of the next writes: of a contact, an address or a task.
        register.at_write(random.random_range(0..3), Act::DoAndHangUp);
        tokio::time::sleep(Duration::from_millis(random.random_range(20..200))).await;
        if round % 5 == 4 {
            desk.kill();
            desk = house.open();
            load.moved(&desk.address);
        }
    }
    let kept = load.end().await;
    until("all is delivered", async || house.undelivered() == 0).await;
    println!("{} kept, {} writes", kept.len(), register.writes());

    let all = kept.len();
    let kinds =
        ["betrokkenen", "digitaleadressen", "internetaken", "klantcontacten", "onderwerpobjecten"];
    let mut whole: BTreeMap<&str, usize> = kinds.into_iter().map(|kind| (kind, all)).collect();
    whole.insert("actoren", 1);
    assert_eq!(register.counts(), whole);
    let objects = register.kept("onderwerpobjecten");
    let told =
        |it: &Value| it["onderwerpobjectidentificator"]["objectId"].as_str().map(str::to_owned);
    let there: BTreeSet<_> = objects.iter().filter_map(told).collect();
    assert_eq!(there, kept.into_iter().map(|request| request.reference).collect());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn queues_that_begin_at_once_make_one_actor() {
    let house = House::on_sqlite();
    let desk = house.open();
    let http = client();
    for team in TEAMS {
        let key = format!("before-anybody-delivers-{team}");
        let answer = post(&http, &desk.address, &key, &body(&key, team)).await;
        assert_eq!(answer.expect("an answer").status(), 201);
    }
    desk.kill();

    let register = Register::open();
    let house = house.deliver(&settings(&register));
    let desk = house.open();
    until("all is delivered", async || house.undelivered() == 0).await;
    desk.kill();
    assert_eq!(register.counts()["internetaken"], TEAMS.len());
    assert_eq!(register.counts()["actoren"], 1);
}
