//! A dialog entry by entry, by names.

use crate::domain::authored::Entry;
use crate::domain::dialog::model::{Dialog, Step};
use crate::domain::policy::Policy;

/// The name under which the order of the steps stands; no step can have it.
pub const ORDER: &str = "in order";

impl Dialog {
    /// Its steps, and the order in which they stand.
    #[must_use]
    pub fn entries(&self, policy: &Policy) -> Vec<Entry> {
        let entry = |name: String, meaning: String| Entry {
            table: "step",
            name,
            meaning,
            words: String::new(),
            form: String::new(),
        };
        let own = self.steps.iter();
        let mut all: Vec<Entry> = own
            .map(|step| entry(step.name.to_string(), written(step, policy)))
            .collect();
        let names: Vec<&str> = self.steps.iter().map(|step| step.name.as_str()).collect();
        all.push(entry(ORDER.into(), names.join(", ")));
        all
    }
}

/// What a step says. The numbers of facts are those of one policy, so their names stand for them.
fn written(step: &Step, policy: &Policy) -> String {
    let Step {
        name: _,
        kind,
        per,
        fact,
        choices,
        sets,
        supplied_by,
        range,
        asked,
        recheck,
    } = step;
    let sets: Vec<_> = policy.fact_names(*sets).collect();
    format!(
        "{kind:?} {per:?} {fact:?} {choices:?} {sets:?} {supplied_by} {range:?} {asked:?} {recheck}"
    )
}
