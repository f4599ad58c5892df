//! The database goes and comes back while the desk stays open.

use crate::desk::{House, until};
use crate::load::{Load, body, client, post};
use crate::postgres::Server;
use crate::receiver::Receiver;
use serde_json::Value;
use std::process::Command;

/// A key, as it may stand in the environment.
const KEY: &str = "5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_its_database_the_desk_says_so_and_recovers_by_itself() {
    let seed: u64 = rand::random();
    println!("seed {seed}");
    let mut server = Server::own().await;
    let receiver = Receiver::open(seed, 0.01).await;
    let house = House::on(server.database().await).deliver(&receiver.settings());
    let mut desk = house.open();
    let http = client();
    let health = async |path: &str| {
        let url = format!("http://{}{path}", desk.address);
        http.get(url).send().await.expect("it answers").status().as_u16()
    };
    assert_eq!(health("/readyz").await, 200);
    let load = Load::start(4, seed, vec![desk.address.clone()]);

    for _ in 0..2 {
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        server.crash();
        until("it says that it is not ready", async || health("/readyz").await == 503).await;
        assert_eq!(health("/healthz").await, 200);
        let key = "while-it-was-away";
        let answer = post(&http, &desk.address, key, &body(key, "wijkteam-west")).await;
        let answer = answer.expect("an answer");
        assert_eq!(answer.status(), 503);
        assert!(answer.headers().contains_key("retry-after"));
        assert_eq!(answer.headers()["content-type"], "application/problem+json");
        let problem: Value = answer.json().await.expect("JSON");
        assert_eq!(problem["status"], 503);

        server.rise().await;
        until("it is ready again", async || health("/readyz").await == 200).await;
    }

    let kept = load.end().await;
    receiver.holds_exactly(&kept, &house).await;
    assert!(desk.lives());
}

#[test]
fn the_password_of_the_database_is_told_to_nobody() {
    let house = House::on_sqlite();
    let data = house.file("dist").display().to_string();
    let database = "postgres://wijkdeur:een-geheim-woord@127.0.0.1:1/wijkdeur";
    let serve = ["serve", "--data", &data, "--port", "0", "--db", database];
    for (arguments, key) in
        [(&serve[..], ""), (&serve[..], KEY), (&["list", "--db", database], KEY)]
    {
        let told = Command::new(env!("CARGO_BIN_EXE_balie"))
            .args(arguments)
            .env("BALIE_KEY", key)
            .output()
            .expect("it starts");
        let said = [told.stdout, told.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert_eq!(told.status.code(), Some(1), "{said}");
        assert!(!said.contains("een-geheim-woord"), "{said}");
    }
}
