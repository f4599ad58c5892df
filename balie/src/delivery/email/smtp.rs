//! The conversation with a mail server, step by step, because what a refusal means depends
//! on the step: a mailbox that does not exist will not exist tomorrow, but a password can be
//! mended.

use super::{Encryption, Mailer};
use crate::delivery::Failure;
use crate::delivery::outgoing::cause;
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Mechanism;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use std::time::Duration;
use tokio::time::timeout;

/// A full mailbox, which RFC 5321 (4.5.3.1.10) has treated as one that is full for now.
const FULL: u16 = 552;

impl Mailer {
    /// Tries once to hand the message over.
    pub async fn send(&self, to: &Address, message: &[u8]) -> Result<(), Failure> {
        let conversation = timeout(self.patience, self.hand_over(to, message));
        let mut line = conversation.await.map_err(|_| late())??;
        // It has the message; how it says goodbye changes nothing.
        timeout(Duration::from_secs(1), line.quit()).await.ok();
        Ok(())
    }

    /// Connects as for a message, and leaves.
    pub async fn greet(&self) -> Result<(), Failure> {
        let mut line = timeout(self.patience, self.connect()).await.map_err(|_| late())??;
        timeout(Duration::from_secs(1), line.quit()).await.ok();
        Ok(())
    }

    async fn hand_over(
        &self,
        to: &Address,
        message: &[u8],
    ) -> Result<AsyncSmtpConnection, Failure> {
        let mut line = self.connect().await?;
        let from = Some(self.from.email.clone());
        line.command(Mail::new(from, Vec::new()))
            .await
            .map_err(later("does not let the desk send"))?;
        let mailbox = Rcpt::new(to.clone(), Vec::new());
        line.command(mailbox).await.map_err(judged("refuses the mailbox", Failure::Later))?;
        line.command(Data).await.map_err(judged("refuses the mail", Failure::Refused))?;
        line.message(message).await.map_err(judged("refuses the mail", Failure::Refused))?;
        Ok(line)
    }

    /// An encrypted line, on which the server knows who sends.
    async fn connect(&self) -> Result<AsyncSmtpConnection, Failure> {
        let me = ClientId::Domain(self.from.email.domain().to_owned());
        let at_once = (self.encryption == Encryption::Implicit).then(|| self.tls.clone());
        let server = (self.server.as_str(), self.port);
        let connected =
            AsyncSmtpConnection::connect_tokio1(server, Some(self.patience), &me, at_once, None);
        let mut line = connected.await.map_err(later("cannot be reached"))?;
        if self.encryption == Encryption::StartTls {
            line.starttls(self.tls.clone(), &me).await.map_err(later("does not encrypt"))?;
        }
        if !line.is_encrypted() {
            return Err(Failure::Later("the mail server does not encrypt".to_owned()));
        }
        if let Some(credentials) = &self.credentials {
            let ways = [Mechanism::Plain, Mechanism::Login];
            line.auth(&ways, credentials).await.map_err(later("does not know the desk"))?;
        }
        Ok(line)
    }
}

fn late() -> Failure {
    Failure::Later("the mail server does not answer in time".to_owned())
}

/// What a refusal means where time or whoever runs the desk can mend it.
fn later(what: &'static str) -> impl Fn(Error) -> Failure {
    move |why| Failure::Later(said(what, &why))
}

/// What a refusal means where the server itself says whether it is for good; where it is not, `not_yet`.
fn judged(what: &'static str, not_yet: fn(String) -> Failure) -> impl Fn(Error) -> Failure {
    move |why| {
        let words = said(what, &why);
        match why.status().map(u16::from) {
            // No answer, or the service as a whole closes (RFC 5321, 4.2.1 and 4.2.2).
            None | Some(421) => Failure::Later(words),
            Some(FULL) => not_yet(words),
            Some(_) if why.is_permanent() => Failure::Never(words),
            Some(_) => not_yet(words),
        }
    }
}

/// A status says enough; the words of the server may repeat an address.
fn said(what: &str, why: &Error) -> String {
    match why.status() {
        Some(code) => format!("the mail server {what} ({code})"),
        None => format!("the mail server {what} ({})", cause(why)),
    }
}
