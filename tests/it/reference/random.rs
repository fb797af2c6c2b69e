//! Random cases, leaning to where answers turn: around day 42, nearly inconsistent, mostly known, studies not done.

use proptest::prelude::{Rng, RngExt};
use proptest::test_runner::{RngAlgorithm, TestRng};

use super::assess::Case;
use super::complete::{Candidates, grouped};
use super::facts::{
    Ambulation, BoneScan, ConservativeResponse, DOCUMENTS, Day, Fact, Facts, Fracture,
    FractureCause, HospitalizedForPain, Intent, Lesion, LineOfBusiness, Mri, Osteomyelitis,
    Procedure, SevereLesionPain, Span, SpectCt, SpinalRegion, Symptomatic, Treatment,
    UnstableFracture,
};
use super::rule::{AXES, Readings};

/// The day of evaluation of the random cases: 2026-11-22, in days since 1970-01-01.
pub(crate) const TODAY: Day = 20_779;

/// A source of random cases that a number fixes.
pub(crate) fn source(seed: u64) -> TestRng {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    TestRng::from_seed(RngAlgorithm::ChaCha, &bytes)
}

fn chance(rng: &mut TestRng, percent: u32) -> bool {
    rng.next_u32() % 100 < percent
}

fn one_of<T: Copy>(rng: &mut TestRng, from: &[T]) -> T {
    from[rng.random_range(0..from.len())]
}

fn days_ago(age: Day) -> Span {
    let day = TODAY - age;
    Span {
        first: day,
        last: day,
    }
}

fn since(age: Day) -> Treatment {
    Treatment {
        start: days_ago(age),
        end: None,
    }
}

/// A fracture that meets A, clean under every reading.
pub(crate) fn clean_a() -> Facts {
    Facts {
        procedure: Some(Procedure::Kyphoplasty),
        line_of_business: Some(LineOfBusiness::Commercial),
        spinal_region: Some(SpinalRegion::Lumbar),
        fracture: Some(Fracture::Compression),
        fracture_cause: Some(FractureCause::Osteoporotic),
        symptomatic: Some(Symptomatic::Yes),
        fracture_onset: Some(days_ago(63)),
        conservative_treatment: Some(since(56)),
        conservative_response: Some(ConservativeResponse::Failed),
        hospitalized_for_pain: Some(HospitalizedForPain::No),
        ambulation: Some(Ambulation::Independent),
        lesion: Some(Lesion::None),
        severe_lesion_pain: Some(SevereLesionPain::No),
        mri: Some(Mri::Edema),
        bone_scan: Some(BoneScan::Unavailable),
        spect_ct: Some(SpectCt::Unavailable),
        osteomyelitis: Some(Osteomyelitis::None),
        unstable_fracture: Some(UnstableFracture::None),
        intent: Some(Intent::ThisFractureOrLesion),
    }
}

/// A fracture that meets B in every way, clean under every reading.
pub(crate) fn clean_b() -> Facts {
    Facts {
        fracture_onset: Some(days_ago(20)),
        conservative_treatment: Some(since(10)),
        hospitalized_for_pain: Some(HospitalizedForPain::Inpatient),
        ambulation: Some(Ambulation::Unable),
        ..clean_a()
    }
}

/// A lesion that meets C, clean under every reading.
pub(crate) fn clean_c() -> Facts {
    Facts {
        fracture_cause: Some(FractureCause::Tumor),
        conservative_treatment: Some(since(10)),
        lesion: Some(Lesion::OsteolyticMyeloma),
        severe_lesion_pain: Some(SevereLesionPain::Yes),
        ..clean_a()
    }
}

/// A fracture that meets nothing: too early, not admitted, walking.
pub(crate) fn too_early() -> Facts {
    Facts {
        fracture_onset: Some(days_ago(30)),
        conservative_treatment: Some(since(20)),
        ..clean_a()
    }
}

fn age(rng: &mut TestRng) -> Day {
    one_of(
        rng,
        &[
            0, 1, 10, 20, 35, 39, 40, 41, 41, 42, 42, 43, 44, 50, 60, 83, 84, 85, 300,
        ],
    )
}

/// A day around so many days ago: exact, or a range; now and then a range that reaches past today.
fn span(rng: &mut TestRng, age: Day) -> Span {
    let exact = days_ago(age.max(0));
    let width = one_of(rng, &[0, 0, 0, 1, 2, 5, 8, 30]);
    let shift = rng.random_range(0..=width);
    let span = Span {
        first: exact.first - shift,
        last: exact.last + (width - shift),
    };
    match chance(rng, 97) {
        true => Span {
            last: span.last.min(TODAY),
            ..span
        },
        false => span,
    }
}

fn onset(rng: &mut TestRng) -> Span {
    let age = age(rng);
    span(rng, age)
}

/// A treatment, often one that begins within days of the fracture.
fn treatment(rng: &mut TestRng, onset: Option<Span>) -> Treatment {
    let near = onset.map(|onset| TODAY - onset.last - one_of(rng, &[-1, 0, 0, 1, 2, 7, 7]));
    let began = match near {
        Some(near) if chance(rng, 60) => near,
        _ => age(rng),
    };
    let start = span(rng, began);
    let end = chance(rng, 30).then(|| {
        let length = one_of(rng, &[0, 5, 30, 40, 41, 42, 43, 60]);
        let left = (TODAY - start.first - length).max(0);
        let end = span(rng, left);
        // A recorded end is never wholly before the recorded start.
        Span {
            first: end.first,
            last: end.last.max(start.first),
        }
    });
    Treatment { start, end }
}

fn vary(rng: &mut TestRng, facts: &mut Facts, fact: Fact, forget: u32) {
    if chance(rng, forget) {
        facts.forget(fact);
    } else if fact == Fact::fracture_onset {
        facts.fracture_onset = Some(onset(rng));
    } else if fact == Fact::conservative_treatment {
        facts.conservative_treatment = Some(treatment(rng, facts.fracture_onset));
    } else {
        let places = fact.values().len();
        facts.set_choice(fact, rng.random_range(0..places));
    }
}

fn facts(rng: &mut TestRng) -> Facts {
    let mut facts = one_of(rng, &[clean_a(), clean_b(), clean_c(), too_early()]);
    let change = one_of(rng, &[3, 6, 12, 25, 40, 60]);
    let forget = one_of(rng, &[20, 50, 80]);
    for fact in Fact::all() {
        let clock = matches!(fact, Fact::fracture_onset | Fact::conservative_treatment);
        if chance(rng, if clock { 45 } else { change }) {
            vary(rng, &mut facts, fact, if clock { 30 } else { forget });
        }
    }
    if chance(rng, 12) {
        for study in [Fact::mri, Fact::bone_scan, Fact::spect_ct] {
            let value = one_of(rng, &["not_done", "unavailable"]);
            facts.set_named(study, value);
        }
    }
    facts
}

/// How many completions the most open of the readings leaves.
fn completions(facts: &Facts) -> usize {
    let candidates = grouped(facts, Readings::most_lenient(), TODAY);
    candidates.iter().map(Candidates::len).product()
}

/// The next random case of at most so many completions, ranges of days and studies not done aside.
pub(crate) fn case(rng: &mut TestRng, most: usize) -> Case {
    let mut known = facts(rng);
    while completions(&known) > most {
        let blank: Vec<Fact> = Fact::all().filter(|fact| !known.knows(*fact)).collect();
        if blank.is_empty() {
            break;
        }
        let filled = one_of(rng, &blank);
        vary(rng, &mut known, filled, 0);
    }
    let with_documents = chance(rng, 25);
    let mostly = one_of(rng, &[50, 80, 95]);
    let documents = with_documents.then(|| {
        let all = 0..DOCUMENTS.len();
        all.filter(|_| chance(rng, mostly)).collect()
    });
    let axes: Vec<usize> = (0..AXES.len()).filter(|_| chance(rng, 4)).collect();
    let settled = axes
        .into_iter()
        .map(|axis| (axis, chance(rng, 50)))
        .collect();
    Case {
        as_of: TODAY,
        facts: known,
        documents,
        settled,
    }
}
