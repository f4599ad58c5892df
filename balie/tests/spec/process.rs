//! The real program: what it prints, how it refuses, how it stops.

use crate::open_desk::TOWNS;
use crate::site::{LARGE, LARGE_SIZE, Site};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdout, Command, Output, Stdio};

fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_balie"));
    for variable in ["BALIE_FRAME_ANCESTORS", "BALIE_DB", "BALIE_KEY", "BALIE_OLD_KEYS"] {
        program.env_remove(variable);
    }
    program
}

pub fn run(arguments: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = program().args(arguments).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (status.code().expect("a code"), text(stdout), text(stderr))
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path of plain text")
}

struct Desk {
    process: Child,
    output: BufReader<ChildStdout>,
    complaints: ChildStderr,
    address: String,
}

impl Desk {
    fn open(site: &Site, variable: &str) -> Self {
        Self::start(site, "sqlite::memory:", variable)
    }

    fn start(site: &Site, store: &str, variable: &str) -> Self {
        let mut process = program()
            .args(["serve", "--db", store, "--port", "0", "--data"])
            .arg(site.data())
            .env("BALIE_FRAME_ANCESTORS", variable)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut output = BufReader::new(process.stdout.take().expect("its output"));
        let complaints = process.stderr.take().expect("its complaints");
        let mut line = String::new();
        output.read_line(&mut line).expect("a line");
        let address = line
            .strip_prefix("http://")
            .and_then(|line| line.strip_suffix('\n'))
            .expect(&line)
            .to_owned();
        Self { process, output, complaints, address }
    }

    fn ask(&self, path: &str) -> TcpStream {
        let mut connection = TcpStream::connect(&self.address).expect("it listens");
        write!(connection, "GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
            .expect("it reads");
        connection
    }

    fn get(&self, path: &str) -> String {
        let mut answer = String::new();
        self.ask(path).read_to_string(&mut answer).expect("text");
        answer
    }

    fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.process.id());
        let sent = Command::new("sh").args(["-c", &kill]).status();
        assert!(sent.expect("a shell").success());
    }

    /// Waits for the end: exit code, what else it printed, what it complained of.
    fn end(mut self) -> (Option<i32>, String, String) {
        let code = self.process.wait().expect("it ends").code();
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).expect("text");
        let mut complaints = String::new();
        self.complaints.read_to_string(&mut complaints).expect("text");
        (code, rest, complaints)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // A test that failed half-way leaves no program behind.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

#[test]
fn it_serves_and_says_nothing_but_its_address() {
    let site = Site::published();
    let desk = Desk::open(&site, "https://www.arnhem.nl");
    let page = desk.get("/");
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    assert!(page.contains("frame-ancestors 'self' https://www.arnhem.nl\r\n"));
    for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt"] {
        let answer = desk.get(path);
        assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"), "{path}");
        assert!(answer.contains("content-security-policy: "), "{path}");
        assert!(!answer.contains("secret"), "{path}");
    }
    desk.signal("TERM");
    assert_eq!(desk.end(), (Some(0), String::new(), String::new()));
}

#[test]
fn what_it_took_is_finished_after_the_signal() {
    for signal in ["TERM", "INT"] {
        let site = Site::published();
        site.put_large();
        let desk = Desk::open(&site, "");
        let address = desk.address.clone();

        let mut slow = BufReader::new(desk.ask(LARGE));
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            slow.read_line(&mut head).expect("the head");
        }
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");

        desk.signal(signal);
        while TcpStream::connect(&address).is_ok() {
            std::thread::yield_now();
        }
        let body = std::io::copy(&mut slow, &mut std::io::sink());
        assert_eq!(body.expect("the rest"), LARGE_SIZE);
        assert_eq!(desk.end(), (Some(0), String::new(), String::new()));
    }
}

#[test]
fn a_request_that_it_took_is_kept_after_the_signal() {
    let site = crate::open_desk::site();
    let address = crate::open_desk::in_file(&site);
    let mut desk = Desk::start(&site, &address, "");
    let body = crate::open_desk::draft().to_string();
    let (first, rest) = body.split_at(20);
    let mut connection = TcpStream::connect(&desk.address).expect("it listens");
    write!(
        connection,
        "POST /api/contact-requests HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\
         content-type: application/json\r\nidempotency-key: {}\r\ncontent-length: {}\r\n\
         expect: 100-continue\r\n\r\n{first}",
        crate::open_desk::KEY,
        body.len(),
    )
    .expect("it reads");
    // It asks for the rest: so it took the request.
    let mut go_on = [0; 25];
    connection.read_exact(&mut go_on).expect("an answer");
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    desk.signal("TERM");
    while TcpStream::connect(&desk.address).is_ok() {
        std::thread::yield_now();
    }
    connection.write_all(rest.as_bytes()).expect("it reads");
    let mut answer = String::new();
    connection.read_to_string(&mut answer).expect("text");
    assert!(answer.starts_with("HTTP/1.1 201 Created\r\n"), "{answer}");
    assert_eq!(desk.process.wait().expect("it ends").code(), Some(0));
    let (code, list, _) = run(&["list", "--db", &address]);
    assert_eq!((code, list.lines().count()), (0, 2), "{list}");
}

#[test]
fn it_takes_no_requests_that_nobody_would_receive() {
    let site = Site::published();
    site.put("/desk.json", &TOWNS.replace("\"demonstration\": true", "\"demonstration\": false"));
    let deliver = |towns: serde_json::Value| {
        let channel = serde_json::json!({ "kind": "webhook", "secret_env": "HOOK" });
        let file = serde_json::json!({ "channels": { "it": channel }, "municipalities": towns });
        std::fs::write(site.beside("deliver.json"), file.to_string()).expect("a file");
    };
    let to = serde_json::json!({ "channel": "it", "url": "https://hook.example/" });
    let file = site.beside("deliver.json");
    let start = |options: &[&str]| {
        let line = ["serve", "--port=0", "--db", "sqlite::memory:", "--data"];
        let data = site.data();
        let arguments = [&line[..], &[text(&data)], options].concat();
        let mut desk = program();
        let desk = desk.args(arguments).env("HOOK", "x".repeat(32)).output().expect("it runs");
        (desk.status.code(), String::from_utf8(desk.stderr).expect("text"))
    };
    let (code, why) = start(&[]);
    assert_eq!(code, Some(1));
    assert!(why.contains("zonnedal/buurthuis") && why.contains("--deliver FILE"), "{why}");

    deliver(
        serde_json::json!({ "zonnedal": { "providers": { "wijktem": to } }, "zwole": { "default": to } }),
    );
    let (code, why) = start(&["--deliver", text(&file)]);
    assert_eq!(code, Some(1));
    for wrong in [
        "zonnedal/wijkteam takes requests",
        "zonnedal/buurthuis takes requests",
        "nobody in zonnedal takes requests as \"wijktem\"; there are \"wijkteam\"",
        "no municipality \"zwole\" takes requests; there are \"zonnedal\"",
    ] {
        assert!(why.contains(wrong), "{wrong} is not in\n{why}");
    }
}

#[test]
fn a_proxy_that_was_set_up_wrong_is_told_once() {
    let site = crate::open_desk::site();
    let desk = Desk::open(&site, "");
    for visitor in ["192.0.2.71", "192.0.2.72"] {
        let mut connection = TcpStream::connect(&desk.address).expect("it listens");
        let head = "POST /api/contact-requests HTTP/1.1\r\nhost: balie:8080\r\nconnection: close";
        let said = "origin: https://www.example.nl\r\ncontent-length: 0";
        write!(connection, "{head}\r\n{said}\r\nx-forwarded-for: {visitor}\r\n\r\n")
            .expect("it reads");
        let mut answer = String::new();
        connection.read_to_string(&mut answer).expect("text");
        assert!(answer.starts_with("HTTP/1.1 403 "), "{answer}");
    }
    for _ in 0..2 {
        let mut connection = TcpStream::connect(&desk.address).expect("it listens");
        let head = "POST /api/contact-requests HTTP/1.1\r\nhost: x\r\nconnection: close";
        write!(connection, "{head}\r\nx-forwarded-for: 192.0.2.73\r\n\r\n").expect("it reads");
        std::io::copy(&mut connection, &mut std::io::sink()).expect("an answer");
    }
    desk.signal("TERM");
    let (_, _, complaints) = desk.end();
    let lines: Vec<&str> = complaints.lines().collect();
    assert_eq!(lines.len(), 2, "{complaints}");
    assert!(lines[0].contains("hand on Host as it came"), "{complaints}");
    assert!(lines[1].contains("--behind-proxy"), "{complaints}");
    for private in ["192.0.2", "example.nl"] {
        assert!(!complaints.contains(private), "{complaints}");
    }
}

#[test]
fn it_refuses_a_directory_without_an_app() {
    let site = Site::empty();
    for (directory, why) in [
        (site.beside("nowhere"), "there is no directory"),
        (site.beside("secret.txt"), "there is no directory"),
        (site.data(), "no index.html"),
    ] {
        let name = text(&directory);
        let (code, output, complaint) = run(&["serve", "--port", "0", "--data", name]);
        assert_eq!((code, output.as_str()), (1, ""));
        assert!(complaint.contains(why), "{complaint}");
        assert!(complaint.contains(name), "{complaint}");
    }
}

#[test]
fn it_refuses_a_port_that_is_taken() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let site = Site::published();
    let (code, output, complaint) = run(&["serve", "--port", &port, "--data", text(&site.data())]);
    assert_eq!((code, output.as_str()), (1, ""));
    assert!(complaint.contains(&format!("127.0.0.1:{port} is taken")));
}

#[test]
fn it_refuses_wrong_arguments_and_helps() {
    // No such directory, so that arguments wrongly let through end at once too.
    for line in [
        &[][..],
        &["serve", "--data", "nowhere", "--port", "many"],
        &["serve", "--data", "nowhere", "--frame-ancestors", "*"],
    ] {
        let (code, output, complaint) = run(line);
        assert_eq!((code, output.as_str()), (2, ""), "{line:?}");
        assert!(complaint.contains("balie --help"), "{complaint}");
    }
    let (code, output, complaint) = run(&["--help"]);
    assert_eq!((code, complaint.as_str()), (0, ""));
    for option in [
        "--data",
        "--port",
        "--bind",
        "--frame-ancestors",
        "--cors",
        "--deliver",
        "--keep-days",
        "--limit-per-minute",
        "--limit-overall",
        "--behind-proxy",
        "--db",
        "--key-file",
        "BALIE_KEY",
        "BALIE_OLD_KEYS",
        "balie resend",
    ] {
        assert!(output.contains(option), "{option}");
    }
}
