//! What the reference rests on, shown of itself.

use super::complete::{Candidates, Findings, Outcome, every_completion, grouped};
use super::facts::{Completion, Fact, Facts};
use super::random::{TODAY, case, clean_a, clean_b, clean_c, source, too_early};
use super::rule::{AXES, Readings, Verdict, finding};

/// Days back that a clock of which nothing is known is tried on: past day 42, and past the start of most treatments.
const WINDOW: i32 = 50;

fn count(facts: &Facts) -> usize {
    let all = every_completion(facts, TODAY, WINDOW);
    all.iter().map(Candidates::len).product()
}

#[test]
fn one_of_each_group_stands_for_all_values_and_all_days() {
    let mut rng = source(1);
    let mut tried = 0;
    let mut open = 0;
    while tried < 250 {
        let case = case(&mut rng, 60);
        if count(&case.facts) > 150_000 {
            continue;
        }
        tried += 1;
        let readings = case.settle(
            [
                Readings::default_ones(),
                Readings::strictest(),
                Readings::most_lenient(),
            ][tried % 3],
        );
        let few = Findings::of(grouped(&case.facts, readings, TODAY), readings, TODAY);
        let all = every_completion(&case.facts, TODAY, WINDOW);
        let all = Findings::of(all, readings, TODAY);
        assert_eq!(few.outcome(), all.outcome(), "{case:?}");
        assert_eq!(few.needs(), all.needs(), "{case:?}");
        for place in 0..11 {
            assert_eq!(few.holds(place), all.holds(place), "{place} {case:?}");
        }
        open += usize::from(few.outcome() == Outcome::Open);
    }
    assert!(open > 60, "only {open} of {tried} were open");
}

/// A completion of nothing but what is known.
fn complete(facts: &Facts) -> Completion {
    let mut completion = Completion::blank();
    for fact in Fact::CHOICES {
        completion.set_choice(*fact, facts.choice(*fact).unwrap());
    }
    completion.fracture_onset = facts.fracture_onset.unwrap().first;
    let treatment = facts.conservative_treatment.unwrap();
    completion.conservative_treatment = super::facts::Course {
        start: treatment.start.first,
        end: treatment.end.map(|end| end.first),
    };
    completion
}

#[test]
fn every_axis_is_monotone() {
    let mut rng = source(2);
    for _ in 0..400 {
        let known = case(&mut rng, 1).facts;
        if Fact::all().any(|fact| !known.knows(fact)) {
            continue;
        }
        let completion = complete(&known);
        let met = |readings| finding(&completion, readings, TODAY).verdict == Verdict::Met;
        for bits in 0..1_u32 << AXES.len() {
            let readings = Readings(std::array::from_fn(|axis| bits >> axis & 1 == 1));
            for axis in 0..AXES.len() {
                let mut lenient = readings;
                lenient.0[axis] = true;
                assert!(!met(readings) || met(lenient), "{known:?} {readings:?}");
            }
        }
    }
}

#[test]
fn the_templates_meet_what_they_say() {
    for (facts, path) in [
        (clean_a(), Some(8)),
        (clean_b(), Some(9)),
        (clean_c(), Some(10)),
        (too_early(), None),
    ] {
        for readings in [
            Readings::strictest(),
            Readings::default_ones(),
            Readings::most_lenient(),
        ] {
            let found = finding(&complete(&facts), readings, TODAY);
            assert_eq!(found.verdict == Verdict::Met, path.is_some());
            assert!(path.is_none_or(|place| found.holds[place]));
        }
    }
}
