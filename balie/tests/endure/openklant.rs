//! A register whose answers get lost between calls, that does things late, that is asked by two
//! desks at once, or that cannot check a request for now.

use crate::desk::{House, TEAMS, until};
use crate::load::{Load, body, client, post};
use crate::postgres::Server;
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
    before_anybody_delivers(&house).await;

    let register = Register::open();
    let house = house.deliver(&settings(&register));
    let desk = house.open();
    until("all is delivered", async || house.undelivered() == 0).await;
    desk.kill();
    assert_eq!(register.counts()["internetaken"], TEAMS.len());
    assert_eq!(register.counts()["actoren"], 1);
}

/// One request for each team.
async fn before_anybody_delivers(house: &House) {
    let desk = house.open();
    let http = client();
    for team in TEAMS {
        let key = format!("before-anybody-delivers-{team}");
        let answer = post(&http, &desk.address, &key, &body(&key, team)).await;
        assert_eq!(answer.expect("an answer").status(), 201);
    }
    desk.kill();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_desks_that_begin_at_once_use_one_actor() {
    let register = Register::open();
    // Long enough for both to look before either makes it; most often they do.
    register.look_up_together(Duration::from_millis(1_200));
    let house = House::on(Server::shared().await.database().await).deliver(&settings(&register));
    let (one, other) = (house.open(), house.open());
    let http = client();
    let send = async |desk: &str, team| {
        let key = format!("to-a-new-team-{team}");
        let answer = post(&http, desk, &key, &body(&key, team)).await;
        assert_eq!(answer.expect("an answer").status(), 201);
    };
    tokio::join!(send(&one.address, TEAMS[0]), send(&other.address, TEAMS[1]));
    until("all is delivered", async || house.undelivered() == 0).await;
    one.kill();
    other.kill();
    println!("{} actors", register.counts()["actoren"]);
    let oldest = &register.kept("actoren")[0]["uuid"];
    let tasks = register.kept("internetaken");
    assert_eq!(tasks.len(), 2);
    for task in tasks {
        assert_eq!(task["toegewezenAanActoren"], json!([{ "uuid": oldest }]));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_done_after_the_desk_gave_up_is_there_once() {
    let seed: u64 = rand::random();
    println!("seed {seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let register = Register::open();
    let house = House::on_sqlite().deliver(&settings(&register));
    let desk = house.open();
    let load = Load::start(2, seed, vec![desk.address.clone()]);
    // A delivery may take three seconds here, and the next try comes at most three later.
    let late = Duration::from_secs(10);
    until("somebody receives", async || register.writes() > 3).await;
    for _ in 0..8 {
        register.at_write(random.random_range(0..3), Act::DoLate(late));
        tokio::time::sleep(Duration::from_millis(random.random_range(300..900))).await;
    }
    let kept = load.end().await;
    until("all is delivered", async || house.undelivered() == 0).await;
    until("all is done", async || register.late() == 0).await;
    desk.kill();

    let all = kept.len();
    println!("{all} kept, {} writes, {:?}", register.writes(), register.counts());
    for kind in ["klantcontacten", "betrokkenen", "onderwerpobjecten", "internetaken"] {
        assert_eq!(register.counts()[kind], all, "{kind}");
    }
    // An address has no number: a late one may be there twice, which nobody is called for.
    let addresses = register.kept("digitaleadressen");
    let of: BTreeSet<_> =
        addresses.iter().map(|it| it["verstrektDoorBetrokkene"]["uuid"].to_string()).collect();
    assert_eq!(of.len(), all);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_register_that_cannot_check_a_kanaal_for_now_buries_nothing() {
    let house = House::on_sqlite();
    before_anybody_delivers(&house).await;
    let register = Register::open();
    register.check_kanaal(Err(()));
    let house = house.deliver(&settings(&register));
    let desk = house.open();
    until("each was tried", async || register.refused().len() > 2 * TEAMS.len()).await;
    assert!(!house.ask(&["list", "--state", "dead"]).contains("WD-"));
    register.check_kanaal(Ok(&["wijkdeur"]));
    until("all is delivered", async || house.undelivered() == 0).await;
    desk.kill();
    assert_eq!(register.counts()["internetaken"], TEAMS.len());
}
