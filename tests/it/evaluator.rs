//! The product's evaluator against the reference, and its laws.

use std::collections::BTreeMap;

use preauth::domain::policy::{self, Assessment, Disposition, Outcome};
use proptest::prelude::{Rng, RngExt};
use proptest::test_runner::TestRng;

use crate::cases::{self, Expected, Said};
use crate::product::{Product, day, values};
use crate::reference::assess::Case;
use crate::reference::facts::{Fact, Facts, Span, Treatment};
use crate::reference::random::{self, TODAY, clean_a, clean_b, clean_c, source};
use crate::reference::rule::AXES;

/// Random cases held against the reference in each of four tests, which run side by side.
const CASES: usize = 5_000;

/// A number that starts the random cases: `PREAUTH_TEST_SEED`, or always the same.
fn seed() -> u64 {
    let set = std::env::var("PREAUTH_TEST_SEED");
    set.map_or(20_260, |text| text.parse().unwrap())
}

/// What the product says otherwise than the reference.
fn disagreement(product: &Product, case: &Case) -> Vec<String> {
    let should = Said::by_reference(&case.assess());
    let is = product.say(case);
    let inconsistent = should.disposition == "inconsistent";
    let should_list = should.criteria.iter().map(|(name, _)| name.clone()).collect();
    let mut expect = should.expect();
    let listed = |said: &Said| said.criteria.iter().map(|(name, _)| name.clone()).collect();
    let (own, other): (Vec<String>, Vec<String>) = (listed(&is), should_list);
    if inconsistent {
        // Where nothing is consistent there is nothing to say of a criterion.
        for statuses in [&mut expect.met, &mut expect.not_met, &mut expect.open] {
            statuses.clear();
        }
    } else if own != other {
        return vec![format!("criteria are {own:?}, not {other:?}")];
    }
    is.differences(&expect)
}

/// The case with as little as possible on record on which the two still disagree.
fn smallest(product: &Product, case: &Case) -> Case {
    let mut small = case.clone();
    let disagrees = |case: &Case| !disagreement(product, case).is_empty();
    for axis in (0..small.settled.len()).rev() {
        let mut fewer = small.clone();
        fewer.settled.remove(axis);
        if disagrees(&fewer) {
            small = fewer;
        }
    }
    for fact in Fact::all() {
        let mut less = small.clone();
        less.facts.forget(fact);
        if disagrees(&less) {
            small = less;
        }
    }
    small
}

fn agree(product: &Product, case: &Case) {
    if disagreement(product, case).is_empty() {
        return;
    }
    let small = smallest(product, case);
    let lines = disagreement(product, &small).join("\n");
    panic!("{lines}\nreference: {:#?}\non {small:#?}", small.assess());
}

fn agree_on_random_cases(part: u64) {
    let product = Product::shipped();
    let mut rng = source(seed() + part);
    let mut seen = BTreeMap::new();
    for _ in 0..CASES {
        let case = random::case(&mut rng, 6_000);
        agree(&product, &case);
        *seen.entry(product.assess(&case).disposition).or_insert(0) += 1;
    }
    for disposition in Disposition::ALL {
        let times = seen.get(&disposition).copied().unwrap_or(0);
        assert!(times > CASES / 100, "{disposition:?} came up {times} times");
    }
}

#[test]
fn agrees_with_the_reference_on_random_cases_1() {
    agree_on_random_cases(1);
}

#[test]
fn agrees_with_the_reference_on_random_cases_2() {
    agree_on_random_cases(2);
}

#[test]
fn agrees_with_the_reference_on_random_cases_3() {
    agree_on_random_cases(3);
}

#[test]
fn agrees_with_the_reference_on_random_cases_4() {
    agree_on_random_cases(4);
}

#[test]
fn agrees_with_every_case() {
    let product = Product::shipped();
    for Expected { id, case, expect } in cases::all() {
        assert_eq!(product.say(&case).differences(&expect), [""; 0], "{id}");
        if let Some(should) = &expect.changes_on {
            assert_eq!(cases::written(product.assess(&case).change.map(|change| change.on)), *should, "{id}");
        }
    }
}

fn bare(facts: Facts) -> Case {
    Case {
        as_of: TODAY,
        facts,
        documents: None,
        settled: Vec::new(),
    }
}

fn ago(first: i32, last: i32) -> Span {
    Span {
        first: TODAY - first,
        last: TODAY - last,
    }
}

/// The facts with one of them unknown, and with each of the values named.
fn each(facts: &[Facts], fact: Fact, values: &[&str]) -> Vec<Facts> {
    let mut all = Vec::new();
    for facts in facts {
        let mut unknown = *facts;
        unknown.forget(fact);
        all.push(unknown);
        for value in values {
            let mut known = *facts;
            known.set_named(fact, value);
            all.push(known);
        }
    }
    all
}

#[test]
fn agrees_on_every_state_of_the_clocks() {
    let product = Product::shipped();
    let onsets = [None, Some(ago(41, 41)), Some(ago(42, 42)), Some(ago(43, 40)), Some(ago(90, 90))];
    let going = |first, last| Some(Treatment { start: ago(first, last), end: None });
    let ended = |start, first, last| {
        let end = Some(ago(first, last));
        Some(Treatment { start, end })
    };
    let treatments = [
        None,
        going(41, 41),
        going(42, 42),
        going(44, 41),
        ended(ago(60, 60), 19, 19),
        ended(ago(60, 60), 18, 18),
        ended(ago(62, 58), 18, 16),
    ];
    let mut states = Vec::new();
    for tail in [clean_a(), Facts { mri: None, ..clean_a() }] {
        for fracture_onset in onsets {
            for conservative_treatment in treatments {
                states.push(Facts { fracture_onset, conservative_treatment, ..tail });
            }
        }
    }
    states = each(&states, Fact::conservative_response, &["failed", "partial", "responded"]);
    states = each(&states, Fact::hospitalized_for_pain, &["no", "ed_or_observation", "inpatient"]);
    states = each(&states, Fact::ambulation, &["independent", "with_aid", "unable"]);
    assert_eq!(states.len(), 2 * 5 * 7 * 64);
    for facts in states {
        agree(&product, &bare(facts));
    }
}

#[test]
fn agrees_on_every_state_of_lesion_and_tail() {
    let product = Product::shipped();
    let mut states = vec![clean_c()];
    states = each(&states, Fact::lesion, &["none", "osteolytic_myeloma", "osteolytic_plasmacytoma"]);
    states = each(&states, Fact::severe_lesion_pain, &["no", "yes"]);
    states = each(&states, Fact::mri, &["edema", "no_edema", "not_done"]);
    states = each(&states, Fact::spinal_region, &["cervical", "lumbar", "sacral"]);
    states = each(&states, Fact::fracture, &["none", "compression", "other"]);
    states = each(&states, Fact::osteomyelitis, &["elsewhere", "surgical_site"]);
    states = each(&states, Fact::unstable_fracture, &["none", "elsewhere", "treated_level"]);
    assert_eq!(states.len(), 4 * 3 * 4 * 4 * 4 * 3 * 4);
    for facts in states {
        agree(&product, &bare(facts));
    }
}

#[test]
fn agrees_on_every_state_of_the_request() {
    let product = Product::shipped();
    let mut states = vec![clean_a(), clean_b(), clean_c()];
    for fact in [Fact::procedure, Fact::line_of_business, Fact::spinal_region, Fact::intent, Fact::fracture] {
        states = each(&states, fact, &fact.values());
    }
    for facts in states {
        agree(&product, &bare(facts));
    }
}

#[test]
fn agrees_with_every_reading_settled_either_way() {
    let product = Product::shipped();
    let mut rng = source(seed() + 5);
    for axis in 0..AXES.len() {
        for lenient in [false, true] {
            for _ in 0..120 {
                let mut case = random::case(&mut rng, 2_000);
                case.settled = vec![(axis, lenient)];
                agree(&product, &case);
            }
        }
    }
}

#[test]
fn agrees_on_all_minimal_sets_of_records() {
    let product = Product::shipped();
    for facts in [clean_a(), clean_b(), clean_c()] {
        for hand in [vec![], vec![0], vec![0, 2], vec![1, 3, 9], vec![5], vec![4, 5]] {
            let documents = Some(hand);
            agree(&product, &Case { documents, ..bare(facts) });
        }
    }
}

/// One more answer: a fact that was unknown gets a value, or a range becomes a day of it.
fn answer(rng: &mut TestRng, facts: &mut Facts) {
    let one_day = |rng: &mut TestRng, span: Span| {
        let day = rng.random_range(span.first..=span.last);
        Span { first: day, last: day }
    };
    let Some(unknown) = Fact::all().find(|fact| !facts.knows(*fact) && rng.next_u32() % 3 == 0) else {
        facts.fracture_onset = facts.fracture_onset.map(|span| one_day(rng, span));
        return;
    };
    match unknown {
        Fact::fracture_onset => facts.fracture_onset = Some(one_day(rng, ago(90, 0))),
        Fact::conservative_treatment => {
            let start = one_day(rng, ago(90, 0));
            facts.conservative_treatment = Some(Treatment { start, end: None });
        }
        _ => facts.set_choice(unknown, rng.random_range(0..unknown.values().len())),
    }
}

#[test]
fn further_answers_never_change_what_is_decided() {
    let product = Product::shipped();
    let mut rng = source(seed() + 6);
    let mut decided = 0;
    for _ in 0..4_000 {
        let mut case = random::case(&mut rng, 100_000);
        case.documents = None;
        let before = product.assess(&case);
        answer(&mut rng, &mut case.facts);
        answer(&mut rng, &mut case.facts);
        let after = product.assess(&case);
        if [before.disposition, after.disposition].contains(&Disposition::Inconsistent) {
            assert!(before.disposition != Disposition::Inconsistent || after.disposition == Disposition::Inconsistent);
            continue;
        }
        let pairs = [
            (before.outcomes.default, after.outcomes.default),
            (before.outcomes.strictest, after.outcomes.strictest),
            (before.outcomes.lenient, after.outcomes.lenient),
        ];
        for (was, is) in pairs {
            assert!(was == Outcome::Open || was == is, "{case:?}");
        }
        if pairs.iter().all(|(was, _)| *was != Outcome::Open) {
            decided += 1;
            assert_eq!(before.disposition, after.disposition, "{case:?}");
        }
        if [Disposition::Submit, Disposition::Investigational, Disposition::NotAddressed].contains(&before.disposition) {
            assert_eq!(before.disposition, after.disposition, "{case:?}");
        }
    }
    assert!(decided > 1_000, "only {decided} were decided");
}

#[test]
fn the_order_of_answers_does_not_matter() {
    let product = Product::shipped();
    let mut rng = source(seed() + 7);
    for _ in 0..500 {
        let case = random::case(&mut rng, 100_000);
        let known = values(&case);
        let mut answers: Vec<_> = known.iter().collect();
        let policy = product.settled(&case);
        let in_order = policy.facts(answers.iter().copied()).unwrap();
        for last in (1..answers.len()).rev() {
            answers.swap(last, rng.random_range(0..=last));
        }
        let shuffled = policy.facts(answers).unwrap();
        assert_eq!(in_order, shuffled);
        let assess = |facts| policy::evaluate(&policy, facts, day(TODAY));
        assert_eq!(assess(&in_order), assess(&shuffled));
    }
}

/// The first of so many later days on which the product itself says something else.
fn first_change(product: &Product, case: &Case, days: i32) -> Option<Assessment> {
    let policy = product.settled(case);
    let facts = product.facts(case);
    let today = policy::evaluate(&policy, &facts, day(case.as_of));
    let later = (1..=days).map(|step| policy::evaluate(&policy, &facts, day(case.as_of + step)));
    let mut later = later.filter(|then| {
        let then = Assessment {
            as_of: today.as_of,
            change: today.change,
            ..then.clone()
        };
        then != today
    });
    later.next()
}

#[test]
fn the_next_change_is_the_first_later_day_that_differs() {
    let product = Product::shipped();
    let mut rng = source(seed() + 8);
    let mut changes = 0;
    for _ in 0..800 {
        let case = random::case(&mut rng, 100_000);
        let said = product.assess(&case).change;
        let first = first_change(&product, &case, 100);
        assert_eq!(said.map(|change| change.on), first.as_ref().map(|then| then.as_of), "{case:?}");
        let told = said.map(|change| (change.disposition, change.paths_met));
        assert_eq!(told, first.map(|then| (then.disposition, then.paths_met)), "{case:?}");
        changes += usize::from(told.is_some());
    }
    assert!(changes > 150, "only {changes} changed");
}

#[test]
fn the_next_change_is_the_one_of_the_reference() {
    let product = Product::shipped();
    let mut rng = source(seed() + 9);
    for _ in 0..150 {
        let case = random::case(&mut rng, 200);
        let said = product.assess(&case).change.map(|change| change.on);
        assert_eq!(said, case.changes_on(120).map(day), "{case:?}");
    }
}
