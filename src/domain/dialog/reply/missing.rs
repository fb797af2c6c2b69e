//! What is missing, for which criterion, what it must show, and who can usually supply it; and why a path fails.

use crate::domain::dialog::item::ItemState;
use crate::domain::dialog::model::StepKind;
use crate::domain::dialog::reply::describe::list;
use crate::domain::dialog::reply::{Reply, Scene};
use crate::domain::dialog::said;
use crate::domain::message::Message;
use crate::domain::policy::{Kind, ListKind, Outcome, Set, Value};

impl Scene<'_> {
    pub(super) fn what_is_missing(&self, reply: &mut Reply, state: &ItemState) {
        if !state.assessment.needs.is_empty() {
            reply.head(said::result_needs_heading());
            self.needs(reply, state, state.assessment.needs);
        }
        self.missing_documents(reply, state);
        self.worth_adding(reply, state, said::result_also_heading());
    }

    /// Open facts, each with the criteria that wait for it. A closed list of which one is enough is told as one.
    fn needs(&self, reply: &mut Reply, state: &ItemState, needs: Set) {
        let policy = self.view.policy;
        let mut told = Set::default();
        for (criterion, _) in &state.assessment.criteria {
            let Some((ListKind::Closed, facts)) = policy.list_of(*criterion) else {
                continue;
            };
            let open: Set = facts
                .iter()
                .copied()
                .filter(|fact| needs.has(*fact))
                .collect();
            if open.len() > 1 {
                told = told.or(open);
                let names: Vec<Message> = facts.iter().map(|fact| self.fact(*fact)).collect();
                let name = policy
                    .criterion_name(*criterion)
                    .map(ToString::to_string)
                    .unwrap_or_default();
                let text = Message::new(format!("criterion-{name}"));
                let supplier = facts
                    .first()
                    .map(|fact| self.supplier(*fact))
                    .unwrap_or_else(said::not_on_record);
                reply.point(said::result_closed_list(text, list(names), supplier));
            }
        }
        for fact in needs.less(told).iter() {
            reply.point(self.need(state, fact));
        }
    }

    fn need(&self, state: &ItemState, fact: usize) -> Message {
        let policy = self.view.policy;
        let open = state
            .assessment
            .criteria
            .iter()
            .filter(|(criterion, outcome)| {
                *outcome == Outcome::Open && policy.facts_of(*criterion).has(fact)
            });
        let names = open.filter_map(|(criterion, _)| policy.criterion_name(*criterion));
        let criteria: Vec<Message> = names
            .map(|name| Message::new(format!("criterion-{name}.short")))
            .collect();
        if let Some(so_far) = self.inexact(state, fact) {
            if matches!(policy.facts_list().get(fact), Some(one) if matches!(one.kind, Kind::Number { .. }))
            {
                return said::result_need_number(self.fact(fact), so_far, self.supplier(fact));
            }
            return said::result_need_exact(self.fact(fact), so_far, self.supplier(fact));
        }
        if criteria.is_empty() {
            return said::result_need(self.fact(fact), self.supplier(fact));
        }
        said::result_need_for(self.fact(fact), list(criteria), self.supplier(fact))
    }

    /// What was told of a fact that is needed more exactly.
    fn inexact(&self, state: &ItemState, fact: usize) -> Option<Message> {
        let name = self
            .view
            .policy
            .facts_list()
            .get(fact)
            .map(|fact| &fact.name)?;
        match state.values.get(name)? {
            value @ (Value::Date(_) | Value::Period { .. } | Value::Number(..)) => {
                Some(self.view.value(value))
            }
            Value::Choice(_) | Value::Flag(_) => None,
        }
    }

    /// What stricter or more lenient readings still turn on.
    pub(super) fn worth_adding(&self, reply: &mut Reply, state: &ItemState, heading: Message) {
        if !state.assessment.also.is_empty() {
            reply.head(heading);
            self.needs(reply, state, state.assessment.also);
        }
    }

    /// The documents in every smallest set, and of those that differ any one.
    pub(super) fn missing_documents(&self, reply: &mut Reply, state: &ItemState) {
        let sets = &state.assessment.missing_documents;
        let Some(first) = sets.first() else { return };
        let always = sets.iter().fold(*first, |sum, one| sum.and(*one));
        reply.head(said::result_documents_heading());
        for document in always.iter().filter_map(|number| self.document(number)) {
            reply.point(document);
        }
        let choices: Vec<Message> = sets
            .iter()
            .map(|one| one.less(always))
            .filter(|one| !one.is_empty())
            .map(|one| self.documents(one))
            .collect();
        if !choices.is_empty() {
            let supplier = self.records_supplier();
            reply.point(said::result_document_choice(list(choices), supplier));
        }
        let missing = sets.iter().fold(Set::default(), |sum, one| sum.or(*one));
        self.suggested(reply, missing);
    }

    /// Which of the documents the policy does not ask for.
    fn suggested(&self, reply: &mut Reply, missing: Set) {
        let all = self.view.policy.documents();
        let mut missing = missing.iter().filter_map(|number| all.get(number));
        if all.iter().all(|one| one.cite.is_none()) {
            reply.say(said::result_documents_suggested());
        } else if missing.any(|one| one.cite.is_none()) {
            reply.say(said::result_documents_others());
        }
    }

    pub(super) fn documents(&self, set: Set) -> Message {
        let all = self.view.policy.documents();
        let names = set
            .iter()
            .filter_map(|number| all.get(number))
            .map(|one| Message::new(format!("document-{}", one.name)));
        list(names.collect())
    }

    fn document(&self, number: usize) -> Option<Message> {
        let document = self.view.policy.documents().get(number)?;
        let shows = Message::new(format!("document-{}.shows", document.name));
        if let Some(cite) = &document.cite {
            return Some(said::result_document_required(
                self.documents(Set::of(number)),
                shows,
                self.records_supplier(),
                cite.as_str(),
            ));
        }
        Some(said::result_document(
            self.documents(Set::of(number)),
            shows,
            self.records_supplier(),
        ))
    }

    /// Who in an office can usually supply a document.
    fn records_supplier(&self) -> Message {
        let step = self.view.dialog.step_of_kind(StepKind::Documents);
        let supplier = step.map(|step| step.supplied_by.as_str());
        Message::new(format!("supplier-{}", supplier.unwrap_or_default()))
    }

    /// The rule by which the policy speaks of an item: that of another procedure where its level makes it one.
    fn rule_of(&self, state: &ItemState) -> Option<(usize, bool)> {
        let rule = state.assessment.rule?;
        let handled = self.view.policy.handled_as(rule);
        let handled = handled.filter(|(criterion, _)| is_not_met(state, *criterion));
        Some(handled.map_or((rule, false), |(_, other)| (other, true)))
    }

    /// Why an item is not met: the failed criteria of each path, or the rule where it has no path to speak of.
    pub(super) fn why_not(&self, reply: &mut Reply, state: &ItemState) {
        let failed = self.failed_paths(state);
        if failed.is_empty() {
            self.rule(reply, state);
        }
        failed.into_iter().for_each(|path| reply.point(path));
    }

    /// The rule that then holds, where it was not told yet, and the technology criteria it names.
    pub(super) fn why_not_in_detail(&self, reply: &mut Reply, state: &ItemState) {
        if !self.failed_paths(state).is_empty() {
            self.rule(reply, state);
        }
        let policy = self.view.policy;
        let rule = self
            .rule_of(state)
            .and_then(|(rule, _)| policy.otherwise(rule));
        let tec = rule.map(|(_, tec)| tec).unwrap_or_default();
        if !tec.is_empty() {
            reply.head(said::result_tec_heading());
        }
        for one in policy.tec().iter().filter(|one| tec.contains(&one.number)) {
            let text = Message::new(format!("tec-{}", one.number));
            let number = i64::from(one.number);
            reply.point(said::result_tec(number, text, one.cite.as_str()));
        }
    }

    fn rule(&self, reply: &mut Reply, state: &ItemState) {
        let policy = self.view.policy;
        let rule = self.rule_of(state).map(|(rule, _)| rule);
        let stated = rule.and_then(|rule| Some((policy.rule_name(rule)?, policy.otherwise(rule)?)));
        if let Some((name, (cite, _))) = stated {
            let text = Message::new(format!("rule-{name}"));
            reply.say(said::result_rule(text, cite));
        }
    }

    /// Each path with those of its criteria that are not met.
    fn failed_paths(&self, state: &ItemState) -> Vec<Message> {
        let policy = self.view.policy;
        let Some((rule, false)) = self.rule_of(state) else {
            return Vec::new();
        };
        let failed = |criteria: &[usize]| {
            let required = policy.requires(rule).iter().chain(criteria);
            let failed = required.filter(|criterion| is_not_met(state, **criterion));
            let names = failed.filter_map(|criterion| policy.criterion_name(*criterion));
            names
                .map(|name| Message::new(format!("criterion-{name}.short")))
                .collect::<Vec<_>>()
        };
        let paths = policy.paths(rule).map(|(name, own)| (name, failed(own)));
        paths
            .filter(|(_, failed)| !failed.is_empty())
            .map(|(name, failed)| {
                said::result_path_failed(Message::new(format!("path-{name}")), list(failed))
            })
            .collect()
    }
}

fn is_not_met(state: &ItemState, criterion: usize) -> bool {
    let criteria = &state.assessment.criteria;
    criteria.contains(&(criterion, Outcome::NotMet))
}
