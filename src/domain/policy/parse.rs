//! `policy.toml` to a checked [`Policy`]: every fault at once, each with its place and help.

mod constraints;
mod expr;
mod extras;
mod facts;
pub(super) mod names;
mod reach;
mod rules;
mod usage;

use crate::domain::authored::{At, Faults, read};
use crate::domain::diagnostic::Diagnostic;
use crate::domain::name::PolicyName;
use crate::domain::policy::model::Policy;
use crate::domain::policy::raw::PolicyFile;
use names::Names;

/// Reads and checks a policy. Without an error among the diagnostics there is a policy.
#[must_use]
pub fn parse(file: &str, text: &str) -> (Option<Policy>, Vec<Diagnostic>) {
    let (raw, mut diagnostics) = read::<PolicyFile>(file, text);
    let Some(raw) = raw else {
        return (None, diagnostics);
    };
    let mut faults = Faults::new(file);
    let policy = Reader {
        faults: &mut faults,
        raw: &raw,
    }
    .policy();
    diagnostics.extend(faults.finish());
    (policy, diagnostics)
}

/// The JSON Schema of `policy.toml`, for editors.
#[must_use]
pub fn schema() -> serde_json::Value {
    crate::domain::authored::schema::<PolicyFile>()
}

/// Reads one file's parts in the order in which they lean on one another.
struct Reader<'a> {
    faults: &'a mut Faults,
    raw: &'a PolicyFile,
}

impl Reader<'_> {
    fn policy(mut self) -> Option<Policy> {
        self.format(&self.raw.format);
        let name = self.policy_name();
        let facts = self.facts();
        let readings = self.readings();
        let names = Names::new(self.raw, &facts, &readings);
        for reading in &self.raw.reading {
            self.cite(&reading.cite, &names);
        }
        let named = self.named(&names);
        let mut policy = Policy {
            name: name?,
            text_through: self.raw.policy.text_through.value.clone(),
            example: self.raw.policy.example,
            subject: self.subject(&names)?,
            constraints: self.constraints(&names),
            rules: self.rules(&names),
            documents: self.documents(&names),
            notes: self.notes(&names),
            tec: self.tec(),
            updates: self.updates(&names),
            facts,
            readings,
            named,
            variables: Vec::new(),
            compiled: Default::default(),
        };
        self.usage(&policy);
        if self.faults.refuse() {
            return None;
        }
        self.arrange(&mut policy);
        self.reach(&mut policy);
        (!self.faults.refuse()).then_some(policy)
    }

    fn format(&mut self, format: &At<u32>) {
        if format.value != 1 {
            self.faults
                .error(
                    format.span.clone(),
                    format!("format {} is not known", format.value),
                )
                .help("this release reads format 1");
        }
    }

    fn policy_name(&mut self) -> Option<PolicyName> {
        let id = &self.raw.policy.id;
        let name = PolicyName::parse(&id.value);
        if let Err(fault) = &name {
            self.faults
                .error(id.span.clone(), format!("`{}` is not a name", id.value))
                .help(fault.to_string());
        }
        name.ok()
    }
}
