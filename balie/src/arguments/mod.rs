//! What the desk was told on its command line and in its environment.
//!
//! Everything is checked here, before a port is taken. Whether the directory is fit to
//! serve, or the store to open, is not looked at: that is a state of the disk, not an
//! argument. Absent: keys. They come from the environment or a file ([`crate::keys`]), and
//! never from a command line, which others on the machine can read.

mod errand;
mod help;
mod options;
mod serve;

pub use errand::{Errand, Over};
pub use help::HELP;
pub use options::StoreAt;
pub use serve::Serve;

use lexopt::prelude::*;
use options::next;
use std::ffi::OsString;

/// The environment variable that may hold the frame ancestors of a deployment.
pub const ANCESTORS_VARIABLE: &str = "BALIE_FRAME_ANCESTORS";

/// The environment variable that may hold the address of the store.
pub const STORE_VARIABLE: &str = "BALIE_DB";

/// So many seconds one delivery may take.
pub const DELIVER_WITHIN: u16 = 30;

pub use wijkdeur::content::{KEPT_DAYS, KEPT_UNDELIVERED_DAYS};

/// A request that waits for so many hours waits too long.
pub const LATE_HOURS: u16 = 24;

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print [`HELP`].
    Help,
    /// Print the version.
    Version,
    /// Serve the published app, and take requests.
    Serve(Box<Serve>),
    /// Look whether it could serve and deliver; if told so, by sending something.
    Check {
        /// How it would serve.
        serve: Box<Serve>,
        /// Send a test message over each channel.
        send: bool,
    },
    /// Do something with what is stored.
    Store(StoreAt, Errand),
}

/// Reads the arguments (without the program's name); `variable` looks in the environment.
/// An error is a message for the person who started it.
pub fn read(
    arguments: impl IntoIterator<Item = OsString>,
    variable: impl Fn(&str) -> Option<OsString>,
) -> Result<Command, String> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let command = match next(&mut parser)? {
        Some(Long("help") | Short('h')) => return Ok(Command::Help),
        Some(Long("version") | Short('V')) => return Ok(Command::Version),
        Some(Value(command)) => command,
        Some(other) => return Err(format!("say \"serve\" before any option ({other:?})")),
        None => return Err("say what to do: balie serve --data DIR".to_owned()),
    };
    match command.to_str() {
        Some("serve") => serve::read(parser, &variable),
        Some("check") => serve::read_check(parser, &variable),
        Some(name) if errand::NAMES.contains(&name) => {
            let name = name.to_owned();
            errand::read(&name, parser, &variable)
        }
        _ => Err(format!(
            "there is no command {command:?}, only serve, check, {}",
            errand::NAMES.join(", ")
        )),
    }
}
