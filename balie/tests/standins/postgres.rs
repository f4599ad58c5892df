//! A PostgreSQL server of the tests' own: real, empty, and gone when they are.
//!
//! The server belongs to a small shell that waits for its input to end. When the test
//! program ends, in whatever way, so does that input, and the shell stops the server and
//! removes its files. PostgreSQL refuses root, so for root it runs as the user that its
//! Debian package makes. It speaks through a socket in its own directory: no port to take.

use sqlx::{Connection, Executor, PgConnection};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tempfile::TempDir;

const MISSING: &str = "PostgreSQL's server is missing. Run tools/setup.sh, or install it \
     ('apt-get install postgresql'); initdb must be in the path or in /usr/lib/postgresql.";

/// Keeps the server going until its input ends (then it stops and cleans up), or until a
/// signal is named there.
const KEEPER: &str = r#"
trap '' INT TERM HUP
place=$1
shift
"$@" >"$place/log" 2>&1 &
server=$!
read -r signal
kill -"${signal:-INT}" $server
wait $server
[ -n "$signal" ] || rm -rf "$place"
"#;

/// How long a server may take to start.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that runs.
pub struct Server {
    place: PathBuf,
    programs: PathBuf,
    keeper: Option<Child>,
    databases: AtomicU32,
}

impl Server {
    /// The one that the tests of a program share. It is never stopped by hand.
    pub async fn shared() -> &'static Self {
        static SHARED: OnceLock<Server> = OnceLock::new();
        let server = SHARED.get_or_init(Self::start);
        server.ready().await;
        server
    }

    /// One for a test that stops it.
    pub async fn own() -> Self {
        let server = Self::start();
        server.ready().await;
        server
    }

    fn start() -> Self {
        let programs = programs().expect(MISSING);
        // The keeper removes it: a value that lives as long as the program is never dropped.
        let place = TempDir::with_prefix("wijkdeur-pg-").expect("a place").keep();
        if is_root() {
            run(Command::new("chown").arg("postgres").arg(&place));
        }
        run(as_postgres(&programs.join("initdb"))
            .args(["--auth=trust", "--username=wijkdeur", "--encoding=UTF8", "--locale=C"])
            .args(["--no-instructions", "--pgdata"])
            .arg(place.join("data")));
        let mut server = Self { place, programs, keeper: None, databases: AtomicU32::new(0) };
        server.launch();
        server
    }

    fn launch(&mut self) {
        let server = as_postgres(&self.programs.join("postgres"));
        let mut keeper = Command::new("sh");
        keeper.args(["-c", KEEPER, "keeper"]).arg(&self.place);
        keeper.arg(server.get_program()).args(server.get_args());
        keeper.arg("-D").arg(self.place.join("data")).arg("-k").arg(&self.place);
        // What is answered is on disk: that is what these tests are about.
        for setting in [
            "listen_addresses=",
            "fsync=on",
            "synchronous_commit=on",
            "max_connections=100",
            "shared_buffers=32MB",
        ] {
            keeper.args(["-c", setting]);
        }
        let keeper = keeper.current_dir("/").stdin(Stdio::piped()).spawn().expect("a shell");
        self.keeper = Some(keeper);
    }

    /// Waits until it answers.
    async fn ready(&self) {
        let url = self.url("postgres");
        let answered = async {
            while let Err(why) = PgConnection::connect(&url).await {
                let log = std::fs::read_to_string(self.place.join("log")).unwrap_or_default();
                assert!(!log.contains("FATAL:  could not"), "PostgreSQL: {why}\n{log}");
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(PATIENCE, answered).await.expect("PostgreSQL starts in a minute");
    }

    fn url(&self, database: &str) -> String {
        let place = self.place.display().to_string().replace('/', "%2F");
        format!("postgres://wijkdeur@{place}/{database}")
    }

    /// A new, empty database: its address.
    pub async fn database(&self) -> String {
        let name = format!("test{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let mut connection = PgConnection::connect(&self.url("postgres")).await.expect("it runs");
        let create = format!("CREATE DATABASE {name}");
        connection.execute(sqlx::AssertSqlSafe(create)).await.expect("a database");
        self.url(&name)
    }

    /// Stops it without a goodbye, as a machine that loses its power.
    pub fn crash(&mut self) {
        let mut keeper = self.keeper.take().expect("it runs");
        let mut input = keeper.stdin.take().expect("its input");
        input.write_all(b"QUIT\n").expect("it reads");
        keeper.wait().expect("it ends");
    }

    /// Starts it again on what it had.
    pub async fn rise(&mut self) {
        self.launch();
        self.ready().await;
    }

    /// Everything it wrote: its databases, what it would replay, and its log.
    pub fn files(&self) -> Vec<PathBuf> {
        files_in(&self.place)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        match self.keeper.take() {
            Some(mut keeper) => {
                drop(keeper.stdin.take());
                keeper.wait().ok();
            }
            None => drop(std::fs::remove_dir_all(&self.place)),
        }
    }
}

fn files_in(place: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(place).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.extend(files_in(&entry.path())),
            _ => found.push(entry.path()),
        }
    }
    found
}

/// Where the programs of the newest server are.
fn programs() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let version = |place: &Path| {
        let number = place.parent()?.file_name()?.to_str()?.parse::<f32>().ok()?;
        Some((number * 10.0) as u32)
    };
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut debian: Vec<PathBuf> = versions.map(|entry| entry.path().join("bin")).collect();
    debian.sort_by_key(|place| std::cmp::Reverse(version(place)));
    let has_both =
        |place: &PathBuf| place.join("initdb").is_file() && place.join("postgres").is_file();
    std::env::split_paths(&path).chain(debian).find(has_both)
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().expect("id");
    id.stdout.trim_ascii() == b"0"
}

/// A program, run as somebody whom PostgreSQL does not refuse.
fn as_postgres(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]).arg(program);
    command
}

fn run(command: &mut Command) {
    let done = command.current_dir("/").output().expect("it starts");
    let complaint = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{command:?}: {complaint}");
}
