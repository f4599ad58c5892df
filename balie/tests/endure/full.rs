//! The disk is full, and then there is room again.

use crate::desk::{Desk, House, until};
use crate::load::{Kept, body, client, post};
use crate::receiver::Receiver;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// So many bytes there are at first.
const ROOM: &str = "3145728";
const MORE_ROOM: &str = "67108864";

fn does(command: &str, arguments: &[&str]) -> bool {
    let done = Command::new(command).args(arguments).output().expect("it starts");
    done.status.success()
}

/// A small filesystem, for who may mount one.
struct Mounted(PathBuf);

impl Mounted {
    fn at(place: PathBuf) -> Option<Self> {
        std::fs::create_dir(&place).expect("a directory");
        let size = format!("size={ROOM}");
        let at = place.display().to_string();
        does("mount", &["-t", "tmpfs", "-o", &size, "wijkdeur", &at]).then_some(Self(place))
    }

    fn grow(&self) {
        let (size, at) = (format!("remount,size={MORE_ROOM}"), self.0.display().to_string());
        assert!(does("mount", &["-o", &size, &at]));
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        does("umount", &["--lazy", &self.0.display().to_string()]);
    }
}

/// A desk whose files may not become larger than there is room for.
fn limited(house: House) -> House {
    let limit = format!("trap '' XFSZ; exec prlimit --fsize={ROOM}: \"$@\"");
    house.under(&["sh", "-c", &limit, "sh"])
}

fn lift(desk: &Desk) {
    let pid = desk.process().to_string();
    assert!(does("prlimit", &["--pid", &pid, &format!("--fsize={MORE_ROOM}:")]));
}

fn long(key: &str) -> Value {
    let mut body = body(key, "wijkteam-zuid");
    body["story"] = json!(format!("Verhaal {key} {}", "is lang ".repeat(600)));
    body
}

/// Sends it once: kept, or refused in the way that lets a browser try again.
async fn send(http: &reqwest::Client, desk: &Desk, key: &str) -> Option<Kept> {
    let answer = post(http, &desk.address, key, &long(key)).await.expect("an answer");
    if answer.status() != 201 {
        assert_eq!(answer.status(), 503);
        assert!(answer.headers().contains_key("retry-after"));
        assert_eq!(answer.headers()["content-type"], "application/problem+json");
        return None;
    }
    let receipt: Value = answer.json().await.expect("JSON");
    let reference = receipt["reference"].as_str().expect("a reference").to_owned();
    Some(Kept { key: key.to_owned(), team: "wijkteam-zuid", reference, attempts: 1 })
}

async fn endures(house: House, make_room: impl Fn(&Desk)) -> House {
    let receiver = Receiver::open(1, 0.0).await;
    // Nothing is delivered until the disk is full.
    receiver.think(Duration::from_secs(3600));
    let house = house.deliver(&receiver.settings());
    let mut desk = house.open();
    let http = client();
    let (mut kept, mut refused) = (Vec::new(), Vec::new());
    // Some may still fit in what a write before them left.
    while refused.len() < 20 {
        let key = format!("until-it-is-full-{:06}", kept.len() + refused.len());
        match send(&http, &desk, &key).await {
            Some(request) => kept.push(request),
            None => refused.push(key),
        }
        assert!(kept.len() < 20_000, "it never gets full");
    }
    assert!(desk.lives());
    let healthy = format!("http://{}/healthz", desk.address);
    assert_eq!(http.get(healthy).send().await.expect("an answer").status(), 200);
    println!("{} were kept when it was full", kept.len());

    let ready = format!("http://{}/readyz", desk.address);
    assert_eq!(http.get(ready).send().await.expect("an answer").status(), 503);
    let again = send(&http, &desk, &kept[0].key).await.expect("it is kept, and that is said");
    assert_eq!(again.reference, kept[0].reference);
    // A desk that begins on the full disk, with all of it to be delivered.
    desk.kill();
    desk = house.open();
    receiver.think(Duration::ZERO);
    tokio::time::sleep(Duration::from_secs(15)).await;
    let (calls, most) = receiver.calls();
    println!("{calls} calls came while the disk was full, at most {most} for one request");
    assert!(most <= 1, "{most}: nothing goes out that cannot be recorded");

    make_room(&desk);
    for key in refused {
        let fits = async || {
            let request = send(&http, &desk, &key).await;
            kept.extend(request);
            kept.last().is_some_and(|last| last.key == key)
        };
        until("there is room again", fits).await;
    }
    receiver.holds_exactly(&kept, &house).await;
    assert!(desk.lives());
    house
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_full_disk_it_says_so_and_loses_nothing() {
    let house = House::on_sqlite();
    let Some(disk) = Mounted::at(house.file("disk")) else {
        // Who may not mount has the other kind of fullness only.
        endures(limited(house), lift).await;
        return;
    };
    let database = format!("sqlite://{}", house.file("disk/desk.sqlite").display());
    let house = endures(house.at(database), |_| disk.grow()).await;
    // First the disk goes, then the directory that it was in.
    drop(disk);
    drop(house);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_a_file_that_may_not_grow_it_says_so_and_loses_nothing() {
    endures(limited(House::on_sqlite()), lift).await;
}
