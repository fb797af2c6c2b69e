//! `preauth telegram` and `preauth serve`: the conversation in a messenger.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use std::{env, fs, io};

use clap::Args;
use secrecy::SecretString;
use tokio::runtime;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;

use crate::access::Access;
use crate::channel::telegram::{self, Care, Clock, Site, Stop, Webhook};
use crate::cli::{Common, data, load, tell};
use crate::clock;
use crate::domain::day::Day;
use crate::library::reason;
use crate::settings::Settings;
use crate::turn::App;

/// The variable that holds the token where no file does.
const TOKEN: &str = "PREAUTH_TELEGRAM_TOKEN";

/// The variable that holds the secret by which Telegram is known, where no file does.
const SECRET: &str = "PREAUTH_TELEGRAM_WEBHOOK_SECRET";

/// The arguments, the settings or the authored files have errors.
const FAULTY: u8 = 2;

const LONG: &str = "\
Hold conversations with provider offices in Telegram.

Every answer is on disk before the office sees the next question. Only chats that were let in with an invitation are
answered: `preauth access invite` makes one, also while this runs. The token comes from the variable
PREAUTH_TELEGRAM_TOKEN or from a file, never from an argument.";

const AFTER: &str = "\
Examples:
  PREAUTH_TELEGRAM_TOKEN=... preauth telegram
  preauth telegram --token-file /run/secrets/telegram-token --data /var/lib/preauth
  preauth access invite --role office --note 'Spine clinic, front desk'

It stops with Ctrl-C or SIGTERM, after what was taken is finished. What it tells goes to standard error, as much of it
as RUST_LOG says; no patient data and no secret is ever part of it.

Exit status:
  0  it was told to stop
  1  the sessions or the list of those who may come in could not be read or written
  2  there is no token, the settings or the authored files have errors, or the arguments are wrong";

/// Hold conversations with provider offices in Telegram
#[derive(Debug, Args)]
#[command(long_about = LONG, after_help = AFTER)]
pub(super) struct TelegramArgs {
    /// The folder of the sessions
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// A policy by name, or the path of its folder or of its policy.toml
    #[arg(long, value_name = "NAME|PATH")]
    policy: Option<String>,
    /// The file that holds the bot's token
    #[arg(long, value_name = "FILE")]
    token_file: Option<PathBuf>,
    /// Refuse to start unless the policy's certificate is of these very files: `preauth prove --write` makes one
    #[arg(long)]
    certified: bool,
    /// Take this day for today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = Day::parse)]
    today: Option<Day>,
}

/// Runs until told to stop.
pub(super) fn run(common: &Common, args: &TelegramArgs) -> ExitCode {
    let Some(settings) = load::settings(common) else {
        return ExitCode::from(FAULTY);
    };
    let Some(token) = token(args, &settings) else {
        return ExitCode::from(FAULTY);
    };
    let Some(offering) = load::certified(&settings, args.policy.as_deref(), &[], args.certified)
    else {
        return ExitCode::from(FAULTY);
    };
    let Some(api) = api(&settings) else {
        return ExitCode::from(FAULTY);
    };
    let Some(webhook) = webhook(&settings) else {
        return ExitCode::from(FAULTY);
    };
    let Some(folder) = data::folder(args.data.as_deref(), &settings) else {
        return ExitCode::FAILURE;
    };
    let Some(store) = data::open(&folder) else {
        return ExitCode::FAILURE;
    };
    let access = match access(&folder, &settings) {
        Ok(access) => access,
        Err(fault) => return failed(&fault),
    };
    let site = Site {
        app: App::new(Arc::new(offering), Arc::new(store), clock::seed),
        access,
        token,
        webhook,
        api,
        locale: settings.locale.clone(),
        clock: Clock {
            today: clock::today,
            now: clock::now,
            hour: clock::hour,
        },
        today: args.today,
        messages_per_minute: settings.messages_per_minute,
        care: Care {
            nudge_hours: settings.nudge_hours,
            expiry_days: settings.session_expiry_days,
            retention_days: settings.retention_days,
        },
        batch: settings.telegram.batch,
        wait: Duration::from_secs(settings.telegram.poll_seconds.into()),
        stop_within: Duration::from_secs(settings.telegram.stop_seconds.into()),
        folder,
    };
    match hold(site) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(stop)) => failed(&stop),
        Err(fault) => {
            tell::error(format_args!("cannot start: {}", reason(&fault)));
            ExitCode::FAILURE
        }
    }
}

fn failed(stop: &Stop) -> ExitCode {
    tell::error(stop);
    match stop {
        Stop::Store(fault) => tell::help(fault.help()),
        Stop::Access(fault) => tell::help(fault.help().map(str::to_owned)),
        Stop::Bot(_) | Stop::Port | Stop::Fault => {}
    }
    ExitCode::FAILURE
}

fn hold(site: Site) -> io::Result<Result<(), Stop>> {
    log_to_stderr();
    let runtime = runtime::Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(async {
        let (stop, stopping) = watch::channel(false);
        let mut interrupted = signal(SignalKind::interrupt())?;
        let mut terminated = signal(SignalKind::terminate())?;
        tokio::spawn(async move {
            tokio::select! {
                _ = interrupted.recv() => {}
                _ = terminated.recv() => {}
            }
            tracing::info!("stopping");
            let _gone = stop.send(true);
            // Told twice, it stops at once: what was taken is durable.
            tokio::select! {
                _ = interrupted.recv() => {}
                _ = terminated.recv() => {}
            }
            std::process::exit(0);
        });
        Ok(telegram::run(site, stopping).await)
    });
    runtime.shutdown_timeout(Duration::from_secs(1));
    outcome
}

/// What is told while it runs. Libraries tell only what goes wrong: their details may hold anybody's words.
fn log_to_stderr() {
    let filter =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("preauth=info"));
    let ours = "hyper=off,reqwest=off,teloxide_core=off,h2=off,rustls=off";
    let filter = ours
        .split(',')
        .filter_map(|directive| directive.parse().ok())
        .fold(filter, EnvFilter::add_directive);
    let colors = io::IsTerminal::is_terminal(&io::stderr()) && env::var_os("NO_COLOR").is_none();
    let told = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(colors)
        .with_target(false);
    // Another program of the same process may have set it up before.
    let _set = told.try_init();
}

fn access(folder: &Path, settings: &Settings) -> Result<Option<Access>, Stop> {
    if settings.open {
        tell::say("warning: `access.open` is set: everybody who finds the bot may use it");
        return Ok(None);
    }
    Ok(Some(Access::open(folder)?))
}

fn api(settings: &Settings) -> Option<Option<url::Url>> {
    let Some(address) = &settings.telegram.api_url else {
        return Some(None);
    };
    let read = url::Url::parse(address);
    read.map(Some)
        .map_err(|_| tell::error(format_args!("`{address}` is not the address of a server")))
        .ok()
}

/// How Telegram brings updates, if the settings say so. Nothing when they cannot be followed; why has then been said.
fn webhook(settings: &Settings) -> Option<Option<Webhook>> {
    let Some(address) = &settings.telegram.webhook_url else {
        return Some(None);
    };
    let url = url::Url::parse(address);
    let url =
        url.map_err(|_| tell::error(format_args!("`{address}` is not the address of a server")));
    let file = settings.telegram.webhook_secret_file.as_deref();
    let secret = secret(SECRET, file)?;
    let Some(secret) = secret.filter(|text| is_secret(text)) else {
        tell::error("there is no secret by which Telegram is known");
        let way = format!(
            "set {SECRET}, or name a file in `telegram.webhook_secret_file`: 1 to 256 of A-Z a-z 0-9 _ -"
        );
        tell::help(Some(way));
        return None;
    };
    let listen = &settings.telegram.webhook_listen;
    let listener = TcpListener::bind(listen);
    let listener = listener.map_err(|fault| {
        tell::error(format_args!(
            "cannot wait for updates at `{listen}`: {}",
            reason(&fault)
        ));
    });
    Some(Some(Webhook {
        url: url.ok()?,
        listener: listener.ok()?,
        secret: SecretString::from(secret),
    }))
}

fn is_secret(text: &str) -> bool {
    let part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    (1..=256).contains(&text.len()) && text.bytes().all(part)
}

/// What the variable says, or else the file. Nothing within when there is neither; nothing at all when the file cannot be
/// read, and why has then been said.
fn secret(variable: &str, file: Option<&Path>) -> Option<Option<String>> {
    let named = env::var(variable)
        .ok()
        .filter(|text| !text.trim().is_empty());
    let text = match (named, file) {
        (Some(text), _) => Ok(Some(text)),
        (None, Some(file)) => fs::read_to_string(file).map(Some).map_err(|fault| {
            let (file, why) = (file.display(), reason(&fault));
            tell::error(format_args!("cannot read `{file}`: {why}"));
        }),
        (None, None) => Ok(None),
    };
    text.ok()
        .map(|text| text.map(|text| text.trim().to_owned()))
}

fn token(args: &TelegramArgs, settings: &Settings) -> Option<SecretString> {
    let file = args
        .token_file
        .as_ref()
        .or(settings.telegram.token_file.as_ref());
    let Some(text) = secret(TOKEN, file.map(PathBuf::as_path))? else {
        tell::error("there is no token of a bot");
        let way =
            format!("set {TOKEN}, or name a file with `--token-file`; @BotFather gives a token");
        tell::help(Some(way));
        return None;
    };
    if !is_token(&text) {
        tell::error("what is given as token is none");
        tell::help(Some(
            "a token is a number, a colon, and letters: as @BotFather gave it".into(),
        ));
        return None;
    }
    Some(SecretString::from(text))
}

/// Whether a text has the form of a token. The text is never shown.
fn is_token(text: &str) -> bool {
    let part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    text.split_once(':').is_some_and(|(bot, secret)| {
        let number = !bot.is_empty() && bot.bytes().all(|byte| byte.is_ascii_digit());
        number && !secret.is_empty() && secret.bytes().all(part)
    })
}
