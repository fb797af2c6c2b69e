use super::*;
use crate::access::{Code, Entropy};

fn chat(name: &str) -> ChannelKey {
    ChannelKey::parse(&format!("telegram:{name}")).unwrap()
}

fn invitation(seed: u8) -> Invitation {
    let entropy = Entropy::of([seed; Entropy::BYTES]);
    Invitation {
        id: InvitationId::drawn(&entropy),
        office: OfficeId::drawn(&entropy),
        role: Role::Office,
        note: None,
        expires: UnixSeconds(1_000),
        code: Code::from_entropy(&entropy).hash(),
    }
}

fn at(seconds: i64, event: Event) -> Entry {
    Entry {
        at: UnixSeconds(seconds),
        event,
    }
}

fn redeemed(seed: u8, name: &str) -> Event {
    Event::Redeemed {
        invitation: invitation(seed).id,
        channel: chat(name),
    }
}

fn refused(name: &str, why: Why) -> Event {
    Event::Refused {
        channel: chat(name),
        why,
        invitation: None,
    }
}

fn folded(events: Vec<Event>) -> State {
    let mut state = State::default();
    for (second, event) in (0..).zip(events) {
        state.apply(&at(second, event)).unwrap();
    }
    state
}

#[test]
fn a_chat_is_in_from_its_invitation_until_it_is_revoked() {
    let mut state = folded(vec![Event::Invited(invitation(1)), redeemed(1, "a")]);
    let member = state.member(&chat("a")).unwrap();
    assert_eq!(member.office, invitation(1).office);
    assert_eq!(member.since, UnixSeconds(1));
    assert_eq!(state.members().count(), 1);
    let revoked = Event::Revoked(Subject::Member(chat("a")));
    state.apply(&at(9, revoked)).unwrap();
    assert_eq!(state.member(&chat("a")), None);
    assert_eq!(state.members().count(), 0);
    assert_eq!(state.stays[&chat("a")][0].until, Some(UnixSeconds(9)));
}

#[test]
fn a_revoked_office_takes_its_chats_and_open_invitations_with_it() {
    let same = Invitation {
        id: invitation(2).id,
        code: invitation(2).code,
        ..invitation(1)
    };
    let state = folded(vec![
        Event::Invited(invitation(1)),
        Event::Invited(same),
        Event::Invited(invitation(3)),
        redeemed(1, "a"),
        redeemed(3, "b"),
        Event::Revoked(Subject::Office(invitation(1).office)),
    ]);
    assert_eq!(state.member(&chat("a")), None);
    assert!(state.member(&chat("b")).is_some());
    let fate = |seed| &state.invitations[&invitation(seed).id].fate;
    assert_eq!(*fate(1), Fate::Used(chat("a")));
    assert_eq!(*fate(2), Fate::Revoked);
    assert!(state.offices[&invitation(1).office].revoked);
    assert!(!state.offices[&invitation(3).office].revoked);
}

#[test]
fn what_does_not_fit_changes_nothing() {
    let state = folded(vec![
        Event::Invited(invitation(1)),
        Event::Invited(invitation(2)),
        redeemed(1, "a"),
    ]);
    for event in [
        Event::Invited(invitation(1)),
        redeemed(1, "b"),
        redeemed(2, "a"),
        redeemed(3, "b"),
        Event::Revoked(Subject::Invitation(invitation(1).id)),
        Event::Revoked(Subject::Invitation(invitation(3).id)),
        Event::Revoked(Subject::Member(chat("b"))),
        Event::Revoked(Subject::Office(invitation(3).office)),
    ] {
        let mut after = state.clone();
        let entry = at(9, event);
        assert_eq!(after.apply(&entry), Err(Fault::Unfit), "{entry:?}");
        assert_eq!(after, state);
    }
}

#[test]
fn a_stranger_is_greeted_until_it_was_let_in() {
    let mut state = folded(vec![
        refused("a", Why::Stranger),
        refused("b", Why::Unknown),
        Event::Invited(invitation(1)),
    ]);
    assert!(state.greeted(&chat("a")));
    assert!(!state.greeted(&chat("b")));
    state.apply(&at(9, redeemed(1, "a"))).unwrap();
    assert!(!state.greeted(&chat("a")));
}

#[test]
fn refusals_are_counted_by_the_day() {
    let state = folded(vec![
        refused("a", Why::Stranger),
        refused("a", Why::Unknown),
        Event::Silenced,
    ]);
    assert_eq!(state.refused(UnixSeconds(DAY - 1)), (2, true));
    assert_eq!(state.refused(UnixSeconds(DAY)), (0, false));
    assert_eq!(state.refused(UnixSeconds(-1)), (0, false));
}
