//! Items: what is requested, a procedure at a level, each with its own facts and its own assessment.

use crate::domain::day::Day;
use crate::domain::dialog::event::{Answer, Scope};
use crate::domain::dialog::level::Level;
use crate::domain::dialog::model::{Dialog, Per, Step, StepKind, WhenAsked};
use crate::domain::dialog::session::{Session, Told};
use crate::domain::name::{DocumentName, FactName, StepName, ValueName};
use crate::domain::policy::{
    Assessment, Change, Disposition, Facts, Policy, Set, Value, ValueMap, evaluate,
};

/// A procedure at a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The procedure.
    pub procedure: ValueName,
    /// The number of the place it is for.
    pub place: u8,
    /// The level, once it is known.
    pub level: Option<Level>,
}

/// Everything a decision looks at: the authored conversation and policy, the session so far, and the day.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The conversation about it.
    pub dialog: &'a Dialog,
    /// The session so far.
    pub session: &'a Session,
    /// Today.
    pub today: Day,
}

/// An item with what is known of it.
#[derive(Debug, Clone)]
pub struct ItemState {
    /// The item.
    pub item: Item,
    /// The facts that count, by name.
    pub values: ValueMap,
    /// The same, by number, with the documents in hand.
    pub facts: Facts,
    /// The answers that count.
    pub counted: Vec<(Scope, StepName)>,
    /// What the policy says of them today.
    pub assessment: Assessment,
}

impl ItemState {
    /// The next day on which the calendar alone brings the office anything: that a criterion ends while the request stays
    /// without a path brings it nothing.
    #[must_use]
    pub fn next_change(&self, policy: &Policy) -> Option<Change> {
        let refused = Disposition::Investigational;
        let mut change = self.assessment.change?;
        let mut now = self.assessment.disposition;
        while now == refused && change.disposition == refused && change.paths_possible.is_empty() {
            now = change.disposition;
            change = evaluate(policy, &self.facts, change.on).change?;
        }
        Some(change)
    }
}

impl<'a> View<'a> {
    /// The items requested, in the order named; a procedure without a level yet is one item.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        let procedures = self.procedures();
        procedures
            .iter()
            .flat_map(|procedure| self.items_of(procedure))
            .collect()
    }

    /// The procedures requested.
    #[must_use]
    pub fn procedures(&self) -> Vec<ValueName> {
        let step = self.dialog.step_of_kind(StepKind::Procedures);
        match step
            .and_then(|step| self.session.told(&Scope::Request, &step.name))
            .map(|told| &told.answer)
        {
            Some(Answer::Procedures(procedures)) => procedures.clone(),
            _ => Vec::new(),
        }
    }

    fn items_of(&self, procedure: &ValueName) -> Vec<Item> {
        let item = |place: u8, level: Option<Level>| Item {
            procedure: procedure.clone(),
            place,
            level,
        };
        match self.levels_of(procedure) {
            Some(levels) if !levels.is_empty() => levels
                .iter()
                .map(|(place, level)| item(*place, Some(*level)))
                .collect(),
            _ => vec![item(0, None)],
        }
    }

    /// The levels of a procedure with the numbers of their places.
    #[must_use]
    pub fn levels_of(&self, procedure: &ValueName) -> Option<&'a [(u8, Level)]> {
        levels_in(self.levels_told(procedure)?.1)
    }

    /// The levels that were told before any procedure was.
    #[must_use]
    pub fn levels_of_request(&self) -> Option<&'a [(u8, Level)]> {
        let step = self.dialog.step_of_kind(StepKind::Levels)?;
        levels_in(self.session.told(&Scope::Request, &step.name)?)
    }

    /// What was told of a procedure's levels. What was told before any procedure holds for the only procedure, and a
    /// single level for all.
    fn levels_told(&self, procedure: &ValueName) -> Option<(Scope, &'a Told)> {
        let step = self.dialog.step_of_kind(StepKind::Levels)?;
        let told = |scope: Scope| {
            let told = self.session.told(&scope, &step.name)?;
            Some((scope, told))
        };
        let is_clear = || {
            let single = self.levels_of_request().is_some_and(|all| all.len() == 1);
            single || self.procedures().len() == 1
        };
        told(Scope::Procedure(procedure.clone()))
            .or_else(|| told(Scope::Request).filter(|_| is_clear()))
    }

    /// The answer in force to a step for an item: its own, or that of the place whose answers hold for it too.
    #[must_use]
    pub fn told(&self, step: &Step, item: &Item) -> Option<(Scope, &'a Told)> {
        if step.kind == StepKind::Levels {
            return self.levels_told(&item.procedure);
        }
        let mut place = item.place;
        loop {
            let scope = step.scope(&item.procedure, place);
            if let Some(told) = self.session.told(&scope, &step.name) {
                return Some((scope, told));
            }
            let same = self.same_as(place).filter(|_| step.per == Per::Place)?;
            place = (same < place).then_some(same)?;
        }
    }

    /// The place whose answers hold for this one too.
    #[must_use]
    pub fn same_as(&self, place: u8) -> Option<u8> {
        match self
            .session
            .told(&Scope::Place(place), &same_step()?)?
            .answer
        {
            Answer::SameAs(other) => Some(other),
            _ => None,
        }
    }

    /// The documents in hand, once they were asked for.
    #[must_use]
    pub fn documents(&self) -> Option<&'a [DocumentName]> {
        let step = self.dialog.step_of_kind(StepKind::Documents)?;
        match &self.session.told(&Scope::Request, &step.name)?.answer {
            Answer::Documents(documents) => Some(documents),
            Answer::NotOnRecord => Some(&[]),
            _ => None,
        }
    }

    /// Every item with what is known of it.
    #[must_use]
    pub fn states(&self) -> Vec<ItemState> {
        self.items()
            .into_iter()
            .map(|item| self.state(item))
            .collect()
    }

    /// An item with what is known of it.
    #[must_use]
    pub fn state(&self, item: Item) -> ItemState {
        let (values, counted) = self.counted(&item);
        let facts = self.policy.facts(&values).unwrap_or_default();
        let facts = match self.documents() {
            Some(documents) => self
                .policy
                .with_documents(facts, documents)
                .unwrap_or_default(),
            None => facts,
        };
        let assessment = evaluate(self.policy, &facts, self.today);
        ItemState {
            item,
            values,
            facts,
            counted,
            assessment,
        }
    }

    /// The answers that count for an item and the facts they come to. Without a correction every answer counts. After
    /// one, an answer counts when it mattered given the answers to the steps before it.
    fn counted(&self, item: &Item) -> (ValueMap, Vec<(Scope, StepName)>) {
        let mut taken: Vec<(Scope, &Step, &Told)> = Vec::new();
        for step in &self.dialog.steps {
            if let Some((scope, told)) = self.told(step, item)
                && self.counts(item, step, &taken)
            {
                taken.push((scope, step, told));
            }
        }
        let values = self.values(item, &taken);
        (
            values,
            taken
                .into_iter()
                .map(|(scope, step, _)| (scope, step.name.clone()))
                .collect(),
        )
    }

    fn counts(&self, item: &Item, step: &Step, before: &[(Scope, &Step, &Told)]) -> bool {
        let always = step.asked != WhenAsked::Needed
            || matches!(step.kind, StepKind::Procedures | StepKind::Documents);
        let plain = !self.session.corrected && self.procedures().len() < 2;
        if plain || always {
            return true;
        }
        let mut values = self.values(item, before);
        let sets: Vec<FactName> = self.policy.fact_names(step.sets).cloned().collect();
        values.retain(|fact, _| !sets.contains(fact));
        let facts = self.policy.facts(&values).unwrap_or_default();
        self.policy.one_matters(step.sets, &facts, self.today)
    }

    /// For how many levels the request is, as far as they were named: a level that two procedures share is one.
    fn level_count(&self) -> Option<(FactName, Value)> {
        let (fact, least, greatest) = self.policy.level_count()?;
        let mut levels = Vec::new();
        let mut all_named = true;
        for procedure in &self.procedures() {
            match self.levels_of(procedure) {
                Some(own) => levels.extend(own.iter().map(|(_, level)| *level)),
                None => all_named &= self.policy.is_not_addressed(procedure),
            }
        }
        levels.sort_unstable();
        levels.dedup();
        let named = i64::try_from(levels.len()).unwrap_or(greatest);
        let named = named.clamp(least, greatest);
        let most = if all_named { named } else { greatest };
        Some((fact.name.clone(), Value::Number(named, most)))
    }

    fn values(&self, item: &Item, taken: &[(Scope, &Step, &Told)]) -> ValueMap {
        let mut values = ValueMap::new();
        if let Some(fact) = self.policy.subject_fact() {
            values.insert(fact.name.clone(), Value::Choice(item.procedure.clone()));
        }
        let region = item.level.and_then(|level| {
            self.policy
                .region_of(level.segment().letter_and_count().0, level.number())
        });
        let leveled = taken
            .iter()
            .any(|(_, step, _)| step.kind == StepKind::Levels);
        if let Some((fact, region)) = region.filter(|_| leveled) {
            values.insert(fact.clone(), Value::Choice(region.clone()));
        }
        if let Some((fact, count)) = self
            .level_count()
            .filter(|_| leveled && item.level.is_some())
        {
            values.insert(fact, count);
        }
        let mut answers: Vec<&Told> = taken.iter().map(|(_, _, told)| *told).collect();
        answers.sort_by_key(|told| told.order);
        for told in answers {
            if let Answer::Facts(facts) = &told.answer {
                values.extend(
                    facts
                        .iter()
                        .map(|(fact, value)| (fact.clone(), value.clone())),
                );
            }
        }
        values
    }

    /// The answers that can be changed, in the order of the conversation.
    #[must_use]
    pub fn editables(&self, states: &[ItemState]) -> Vec<(Scope, StepName)> {
        let of_item = |state: &ItemState| {
            let told = self
                .dialog
                .steps
                .iter()
                .filter_map(|step| Some((self.told(step, &state.item)?.0, step.name.clone())));
            told.collect::<Vec<_>>()
        };
        let own = self
            .session
            .in_order()
            .into_iter()
            .map(|(scope, step, _)| (scope.clone(), step.clone()));
        let mut all: Vec<(Scope, StepName)> = Vec::new();
        for answer in states.iter().flat_map(of_item).chain(own) {
            if !all.contains(&answer) && self.dialog.step(&answer.1).is_some() {
                all.push(answer);
            }
        }
        all
    }

    /// The documents that could show what was told of an item that meets the policy, as numbers of the step's choices.
    #[must_use]
    pub fn documents_worth(&self, states: &[ItemState]) -> Vec<usize> {
        let met = states.iter().filter(|state| {
            state.assessment.outcomes.default == crate::domain::policy::Outcome::Met
        });
        let told = met.fold(Set::default(), |sum, state| {
            let rests_on = self.policy.facts_of_paths(&state.assessment);
            sum.or(self.told_facts(state).and(rests_on))
        });
        let documents = self.policy.documents().iter().enumerate();
        documents
            .filter(|(_, document)| !document.shows.and(told).is_empty())
            .map(|(number, _)| number)
            .collect()
    }

    /// The facts that the request as told so far leaves to be shown by records.
    #[must_use]
    pub fn told_facts(&self, state: &ItemState) -> Set {
        state
            .facts
            .known()
            .less(self.policy.shown_by(Set::default()))
    }
}

fn levels_in(told: &Told) -> Option<&[(u8, Level)]> {
    match &told.answer {
        Answer::Levels(levels) => Some(levels),
        _ => None,
    }
}

/// The step that asks whether the answers of another place hold too. It belongs to every dialog.
pub(crate) fn same_step() -> Option<StepName> {
    StepName::parse("same").ok()
}
