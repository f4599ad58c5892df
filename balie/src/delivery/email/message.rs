//! The mail itself. Its head tells nothing of what it says: the subject is the reference
//! only, for subjects show up in lists, on locked screens and in logs of mail servers.

use crate::delivery::{Failure, Letter, words};
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue, MIME_VERSION_1_0};
use lettre::{Address, Message};
use reqwest::Url;

/// The mail, ready for a mail server.
pub fn write(letter: &Letter, from: &Mailbox, to: &Address) -> Result<Vec<u8>, Failure> {
    let reference = plain(&letter.reference);
    let mut mail = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to.clone()))
        .subject(format!("Wijkdeur {reference}"))
        .message_id(Some(format!("<{reference}@{}>", from.email.domain())))
        .header(MIME_VERSION_1_0)
        .header(ContentType::TEXT_PLAIN)
        // Nobody who is away answers it, not even to `Reply-To` (RFC 3834, and Exchange).
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("X-Auto-Response-Suppress", "All"));
    if let Some(address) = reply_to(letter) {
        mail = mail.reply_to(Mailbox::new(None, address));
    }
    let text = format!("{}\n\n{}\n", words::head(letter), words::body(letter));
    let mail = mail.body(text);
    let mail = mail.map_err(|why| Failure::Never(format!("no mail can be made of it: {why}")))?;
    Ok(mail.formatted())
}

/// Where an answer may go without a second thought: never where others may read along.
fn reply_to(letter: &Letter) -> Option<Address> {
    let safe = !letter.content.discreet;
    in_ascii(&letter.content.email)?.parse().ok().filter(|_| safe)
}

/// An address with its domain as mail servers write it: of `café.nl` that is `xn--caf-dma.nl`.
pub fn in_ascii(address: &str) -> Option<String> {
    if address.is_ascii() {
        return Some(address.to_owned());
    }
    let (name, domain) = address.rsplit_once('@').filter(|(name, _)| name.is_ascii())?;
    let site = Url::parse(&format!("https://{domain}/")).ok()?;
    let host = site.host_str()?;
    // Nothing but a domain stood there.
    (site.as_str() == format!("https://{host}/")).then(|| format!("{name}@{host}"))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// Only marks that a reference has.
fn plain(reference: &str) -> String {
    reference.chars().filter(|mark| mark.is_ascii_alphanumeric() || *mark == '-').collect()
}
