//! `dialog.toml` to a checked [`Dialog`]: every fault at once, each with its place and help.

mod cover;
mod step;

use crate::domain::authored::{Faults, read, schema as schema_of};
use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::dialog::level::Level;
use crate::domain::dialog::model::{Dialog, StepKind};
use crate::domain::dialog::raw::{self, DialogFile};
use crate::domain::policy::Policy;

/// Reads and checks a conversation about a policy. Without an error among the diagnostics there is one.
#[must_use]
pub fn parse(file: &str, text: &str, policy: &Policy) -> (Option<Dialog>, Vec<Diagnostic>) {
    let (draft, diagnostics) = draft(file, text, policy);
    let refused = diagnostics
        .iter()
        .any(|fault| fault.severity == Severity::Error);
    ((!refused).then_some(draft), diagnostics)
}

/// The same, with those steps that could be read also where there is an error: what else is checked against them is told
/// at once.
#[must_use]
pub fn draft(file: &str, text: &str, policy: &Policy) -> (Dialog, Vec<Diagnostic>) {
    let (raw, mut diagnostics) = read::<DialogFile>(file, text);
    let Some(raw) = raw else {
        let dialog = Dialog {
            policy: policy.name().clone(),
            steps: Vec::new(),
        };
        return (dialog, diagnostics);
    };
    let mut faults = Faults::new(file);
    let dialog = Reader {
        faults: &mut faults,
        raw: &raw,
        policy,
    }
    .dialog();
    diagnostics.extend(faults.finish());
    (dialog, diagnostics)
}

/// The faults that can be told without the policy: those of syntax, keys and types.
#[must_use]
pub fn form(file: &str, text: &str) -> Vec<Diagnostic> {
    read::<DialogFile>(file, text).1
}

/// The JSON Schema of `dialog.toml`, for editors.
#[must_use]
pub fn schema() -> serde_json::Value {
    schema_of::<DialogFile>()
}

struct Reader<'a> {
    faults: &'a mut Faults,
    raw: &'a DialogFile,
    policy: &'a Policy,
}

impl Reader<'_> {
    fn dialog(mut self) -> Dialog {
        self.header();
        let steps = self.steps();
        let dialog = Dialog {
            policy: self.policy.name().clone(),
            steps,
        };
        if !self.faults.refuse() {
            self.first_steps(&dialog);
            self.every_level_lies_somewhere();
            self.cover(&dialog);
        }
        dialog
    }

    fn header(&mut self) {
        let format = &self.raw.format;
        if format.value != 1 {
            self.faults
                .error(
                    format.span.clone(),
                    format!("format {} is not known", format.value),
                )
                .help("this release reads format 1");
        }
        let policy = &self.raw.dialog.policy;
        if policy.value != self.policy.name().as_str() {
            self.faults
                .error(
                    policy.span.clone(),
                    format!("the policy beside this file is `{}`", self.policy.name()),
                )
                .help("a dialog lies in the folder of its policy and names it");
        }
    }

    /// Whatever level is named, the policy says in which region it lies: otherwise that would stay open for ever.
    fn every_level_lies_somewhere(&mut self) {
        let mut steps = self.raw.step.iter();
        let asks = steps.find(|step| matches!(step.kind.value, raw::StepKind::Levels));
        if self.policy.region_fact().is_none() {
            if let Some(step) = asks {
                self.faults
                    .error(step.kind.span.clone(), "the policy has no levels")
                    .help("leave the step out, or add `[subject.level]` to policy.toml");
            }
            return;
        }
        let lies = |level: &Level| {
            let (letter, _) = level.segment().letter_and_count();
            self.policy.region_of(letter, level.number()).is_some()
        };
        let nowhere: Vec<String> = Level::all()
            .filter(|level| !lies(level))
            .map(|level| level.to_string())
            .collect();
        if let Some(step) = asks.filter(|_| !nowhere.is_empty()) {
            self.faults
                .error(
                    step.kind.span.clone(),
                    format!("no region of the policy has the level {}", nowhere.join(", ")),
                )
                .help("give every level from C1 to S5 to one of the `regions` in policy.toml, so that whoever names it gets an answer");
        }
    }

    /// The procedures are asked first, and once; so are levels and documents.
    fn first_steps(&mut self, dialog: &Dialog) {
        for kind in [StepKind::Procedures, StepKind::Levels, StepKind::Documents] {
            let mut own = self
                .raw
                .step
                .iter()
                .zip(&dialog.steps)
                .filter(|(_, step)| step.kind == kind);
            let first = own.next();
            for (raw, _) in own {
                self.faults
                    .error(
                        raw.kind.span.clone(),
                        "there is a step of this kind already",
                    )
                    .help("procedures, levels and documents are asked by one step each");
            }
            if kind == StepKind::Procedures
                && first.is_none_or(|(_, step)| {
                    !dialog.steps.iter().take(1).any(|one| one.name == step.name)
                })
            {
                let span = self
                    .raw
                    .step
                    .first()
                    .map(|step| step.id.span.clone())
                    .unwrap_or_default();
                self.faults
                    .error(span, "the first step does not ask for the procedures")
                    .help("begin with a step of kind `procedures`");
            }
        }
    }
}
