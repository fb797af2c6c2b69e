//! `preauth replay`: conversations as text, played as tests.

mod coverage;
mod crew;
mod modes;
mod show;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::cli::{Common, report, tell};
use crate::domain::diagnostic::Diagnostic;
use crate::library::{Library, LibraryError};
use crate::replay::{Options, Played, Replayer, Script, scripts};
use coverage::CoverageArgs;
use modes::ModeArgs;
use show::Tally;

/// Where transcripts are looked for when none is named, below the folder with the library.
const TRANSCRIPTS: &str = "tests/transcripts";

/// Some transcript cannot be read or played.
const FAULTY: u8 = 2;

const LONG: &str = "\
Play transcripts and compare what the product says with what they expect.

A transcript is a text file. Header lines come first, then the conversation:
  locale: en-US
  today: 2026-11-22
  policy: vertebral-augmentation

  > what the person types
  < what the product says, or @ and a message's id, or both; `...` stands for any lines
    [First choice] [Second choice]
  = disposition: submit
  ! advance 14 days
  # a comment

What holds (`=`) is a fact by its name, disposition, needs, also, readings, paths_met, changes_on, missing_documents,
cites, notes, case or questions. What happens (`!`) is advance, restart, kill, duplicate, stale, policy, locale,
hand-over or wake (remind, nudge or expire: what happens when nobody says anything). Every line that is said must be
expected. Expectations before the first `>` are about somebody who comes in without a word.

Modes play a transcript again, each in its own way, once it is as written; what it expects must hold all the same. A
difference names its mode. In another language what is typed is said in words of that language wherever they are read
alike: a choice by its label there, a day as a day. What has no such words there (prose, what is refused for the way it
is put) is taken as what it was read as in its own language; the last line counts how often.

Coverage tells what no transcript touches of policies, dialogs and texts, with file and line: steps asked and answered,
choices, criteria seen met, not met, open and deciding a result (it would be another if the criterion came out as its
opposite), values of readings that mattered, exact values one below and at each threshold, messages said in each
language, and verbs. Texts that only another channel says, and phrases that people type, do not count.";

const AFTER: &str = "\
Examples:
  preauth replay
  preauth replay tests/transcripts/vertebral-augmentation/01-pvp-l1-nine-weeks-failed.txt
  preauth replay --bless my-transcript.txt
  preauth replay --all-modes tests/transcripts
  preauth replay --crash-after-each-turn --shuffle --seed 7 my-transcript.txt
  preauth replay --coverage --coverage-least 90
  preauth replay --coverage=lcov --coverage-output coverage.info

Exit status:
  0  everything is as written, or was rewritten
  1  there are differences, or less is covered than was asked for
  2  a transcript cannot be read or played, or the arguments are wrong";

/// Play conversations written as text, as tests
#[derive(Debug, Args)]
#[command(long_about = LONG, after_help = AFTER)]
pub(super) struct ReplayArgs {
    /// Transcripts, or folders of them; without any, tests/transcripts
    paths: Vec<PathBuf>,
    /// Rewrite what transcripts expect to what was heard
    #[arg(long)]
    bless: bool,
    /// One JSON object for each transcript instead of text
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    modes: ModeArgs,
    #[command(flatten)]
    coverage: CoverageArgs,
}

/// Plays every transcript.
pub(super) fn run(common: &Common, args: &ReplayArgs) -> ExitCode {
    let (library, scripts) = match (library(common), scripts(&paths(common, args))) {
        (Ok(library), Ok(scripts)) => (library, scripts),
        (Err(fault), _) => return refused(fault),
        (_, Err(fault)) => return refused(fault),
    };
    let options = Options {
        modes: args.modes.all(),
        seed: args.modes.seed,
        tally: args.coverage.is_asked(),
    };
    let replayer = Replayer::new(library.clone(), options);
    let mut played = crew::play(&replayer, &scripts);
    let blessed = if args.bless {
        bless(&replayer, &scripts, &mut played)
    } else {
        Ok(0)
    };
    match blessed {
        Ok(blessed) => {
            let ended = end(args, &scripts, &played, blessed);
            match args.coverage.tell(&library, &played) {
                Ok(enough) if ended == ExitCode::SUCCESS && !enough => ExitCode::FAILURE,
                Ok(_) => ended,
                Err(fault) => refused(fault),
            }
        }
        Err(fault) => refused(fault),
    }
}

fn refused(fault: impl std::fmt::Display) -> ExitCode {
    tell::error(fault);
    ExitCode::from(FAULTY)
}

fn library(common: &Common) -> Result<Library, LibraryError> {
    common
        .library
        .as_deref()
        .map_or_else(Library::embedded, Library::open)
}

fn paths(common: &Common, args: &ReplayArgs) -> Vec<PathBuf> {
    if args.paths.is_empty() {
        return vec![common.library.clone().unwrap_or_default().join(TRANSCRIPTS)];
    }
    args.paths.clone()
}

/// Rewrites the transcripts that differ and plays them once more: what still differs cannot be written down.
fn bless(replayer: &Replayer, scripts: &[Script], played: &mut [Played]) -> Result<usize, String> {
    let mut count = 0;
    for (script, played) in scripts.iter().zip(played) {
        let blessed = match &played.result {
            Ok(ran) if ran.blessed != script.text => ran.blessed.clone(),
            _ => continue,
        };
        fs::write(&script.path, &blessed)
            .map_err(|fault| format!("cannot write `{}`: {fault}", script.file))?;
        *played = replayer.play(&Script {
            text: blessed,
            ..script.clone()
        });
        count += 1;
    }
    Ok(count)
}

fn end(args: &ReplayArgs, scripts: &[Script], played: &[Played], blessed: usize) -> ExitCode {
    let tally = Tally::of(played, blessed);
    let text = if args.json {
        show::json(played, scripts)
    } else {
        show::people(played, &tally)
    };
    let _nobody_reads = io::stdout().lock().write_all(text.as_bytes());
    let faults: Vec<Diagnostic> = played
        .iter()
        .filter_map(|one| one.result.as_ref().err())
        .flatten()
        .cloned()
        .collect();
    if !args.json {
        let sources: BTreeMap<String, String> = scripts
            .iter()
            .map(|script| (script.file.clone(), script.text.clone()))
            .collect();
        let colors = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let _unsaid = io::stderr()
            .lock()
            .write_all(report::people(&faults, &sources, colors).as_bytes());
    }
    match (tally.refused, tally.differ) {
        (0, 0) => ExitCode::SUCCESS,
        (0, _) => ExitCode::FAILURE,
        _ => ExitCode::from(FAULTY),
    }
}
