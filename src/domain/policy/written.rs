//! A policy entry by entry, by names: what counts in each besides its conditions, and what is only read.

use crate::domain::authored::Entry;
use crate::domain::policy::model::{
    Citation, Condition, Fact, Kind, Named, Note, Policy, Reading, Rule, Subject,
};
use crate::domain::policy::set::Set;

fn entry(table: &'static str, name: &impl ToString, meaning: String, words: String) -> Entry {
    Entry {
        table,
        name: name.to_string(),
        meaning,
        words,
        form: String::new(),
    }
}

fn listed<T: ToString>(all: impl IntoIterator<Item = T>) -> String {
    let all: Vec<String> = all.into_iter().map(|one| one.to_string()).collect();
    all.join(", ")
}

fn cited(citation: &Citation) -> String {
    format!("{citation:?}")
}

impl Policy {
    /// Everything that stands in it, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        let mut all = vec![entry(
            "policy",
            &"",
            format!("{}; example {}", self.name, self.example),
            self.text_through.clone(),
        )];
        all.push(entry("subject", &"", self.subject_written(), String::new()));
        all.extend(self.facts.iter().map(|one| self.fact_written(one)));
        all.extend(self.constraints.iter().map(|one| {
            let tie = listed(self.names_of([one.later, one.earlier]));
            entry("constraint", &one.name, tie, cited(&one.cite))
        }));
        all.extend(self.readings.iter().map(reading_written));
        all.extend(self.named.iter().map(|one| self.named_written(one)));
        all.extend(self.rules.iter().map(|one| self.rule_written(one)));
        let tec = self.tec.iter();
        all.extend(tec.map(|one| entry("tec", &one.number, String::new(), one.cite.clone())));
        all.extend(self.documents.iter().map(|one| {
            let shows = listed(self.fact_names(one.shows));
            let asked = one.cite.is_some();
            let words = one.cite.clone().unwrap_or_default();
            entry(
                "document",
                &one.name,
                format!("{shows}; asked {asked}"),
                words,
            )
        }));
        all.extend(self.notes.iter().map(|one| self.note_written(one)));
        all.extend(self.updates.iter().map(|one| {
            let words = format!("{} changes {}", one.cite, listed(&one.changes));
            entry("update", &one.name, String::new(), words)
        }));
        let order = in_order(&all);
        all.push(order);
        all
    }

    fn names_of(&self, facts: impl IntoIterator<Item = usize>) -> Vec<&str> {
        let facts = facts.into_iter().filter_map(|fact| self.facts.get(fact));
        facts.map(|fact| fact.name.as_str()).collect()
    }

    fn name_at(&self, named: usize) -> &str {
        self.named.get(named).map_or("", |one| one.name.as_str())
    }

    fn procedures_written(&self, set: Set) -> String {
        let own = set.iter().filter_map(|one| self.procedures().get(one));
        listed(own)
    }

    fn subject_written(&self) -> String {
        let Subject {
            fact,
            not_addressed,
            level,
        } = &self.subject;
        let level = level.as_ref().map(|level| {
            let regions = listed(level.regions.iter().map(|region| format!("{region:?}")));
            let facts = self.names_of([level.fact].into_iter().chain(level.count));
            format!("{facts:?}: {regions}")
        });
        let subject = self.names_of([*fact]);
        let unaddressed = self.procedures_written(*not_addressed);
        format!("{subject:?}; {unaddressed}; {level:?}")
    }

    fn fact_written(&self, fact: &Fact) -> Entry {
        let mut words = String::new();
        let kind = match &fact.kind {
            Kind::Choice { values, open } => {
                words = listed(values);
                let mut sorted: Vec<_> = values.iter().collect();
                sorted.sort_unstable();
                let open = open.iter().filter_map(|one| values.get(one));
                format!("choice of {}; open {}", listed(sorted), listed(open))
            }
            Kind::Flag => "flag".into(),
            Kind::Date { .. } => "date".into(),
            Kind::Period { .. } => "period".into(),
            Kind::Number {
                least, greatest, ..
            } => format!("number from {least} to {greatest}"),
        };
        // Only of facts that criteria rest on does it matter whether a record has to show them.
        let number = self.fact_number(&fact.name);
        let criteria = self.named.iter().filter_map(|one| one.criterion.as_ref());
        let rests = criteria.fold(Set::default(), |sum, one| sum.or(one.facts));
        let rests = number.is_some_and(|number| rests.has(number));
        let stated = match fact.stated_by_request && rests {
            true => "; stated",
            false => "",
        };
        entry("fact", &fact.name, format!("{kind}{stated}"), words)
    }

    fn named_written(&self, named: &Named) -> Entry {
        let form = self.condition_written(&named.condition);
        let Some(own) = &named.criterion else {
            return Entry {
                form,
                ..entry("part", &named.name, String::new(), String::new())
            };
        };
        // A list of one says nothing of how its members stand to one another.
        let list = own.list.as_ref().filter(|(_, facts)| facts.len() > 1);
        let list = list.map(|(kind, facts)| {
            let facts = self.names_of(facts.iter().copied());
            format!("{kind:?} list of {}", listed(facts))
        });
        let readings = own.readings.iter().filter_map(|one| self.readings.get(one));
        let readings = listed(readings.map(|one| &one.name));
        let facts = listed(self.fact_names(own.facts));
        let meaning = format!("{list:?}; on {facts}; by {readings}");
        Entry {
            form,
            ..entry("criterion", &named.name, meaning, cited(&own.cite))
        }
    }

    fn rule_written(&self, rule: &Rule) -> Entry {
        let named = |all: &[usize]| listed(all.iter().map(|one| self.name_at(*one)));
        let paths = rule.paths.iter().map(|path| {
            let all = [&path.all, &path.criteria, &path.every_criterion].map(|all| named(all));
            format!("{} = {all:?}", path.name)
        });
        let handled = rule.handled_as.and_then(|(named, other)| {
            let other = self.rules.get(other)?;
            Some(format!("{} as {}", self.name_at(named), other.name))
        });
        let meaning = format!(
            "{}; requires {}; {}; tec {}; {handled:?}",
            self.procedures_written(rule.procedures),
            named(&rule.requires),
            listed(paths),
            listed(&rule.tec),
        );
        entry("rule", &rule.name, meaning, rule.otherwise.clone())
    }

    /// When it is shown beside one item is worked out; what it says of several stands here.
    fn note_written(&self, note: &Note) -> Entry {
        let shown = &note.shown;
        let together = shown.together.map(|set| self.procedures_written(set));
        let meaning = format!(
            "{:?}; {together:?}; {}; {}",
            note.place, shown.different_levels, shown.items_disagree,
        );
        let words = format!("{:?}; {:?}", note.cite, note.source);
        entry("note", &note.name, meaning, words)
    }

    fn condition_written(&self, condition: &Condition) -> String {
        let each = |all: &[Condition]| listed(all.iter().map(|one| self.condition_written(one)));
        match condition {
            Condition::All(all) => format!("all({})", each(all)),
            Condition::Any(any) => format!("any({})", each(any)),
            Condition::Not(inner) => format!("not({})", self.condition_written(inner)),
            Condition::AtLeast(least, of) => format!("{least} of ({})", each(of)),
            Condition::Fact(number, classes) => {
                let Some(fact) = self.facts.get(*number) else {
                    return String::new();
                };
                format!("{} in {}", fact.name, classes_written(&fact.kind, *classes))
            }
            Condition::Reading(number, value) => {
                let reading = self.readings.get(*number);
                let value = reading.and_then(|one| one.values.get(*value));
                format!("{:?} is {value:?}", reading.map(|one| &one.name))
            }
            Condition::Named(number) => self.name_at(*number).to_owned(),
        }
    }
}

/// The values of classes; of days and numbers from where to where they run, so that a threshold which others brought
/// along is not seen.
fn classes_written(kind: &Kind, classes: Set) -> String {
    let thresholds = kind.thresholds();
    let below = |class: usize| class.checked_sub(1).and_then(|one| thresholds.get(one));
    match kind {
        Kind::Choice { values, .. } => listed(classes.iter().filter_map(|class| values.get(class))),
        Kind::Flag => listed(classes.iter().map(|class| class == 1)),
        _ => {
            let begins = |class: &usize| *class == 0 || !classes.has(class.saturating_sub(1));
            let runs = classes.iter().filter(begins).map(|first| {
                let mut further = (first..).take_while(|class| classes.has(*class));
                let end = further.by_ref().last().unwrap_or(first);
                format!("{:?} to {:?}", below(first), thresholds.get(end))
            });
            listed(runs)
        }
    }
}

fn reading_written(reading: &Reading) -> Entry {
    let settled = reading.settled.and_then(|one| reading.values.get(one));
    let meaning = format!(
        "{}; default {:?}; settled {settled:?}",
        listed(&reading.values),
        reading.values.get(reading.default),
    );
    entry("reading", &reading.name, meaning, cited(&reading.cite))
}

/// The order of all that stands in a file, as an entry of its own.
fn in_order(all: &[Entry]) -> Entry {
    let names = all.iter().map(|one| format!("{} {}", one.table, one.name));
    entry("order", &"", String::new(), listed(names))
}
