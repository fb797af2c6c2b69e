//! The `preauth` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    preauth::cli::main()
}

/// What is allocated and freed by several threads for a long time stays fast and does not spread.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
