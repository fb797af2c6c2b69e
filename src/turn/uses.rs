//! Every message that a policy and its dialog are worded by, with the variables it is given: what the check of the
//! locales holds the files against.

use crate::domain::dialog::{Dialog, Faq, Per, SHELL, Step, StepKind, Verb};
use crate::domain::handbook::HANDBOOK;
use crate::domain::policy::{Disposition, Policy};
use crate::locale::{Locales, Use};

/// What the messenger says by itself.
pub const MESSENGER: [&str; 31] = [
    "telegram-deleted",
    "telegram-stranger",
    "telegram-code-not-valid",
    "telegram-too-fast",
    "telegram-no-files",
    "telegram-no-voice",
    "telegram-text-only",
    "telegram-edited",
    "telegram-private-only",
    "telegram-welcome",
    "telegram-stale",
    "telegram-busy",
    "telegram-full",
    "telegram-parked",
    "telegram-no-such-case",
    "telegram-fault",
    "telegram-close",
    "telegram-done",
    "telegram-pick-day",
    "telegram-new",
    "telegram-go-on",
    "telegram-command-start",
    "telegram-command-new",
    "telegram-command-help",
    "telegram-command-status",
    "telegram-command-summary",
    "telegram-command-edit",
    "telegram-command-back",
    "telegram-command-language",
    "telegram-command-cancel",
    "telegram-command-delete",
];

/// Lists of words in the messenger's calendar.
const CALENDAR: [&str; 2] = ["telegram-weekdays", "telegram-months"];

/// Every message that is used. Lists of phrases beyond the common one are used where they are there.
pub(super) fn all(policy: &Policy, dialog: &Dialog, locales: &Locales) -> Vec<Use> {
    let mut uses = shell(locales);
    optional(dialog, locales, &mut uses);
    dialog
        .steps
        .iter()
        .for_each(|step| of_step(step, &mut uses));
    of_policy(policy, &mut uses);
    uses
}

fn shell(locales: &Locales) -> Vec<Use> {
    let mut uses = table(SHELL, "the shell");
    uses.extend(table(HANDBOOK, "the handbook"));
    uses.push(Use::new("terminal-kept", "the terminal").with("reference"));
    uses.push(Use::new("terminal-recorded", "the terminal").with("file"));
    let partly = Use::new("terminal-recorded-partly", "the terminal");
    uses.push(partly.with("file").with("count"));
    uses.push(Use::new("terminal-not-recorded", "the terminal").with("why"));
    uses.push(Use::new("telegram-erased", "the messenger").with("reference"));
    let mut add = |id: String| uses.push(Use::new(id, "the shell"));
    MESSENGER.iter().for_each(|id| add((*id).to_owned()));
    for id in CALENDAR {
        add(id.to_owned());
        add(format!("{id}.phrases"));
    }
    for id in [
        "place-other",
        "terminal-nothing-kept",
        "terminal-busy",
        "terminal-full",
    ] {
        add(id.to_owned());
    }
    for verb in Verb::ALL {
        ["", ".phrases", ".about"]
            .iter()
            .for_each(|part| add(format!("{}{part}", verb.message())));
    }
    for disposition in Disposition::ALL {
        add(format!("disposition-{}", disposition.as_str()));
        add(format!("disposition-{}.short", disposition.as_str()));
    }
    for faq in [Faq::Patient, Faq::Approved] {
        add(faq.message().to_owned());
        add(format!("{}.phrases", faq.message()));
    }
    for tag in locales.tags() {
        add(format!("language-{tag}"));
        add(format!("language-{tag}.phrases"));
    }
    for name in ["same", "different"] {
        add(format!("same-as-ask.{name}-phrases"));
    }
    for id in [
        "yes",
        "no",
        "not_on_record",
        "documents-all",
        "documents-none",
    ] {
        add(format!("{id}.phrases"));
    }
    uses
}

fn table(messages: &[(&str, &[&str])], from: &str) -> Vec<Use> {
    let said = messages.iter().map(|(id, variables)| {
        variables
            .iter()
            .fold(Use::new(*id, from), |one, variable| one.with(*variable))
    });
    said.collect()
}

fn of_step(step: &Step, uses: &mut Vec<Use>) {
    let from = format!("the step `{}`", step.name);
    let about = match (step.kind, step.per) {
        (StepKind::Procedures | StepKind::Documents, _) => None,
        (_, Per::Place) => Some("place"),
        (_, Per::Request | Per::Procedure) => Some("procedure"),
    };
    let mut parts = vec!["", ".help", ".aloud"];
    if !matches!(
        step.kind,
        StepKind::Choice | StepKind::YesNo | StepKind::Several
    ) {
        parts.push(".hint");
    }
    for part in parts {
        let one = Use::new(format!("ask-{}{part}", step.name), from.clone());
        uses.push(about.into_iter().fold(one, Use::with));
    }
    uses.push(Use::new(format!("ask-{}.label", step.name), from.clone()));
    uses.push(Use::new(
        format!("supplier-{}", step.supplied_by),
        from.clone(),
    ));
    for choice in &step.choices {
        let id = step.choice_message(choice);
        match step.kind {
            StepKind::YesNo => uses.push(Use::new(
                format!("ask-{}.{}-phrases", step.name, choice.name),
                from.clone(),
            )),
            StepKind::Procedures => {
                ["", ".phrases", ".inline"]
                    .iter()
                    .for_each(|part| uses.push(Use::new(format!("{id}{part}"), from.clone())));
            }
            _ => ["", ".phrases"]
                .iter()
                .for_each(|part| uses.push(Use::new(format!("{id}{part}"), from.clone()))),
        }
    }
}

/// Words that count only as an answer to one step, and words by which free text refers to a step.
fn optional(dialog: &Dialog, locales: &Locales, uses: &mut Vec<Use>) {
    let has = |id: &str| {
        locales
            .tags()
            .filter_map(|tag| locales.get(tag))
            .any(|locale| locale.has(id))
    };
    for step in &dialog.steps {
        let choices = step
            .choices
            .iter()
            .map(|choice| step.choice_message(choice))
            .flat_map(|id| ["bare", "button", "no-phrases"].map(|part| format!("{id}.{part}")));
        let ids = choices
            .chain([format!("ask-{}.cues", step.name)])
            .filter(|id| has(id));
        uses.extend(ids.map(|id| Use::new(id, format!("the step `{}`", step.name))));
    }
}

fn of_policy(policy: &Policy, uses: &mut Vec<Use>) {
    let from = format!("the policy `{}`", policy.name());
    let mut add = |id: String| uses.push(Use::new(id, from.clone()));
    ["policy-title", "policy-short"]
        .into_iter()
        .for_each(|id| add(id.into()));
    for (_, name) in policy.criteria() {
        add(format!("criterion-{name}"));
        add(format!("criterion-{name}.short"));
    }
    for reading in policy.readings() {
        add(format!("reading-{}", reading.name));
        for value in &reading.values {
            add(format!("reading-{}-{value}", reading.name));
        }
    }
    policy
        .constraints()
        .iter()
        .for_each(|constraint| add(format!("constraint-{}", constraint.name)));
    policy
        .facts_list()
        .iter()
        .for_each(|fact| add(format!("fact-{}", fact.name)));
    for document in policy.documents() {
        add(format!("document-{}", document.name));
        add(format!("document-{}.shows", document.name));
    }
    policy
        .tec()
        .iter()
        .for_each(|tec| add(format!("tec-{}", tec.number)));
    for note in policy.notes() {
        add(format!("note-{}", note.name));
        if note.source.is_some() {
            add(format!("note-{}.source", note.name));
        }
        if note.has_conditional_form() {
            add(format!("note-{}.if", note.name));
        }
    }
    let mut levels = Vec::new();
    for rule in policy.rule_numbers() {
        policy
            .rule_name(rule)
            .into_iter()
            .for_each(|name| add(format!("rule-{name}")));
        let elsewhere = policy.handled_as(rule).and(policy.rule_name(rule));
        elsewhere
            .into_iter()
            .for_each(|name| levels.push(format!("rule-{name}.elsewhere")));
        policy
            .paths(rule)
            .for_each(|(name, _)| add(format!("path-{name}")));
    }
    let levels = levels.into_iter();
    uses.extend(levels.map(|id| Use::new(id, from.clone()).with("level")));
}
