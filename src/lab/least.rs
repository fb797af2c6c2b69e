//! The fewest questions that settle the same: the best order there can be, chosen anew after every answer.
//!
//! Every way of asking the dialog's questions is compared, by what is left of the policy after each answer. The answers
//! to a question are as likely as one another, as in the counts of a walk. A day that lies across a threshold counts as
//! not on record, and the documents are left out.

use std::collections::HashMap;
use std::rc::Rc;

use crate::domain::dialog::event::Answer;
use crate::domain::dialog::{ItemState, Step, StepKind, WhenAsked};
use crate::domain::policy::{Function, Of, Residues, Set, Value, ValueMap};
use crate::lab::{Lab, Standing};

/// The values of a chart that an answer gives to facts.
pub(super) type Given = Vec<(usize, usize)>;

/// What an answer leaves of variables, by their place: the combinations of values.
pub(super) type Left = Vec<(usize, Vec<usize>)>;

/// The most that is compared before the search is given up.
const MOST: usize = 300_000;

/// A question with its answers.
struct Question {
    sets: Set,
    /// Whether one of its answers can leave what it asks about to other questions.
    apart: bool,
    answers: Vec<Left>,
}

/// What was worked out so far.
struct Search<'l> {
    questions: Vec<Question>,
    residues: Residues<'l>,
    known: HashMap<(Function, Set), Least>,
    expanded: HashMap<(Function, Set), Rc<[Asking]>>,
    given_up: bool,
}

/// The least that follows: exactly, or at least so much.
#[derive(Debug, Clone, Copy)]
struct Least {
    value: f64,
    exact: bool,
}

/// A question where something is open, with what its answers leave.
struct Asking {
    /// It takes no fewer than this.
    bound: f64,
    /// What is left after each answer, and the questions that were asked then.
    after: Vec<(Function, Set)>,
}

impl Lab<'_> {
    /// The least mean number of questions about facts after which the disposition is the same whatever else is said.
    /// With `exact` everything is on record. Nothing when there is too much to compare.
    #[must_use]
    pub fn least(&self, exact: bool) -> Option<f64> {
        let mut search = Search {
            questions: self.questions(exact),
            residues: Residues::new(&self.chart),
            known: HashMap::new(),
            expanded: HashMap::new(),
            given_up: false,
        };
        let mut function = search.residues.function(Of::Disposition);
        if exact {
            for (place, axis) in self.chart.axes().iter().enumerate() {
                let left = axis.alternatives(|fact, digit| digit != axis.absent(fact));
                function = search.residues.keep(function, place, &left);
            }
        }
        let least = search.least((function, Set::default()), f64::INFINITY);
        (!search.given_up).then_some(least.value)
    }

    fn questions(&self, exact: bool) -> Vec<Question> {
        let steps = self.dialog.steps.iter();
        let asked = steps
            .filter(|step| step.asked == WhenAsked::Needed && step.kind != StepKind::Documents);
        asked.map(|step| self.question(step, exact)).collect()
    }

    fn question(&self, step: &Step, exact: bool) -> Question {
        let blank = Standing {
            states: Vec::<ItemState>::new(),
            position: crate::domain::dialog::Position::Summary,
        };
        let tellings = self.tellings(step, &blank).into_iter();
        let mut answers: Vec<(Given, bool)> = tellings
            .map(|telling| self.given(step, &telling.answer))
            .collect();
        answers.retain(|(_, on_record)| *on_record || !exact);
        Question {
            sets: step.sets,
            apart: step.sets.len() > 1,
            answers: answers
                .into_iter()
                .map(|(given, _)| self.leaves(&given))
                .collect(),
        }
    }

    pub(super) fn leaves(&self, given: &Given) -> Left {
        let axes = self.chart.axes().iter().enumerate();
        let left = axes.filter_map(|(place, axis)| {
            let own = |fact: usize| given.iter().find(|(other, _)| *other == fact);
            let touched = axis.facts.iter().any(|fact| own(*fact).is_some());
            touched.then(|| {
                let fits = |fact: usize, digit: usize| own(fact).is_none_or(|one| one.1 == digit);
                (place, axis.alternatives(fits))
            })
        });
        left.collect()
    }

    /// What an answer gives, and whether it is exact and on record.
    pub(super) fn given(&self, step: &Step, answer: &Answer) -> (Given, bool) {
        let absent = |facts: Set| -> Given {
            let axes = self.chart.axes().iter();
            let own =
                axes.flat_map(|axis| axis.facts.iter().map(|fact| (*fact, axis.absent(*fact))));
            own.filter(|(fact, _)| facts.has(*fact)).collect()
        };
        let values = match answer {
            Answer::Facts(values) => values.clone(),
            Answer::Procedures(all) => self.one(self.policy.subject_fact(), all.first()),
            Answer::Levels(all) => self.told_by(all),
            _ if step.sets.len() > 1 => return (Vec::new(), false),
            _ => return (absent(step.sets), false),
        };
        let facts = self.policy.facts(&values).unwrap_or_default();
        let known = facts.known();
        let mut given = Vec::new();
        let mut exact = true;
        for fact in known.iter() {
            match self.policy.values_of(&facts, fact, self.today).only() {
                Some(value) => given.push((fact, value)),
                None => {
                    exact &= self.is_open(&values, fact);
                    given.extend(absent(Set::of(fact)));
                }
            }
        }
        (given, exact)
    }

    /// Whether a fact is on record with a value that settles nothing.
    fn is_open(&self, values: &ValueMap, fact: usize) -> bool {
        let fact = self.policy.facts_list().get(fact);
        let value = fact.and_then(|fact| values.get(&fact.name));
        matches!(value, Some(Value::Choice(_)))
    }

    fn one(
        &self,
        fact: Option<&crate::domain::policy::Fact>,
        value: Option<&crate::domain::name::ValueName>,
    ) -> ValueMap {
        let pair = fact.zip(value);
        pair.map(|(fact, value)| (fact.name.clone(), Value::Choice(value.clone())))
            .into_iter()
            .collect()
    }
}

impl Search<'_> {
    /// The least that follows, exactly where that is below `limit`.
    fn least(&mut self, open: (Function, Set), limit: f64) -> Least {
        let known = self.bound(open);
        if known.exact || known.value >= limit || self.given_up {
            return known;
        }
        let mut best = Least {
            value: limit,
            exact: false,
        };
        for asking in self.expand(open).iter() {
            if asking.bound >= best.value {
                break;
            }
            if let Some(value) = self.after(asking, best.value) {
                best = Least { value, exact: true };
            }
        }
        let open = (open.0, self.still(open));
        self.known.insert(open, best);
        best
    }

    /// What follows a question, where that is below `limit`.
    fn after(&mut self, asking: &Asking, limit: f64) -> Option<f64> {
        let count = f64::from(u32::try_from(asking.after.len()).unwrap_or(u32::MAX));
        let room = (limit - 1.0) * count;
        let bounds = asking.after.iter().map(|open| self.bound(*open).value);
        let mut sum: f64 = bounds.sum();
        for open in &asking.after {
            let bound = self.bound(*open).value;
            let rest = sum - bound;
            let own = self.least(*open, room - rest);
            sum = rest + own.value;
            if !own.exact || sum >= room {
                return None;
            }
        }
        Some(1.0 + sum / count)
    }

    /// What is known of the least without looking further: none when nothing is open, otherwise what the best question
    /// takes if all that it leaves open is settled by one more.
    fn bound(&mut self, open: (Function, Set)) -> Least {
        let (function, _) = open;
        if self.residues.end(function).is_some() {
            return Least {
                value: 0.0,
                exact: true,
            };
        }
        let open = (function, self.still(open));
        if let Some(known) = self.known.get(&open) {
            return *known;
        }
        let first = self.expand(open).first().map(|asking| asking.bound);
        let least = Least {
            value: first.unwrap_or(0.0),
            exact: first.is_none(),
        };
        self.known.insert(open, least);
        least
    }

    /// The questions that can be asked where this is open, those that may take the fewest first.
    fn expand(&mut self, open: (Function, Set)) -> Rc<[Asking]> {
        let open = (open.0, self.still(open));
        if let Some(known) = self.expanded.get(&open) {
            return Rc::clone(known);
        }
        self.given_up |= self.expanded.len() > MOST;
        let facts = self.residues.facts(open.0);
        let numbers = 0..if self.given_up {
            0
        } else {
            self.questions.len()
        };
        let mut askings: Vec<Asking> = numbers
            .filter(|number| !open.1.has(*number))
            .filter_map(|number| self.asking(open, facts, number))
            .collect();
        askings.sort_by(|a, b| a.bound.total_cmp(&b.bound));
        let askings: Rc<[Asking]> = askings.into();
        self.expanded.insert(open, Rc::clone(&askings));
        askings
    }

    /// A question about facts that matter. One that changes nothing is never the best.
    fn asking(
        &mut self,
        (function, asked): (Function, Set),
        facts: Set,
        number: usize,
    ) -> Option<Asking> {
        let residues = &mut self.residues;
        let question = self.questions.get(number)?;
        if question.sets.and(facts).is_empty() {
            return None;
        }
        let answers = question.answers.iter().map(|answer| {
            let axes = answer.iter();
            axes.fold(function, |function, (place, left)| {
                residues.keep(function, *place, left)
            })
        });
        let mut left: Vec<Function> = answers.collect();
        left.retain(|function| !residues.is_impossible(*function));
        if left.iter().all(|one| *one == function) {
            return None;
        }
        let count = f64::from(u32::try_from(left.len()).unwrap_or(u32::MAX));
        let open = left.iter().filter(|one| residues.end(**one).is_none());
        let open = f64::from(u32::try_from(open.count()).unwrap_or(u32::MAX));
        let after = left.into_iter().map(|one| {
            // Asked once more it would leave the same again.
            let again = question.apart || one == function;
            (
                one,
                if again {
                    asked.or(Set::of(number))
                } else {
                    asked
                },
            )
        });
        Some(Asking {
            bound: 1.0 + open / count,
            after: after.collect(),
        })
    }

    /// The questions among those asked that are about facts which still matter.
    fn still(&mut self, (function, asked): (Function, Set)) -> Set {
        let facts = self.residues.facts(function);
        let own = asked.iter().filter(|number| {
            let question = self.questions.get(*number);
            question.is_some_and(|one| !one.sets.and(facts).is_empty())
        });
        own.collect()
    }
}
