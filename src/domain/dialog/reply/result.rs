//! The assessment in words: the disposition first, then what it rests on and what is missing.

use crate::domain::dialog::item::ItemState;
use crate::domain::dialog::reply::describe::list;
use crate::domain::dialog::reply::news::short_digest;
use crate::domain::dialog::reply::{Reply, Scene};
use crate::domain::dialog::said;
use crate::domain::message::Message;
use crate::domain::policy::{Disposition, NotePlace, Outcome, Set};

impl Scene<'_> {
    /// The short form: of every item its disposition, what is missing and what the calendar changes; then what to do
    /// next, the case reference, and what this is not. After it the details.
    pub(super) fn results(&self, reply: &mut Reply) {
        if self.view.policy.is_example() {
            reply.say(said::example());
        }
        self.notes_at(reply, NotePlace::Above);
        for state in self.states {
            self.result(reply, state);
        }
        self.notes_at(reply, NotePlace::Beside);
        if let Some(case) = self.case {
            reply.say(said::result_reference(case.to_string().as_str()));
        }
        reply.say(said::disclaimer());
        let details = reply.lines.len();
        self.result_details(reply);
        reply.details_from(details);
    }

    fn result(&self, reply: &mut Reply, state: &ItemState) {
        let disposition = state.assessment.disposition.as_str();
        reply.head(said::result_heading(self.view.item_message(&state.item)));
        let short = Message::new(format!("disposition-{disposition}.short"));
        reply.say(said::result_disposition(
            short,
            Message::new(format!("disposition-{disposition}")),
        ));
        match state.assessment.disposition {
            Disposition::Investigational => self.why_not(reply, state),
            Disposition::PayerReview => self.why_review(reply, state),
            Disposition::DocumentationNeeded => self.what_is_missing(reply, state),
            Disposition::Submit | Disposition::SubmitWithNote => self.what_is_met(reply, state),
            Disposition::Inconsistent | Disposition::NotAddressed => {}
        }
        self.change(reply, state);
    }

    /// What every item rests on, the notes, and which text and which day.
    pub(super) fn result_details(&self, reply: &mut Reply) {
        for state in self.states {
            self.item_details(reply, state);
        }
        self.notes_below(reply);
        self.footer(reply);
    }

    fn item_details(&self, reply: &mut Reply, state: &ItemState) {
        reply.head(said::result_details_heading(
            self.view.item_message(&state.item),
        ));
        match state.assessment.disposition {
            Disposition::Investigational => self.why_not_in_detail(reply, state),
            Disposition::PayerReview | Disposition::Submit | Disposition::SubmitWithNote => {
                self.documents_in_hand(reply);
            }
            _ => {}
        }
        self.criteria(reply, state);
    }

    fn what_is_met(&self, reply: &mut Reply, state: &ItemState) {
        let paths = self.path_names(&state.assessment, state.assessment.paths_met);
        if !paths.is_empty() {
            reply.say(said::result_paths_met(list(paths)));
        }
        self.worth_adding(reply, state, said::result_also_heading());
    }

    fn documents_in_hand(&self, reply: &mut Reply) {
        let documents = self.view.documents().unwrap_or_default();
        if !documents.is_empty() {
            let names = documents
                .iter()
                .map(|one| Message::new(format!("document-{one}")))
                .collect();
            reply.say(said::result_documents_in_hand(list(names)));
        }
    }

    /// The day on which the calendar alone changes the result, and what it brings.
    fn change(&self, reply: &mut Reply, state: &ItemState) {
        let Some(change) = state.next_change(self.view.policy) else {
            return;
        };
        if state.assessment.disposition == Disposition::Investigational
            && !change.paths_possible.is_empty()
        {
            reply.say(said::result_not_met_today(state.assessment.as_of));
            for path in self.path_names(&state.assessment, change.paths_possible) {
                reply.point(said::result_path_possible_on(path, change.on));
            }
        } else {
            reply.say(said::result_changes_on(change.on));
        }
    }

    /// Each criterion with its answer, where the answer comes from, and the policy's section.
    fn criteria(&self, reply: &mut Reply, state: &ItemState) {
        if state.assessment.criteria.is_empty() {
            return;
        }
        let assessment = &state.assessment;
        let asked = assessment.needs.or(assessment.also);
        let policy = self.view.policy;
        let idle = |(criterion, outcome): &&(usize, Outcome)| {
            *outcome == Outcome::Open
                && !assessment.contested.has(*criterion)
                && policy.facts_of(*criterion).and(asked).is_empty()
        };
        reply.head(said::result_criteria_heading());
        for one in assessment.criteria.iter().filter(|one| !idle(one)) {
            reply.point(self.criterion(state, one.0, one.1));
        }
        let idle = assessment.criteria.iter().filter(idle);
        let names = idle.filter_map(|(criterion, _)| policy.criterion_name(*criterion));
        let names: Vec<Message> = names
            .map(|name| Message::new(format!("criterion-{name}.short")))
            .collect();
        if !names.is_empty() {
            reply.say(said::result_criteria_idle(list(names)));
        }
    }

    fn criterion(&self, state: &ItemState, criterion: usize, outcome: Outcome) -> Message {
        let policy = self.view.policy;
        let name = policy
            .criterion_name(criterion)
            .map(ToString::to_string)
            .unwrap_or_default();
        let text = Message::new(format!("criterion-{name}"));
        let cite = policy.cite(criterion, Some(state.item.procedure.as_str()));
        let status = match outcome {
            _ if state.assessment.contested.has(criterion) => said::status_depends(),
            Outcome::Met => said::status_met(),
            Outcome::NotMet | Outcome::NotAddressed => said::status_not_met(),
            Outcome::Open => said::status_open(),
        };
        let told = policy.facts_of(criterion).and(self.view.told_facts(state));
        let contested = state.assessment.contested.has(criterion);
        if contested || outcome == Outcome::Open || told.is_empty() {
            return said::result_criterion_plain(text, status, cite);
        }
        let stated = policy.criteria_shown(&state.facts, self.view.today, Set::default());
        if stated.contains(&(criterion, outcome)) {
            return said::result_criterion_plain(text, status, cite);
        }
        let in_hand = self.documents_in_hand_set();
        let shown = policy.criteria_shown(&state.facts, self.view.today, in_hand);
        let documented = shown.contains(&(criterion, outcome));
        let known = if documented {
            said::known_documented()
        } else {
            said::known_told()
        };
        said::result_criterion(text, status, known, cite)
    }

    pub(super) fn documents_in_hand_set(&self) -> Set {
        let names = self.view.documents().unwrap_or_default();
        let documents = self.view.policy.documents().iter().enumerate();
        documents
            .filter(|(_, document)| names.contains(&document.name))
            .map(|(number, _)| number)
            .collect()
    }

    /// Once for the request: which text and which day.
    fn footer(&self, reply: &mut Reply) {
        let policy = self.view.policy;
        let digest = self
            .view
            .session
            .pins
            .as_ref()
            .map(|pins| pins.policy_digest.as_str())
            .unwrap_or_default();
        reply.say(said::result_policy(
            Message::new("policy-short"),
            short_digest(digest),
            policy.text_through(),
        ));
        let cites = self.updates();
        if !cites.is_empty() {
            reply.say(said::result_update(cites.join("; ").as_str()));
        }
        reply.say(said::result_as_of(self.view.today));
        reply.say(said::result_translated());
    }

    /// Where the history of the text speaks of the rules and criteria that were looked at.
    fn updates(&self) -> Vec<&str> {
        let policy = self.view.policy;
        let rules = self
            .states
            .iter()
            .filter_map(|state| policy.rule_name(policy.rule_in_effect(&state.assessment)?));
        let criteria = self
            .states
            .iter()
            .flat_map(|state| &state.assessment.criteria);
        let names: Vec<_> = rules
            .chain(criteria.filter_map(|(criterion, _)| policy.criterion_name(*criterion)))
            .collect();
        let touched = policy
            .updates()
            .iter()
            .filter(|update| update.changes.iter().any(|one| names.contains(&one)));
        touched.map(|update| update.cite.as_str()).collect()
    }

    /// Who in an office can usually supply a fact.
    pub(super) fn supplier(&self, fact: usize) -> Message {
        let steps = self.view.dialog.steps.iter();
        let own = steps
            .filter(|step| step.sets.has(fact))
            .min_by_key(|step| step.sets.len());
        Message::new(format!(
            "supplier-{}",
            own.map(|step| step.supplied_by.as_str())
                .unwrap_or_default()
        ))
    }

    pub(super) fn fact(&self, fact: usize) -> Message {
        let name = self
            .view
            .policy
            .facts_list()
            .get(fact)
            .map(|fact| fact.name.to_string())
            .unwrap_or_default();
        Message::new(format!("fact-{name}"))
    }
}
