//! What decides an assessment: the same policy with one criterion turned into its opposite, or one reading settled.

use crate::domain::dialog::ItemState;
use crate::domain::policy::{Disposition, Policy, evaluate};

/// A policy beside those that differ from it in one thing.
#[derive(Debug, Clone)]
pub struct Gauge {
    opposite: Vec<(usize, Policy)>,
    settled: Vec<((usize, usize), Policy)>,
}

impl Gauge {
    /// The gauge of a policy.
    #[must_use]
    pub fn new(policy: &Policy) -> Self {
        let opposite = policy
            .criteria()
            .map(|(number, _)| (number, policy.opposed(number)));
        let readings = policy.readings().iter().enumerate();
        let open = readings.filter(|(_, reading)| reading.settled.is_none());
        let settled = open.flat_map(|(number, reading)| {
            let values = reading.values.iter().enumerate();
            values.filter_map(move |(value, name)| {
                let fixed = policy.settle(reading.name.as_str(), name.as_str()).ok()?;
                Some(((number, value), fixed))
            })
        });
        Self {
            opposite: opposite.collect(),
            settled: settled.collect(),
        }
    }

    /// The criteria, by number, that decide an assessment: the disposition would be another if one came out as its
    /// opposite. One that is open decides nothing.
    #[must_use]
    pub fn deciding(&self, state: &ItemState) -> Vec<usize> {
        let differs = |policy: &Policy| come(policy, state) != state.assessment.disposition;
        let deciding = self.opposite.iter().filter(|(_, policy)| differs(policy));
        deciding.map(|(number, _)| *number).collect()
    }

    /// The values of readings, by number, that matter to an assessment: another value of the same reading leads to another
    /// outcome under the default readings.
    #[must_use]
    pub fn mattering(&self, policy: &Policy, state: &ItemState) -> Vec<(usize, usize)> {
        let outcome = |policy: &Policy| {
            evaluate(policy, &state.facts, state.assessment.as_of)
                .outcomes
                .default
        };
        let here = outcome(policy);
        let mut mattering: Vec<(usize, usize)> = Vec::new();
        for (value, settled) in &self.settled {
            let default = policy
                .readings()
                .get(value.0)
                .map(|reading| (value.0, reading.default));
            if outcome(settled) != here {
                mattering.extend([*value].into_iter().chain(default));
            }
        }
        mattering.sort_unstable();
        mattering.dedup();
        mattering
    }
}

fn come(policy: &Policy, state: &ItemState) -> Disposition {
    evaluate(policy, &state.facts, state.assessment.as_of).disposition
}
