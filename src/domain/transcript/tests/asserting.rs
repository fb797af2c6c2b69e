use super::transcript;
use crate::domain::day::{Day, DayRange};
use crate::domain::dialog::level::{Level, Segment};
use crate::domain::dialog::{CaseReference, Item, ItemState};
use crate::domain::name::{FactName, ValueName};
use crate::domain::policy::{self, Policy, Value, ValueMap, evaluate};
use crate::domain::transcript::{Seen, got};

fn shipped() -> Policy {
    let text = include_str!("../../../../dialogs/vertebral-augmentation/policy.toml");
    policy::parse("policy.toml", text).0.unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn state(policy: &Policy, procedure: &str, level: u8, more: &[(&str, Value)]) -> ItemState {
    let procedure = ValueName::parse(procedure).unwrap();
    let mut values: ValueMap = more
        .iter()
        .map(|(fact, value)| (FactName::parse(fact).unwrap(), value.clone()))
        .collect();
    values.insert(
        FactName::parse("procedure").unwrap(),
        Value::Choice(procedure.clone()),
    );
    let facts = policy.facts(&values).unwrap();
    let assessment = evaluate(policy, &facts, day("2026-11-22"));
    let level = Level::new(Segment::Lumbar, level);
    let item = Item {
        procedure,
        place: 0,
        level,
    };
    ItemState {
        item,
        values,
        facts,
        counted: Vec::new(),
        assessment,
    }
}

fn states(policy: &Policy) -> Vec<ItemState> {
    let range = DayRange::new(day("2026-10-07"), day("2026-10-15")).unwrap();
    let clocks = [
        ("fracture_onset", Value::Date(range)),
        ("symptomatic", Value::Flag(true)),
        (
            "conservative_treatment",
            Value::Period {
                start: DayRange::exactly(day("2026-10-20")),
                end: None,
            },
        ),
    ];
    vec![
        state(policy, "sacroplasty", 1, &[]),
        state(policy, "vertebroplasty", 5, &clocks),
    ]
}

/// What holds where the transcript asserts something of a sacroplasty and a vertebroplasty at L5.
fn held(assertion: &str) -> String {
    let policy = shipped();
    let states = states(&policy);
    let whole = transcript(&format!("today: 2026-11-22\n> x\n= {assertion}\n"));
    assert_eq!(whole.check("t.txt", &policy), []);
    let case = Some(CaseReference::from_seed(1));
    let seen = Seen {
        policy: &policy,
        states: &states,
        case,
        questions: 4,
    };
    got(&whole.turns[0].assertions[0], &seen)
}

#[test]
fn what_holds_is_told_of_each_item_or_of_the_one_named() {
    assert_eq!(held("procedure: unknown"), "sacroplasty + vertebroplasty");
    assert_eq!(held("disposition sacroplasty: submit"), "investigational");
    assert_eq!(held("disposition L5: submit"), "documentation_needed");
    assert_eq!(
        held("disposition vertebroplasty L5: submit"),
        "documentation_needed"
    );
    assert_eq!(held("disposition L4: submit"), "none");
    assert_eq!(held("needs sacroplasty: none"), "none");
    assert!(held("needs L5: none").contains("mri"));
    assert_eq!(held("paths_met: A"), "none");
    assert_eq!(held("missing_documents: none"), "none");
    assert!(held("notes sacroplasty: none").contains("sacroplasty_evidence"));
    assert!(held("cites sacroplasty: none").contains("sacroplasty"));
}

#[test]
fn facts_are_written_as_dates_words_and_yes_or_no() {
    assert_eq!(held("mri: edema"), "unknown");
    assert_eq!(held("symptomatic L5: no"), "yes");
    assert_eq!(
        held("fracture_onset L5: 2026-10-07"),
        "2026-10-07..2026-10-15"
    );
    assert_eq!(
        held("conservative_treatment L5: from 2026-09-01 to 2026-09-03"),
        "from 2026-10-20"
    );
    assert_eq!(held("symptomatic: no"), "unknown + yes");
}

#[test]
fn the_case_and_the_questions_are_of_the_session() {
    assert_eq!(held("case: open"), "open");
    assert_eq!(held("case: none"), CaseReference::from_seed(1).to_string());
    assert_eq!(held("questions: 7"), "4");
}

#[test]
fn what_the_policy_does_not_know_is_refused() {
    let text = "\
today: 2026-11-22
> x
= mrt: edema
= mri: edem
= symptomatic: true
= fracture_onset: yesterday
= conservative_treatment: 2026-10-11
= disposition kyphoplsty T11: submit
= mri: edema + unknown
";
    let faults = transcript(text).check("t.txt", &shipped());
    let underlined: Vec<&str> = faults
        .iter()
        .map(|fault| text.get(fault.span.clone().unwrap()).unwrap())
        .collect();
    assert_eq!(
        underlined,
        [
            "mrt",
            "edem",
            "true",
            "yesterday",
            "2026-10-11",
            "disposition"
        ]
    );
    assert_eq!(faults[0].help.as_deref(), Some("did you mean `mri`"));
    assert!(faults.iter().all(|fault| fault.help.is_some()));
}
