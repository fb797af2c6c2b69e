//! Looking things up in a policy: names of numbers and numbers of names.

use crate::domain::day::Day;
use crate::domain::name::{CriterionName, FactName, PolicyName, ValueName};
use crate::domain::policy::assessment::Assessment;
use crate::domain::policy::facts::Facts;
use crate::domain::policy::model::{
    Citation, Condition, Constraint, Document, Fact, Kind, ListKind, Note, Path, Policy, Reading,
    Tec, Update,
};
use crate::domain::policy::restrict::Outcome;
use crate::domain::policy::set::Set;

impl Policy {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &PolicyName {
        &self.name
    }

    /// The last update the text contains.
    #[must_use]
    pub fn text_through(&self) -> &str {
        &self.text_through
    }

    /// Whether it is an example: every result says so, and it is never offered unless it is named.
    #[must_use]
    pub fn is_example(&self) -> bool {
        self.example
    }

    /// Every fact.
    #[must_use]
    pub fn facts_list(&self) -> &[Fact] {
        &self.facts
    }

    /// The number of a fact.
    #[must_use]
    pub fn fact_number(&self, name: &FactName) -> Option<usize> {
        self.facts.iter().position(|fact| fact.name == *name)
    }

    /// The fact of that name.
    #[must_use]
    pub fn fact(&self, name: &FactName) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.name == *name)
    }

    /// The names of a set of facts, in the policy's order.
    pub fn fact_names(&self, set: Set) -> impl Iterator<Item = &FactName> {
        set.iter()
            .filter_map(|number| self.facts.get(number))
            .map(|fact| &fact.name)
    }

    /// The fact that says which procedure is requested.
    #[must_use]
    pub fn subject_fact(&self) -> Option<&Fact> {
        self.facts.get(self.subject.fact)
    }

    /// The procedures, by their number.
    #[must_use]
    pub fn procedures(&self) -> &[ValueName] {
        match self.subject_fact().map(|fact| &fact.kind) {
            Some(Kind::Choice { values, .. }) => values,
            _ => &[],
        }
    }

    /// The fact that the level settles, and its value for a level given as letter and number.
    #[must_use]
    pub fn region_of(&self, letter: char, number: u8) -> Option<(&FactName, &ValueName)> {
        let level = self.subject.level.as_ref()?;
        let fact = self.facts.get(level.fact)?;
        let mut regions = level.regions.iter();
        let region = regions
            .find(|(_, own, first, last)| *own == letter && (*first..=*last).contains(&number))?;
        Some((&fact.name, &region.0))
    }

    /// The fact that the level settles.
    #[must_use]
    pub fn region_fact(&self) -> Option<&Fact> {
        self.subject
            .level
            .as_ref()
            .and_then(|level| self.facts.get(level.fact))
    }

    /// The number that says for how many levels the request is, with its least and greatest value.
    #[must_use]
    pub fn level_count(&self) -> Option<(&Fact, i64, i64)> {
        let fact = self.facts.get(self.subject.level.as_ref()?.count?)?;
        match fact.kind {
            Kind::Number {
                least, greatest, ..
            } => Some((fact, least, greatest)),
            _ => None,
        }
    }

    /// Whether the text does not name a procedure, so that nothing is asked about it.
    #[must_use]
    pub fn is_not_addressed(&self, procedure: &ValueName) -> bool {
        let number = self.procedures().iter().position(|one| one == procedure);
        number.is_some_and(|number| self.subject.not_addressed.has(number))
    }

    /// The facts that the conditions of notes rest on.
    #[must_use]
    pub fn facts_of_notes(&self) -> Set {
        let mut facts = Set::default();
        let conditions = self
            .notes
            .iter()
            .filter_map(|note| note.shown.when.as_ref());
        conditions.for_each(|when| self.collect_facts(when, &mut facts));
        facts
    }

    /// Every constraint.
    #[must_use]
    pub fn constraints(&self) -> &[Constraint] {
        &self.constraints
    }

    /// Every reading.
    #[must_use]
    pub fn readings(&self) -> &[Reading] {
        &self.readings
    }

    /// Every document.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// Every note.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The criteria of the technology evaluation.
    #[must_use]
    pub fn tec(&self) -> &[Tec] {
        &self.tec
    }

    /// The history of the text.
    #[must_use]
    pub fn updates(&self) -> &[Update] {
        &self.updates
    }

    /// The criteria, in the payer's order.
    pub fn criteria(&self) -> impl Iterator<Item = (usize, &CriterionName)> {
        let named = self
            .named
            .iter()
            .enumerate()
            .filter(|(_, named)| named.criterion.is_some());
        named.map(|(number, named)| (number, &named.name))
    }

    /// The name of a criterion or part.
    #[must_use]
    pub fn criterion_name(&self, number: usize) -> Option<&CriterionName> {
        self.named.get(number).map(|named| &named.name)
    }

    /// Section and bullet of a criterion, for the procedure where it is known.
    #[must_use]
    pub fn cite(&self, criterion: usize, procedure: Option<&str>) -> &str {
        let named = self
            .named
            .get(criterion)
            .and_then(|named| named.criterion.as_ref());
        named.map_or("", |criterion| self.cited(&criterion.cite, procedure))
    }

    /// A citation for the procedure where it is known, else for the first procedure it names.
    #[must_use]
    pub fn cited<'c>(&self, citation: &'c Citation, procedure: Option<&str>) -> &'c str {
        match citation {
            Citation::One(cite) => cite,
            Citation::By(by) => {
                let own = procedure.and_then(|procedure| by.get(procedure));
                let first = || {
                    self.procedures()
                        .iter()
                        .find_map(|one| by.get(one.as_str()))
                };
                own.or_else(first).map_or("", String::as_str)
            }
        }
    }

    /// The facts a criterion rests on.
    #[must_use]
    pub fn facts_of(&self, criterion: usize) -> Set {
        let named = self
            .named
            .get(criterion)
            .and_then(|named| named.criterion.as_ref());
        named.map_or(Set::default(), |criterion| criterion.facts)
    }

    /// The list in the text of a criterion, and the facts it is about.
    #[must_use]
    pub fn list_of(&self, criterion: usize) -> Option<(ListKind, &[usize])> {
        let criterion = self.named.get(criterion)?.criterion.as_ref()?;
        criterion
            .list
            .as_ref()
            .map(|(kind, facts)| (*kind, facts.as_slice()))
    }

    /// The facts that the paths met rest on, with all their rule requires.
    #[must_use]
    pub fn facts_of_paths(&self, assessment: &Assessment) -> Set {
        let Some(rule) = assessment.rule.and_then(|rule| self.rules.get(rule)) else {
            return Set::default();
        };
        let paths = assessment
            .paths_met
            .iter()
            .filter_map(|path| rule.paths.get(path));
        let criteria = paths.flat_map(|path| &path.criteria).chain(&rule.requires);
        criteria.fold(Set::default(), |sum, one| sum.or(self.facts_of(*one)))
    }

    /// The facts that stand with a reading: those of the criteria and parts that name it.
    #[must_use]
    pub fn facts_at_issue(&self, reading: usize) -> Set {
        let mut at_issue = Set::default();
        for named in &self.named {
            let mut names_it = false;
            named.condition.walk(&mut |one| {
                names_it |= matches!(one, Condition::Reading(own, _) if *own == reading);
            });
            if names_it {
                self.collect_facts(&named.condition, &mut at_issue);
            }
        }
        at_issue
    }

    /// The numbers of the rules.
    pub fn rule_numbers(&self) -> std::ops::Range<usize> {
        0..self.rules.len()
    }

    /// The name of a rule.
    #[must_use]
    pub fn rule_name(&self, rule: usize) -> Option<&CriterionName> {
        self.rules.get(rule).map(|rule| &rule.name)
    }

    /// Where a rule says what holds when no path is met, and the technology criteria it names.
    #[must_use]
    pub fn otherwise(&self, rule: usize) -> Option<(&str, &[u8])> {
        self.rules
            .get(rule)
            .map(|rule| (rule.otherwise.as_str(), rule.tec.as_slice()))
    }

    /// The paths of a rule by name, each with the criteria it leads to.
    pub fn paths(&self, rule: usize) -> impl Iterator<Item = (&CriterionName, &[usize])> {
        let paths = self
            .rules
            .get(rule)
            .map(|rule| rule.paths.as_slice())
            .unwrap_or_default();
        paths
            .iter()
            .map(|path| (&path.name, path.criteria.as_slice()))
    }

    /// What every path of a rule requires, by number.
    #[must_use]
    pub fn requires(&self, rule: usize) -> &[usize] {
        self.rules
            .get(rule)
            .map(|rule| rule.requires.as_slice())
            .unwrap_or_default()
    }

    /// The rule that explains a result when a criterion is not met: that criterion and the rule.
    #[must_use]
    pub fn handled_as(&self, rule: usize) -> Option<(usize, usize)> {
        self.rules.get(rule).and_then(|rule| rule.handled_as)
    }

    /// The open facts of one straight way on: those of the first path of the procedure that is not ruled out, with what
    /// its rule requires and, of a list of which one member is enough, the first. An estimate for showing progress.
    #[must_use]
    pub fn straightest(&self, facts: &Facts, as_of: Day) -> Set {
        let assessment = self.assess(facts, as_of);
        let wanted = assessment
            .needs
            .or(assessment.also)
            .or(Set::of(self.subject.fact));
        let rule = self.rules.get(assessment.rule.unwrap_or(0));
        let outcome = |criterion: &usize| {
            assessment
                .criteria
                .iter()
                .find(|(own, _)| own == criterion)
                .map(|(_, outcome)| *outcome)
        };
        let ruled_out = |path: &&Path| {
            path.criteria
                .iter()
                .any(|one| outcome(one) == Some(Outcome::NotMet) && path.all.contains(one))
        };
        let path = rule.and_then(|rule| rule.paths.iter().find(|path| !ruled_out(path)));
        let Some((rule, path)) = rule.zip(path) else {
            return wanted;
        };
        let criteria = rule.requires.iter().chain(&path.every_criterion);
        let of_path = criteria.fold(Set::default(), |sum, one| {
            sum.or(self.one_of_each_list(*one))
        });
        wanted.and(of_path)
    }

    fn one_of_each_list(&self, criterion: usize) -> Set {
        let spare = self
            .list_of(criterion)
            .map(|(_, facts)| facts.iter().skip(1).copied().collect());
        self.facts_of(criterion).less(spare.unwrap_or_default())
    }

    /// The rule that explains an assessment: that of its procedure, or the one it is handled as.
    #[must_use]
    pub fn rule_in_effect(&self, assessment: &Assessment) -> Option<usize> {
        let rule = assessment.rule?;
        let handled = self
            .handled_as(rule)
            .filter(|(criterion, _)| assessment.criteria.contains(&(*criterion, Outcome::NotMet)));
        Some(handled.map_or(rule, |(_, other)| other))
    }

    /// The same policy with a reading settled by a site.
    ///
    /// # Errors
    /// What is wrong with the name of the reading or of its value.
    pub fn settle(&self, reading: &str, value: &str) -> Result<Self, String> {
        let mut settled = self.clone();
        let Some(axis) = settled
            .readings
            .iter_mut()
            .find(|one| one.name.as_str() == reading)
        else {
            return Err(format!("no reading is named `{reading}`"));
        };
        let Some(number) = axis.values.iter().position(|one| one.as_str() == value) else {
            return Err(format!("the reading `{reading}` has no value `{value}`"));
        };
        axis.settled = Some(number);
        settled.compile();
        Ok(settled)
    }

    /// The same policy with a criterion or part that holds just where it does not hold here.
    #[must_use]
    pub fn opposed(&self, criterion: usize) -> Self {
        let mut opposed = self.clone();
        if let Some(named) = opposed.named.get_mut(criterion) {
            named.condition = Condition::Not(Box::new(named.condition.clone()));
        }
        opposed.compile();
        opposed
    }
}

impl Note {
    /// Whether it has an "if" form, shown while its condition is not known.
    #[must_use]
    pub fn has_conditional_form(&self) -> bool {
        self.shown.if_open
    }
}
