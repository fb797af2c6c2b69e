//! Section 1 and 3: the rule for one completion under one set of readings, written by hand.

use super::facts::{
    Ambulation, BoneScan, Completion, ConservativeResponse, Day, Fracture, FractureCause,
    HospitalizedForPain, Intent, Lesion, Mri, Osteomyelitis, Procedure, SevereLesionPain, SpectCt,
    SpinalRegion, Symptomatic, UnstableFracture,
};

/// The axes of section 3: name, stricter value, more lenient value, whether the lenient one is the default.
pub(crate) const AXES: [(&str, &str, &str, bool); 8] = [
    ("tail", "all_pathways", "osteolytic_only", true),
    ("ambulation_clock", "under_6_weeks", "any_age", false),
    ("ambulation_level", "unable_only", "aid_counts", false),
    ("hospital", "inpatient_only", "observation_counts", false),
    (
        "failure",
        "failed_only",
        "partial_or_intolerant_counts",
        false,
    ),
    ("unstable", "any_vertebra", "treated_level_only", false),
    ("plasmacytoma", "not_myeloma", "counts", false),
    ("intent", "excludes", "informational", false),
];

/// One reading on every axis: whether it is the more lenient one, in the order of [`AXES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Readings(pub(crate) [bool; 8]);

impl Readings {
    pub(crate) fn default_ones() -> Self {
        Self(AXES.map(|(_, _, _, lenient)| lenient))
    }

    pub(crate) fn strictest() -> Self {
        Self([false; 8])
    }

    pub(crate) fn most_lenient() -> Self {
        Self([true; 8])
    }

    fn tail_on_c_only(self) -> bool {
        self.0[0]
    }

    fn ambulation_at_any_age(self) -> bool {
        self.0[1]
    }

    pub(crate) fn prevents_ambulation(self, ambulation: Ambulation) -> bool {
        match ambulation {
            Ambulation::Unable => true,
            Ambulation::WithAid => self.0[2],
            Ambulation::Independent => false,
        }
    }

    pub(crate) fn is_hospitalization(self, stay: HospitalizedForPain) -> bool {
        match stay {
            HospitalizedForPain::Inpatient => true,
            HospitalizedForPain::EdOrObservation => self.0[3],
            HospitalizedForPain::No => false,
        }
    }

    pub(crate) fn is_failure(self, response: ConservativeResponse) -> bool {
        match response {
            ConservativeResponse::Failed => true,
            ConservativeResponse::Partial | ConservativeResponse::Intolerant => self.0[4],
            ConservativeResponse::Responded => false,
        }
    }

    pub(crate) fn is_stable(self, unstable: UnstableFracture) -> bool {
        match unstable {
            UnstableFracture::None => true,
            UnstableFracture::Elsewhere => self.0[5],
            UnstableFracture::TreatedLevel => false,
        }
    }

    pub(crate) fn is_listed_lesion(self, lesion: Lesion) -> bool {
        match lesion {
            Lesion::OsteolyticMyeloma | Lesion::OsteolyticMetastasis => true,
            Lesion::OsteolyticPlasmacytoma => self.0[6],
            Lesion::None | Lesion::OsteolyticOther | Lesion::NotOsteolytic => false,
        }
    }

    pub(crate) fn is_listed_intent(self, intent: Intent) -> bool {
        match intent {
            Intent::ThisFractureOrLesion => true,
            Intent::Prophylactic | Intent::ChronicBackPain => self.0[7],
        }
    }
}

/// What the text says of one completion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Met,
    NotMet,
    NotAddressed,
}

/// The criteria a result lists, then the paths, as bits of [`Finding::holds`].
pub(crate) const CRITERIA: [&str; 8] =
    ["A", "B", "C", "T1", "T2", "T3", "vertebral_level", "intent"];
/// The paths, as further bits after the criteria.
pub(crate) const PATHS: [&str; 3] = ["A", "B", "C"];

/// A verdict with every criterion and path that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) verdict: Verdict,
    pub(crate) holds: [bool; CRITERIA.len() + PATHS.len()],
}

/// Six weeks in elapsed days.
pub(crate) const SIX_WEEKS: Day = 42;

/// Elapsed days of treatment: until it ended, or until the day of evaluation.
pub(crate) fn days_treated(c: &Completion, as_of: Day) -> Day {
    let course = c.conservative_treatment;
    course.end.unwrap_or(as_of) - course.start
}

/// Elapsed days of the fracture.
pub(crate) fn days_fractured(c: &Completion, as_of: Day) -> Day {
    as_of - c.fracture_onset
}

/// Treatment of a fracture cannot be older than the fracture.
pub(crate) fn is_consistent(c: &Completion) -> bool {
    c.conservative_treatment.start >= c.fracture_onset
}

/// The rule.
pub(crate) fn finding(c: &Completion, r: Readings, as_of: Day) -> Finding {
    let osteoporotic_fracture = c.symptomatic == Symptomatic::Yes
        && c.fracture == Fracture::Compression
        && c.fracture_cause == FractureCause::Osteoporotic;
    let young = days_fractured(c, as_of) < SIX_WEEKS;

    let a = osteoporotic_fracture
        && days_treated(c, as_of) >= SIX_WEEKS
        && r.is_failure(c.conservative_response);
    let b = osteoporotic_fracture
        && ((young && r.is_hospitalization(c.hospitalized_for_pain))
            || ((young || r.ambulation_at_any_age()) && r.prevents_ambulation(c.ambulation)));
    let c3 = c.severe_lesion_pain == SevereLesionPain::Yes && r.is_listed_lesion(c.lesion);

    let t1 = matches!(
        c.spinal_region,
        SpinalRegion::Thoracic | SpinalRegion::Lumbar
    ) && c.fracture != Fracture::None
        && (c.mri == Mri::Edema
            || c.bone_scan == BoneScan::Positive
            || c.spect_ct == SpectCt::Positive);
    let t2 = c.osteomyelitis != Osteomyelitis::SurgicalSite;
    let t3 = r.is_stable(c.unstable_fracture);
    let tail = t1 && t2 && t3;
    let tail_of_a_and_b = tail || r.tail_on_c_only();

    let level = c.spinal_region != SpinalRegion::Sacral;
    let intent = r.is_listed_intent(c.intent);
    let shared_rule = matches!(
        c.procedure,
        Procedure::Vertebroplasty | Procedure::Kyphoplasty
    );
    let may = shared_rule && level && intent;
    let path_a = may && a && tail_of_a_and_b;
    let path_b = may && b && tail_of_a_and_b;
    let path_c = may && c3 && tail;

    let verdict = match c.procedure {
        Procedure::OtherAugmentation => Verdict::NotAddressed,
        _ if path_a || path_b || path_c => Verdict::Met,
        _ => Verdict::NotMet,
    };
    Finding {
        verdict,
        holds: [a, b, c3, t1, t2, t3, level, intent, path_a, path_b, path_c],
    }
}
