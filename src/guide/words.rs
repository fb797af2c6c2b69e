//! Facts, answers and conditions in the words that the office reads.

use crate::domain::dialog::{Choice, Dialog, Given, Gives, Step, StepKind};
use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::domain::name::{FactName, ValueName};
use crate::domain::policy::{Citation, Clause, Fact, Kind, Levels, Policy, Set, Span, Value};
use crate::lab::Say;

/// A policy and its dialog, and a language to tell them in.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The conversation about it.
    pub dialog: &'a Dialog,
    /// Puts messages into words.
    pub say: Say<'a>,
}

/// A condition in words: a point with the points it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// What it says.
    pub text: Message,
    /// What it is told of.
    pub clause: Clause,
    /// What it is made of.
    pub inner: Vec<Self>,
}

impl<'a> Words<'a> {
    /// A message in words.
    #[must_use]
    pub fn text(&self, message: &Message) -> String {
        (self.say)(message)
    }

    /// The message of that id in words.
    #[must_use]
    pub fn id(&self, id: String) -> String {
        self.text(&Message::new(id))
    }

    /// A fact by its name.
    #[must_use]
    pub fn fact(&self, fact: usize) -> Message {
        let fact = self.policy.facts_list().get(fact);
        Message::new(fact.map_or_else(String::new, |fact| format!("fact-{}", fact.name)))
    }

    /// A criterion in a few words.
    #[must_use]
    pub fn short(&self, criterion: usize) -> Message {
        let name = self.policy.criterion_name(criterion);
        Message::new(name.map_or_else(String::new, |name| format!("criterion-{name}.short")))
    }

    /// A reading's value as people can choose between them.
    #[must_use]
    pub fn reading(&self, reading: usize, value: usize) -> Message {
        let reading = self.policy.readings().get(reading);
        let id = reading.and_then(|reading| {
            let value = reading.values.get(value)?;
            Some(format!("reading-{}-{value}", reading.name))
        });
        Message::new(id.unwrap_or_default())
    }

    /// A step by its label.
    #[must_use]
    pub fn label(&self, step: &Step) -> Message {
        Message::new(format!("ask-{}.label", step.name))
    }

    /// What a step says, or one of its attributes, where neither level nor procedure is known.
    #[must_use]
    pub fn of_step(&self, step: &Step, attribute: &str) -> Message {
        Message::new(format!("ask-{}{attribute}", step.name))
            .with("place", said::this_level())
            .with("procedure", said::the_procedure())
    }

    /// What a choice settles; nothing of what follows from that.
    #[must_use]
    pub fn stands_for(&self, choice: &Choice) -> Vec<Message> {
        match &choice.gives {
            Gives::Procedure(_) => vec![said::gives_procedure()],
            Gives::Document(name) => {
                let documents = self.policy.documents();
                let own = documents.iter().find(|one| one.name == *name);
                let shows = own.map_or(Set::default(), |own| own.shows);
                vec![said::gives_document(self.facts(shows))]
            }
            Gives::Facts(facts) if facts.is_empty() => vec![said::gives_nothing()],
            Gives::Facts(facts) => {
                let all = facts.iter().map(|(name, given)| self.given(name, given));
                all.collect()
            }
        }
    }

    fn given(&self, name: &FactName, given: &Given) -> Message {
        let fact = self.policy.fact_number(name).unwrap_or(usize::MAX);
        let value = match given {
            Given::Value(Value::Choice(value)) => {
                let all = self.value(fact, value);
                let only = all.first().filter(|_| all.len() == 1);
                only.cloned().unwrap_or_else(|| said::plain(value.as_str()))
            }
            Given::Value(Value::Flag(yes)) => flag(*yes),
            Given::Value(Value::Number(number, _)) => said::number(*number),
            Given::Value(Value::Date(_) | Value::Period { .. }) | Given::NoneYet => {
                said::none_yet()
            }
        };
        said::is(self.fact(fact), said::answer(value))
    }

    /// A procedure by its label.
    #[must_use]
    pub fn procedure(&self, procedure: usize) -> Message {
        let name = self.policy.procedures().get(procedure);
        let step = self.dialog.step_of_kind(StepKind::Procedures);
        let id = name.zip(step);
        Message::new(id.map_or_else(String::new, |(name, step)| {
            format!("choice-{}-{name}", step.name)
        }))
    }

    /// Procedures by their labels.
    #[must_use]
    pub fn procedures(&self, set: Set) -> Message {
        list(set.iter().map(|one| self.procedure(one)).collect())
    }

    /// Facts by their names.
    #[must_use]
    pub fn facts(&self, set: Set) -> Message {
        list(set.iter().map(|one| self.fact(one)).collect())
    }

    /// Where the text says something, for each procedure where that differs.
    #[must_use]
    pub fn cited(&self, citation: &'a Citation) -> Vec<(Option<usize>, &'a str)> {
        match citation {
            Citation::One(cite) => vec![(None, cite)],
            Citation::By(by) => {
                let all = self.policy.procedures().iter().enumerate();
                let own = all.filter_map(|(number, name)| {
                    Some((Some(number), by.get(name.as_str())?.as_str()))
                });
                own.collect()
            }
        }
    }

    /// The answers that give a choice fact this value, as the office reads them.
    #[must_use]
    pub fn value(&self, fact: usize, value: &ValueName) -> Vec<Message> {
        self.value_beside(fact, value, &[])
    }

    fn value_beside(&self, fact: usize, value: &ValueName, beside: &[Clause]) -> Vec<Message> {
        let labels = self.alone(fact, value);
        let labels = if labels.is_empty() {
            self.among_others(fact, value, beside)
        } else {
            labels
        };
        if labels.is_empty() {
            vec![said::plain(value.as_str())]
        } else {
            labels
        }
    }

    /// Answers that say this and nothing else: a region by its levels, and else a choice.
    fn alone(&self, fact: usize, value: &ValueName) -> Vec<Message> {
        let policy = self.policy;
        let own = policy.facts_list().get(fact);
        let is = |other: Option<&Fact>| {
            own.zip(other)
                .is_some_and(|(own, other)| own.name == other.name)
        };
        if is(policy.region_fact()) {
            let levels = policy.levels_told().filter(|levels| levels.region == value);
            return levels.map(Self::levels).collect();
        }
        self.labels(|choice| match &choice.gives {
            Gives::Procedure(procedure) => is(policy.subject_fact()) && procedure == value,
            Gives::Facts(facts) => facts.len() == 1 && self.gives(facts, fact, value),
            Gives::Document(_) => false,
        })
    }

    fn among_others(&self, fact: usize, value: &ValueName, beside: &[Clause]) -> Vec<Message> {
        self.labels(|choice| match &choice.gives {
            Gives::Facts(facts) => {
                self.gives(facts, fact, value) && beside.iter().all(|one| self.fits(facts, one))
            }
            Gives::Procedure(_) | Gives::Document(_) => false,
        })
    }

    /// Whether what a choice gives leaves it possible that a condition holds.
    fn fits(&self, facts: &[(FactName, Given)], clause: &Clause) -> bool {
        let Clause::Is(fact, values) = clause else {
            return true;
        };
        facts.iter().all(|(name, given)| match given {
            Given::Value(Value::Choice(own)) if self.policy.fact_number(name) == Some(*fact) => {
                values.contains(own)
            }
            _ => true,
        })
    }

    fn labels(&self, fits: impl Fn(&Choice) -> bool) -> Vec<Message> {
        let mut found: Vec<Message> = Vec::new();
        for step in &self.dialog.steps {
            let own = step.choices.iter().filter(|choice| fits(choice));
            for label in own.map(|choice| Message::new(step.choice_message(choice))) {
                if !found.contains(&label) {
                    found.push(label);
                }
            }
        }
        found
    }

    fn gives(&self, facts: &[(FactName, Given)], fact: usize, value: &ValueName) -> bool {
        facts.iter().any(|(name, given)| {
            self.policy.fact_number(name) == Some(fact)
                && matches!(given, Given::Value(Value::Choice(own)) if own == value)
        })
    }

    /// The levels of a region.
    #[must_use]
    pub fn levels(levels: Levels<'_>) -> Message {
        let level = |number: u8| format!("{}{number}", levels.letter);
        said::levels(level(levels.first).as_str(), level(levels.last).as_str())
    }

    /// A condition with what it is made of. Parts are gone into, criteria are not.
    #[must_use]
    pub fn outline(&self, clause: &Clause) -> Outline {
        self.outline_beside(clause, &[])
    }

    fn outline_beside(&self, clause: &Clause, beside: &[Clause]) -> Outline {
        if let Clause::Part(part) = clause {
            let own = self.policy.clause(*part);
            return own.map_or_else(|| self.leaf(clause, &[]), |own| self.outline(&own));
        }
        let inner = clause.inner().iter();
        Outline {
            inner: inner
                .map(|one| self.outline_beside(one, clause.joined()))
                .collect(),
            ..self.leaf(clause, beside)
        }
    }

    fn leaf(&self, clause: &Clause, beside: &[Clause]) -> Outline {
        Outline {
            text: self.clause(clause, beside),
            clause: clause.clone(),
            inner: Vec::new(),
        }
    }

    /// A condition in words, without what it is made of. An answer that says more than one thing is named only where it
    /// fits the conditions that must hold beside this one.
    #[must_use]
    pub fn clause(&self, clause: &Clause, beside: &[Clause]) -> Message {
        match clause {
            Clause::All(_) => said::all(),
            Clause::Any(_) => said::any(),
            Clause::Not(_) => said::not(),
            Clause::AtLeast(count, _) => said::at_least(i64::try_from(*count).unwrap_or(i64::MAX)),
            Clause::Is(fact, values) => self.is(*fact, values, beside),
            Clause::Flag(fact, yes) => said::is(self.fact(*fact), said::answer(flag(*yes))),
            Clause::Within(fact, span) => self.within(*fact, *span),
            Clause::Reading(reading, value) => self.read(*reading, *value),
            Clause::Criterion(number) => self.short(*number),
            Clause::Part(number) => {
                let name = self.policy.criterion_name(*number);
                said::plain(name.map_or("", |name| name.as_str()))
            }
        }
    }

    fn is(&self, fact: usize, values: &[ValueName], beside: &[Clause]) -> Message {
        let labels: Vec<Message> = values
            .iter()
            .flat_map(|value| self.value_beside(fact, value, beside))
            .map(said::answer)
            .collect();
        match labels.as_slice() {
            [only] => said::is(self.fact(fact), only.clone()),
            _ => said::is_one_of(self.fact(fact), list(labels)),
        }
    }

    fn within(&self, fact: usize, span: Span) -> Message {
        let name = self.fact(fact);
        let kind = self.policy.facts_list().get(fact).map(|fact| &fact.kind);
        match (kind, span.from, span.below) {
            (Some(Kind::Date { .. }), Some(from), None) => said::began_from(name, from),
            (Some(Kind::Date { .. }), None, Some(below)) => said::began_below(name, below),
            (Some(Kind::Date { .. }), Some(from), Some(below)) => {
                said::began_within(name, from, below.saturating_sub(1))
            }
            (Some(Kind::Period { .. }), Some(from), None) => said::lasted_from(name, from),
            (Some(Kind::Period { .. }), None, Some(below)) => said::lasted_below(name, below),
            (Some(Kind::Period { .. }), Some(from), Some(below)) => {
                said::lasted_within(name, from, below.saturating_sub(1))
            }
            (_, Some(from), None) => said::number_from(name, from),
            (_, None, Some(below)) => said::number_below(name, below),
            (_, from, below) => said::number_within(
                name,
                from.unwrap_or(0),
                below.unwrap_or(0).saturating_sub(1),
            ),
        }
    }

    fn read(&self, reading: usize, value: usize) -> Message {
        let own = self.policy.readings().get(reading);
        let in_use = own.is_some_and(|own| own.in_use() == value);
        let state = if in_use {
            said::reading_in_use()
        } else {
            said::reading_not_in_use()
        };
        said::is_read(self.reading(reading, value), state)
    }

    /// Looks at a condition and at all it is made of. Parts are gone into, criteria are not.
    pub fn reach(&self, clause: &Clause, look: &mut impl FnMut(&Clause)) {
        let mut parts = Vec::new();
        clause.walk(&mut |one| {
            look(one);
            if let Clause::Part(part) = one {
                parts.push(*part);
            }
        });
        for part in parts {
            if let Some(own) = self.policy.clause(part) {
                self.reach(&own, look);
            }
        }
    }
}

/// Several messages as a list.
pub(crate) fn list(messages: Vec<Message>) -> Message {
    Message::new("list").with("items", messages)
}

/// Yes or no.
pub(crate) fn flag(yes: bool) -> Message {
    Message::new(if yes { "yes" } else { "no" })
}

impl std::fmt::Debug for Words<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.policy.name())
    }
}
