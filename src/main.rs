//! `oit`: arguments in, exit code out.

use std::process::ExitCode;

use mimalloc::MiMalloc;
use oit::cli::Arguments;
use oit::command::{answer, explain_panics, run};

/// Giving out memory and taking it back is an eighth of a build with the system's allocator.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    explain_panics();
    Arguments::typed().map_or_else(|unread| answer(*unread), |arguments| run(&arguments))
}
