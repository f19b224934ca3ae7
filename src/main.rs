//! `oit`: arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    oit::command::run(oit::cli::Arguments::parse())
}
