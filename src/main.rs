//! `oit`: arguments in, exit code out.

use std::process::ExitCode;

use oit::cli::Arguments;
use oit::command::{answer, explain_panics, run};

fn main() -> ExitCode {
    explain_panics();
    Arguments::typed().map_or_else(|unread| answer(*unread), |arguments| run(&arguments))
}
