//! What policies and dialogs can say beyond what the first one does: shown on the second, which is an example.

use std::collections::BTreeMap;

use preauth::domain::day::{Day, DayRange};
use preauth::domain::dialog::event::{Answer, Entry, Event, Scope};
use preauth::domain::dialog::level::{Level, Segment};
use preauth::domain::dialog::{self, Position, Session, View, WhenAsked};
use preauth::domain::name::{FactName, StepName, ValueName};
use preauth::domain::policy::{self, Outcome, Policy, Value};
use preauth::library::{Library, LibraryError};
use preauth::turn::{Offering, offered};

use crate::command::run;

const POLICY: &str = include_str!("../../dialogs/medicare-vertebral-augmentation/policy.toml");
const DIALOG: &str = include_str!("../../dialogs/medicare-vertebral-augmentation/dialog.toml");
const NAME: &str = "medicare-vertebral-augmentation";

fn changed(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "`{from}`");
    text.replace(from, to)
}

/// The text without what stands from one mark to the end of another.
fn without(text: &str, from: &str, to: &str) -> String {
    let (before, rest) = text.split_once(from).unwrap();
    let (_, after) = rest.split_once(to).unwrap();
    format!("{before}{after}")
}

fn policy_of(text: &str) -> Policy {
    let (policy, faults) = policy::parse("policy.toml", text);
    policy.unwrap_or_else(|| panic!("{faults:?}"))
}

fn faults_of_policy(text: &str) -> Vec<String> {
    let (policy, faults) = policy::parse("policy.toml", text);
    assert!(policy.is_none());
    faults.into_iter().map(|fault| fault.message).collect()
}

fn faults_of_dialog(text: &str) -> Vec<String> {
    let (dialog, faults) = dialog::parse("dialog.toml", text, &policy_of(POLICY));
    assert!(dialog.is_none());
    faults.into_iter().map(|fault| fault.message).collect()
}

fn offering() -> Offering {
    let library = Library::embedded().unwrap();
    let folder = library.policy(NAME).unwrap();
    let (offering, faults) = Offering::load(folder, &library.locales, &[]);
    offering.unwrap_or_else(|| panic!("{faults:?}"))
}

fn today() -> Day {
    Day::parse("2026-11-22").unwrap()
}

#[test]
fn an_example_is_never_offered_unless_it_is_named() {
    let mut library = Library::embedded().unwrap();
    assert!(library.policies.contains_key(NAME));
    assert_eq!(offered(&library).unwrap(), "vertebral-augmentation");
    library.policies.retain(|name, _| name == NAME);
    assert!(matches!(
        offered(&library),
        Err(LibraryError::WhichPolicy { .. })
    ));
}

#[test]
fn of_two_policies_that_could_be_offered_neither_is() {
    let mut library = Library::embedded().unwrap();
    let example = library.policies.get_mut(NAME).unwrap();
    example.policy.text = changed(POLICY, "example = true\n", "");
    let fault = offered(&library).unwrap_err();
    let both = "it is not said which policy is meant; there is `medicare-vertebral-augmentation`, `vertebral-augmentation`";
    assert_eq!(fault.to_string(), both);
}

#[test]
fn every_answer_about_an_example_says_that_it_is_one() {
    let line = br#"{"id":"c1","as_of":"2026-11-22","facts":{"procedure":"kyphoplasty"}}"#;
    let named = run(&["evaluate", "--policy", NAME], line);
    assert!(named.out.contains(r#""example":true"#), "{}", named.out);
    let offered = run(&["evaluate"], line);
    assert!(offered.out.contains(r#""id":"vertebral-augmentation""#));
    assert!(!offered.out.contains("example"), "{}", offered.out);
}

#[test]
fn how_many_levels_there_are_settles_a_number() {
    let text = changed(
        POLICY,
        r#"count = "levels_in_session""#,
        r#"count = "pregnancy""#,
    );
    assert_eq!(faults_of_policy(&text), ["`pregnancy` is not a number"]);
    let text = changed(
        POLICY,
        r#"count = "levels_in_session""#,
        r#"count = "levels""#,
    );
    assert_eq!(faults_of_policy(&text), ["no fact is named `levels`"]);
}

#[test]
fn the_number_of_levels_goes_from_one_to_as_many_as_there_are() {
    let told = |from: &str, to: &str| faults_of_policy(&changed(POLICY, from, to));
    let range = "range = [1, 29]";
    for other in ["[0, 29]", "[1, 28]", "[1, 30]"] {
        let own = other.replace(['[', ']'], "").replace(", ", " to ");
        let faults = told(range, &format!("range = {other}"));
        let fault =
            format!("`levels_in_session` is from {own}, but a request can be for 1 to 29 levels");
        assert_eq!(faults, [fault]);
    }
    let fewer = "`levels_in_session` is from 1 to 29, but a request can be for 1 to 28 levels";
    assert_eq!(told("L1-L5", "L1-L4"), [fewer]);
}

#[test]
fn without_a_count_somebody_has_to_ask_for_the_number() {
    let text = changed(POLICY, "count = \"levels_in_session\"\n", "");
    let (dialog, faults) = dialog::parse("dialog.toml", DIALOG, &policy_of(&text));
    assert!(dialog.is_none());
    let messages: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(
        messages,
        ["the fact `levels_in_session` is needed and no step asks for it"]
    );
}

#[test]
fn of_several_choices_each_is_so_or_not_so() {
    let yes = r#"sets = { active_infection = "yes" }"#;
    for other in [
        r#"sets = { active_infection = "no" }"#,
        r#"sets = { setting = "hospital" }"#,
        "sets = {}",
    ] {
        let text = changed(DIALOG, yes, other);
        let faults = faults_of_dialog(&text);
        assert_eq!(faults, ["`infection` is neither so nor not so"], "{other}");
    }
    let none = without(DIALOG, "choices = [\n    { id = \"infection\"", "]\n");
    assert_eq!(
        faults_of_dialog(&none),
        ["the step `exclusions` offers nothing"]
    );
}

#[test]
fn what_is_asked_for_notes_is_looked_at_by_a_note() {
    let text = changed(POLICY, r#"{ fact = "cement_allergy", is = true },"#, "");
    let text = without(&text, "[[note]]\nid = \"cement_allergy\"", "\n\n");
    let unused = "[[fact]]\nid = \"cement_allergy\"\nkind = \"flag\"\n\n";
    let policy = policy_of(&changed(&text, unused, ""));
    let step = DIALOG.replace(
        r#"    { id = "allergy", sets = { cement_allergy = "yes" } },"#,
        "",
    );
    assert!(dialog::parse("dialog.toml", &step, &policy).0.is_some());
    let asked = r#"asked = "for_notes""#;
    let needed = changed(DIALOG, asked, r#"asked = "needed""#);
    assert_eq!(
        faults_of_dialog(&needed),
        ["no session can reach the step `cautions`"]
    );
    let decides = changed(
        DIALOG,
        "id = \"referral\"\nkind = \"yes_no\"",
        "id = \"referral\"\nasked = \"for_notes\"\nkind = \"yes_no\"",
    );
    let faults = faults_of_dialog(&decides);
    assert_eq!(
        faults,
        [
            "the fact `bone_health_referral` is needed and no step asks for it",
            "no session can reach the step `referral`"
        ]
    );
}

fn entry(scope: Scope, step: &str, answer: Answer) -> Entry {
    Entry {
        scope,
        step: StepName::parse(step).unwrap(),
        answer,
    }
}

fn procedures(names: &[&str]) -> Entry {
    let names = names.iter().map(|name| ValueName::parse(name).unwrap());
    entry(
        Scope::Request,
        "procedure",
        Answer::Procedures(names.collect()),
    )
}

fn levels(procedure: &str, levels: &[(u8, u8)]) -> Entry {
    let lumbar = |number: u8| Level::new(Segment::Lumbar, number).unwrap();
    let levels = levels
        .iter()
        .map(|(place, number)| (*place, lumbar(*number)));
    entry(
        Scope::Procedure(ValueName::parse(procedure).unwrap()),
        "level",
        Answer::Levels(levels.collect()),
    )
}

/// What an item of that procedure knows of the levels after these answers.
fn counted(entries: Vec<Entry>) -> Vec<Option<Value>> {
    let offering = offering();
    let mut session = Session::new("en-US");
    session.turn(&[Event::Answered {
        entries,
        on: today(),
    }]);
    let view = View {
        policy: &offering.policy,
        dialog: &offering.dialog,
        session: &session,
        today: today(),
    };
    let fact = FactName::parse("levels_in_session").unwrap();
    let states = view.states().into_iter();
    states
        .map(|state| state.values.get(&fact).cloned())
        .collect()
}

#[test]
fn a_level_counts_once_whoever_names_it() {
    let two = counted(vec![
        procedures(&["vertebroplasty", "kyphoplasty"]),
        levels("vertebroplasty", &[(0, 1), (1, 2)]),
        levels("kyphoplasty", &[(1, 2), (2, 3)]),
    ]);
    assert_eq!(two, vec![Some(Value::Number(3, 3)); 4]);
}

#[test]
fn levels_that_are_not_named_yet_leave_the_number_open() {
    let open = counted(vec![
        procedures(&["vertebroplasty", "kyphoplasty"]),
        levels("vertebroplasty", &[(0, 1), (1, 2)]),
    ]);
    let at_least_two = Some(Value::Number(2, 29));
    assert_eq!(open, [at_least_two.clone(), at_least_two, None]);
}

#[test]
fn a_procedure_the_text_does_not_name_has_no_levels_to_count() {
    let one = counted(vec![
        procedures(&["kyphoplasty", "other_augmentation"]),
        levels("kyphoplasty", &[(0, 1)]),
    ]);
    assert_eq!(one, [Some(Value::Number(1, 1)), None]);
}

/// A session in which everything that decides is known, with this pain score in the hospital.
fn told(offering: &Offering, pain: i64) -> Session {
    let choice = |name: &str| Value::Choice(ValueName::parse(name).unwrap());
    let imaging = DayRange::exactly(today().plus(-20));
    let told = [
        ("treated", "tumor", choice("myeloma")),
        ("setting", "setting", choice("hospital")),
        ("pain", "pain_score", Value::Number(pain, pain)),
        ("imaging_date", "imaging_date", Value::Date(imaging)),
        ("pain_source", "pain_from_level", Value::Flag(true)),
        ("infection", "active_infection", Value::Flag(false)),
        ("pregnancy", "pregnancy", Value::Flag(false)),
    ];
    let kyphoplasty = ValueName::parse("kyphoplasty").unwrap();
    let answers = told.into_iter().map(|(step, fact, value)| {
        let name = StepName::parse(step).unwrap();
        let scope = offering.dialog.step(&name).unwrap().scope(&kyphoplasty, 0);
        let known = BTreeMap::from([(FactName::parse(fact).unwrap(), value)]);
        entry(scope, step, Answer::Facts(known))
    });
    let mut entries = vec![
        procedures(&["kyphoplasty"]),
        levels("kyphoplasty", &[(0, 1)]),
    ];
    entries.extend(answers);
    let mut session = Session::new("en-US");
    session.turn(&[Event::Answered {
        entries,
        on: today(),
    }]);
    session
}

#[test]
fn notes_are_asked_for_once_the_policy_is_met_and_never_else() {
    let offering = offering();
    let asked = [8, 7].map(|pain| {
        let session = told(&offering, pain);
        let view = View {
            policy: &offering.policy,
            dialog: &offering.dialog,
            session: &session,
            today: today(),
        };
        let states = view.states();
        let met = states[0].assessment.outcomes.default == Outcome::Met;
        assert_eq!(met, pain == 8);
        match view.position(&states) {
            Position::Ask(asked) => asked.step.to_string(),
            other => format!("{other:?}"),
        }
    });
    assert_eq!(asked, ["cautions", "Assessed"]);
    let cautions = StepName::parse("cautions").unwrap();
    let step = offering.dialog.step(&cautions).unwrap();
    assert_eq!(step.asked, WhenAsked::ForNotes);
}

#[test]
fn a_level_that_lies_in_no_region_is_a_fault() {
    let text = changed(POLICY, "count = \"levels_in_session\"\n", "");
    let text = changed(&text, "L1-L5", "L1-L4");
    let (_, faults) = dialog::parse("dialog.toml", DIALOG, &policy_of(&text));
    let messages: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    assert!(
        messages.contains(&"no region of the policy has the level L5"),
        "{messages:?}"
    );
}
