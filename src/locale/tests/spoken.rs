//! What offices say, found by the shipped phrases.

use super::shipped::shipped;
use super::*;
use crate::domain::dialog::typed::{Cues, Language, spot};

fn cues(locale: &Locale) -> Cues<String> {
    let mut cues = Cues::default();
    for id in locale.texts().entries().keys() {
        let Some((message, attribute)) = id.split_once('.') else {
            continue;
        };
        let asks = message.starts_with("choice-") || message.starts_with("ask-");
        if asks && attribute.ends_with("phrases") {
            let name = id.trim_end_matches("phrases").trim_end_matches(['.', '-']);
            let name = name.trim_start_matches("choice-").to_owned();
            cues.choice(&name, locale.listed(message, attribute));
        }
    }
    cues.time(&"onset".to_owned(), locale.cues("ask-onset"));
    cues.time(&"treatment".to_owned(), locale.cues("ask-treatment"));
    cues.other_time(locale.cues("ask-hospital"));
    cues
}

/// The choices found, then each time as what began and the fewest days since.
fn found(tag: &str, language: Language, text: &str) -> String {
    let today = Day::parse("2026-11-22").unwrap();
    let locales = shipped();
    let found = spot(text, language, today, &cues(locales.get(tag).unwrap()));
    let times = found
        .times
        .iter()
        .map(|(fact, when)| format!("{fact} {}", today.days_since(when.days.last())));
    found
        .choices
        .iter()
        .cloned()
        .chain(times)
        .collect::<Vec<_>>()
        .join(", ")
}

#[test]
fn what_offices_say_in_english_is_found() {
    let said = [
        (
            "PVP L1, osteoporotic VCF, 9 weeks of PT + NSAIDs + brace failed, MRI edema, no infection, stable",
            "procedure-vertebroplasty, cause-osteoporotic_fracture, response-failed, mri-edema, osteomyelitis-none, \
             instability-none, treatment 63",
        ),
        (
            "PVP L2, fracture 3 weeks ago, admitted inpatient 4 days for pain control, MRI edema",
            "procedure-vertebroplasty, hospital-inpatient, mri-edema, onset 21",
        ),
        (
            "PKP L1, fracture 10 days ago, at home, bed-bound with pain",
            "procedure-kyphoplasty, hospital-no, ambulation-unable, onset 10",
        ),
        ("she gets around with a walker", "ambulation-with_aid"),
        (
            "ER gave her morphine and sent her home",
            "hospital-ed_or_observation",
        ),
        (
            "PKP T8, multiple myeloma, severe pain, bone scan confirms fracture (pacemaker, no MRI)",
            "procedure-kyphoplasty, cause-myeloma, ask-severe_pain.yes, bone_scan-positive, mri-unavailable",
        ),
        (
            "MRI no edema, bone scan cold, no SPECT/CT possible",
            "mri-no_edema, bone_scan-negative, spect_ct-unavailable",
        ),
        (
            "Prophylactic cement at L2 next to a treated L3, no fracture at L2",
            "cause-preventive, fracture-none",
        ),
        (
            "kypho, 82yo, L1, osteoporosis, been in the hospital since Tuesday with the pain, fx like 10 days ago",
            "procedure-kyphoplasty, cause-osteoporotic_fracture, hospital-inpatient, onset 9",
        ),
        ("Couldn't tolerate NSAIDs or PT", "response-intolerant"),
        ("A bit better but still hurts", "response-partial"),
        ("Not hospitalised", "hospital-no"),
    ];
    for (text, expected) in said {
        assert_eq!(found("en-US", Language::English, text), expected, "{text}");
    }
}

#[test]
fn what_contradicts_itself_is_found_on_both_sides() {
    let text = "Metastasis L3 stable, but unstable T4 elsewhere";
    let found = found("en-US", Language::English, text);
    assert_eq!(found, "instability-none, instability-treated_level");
}

#[test]
fn what_offices_say_in_spanish_is_found() {
    let said = [
        (
            "fractura L2 por osteoporosis, 8 semanas de terapia sin mejoria, RM con edema, sin infeccion, estable",
            "cause-osteoporotic_fracture, response-failed, mri-edema, osteomyelitis-none, instability-none, \
             treatment 56",
        ),
        (
            "vertebroplastia L2, fractura hace 3 semanas, la internaron por dolor, no puede caminar",
            "procedure-vertebroplasty, hospital-inpatient, ambulation-unable, onset 21",
        ),
        (
            "no estuvo hospitalizada, camina con andador",
            "hospital-no, ambulation-with_aid",
        ),
        (
            "la mandaron a casa de emergencias",
            "hospital-ed_or_observation",
        ),
        ("no toleró la terapia", "response-intolerant"),
    ];
    for (text, expected) in said {
        assert_eq!(found("es-US", Language::Spanish, text), expected, "{text}");
    }
}
