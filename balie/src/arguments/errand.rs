//! What to do with what is stored, as the command line says it.

use super::options::{StoreAt, Variable, next, parsed, sentence, unicode, value};
use super::{Command, KEPT_DAYS};
use crate::reference;
use crate::store::State;
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

/// What to do with what is stored.
#[derive(Debug, PartialEq, Eq)]
pub enum Errand {
    /// Tell what there is, of one state or of all, without what it says.
    List(Option<State>),
    /// Tell what the request of this name says.
    Show(String),
    /// Deliver the request of this name once more.
    Resend(String),
    /// Deliver once more what was given up.
    ResendDead(Option<Over>),
    /// Erase the request of this name, however far it is.
    Erase(String),
    /// Erase what was delivered more than so many days ago.
    Purge(u16),
    /// Tell everything, a line of JSON for each request.
    Export,
    /// Copy the store into this file.
    Backup(PathBuf),
}

/// A channel of a file that says where requests go.
#[derive(Debug, PartialEq, Eq)]
pub struct Over {
    /// Its name.
    pub channel: String,
    /// The file.
    pub deliver: PathBuf,
}

/// What the errands are called.
pub(super) const NAMES: [&str; 7] =
    ["list", "show", "resend", "erase", "purge", "export", "backup"];

pub(super) fn read(
    name: &str,
    mut parser: lexopt::Parser,
    variable: Variable,
) -> Result<Command, String> {
    let mut store = StoreAt::default();
    let mut state = None;
    let mut days = KEPT_DAYS;
    let mut said = None;
    let (mut dead, mut channel, mut deliver) = (false, None, None);
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Long("db") => store.say(value(&mut parser)?)?,
            Long("key-file") => store.key_file = Some(value(&mut parser)?.into()),
            Long("state") if name == "list" => {
                state = Some(parsed(&mut parser, "--state", "waiting, delivered or dead")?);
            }
            Long("days") if name == "purge" => {
                days = parsed(&mut parser, "--days", "a number from 0 to 65535")?;
            }
            Long("dead") if name == "resend" => dead = true,
            Long("channel") if name == "resend" => {
                channel = Some(unicode(value(&mut parser)?, "--channel")?);
            }
            Long("deliver") if name == "resend" => {
                deliver = Some(PathBuf::from(value(&mut parser)?));
            }
            Value(it)
                if matches!(name, "show" | "resend" | "erase" | "backup") && said.is_none() =>
            {
                said = Some(it);
            }
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(sentence(other.unexpected())),
        }
    }
    let over = match (channel, deliver) {
        (Some(channel), Some(deliver)) => Some(Over { channel, deliver }),
        (None, None) => None,
        _ => return Err("name both: --channel NAME --deliver FILE".to_owned()),
    };
    if over.is_some() && !dead {
        return Err("--channel is for balie resend --dead".to_owned());
    }
    let errand = match name {
        "list" => Errand::List(state),
        "show" => Errand::Show(reference(name, said)?),
        "resend" if dead && said.is_none() => Errand::ResendDead(over),
        "resend" if dead => return Err("name one request, or --dead for all of them".to_owned()),
        "resend" => Errand::Resend(reference(name, said)?),
        "erase" => Errand::Erase(reference(name, said)?),
        "purge" => Errand::Purge(days),
        "backup" => {
            let file = said.filter(|file| !file.is_empty());
            Errand::Backup(file.ok_or("say into which file: balie backup FILE")?.into())
        }
        _ => Errand::Export,
    };
    store.complete(variable)?;
    Ok(Command::Store(store, errand))
}

fn reference(name: &str, said: Option<OsString>) -> Result<String, String> {
    let said = said.ok_or_else(|| format!("say which one: balie {name} WD-7KQ2-M4XP"))?;
    let said = unicode(said, "the reference")?;
    let wrong = || format!("{said:?} is no reference such as WD-7KQ2-M4XP");
    reference::read(&said).ok_or_else(wrong)
}
