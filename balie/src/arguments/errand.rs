//! What to do with what is stored, as the command line says it.

use super::options::{StoreAt, Variable, next, parsed, sentence, unicode, value};
use super::{Command, KEEP_DAYS};
use crate::reference;
use crate::store::State;
use lexopt::prelude::*;

/// What to do with what is stored.
#[derive(Debug, PartialEq, Eq)]
pub enum Errand {
    /// Tell what there is, of one state or of all, without what it says.
    List(Option<State>),
    /// Tell what the request of this name says.
    Show(String),
    /// Deliver the request of this name once more.
    Resend(String),
    /// Erase what was delivered more than so many days ago.
    Purge(u16),
    /// Tell everything, a line of JSON for each request.
    Export,
}

pub(super) fn read(
    name: &str,
    mut parser: lexopt::Parser,
    variable: Variable,
) -> Result<Command, String> {
    let mut store = StoreAt::default();
    let mut state = None;
    let mut days = KEEP_DAYS;
    let mut reference = None;
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
            Value(said) if matches!(name, "show" | "resend") && reference.is_none() => {
                let said = unicode(said, "the reference")?;
                let wrong = || format!("{said:?} is no reference such as WD-7KQ2-M4XP");
                reference = Some(reference::read(&said).ok_or_else(wrong)?);
            }
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(sentence(other.unexpected())),
        }
    }
    let reference = reference.ok_or_else(|| format!("say which one: balie {name} WD-7KQ2-M4XP"));
    let errand = match name {
        "list" => Errand::List(state),
        "show" => Errand::Show(reference?),
        "resend" => Errand::Resend(reference?),
        "purge" => Errand::Purge(days),
        _ => Errand::Export,
    };
    store.complete(variable)?;
    Ok(Command::Store(store, errand))
}
