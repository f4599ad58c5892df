//! How to serve, as the command line says it.

use super::options::{StoreAt, Variable, next, parsed, sentence, unicode, value};
use super::{
    ANCESTORS_VARIABLE, Command, DELIVER_WITHIN, KEPT_DAYS, KEPT_UNDELIVERED_DAYS, LATE_HOURS,
};
use crate::ancestors::FrameAncestors;
use crate::api::limits;
use crate::security::Contact;
use lexopt::prelude::*;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub struct Serve {
    /// The directory of the published app.
    pub data: PathBuf,
    /// Where to listen; port 0 means any free one.
    pub address: SocketAddr,
    /// Who may show the app in a frame.
    pub ancestors: FrameAncestors,
    /// Where requests are kept.
    pub store: StoreAt,
    /// The file that says where they are delivered.
    pub deliver: Option<PathBuf>,
    /// So many seconds one delivery may take.
    pub deliver_within: u16,
    /// So many days what was delivered is kept.
    pub keep_days: u16,
    /// So many days what nobody received is kept.
    pub keep_undelivered_days: u16,
    /// A request that waits for so many hours waits too long.
    pub late_hours: u16,
    /// Where somebody tells of a weakness that they found.
    pub contact: Option<Contact>,
    /// How much one may ask.
    pub limits: limits::Told,
    /// Whose pages may ask, besides its own.
    pub origins: Vec<String>,
}

pub(super) fn read(parser: lexopt::Parser, variable: Variable) -> Result<Command, String> {
    read_with(parser, variable, None)
}

/// To check how it would serve takes the same options, and one more.
pub(super) fn read_check(parser: lexopt::Parser, variable: Variable) -> Result<Command, String> {
    read_with(parser, variable, Some(false))
}

/// `send` tells whether to send something, and that this is to be checked and not done.
fn read_with(
    mut parser: lexopt::Parser,
    variable: Variable,
    mut send: Option<bool>,
) -> Result<Command, String> {
    const DAYS: &str = "a number from 0 to 65535";
    const NUMBER: &str = "a number, 0 for no limit";
    let mut data = None;
    let mut port = 8080;
    let mut bind = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let mut ancestors: Option<String> = None;
    let mut origins = String::new();
    let mut store = StoreAt::default();
    let mut deliver = None;
    let mut deliver_within = DELIVER_WITHIN;
    let mut keep_days = KEPT_DAYS;
    let mut keep_undelivered_days = KEPT_UNDELIVERED_DAYS;
    let mut late_hours = LATE_HOURS;
    let mut limits = limits::Told::default();
    let mut contact = None;

    while let Some(argument) = next(&mut parser)? {
        match argument {
            Long("data") => data = Some(PathBuf::from(value(&mut parser)?)),
            Long("port") => {
                port = parsed(&mut parser, "--port", "a number from 0 to 65535")?;
            }
            Long("bind") => {
                bind = parsed(&mut parser, "--bind", "an IP address such as 127.0.0.1")?;
            }
            Long("frame-ancestors") => {
                let more = unicode(value(&mut parser)?, "--frame-ancestors")?;
                add(ancestors.get_or_insert_default(), &more);
            }
            Long("cors") => add(&mut origins, &unicode(value(&mut parser)?, "--cors")?),
            Long("db") => store.say(value(&mut parser)?)?,
            Long("key-file") => store.key_file = Some(value(&mut parser)?.into()),
            Long("deliver") => deliver = Some(PathBuf::from(value(&mut parser)?)),
            Long("deliver-within") => {
                let wanted = "a number of seconds from 1 to 600";
                deliver_within = parsed(&mut parser, "--deliver-within", wanted)?;
                if !(1..=600).contains(&deliver_within) {
                    return Err(format!("--deliver-within must be {wanted}"));
                }
            }
            Long("keep-days") => {
                keep_days = parsed(&mut parser, "--keep-days", DAYS)?;
            }
            Long("keep-undelivered-days") => {
                keep_undelivered_days = parsed(&mut parser, "--keep-undelivered-days", DAYS)?;
            }
            Long("late-hours") => late_hours = parsed(&mut parser, "--late-hours", DAYS)?,
            Long("send") if send.is_some() => send = Some(true),
            Long("limit-per-minute") => {
                limits.per_minute = parsed(&mut parser, "--limit-per-minute", NUMBER)?;
            }
            Long("limit-overall") => {
                limits.overall = parsed(&mut parser, "--limit-overall", NUMBER)?;
            }
            Long("security-contact") => {
                contact = Some(unicode(value(&mut parser)?, "--security-contact")?);
            }
            Long("behind-proxy") => limits.behind_proxy = true,
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(sentence(other.unexpected())),
        }
    }

    let (said, ancestors) = match (ancestors, variable(ANCESTORS_VARIABLE)) {
        (Some(option), _) => ("--frame-ancestors", option),
        (None, Some(variable)) => (ANCESTORS_VARIABLE, unicode(variable, ANCESTORS_VARIABLE)?),
        (None, None) => ("--frame-ancestors", String::new()),
    };
    let contact = contact.map(|said| Contact::read(&said)).transpose()?;
    store.complete(variable)?;
    let serve = Box::new(Serve {
        data: data
            .filter(|data| !data.as_os_str().is_empty())
            .ok_or("say which directory to serve: --data DIR")?,
        address: SocketAddr::new(bind, port),
        ancestors: sites(said, &ancestors)?,
        store,
        deliver,
        deliver_within,
        keep_days,
        keep_undelivered_days,
        late_hours,
        contact,
        limits,
        origins: sites("--cors", &origins)?.origins().to_vec(),
    });
    Ok(match send {
        Some(send) => Command::Check { serve, send },
        None => Command::Serve(serve),
    })
}

fn add(all: &mut String, more: &str) {
    all.push(' ');
    all.push_str(more);
}

/// Exact origins; whoever may ask is named as whoever may frame.
fn sites(said: &str, text: &str) -> Result<FrameAncestors, String> {
    FrameAncestors::parse(text).map_err(|wrong| {
        let wrong: Vec<_> = wrong.iter().map(|it| format!("\n  {it}")).collect();
        format!("{said} is wrong:{}", wrong.concat())
    })
}
