//! The product's evaluator against the reference.

use std::collections::BTreeMap;

use preauth::domain::policy::Disposition;

use crate::cases::{self, Expected, Said};
use crate::product::Product;
use crate::reference::assess::Case;
use crate::reference::facts::{Fact, Facts, Span, Treatment};
use crate::reference::random::{self, TODAY, clean_a, clean_b, clean_c, source};
use crate::reference::rule::AXES;

mod laws;

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
    let listed = |said: &Said| -> Vec<String> {
        let names = said.criteria.iter().map(|(name, _)| name.clone());
        names.collect()
    };
    let (own, other) = (listed(&is), listed(&should));
    let inconsistent = should.disposition == "inconsistent";
    let mut expect = should.expect();
    if inconsistent {
        // Where nothing is consistent there is nothing to say of a criterion.
        for statuses in [&mut expect.met, &mut expect.not_met, &mut expect.open] {
            statuses.clear();
        }
    } else if own != other {
        return vec![format!("the criteria are {own:?}, not {other:?}")];
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
            assert_eq!(
                cases::written(product.assess(&case).change.map(|change| change.on)),
                *should,
                "{id}"
            );
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

/// Treatments around six weeks, going on and ended, exact and not.
fn treatments() -> [Option<Treatment>; 7] {
    let going = |first, last| {
        let start = ago(first, last);
        Some(Treatment { start, end: None })
    };
    let ended = |start, first, last| {
        let end = Some(ago(first, last));
        Some(Treatment { start, end })
    };
    [
        None,
        going(41, 41),
        going(42, 42),
        going(44, 41),
        ended(ago(60, 60), 19, 19),
        ended(ago(60, 60), 18, 18),
        ended(ago(62, 58), 18, 16),
    ]
}

/// A fracture with each pair of clocks, the tail known and open.
fn clocks() -> Vec<Facts> {
    let onsets = [(41, 41), (42, 42), (43, 40), (90, 90)];
    let onsets = onsets.map(|(first, last)| Some(ago(first, last)));
    let mut open = clean_a();
    open.forget(Fact::mri);
    let mut states = Vec::new();
    for tail in [clean_a(), open] {
        for fracture_onset in onsets.into_iter().chain([None]) {
            for conservative_treatment in treatments() {
                states.push(Facts {
                    fracture_onset,
                    conservative_treatment,
                    ..tail
                });
            }
        }
    }
    states
}

#[test]
fn agrees_on_every_state_of_the_clocks() {
    let product = Product::shipped();
    let mut states = clocks();
    states = each(
        &states,
        Fact::conservative_response,
        &["failed", "partial", "responded"],
    );
    states = each(
        &states,
        Fact::hospitalized_for_pain,
        &["no", "ed_or_observation", "inpatient"],
    );
    states = each(
        &states,
        Fact::ambulation,
        &["independent", "with_aid", "unable"],
    );
    assert_eq!(states.len(), 2 * 5 * 7 * 64);
    for facts in states {
        agree(&product, &bare(facts));
    }
}

#[test]
fn agrees_on_every_state_of_lesion_and_tail() {
    let product = Product::shipped();
    let mut states = vec![clean_c()];
    states = each(
        &states,
        Fact::lesion,
        &["none", "osteolytic_myeloma", "osteolytic_plasmacytoma"],
    );
    states = each(&states, Fact::severe_lesion_pain, &["no", "yes"]);
    states = each(&states, Fact::mri, &["edema", "no_edema", "not_done"]);
    states = each(
        &states,
        Fact::spinal_region,
        &["cervical", "lumbar", "sacral"],
    );
    states = each(&states, Fact::fracture, &["none", "compression", "other"]);
    states = each(
        &states,
        Fact::osteomyelitis,
        &["elsewhere", "surgical_site"],
    );
    states = each(
        &states,
        Fact::unstable_fracture,
        &["none", "elsewhere", "treated_level"],
    );
    assert_eq!(states.len(), 4 * 3 * 4 * 4 * 4 * 3 * 4);
    for facts in states {
        agree(&product, &bare(facts));
    }
}

#[test]
fn agrees_on_every_state_of_the_request() {
    let product = Product::shipped();
    let mut states = vec![clean_a(), clean_b(), clean_c()];
    for fact in [
        Fact::procedure,
        Fact::line_of_business,
        Fact::spinal_region,
        Fact::intent,
        Fact::fracture,
    ] {
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
        for hand in [
            vec![],
            vec![0],
            vec![0, 2],
            vec![1, 3, 9],
            vec![5],
            vec![4, 5],
        ] {
            let documents = Some(hand);
            agree(
                &product,
                &Case {
                    documents,
                    ..bare(facts)
                },
            );
        }
    }
}
