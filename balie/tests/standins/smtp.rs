//! A mail server: encrypted as it is told, with a password, and able to fail at any moment.

use super::certificates::Authority;
use super::listening::Running;
use super::mail::{Mail, from_base64};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;

/// Who may send.
pub const USER: &str = "wijkdeur";
/// With which password.
pub const PASSWORD: &str = "een geheim voor een proef";

/// How it encrypts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encryption {
    /// From the first byte.
    Implicit,
    /// After STARTTLS.
    StartTls,
    /// Not at all.
    Nothing,
}

/// A moment in the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// Somebody connects.
    Greeting,
    /// The password is told.
    Password,
    /// The sender is told.
    Sender,
    /// The receiver is told.
    Receiver,
    /// The text is announced.
    Announced,
    /// The text was sent, and is kept already.
    Text,
    /// The end.
    Quit,
}

/// What it does then, instead of going on.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// Says this, such as `450 4.2.1 later`.
    Say(&'static str),
    /// Hangs up.
    HangUp,
    /// Says nothing any more.
    Silence,
}

/// A mail server.
pub struct Server {
    running: Running,
    authority: Authority,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    mails: Vec<Mail>,
    in_the_clear: Vec<String>,
    acts: BTreeMap<Moment, Act>,
}

impl Server {
    /// One that encrypts like this, and is vouched for under the name `localhost`.
    pub fn open(encryption: Encryption) -> Self {
        Self::open_as(encryption, "localhost")
    }

    /// One that is vouched for under another name than its own.
    pub fn open_as(encryption: Encryption, name: &str) -> Self {
        let authority = Authority::new();
        let acceptor = authority.vouch_for(name);
        let state = Arc::new(Mutex::new(State::default()));
        let kept = state.clone();
        let running = Running::start(async move |listener| {
            loop {
                let Ok((stream, _)) = listener.accept().await else { continue };
                let (acceptor, state) = (acceptor.clone(), kept.clone());
                tokio::spawn(async move {
                    // A client that goes away is no failure of the server.
                    answer(stream, encryption, acceptor, &state).await.ok();
                });
            }
        });
        Self { running, authority, state }
    }

    /// Its port on `localhost`.
    pub fn port(&self) -> u16 {
        self.running.address.port()
    }

    /// The folder in which the certificate of who vouches for it is `ca.pem`.
    pub fn folder(&self) -> &Path {
        self.authority.folder()
    }

    /// What it does from now on at this moment.
    pub fn at(&self, moment: Moment, act: Act) {
        self.state().acts.insert(moment, act);
    }

    /// From now on it does what it should.
    pub fn recover(&self) {
        self.state().acts.clear();
    }

    /// What arrived.
    pub fn mails(&self) -> Vec<Mail> {
        self.state().mails.clone()
    }

    /// The lines that came over an unencrypted line.
    pub fn in_the_clear(&self) -> Vec<String> {
        self.state().in_the_clear.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().expect("no test has failed with it")
}

async fn answer(
    stream: TcpStream,
    encryption: Encryption,
    acceptor: TlsAcceptor,
    state: &Mutex<State>,
) -> io::Result<()> {
    if encryption == Encryption::Implicit {
        let stream = acceptor.accept(stream).await?;
        return talk(&mut BufReader::new(stream), true, false, true, state).await.map(|_| ());
    }
    let mut plain = BufReader::new(stream);
    let offers = encryption == Encryption::StartTls;
    if talk(&mut plain, false, offers, true, state).await? == Next::Encrypt {
        let stream = acceptor.accept(plain.into_inner()).await?;
        talk(&mut BufReader::new(stream), true, false, false, state).await?;
    }
    Ok(())
}

#[derive(PartialEq, Eq)]
enum Next {
    Encrypt,
    End,
}

async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
    line: &mut BufReader<S>,
    encrypted: bool,
    offers: bool,
    greets: bool,
    state: &Mutex<State>,
) -> io::Result<Next> {
    let mut known = false;
    let mut envelope = (String::new(), Vec::new());
    if greets {
        reply(line, Moment::Greeting, "220 localhost ESMTP", state).await?;
    }
    loop {
        let command = read(line, encrypted, state).await?;
        let upper = command.to_ascii_uppercase();
        match upper.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" if offers => say(line, "250-localhost\r\n250 STARTTLS").await?,
            "EHLO" => say(line, "250-localhost\r\n250 AUTH PLAIN").await?,
            "STARTTLS" if offers => {
                say(line, "220 go ahead").await?;
                return Ok(Next::Encrypt);
            }
            "AUTH" => {
                known = from_base64(command.rsplit(' ').next().unwrap_or_default())
                    == format!("\0{USER}\0{PASSWORD}").into_bytes();
                let word = if known { "235 welcome" } else { "535 5.7.8 who are you" };
                reply(line, Moment::Password, word, state).await?;
            }
            "MAIL" if known || !encrypted => {
                envelope.0 = address(&command);
                reply(line, Moment::Sender, "250 ok", state).await?;
            }
            "MAIL" => say(line, "530 5.7.0 say who you are").await?,
            "RCPT" => {
                envelope.1.push(address(&command));
                reply(line, Moment::Receiver, "250 ok", state).await?;
            }
            "DATA" => {
                reply(line, Moment::Announced, "354 go on", state).await?;
                let raw = text(line, encrypted, state).await?;
                let (from, to) = std::mem::take(&mut envelope);
                lock(state).mails.push(Mail { from, to, encrypted, raw });
                reply(line, Moment::Text, "250 kept", state).await?;
            }
            "QUIT" => {
                reply(line, Moment::Quit, "221 bye", state).await?;
                return Ok(Next::End);
            }
            _ => say(line, "500 5.5.1 what?").await?,
        }
    }
}

async fn read<S: AsyncRead + AsyncWrite + Unpin>(
    line: &mut BufReader<S>,
    encrypted: bool,
    state: &Mutex<State>,
) -> io::Result<String> {
    let mut bytes = Vec::new();
    if line.read_until(b'\n', &mut bytes).await? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let text = String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned();
    if !encrypted {
        lock(state).in_the_clear.push(text.clone());
    }
    Ok(text)
}

/// Everything up to a line with one dot.
async fn text<S: AsyncRead + AsyncWrite + Unpin>(
    line: &mut BufReader<S>,
    encrypted: bool,
    state: &Mutex<State>,
) -> io::Result<String> {
    let mut lines = Vec::new();
    loop {
        let next = read(line, encrypted, state).await?;
        if next == "." {
            return Ok(lines.join("\r\n"));
        }
        lines.push(next.strip_prefix('.').map(str::to_owned).unwrap_or(next));
    }
}

/// Says what it should, or does what it was told to do at this moment.
async fn reply<S: AsyncRead + AsyncWrite + Unpin>(
    line: &mut BufReader<S>,
    moment: Moment,
    usual: &str,
    state: &Mutex<State>,
) -> io::Result<()> {
    let act = lock(state).acts.get(&moment).copied();
    match act {
        None => say(line, usual).await,
        Some(Act::Say(word)) => say(line, word).await,
        Some(Act::HangUp) => Err(io::ErrorKind::ConnectionReset.into()),
        Some(Act::Silence) => std::future::pending().await,
    }
}

async fn say<S: AsyncRead + AsyncWrite + Unpin>(
    line: &mut BufReader<S>,
    word: &str,
) -> io::Result<()> {
    line.write_all(format!("{word}\r\n").as_bytes()).await?;
    line.flush().await
}

fn address(command: &str) -> String {
    let inside = command.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map(|(address, _)| address.to_owned()).unwrap_or_default()
}
