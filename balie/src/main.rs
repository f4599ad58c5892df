//! The command line: read the arguments, do what they say, tell how it ended.
//!
//! Exit codes: 0 done, 1 it could not be done, 2 the arguments are wrong.

use balie::arguments::{self, Command};
use balie::checking;
use balie::commands;
use balie::keys::Keys;
use balie::said;
use balie::serving;
use std::env::var_os;
use std::process::ExitCode;

fn main() -> ExitCode {
    let told = arguments::read(std::env::args_os().skip(1), |name| var_os(name));
    let command = match told {
        Ok(command) => command,
        Err(why) => {
            eprintln!("balie: {}\nSee: balie --help", said::lines(&why));
            return ExitCode::from(2);
        }
    };
    match run(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("balie: {}", said::lines(&why));
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), String> {
    match command {
        Command::Help => print!("{}", arguments::HELP),
        Command::Version => println!("balie {}", env!("CARGO_PKG_VERSION")),
        Command::Serve(serve) => {
            let keys = Keys::of(&serve.store, |name| var_os(name))?;
            serving::run(&serve, &keys)?;
        }
        Command::Check { serve, send } => {
            let keys = Keys::of(&serve.store, |name| var_os(name))?;
            checking::run(&serve, &keys, send, &mut std::io::stdout().lock())?;
        }
        Command::Store(store, errand) => {
            let keys = Keys::of(&store, |name| var_os(name))?;
            commands::run(&store, &keys, &errand, &mut std::io::stdout().lock())?;
        }
    }
    Ok(())
}
