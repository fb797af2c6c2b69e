use proptest::prelude::*;

use super::{Identifier, identifiers};

#[test]
fn identifiers_are_known() {
    use Identifier::{
        Address, BirthDate, Email, Name, RecordNumber, SocialSecurityNumber, Telephone,
    };
    for (text, kinds) in [
        (
            "Mary Smith DOB 3/4/44 ID XYZ123, L2 VCF, 7 wks PT failed",
            vec![Name, BirthDate, RecordNumber],
        ),
        ("Mary Smith, 82, L1 fracture", vec![Name]),
        ("MARY SMITH DOB 03/04/1944", vec![Name, BirthDate]),
        ("Smith, Mary MRN 884412", vec![Name, RecordNumber]),
        ("Mrs. Smith has an L1 fracture", vec![Name]),
        ("vertebroplasty for Mr Jones", vec![Name]),
        ("la Sra. López, fractura L2", vec![Name]),
        ("her name is mary smith", vec![Name]),
        ("la paciente se llama María", vec![Name]),
        ("paciente: María López, fractura L2", vec![Name]),
        ("Patient: John Miller L3", vec![Name]),
        ("pt is John Miller", vec![Name]),
        ("Pt: J. Miller", vec![Name]),
        ("nacida el 3 de abril de 1944", vec![BirthDate]),
        ("fecha de nacimiento 3/4/44", vec![BirthDate]),
        ("born in 1944", vec![BirthDate]),
        ("123-45-6789", vec![SocialSecurityNumber]),
        ("SSN ending 6789", vec![]),
        ("ssn is 6789", vec![SocialSecurityNumber]),
        ("member id: XYZ-123456", vec![RecordNumber]),
        ("MRN#884412", vec![RecordNumber]),
        ("expediente 884412", vec![RecordNumber]),
        ("member 123456789", vec![RecordNumber]),
        ("call (410) 555-0123", vec![Telephone]),
        ("410.555.0123", vec![Telephone]),
        ("1-410-555-0123", vec![Telephone]),
        ("4105550123", vec![Telephone]),
        ("+52 55 1234 5678", vec![Telephone]),
        ("phone 555-0123", vec![Telephone]),
        ("mary.smith@example.com", vec![Email]),
        ("lives at 12 Main Street", vec![Address]),
        ("Medicare 1EG4-TE5-MK73", vec![RecordNumber]),
        ("1eg4te5mk73", vec![RecordNumber]),
        ("mrn: 77", vec![RecordNumber]),
        ("XYZ123456789", vec![RecordNumber]),
        ("DNI 12345678Z", vec![RecordNumber]),
        ("claim 2026112200123", vec![RecordNumber]),
        ("mary.smith at gmail", vec![Email]),
        ("pt Jones 82yo L1", vec![Name]),
        ("paciente Pérez 82 años", vec![Name]),
        ("Mary Smith", vec![Name]),
        ("María López", vec![Name]),
        ("Maria Lopez kypho L1", vec![Name]),
        ("kypho for Mary Smith", vec![Name]),
        ("vertebroplasty L1. Mary Smith", vec![Name]),
        ("calle Mayor 12", vec![Address]),
    ] {
        assert_eq!(identifiers(text), kinds, "`{text}`");
    }
}

#[test]
fn what_offices_say_holds_no_identifiers() {
    for text in [
        "PVP L1, osteoporotic VCF, 9 weeks of PT + NSAIDs + brace failed, MRI edema, no infection, stable",
        "PKP T12, treatment began Oct 11, today Nov 22 (exactly 42 days), failed, MRI edema",
        "Same, treatment began Oct 12 (41 days), walks, at home",
        "PVP L2, fracture 3 weeks ago, admitted inpatient 4 days for pain control, MRI edema",
        "PKP L1, fracture 10 days ago, at home, bed-bound with pain",
        "PVP L3, 4 weeks, 'she gets around with a walker'",
        "PVP L1, 12 days, 'ER gave her morphine and sent her home'",
        "PVP L4, fracture 8 weeks old but treatment only 3 weeks, at home, walking",
        "PVP L4, fracture 9 weeks old, treated 3 weeks, cannot walk",
        "PVP L3, breast cancer lytic metastasis, severe pain, fracture with edema on MRI, no infection, stable",
        "PKP T8, multiple myeloma, severe pain, bone scan confirms fracture (pacemaker, no MRI)",
        "C case, 'we have a CT, that shows the fracture fine'",
        "C case, plain X-ray only",
        "C case, MRI no edema, bone scan cold, no SPECT/CT possible",
        "Metastasis L3 stable, but unstable T4 elsewhere",
        "Osteoporotic C6 fracture, 8 weeks failed treatment, MRI edema",
        "Sacroplasty for sacral insufficiency fracture, PT failed for 3 months",
        "Vertebroplasty at S1, code 22511",
        "Sacroplasty + PVP L5 (A met) in one session",
        "PVP and PKP both at L2 (A met)",
        "PKP T11 and PVP L3, both A",
        "Two levels: T12 8 weeks failed; L2 10 days, walking",
        "Prophylactic cement at L2 next to a treated L3, no fracture at L2",
        "Fracture pain for 14 months, treatment failed, MRI no edema, no other study possible",
        "SpineJack / Kiva / mechanical augmentation L1",
        "About six weeks",
        "since March 3rd",
        "6",
        "-3 weeks",
        "since 5 Dec 2026",
        "Fracture 3 weeks old, '8 weeks of PT'",
        "Not hospitalised ... wait, she was admitted 2 nights for the pain",
        "Starts PKP, later 'sorry, it's a sacroplasty'",
        "5 weeks on Nov 8, told 'not yet'; resumes Nov 22 (7 weeks)",
        "Was B at 5w6d (bed-bound), resumes at 6w1d, only 2 weeks of treatment",
        "Osteoporotic L1, 7 weeks failed, edema - and discitis/osteomyelitis being treated at L1",
        "FEP member, A clean",
        "crazy day... kypho, 82yo, L1, osteoporosis, been in the hospital since Tuesday with the pain, fx like 10 days ago",
        "fractura L2 por osteoporosis, 8 semanas de terapia sin mejoria, RM con edema, sin infeccion, estable",
        "Couldn't tolerate NSAIDs or PT",
        "A bit better but still hurts",
        "B, 'the hospital will fax the discharge summary'",
        "so it's approved?",
        "should I have this done?",
    ] {
        assert_eq!(identifiers(text), [], "`{text}`");
    }
}

#[test]
fn dates_codes_products_and_the_payer_are_nobody() {
    for text in [
        "10/11/2026",
        "2026-10-11",
        "March 3, 2026, 264 days ago",
        "from Oct 11 to Nov 2",
        "T12",
        "L1-L3",
        "1-866-773-2884",
        "866 773 2884",
        "call 1-866-773-2884",
        "M80.08XA",
        "C79.51",
        "CPT 22511",
        "ICD-10 M80.08XA, CPT 22511",
        "Policy L56",
        "SpineJack",
        "Kiva by Stryker",
        "Medtronic Kyphon, L1",
        "Good Morning, we have a case",
        "Buenos Días, una solicitud",
        "Vertebroplasty, Kyphoplasty",
        "Bone Scan, positive",
        "Compression Fracture, L1",
        "do you need the DOB?",
        "the name is not on the chart",
        "MR edema at L1",
        "MS and osteoporosis",
        "ID L2",
        "saw Dr Smith",
        "K7QM-4T9X",
        "4327-6678-2345-7762-GKJR",
    ] {
        assert_eq!(identifiers(text), [], "`{text}`");
    }
}

#[test]
fn capitals_alone_make_no_name() {
    for text in [
        "11-Oct-2026",
        "T-score -3.2",
        "Jewett brace",
        "Jewett Brace",
        "Aetna",
        "what about Aetna?",
        "born with scoliosis",
        "Old Lady with Fracture",
        "Lidocaine Patch",
        "failed Lidocaine Patch",
        "Miacalcin, Percocet",
        "Norco and PT for 9 weeks",
        "Advil and Tylenol for 8 weeks",
        "Tylenol y Norco por 8 semanas",
        "Fosamax 70mg",
        "Ms contin 15 mg",
        "Hemoglobin A1c 7",
        "chronic kidney disease",
        "Please Help",
        "Thank You",
        "Muchas Gracias",
        "Santa Fe no",
        "Dr. Patel wants kypho",
        "Dr. John Miller wants kypho",
        "seen at Johns Hopkins",
        "Johns Hopkins Hospital",
        "Mercy Medical Center",
        "University of Maryland Medical Center",
        "she was at Mercy Hospital for the pain",
        "Resonancia Magnética con edema",
        "Metástasis de mama",
        "Mieloma Múltiple",
        "Terapia Física",
        "Breast Cancer",
        "Spect Ct",
        "Blue Cross",
        "Patient Has Severe Back Pain",
        "Paciente tiene dolor",
        "patient is bed-bound",
        "Failed Tramadol",
        "mary smith",
        "nota del Médico",
        "ID consult negative",
        "el paciente se llama a mañana",
        "her name I cannot say",
        "name of the procedure?",
        "número de niveles: 2",
        "82-year-old",
        "NPI 1234567893",
        "Federal Employee Program, FEP",
        "patient with VCF",
        "paciente con fractura",
        "Yes",
        "not on record",
    ] {
        assert_eq!(identifiers(text), [], "`{text}`");
    }
}

#[test]
fn two_words_of_a_name_beside_a_date_are_a_name() {
    for text in [
        "Smith, John 10/01/2026",
        "MARIA LOPEZ 10/1",
        "LOPEZ, MARIA 10-1-2026",
        "kypho L1 MARIA LOPEZ, 10/1/2026",
        "10/1/2026 MARIA LOPEZ",
    ] {
        assert_eq!(identifiers(text), [Identifier::Name], "`{text}`");
    }
    for text in [
        "KYPHO LUMBAR 10/1",
        "ER VISIT 10/1/2026",
        "MRI DONE 10/1",
        "SEVERE PAIN 7/10",
        "VCF DX 10/1",
        "Kyphoplasty, Brace 10/1/2026",
        "TYLENOL NORCO 10/1",
        "fracture, 10/1/2026",
    ] {
        assert_eq!(identifiers(text), [], "`{text}`");
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_is_screened_without_a_panic(text in "\\PC*|([A-Z][a-z]{0,5}|[0-9]{1,5}|[ ,.@()#:-]|DOB|id){0,30}") {
        let found = identifiers(&text);
        prop_assert!(found.is_sorted());
    }

    #[test]
    fn every_social_security_number_is_known(a in 100..999_u32, b in 10..99_u32, c in 1000..9999_u32, around in "[a-z ]{0,9}") {
        let text = format!("{around} {a}-{b}-{c} {around}");
        prop_assert!(identifiers(&text).contains(&Identifier::SocialSecurityNumber));
    }
}
