//! `preauth replay --coverage`: what transcripts touch of policies, dialogs and texts, and what they miss.

mod lines;
mod points;
mod show;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::lab::tally::Tally;
use crate::library::Library;
use crate::replay::Played;
use points::{Point, points};

/// What is told of what transcripts touch.
#[derive(Debug, Args)]
#[command(next_help_heading = "Coverage")]
pub(super) struct CoverageArgs {
    /// Tell what no transcript touches
    #[arg(long, value_enum, value_name = "FORMAT", num_args = 0..=1, require_equals = true, default_missing_value = "text")]
    coverage: Option<Format>,
    /// Write the coverage to this file; without it to standard output
    #[arg(long, value_name = "FILE", requires = "coverage")]
    coverage_output: Option<PathBuf>,
    /// Fail when less than this many percent is covered
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u64).range(0..=100))]
    coverage_least: Option<u64>,
}

/// How coverage is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Counts, and what is missing, for people
    Text,
    /// One JSON object
    Json,
    /// Records as lcov and its companions read them
    Lcov,
}

impl CoverageArgs {
    /// Whether anything is to be tallied.
    pub(super) fn is_asked(&self) -> bool {
        self.coverage.is_some() || self.coverage_least.is_some()
    }

    /// Tells what is covered; whether it is enough.
    ///
    /// # Errors
    /// Why it cannot be told.
    pub(super) fn tell(&self, library: &Library, played: &[Played]) -> Result<bool, String> {
        if !self.is_asked() {
            return Ok(true);
        }
        let points = all(library, played)?;
        let text = self.coverage.map(|format| match format {
            Format::Text => show::people(&points),
            Format::Json => show::json(&points),
            Format::Lcov => show::lcov(&points),
        });
        match (text, &self.coverage_output) {
            (Some(text), Some(file)) => fs::write(file, text)
                .map_err(|fault| format!("cannot write `{}`: {fault}", file.display()))?,
            (Some(text), None) => {
                let _nobody_reads = io::stdout().lock().write_all(text.as_bytes());
            }
            (None, _) => {}
        }
        Ok(self
            .coverage_least
            .is_none_or(|least| percent(&points) >= least))
    }
}

/// What there is to cover of every policy that some transcript is about.
fn all(library: &Library, played: &[Played]) -> Result<Vec<Point>, String> {
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let ran = played.iter().filter_map(|one| one.result.as_ref().ok());
    for (policy, tally) in ran.filter_map(|ran| ran.touched.as_ref()) {
        tallies.entry(policy.to_string()).or_default().add(tally);
    }
    let mut all: Vec<Point> = Vec::new();
    for (policy, tally) in &tallies {
        points(library, policy, tally)?
            .into_iter()
            .for_each(|point| point.join(&mut all));
    }
    all.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
    Ok(all)
}

/// The share of points that are covered, rounded down; all of nothing is covered.
fn percent(points: &[Point]) -> u64 {
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let covered = points.iter().filter(|point| point.count > 0).count();
    count(covered)
        .saturating_mul(100)
        .checked_div(count(points.len()))
        .unwrap_or(100)
}
