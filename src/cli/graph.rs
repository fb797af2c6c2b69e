//! `preauth graph`: a policy's conversation and criteria as pictures.

mod counted;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::cli::load::{self, Opened};
use crate::cli::{Common, data, output};
use crate::domain::message::Message;
use crate::graph::dot::dot;
use crate::graph::mermaid::mermaid;
use crate::graph::svg::svg;
use crate::graph::{Counts, criteria, dialog};
use crate::guide::Words;
use crate::settings::Settings;
use crate::turn::Offering;

/// The authored files have errors, or the picture cannot be made or written.
const FAULTY: u8 = 2;

const LONG: &str = "\
Draw a policy: its questions in order with the answers they offer, or the tree of its criteria.

SVG needs no other program and shows in every browser; Mermaid shows where Markdown is read; DOT is for Graphviz. With
--coverage or --sessions every question, answer and criterion is shaded by how often it was seen, with the number in
its box.";

const AFTER: &str = "\
Examples:
  preauth graph --output questions.svg
  preauth graph --what criteria --format mermaid
  preauth graph --coverage tests/transcripts/vertebral-augmentation > covered.svg
  preauth graph --what criteria --sessions --data sessions --format dot | dot -Tpdf > criteria.pdf

Exit status:
  0  the picture is written
  2  the authored files have errors, the picture cannot be made or written, or the arguments are wrong";

/// Draw a policy's questions or criteria
#[derive(Debug, Args)]
#[command(long_about = LONG, after_help = AFTER)]
pub(super) struct GraphArgs {
    /// A policy by name, or the path of its folder or of its policy.toml
    #[arg(value_name = "POLICY")]
    policy: Option<String>,
    /// The same, as other commands take it
    #[arg(long = "policy", value_name = "NAME|PATH", conflicts_with = "policy")]
    named: Option<String>,
    /// What is drawn
    #[arg(long, value_enum, default_value = "dialog")]
    what: What,
    /// How it is written
    #[arg(long, value_enum, default_value = "svg")]
    format: Format,
    /// Shade by how often the transcripts of this folder, or this transcript, come by
    #[arg(long, value_name = "PATH", conflicts_with = "sessions")]
    coverage: Option<PathBuf>,
    /// Shade by how often the stored sessions came by
    #[arg(long)]
    sessions: bool,
    /// The folder of the stored sessions
    #[arg(long, value_name = "FOLDER", requires = "sessions")]
    data: Option<PathBuf>,
    /// The language
    #[arg(long, value_name = "TAG", default_value = "en-US")]
    locale: String,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    /// The questions in order, with the answers they offer
    Dialog,
    /// Rules, paths and criteria, with what each looks at
    Criteria,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A picture
    Svg,
    /// Text for Mermaid
    Mermaid,
    /// Text for Graphviz
    Dot,
}

/// Draws the picture.
pub(super) fn run(common: &Common, args: &GraphArgs) -> ExitCode {
    match drawn(common, args) {
        Some(()) => ExitCode::SUCCESS,
        None => ExitCode::from(FAULTY),
    }
}

fn drawn(common: &Common, args: &GraphArgs) -> Option<()> {
    let settings = load::settings(common)?;
    let name = args.policy.as_deref().or(args.named.as_deref());
    let opened = load::opened(&settings, name)?;
    let offering = opened.offering(&settings)?;
    let tag = output::tag(&offering, &args.locale)?;
    let counts = counts(args, &settings, (&opened, &offering))?;
    opened.origin.say();
    let locale = offering.locale(tag);
    let say = |message: &Message| locale.render(message);
    let words = Words {
        policy: &offering.policy,
        dialog: &offering.dialog,
        say: &say,
    };
    let graph = match args.what {
        What::Dialog => dialog(&words, tag, counts.as_ref()),
        What::Criteria => criteria(&words, tag, counts.as_ref()),
    };
    let text = match args.format {
        Format::Svg => svg(&graph),
        Format::Mermaid => mermaid(&graph),
        Format::Dot => dot(&graph),
    };
    output::write(args.output.as_deref(), &text)
}

/// What the picture is shaded by; nothing within where it is not. Nothing at all when that cannot be had; why has then
/// been said.
fn counts(
    args: &GraphArgs,
    settings: &Settings,
    (opened, offering): (&Opened, &Offering),
) -> Option<Option<Counts>> {
    if let Some(path) = &args.coverage {
        return counted::transcripts(opened.whole(), offering, path).map(Some);
    }
    if args.sessions {
        let folder = data::folder(args.data.as_deref(), settings)?;
        return counted::sessions(offering, &folder).map(Some);
    }
    Some(None)
}
