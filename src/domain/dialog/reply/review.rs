//! Why only the payer can settle a question: the clause at issue, the answers that raise it, and what to do.

use crate::domain::dialog::event::Answer;
use crate::domain::dialog::item::{ItemState, View};
use crate::domain::dialog::model::StepKind;
use crate::domain::dialog::reply::describe::list;
use crate::domain::dialog::reply::{Reply, Scene};
use crate::domain::dialog::said;
use crate::domain::message::Message;
use crate::domain::policy::{Raised, Set};

impl Scene<'_> {
    /// The clause at issue, how it can be read, and what to do.
    pub(super) fn why_review(&self, reply: &mut Reply, state: &ItemState) {
        let assessment = &state.assessment;
        let paths = self.path_names(assessment, assessment.paths_met);
        if !paths.is_empty() {
            reply.say(said::result_paths_depend(list(paths)));
        }
        reply.head(said::result_readings_heading());
        let all: Vec<_> = self.view.policy.readings().iter().collect();
        let at_issue = assessment.hinges.readings.or(assessment.hinges.involved);
        for reading in at_issue.iter().filter_map(|number| all.get(number)) {
            let text = Message::new(format!("reading-{}", reading.name));
            let cite = self
                .view
                .policy
                .cited(&reading.cite, Some(state.item.procedure.as_str()));
            reply.point(said::result_reading(text, cite));
        }
        if assessment.hinges.combination {
            reply.point(said::result_readings_combination());
        }
        self.raised(reply, state);
        self.worth_adding(reply, state, said::result_review_also_heading());
        let raised = assessment.raised.iter().map(|one| one.facts.len()).sum();
        let points: usize = if raised == 0 { at_issue.len() } else { raised };
        reply.say(said::result_include_records(count(points)));
        let telling = self.facts_to_show(state, at_issue);
        let documents = self
            .view
            .policy
            .documents_for(telling.and(self.view.told_facts(state)));
        if !documents.is_empty() {
            reply.say(said::result_review_records(self.documents(documents)));
        }
        self.missing_documents(reply, state);
    }

    /// The facts that records should show: those that raise the question; where none does, all that the readings at issue
    /// are about.
    fn facts_to_show(&self, state: &ItemState, at_issue: Set) -> Set {
        let raised = state.assessment.raised.iter();
        let raised = raised.fold(Set::default(), |sum, one| sum.or(one.facts));
        if !raised.is_empty() {
            return raised;
        }
        let policy = self.view.policy;
        let readings = at_issue.iter().map(|one| policy.facts_at_issue(one));
        readings.fold(Set::default(), Set::or)
    }

    /// The answers without which the question would not be there, each with what it counts for.
    fn raised(&self, reply: &mut Reply, state: &ItemState) {
        let points = state.assessment.raised.iter();
        let points: Vec<Message> = points
            .filter_map(|raised| self.raised_by(state, raised))
            .collect();
        if !points.is_empty() {
            reply.head(said::result_raised_heading());
        }
        points.into_iter().for_each(|point| reply.point(point));
    }

    fn raised_by(&self, state: &ItemState, raised: &Raised) -> Option<Message> {
        let facts = raised.facts.iter();
        let mut answers: Vec<Message> = Vec::new();
        for answer in facts.filter_map(|fact| self.answer_behind(state, fact)) {
            if !answers.contains(&answer) {
                answers.push(answer);
            }
        }
        let number = count(answers.len());
        let answers = (number > 0).then(|| list(answers))?;
        let Some(criterion) = raised.criterion else {
            return Some(answers);
        };
        let policy = self.view.policy;
        let name = policy.criterion_name(criterion)?;
        let short = Message::new(format!("criterion-{name}.short"));
        let cite = policy.cite(criterion, Some(state.item.procedure.as_str()));
        Some(said::result_raised(answers, number, short, cite))
    }

    /// The answer that settled a fact, with the label of its question: the last one where there are several.
    fn answer_behind(&self, state: &ItemState, fact: usize) -> Option<Message> {
        let name = &self.view.policy.facts_list().get(fact)?.name;
        let told = |answer: &Answer| matches!(answer, Answer::Facts(own) if own.contains_key(name));
        let steps = self.view.dialog.steps.iter();
        let own = steps.filter_map(|step| Some((step, self.view.told(step, &state.item)?.1)));
        let last = own
            .filter(|(_, one)| told(&one.answer))
            .max_by_key(|(_, one)| one.order);
        if let Some((step, one)) = last {
            let answer = self.view.answer(step, &one.answer);
            return Some(said::readback_line(View::label(step), answer));
        }
        let levels = self.view.dialog.step_of_kind(StepKind::Levels)?;
        let level = said::place_known(state.item.level?.to_string().as_str());
        Some(said::readback_line(View::label(levels), level))
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
