//! A quiet stop under load: what was taken gets its answer, what was kept is delivered.

use crate::desk::{House, TEAMS};
use crate::load::{Kept, Load, body};
use crate::raw;
use crate::receiver::Receiver;
use serde_json::Value;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// A request of which the desk has taken the head and asks for the rest.
struct Taken {
    key: String,
    team: &'static str,
    stream: TcpStream,
    body: String,
}

impl Taken {
    async fn by(address: &str, number: usize) -> Self {
        let (key, team) = (format!("taken-before-the-stop-{number}"), TEAMS[number % TEAMS.len()]);
        let body = body(&key, team).to_string();
        let mut stream = TcpStream::connect(address).await.expect("it listens");
        let head = format!(
            "POST /api/contact-requests HTTP/1.1\r\nhost: {address}\r\nexpect: 100-continue\r\n\
             content-type: application/json\r\nidempotency-key: {key}\r\n\
             content-length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).await.expect("it reads");
        assert_eq!(raw::read(&mut stream).await.expect("it goes on").status(), 100);
        Self { key, team, stream, body }
    }

    async fn finish(mut self) -> Kept {
        self.stream.write_all(self.body.as_bytes()).await.expect("it still reads");
        let answer = raw::read(&mut self.stream).await.expect("it still answers");
        assert_eq!(answer.status(), 201, "{answer:?}");
        let receipt: Value = serde_json::from_slice(&answer.body).expect("JSON");
        let reference = receipt["reference"].as_str().expect("a reference").to_owned();
        Kept { key: self.key, team: self.team, reference, attempts: 1 }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_quiet_stop_under_load_answers_what_it_took() {
    let seed: u64 = rand::random();
    println!("seed {seed}");
    let receiver = Receiver::open(seed, 0.0).await;
    let house = House::on_sqlite().deliver(&receiver.settings());
    let mut desk = house.open();
    let load = Load::start(8, seed, vec![desk.address.clone()]);
    let mut kept = Vec::new();
    for round in 0..4 {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let mut taken = Vec::new();
        for number in 0..10 {
            taken.push(Taken::by(&desk.address, 10 * round + number).await);
        }
        desk.terminate();
        while TcpStream::connect(&desk.address).await.is_ok() {
            tokio::task::yield_now().await;
        }
        for request in taken {
            kept.push(request.finish().await);
        }
        assert_eq!(desk.end().code(), Some(0));
        desk = house.open();
        load.moved(&desk.address);
    }
    kept.extend(load.end().await);
    receiver.holds_exactly(&kept, &house).await;
    assert_eq!(receiver.repeated(), 0, "it stopped half-way a delivery");
}
