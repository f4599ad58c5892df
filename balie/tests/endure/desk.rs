//! The real program, started, killed and started again on the same database.

use crate::standins::{openklant, smtp};
use std::fs::Permissions;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long anything that must happen may take. Far longer than it does: nothing here
/// measures speed.
pub const PATIENCE: Duration = Duration::from_secs(180);

/// Who takes requests in these tests.
pub const TEAMS: [&str; 3] = ["wijkteam-noord", "wijkteam-zuid", "wijkteam-west"];

const KEYS: &str = "house.key";

/// How many references stand at the beginning of a line.
fn references(list: &str) -> usize {
    list.lines().filter(|line| line.starts_with("WD-")).count()
}

/// Everything that one desk needs, in a directory of its own.
pub struct House {
    place: TempDir,
    /// The address of its database.
    pub database: String,
    more: Vec<String>,
    under: Vec<String>,
}

impl House {
    /// A published app of one page, a municipality with three teams, and an SQLite file.
    pub fn on_sqlite() -> Self {
        let place = TempDir::with_prefix("wijkdeur-").expect("a place");
        let database = format!("sqlite://{}", place.path().join("desk.sqlite").display());
        Self::new(place, database)
    }

    /// The same, with its records in this database.
    pub fn on(database: String) -> Self {
        Self::new(TempDir::with_prefix("wijkdeur-").expect("a place"), database)
    }

    fn new(place: TempDir, database: String) -> Self {
        let data = place.path().join("dist");
        std::fs::create_dir(&data).expect("a directory");
        std::fs::write(data.join("index.html"), "<!doctype html><title>Wijkdeur</title>")
            .expect("a page");
        let receivers = TEAMS.map(
            |id| serde_json::json!({ "id": id, "name": format!("Het {id}"), "municipal": true }),
        );
        let towns = serde_json::json!([{
            "slug": "voorbeeldstad", "name": "Voorbeeldstad", "demonstration": true,
            "working_days": 3, "entrance": TEAMS[0], "receivers": receivers,
        }]);
        std::fs::write(data.join("desk.json"), towns.to_string()).expect("desk.json");
        let keys = place.path().join(KEYS);
        std::fs::write(&keys, "5eed".repeat(16)).expect("a key");
        std::fs::set_permissions(&keys, Permissions::from_mode(0o600)).expect("its owner's");
        let more = "--limit-per-minute 0 --limit-overall 0 --deliver-within 3";
        let more = more.split(' ');
        Self { place, database, more: more.map(str::to_owned).collect(), under: Vec::new() }
    }

    /// A file of this house.
    pub fn file(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// The desk delivers as this file says.
    pub fn deliver(mut self, settings: &serde_json::Value) -> Self {
        let file = self.file("deliver.json");
        std::fs::write(&file, settings.to_string()).expect("its settings");
        self.more.extend(["--deliver".to_owned(), file.display().to_string()]);
        self
    }

    /// Its records are here.
    pub fn at(mut self, database: String) -> Self {
        self.database = database;
        self
    }

    /// The desk is started by this command.
    pub fn under(mut self, command: &[&str]) -> Self {
        self.under = command.iter().map(|&part| part.to_owned()).collect();
        self
    }

    /// Opens a desk here.
    pub fn open(&self) -> Desk {
        let complaints = std::fs::File::options()
            .create(true)
            .append(true)
            .open(self.file("complaints"))
            .expect("a file");
        let words = self.under.iter().map(String::as_str).chain([env!("CARGO_BIN_EXE_balie")]);
        let words: Vec<&str> = words.collect();
        let mut command = Command::new(words[0]);
        command
            .args(&words[1..])
            .env("HOOK_SECRET", "for the webhook of these tests only")
            .env("MAIL_SECRET", smtp::PASSWORD)
            .env("REGISTER_SECRET", openklant::TOKEN)
            .args(["serve", "--port", "0", "--data"])
            .arg(self.file("dist"))
            .args(["--db", &self.database, "--key-file"])
            .arg(self.file(KEYS))
            .args(&self.more)
            .stdout(Stdio::piped())
            .stderr(complaints);
        let mut process = command.spawn().expect("it starts");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("its output"))
            .read_line(&mut line)
            .expect("a line");
        let address = line.trim().strip_prefix("http://").map(str::to_owned);
        let complaints = self.file("complaints");
        let address = address.unwrap_or_else(|| {
            process.wait().ok();
            panic!("it did not open:\n{}", read(&complaints))
        });
        Desk { process, address, complaints }
    }

    /// How many requests it keeps.
    pub fn count(&self) -> usize {
        references(&self.ask(&["list"]))
    }

    /// How many of them are not delivered, for now or for good.
    pub fn undelivered(&self) -> usize {
        let of = |state| references(&self.ask(&["list", "--state", state]));
        of("waiting") + of("dead")
    }

    /// What a command for whoever looks after it prints, on the same database.
    pub fn ask(&self, command: &[&str]) -> String {
        let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_balie"))
            .args(command)
            .args(["--db", &self.database, "--key-file"])
            .arg(self.file(KEYS))
            .output()
            .expect("it starts");
        assert!(status.success(), "{command:?}: {}", String::from_utf8_lossy(&stderr));
        String::from_utf8(stdout).expect("text")
    }
}

/// A desk that runs; killed when it is dropped.
pub struct Desk {
    process: Child,
    /// Its host and port.
    pub address: String,
    complaints: PathBuf,
}

impl Desk {
    /// The power goes: no goodbye, nothing flushed.
    pub fn kill(mut self) {
        self.process.kill().expect("it runs");
        self.process.wait().expect("it ends");
    }

    /// Asks it to stop.
    pub fn terminate(&self) {
        let id = self.process.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status().expect("kill");
        assert!(sent.success());
    }

    /// Waits until it has stopped.
    pub fn end(mut self) -> ExitStatus {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.process.try_wait().expect("its state") {
                return status;
            }
            assert!(Instant::now() < until, "it does not stop");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Whether it still runs.
    pub fn lives(&mut self) -> bool {
        self.process.try_wait().expect("its state").is_none()
    }

    /// Its number among the processes of this machine.
    pub fn process(&self) -> u32 {
        self.process.id()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
        if std::thread::panicking() {
            eprintln!("What the desk complained of:\n{}", read(&self.complaints));
        }
    }
}

/// The last of what a file says.
fn read(path: &Path) -> String {
    let mut text = String::new();
    std::fs::File::open(path).and_then(|mut file| file.read_to_string(&mut text)).ok();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(20)..].join("\n")
}

/// Waits until something is so.
pub async fn until(what: &str, mut so: impl AsyncFnMut() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !so().await {
        assert!(Instant::now() < end, "still not: {what}");
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}
