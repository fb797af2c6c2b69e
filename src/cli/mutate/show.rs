//! What became of the faults, as text and as JSON.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use super::judge::{Fate, Suite};
use super::{Found, Judged};
use crate::cli::report::{counted, counted_as};

/// How many faults met which fate.
#[derive(Default)]
struct Tally {
    refused: usize,
    by_case: usize,
    by_transcript: usize,
    same: usize,
    survive: usize,
}

impl Tally {
    fn of<'j>(judged: impl IntoIterator<Item = &'j Judged>) -> Self {
        let mut tally = Self::default();
        for one in judged {
            let count = match &one.fate {
                Fate::Refused(_) => &mut tally.refused,
                Fate::Noticed { cases, .. } if !cases.is_empty() => &mut tally.by_case,
                Fate::Noticed { .. } => &mut tally.by_transcript,
                Fate::Same(_) => &mut tally.same,
                Fate::Survives(_) => &mut tally.survive,
            };
            *count = count.saturating_add(1);
        }
        tally
    }
}

/// A line for each kind of fault, then every fault that survives with what would notice it.
pub(super) fn people(found: &Found) -> String {
    let tally = Tally::of(&found.judged);
    let mut text = format!(
        "{}: {} judged by the check, the cases and {}\n",
        found.suite.name(),
        counted(found.judged.len(), "fault"),
        counted(found.suite.count(), "transcript"),
    );
    let mut kinds: BTreeMap<&str, Vec<&Judged>> = BTreeMap::new();
    for one in &found.judged {
        kinds.entry(one.mutant.fault).or_default().push(one);
    }
    let _ = writeln!(
        text,
        "  {:<52} {:>7} {:>7} {:>7} {:>7} {:>7}",
        "", "check", "case", "script", "same", "survive"
    );
    for (kind, all) in kinds {
        row(&mut text, kind, &Tally::of(all));
    }
    row(&mut text, "all", &tally);
    for one in &found.judged {
        survivor(&mut text, found, one);
    }
    let survive = match tally.survive {
        0 => "every fault is noticed, or changes nothing".to_owned(),
        count => format!("{} unnoticed", counted_as(count, "fault goes", "faults go")),
    };
    let _ = writeln!(text, "\n{survive}; {:.1} seconds", found.seconds);
    text
}

fn row(text: &mut String, kind: &str, tally: &Tally) {
    let _ = writeln!(
        text,
        "  {kind:<52} {:>7} {:>7} {:>7} {:>7} {:>7}",
        tally.refused, tally.by_case, tally.by_transcript, tally.same, tally.survive
    );
}

fn survivor(text: &mut String, found: &Found, one: &Judged) {
    let Fate::Survives(survivor) = &one.fate else {
        return;
    };
    let file = found.suite.text(one.file);
    let line = one.mutant.line(&file.text);
    let _ = writeln!(
        text,
        "\n{}:{line}: {}: {}",
        file.path, one.mutant.entry, one.mutant.fault
    );
    let before = one.mutant.before(&file.text);
    before
        .trim_end()
        .lines()
        .for_each(|line| text.push_str(&format!("  - {}\n", line.trim_end())));
    let after = one.mutant.after.trim_end();
    after
        .lines()
        .for_each(|line| text.push_str(&format!("  + {}\n", line.trim_end())));
    if !survivor.changes.is_empty() {
        let _ = writeln!(text, "  it changes: {}", survivor.changes);
    }
    match &survivor.transcript {
        Some(transcript) => {
            let _ = writeln!(
                text,
                "  this conversation would notice it; `preauth replay --bless` fills in what is said:\n"
            );
            transcript
                .lines()
                .for_each(|line| text.push_str(&format!("  {line}\n")));
        }
        None => text.push_str(
            "  no conversation about one procedure at one level was found that would notice it\n",
        ),
    }
}

fn fate(suite: &Suite, fate: &Fate) -> Json {
    match fate {
        Fate::Refused(why) => json!({ "fate": "refused", "why": why }),
        Fate::Noticed { cases, transcripts } => {
            json!({ "fate": "noticed", "cases": cases, "transcripts": transcripts })
        }
        Fate::Same(why) => json!({ "fate": "same", "why": why }),
        Fate::Survives(one) => {
            let transcript = one.transcript.as_ref().map(|text| suite.filled(text));
            json!({ "fate": "survives", "changes": one.changes, "transcript": transcript })
        }
    }
}

pub(super) fn json(found: &Found) -> String {
    let mutants = found.judged.iter().map(|one| {
        let file = found.suite.text(one.file);
        let mut all = fate(&found.suite, &one.fate);
        let own = json!({
            "file": file.path,
            "line": one.mutant.line(&file.text),
            "start": one.mutant.span.start,
            "end": one.mutant.span.end,
            "entry": one.mutant.entry,
            "fault": one.mutant.fault,
            "before": one.mutant.before(&file.text),
            "after": one.mutant.after,
        });
        if let (Json::Object(all), Json::Object(own)) = (&mut all, own) {
            all.extend(own);
        }
        all
    });
    let tally = Tally::of(&found.judged);
    let value = json!({
        "policy": found.suite.name(),
        "transcripts": found.suite.count(),
        "faults": found.judged.len(),
        "refused": tally.refused,
        "noticed_by_cases": tally.by_case,
        "noticed_by_transcripts": tally.by_transcript,
        "same": tally.same,
        "survive": tally.survive,
        "seconds": found.seconds,
        "mutants": mutants.collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}
