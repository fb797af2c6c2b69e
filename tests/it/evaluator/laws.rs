//! What holds of the evaluator whatever the policy says: decided stays decided, order is nothing, the calendar is exact.

use preauth::domain::policy::{self, Assessment, Disposition, Outcome};
use proptest::prelude::{Rng, RngExt};
use proptest::test_runner::TestRng;

use super::{ago, seed};
use crate::product::{Product, day, values};
use crate::reference::assess::Case;
use crate::reference::facts::{Fact, Facts, Span, Treatment};
use crate::reference::random::{self, TODAY, source};

/// One more answer: a fact that was unknown gets a value, or a range becomes a day of it.
fn answer(rng: &mut TestRng, facts: &mut Facts) {
    let one_day = |rng: &mut TestRng, span: Span| {
        let day = rng.random_range(span.first..=span.last);
        Span {
            first: day,
            last: day,
        }
    };
    let Some(unknown) =
        Fact::all().find(|fact| !facts.knows(*fact) && rng.next_u32().is_multiple_of(3))
    else {
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
            assert!(
                before.disposition != Disposition::Inconsistent
                    || after.disposition == Disposition::Inconsistent
            );
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
        if [
            Disposition::Submit,
            Disposition::Investigational,
            Disposition::NotAddressed,
        ]
        .contains(&before.disposition)
        {
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
        assert_eq!(
            said.map(|change| change.on),
            first.as_ref().map(|then| then.as_of),
            "{case:?}"
        );
        let told = said.map(|change| (change.disposition, change.paths_met));
        assert_eq!(
            told,
            first.map(|then| (then.disposition, then.paths_met)),
            "{case:?}"
        );
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
