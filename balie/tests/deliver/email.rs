//! By e-mail: what arrives, and what never leaves.

use crate::letters::{REFERENCE, assert_later, bare, deliver, deliveries, full, letter};
use crate::standins::mail::Mail;
use crate::standins::smtp::{Encryption, PASSWORD, Server, USER};
use balie::delivery::{Deliveries, Letter};
use serde_json::{Value, json};
use wijkdeur::domain::Draft;

/// To a team, over this server.
pub fn to(server: &Server, encryption: &str) -> Deliveries {
    over(server, json!({ "encryption": encryption, "ca_file": "ca.pem" }))
}

fn over(server: &Server, settings: Value) -> Deliveries {
    let mut channel = json!({
        "kind": "email",
        "server": "localhost",
        "port": server.port(),
        "user": USER,
        "password_env": "PASSWORD",
        "from": "Wijkdeur Arnhem <wijkdeur@gemeente.example>",
        "timeout_seconds": 1,
    });
    for (name, value) in settings.as_object().expect("settings") {
        channel[name] = value.clone();
    }
    deliveries(channel, json!({ "to": "team@gemeente.example" }), server.folder(), PASSWORD)
}

/// The mail that this letter becomes.
pub fn mail(letter: &Letter) -> Mail {
    let server = Server::open(Encryption::Implicit);
    assert_eq!(deliver(&to(&server, "implicit"), letter), Ok(()));
    server.mails().pop().expect("one mail")
}

#[test]
fn it_arrives_over_an_encrypted_line() {
    for (encryption, name) in
        [(Encryption::Implicit, "implicit"), (Encryption::StartTls, "starttls")]
    {
        let server = Server::open(encryption);
        assert_eq!(deliver(&to(&server, name), &full()), Ok(()));
        let mails = server.mails();
        assert_eq!(mails.len(), 1);
        assert!(mails[0].encrypted);
        assert_eq!(mails[0].from, "wijkdeur@gemeente.example");
        assert_eq!(mails[0].to, ["team@gemeente.example"]);
        let clear = server.in_the_clear();
        assert!(
            clear.iter().all(|line| line.starts_with("EHLO ") || line == "STARTTLS"),
            "{clear:?}"
        );
    }
}

#[test]
fn its_head_says_nothing_of_what_it_says() {
    let mail = mail(&full());
    let header = |name| mail.header(name).unwrap_or_default();
    assert_eq!(header("Subject"), format!("Wijkdeur {REFERENCE}"));
    assert_eq!(header("Message-ID"), format!("<{REFERENCE}@gemeente.example>"));
    assert!(header("From").contains("<wijkdeur@gemeente.example>"));
    assert_eq!(header("To"), "team@gemeente.example");
    assert_eq!(header("Auto-Submitted"), "auto-generated");
    let names: Vec<_> = mail.headers().into_iter().map(|(name, _)| name).collect();
    let mut sorted = names.clone();
    sorted.sort();
    assert_eq!(
        sorted,
        [
            "Auto-Submitted",
            "Content-Transfer-Encoding",
            "Content-Type",
            "Date",
            "From",
            "MIME-Version",
            "Message-ID",
            "Reply-To",
            "Subject",
            "To",
            "X-Auto-Response-Suppress",
        ]
    );
}

#[test]
fn an_answer_goes_to_who_asks_only_where_that_is_safe() {
    assert_eq!(mail(&full()).header("Reply-To").as_deref(), Some("iemand@example.nl"));
    assert_eq!(mail(&bare()).header("Reply-To"), None);
    let mut secret = full();
    secret.content.discreet = true;
    assert_eq!(mail(&secret).header("Reply-To"), None);
    // As mail servers write it; below it stands as it was typed.
    for (typed, answered) in [
        ("iemand@café.example", Some("iemand@xn--caf-dma.example")),
        ("iemand@café.example/x", None),
        ("ïemand@voorbeeld.example", None),
    ] {
        let mut far = full();
        far.content.email = typed.to_owned();
        let mail = mail(&far);
        assert_eq!(mail.header("Reply-To").as_deref(), answered);
        assert!(mail.text().contains(typed), "{typed}");
    }
}

#[test]
fn without_encryption_nothing_is_said() {
    let server = Server::open(Encryption::Nothing);
    assert_later(deliver(&to(&server, "starttls"), &full()), "does not encrypt");
    assert_later(deliver(&to(&server, "implicit"), &full()), "cannot be reached");
    assert!(server.mails().is_empty());
    let clear = server.in_the_clear().concat();
    for word in ["AUTH", "MAIL", "RCPT", "DATA", "WD-", "gemeente.example>"] {
        assert!(!clear.contains(word), "{clear}");
    }
}

#[test]
fn a_server_that_nobody_vouches_for_gets_nothing() {
    for encryption in [Encryption::Implicit, Encryption::StartTls] {
        let name = if encryption == Encryption::Implicit { "implicit" } else { "starttls" };
        let another = Server::open_as(encryption, "another.example");
        assert_later(deliver(&to(&another, name), &full()), "certificate");
        let unknown = Server::open(encryption);
        let trusts_the_system = over(&unknown, json!({ "encryption": name }));
        assert_later(deliver(&trusts_the_system, &full()), "certificate");
        for server in [another, unknown] {
            assert!(server.mails().is_empty());
        }
    }
}

#[test]
fn nothing_that_is_typed_becomes_a_header_or_a_command() {
    let evil = "x@example.nl\r\nBcc: <iedereen@example.nl>\r\n\r\n.\r\nRCPT TO:<ander@example.nl>";
    let content = Draft {
        phone: evil.into(),
        email: evil.into(),
        letter: evil.into(),
        when: evil.into(),
        name: evil.into(),
        story: format!(".\r\n{evil}\r\n.\r\n"),
        companion: evil.into(),
        language: evil.into(),
        ..Draft::default()
    };
    let mut typed = letter(content);
    typed.receiver = evil.to_owned();
    typed.town = evil.to_owned();
    let mail = mail(&typed);
    assert_eq!(mail.to, ["team@gemeente.example"]);
    assert_eq!(mail.header("Bcc"), None);
    assert_eq!(mail.header("Reply-To"), None);
    let text = mail.text();
    assert!(text.contains("\n  .\n  x@example.nl\n  Bcc: <iedereen@example.nl>\n"), "{text}");
    assert!(text.lines().all(|line| !line.starts_with("Bcc") && line != "."), "{text}");
}
