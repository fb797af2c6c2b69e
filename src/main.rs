//! The `preauth` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    preauth::cli::main()
}
