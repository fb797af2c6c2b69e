//! Everything that transcripts can touch, with its place and how often they did.

use super::lines;
use crate::domain::dialog::{Dialog, Step, StepKind, Verb, WhenAsked};
use crate::domain::name::ChoiceName;
use crate::domain::policy::Policy;
use crate::lab::tally::Tally;
use crate::library::{Library, PolicyFolder};
use crate::turn::Offering;

/// Something that can be touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Point {
    /// What kind of thing it is.
    pub(super) group: &'static str,
    /// What it is, for the author.
    pub(super) name: String,
    /// The file as its author knows it.
    pub(super) file: String,
    /// Its line, from 1.
    pub(super) line: usize,
    /// How often it was touched.
    pub(super) count: u64,
}

impl Point {
    /// Adds it to others; what is there already, as a text that policies share, is counted together.
    pub(super) fn join(self, all: &mut Vec<Self>) {
        let same = |one: &&mut Self| {
            one.line == self.line && one.file == self.file && one.name == self.name
        };
        match all.iter_mut().find(same) {
            Some(one) => one.count = one.count.saturating_add(self.count),
            None => all.push(self),
        }
    }
}

/// Everything that transcripts about a policy can touch.
///
/// # Errors
/// When the policy is not in the library.
pub(super) fn points(library: &Library, policy: &str, tally: &Tally) -> Result<Vec<Point>, String> {
    let folder = library.policy(policy).map_err(|fault| fault.to_string())?;
    let (offering, _) = Offering::load(folder, &library.locales, &[]);
    let offering = offering.ok_or_else(|| format!("`{policy}` is refused"))?;
    let mut found = Finder {
        folder,
        tally,
        points: Vec::new(),
    };
    found.steps(&offering.dialog);
    found.criteria(&offering.policy);
    found.readings(&offering.policy);
    found.thresholds(&offering.policy);
    found.messages(library, policy);
    Ok(found.points)
}

struct Finder<'a> {
    folder: &'a PolicyFolder,
    tally: &'a Tally,
    points: Vec<Point>,
}

impl Finder<'_> {
    fn of_policy(&mut self, group: &'static str, name: String, line: usize, count: u64) {
        let file = self.folder.policy.path.clone();
        self.points.push(Point {
            group,
            name,
            file,
            line,
            count,
        });
    }

    fn steps(&mut self, dialog: &Dialog) {
        let Some(file) = &self.folder.dialog else {
            return;
        };
        let mut points = Vec::new();
        for step in &dialog.steps {
            let own = self
                .tally
                .steps
                .get(&step.name)
                .copied()
                .unwrap_or_default();
            let at = |group, name: String, line, count| Point {
                group,
                name,
                file: file.path.clone(),
                line,
                count,
            };
            let line = lines::table(&file.text, "step", step.name.as_str());
            if step.asked != WhenAsked::OnRequest {
                points.push(at(
                    "steps",
                    format!("step `{}` asked", step.name),
                    line,
                    own.asked,
                ));
            }
            points.push(at(
                "steps",
                format!("step `{}` answered", step.name),
                line,
                own.answered,
            ));
            if step.can_be_open() {
                points.push(at(
                    "choices",
                    format!("step `{}` not on record", step.name),
                    line,
                    own.not_on_record,
                ));
            }
            for choice in offered(step) {
                let line = lines::within(&file.text, "step", step.name.as_str(), choice.as_str());
                let key = (step.name.clone(), choice.clone());
                let count = self.tally.choices.get(&key).copied().unwrap_or_default();
                points.push(at(
                    "choices",
                    format!("step `{}` choice `{choice}`", step.name),
                    line,
                    count,
                ));
            }
        }
        self.points.extend(points);
    }

    fn criteria(&mut self, policy: &Policy) {
        let rules = policy.rule_numbers();
        let used: Vec<usize> = rules
            .flat_map(|rule| {
                let paths = policy.paths(rule).flat_map(|(_, criteria)| criteria.iter());
                policy
                    .requires(rule)
                    .iter()
                    .chain(paths)
                    .copied()
                    .collect::<Vec<_>>()
            })
            .collect();
        let all: Vec<(usize, String)> = policy
            .criteria()
            .map(|(number, name)| (number, name.to_string()))
            .collect();
        for (number, name) in all.into_iter().filter(|(number, _)| used.contains(number)) {
            let own = self
                .tally
                .criteria
                .get(&number)
                .copied()
                .unwrap_or_default();
            let line = lines::table(&self.folder.policy.text, "criterion", &name);
            let seen = [
                ("met", own.met),
                ("not met", own.not_met),
                ("open", own.open),
                ("deciding", own.decided),
            ];
            for (how, count) in seen {
                self.of_policy("criteria", format!("criterion `{name}` {how}"), line, count);
            }
        }
    }

    fn readings(&mut self, policy: &Policy) {
        for (number, reading) in policy.readings().iter().enumerate() {
            for (value, name) in reading.values.iter().enumerate() {
                let count = self
                    .tally
                    .readings
                    .get(&(number, value))
                    .copied()
                    .unwrap_or_default();
                let line = lines::within(
                    &self.folder.policy.text,
                    "reading",
                    reading.name.as_str(),
                    name.as_str(),
                );
                self.of_policy(
                    "readings",
                    format!("reading `{}` as `{name}` matters", reading.name),
                    line,
                    count,
                );
            }
        }
    }

    fn thresholds(&mut self, policy: &Policy) {
        for (number, fact) in policy.facts_list().iter().enumerate() {
            let line = lines::table(&self.folder.policy.text, "fact", fact.name.as_str());
            for threshold in fact.kind.thresholds() {
                let own = self
                    .tally
                    .thresholds
                    .get(&(number, *threshold))
                    .copied()
                    .unwrap_or_default();
                let name = |how: &str| format!("fact `{}` {how} {threshold}", fact.name);
                self.of_policy("thresholds", name("one below"), line, own.below);
                self.of_policy("thresholds", name("at"), line, own.at);
            }
        }
    }

    fn messages(&mut self, library: &Library, policy: &str) {
        let own = format!("{policy}.ftl");
        let files = library
            .locales
            .iter()
            .filter(|file| file.name == "shell.ftl" || file.name == own);
        for file in files {
            let path = &file.file.path;
            for (id, line) in lines::messages(&file.file.text) {
                let verb = Verb::ALL.into_iter().find(|verb| verb.message() == id);
                let (group, name, count) = match verb {
                    Some(verb) => (
                        "verbs",
                        format!("verb `{}` in {}", verb.command(), file.tag),
                        self.verb(verb, &file.tag),
                    ),
                    None if is_said(&id) => (
                        "messages",
                        format!("message `{id}`"),
                        self.said(&file.tag, &id),
                    ),
                    None => continue,
                };
                self.points.push(Point {
                    group,
                    name,
                    file: path.clone(),
                    line,
                    count,
                });
            }
        }
    }

    fn said(&self, tag: &str, id: &str) -> u64 {
        let key = (tag.to_owned(), id.to_owned());
        self.tally.messages.get(&key).copied().unwrap_or_default()
    }

    fn verb(&self, verb: Verb, tag: &str) -> u64 {
        self.tally
            .verbs
            .get(&(tag.to_owned(), verb))
            .copied()
            .unwrap_or_default()
    }
}

/// The choices that are written down one by one. Yes and no stand for themselves.
fn offered(step: &Step) -> Vec<ChoiceName> {
    let choices = step.choices.iter().map(|choice| choice.name.clone());
    match step.kind {
        StepKind::Date | StepKind::Number | StepKind::Levels => Vec::new(),
        _ => choices.collect(),
    }
}

/// Whether a conversation says a text: not one that only another channel says, nor one that rendering makes up days and
/// lists of, nor what people type.
fn is_said(id: &str) -> bool {
    let attribute = id.split_once('.').map(|(_, attribute)| attribute);
    let typed = attribute.is_some_and(|name| {
        matches!(name, "cues" | "bare" | "button" | "aloud") || name.ends_with("phrases")
    });
    let channel = id.starts_with("telegram-") || id.starts_with("terminal-");
    let rendered = matches!(
        id,
        "date-long" | "month" | "list-middle" | "list-end" | "place-other"
    );
    !typed && !channel && !rendered
}
