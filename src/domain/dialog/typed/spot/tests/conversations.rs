//! What offices say, and what is found in it.

use super::{cues, shown, today};
use crate::domain::dialog::typed::Language;
use crate::domain::dialog::typed::spot::spot;

#[track_caller]
fn check(text: &str, expected: &str) {
    for language in [Language::English, Language::Spanish] {
        assert_eq!(
            shown(&spot(text, language, today(), &cues())),
            expected,
            "`{text}`"
        );
    }
}

#[test]
fn benign_fractures() {
    check(
        "PVP L1, osteoporotic VCF, 9 weeks of PT + NSAIDs + brace failed, MRI edema, no infection, stable",
        "pvp, osteoporotic, failed, edema, no infection, stable; treatment 63d; L1",
    );
    check(
        "PKP T12, treatment began Oct 11, today Nov 22 (exactly 42 days), failed, MRI edema",
        "pkp, failed, edema; treatment 42d; T12",
    );
    check(
        "PVP L2, fracture 3 weeks ago, admitted inpatient 4 days for pain control, MRI edema",
        "pvp, inpatient, edema; fracture 21d; L2",
    );
    check(
        "PKP L1, fracture 10 days ago, at home, bed-bound with pain",
        "pkp, unable; fracture 10d; L1",
    );
    check(
        "PVP L3, 4 weeks, 'she gets around with a walker'",
        "pvp, aid; ; L3",
    );
    check(
        "PVP L1, 12 days, 'ER gave her morphine and sent her home'",
        "pvp, er; ; L1",
    );
    check(
        "PVP L4, fracture 8 weeks old but treatment only 3 weeks, at home, walking",
        "pvp, walks; fracture 56d, treatment 21d; L4",
    );
    check(
        "PVP L4, fracture 9 weeks old, treated 3 weeks, cannot walk",
        "pvp, unable; fracture 63d, treatment 21d; L4",
    );
    check(
        "Osteoporotic C6 fracture, 8 weeks failed treatment, MRI edema",
        "osteoporotic, failed, edema; treatment 56d; C6",
    );
}

#[test]
fn lesions_and_imaging() {
    check(
        "PVP L3, breast cancer lytic metastasis, severe pain, fracture with edema on MRI, no infection, stable",
        "pvp, metastasis, severe, edema, no infection, stable; ; L3",
    );
    check(
        "PKP T8, multiple myeloma, severe pain, bone scan confirms fracture (pacemaker, no MRI)",
        "pkp, myeloma, severe, bone scan; ; T8",
    );
    check("we have a CT, that shows the fracture fine", "; ; ");
    check(
        "MRI no edema, bone scan cold, no SPECT/CT possible",
        "no edema, bone scan cold; ; ",
    );
    check(
        "Metastasis L3 stable, but unstable T4 elsewhere",
        "metastasis, stable, unstable; ; T4 L3",
    );
}

#[test]
fn procedures_and_levels() {
    check(
        "Sacroplasty for sacral insufficiency fracture, PT failed for 3 months",
        "sacro, failed; treatment 84-93d; ",
    );
    check("Vertebroplasty at S1, code 22511", "pvp; ; S1");
    check("PVP and PKP both at L2 (A met)", "pvp, pkp; ; L2");
    check("PKP T11 and PVP L3, both A", "pkp, pvp; ; T11 L3");
    check(
        "Two levels: T12 8 weeks failed; L2 10 days, walking",
        "failed, walks; ; T12 L2",
    );
    check(
        "Prophylactic cement at L2 next to a treated L3, no fracture at L2",
        "prophylactic, no fracture; ; L2",
    );
    check(
        "SpineJack / Kiva / mechanical augmentation L1",
        "device; ; L1",
    );
    check("FEP member, A clean", "fep; ; ");
}

#[test]
fn clocks() {
    check("PT for about six weeks", "; treatment 38-46d; ");
    check("fracture since March 3rd", "; fracture 264d; ");
    check("fracture: 6", "; ; ");
    check("PT since 5 Dec 2026", "; ; ");
    check(
        "Fracture 3 weeks old, '8 weeks of PT'",
        "; fracture 21d, treatment 56d; ",
    );
}

#[test]
fn chatty_and_spanish() {
    check(
        "crazy day... kypho, 82yo, L1, osteoporosis, been in the hospital since Tuesday with the pain, fx like 10 days ago",
        "pkp, osteoporotic, inpatient; fracture 9-11d; L1",
    );
    check(
        "Mary Smith DOB 3/4/44 ID XYZ123, L2 VCF, 7 wks PT failed",
        "failed; treatment 49d; L2",
    );
    check(
        "fractura L2 por osteoporosis, 8 semanas de terapia sin mejoria, RM con edema, sin infeccion, estable",
        "osteoporotic, failed, edema, no infection, stable; treatment 56d; L2",
    );
}
