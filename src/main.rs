//! `oit`: arguments in, exit code out.

use std::process::ExitCode;

use mimalloc::MiMalloc;
use oit::cli::Arguments;
use oit::command::{answer, explain_panics, run};

/// A tenth of the time of a build went into giving out memory and taking it back.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    explain_panics();
    Arguments::typed().map_or_else(|unread| answer(*unread), run)
}
