//! The command line: read the arguments, do what they say, tell how it ended.
//!
//! Exit codes: 0 done, 1 the desk could not open, 2 the arguments are wrong.

use balie::arguments::{self, Command};
use balie::serving;
use std::process::ExitCode;

fn main() -> ExitCode {
    let told = arguments::read(
        std::env::args_os().skip(1),
        std::env::var_os(arguments::ANCESTORS_VARIABLE),
    );
    match told {
        Ok(Command::Help) => {
            print!("{}", arguments::HELP);
            ExitCode::SUCCESS
        }
        Ok(Command::Version) => {
            println!("balie {}", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        Ok(Command::Serve(serve)) => match serving::run(&serve) {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => {
                eprintln!("balie: {why}");
                ExitCode::FAILURE
            }
        },
        Err(why) => {
            eprintln!("balie: {why}\nSee: balie --help");
            ExitCode::from(2)
        }
    }
}
