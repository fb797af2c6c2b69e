//! Steps and their choices.

use crate::domain::authored::{At, suggest};
use crate::domain::dialog::model::{Choice, Given, Gives, Per, Step, StepKind, WhenAsked};
use crate::domain::dialog::parse::Reader;
use crate::domain::dialog::raw;
use crate::domain::name::{ChoiceName, FactName, StepName, ValueName};
use crate::domain::policy::{Fact, Kind, Set, Value};

impl Reader<'_> {
    pub(super) fn steps(&mut self) -> Vec<Step> {
        let raw = self.raw;
        let mut steps: Vec<Step> = Vec::new();
        for step in &raw.step {
            if steps
                .iter()
                .any(|other| other.name.as_str() == step.id.value)
                || step.id.value == "same"
            {
                self.faults
                    .error(step.id.span.clone(), format!("the step `{}` is defined already", step.id.value))
                    .help("give one of them another name; `same` is the name of a step every dialog has");
            }
            steps.extend(self.step(step));
        }
        steps
    }

    fn step(&mut self, raw: &raw::Step) -> Option<Step> {
        let name = StepName::parse(&raw.id.value);
        if let Err(fault) = &name {
            self.faults
                .error(
                    raw.id.span.clone(),
                    format!("`{}` is not a name", raw.id.value),
                )
                .help(fault.to_string());
        }
        let kind = kind(raw.kind.value);
        let fact = self.fact_of(raw, kind);
        let choices = self.choices(raw, kind, fact.as_ref());
        let sets = self.sets(kind, fact.as_ref(), &choices);
        let asked = raw.asked.as_ref().map(|asked| asked.value);
        Some(Step {
            name: name.ok()?,
            kind,
            per: self.per(raw, kind),
            range: fact.as_ref().and_then(range),
            fact: fact.map(|fact| fact.name),
            choices,
            sets,
            supplied_by: raw.supplied_by.value.clone(),
            asked: when_asked(asked),
            recheck: raw.recheck,
        })
    }

    fn per(&mut self, raw: &raw::Step, kind: StepKind) -> Per {
        match (kind, raw.per.as_ref().map(|per| per.value)) {
            (StepKind::Levels, None) => Per::Procedure,
            (StepKind::Procedures | StepKind::Documents, None) => Per::Request,
            (StepKind::Levels | StepKind::Procedures | StepKind::Documents, Some(_)) => {
                let span = raw
                    .per
                    .as_ref()
                    .map(|per| per.span.clone())
                    .unwrap_or_default();
                self.faults
                    .error(span, "what this kind of step is about is settled")
                    .help("remove `per`");
                Per::Request
            }
            (_, Some(raw::Per::Request)) => Per::Request,
            (_, Some(raw::Per::Place) | None) => Per::Place,
        }
    }

    /// The fact of a step, which must be of a kind that the step's answers can settle.
    fn fact_of(&mut self, raw: &raw::Step, kind: StepKind) -> Option<Fact> {
        let Some(name) = &raw.fact else {
            if matches!(
                kind,
                StepKind::YesNo | StepKind::Date | StepKind::Period | StepKind::Number
            ) {
                self.faults
                    .error(
                        raw.kind.span.clone(),
                        "a step of this kind settles one fact",
                    )
                    .help("name it with `fact = \"..\"`");
            }
            return None;
        };
        let fact = self.fact(name)?;
        let subject = self
            .policy
            .subject_fact()
            .is_some_and(|subject| subject.name == fact.name);
        let fits = match kind {
            StepKind::Procedures => subject,
            StepKind::Choice => matches!(fact.kind, Kind::Choice { .. }) && !subject,
            StepKind::YesNo => fact.kind == Kind::Flag,
            StepKind::Date => matches!(fact.kind, Kind::Date { .. }),
            StepKind::Period => matches!(fact.kind, Kind::Period { .. }),
            StepKind::Number => matches!(fact.kind, Kind::Number { .. }),
            StepKind::Levels | StepKind::Documents | StepKind::Several => false,
        };
        if !fits {
            self.faults
                .error(
                    name.span.clone(),
                    format!("a step of this kind cannot settle `{}`", name.value),
                )
                .help("let the kind of the step fit the kind of the fact in policy.toml");
        }
        Some(fact)
    }

    fn fact(&mut self, name: &At<String>) -> Option<Fact> {
        let fact = FactName::parse(&name.value)
            .ok()
            .and_then(|name| self.policy.fact(&name))
            .cloned();
        if fact.is_none() {
            let known = self
                .policy
                .facts_list()
                .iter()
                .map(|fact| fact.name.as_str());
            let help = suggest(&name.value, known)
                .unwrap_or_else(|| "facts are defined in policy.toml".into());
            self.faults
                .error(
                    name.span.clone(),
                    format!("no fact is named `{}`", name.value),
                )
                .help(help);
        }
        fact
    }

    fn choices(&mut self, raw: &raw::Step, kind: StepKind, fact: Option<&Fact>) -> Vec<Choice> {
        match (kind, &raw.choices, fact.map(|fact| &fact.kind)) {
            (StepKind::Procedures, _, _) => self
                .policy
                .procedures()
                .iter()
                .filter_map(of_procedure)
                .collect(),
            (StepKind::Documents, _, _) => {
                let documents = self.policy.documents().iter();
                documents
                    .filter_map(|document| {
                        Some(Choice {
                            name: ChoiceName::parse(document.name.as_str()).ok()?,
                            gives: Gives::Document(document.name.clone()),
                        })
                    })
                    .collect()
            }
            (StepKind::YesNo, _, _) => fact
                .into_iter()
                .flat_map(|fact| {
                    [("yes", true), ("no", false)]
                        .into_iter()
                        .filter_map(|(name, value)| of_value(name, &fact.name, Value::Flag(value)))
                })
                .collect(),
            (_, Some(raw), _) => {
                let choices = raw.iter().filter_map(|choice| self.choice(choice));
                let choices: Vec<Choice> = choices.collect();
                if kind == StepKind::Several {
                    self.only_flags(raw, &choices);
                }
                choices
            }
            (StepKind::Choice, None, Some(Kind::Choice { values, .. })) => values
                .iter()
                .filter_map(|value| {
                    let fact = fact?;
                    of_value(value.as_str(), &fact.name, Value::Choice(value.clone()))
                })
                .collect(),
            (StepKind::Choice, None, None) | (StepKind::Several, None, _) => {
                self.faults
                    .error(
                        raw.id.span.clone(),
                        format!("the step `{}` offers nothing", raw.id.value),
                    )
                    .help("name a `fact`, or list `choices`");
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Of several choices each is so or not so: each sets flags to yes.
    fn only_flags(&mut self, raw: &[raw::Choice], choices: &[Choice]) {
        let says_yes = |choice: &Choice| match &choice.gives {
            Gives::Facts(facts) => {
                let mut all = facts.iter();
                !facts.is_empty() && all.all(|(_, given)| *given == Given::Value(Value::Flag(true)))
            }
            Gives::Procedure(_) | Gives::Document(_) => false,
        };
        for (raw, _) in raw.iter().zip(choices).filter(|(_, one)| !says_yes(one)) {
            self.faults
                .error(
                    raw.id.span.clone(),
                    format!("`{}` is neither so nor not so", raw.id.value),
                )
                .help("of `several` choices each sets facts of kind `flag` to yes");
        }
    }

    fn choice(&mut self, raw: &raw::Choice) -> Option<Choice> {
        let name = ChoiceName::parse(&raw.id.value);
        if let Err(fault) = &name {
            self.faults
                .error(
                    raw.id.span.clone(),
                    format!("`{}` is not a name", raw.id.value),
                )
                .help(fault.to_string());
        }
        let mut facts = Vec::new();
        for (fact, value) in &raw.sets.value {
            let at = At {
                value: fact.clone(),
                span: raw.sets.span.clone(),
            };
            let Some(fact) = self.fact(&at) else { continue };
            facts.extend(
                self.given(&fact, value)
                    .map(|given| (fact.name.clone(), given)),
            );
        }
        Some(Choice {
            name: name.ok()?,
            gives: Gives::Facts(facts),
        })
    }

    fn given(&mut self, fact: &Fact, value: &At<String>) -> Option<Given> {
        let word = ValueName::parse(&value.value).ok();
        let given = match (&fact.kind, value.value.as_str()) {
            (Kind::Choice { values, .. }, _) => word
                .filter(|word| values.contains(word))
                .map(|word| Given::Value(Value::Choice(word))),
            (Kind::Flag, "yes") => Some(Given::Value(Value::Flag(true))),
            (Kind::Flag, "no") => Some(Given::Value(Value::Flag(false))),
            (Kind::Period { .. }, "none_yet") => Some(Given::NoneYet),
            _ => None,
        };
        if given.is_none() {
            let help = match &fact.kind {
                Kind::Choice { values, .. } => {
                    let known: Vec<&str> = values.iter().map(ValueName::as_str).collect();
                    suggest(&value.value, known.iter().copied())
                        .unwrap_or_else(|| format!("it takes {}", known.join(", ")))
                }
                Kind::Flag => "it takes yes or no".into(),
                Kind::Period { .. } => "a choice can set a period to `none_yet` only".into(),
                Kind::Date { .. } | Kind::Number { .. } => {
                    "a choice cannot set a date or a number".into()
                }
            };
            self.faults
                .error(
                    value.span.clone(),
                    format!("`{}` cannot be `{}`", fact.name, value.value),
                )
                .help(help);
        }
        given
    }

    fn sets(&self, kind: StepKind, fact: Option<&Fact>, choices: &[Choice]) -> Set {
        let number = |name: &FactName| self.policy.fact_number(name);
        let mut sets: Set = fact
            .and_then(|fact| number(&fact.name))
            .into_iter()
            .collect();
        for choice in choices {
            if let Gives::Facts(facts) = &choice.gives {
                facts
                    .iter()
                    .filter_map(|(fact, _)| number(fact))
                    .for_each(|fact| sets.add(fact));
            }
        }
        if kind == StepKind::Levels {
            let region = self.policy.region_fact();
            let count = self.policy.level_count().map(|(fact, ..)| fact);
            let settled = region.into_iter().chain(count);
            settled
                .filter_map(|fact| number(&fact.name))
                .for_each(|fact| sets.add(fact));
        }
        sets
    }
}

fn of_procedure(value: &ValueName) -> Option<Choice> {
    let name = ChoiceName::parse(value.as_str()).ok()?;
    Some(Choice {
        name,
        gives: Gives::Procedure(value.clone()),
    })
}

fn of_value(name: &str, fact: &FactName, value: Value) -> Option<Choice> {
    let name = ChoiceName::parse(name).ok()?;
    Some(Choice {
        name,
        gives: Gives::Facts(vec![(fact.clone(), Given::Value(value))]),
    })
}

fn range(fact: &Fact) -> Option<(i64, i64)> {
    match fact.kind {
        Kind::Number {
            least, greatest, ..
        } => Some((least, greatest)),
        _ => None,
    }
}

fn when_asked(raw: Option<raw::Asked>) -> WhenAsked {
    match raw {
        None | Some(raw::Asked::Needed) => WhenAsked::Needed,
        Some(raw::Asked::ForNotes) => WhenAsked::ForNotes,
        Some(raw::Asked::OnRequest) => WhenAsked::OnRequest,
    }
}

fn kind(raw: raw::StepKind) -> StepKind {
    match raw {
        raw::StepKind::Procedures => StepKind::Procedures,
        raw::StepKind::Choice => StepKind::Choice,
        raw::StepKind::Several => StepKind::Several,
        raw::StepKind::YesNo => StepKind::YesNo,
        raw::StepKind::Date => StepKind::Date,
        raw::StepKind::Period => StepKind::Period,
        raw::StepKind::Number => StepKind::Number,
        raw::StepKind::Levels => StepKind::Levels,
        raw::StepKind::Documents => StepKind::Documents,
    }
}
