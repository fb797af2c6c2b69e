//! What the handbook says is so: conditions as the evaluator counts them, boundaries, examples, settled readings.

use preauth::domain::day::{Day, DayRange};
use preauth::domain::message::Message;
use preauth::domain::policy::{
    Case, Clause, Disposition, Outcome, Policy, Span, Value, ValueMap, evaluate,
};
use preauth::guide::Decided;
use preauth::guide::html::html;
use preauth::library::Library;
use preauth::replay::{Options, Replayer, Script};

use super::Subject;
use crate::markup::read;

/// Whether a condition holds for known facts as people read it; nothing where the facts leave that open.
struct Reader<'r> {
    policy: &'r Policy,
    facts: &'r ValueMap,
    today: Day,
}

impl Reader<'_> {
    fn holds(&self, clause: &Clause) -> Option<bool> {
        let each = |all: &[Clause]| all.iter().map(|one| self.holds(one)).collect::<Vec<_>>();
        match clause {
            Clause::All(all) => counted(&each(all), all.len()),
            Clause::Any(all) => counted(&each(all), 1),
            Clause::AtLeast(count, all) => counted(&each(all), *count),
            Clause::Not(one) => self.holds(one).map(|holds| !holds),
            Clause::Criterion(number) | Clause::Part(number) => {
                self.holds(&self.policy.clause(*number).unwrap())
            }
            Clause::Reading(reading, value) => {
                Some(self.policy.readings()[*reading].in_use() == *value)
            }
            Clause::Is(fact, values) => match self.value(*fact)? {
                Value::Choice(own) if own.as_str() == "not_done" => None,
                Value::Choice(own) => Some(values.contains(own)),
                other => panic!("{other:?}"),
            },
            Clause::Flag(fact, yes) => match self.value(*fact)? {
                Value::Flag(own) => Some(own == yes),
                other => panic!("{other:?}"),
            },
            Clause::Within(fact, span) => self.within(self.value(*fact)?, *span),
        }
    }

    fn value(&self, fact: usize) -> Option<&Value> {
        self.facts.get(&self.policy.facts_list()[fact].name)
    }

    fn within(&self, value: &Value, span: Span) -> Option<bool> {
        let days = |until: DayRange, since: DayRange| {
            let (least, most) = (
                until.first().days_since(since.last()),
                until.last().days_since(since.first()),
            );
            (i64::from(least), i64::from(most))
        };
        let today = DayRange::exactly(self.today);
        let (least, most) = match value {
            Value::Date(since) => days(today, *since),
            Value::Period { start, end } => days(end.unwrap_or(today), *start),
            Value::Number(least, most) => (*least, *most),
            other => panic!("{other:?}"),
        };
        (span.has(least) == span.has(most)).then(|| span.has(least))
    }
}

/// Whether at least so many hold.
fn counted(all: &[Option<bool>], least: usize) -> Option<bool> {
    let sure = all.iter().filter(|one| **one == Some(true)).count();
    let possible = all.iter().filter(|one| **one != Some(false)).count();
    match (sure >= least, possible >= least) {
        (true, _) => Some(true),
        (_, false) => Some(false),
        _ => None,
    }
}

/// The criteria of a case that the conditions, read as the handbook tells them, see otherwise than the evaluator.
fn otherwise(policy: &Policy, case: &Case, compared: &mut usize) -> Vec<String> {
    let facts = policy.facts(&case.facts).unwrap();
    let assessment = evaluate(policy, &facts, case.as_of);
    let reader = Reader {
        policy,
        facts: &case.facts,
        today: case.as_of,
    };
    let mut found = Vec::new();
    if assessment.disposition == Disposition::Inconsistent {
        return found;
    }
    for (number, outcome) in &assessment.criteria {
        let Some(holds) = reader.holds(&policy.clause(*number).unwrap()) else {
            continue;
        };
        *compared += 1;
        if *outcome != if holds { Outcome::Met } else { Outcome::NotMet } {
            found.push(format!(
                "{}: {:?}",
                case.id.value,
                policy.criterion_name(*number)
            ));
        }
    }
    found
}

#[test]
fn conditions_are_told_as_the_evaluator_counts_them() {
    for subject in Subject::all() {
        let (policy, mut compared) = (&subject.offering.policy, 0);
        for case in &subject.cases {
            let settled = case
                .settled
                .iter()
                .fold(policy.clone(), |policy, (reading, value)| {
                    policy.settle(reading, value).unwrap()
                });
            assert_eq!(
                otherwise(&settled, case, &mut compared),
                Vec::<String>::new()
            );
        }
        let criteria = policy.criteria().count();
        assert!(
            compared > criteria,
            "only {compared} of {criteria} criteria were compared"
        );
    }
}

#[test]
fn a_boundary_holds_from_the_day_it_says() {
    let subject = Subject::small();
    let policy = &subject.offering.policy;
    let all = read(&html(&subject.page("en-US")));
    let score = policy
        .criteria()
        .find(|(_, name)| name.as_str() == "severe")
        .unwrap()
        .0;
    let name = &policy.facts_list()[policy.clause(score).map(fact).unwrap()].name;
    let outcomes = [6, 7, 8].map(|value| {
        let facts = ValueMap::from([
            (name.clone(), Value::Number(value, value)),
            (
                policy.subject_fact().unwrap().name.clone(),
                Value::Choice(policy.procedures()[0].clone()),
            ),
        ]);
        let facts = policy.facts(&facts).unwrap();
        let assessed = evaluate(policy, &facts, Day::ORIGIN);
        assessed
            .criteria
            .iter()
            .find(|(own, _)| *own == score)
            .unwrap()
            .1
    });
    assert_eq!(outcomes, [Outcome::NotMet, Outcome::Met, Outcome::Met]);
    let row = all
        .iter()
        .position(|one| one.name == "th" && one.text == "score: 7 or more")
        .unwrap();
    let cells: Vec<&str> = all[row + 2..]
        .iter()
        .filter(|one| one.name == "td")
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(cells[..3], ["does not hold", "holds", "holds"]);
}

fn fact(clause: Clause) -> usize {
    match clause {
        Clause::Within(fact, _) => fact,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_example_is_a_conversation_that_can_be_held() {
    for subject in Subject::shipped() {
        let replayer = Replayer::new(Library::embedded().unwrap(), Options::default());
        for tag in ["en-US", "es-US"] {
            let enacted = subject.lab(tag, |lab| {
                let each = subject
                    .cases
                    .iter()
                    .filter_map(|case| Some((case.as_of, lab.enact(case)?)));
                each.collect::<Vec<_>>()
            });
            let mut seen: Vec<Disposition> = Vec::new();
            for (today, one) in enacted {
                if seen.contains(&one.disposition) {
                    continue;
                }
                seen.push(one.disposition);
                let typed = one.typed.iter().map(|text| format!("> {text}\n< ...\n"));
                let text = format!(
                    "locale: {tag}\ntoday: {today}\nchannel: terminal\npolicy: {}\n\n< ...\n{}= disposition: {}\n",
                    subject.offering.policy.name(),
                    typed.collect::<String>(),
                    one.disposition.as_str()
                );
                let script = Script {
                    file: "example.txt".into(),
                    path: "example.txt".into(),
                    text,
                };
                let ran = replayer
                    .play(&script)
                    .result
                    .unwrap_or_else(|faults| panic!("{faults:?}"));
                assert!(
                    ran.differences.is_empty(),
                    "{}\n{:?}",
                    script.text,
                    ran.differences
                );
            }
            assert!(seen.len() >= 5, "{tag}: only {seen:?}");
        }
    }
}

#[test]
fn a_settled_reading_is_told_with_its_reason() {
    for mut subject in Subject::all() {
        let Some(reading) = subject.offering.policy.readings().first().cloned() else {
            continue;
        };
        let other = (reading.default + 1) % reading.values.len();
        let value = reading.values[other].as_str();
        let settled = subject
            .offering
            .policy
            .settle(reading.name.as_str(), value)
            .unwrap();
        subject.offering.policy = settled;
        let site = Decided {
            reading: reading.name.to_string(),
            reason: "the board said so".to_owned(),
            on: Day::parse("2026-03-01").unwrap(),
        };
        let page = html(&subject.page_with("en-US", &[site]));
        let own = subject.say(
            "en-US",
            &Message::new(format!("reading-{}-{value}", reading.name)),
        );
        let decision = format!("Settled on March 1, 2026: “{own}” Reason: the board said so");
        assert!(
            read(&page)
                .iter()
                .any(|one| one.name == "dd" && one.text == decision),
            "{decision}"
        );
        let row = read(&page)
            .into_iter()
            .find(|one| one.name == "tr" && one.text.starts_with(&own))
            .unwrap();
        assert!(
            row.text.contains("settled by the site") && row.text.contains("in use"),
            "{}",
            row.text
        );
    }
}
