//! `preauth diff`: what is said of every class of cases at once is what the evaluator says of each.

use preauth::domain::authored::Change;
use preauth::domain::day::Day;
use preauth::domain::mutant::of_policy;
use preauth::domain::policy::{self, Disposition, Joint, Policy, Rest, Says, ValueMap, evaluate};
use preauth::lab::difference::{Side, Touches, difference};
use proptest::prelude::*;

use crate::product::TEXT;

mod command;

const SMALL: &str = include_str!("../fixtures/small-policy/policy.toml");
const MEDICARE: &str = include_str!("../../dialogs/medicare-vertebral-augmentation/policy.toml");

fn today() -> Day {
    Day::parse("2026-11-22").unwrap()
}

fn read(text: &str) -> Option<Policy> {
    policy::parse("policy.toml", text).0
}

fn shipped() -> Policy {
    read(TEXT).unwrap()
}

/// The text with one passage put in another way.
fn with(from: &str, to: &str) -> Policy {
    assert!(TEXT.contains(from), "{from}");
    read(&TEXT.replacen(from, to, 1)).unwrap()
}

fn touches(old: &Policy, new: &Policy) -> Touches {
    let side = |policy| Side {
        policy,
        dialog: None,
    };
    difference(side(old), side(new), today()).unwrap().touches()
}

/// What a policy says of facts, asked for by itself.
fn says(policy: &Policy, values: &ValueMap) -> Says {
    let own = values
        .iter()
        .filter(|(fact, _)| policy.fact(fact).is_some());
    let facts = policy.facts(own).ok()?;
    Some(evaluate(policy, &facts, today()).disposition)
}

/// Cases, a class of each dimension as the numbers say, get what both policies say of them.
fn agree(old: &Policy, new: &Policy, cases: &[Vec<usize>]) {
    let joint = Joint::new(old, new, today()).unwrap();
    let mut rest = Rest::new(&joint);
    for numbers in cases {
        let mut values = ValueMap::new();
        for (dimension, number) in joint.dimensions().iter().zip(numbers.iter().cycle()) {
            let class = &dimension.classes[number % dimension.classes.len()];
            values.extend(class.values.clone());
        }
        let both = [says(old, &values), says(new, &values)];
        let left = rest.after(&values, |_| true);
        assert!(rest.can_be(left, both[0], both[1]), "{values:?}: {both:?}");
        let others = joint.groups().into_iter();
        let mut others = others.filter(|group| [group.from, group.to] != both);
        assert!(!others.any(|group| rest.can_be(left, group.from, group.to)));
    }
}

fn numbers() -> impl Strategy<Value = Vec<Vec<usize>>> {
    prop::collection::vec(prop::collection::vec(0..1_000_usize, 30), 12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_class_gets_what_the_evaluator_says(which in 0..1_000_usize, cases in numbers()) {
        for text in [TEXT, SMALL, MEDICARE] {
            let mutants = of_policy(text);
            let mut readable = mutants.iter().cycle().skip(which % mutants.len());
            let new = readable.find_map(|one| read(&one.applied(text))).unwrap();
            agree(&read(text).unwrap(), &new, &cases);
        }
    }

    #[test]
    fn policies_of_other_facts_are_held_against_one_another(cases in numbers()) {
        agree(&shipped(), &read(SMALL).unwrap(), &cases);
    }
}

#[test]
fn a_policy_differs_from_itself_in_nothing() {
    for text in [TEXT, SMALL, MEDICARE] {
        let policy = read(text).unwrap();
        let side = Side {
            policy: &policy,
            dialog: None,
        };
        let difference = difference(side, side, today()).unwrap();
        assert!(difference.is_none([&policy, &policy]));
        assert_eq!(difference.touches(), Touches::Nothing);
        assert!(difference.groups.iter().all(|group| group.from == group.to));
    }
}

#[test]
fn a_condition_put_otherwise_is_none_where_only_what_comes_out_of_it_is_heard() {
    fn side(policy: &Policy) -> Side<'_> {
        Side {
            policy,
            dialog: None,
        }
    }
    let old = read(MEDICARE).unwrap();
    let is_none = |from: &str, to: &str| {
        assert!(MEDICARE.contains(from), "{from}");
        let new = read(&MEDICARE.replacen(from, to, 1)).unwrap();
        let difference = difference(side(&old), side(&new), today()).unwrap();
        difference.is_none([&old, &new])
    };
    // Pain that is getting worse is enough by itself, so that what is left needs no naming.
    let rest = r#"{ fact = "pain_course", is_any = ["stable", "improved"] },"#;
    assert!(is_none(rest, ""));
    // Along a condition with a reading the answers are found that raise a question.
    let strict = r#"    { fact = "imaging_date", less_than_days = 181 },"#;
    let longer = r#"    { all = [{ fact = "imaging_date", less_than_days = 181 }, { fact = "imaging_date", less_than_days = 181 }] },"#;
    assert!(!is_none(strict, longer));
}

/// What is responsible for the first case of each change of disposition.
fn causes(old: &Policy, new: &Policy) -> Vec<String> {
    let joint = Joint::new(old, new, today()).unwrap();
    let groups = joint.groups().into_iter();
    let moves = groups.filter(|group| group.from != group.to);
    let causes = moves.flat_map(|group| joint.causes(&group.example));
    let named = causes.map(|cause| format!("{} {}", cause.kind.as_str(), cause.name));
    let mut all: Vec<String> = named.collect();
    all.sort();
    all.dedup();
    all
}

#[test]
fn what_was_changed_is_responsible_and_nothing_else() {
    let old = shipped();
    let (before, rest) = TEXT.split_once("[[constraint]]").unwrap();
    let (_, after) = rest.split_once("\n\n").unwrap();
    let without = read(&format!("{before}{after}")).unwrap();
    assert_eq!(
        causes(&old, &without),
        ["constraint treatment_after_fracture"]
    );
    let tail = r#"default = "osteolytic_only""#;
    let stricter = with(tail, r#"default = "all_pathways""#);
    assert_eq!(causes(&old, &stricter), ["reading tail"]);
    let later = with("at_least_days = 42", "at_least_days = 45");
    assert_eq!(causes(&old, &later), ["criterion A"]);
}

#[test]
fn a_threshold_is_a_change_of_the_condition_it_stands_in_alone() {
    let old = read(MEDICARE).unwrap();
    let lower = MEDICARE.replacen("at_least = 8", "at_least = 7", 1);
    let new = read(&lower).unwrap();
    let side = |policy| Side {
        policy,
        dialog: None,
    };
    let difference = difference(side(&old), side(&new), today()).unwrap();
    let changed = difference.entries.iter().map(|one| one.name.as_str());
    assert_eq!(changed.collect::<Vec<_>>(), ["pain"]);
}

#[test]
fn every_case_is_counted_once() {
    let (old, new) = (shipped(), with("at_least_days = 42", "at_least_days = 45"));
    let joint = Joint::new(&old, &new, today()).unwrap();
    let all = joint
        .dimensions()
        .iter()
        .map(|one| one.classes.len() as u128);
    let counted: u128 = joint.groups().iter().map(|group| group.cases).sum();
    assert_eq!(counted, all.product::<u128>());
}

#[test]
fn the_other_way_round_it_is_the_mirror_image() {
    let (old, new) = (shipped(), with("at_least_days = 42", "at_least_days = 45"));
    let groups = |old: &Policy, new: &Policy, turned: bool| {
        let joint = Joint::new(old, new, today()).unwrap();
        let groups = joint.groups().into_iter();
        let mut groups: Vec<_> = groups
            .map(|one| match turned {
                true => (one.to, one.from, one.cases),
                false => (one.from, one.to, one.cases),
            })
            .collect();
        groups.sort();
        groups
    };
    assert_eq!(groups(&old, &new, false), groups(&new, &old, true));
}

#[test]
fn each_change_has_a_case_that_makes_it_and_a_cause() {
    let (old, new) = (shipped(), with("at_least_days = 42", "at_least_days = 45"));
    let joint = Joint::new(&old, &new, today()).unwrap();
    let moves = joint.groups().into_iter().filter(|one| one.from != one.to);
    let mut count = 0;
    for group in moves {
        count += 1;
        let both = [says(&old, &group.example), says(&new, &group.example)];
        assert_eq!(both, [group.from, group.to], "{:?}", group.example);
        let causes = joint.causes(&group.example);
        let names: Vec<&str> = causes.iter().map(|cause| cause.name.as_str()).collect();
        assert_eq!(names, ["A"], "{:?}", group.example);
    }
    assert!(count > 3, "{count}");
}

#[test]
fn what_a_change_touches_is_told_apart() {
    let old = shipped();
    let cite = with("\"Policy, sacroplasty\"", "\"Policy, the third section\"");
    assert_eq!(touches(&old, &cite), Touches::Words);
    let note = with(
        "dispositions = [\"investigational\"]\nplace",
        "dispositions = [\"submit\"]\nplace",
    );
    assert_eq!(touches(&old, &note), Touches::Results);
    let document = with("shows = [\"mri\", \"fracture\", ", "shows = [\"mri\", ");
    assert_eq!(touches(&old, &document), Touches::Results);
    let threshold = with("less_than_days = 42", "less_than_days = 30");
    assert_eq!(touches(&old, &threshold), Touches::Dispositions);
}

#[test]
fn the_same_written_otherwise_is_the_same() {
    let old = shipped();
    let new = with(
        "met = { all = [\"T1\", \"T2\", \"T3\"] }",
        "met = { all = [{ all = [\"T3\", \"T2\"] }, \"T1\"] }",
    );
    let side = |policy| Side {
        policy,
        dialog: None,
    };
    let difference = difference(side(&old), side(&new), today()).unwrap();
    assert_eq!(difference.touches(), Touches::Words);
    assert_eq!(difference.with(Change::Form).count(), 1);
}

#[test]
fn a_constraint_that_is_gone_lets_cases_in() {
    let (before, rest) = TEXT.split_once("[[constraint]]").unwrap();
    let (_, after) = rest.split_once("# --- Readings").unwrap();
    let text = format!("{before}# --- Readings{after}");
    let (old, new) = (shipped(), read(&text).unwrap());
    let joint = Joint::new(&old, &new, today()).unwrap();
    let moves = joint.groups().into_iter().filter(|one| one.from != one.to);
    let moves: Vec<_> = moves.collect();
    assert!(
        moves
            .iter()
            .any(|one| one.from == Some(Disposition::Inconsistent))
    );
    for group in &moves {
        let both = [says(&old, &group.example), says(&new, &group.example)];
        assert_eq!(both, [group.from, group.to], "{:?}", group.example);
    }
}

#[test]
fn a_value_that_is_new_cannot_be_said_before() {
    let old = shipped();
    let new = with(
        "values = [\"none\", \"elsewhere\", \"treated_level\"]",
        "values = [\"none\", \"elsewhere\", \"treated_level\", \"doubtful\"]",
    );
    let joint = Joint::new(&old, &new, today()).unwrap();
    let groups = joint.groups();
    assert!(
        groups
            .iter()
            .any(|one| one.from.is_none() && one.to.is_some())
    );
    assert!(groups.iter().all(|one| one.to.is_some()));
}
