//! `oit`: arguments in, exit code out.

use std::process::ExitCode;

use mimalloc::MiMalloc;
use oit::command::{explain_panics, is_clicked, run_clicked, run_typed};

/// Giving out memory and taking it back is an eighth of a build with the system's allocator.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    explain_panics();
    if is_clicked() {
        let folder = std::env::current_dir().unwrap_or_default();
        run_clicked(&folder, &mut std::io::stdin().lock())
    } else {
        run_typed()
    }
}
