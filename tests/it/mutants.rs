//! Faults put into the facts on purpose, as a fault in the code would: the cases notice each. Faults in the files are
//! `preauth mutate`'s.

use std::sync::LazyLock;

use crate::cases::{self, Expected};
use crate::product::Product;
use crate::reference::assess::Case;
use crate::reference::facts::{Fact, Span, Treatment};
use crate::reference::rule::AXES;

/// The first case that gets another answer than it expects.
fn noticed(product: &Product, change: impl Fn(&mut Case)) -> Option<&'static str> {
    static CASES: LazyLock<Vec<Expected>> = LazyLock::new(cases::all);
    let wrong = CASES.iter().find(|Expected { case, expect, .. }| {
        let mut changed = case.clone();
        change(&mut changed);
        let said = product.assess(&changed);
        let day = cases::written(said.change.map(|change| change.on));
        let differs = !product.words(&said).differences(expect).is_empty();
        differs || expect.changes_on.as_ref().is_some_and(|on| *on != day)
    });
    wrong.map(|expected| expected.id.as_str())
}

#[test]
fn the_policy_as_it_ships_is_not_noticed() {
    assert_eq!(noticed(&Product::shipped(), |_| {}), None);
}

/// Facts changed before they are judged, as a fault in the code would.
#[track_caller]
fn noticed_when(change: impl Fn(&mut Case)) {
    assert!(noticed(&Product::shipped(), change).is_some());
}

fn fill(case: &mut Case, fact: Fact, value: &str) {
    if !case.facts.knows(fact) {
        case.facts.set_named(fact, value);
    }
}

#[test]
fn unknown_taken_as_no_is_noticed_for_every_fact() {
    let worst = [
        ("procedure", "sacroplasty"),
        ("spinal_region", "sacral"),
        ("fracture", "none"),
        ("fracture_cause", "other"),
        ("symptomatic", "no"),
        ("conservative_response", "responded"),
        ("hospitalized_for_pain", "no"),
        ("ambulation", "independent"),
        ("lesion", "none"),
        ("severe_lesion_pain", "no"),
        ("mri", "no_edema"),
        ("bone_scan", "negative"),
        ("spect_ct", "negative"),
        ("osteomyelitis", "surgical_site"),
        ("unstable_fracture", "treated_level"),
        ("intent", "prophylactic"),
    ];
    for (fact, value) in worst {
        noticed_when(|case| fill(case, Fact::named(fact), value));
    }
}

#[test]
fn unknown_taken_as_yes_is_noticed() {
    let best = [
        ("procedure", "vertebroplasty"),
        ("spinal_region", "lumbar"),
        ("fracture", "compression"),
        ("mri", "edema"),
        ("osteomyelitis", "none"),
        ("unstable_fracture", "none"),
        ("intent", "this_fracture_or_lesion"),
    ];
    for (fact, value) in best {
        noticed_when(|case| fill(case, Fact::named(fact), value));
    }
}

#[test]
fn a_study_not_done_taken_as_negative_is_noticed() {
    for (study, negative) in [
        ("mri", "no_edema"),
        ("bone_scan", "negative"),
        ("spect_ct", "negative"),
    ] {
        noticed_when(|case| {
            let study = Fact::named(study);
            let not_done = study.values().iter().position(|value| *value == "not_done");
            if case.facts.choice(study) == not_done {
                case.facts.set_named(study, negative);
            }
        });
    }
}

#[test]
fn a_clock_that_is_not_on_record_taken_as_none_or_as_enough_is_noticed() {
    for age in [0, 41, 42, 400] {
        let day = |case: &Case| Span {
            first: case.as_of - age,
            last: case.as_of - age,
        };
        noticed_when(|case| {
            let start = day(case);
            case.facts
                .conservative_treatment
                .get_or_insert(Treatment { start, end: None });
        });
        noticed_when(|case| {
            let onset = day(case);
            case.facts.fracture_onset.get_or_insert(onset);
        });
    }
}

#[test]
fn a_range_taken_by_one_of_its_days_is_noticed() {
    type Pick = fn(Span) -> i32;
    let picks: [Pick; 3] = [
        |span| span.first,
        |span| span.last,
        |span| (span.first + span.last) / 2,
    ];
    for pick in picks {
        let day = |span| Span {
            first: pick(span),
            last: pick(span),
        };
        noticed_when(|case| case.facts.fracture_onset = case.facts.fracture_onset.map(day));
        noticed_when(|case| {
            let known = case.facts.conservative_treatment;
            let exact = known.map(|known| Treatment {
                start: day(known.start),
                end: known.end.map(day),
            });
            case.facts.conservative_treatment = exact;
        });
    }
}

#[test]
fn a_day_counted_too_many_or_too_few_is_noticed() {
    noticed_when(|case| case.as_of += 1);
    noticed_when(|case| case.as_of -= 1);
}

#[test]
fn an_end_of_treatment_that_is_dropped_is_noticed() {
    noticed_when(|case| {
        if let Some(treatment) = &mut case.facts.conservative_treatment {
            treatment.end = None;
        }
    });
}

#[test]
fn records_taken_as_in_hand_and_settled_readings_left_out_are_noticed() {
    noticed_when(|case| case.documents = None);
    noticed_when(|case| {
        case.documents.get_or_insert_with(Vec::new);
    });
    for axis in 0..AXES.len() {
        noticed_when(|case| case.settled.retain(|(settled, _)| *settled != axis));
    }
}
