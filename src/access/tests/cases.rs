//! Which cases a chat may see.

use super::*;

fn opens(access: &Access, by: &str, channels: &[&str], began: UnixSeconds) -> bool {
    let channels: Vec<ChannelKey> = channels.iter().map(chat).collect();
    let opening = Opening {
        by: &chat(by),
        case: &case(),
        channels: &channels,
        began,
    };
    let allowed = access.may_open(&opening).unwrap();
    assert_eq!(access.open_case(&opening, later(9)).unwrap(), allowed);
    allowed
}

#[test]
fn a_case_is_opened_for_colleagues_only() {
    let place = Place::new();
    let a = place.member(1, "a", None, NOW);
    place.member(2, "b", Some(a.office), later(50));
    place.member(3, "c", None, NOW);
    let open = |by, channels: &[&str]| opens(&place.access, by, channels, later(10));
    assert!(open("a", &["a"]));
    assert!(open("b", &["a"]), "a colleague who came later");
    assert!(open("b", &["a", "b"]));
    assert!(!open("c", &["a"]), "another office");
    assert!(!open("d", &["a"]), "a stranger");
    assert!(!open("a", &["terminal"]), "nobody's case");
    assert!(!open("a", &[]));
    let revoke = |name| place.access.revoke(&Target::Chat(chat(name)), later(60));
    revoke("a").unwrap();
    assert!(!open("a", &["a"]), "who is let in no more");
    assert!(open("b", &["a"]), "whose case it was does not matter");
    let opened = place.access.log().unwrap();
    let opened = opened
        .iter()
        .filter(|entry| matches!(entry.event, Event::Opened { .. }));
    assert_eq!(opened.count(), 9);
}

#[test]
fn who_moves_to_another_office_takes_no_case_along() {
    let place = Place::new();
    let first = place.member(1, "a", None, NOW).office;
    place.member(2, "colleague", Some(first), NOW);
    place
        .access
        .revoke(&Target::Chat(chat("a")), later(100))
        .unwrap();
    let second = place.member(3, "a", None, later(200)).office;
    place.member(4, "new", Some(second), later(200));
    let open = |by, began| opens(&place.access, by, &["a"], later(began));
    assert!(open("colleague", 50));
    assert!(!open("new", 50));
    assert!(!open("a", 50));
    assert!(open("new", 250));
    assert!(open("a", 250));
    assert!(!open("colleague", 250));
    let both = opens(&place.access, "new", &["a", "colleague"], later(250));
    assert!(!both, "it is not clear whose case it is");
}

#[test]
fn cases_that_are_withheld_again_and_again_are_written_down_a_few_times() {
    let place = Place::new();
    place.member(1, "a", None, NOW);
    let lines = place.lines();
    for _ in 0..50 {
        assert!(!opens(&place.access, "a", &["b"], NOW));
    }
    assert_eq!(place.lines(), lines + usize::from(Tries::MOST));
    assert!(
        opens(&place.access, "a", &["a"], NOW),
        "own cases are opened still"
    );
}
