//! The shortest conversations that come to cases of given kinds, through the real code.

use std::collections::HashSet;

use crate::domain::dialog::event::Answer;
use crate::domain::dialog::{Asked, Position, Session, Step, StepKind, WhenAsked};
use crate::domain::message::Message;
use crate::domain::name::FactName;
use crate::domain::policy::{Joint, Residues, Rest, Says, Value, ValueMap, fingerprint};
use crate::lab::walk::Course;
use crate::lab::{Lab, Standing};

/// A change of what is said of a case: by the old policy, and by the new one.
pub type Move = (Says, Says);

/// The most conversations that are looked at before the search is given up.
const MOST: usize = 60_000;

struct Search<'l, 'j> {
    lab: &'l Lab<'l>,
    joint: &'j Joint<'j>,
    rest: Rest<'j>,
    residues: Residues<'l>,
    wanted: Vec<Move>,
    found: Vec<(Move, Vec<String>)>,
    seen: HashSet<u128>,
}

impl Lab<'_> {
    /// For each of these changes the shortest conversation in this dialog that comes to it: what is typed, one text a
    /// turn. A change that no conversation comes to is left out. `tell` hears how many were looked at.
    #[must_use]
    pub fn examples(
        &self,
        joint: &Joint<'_>,
        wanted: &[Move],
        tell: &dyn Fn(usize),
    ) -> Vec<(Move, Vec<String>)> {
        let mut search = Search {
            lab: self,
            joint,
            rest: Rest::new(joint),
            residues: Residues::new(&self.chart),
            wanted: wanted.to_vec(),
            found: Vec::new(),
            seen: HashSet::new(),
        };
        search.run(tell);
        search.found
    }

    /// A session in which nothing was said, and how it stands.
    pub(super) fn beginning(&self) -> Course {
        let session = self.opened();
        let standing = self.standing(&session);
        Course::new(session, standing)
    }

    /// The step that is asked, unless it asks for documents.
    pub(super) fn asked<'a>(&'a self, standing: &'a Standing) -> Option<(&'a Asked, &'a Step)> {
        let Position::Ask(asked) = &standing.position else {
            return None;
        };
        let step = self.dialog.step(&asked.step)?;
        (step.kind != StepKind::Documents).then_some((asked, step))
    }
}

impl Search<'_, '_> {
    fn run(&mut self, tell: &dyn Fn(usize)) {
        let mut next = vec![self.lab.beginning()];
        while !next.is_empty() && !self.wanted.is_empty() && self.seen.len() < MOST {
            let mut after = Vec::new();
            for course in &next {
                self.go_on(course, &mut after);
            }
            tell(self.seen.len());
            next = after;
        }
    }

    fn go_on(&mut self, course: &Course, after: &mut Vec<Course>) {
        let lab = self.lab;
        let Some((asked, step)) = lab.asked(&course.standing) else {
            return;
        };
        for said in self.answers(step, &course.standing) {
            let mut further = course.clone();
            let heard = further.say_all(lab, &said).is_ok();
            let taken = further.session.told(&asked.scope, &asked.step).is_some();
            if heard && taken && self.is_worth_it(&further) {
                after.push(further);
            }
        }
    }

    /// What can be typed: what this policy can tell apart, and where it asks for a day what the other can.
    fn answers(&self, step: &Step, standing: &Standing) -> Vec<String> {
        let tellings = self.lab.tellings(step, standing).into_iter();
        let exact = tellings.filter(|telling| match &telling.answer {
            Answer::Facts(values) => values.values().all(is_exact),
            _ => true,
        });
        let mut texts: Vec<String> = exact.map(|telling| telling.said).collect();
        let fact = step.fact.as_ref();
        let own = self.joint.dimensions().iter();
        let own = own.filter(|one| fact.is_some_and(|fact| one.facts.contains(fact)));
        let classes = own.flat_map(|one| &one.classes);
        for value in classes.filter_map(|class| class.values.get(fact?)) {
            let text = self.lab.typed_value(value);
            texts.extend(text.filter(|text| !texts.contains(text)));
        }
        texts
    }

    /// Whether what was said may still come to a change that is looked for. One that it comes to is noted.
    fn is_worth_it(&mut self, course: &Course) -> bool {
        let blank = ValueMap::new();
        let states = course.standing.states.first();
        let values = states.map_or(&blank, |state| &state.values);
        let lab = self.lab;
        let open = open_facts(lab, &course.session, states.map(|state| &state.item));
        let rest = self.rest.after(values, |fact| !open.contains(fact));
        let can_be = |rest: &mut Rest<'_>, (from, to): &Move, left| rest.can_be(left, *from, *to);
        let mut wanted = self.wanted.iter();
        if !wanted.any(|one| can_be(&mut self.rest, one, rest)) {
            return false;
        }
        if lab.asked(&course.standing).is_none() {
            let [from, to] = self.joint.says(values);
            self.note((from, to), course);
            return false;
        }
        let key = lab.key(&course.session, &course.standing, &mut self.residues);
        self.seen
            .insert(fingerprint(&(key, rest, exact_values(values))))
    }

    fn note(&mut self, came_to: Move, course: &Course) {
        if let Some(place) = self.wanted.iter().position(|one| *one == came_to) {
            self.wanted.remove(place);
            self.found.push((came_to, self.lab.ended(course.clone())));
        }
    }
}

impl Lab<'_> {
    /// Everything that was typed, to the end of the conversation: every document is in hand.
    fn ended(&self, mut course: Course) -> Vec<String> {
        if let Position::Ask(asked) = &course.standing.position
            && let Some(step) = self.dialog.step(&asked.step)
            && step.kind == StepKind::Documents
        {
            let all = (self.say)(&Message::new("documents-all"));
            let _where_it_ends = course.say_all(self, &all);
        }
        course.said
    }

    /// How an office types a day or a period.
    fn typed_value(&self, value: &Value) -> Option<String> {
        match value {
            Value::Date(days) => Some(days.first().to_string()),
            Value::Period { start, end: None } => Some(format!("since {}", start.first())),
            Value::Period {
                start,
                end: Some(end),
            } => Some(format!("from {} to {}", start.first(), end.first())),
            Value::Number(number, _) => Some(number.to_string()),
            Value::Choice(_) | Value::Flag(_) => None,
        }
    }
}

fn is_exact(value: &Value) -> bool {
    match value {
        Value::Date(days) => days.is_exact(),
        Value::Period { start, end } => start.is_exact() && end.is_none_or(|end| end.is_exact()),
        Value::Choice(_) | Value::Flag(_) | Value::Number(..) => true,
    }
}

/// The days that were told: clocks that are bound to one another cannot always be taken by their classes.
fn exact_values(values: &ValueMap) -> Vec<String> {
    let days = values.values();
    let days = days.filter(|value| matches!(value, Value::Date(_) | Value::Period { .. }));
    days.map(|value| format!("{value:?}")).collect()
}

/// The facts that a step may still settle.
fn open_facts(
    lab: &Lab<'_>,
    session: &Session,
    item: Option<&crate::domain::dialog::Item>,
) -> Vec<FactName> {
    let view = lab.view(session);
    let steps = lab
        .dialog
        .steps
        .iter()
        .filter(|step| step.asked != WhenAsked::OnRequest);
    let open = steps.filter(|step| item.is_none_or(|item| view.told(step, item).is_none()));
    let sets = open.flat_map(|step| lab.policy.fact_names(step.sets));
    sets.cloned().collect()
}
