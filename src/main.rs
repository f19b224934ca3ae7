//! `oit`: arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

/// A tenth of the time of a build went into giving out memory and taking it back.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    oit::command::run(oit::cli::Arguments::parse())
}
