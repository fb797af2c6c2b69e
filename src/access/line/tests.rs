use expect_test::expect;

use super::*;
use crate::access::{Code, Entropy};

fn entropy() -> Entropy {
    Entropy::of(*blake3::hash(b"entropy").as_bytes())
}

fn chat() -> ChannelKey {
    ChannelKey::parse("telegram:5550").unwrap()
}

/// One entry of every kind.
fn entries() -> Vec<Entry> {
    let entropy = entropy();
    let invitation = Invitation {
        id: InvitationId::drawn(&entropy),
        office: OfficeId::drawn(&entropy),
        role: Role::Office,
        note: Some(Note::parse("front desk").unwrap()),
        expires: UnixSeconds(1_800_000_000),
        code: Code::from_entropy(&entropy).hash(),
    };
    let id = invitation.id;
    let office = invitation.office;
    let refused = |why, invitation| Event::Refused {
        channel: chat(),
        why,
        invitation,
    };
    let events = [
        Event::Invited(invitation.clone()),
        Event::Invited(Invitation {
            note: None,
            ..invitation
        }),
        Event::Redeemed {
            invitation: id,
            channel: chat(),
        },
        refused(Why::Stranger, None),
        refused(Why::Used, Some(id)),
        Event::Silenced,
        Event::Revoked(Subject::Invitation(id)),
        Event::Revoked(Subject::Member(chat())),
        Event::Revoked(Subject::Office(office)),
        Event::Opened {
            channel: chat(),
            case: SessionKey::parse("K7QM-4T9X").unwrap(),
            allowed: false,
        },
    ];
    let at = UnixSeconds(1_790_000_000);
    events.map(|event| Entry { at, event }).into()
}

#[test]
fn the_form_of_every_line_stays_as_it_is() {
    let lines: Vec<String> = entries().iter().map(|it| it.json().unwrap()).collect();
    expect![[r#"
        {"v":1,"at":1790000000,"event":{"invited":{"invitation":"invite-mfdc7h","office":"office-tx8rra","role":"office","note":"front desk","expires":1800000000,"code":"dd2e8128044f61cb784a5365b6e0a4d8861109686676a390c939e5f415780bc5"}}}
        {"v":1,"at":1790000000,"event":{"invited":{"invitation":"invite-mfdc7h","office":"office-tx8rra","role":"office","expires":1800000000,"code":"dd2e8128044f61cb784a5365b6e0a4d8861109686676a390c939e5f415780bc5"}}}
        {"v":1,"at":1790000000,"event":{"redeemed":{"invitation":"invite-mfdc7h","channel":"telegram:5550"}}}
        {"v":1,"at":1790000000,"event":{"refused":{"channel":"telegram:5550","why":"stranger"}}}
        {"v":1,"at":1790000000,"event":{"refused":{"channel":"telegram:5550","why":"used","invitation":"invite-mfdc7h"}}}
        {"v":1,"at":1790000000,"event":{"silenced":{}}}
        {"v":1,"at":1790000000,"event":{"revoked_invitation":{"invitation":"invite-mfdc7h"}}}
        {"v":1,"at":1790000000,"event":{"revoked_member":{"channel":"telegram:5550"}}}
        {"v":1,"at":1790000000,"event":{"revoked_office":{"office":"office-tx8rra"}}}
        {"v":1,"at":1790000000,"event":{"opened":{"channel":"telegram:5550","case":"K7QM-4T9X","allowed":false}}}"#]].assert_eq(&lines.join("\n"));
}

#[test]
fn every_line_is_read_as_it_is_written() {
    for entry in entries() {
        let line = entry.json().unwrap();
        assert_eq!(Entry::parse(line.as_bytes()), Ok(entry), "{line}");
    }
}

#[test]
fn every_word_is_read_as_it_is_written() {
    for role in Role::ALL {
        assert_eq!(Role::parse(role.as_str()), Some(role));
    }
    for word in [
        "stranger", "misread", "unknown", "used", "expired", "revoked", "too_many",
    ] {
        assert_eq!(Why::parse(word).unwrap().as_str(), word);
    }
}

#[test]
fn lines_this_program_does_not_write_are_refused() {
    for (line, fault) in [
        ("", Fault::Form),
        ("{}", Fault::Form),
        ("{\"v\":1", Fault::Form),
        ("{\"v\":\"1\"}", Fault::Form),
        (
            r#"{"v":2,"at":1,"event":{"other":{}},"more":1}"#,
            Fault::Version(2),
        ),
        (r#"{"v":1,"at":1,"event":{"promoted":{}}}"#, Fault::Unknown),
        (
            r#"{"v":1,"at":1,"event":{"silenced":{}},"by":"x"}"#,
            Fault::Unknown,
        ),
        (
            r#"{"v":1,"at":1,"event":{"revoked_member":{}}}"#,
            Fault::Unknown,
        ),
        (
            r#"{"v":1,"at":1,"event":{"refused":{"channel":"a:1","why":"rude"}}}"#,
            Fault::Unknown,
        ),
        (
            r#"{"v":1,"at":1,"event":{"revoked_office":{"office":"here"}}}"#,
            Fault::Unknown,
        ),
        (r#"{"v":1,"at":1,"event":{"silenced":{}}} {}"#, Fault::Form),
    ] {
        assert_eq!(Entry::parse(line.as_bytes()), Err(fault), "{line}");
    }
}

#[test]
fn no_line_holds_a_code() {
    let code = Code::from_entropy(&entropy());
    let plain = code.reveal().replace('-', "");
    for entry in entries() {
        let line = entry.json().unwrap().to_uppercase();
        let groups = code.reveal().split('-').chain([plain.as_str()]);
        assert!(
            groups.into_iter().all(|group| !line.contains(group)),
            "{line}"
        );
    }
}
