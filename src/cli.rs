//! The command line: one file a command.

mod access;
mod chat;
mod check;
mod data;
mod diff;
mod evaluate;
mod graph;
mod guide;
mod labs;
mod load;
mod mutate;
mod output;
mod prove;
mod record;
mod replay;
pub mod report;
mod schema;
mod sessions;
mod telegram;
mod tell;
mod view;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

/// Conversational prior-authorization intake: asks only what still matters, keeps every answer, and says what the
/// payer's policy says. It never says approved, denied or covered: those words are the payer's.
#[derive(Debug, Parser)]
#[command(name = "preauth", version, propagate_version = true, after_long_help = SETTINGS)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

const SETTINGS: &str = "\
Settings come from the file of --config; without it from the file that PREAUTH_CONFIG names; without either, every
setting has its default. A variable such as PREAUTH__STORE__DATA takes the place of a key of the file.";

/// What every command takes.
#[derive(Debug, Args)]
pub(crate) struct Common {
    /// The settings file; without it the one PREAUTH_CONFIG names, or else defaults
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// A folder with `dialogs/`, `locales/` or both, instead of the files the program carries
    #[arg(long, global = true, value_name = "FOLDER")]
    library: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Access(access::AccessArgs),
    Chat(chat::ChatArgs),
    Check(check::CheckArgs),
    Diff(diff::DiffArgs),
    Evaluate(evaluate::EvaluateArgs),
    Graph(graph::GraphArgs),
    Guide(guide::GuideArgs),
    Mutate(mutate::MutateArgs),
    Prove(prove::ProveArgs),
    Record(record::RecordArgs),
    Replay(replay::ReplayArgs),
    Schema(schema::SchemaArgs),
    Serve(telegram::TelegramArgs),
    Sessions(sessions::SessionsArgs),
    Telegram(telegram::TelegramArgs),
}

/// Runs the command that the arguments name.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.command {
        Command::Access(args) => access::run(&cli.common, &args),
        Command::Chat(args) => chat::run(&cli.common, &args),
        Command::Check(args) => check::run(&cli.common, &args),
        Command::Diff(args) => diff::run(&cli.common, &args),
        Command::Evaluate(args) => evaluate::run(&cli.common, &args),
        Command::Graph(args) => graph::run(&cli.common, &args),
        Command::Guide(args) => guide::run(&cli.common, &args),
        Command::Mutate(args) => mutate::run(&cli.common, &args),
        Command::Prove(args) => prove::run(&cli.common, &args),
        Command::Record(args) => record::run(&cli.common, &args),
        Command::Replay(args) => replay::run(&cli.common, &args),
        Command::Schema(args) => schema::run(&args),
        Command::Serve(args) | Command::Telegram(args) => telegram::run(&cli.common, &args),
        Command::Sessions(args) => sessions::run(&cli.common, &args),
    }
}
