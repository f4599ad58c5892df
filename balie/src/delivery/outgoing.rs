//! Calls over HTTP to other machines: always encrypted and verified, never redirected,
//! never without end.
//!
//! Only to this machine itself a call may be unencrypted, and then no proxy is asked.

use super::Failure;
use super::configuration::Surroundings;
use super::place::Place;
use reqwest::{Certificate, Client, ClientBuilder, RequestBuilder, Url, redirect};
use std::error::Error;
use std::net::IpAddr;
use std::time::Duration;

/// More than anybody has to say who only confirms.
const LONGEST_ANSWER: usize = 4 * 1024 * 1024;

/// How to call.
#[derive(Debug)]
pub struct Outgoing {
    encrypted: Client,
    /// To this machine itself.
    near: Client,
}

/// What was answered.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// For how many seconds the other side asks not to be called.
    pub wait: Option<u32>,
    /// The rest.
    pub body: Vec<u8>,
}

impl Outgoing {
    /// The settings of a channel that every channel over HTTP has.
    pub const SETTINGS: [&str; 2] = ["ca_file", "timeout_seconds"];

    /// Reads [`Self::SETTINGS`].
    pub fn read(channel: &Place, surroundings: &Surroundings) -> Option<Self> {
        // Whoever came first has said the same.
        rustls::crypto::ring::default_provider().install_default().ok();
        let seconds = match channel.may_have("timeout_seconds") {
            Some(place) => place.number(1, 600)?,
            None => 30,
        };
        let mut certificates = Vec::new();
        if let Some(place) = channel.may_have("ca_file") {
            match Certificate::from_pem_bundle(&surroundings.file(&place)?) {
                Ok(found) if !found.is_empty() => certificates = found,
                _ => {
                    place.wrong("the file holds no certificate (PEM)");
                    return None;
                }
            }
        }
        let client = || {
            Client::builder()
                .redirect(redirect::Policy::none())
                .timeout(Duration::from_secs(seconds.into()))
                .user_agent(concat!("wijkdeur-balie/", env!("CARGO_PKG_VERSION")))
        };
        let build = |client: ClientBuilder| {
            client
                .build()
                .map_err(|why| channel.wrong(format!("no calls are possible: {why}")))
                .ok()
        };
        Some(Self {
            encrypted: build(client().tls_certs_merge(certificates))?,
            near: build(client().no_proxy())?,
        })
    }

    /// The client that may call this address.
    pub fn client(&self, address: &Url) -> &Client {
        if address.scheme() == "https" { &self.encrypted } else { &self.near }
    }
}

/// The address that stands here, if calls may go there.
pub fn address(place: &Place) -> Option<Url> {
    let text = place.text()?;
    let Ok(url) = Url::parse(text) else {
        place.wrong("this is no address such as https://www.example.nl/path");
        return None;
    };
    let host = url.host_str().unwrap_or_default();
    let near = match host.trim_matches(['[', ']']).parse::<IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => host == "localhost",
    };
    if url.scheme() != "https" && !(url.scheme() == "http" && near) {
        place.wrong("only https:// (or http:// to this machine itself)");
    } else if !url.username().is_empty() || url.password().is_some() {
        place.wrong("no name and password in an address; secrets come from the environment");
    } else if url.fragment().is_some() {
        place.wrong("no # in this address");
    } else {
        return Some(url);
    }
    None
}

/// Calls, and waits for the whole answer.
pub async fn call(request: RequestBuilder) -> Result<Answer, Failure> {
    let mut response = request.send().await.map_err(broken)?;
    let wait = response.headers().get("retry-after");
    let wait = wait.and_then(|it| it.to_str().ok()).and_then(|it| it.parse().ok());
    let status = response.status().as_u16();
    let mut body = Vec::new();
    while let Some(part) = response.chunk().await.map_err(broken)? {
        body.extend_from_slice(&part);
        if body.len() > LONGEST_ANSWER {
            return Err(Failure::Later("the answer has no end".to_owned()));
        }
    }
    Ok(Answer { status, wait, body })
}

fn broken(why: reqwest::Error) -> Failure {
    let what = match () {
        () if why.is_timeout() => "no answer in time",
        () if why.is_connect() => "no connection",
        () => "the connection broke off",
    };
    Failure::Later(format!("{what} ({})", cause(&why)))
}

/// The first cause, which says most and holds no address.
pub fn cause(why: &dyn Error) -> String {
    let mut first = why;
    while let Some(deeper) = first.source() {
        first = deeper;
    }
    first.to_string()
}
