//! `preauth schema`: the JSON Schema of an authored file, for editors.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::cli::tell;
use crate::domain::{dialog, policy};
use crate::settings;

/// Print the JSON Schema of an authored file, for editors that complete and check TOML.
#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// Which file
    #[arg(value_enum)]
    of: Of,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Of {
    /// policy.toml
    Policy,
    /// dialog.toml
    Dialog,
    /// cases.toml
    Cases,
    /// preauth.toml
    Config,
}

/// Prints the schema.
pub(super) fn run(args: &SchemaArgs) -> ExitCode {
    let schema = match args.of {
        Of::Policy => policy::schema(),
        Of::Dialog => dialog::schema(),
        Of::Cases => policy::cases_schema(),
        Of::Config => settings::schema(),
    };
    let mut out = io::stdout().lock();
    match writeln!(out, "{schema:#}") {
        Err(fault) if fault.kind() != io::ErrorKind::BrokenPipe => {
            tell::error(fault);
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
