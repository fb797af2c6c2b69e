//! What the rest of a conversation can depend on. Two sessions with one key go on alike: the same questions, the same
//! choices, the same ends.
//!
//! Of what was answered only this is left to matter: for each of the default, the strictest and the most lenient
//! readings the functions of the facts that may still be asked, one for each way in which what stays unknown can turn
//! out; which questions can still settle those facts; and, while the policy can be met, what documents may have to show.

use crate::domain::dialog::{ItemState, Session, StepKind, WhenAsked};
use crate::domain::policy::{Axis, Fingerprint, Function, Of, Residues, Set, Value, fingerprint};
use crate::lab::{Lab, Standing};

/// What the rest of a conversation can depend on.
pub(super) type Key = Fingerprint;

/// For each way in which something can turn out the combinations of values that are left of a variable.
type Ways = Vec<Vec<usize>>;

/// The facts of an item by what can still become of them.
pub(super) struct Prospect<'s> {
    state: &'s ItemState,
    /// The steps that were answered, by number.
    told: Set,
    /// The facts that a step which may still be asked can set.
    pub(super) ahead: Set,
    /// For each fact the values that it may have; none when it is unknown or open.
    values: Vec<Set>,
}

impl Prospect<'_> {
    pub(super) fn values(&self, fact: usize) -> Set {
        self.values.get(fact).copied().unwrap_or_default()
    }
}

impl Lab<'_> {
    /// The key of a session.
    pub(super) fn key(
        &self,
        session: &Session,
        standing: &Standing,
        residues: &mut Residues<'_>,
    ) -> Key {
        let documents = self.view(session).documents().is_some();
        let mut items = Vec::new();
        for state in &standing.states {
            items.push(self.item_key(session, state, residues));
        }
        let ends = standing.states.iter().map(|state| {
            let assessment = &state.assessment;
            (assessment.disposition, assessment.missing_documents.clone())
        });
        let ends: Vec<_> = ends.filter(|_| documents).collect();
        fingerprint(&(items, ends, documents))
    }

    fn item_key(
        &self,
        session: &Session,
        state: &ItemState,
        residues: &mut Residues<'_>,
    ) -> Fingerprint {
        let prospect = self.prospect(session, state);
        let ways = self.ways(&prospect);
        let mut parts: Vec<Vec<Fingerprint>> = Vec::new();
        let mut facts = Set::default();
        for reading in 0..3 {
            let left = left(&ways, Of::Under(reading), residues);
            facts = left
                .iter()
                .fold(facts, |sum, one| sum.or(residues.facts(*one)));
            parts.push(prints(&left, residues));
        }
        for refined in &self.refined {
            let left = left(&ways, *refined, residues);
            parts.push(prints(&left, residues));
        }
        let met = self.shown(&prospect, residues);
        if residues.end(met) != Some(0) && self.view(session).documents().is_none() {
            for path in 0..self.chart.paths() {
                let left = left(&ways, Of::Path(path), residues);
                parts.push(prints(&left, residues));
            }
            facts = facts.or(residues.facts(met));
            // Which value was told is behind; a document shows a fact whatever its value.
            parts.push(vec![residues.shape(met), self.worth(session, state)]);
        }
        let steps = self.dialog.steps.iter().zip(0..);
        let open = facts.and(prospect.ahead);
        let asked = steps.filter(|(step, number)| {
            !prospect.told.has(*number) && !step.sets.and(open).is_empty()
        });
        let noted = self.dialog.steps.iter().zip(0..);
        let noted = noted.filter(|(step, _)| step.asked == WhenAsked::ForNotes);
        let asked = asked.chain(noted.filter(|(_, number)| !prospect.told.has(*number)));
        let asked: Set = asked.map(|(_, number)| number).collect();
        fingerprint(&(parts, asked, self.exact(&prospect, facts)))
    }

    /// The ways in which the facts of each variable that lie behind can turn out.
    fn ways(&self, prospect: &Prospect<'_>) -> Vec<Ways> {
        let axes = self.chart.axes().iter();
        axes.map(|axis| self.ways_of(prospect, axis)).collect()
    }

    fn ways_of(&self, prospect: &Prospect<'_>, axis: &Axis) -> Ways {
        let first = axis.facts.first().copied().unwrap_or_default();
        let free: Set = axis.facts.iter().copied().collect();
        let free = free.and(prospect.ahead);
        let facts = &prospect.state.facts;
        let classes = if free.and(facts.known()).is_empty() {
            self.policy.left_of(facts, first, self.today)
        } else {
            let facts = self.policy.without(facts, free);
            self.policy.left_of(&facts, first, self.today)
        };
        let mut ways: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
        for (alternative, _) in axis.settled().filter(|(_, class)| classes.has(*class)) {
            let behind = axis.facts.iter().zip(axis.digits(alternative));
            let behind = behind.filter(|(fact, _)| !free.has(**fact));
            let fixed: Vec<usize> = behind.map(|(_, digit)| *digit).collect();
            match ways.iter_mut().find(|(other, _)| *other == fixed) {
                Some((_, left)) => left.push(alternative),
                None => ways.push((fixed, vec![alternative])),
            }
        }
        ways.into_iter().map(|(_, left)| left).collect()
    }

    /// Where the default readings are met, as a function of what lies ahead and of what documents show.
    fn shown(&self, prospect: &Prospect<'_>, residues: &mut Residues<'_>) -> Function {
        let mut met = residues.function(Of::Met);
        for (place, axis) in self.chart.axes().iter().enumerate() {
            let left = axis.alternatives(|fact, digit| {
                let values = prospect.values(fact);
                let inexact = values.len() > 1;
                let absent = digit == axis.absent(fact);
                prospect.ahead.has(fact) || inexact || absent || values.has(digit)
            });
            met = residues.keep(met, place, &left);
        }
        met
    }

    /// The documents that will be offered because of what was told so far, for each way of meeting the policy.
    fn worth(&self, session: &Session, state: &ItemState) -> Fingerprint {
        let told = self.view(session).told_facts(state);
        let paths = state.assessment.paths_met.or(state.assessment.paths_open);
        let mut one = state.assessment.clone();
        let offered = paths.iter().map(|path| {
            one.paths_met = Set::of(path);
            let rests_on = self.policy.facts_of_paths(&one).and(told);
            let documents = self.policy.documents().iter().zip(0..);
            let worth = documents.filter(|(document, _)| !document.shows.and(rests_on).is_empty());
            (path, worth.map(|(_, number)| number).collect::<Set>())
        });
        let offered: Vec<(usize, Set)> = offered.collect();
        fingerprint(&(offered, told.is_empty()))
    }

    pub(super) fn prospect<'s>(&self, session: &Session, state: &'s ItemState) -> Prospect<'s> {
        let view = self.view(session);
        let steps = || self.dialog.steps.iter().zip(0..);
        let told = steps().filter(|(step, _)| view.told(step, &state.item).is_some());
        let told: Set = told.map(|(_, number)| number).collect();
        let numbers = 0..self.policy.facts_list().len();
        let values = numbers.map(|fact| self.policy.values_of(&state.facts, fact, self.today));
        let values: Vec<Set> = values.collect();
        let settled = values
            .iter()
            .zip(0..)
            .filter(|(values, _)| values.only().is_some());
        let settled: Set = settled.map(|(_, fact)| fact).collect();
        let asked = steps().filter(|(step, number)| {
            !told.has(*number)
                && step.asked == WhenAsked::Needed
                && step.kind != StepKind::Documents
        });
        let asked: Vec<Set> = asked.map(|(step, _)| step.sets).collect();
        let mut ahead = Set::default();
        loop {
            let live = asked
                .iter()
                .filter(|sets| !sets.less(settled).is_empty() || !sets.and(ahead).is_empty());
            let wider = live.fold(ahead, |sum, sets| sum.or(*sets));
            if wider == ahead {
                break;
            }
            ahead = wider;
        }
        Prospect {
            state,
            told,
            ahead,
            values,
        }
    }

    /// The very values that count: of facts that may be settled anew, of those known but not exactly while documents
    /// have to show them, and of clocks to which one that lies ahead is bound.
    fn exact(&self, prospect: &Prospect<'_>, support: Set) -> Vec<String> {
        let bound = self.policy.constraints().iter().filter_map(|tie| {
            let ahead = [tie.later, tie.earlier].map(|fact| prospect.ahead.has(fact));
            ahead.contains(&true).then_some([tie.later, tie.earlier])
        });
        let bound: Set = bound.flatten().collect();
        let inexact = prospect
            .values
            .iter()
            .zip(0..)
            .filter(|(values, _)| values.len() > 1);
        let inexact: Set = inexact.map(|(_, fact)| fact).collect();
        let wanted = prospect.ahead.or(bound).or(inexact).and(support);
        let names = self.policy.fact_names(wanted);
        let values = names.filter_map(|name| prospect.state.values.get(name));
        values.map(|value: &Value| format!("{value:?}")).collect()
    }
}

/// What is left of a function: one function of what lies ahead for each way in which the rest can turn out.
fn left(ways: &[Ways], of: Of, residues: &mut Residues<'_>) -> Vec<Function> {
    let mut left = vec![residues.function(of)];
    for (place, ways) in ways.iter().enumerate() {
        let mut next: Vec<Function> = Vec::new();
        for function in &left {
            for way in ways {
                let kept = residues.keep(*function, place, way);
                if !next.contains(&kept) {
                    next.push(kept);
                }
            }
        }
        left = next;
    }
    left
}

fn prints(functions: &[Function], residues: &mut Residues<'_>) -> Vec<Fingerprint> {
    let prints = functions.iter().map(|one| residues.fingerprint(*one));
    let mut prints: Vec<Fingerprint> = prints.collect();
    prints.sort_unstable();
    prints
}
