//! Names that are close, and names that are not.

use super::*;

#[test]
fn a_close_name_is_suggested() {
    let names = ["fact", "is", "is_any", "at_least_days"];
    assert_eq!(
        suggest("at_lest_days", names).as_deref(),
        Some("did you mean `at_least_days`")
    );
    assert_eq!(
        suggest("isany", names).as_deref(),
        Some("did you mean `is_any`")
    );
    assert_eq!(suggest("iss", names).as_deref(), Some("did you mean `is`"));
}

#[test]
fn a_distant_name_or_the_name_itself_is_not_suggested() {
    assert_eq!(suggest("procedure", ["fact", "is"]), None);
    assert_eq!(suggest("fact", ["fact"]), None);
    assert_eq!(suggest(&"a".repeat(100_000), [&*"a".repeat(99_999)]), None);
}

#[test]
fn faults_come_in_the_order_of_the_file() {
    let mut faults = Faults::new("policy.toml");
    faults.error(7..9, "second").help("one").help("two");
    faults.warning(1..2, "first").suggest("fcat", ["fact"]);
    faults.error_of_file("whole");
    assert!(faults.refuse());
    let found: Vec<_> = faults
        .finish()
        .into_iter()
        .map(|d| (d.message, d.help.unwrap_or_default()))
        .collect();
    let expected = [
        ("whole", ""),
        ("first", "did you mean `fact`"),
        ("second", "one; two"),
    ];
    assert_eq!(found, expected.map(|(m, h)| (m.to_owned(), h.to_owned())));
}

#[test]
fn a_warning_alone_does_not_refuse_the_file() {
    let mut faults = Faults::new("policy.toml");
    assert!(faults.is_empty());
    faults.warning(0..1, "odd");
    assert!(!faults.is_empty());
    assert!(!faults.refuse());
}
