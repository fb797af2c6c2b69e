//! Facts that are needed and never asked, values nobody can give, and steps no session can reach.

use crate::domain::dialog::model::{Dialog, Given, Gives, Step, WhenAsked};
use crate::domain::dialog::parse::Reader;
use crate::domain::name::FactName;
use crate::domain::policy::{Facts, Kind, Set, Value};

impl Reader<'_> {
    pub(super) fn cover(&mut self, dialog: &Dialog) {
        let needed = self
            .policy
            .matters(&Facts::default(), crate::domain::day::Day::ORIGIN);
        let asked = dialog
            .steps
            .iter()
            .filter(|step| step.asked == WhenAsked::Needed)
            .fold(Set::default(), |sum, step| sum.or(step.sets));
        self.never_asked(needed.less(asked));
        self.never_reached(dialog, needed);
        for number in needed.iter() {
            self.values_nobody_can_give(dialog, number);
        }
    }

    fn never_asked(&mut self, facts: Set) {
        let span = self.raw.dialog.policy.span.clone();
        for fact in self.policy.fact_names(facts) {
            self.faults
                .error(
                    span.clone(),
                    format!("the fact `{fact}` is needed and no step asks for it"),
                )
                .help("add a step whose choices set it");
        }
    }

    fn never_reached(&mut self, dialog: &Dialog, needed: Set) {
        for (raw, step) in self.raw.step.iter().zip(&dialog.steps) {
            let (looked_at, help) = match step.asked {
                WhenAsked::OnRequest => continue,
                WhenAsked::Needed => (
                    needed,
                    "no criterion looks at what it sets; remove it, or write `asked = \"on_request\"`",
                ),
                WhenAsked::ForNotes => (
                    self.policy.facts_of_notes(),
                    "no note looks at what it sets; remove it, or write `asked = \"on_request\"`",
                ),
            };
            if !step.sets.is_empty() && step.sets.and(looked_at).is_empty() {
                let message = format!("no session can reach the step `{}`", step.name);
                self.faults.error(raw.id.span.clone(), message).help(help);
            }
        }
    }

    fn values_nobody_can_give(&mut self, dialog: &Dialog, number: usize) {
        let Some(fact) = self.policy.facts_list().get(number) else {
            return;
        };
        let Kind::Choice { values, .. } = &fact.kind else {
            return;
        };
        let region = self
            .policy
            .region_fact()
            .is_some_and(|region| region.name == fact.name);
        let subject = self
            .policy
            .subject_fact()
            .is_some_and(|subject| subject.name == fact.name);
        if region || subject {
            return;
        }
        for value in values {
            let said = Value::Choice(value.clone());
            if !dialog
                .steps
                .iter()
                .any(|step| gives(step, &fact.name, &said))
            {
                let span = self.raw.dialog.policy.span.clone();
                self.faults
                    .error(
                        span,
                        format!("no choice says `{}` of the fact `{}`", value, fact.name),
                    )
                    .help("add a choice that sets it, so that an office can say what is on record");
            }
        }
    }
}

fn gives(step: &Step, fact: &FactName, value: &Value) -> bool {
    step.choices.iter().any(|choice| match &choice.gives {
        Gives::Facts(facts) => facts
            .iter()
            .any(|(name, given)| name == fact && *given == Given::Value(value.clone())),
        Gives::Procedure(_) | Gives::Document(_) => false,
    })
}
