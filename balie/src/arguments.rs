//! What the desk was told on its command line and in its environment.
//!
//! Everything is checked here, before a port is taken. Whether the directory is
//! fit to serve is not looked at: that is a state of the disk, not an argument.

use crate::ancestors::FrameAncestors;
use lexopt::prelude::*;
use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

/// The environment variable that may hold the frame ancestors of a deployment.
pub const ANCESTORS_VARIABLE: &str = "BALIE_FRAME_ANCESTORS";

/// The answer to `--help`.
pub const HELP: &str = "\
balie: the desk of Wijkdeur

  balie serve --data DIR [options]

Serves the published app in DIR until SIGTERM or ctrl-c, and prints the address
it listens on as its one line of output.

  --data DIR                  the published app; must hold an index.html
  --port PORT                 default 8080; 0 picks a free one
  --bind ADDRESS              default 127.0.0.1, this machine only
  --frame-ancestors ORIGINS   who may show the app in a frame, besides itself:
                              exact origins with a space between them, such as
                              \"https://www.arnhem.nl https://arnhem.nl\"
  --help, --version

BALIE_FRAME_ANCESTORS says the same as --frame-ancestors, which overrides it.

The desk speaks plain HTTP: put it behind a proxy that speaks HTTPS.
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print [`HELP`].
    Help,
    /// Print the version.
    Version,
    /// Serve the published app.
    Serve(Serve),
}

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub struct Serve {
    /// The directory of the published app.
    pub data: PathBuf,
    /// Where to listen; port 0 means any free one.
    pub address: SocketAddr,
    /// Who may show the app in a frame.
    pub ancestors: FrameAncestors,
}

/// Reads the arguments (without the program's name) and the value of
/// [`ANCESTORS_VARIABLE`]; an error is a message for the person who started it.
pub fn read(
    arguments: impl IntoIterator<Item = OsString>,
    ancestors_variable: Option<OsString>,
) -> Result<Command, String> {
    let mut parser = lexopt::Parser::from_args(arguments);
    match next(&mut parser)? {
        Some(Long("help") | Short('h')) => Ok(Command::Help),
        Some(Long("version") | Short('V')) => Ok(Command::Version),
        Some(Value(command)) if command == "serve" => read_serve(parser, ancestors_variable),
        Some(Value(other)) => Err(format!("there is no command {other:?}, only \"serve\"")),
        Some(other) => Err(format!("say \"serve\" before any option ({other:?})")),
        None => Err("say what to do: balie serve --data DIR".to_owned()),
    }
}

fn read_serve(
    mut parser: lexopt::Parser,
    ancestors_variable: Option<OsString>,
) -> Result<Command, String> {
    let mut data = None;
    let mut port = 8080;
    let mut bind = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let mut ancestors: Option<String> = None;

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
                let all = ancestors.get_or_insert_default();
                all.push(' ');
                all.push_str(&more);
            }
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(sentence(other.unexpected())),
        }
    }

    let (said, ancestors) = match (ancestors, ancestors_variable) {
        (Some(option), _) => ("--frame-ancestors", option),
        (None, Some(variable)) => (ANCESTORS_VARIABLE, unicode(variable, ANCESTORS_VARIABLE)?),
        (None, None) => ("--frame-ancestors", String::new()),
    };
    Ok(Command::Serve(Serve {
        data: data
            .filter(|data| !data.as_os_str().is_empty())
            .ok_or("say which directory to serve: --data DIR")?,
        address: SocketAddr::new(bind, port),
        ancestors: FrameAncestors::parse(&ancestors).map_err(|wrong| {
            let wrong: Vec<_> = wrong.iter().map(|it| format!("\n  {it}")).collect();
            format!("{said} is wrong:{}", wrong.concat())
        })?,
    }))
}

fn next(parser: &mut lexopt::Parser) -> Result<Option<lexopt::Arg<'_>>, String> {
    parser.next().map_err(sentence)
}

fn value(parser: &mut lexopt::Parser) -> Result<OsString, String> {
    parser.value().map_err(sentence)
}

fn parsed<T: std::str::FromStr>(
    parser: &mut lexopt::Parser,
    option: &str,
    wanted: &str,
) -> Result<T, String> {
    let given = value(parser)?;
    let wrong = || format!("{option} must be {wanted}, not {given:?}");
    given.to_str().and_then(|it| it.parse().ok()).ok_or_else(wrong)
}

fn unicode(given: OsString, place: &str) -> Result<String, String> {
    given.into_string().map_err(|given| format!("{place} is not text: {given:?}"))
}

fn sentence(error: lexopt::Error) -> String {
    error.to_string()
}
