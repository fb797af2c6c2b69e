//! What is said to an office: the words of whole conversations, in both languages.

use preauth::domain::day::Day;
use preauth::domain::dialog::event::{Answer, Entry, Event, Scope};
use preauth::domain::dialog::reply::Scene;
use preauth::domain::dialog::{Session, View};
use preauth::domain::name::{StepName, ValueName};
use preauth::library::Library;
use preauth::turn::Offering;
use tempfile::TempDir;

use crate::command::run;

/// What a conversation of these inputs says, from beginning to end.
fn said(locale: &str, typed: &[&str]) -> String {
    let folder: TempDir = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let data = folder.path().join("sessions").display().to_string();
    let args = [
        "chat",
        "--data",
        &data,
        "--today",
        "2026-11-22",
        "--locale",
        locale,
    ];
    let ran = run(&args, format!("{}\n", typed.join("\n")).as_bytes());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran.out
}

/// Path A at a level, with these answers to what is asked about imaging and after.
fn path_a(level: &str, more: &[&str]) -> String {
    let mut typed = vec![
        "vertebroplasty",
        "1",
        "9/15/2026",
        "yes",
        "since 10/1/2026",
        "yes",
        "failed",
        "yes",
        level,
    ];
    typed.extend(more);
    said("en-US", &typed)
}

fn holds(said: &str, parts: &[&str]) {
    let mut rest = said;
    for part in parts {
        rest = rest
            .split_once(part)
            .unwrap_or_else(|| panic!("`{part}` is not said, or not in its place, in:\n{said}"))
            .1;
    }
}

#[test]
fn a_payer_review_names_the_answer_that_raises_it() {
    let infection = path_a("L1", &["edema", "3", "1", "all", "yes"]);
    holds(
        &infection,
        &[
            "Payer review",
            "Your answers that raise the question:",
            "Osteomyelitis: Osteomyelitis at this level. It counts for: No infection at the site [Policy, vertebroplasty, bullet 3, second circle]",
            "confirm this point in the record",
        ],
    );
    let (_, raised) = infection.split_once("raise the question:").unwrap();
    assert!(!raised.contains("MRI: "), "{raised}");
    let imaging = path_a(
        "T9",
        &["no edema", "cannot be done", "cannot be done", "all", "yes"],
    );
    holds(
        &imaging,
        &[
            "MRI: No bone marrow edema, Bone scan: Bone scan cannot be done and SPECT/CT: SPECT/CT cannot be done. They count for: Fracture shown by imaging",
            "confirm these points in the record",
        ],
    );
    let cervical = path_a("C6", &["edema", "1", "1", "all", "yes"]);
    holds(
        &cervical,
        &["Levels: C6. It counts for: Fracture shown by imaging"],
    );
}

#[test]
fn a_payer_review_on_a_lenient_reading_names_the_answer_it_lets_in() {
    let walker = said(
        "en-US",
        &[
            "vertebroplasty L3",
            "yes",
            "1",
            "3 weeks ago",
            "yes",
            "no",
            "2",
            "2 weeks of NSAIDs",
            "yes",
            "yes",
            "edema",
            "1",
            "1",
            "all",
            "yes",
        ],
    );
    holds(
        &walker,
        &[
            "Your answers that raise the question:",
            "Walking: Walks with an aid",
        ],
    );
    let (_, raised) = walker.split_once("raise the question:").unwrap();
    assert!(!raised.contains("Hospital care for pain"), "{raised}");
}

#[test]
fn a_change_can_be_left_as_it_was() {
    let told = ["vertebroplasty", "1", "back"];
    let back = said("en-US", &told);
    holds(
        &back,
        &[
            "Your answer now: Being treated: Osteoporotic compression fracture",
            ") Keep this answer",
        ],
    );
    for way in ["keep", "never mind", "keep this answer", "10"] {
        let kept = said("en-US", &["vertebroplasty", "1", "back", way]);
        holds(&kept, &["Keep this answer", "When did the fracture"]);
    }
    let kept = said("es-US", &["vertebroplastia", "1", "atrás", "dejar así"]);
    holds(
        &kept,
        &[
            "Su respuesta ahora: Lo que se trata",
            "Dejar esta respuesta",
            "¿Cuándo empezó la fractura",
        ],
    );
}

#[test]
fn back_leads_from_a_reopened_question_to_the_list_and_from_there_to_the_result() {
    let result = said("en-US", &["sacroplasty", "change", "1", "back", "back"]);
    holds(
        &result,
        &[
            "Result for Sacroplasty",
            "Which answer do you want to change?",
            "Your answer now: Procedure: Sacroplasty",
            "Which answer do you want to change?",
            "Result for Sacroplasty",
        ],
    );
    assert!(!result.contains("There is no question before"), "{result}");
    let asked = said(
        "en-US",
        &[
            "vertebroplasty",
            "1",
            "change being treated",
            "back",
            "back",
        ],
    );
    holds(
        &asked,
        &[
            "Your answer now",
            "Which answer do you want to change?",
            "When did the fracture",
        ],
    );
}

#[test]
fn whether_it_is_covered_is_not_answered_with_no() {
    for asked in ["is it covered?", "will they pay?"] {
        let said = said("en-US", &[asked]);
        holds(&said, &["This service cannot say. Only the plan decides."]);
    }
    for asked in ["¿está cubierto?", "¿lo van a pagar?"] {
        let said = said("es-US", &[asked]);
        holds(
            &said,
            &["Este servicio no puede decirlo. Solo el plan decide."],
        );
    }
}

#[test]
fn what_a_result_must_carry_stands_before_its_details() {
    let both = said(
        "en-US",
        &[
            "vertebroplasty and kyphoplasty at L2",
            "yes",
            "prevention",
            "yes",
        ],
    );
    let (short, _) = both.split_once("Details for").unwrap();
    holds(
        short,
        &[
            "Result for",
            "Plan benefits: nothing is added for kyphoplasty",
        ],
    );
    let sacral = said("en-US", &["vertebroplasty S1", "yes", "yes"]);
    holds(
        &sacral,
        &[
            "By anatomy this is a sacroplasty",
            "Result for Vertebroplasty at S1",
            "Details for",
        ],
    );
    assert!(!sacral.contains("Open: "), "{sacral}");
    holds(
        &sacral,
        &[
            "The policy's criteria:",
            "These play no part in this result:",
        ],
    );
}

#[test]
fn cancelling_a_case_that_has_a_result_says_what_becomes_of_it() {
    let en = said("en-US", &["sacroplasty", "cancel", "yes"]);
    holds(
        &en,
        &[
            "This closes the case. Its result will not be shown any more.",
            "The case is closed. Its result is not shown any more.",
        ],
    );
    assert!(!en.contains("There is no result"), "{en}");
    let es = said("es-US", &["sacroplastia", "cancelar", "sí"]);
    holds(
        &es,
        &["El caso está cerrado. Su resultado ya no se muestra."],
    );
    let early = said("en-US", &["vertebroplasty", "cancel", "yes"]);
    holds(&early, &["The case is cancelled. There is no result."]);
}

#[test]
fn what_would_be_understood_is_what_can_be_chosen() {
    let readback = said("en-US", &["vertebroplasty L1", "bananas"]);
    holds(
        &readback,
        &[
            "I did not understand",
            "Please choose one of these: Yes and No.",
        ],
    );
    assert!(
        !readback.contains("yes, no, or not on record"),
        "{readback}"
    );
    let summary = said("en-US", &["vertebroplasty", "prevention", "bananas"]);
    holds(
        &summary,
        &[
            "Is everything right?",
            "Please choose one of these: Show the result and Change an answer.",
        ],
    );
}

#[test]
fn the_next_step_is_always_said() {
    let erased = said("en-US", &["vertebroplasty", "erase the case", "yes"]);
    holds(
        &erased,
        &[
            "The case is erased.",
            "To begin a new case, type the procedure you request.",
        ],
    );
    let paused = said("en-US", &["vertebroplasty", "pause"]);
    holds(&paused, &["The case is paused.", "type \"continue\""]);
}

#[test]
fn details_and_summary_before_a_result_say_what_they_are() {
    let details = said("en-US", &["vertebroplasty", "details"]);
    holds(
        &details,
        &[
            "There is no result yet, so it has no details. Your answers so far:",
            "Vertebroplasty",
        ],
    );
    let summary = said("en-US", &["L1", "yes", "summary"]);
    assert!(!summary.contains("Kept, but not used"), "{summary}");
}

#[test]
fn help_is_short_and_says_why_first() {
    let help = said("en-US", &["vertebroplasty", "help"]);
    let (_, help) = help.split_once("about 8 to go\nWhat does").unwrap();
    let (_, help) = help.split_once("Not on record\n").unwrap();
    let (help, _) = help.split_once("Question 2").unwrap();
    assert!(
        help.trim().starts_with("The policy sorts requests"),
        "{help}"
    );
    assert_eq!(help.matches("Place in the policy:").count(), 1, "{help}");
    assert!(help.len() < 900, "{}: {help}", help.len());
    let all = said("en-US", &["vertebroplasty", "commands"]);
    holds(
        &all,
        &["What you can type at any time:", "Erase the case:", "Done:"],
    );
    let readback = said("en-US", &["vertebroplasty L1", "help"]);
    holds(&readback, &["read back", "Is this right?"]);
}

#[test]
fn a_result_says_nothing_twice() {
    let at_once = said("en-US", &["sacroplasty"]);
    let (short, _) = at_once.split_once("Details for").unwrap();
    assert_eq!(short.matches("Case reference:").count(), 1, "{short}");
    holds(short, &["You may still submit", "To submit"]);
    let review = path_a("L1", &["edema", "3", "1", "all", "yes"]);
    assert_eq!(review.matches("1-866-773-2884").count(), 1, "{review}");
    let three = said("en-US", &["vertebroplasty L1, L2 and L3", "yes"]);
    assert!(!three.contains("about 2"), "{three}");
}

#[test]
fn spanish_is_spanish() {
    let es = said("es-US", &["cifoplastia"]);
    holds(
        &es,
        &[
            "texto en inglés hasta la nota \"Update 2022\"",
            "Puede elegir más de una opción",
        ],
    );
}

#[test]
fn only_what_counts_is_shown_as_taken() {
    let library = Library::embedded().unwrap();
    let folder = library.policy("vertebral-augmentation").unwrap();
    let offering = Offering::load(folder, &library.locales, &[]).0.unwrap();
    let today = Day::parse("2026-11-22").unwrap();
    let procedure = ValueName::parse("vertebroplasty").unwrap();
    let entries = vec![Entry {
        scope: Scope::Request,
        step: StepName::parse("procedure").unwrap(),
        answer: Answer::Procedures(vec![procedure]),
    }];
    let taken = |event: Event| {
        let session = Session::replay("en-US", [[event].as_slice()]);
        let view = View {
            policy: &offering.policy,
            dialog: &offering.dialog,
            session: &session,
            today,
        };
        let (states, case) = (view.states(), None);
        let position = &view.position(&states);
        let scene = Scene {
            view,
            states: &states,
            position,
            case,
        };
        scene.taken().len()
    };
    let on = today;
    assert_eq!(
        taken(Event::Proposed {
            left: Vec::new(),
            entries: entries.clone(),
            on
        }),
        0
    );
    assert_eq!(taken(Event::Answered { entries, on }), 1);
}
