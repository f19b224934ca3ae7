//! `oit`: arguments in, exit code out.

use std::process::ExitCode;

use mimalloc::MiMalloc;
use oit::cli::Arguments;
use oit::command::{refuse, run};

/// A tenth of the time of a build went into giving out memory and taking it back.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    Arguments::typed().map_or_else(|unread| refuse(*unread), run)
}
