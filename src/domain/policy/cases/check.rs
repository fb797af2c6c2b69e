//! What comes out of each case beside what must come out.

use crate::domain::authored::{At, Faults};
use crate::domain::day::Day;
use crate::domain::diagnostic::Diagnostic;
use crate::domain::name::FactName;
use crate::domain::policy::assessment::Assessment;
use crate::domain::policy::cases::{Case, Cases, Span, thresholds};
use crate::domain::policy::evaluate::evaluate;
use crate::domain::policy::facts::Facts;
use crate::domain::policy::model::Policy;

/// Every case that gets another assessment than it must, and every threshold that no case tests at, one below and one
/// above.
#[must_use]
pub fn check_cases(policy: &Policy, cases: &Cases) -> Vec<Diagnostic> {
    let mut faults = Faults::new(cases.file.clone());
    for case in &cases.list {
        Check {
            policy,
            case,
            faults: &mut faults,
        }
        .run();
    }
    // What is left out may be what a threshold needs.
    if cases.left_out == 0 {
        thresholds::check(policy, cases, &mut faults);
    }
    faults.finish()
}

impl Case {
    /// The policy with the readings of the case settled.
    pub(super) fn settled_in(&self, policy: &Policy) -> Result<Policy, String> {
        let mut settled = self.settled.iter();
        settled.try_fold(policy.clone(), |policy, (reading, value)| {
            policy.settle(reading, value)
        })
    }

    /// The facts and documents of the case, by number.
    pub(super) fn item(&self, policy: &Policy) -> Option<Facts> {
        let facts = policy.facts(&self.facts).ok()?;
        match &self.documents {
            Some(names) => policy.with_documents(facts, names).ok(),
            None => Some(facts),
        }
    }
}

/// A list of names that must come out, where anything is said of it.
type Expected = Option<At<Vec<String>>>;

/// One case under one policy.
struct Check<'c> {
    policy: &'c Policy,
    case: &'c Case,
    faults: &'c mut Faults,
}

impl Check<'_> {
    fn run(&mut self) {
        let settled = self.case.settled_in(self.policy);
        let (Ok(policy), Some(facts)) = (settled, self.case.item(self.policy)) else {
            let message = format!(
                "the case `{}` is not one of this policy",
                self.case.id.value
            );
            self.faults.error(self.case.id.span.clone(), message);
            return;
        };
        let got = evaluate(&policy, &facts, self.case.as_of);
        self.words(&policy, &got);
        self.lists(&policy, &got);
        self.criteria(&policy, &got);
    }

    fn words(&mut self, policy: &Policy, got: &Assessment) {
        let expect = &self.case.expect;
        if expect.disposition.value != got.disposition {
            let expected = expect.disposition.value.as_str();
            let got = got.disposition.as_str();
            let span = expect.disposition.span.clone();
            self.differs(span, "disposition", (expected.into(), got.into()));
        }
        if let Some(At { value, span }) = &expect.changes_on
            && *value != got.change.map(|change| change.on)
        {
            let got = written(got.change.map(|change| change.on));
            self.differs(span.clone(), "changes_on", (written(*value), got));
        }
        let missing = policy.document_sets(got);
        if let Some(At { value, span }) = &expect.missing_documents {
            let expected = sorted(value.iter().map(|set| joined(set)));
            let got = sorted(missing.iter().map(|set| joined(set)));
            if expected != got {
                let both = (expected.join(" or "), got.join(" or "));
                self.differs(span.clone(), "missing_documents", both);
            }
        }
    }

    fn lists(&mut self, policy: &Policy, got: &Assessment) {
        let expect = &self.case.expect;
        let names = |set| policy.fact_names(set).map(FactName::as_str).collect();
        let lists: [(&str, &Expected, Vec<&str>); 4] = [
            ("needs", &expect.needs, names(got.needs)),
            ("also", &expect.also, names(got.also)),
            ("readings", &expect.readings, readings(policy, got)),
            (
                "paths_met",
                &expect.paths_met,
                policy.path_names(got.rule, got.paths_met),
            ),
        ];
        for (key, expected, got) in lists {
            let Some(At { value, span }) = expected else {
                continue;
            };
            let both = (joined(value), joined(&got));
            if both.0 != both.1 {
                self.differs(span.clone(), key, both);
            }
        }
    }

    fn criteria(&mut self, policy: &Policy, got: &Assessment) {
        for (name, expected) in &self.case.expect.criteria {
            let mut criteria = got.criteria.iter();
            let found = criteria.find(|(number, _)| {
                let own = policy.criterion_name(*number);
                own.is_some_and(|own| own.as_str() == name.value)
            });
            let status = found.map_or("not part of the result", |(_, outcome)| outcome.as_str());
            if status != *expected {
                let what = format!("status of `{}`", name.value);
                let both = ((*expected).into(), status.into());
                self.differs(name.span.clone(), &what, both);
            }
        }
    }

    fn differs(&mut self, span: Span, what: &str, (expected, got): (String, String)) {
        let message = format!("the case `{}` gets another {what}", self.case.id.value);
        let shown = |text: String| {
            if text.is_empty() {
                "nothing".into()
            } else {
                text
            }
        };
        let help = format!("expected {}; got {}", shown(expected), shown(got));
        self.faults.error(span, message).help(help);
    }
}

fn readings<'p>(policy: &'p Policy, got: &Assessment) -> Vec<&'p str> {
    policy.hinge_names(got)
}

fn sorted(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut texts: Vec<String> = texts.collect();
    texts.sort_unstable();
    texts
}

/// Names in one order, so that two lists can be told apart by what is in them alone.
fn joined(names: &[impl AsRef<str>]) -> String {
    sorted(names.iter().map(|name| name.as_ref().to_owned())).join(", ")
}

fn written(day: Option<Day>) -> String {
    day.map_or("never".into(), |day| day.to_string())
}
