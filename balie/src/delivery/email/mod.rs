//! A letter as an e-mail to the mailbox of a team.
//!
//! It leaves the desk encrypted, to a mail server that proves to be the one that is meant,
//! or not at all. What the mail server does with it is up to who runs that. An answer that
//! is lost after the server took the mail brings the mail a second time; both have the same
//! `Message-ID`, by which a mailbox can see that.

mod message;
mod smtp;

pub use message::in_ascii;

use super::configuration::Surroundings;
use super::place::{Place, list};
use super::{Failure, Letter};
use lettre::Address;
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// A mail server, and as whom the desk sends.
pub struct Mailer {
    server: String,
    port: u16,
    encryption: Encryption,
    tls: TlsParameters,
    credentials: Option<Credentials>,
    from: Mailbox,
    patience: Duration,
}

impl fmt::Debug for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mailer({}:{})", self.server, self.port)
    }
}

/// When encryption begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encryption {
    /// With the first byte.
    Implicit,
    /// Before anything is said, or the conversation ends.
    StartTls,
}

const SETTINGS: [&str; 9] = [
    "kind",
    "server",
    "port",
    "encryption",
    "ca_file",
    "user",
    "password_env",
    "from",
    "timeout_seconds",
];

impl Mailer {
    /// Reads a channel of this kind.
    pub fn read(channel: &Place, surroundings: &Surroundings) -> Option<Self> {
        channel.holds_only(&SETTINGS);
        let server = channel.must_have("server").and_then(|place| place.text());
        let encryption = encryption(channel);
        let port = channel.may_have("port").map(|place| place.number(1, u16::MAX));
        let credentials = credentials(channel, surroundings);
        let from = channel.must_have("from").and_then(|place| sender(&place));
        let seconds = channel.may_have("timeout_seconds").map(|place| place.number(1, 600));
        let certificate = channel.may_have("ca_file").map(|it| certificate(&it, surroundings));
        let (server, encryption) = (server?, encryption?);

        let mut tls = TlsParameters::builder(server.to_owned());
        if let Some(certificate) = certificate {
            tls = tls.add_root_certificate(certificate?);
        }
        let tls = tls.build().map_err(|why| channel.wrong(format!("no encryption: {why}")));
        let usual = if encryption == Encryption::Implicit { 465 } else { 587 };
        Some(Self {
            server: server.to_owned(),
            port: port.unwrap_or(Some(usual))?,
            encryption,
            tls: tls.ok()?,
            credentials: credentials?,
            from: from?,
            patience: Duration::from_secs(seconds.unwrap_or(Some(60))?.into()),
        })
    }
}

fn encryption(channel: &Place) -> Option<Encryption> {
    let Some(place) = channel.may_have("encryption") else {
        return Some(Encryption::Implicit);
    };
    match place.text()? {
        "implicit" => Some(Encryption::Implicit),
        "starttls" => Some(Encryption::StartTls),
        _ => {
            place.wrong(format!("there are {}", list(&["implicit", "starttls"])));
            None
        }
    }
}

/// As whom the desk logs in, if at all; nothing where a mistake was found.
fn credentials(channel: &Place, surroundings: &Surroundings) -> Option<Option<Credentials>> {
    match (channel.may_have("user"), channel.may_have("password_env")) {
        (None, None) => Some(None),
        (Some(user), Some(password)) => {
            let (user, password) = (user.text(), surroundings.secret(&password));
            Some(Some(Credentials::new(user?.to_owned(), password?)))
        }
        _ => {
            channel.wrong("give both \"user\" and \"password_env\", or neither");
            None
        }
    }
}

fn certificate(place: &Place, surroundings: &Surroundings) -> Option<Certificate> {
    let file = surroundings.file(place)?;
    let read = Certificate::from_pem(&file).ok();
    let read = read.filter(|_| file.windows(5).any(|part| part == b"BEGIN"));
    if read.is_none() {
        place.wrong("the file holds no certificate (PEM)");
    }
    read
}

fn sender(place: &Place) -> Option<Mailbox> {
    let read = place.text()?.parse::<Mailbox>().ok();
    let read = read.filter(|mailbox| AsRef::<str>::as_ref(&mailbox.email).is_ascii());
    if read.is_none() {
        place.wrong("this is no sender such as \"Wijkdeur <wijkdeur@example.nl>\"");
    }
    read
}

/// The mailbox of a team.
#[derive(Debug)]
pub struct Route {
    mailer: Arc<Mailer>,
    to: Address,
}

impl Route {
    /// Reads who receives over such a channel.
    pub fn read(place: &Place, mailer: &Option<Arc<Mailer>>) -> Option<Self> {
        place.holds_only(&["channel", "to"]);
        let to = place.must_have("to")?;
        let read = to.text()?.parse::<Address>().ok();
        let Some(read) = read.filter(|address| AsRef::<str>::as_ref(address).is_ascii()) else {
            to.wrong("this is no e-mail address");
            return None;
        };
        Some(Self { mailer: mailer.clone()?, to: read })
    }

    /// Whether the mail server lets the desk in. Of the mailbox it is not asked: many servers
    /// say only of a whole mail whether they take it.
    pub async fn check(&self) -> Result<String, Failure> {
        self.mailer.greet().await?;
        Ok(format!("the mail server lets the desk in; {} was not asked", self.to))
    }

    /// Tries once.
    pub async fn deliver(&self, letter: &Letter) -> Result<(), Failure> {
        let message = message::write(letter, &self.mailer.from, &self.to)?;
        self.mailer.send(&self.to, &message).await
    }
}
