use tempfile::TempDir;

use super::*;

mod cases;
mod interleaved;

const NOW: UnixSeconds = UnixSeconds(1_790_000_000);
const DAY: i64 = 24 * 60 * 60;

fn later(seconds: i64) -> UnixSeconds {
    UnixSeconds(NOW.0 + seconds)
}

fn chat(name: impl std::fmt::Display) -> ChannelKey {
    ChannelKey::parse(&format!("telegram:{name}")).unwrap()
}

fn case() -> SessionKey {
    SessionKey::parse("K7QM-4T9X").unwrap()
}

fn entropy(seed: u8) -> Entropy {
    let bytes = std::array::from_fn(|at| {
        seed.wrapping_mul(31)
            .wrapping_add(u8::try_from(at).unwrap())
    });
    Entropy::of(bytes)
}

/// An access log of its own.
struct Place {
    folder: TempDir,
    access: Access,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let access = Access::open(folder.path()).unwrap();
        Self { folder, access }
    }

    fn again(&self) -> Access {
        Access::open(self.folder.path()).unwrap()
    }

    fn invite(&self, seed: u8, office: Option<OfficeId>) -> Invited {
        let invite = invite(office);
        self.access.invite(&invite, &entropy(seed), NOW).unwrap()
    }

    fn redeem(&self, code: &Code, name: &str, at: UnixSeconds) -> Redeemed {
        self.access.redeem(code.reveal(), &chat(name), at).unwrap()
    }

    /// Lets a chat in, to an office of its own or to this one.
    fn member(&self, seed: u8, name: &str, office: Option<OfficeId>, at: UnixSeconds) -> Member {
        let code = self.invite(seed, office).code;
        match self.redeem(&code, name, at) {
            Redeemed::Welcome(member) => member,
            other => panic!("{other:?}"),
        }
    }

    fn whys(&self) -> Vec<Why> {
        let entries = self.access.log().unwrap().into_iter();
        let whys = entries.filter_map(|entry| match entry.event {
            Event::Refused { why, .. } => Some(why),
            _ => None,
        });
        whys.collect()
    }

    fn lines(&self) -> usize {
        self.access.log().unwrap().len()
    }
}

fn invite(office: Option<OfficeId>) -> Invite {
    Invite {
        role: Role::Office,
        office,
        note: None,
        valid_days: 7,
    }
}

#[test]
fn a_code_lets_one_chat_in_once_and_welcomes_it_again() {
    let place = Place::new();
    let code = place.invite(1, None).code;
    let welcome = place.redeem(&code, "a", later(1));
    let Redeemed::Welcome(member) = &welcome else {
        panic!("{welcome:?}");
    };
    assert_eq!(
        place.access.member(&chat("a")).unwrap().as_ref(),
        Some(member)
    );
    let lines = place.lines();
    assert_eq!(
        place.redeem(&code, "a", later(9)),
        welcome,
        "delivered again"
    );
    assert_eq!(place.lines(), lines);
    assert_eq!(place.redeem(&code, "b", later(2)), Redeemed::NotValid);
    assert_eq!(place.access.member(&chat("b")).unwrap(), None);
    assert_eq!(
        place.again().member(&chat("a")).unwrap().as_ref(),
        Some(member)
    );
}

#[test]
fn a_member_who_gives_another_code_stays_and_the_code_can_still_be_used() {
    let place = Place::new();
    let member = place.member(1, "a", None, NOW);
    let code = place.invite(2, None).code;
    assert_eq!(place.redeem(&code, "a", NOW), Redeemed::Already(member));
    assert!(matches!(
        place.redeem(&code, "b", NOW),
        Redeemed::Welcome(_)
    ));
}

#[test]
fn why_a_code_is_not_valid_only_the_log_says() {
    let place = Place::new();
    let used = place.invite(1, None).code;
    place.redeem(&used, "a", NOW);
    let revoked = place.invite(2, None);
    let target = Target::Invitation(revoked.invitation.id);
    place.access.revoke(&target, NOW).unwrap();
    let expired = place.invite(3, None).code;
    let unknown = Code::from_entropy(&entropy(9));
    for (code, at) in [
        (&used, 1),
        (&revoked.code, 1),
        (&expired, 7 * DAY),
        (&unknown, 1),
    ] {
        let told = place.redeem(code, &format!("x{at}"), later(at));
        assert_eq!(told, Redeemed::NotValid);
    }
    assert_eq!(
        place.whys(),
        [Why::Used, Why::Revoked, Why::Expired, Why::Unknown]
    );
    assert!(matches!(
        place.redeem(&expired, "y", later(7 * DAY - 1)),
        Redeemed::Welcome(_)
    ));
}

#[test]
fn a_misread_code_is_told_so_and_other_texts_are_left_alone() {
    let place = Place::new();
    let code = place.invite(1, None).code;
    let misread = code.reveal().replacen(|_: char| true, "0", 1);
    let told = |text: &str| place.access.redeem(text, &chat("a"), NOW).unwrap();
    assert_eq!(told(&misread), Redeemed::Misread);
    assert_eq!(told("hello"), Redeemed::NotACode);
    assert_eq!(place.whys(), [Why::Misread]);
    let typed = code.reveal().to_lowercase().replace('-', " ");
    assert!(matches!(told(&typed), Redeemed::Welcome(_)));
}

#[test]
fn after_a_few_wrong_codes_not_even_a_right_one_is_looked_at() {
    let place = Place::new();
    let right = place.invite(1, None).code;
    let wrong = Code::from_entropy(&entropy(9));
    for _ in 0..5 {
        assert_eq!(place.redeem(&wrong, "a", NOW), Redeemed::NotValid);
    }
    for code in [&wrong, &right, &right] {
        assert_eq!(place.redeem(code, "a", later(3_599)), Redeemed::Silence);
    }
    assert_eq!(place.whys().len(), 6);
    assert_eq!(place.whys()[5], Why::TooMany);
    assert!(matches!(
        place.redeem(&right, "a", later(3_600)),
        Redeemed::Welcome(_)
    ));
}

#[test]
fn a_stranger_is_answered_once_and_its_flood_writes_nothing() {
    let place = Place::new();
    let greet = |at| place.access.stranger(&chat("a"), later(at)).unwrap();
    assert_eq!(greet(0), Greeting::Once);
    let lines = place.lines();
    assert!((1..500).all(|at| greet(at * DAY) == Greeting::Silence));
    assert_eq!(place.lines(), lines);
    let again = place.again();
    assert_eq!(again.stranger(&chat("a"), NOW).unwrap(), Greeting::Silence);
    place.member(1, "a", None, NOW);
    place.access.revoke(&Target::Chat(chat("a")), NOW).unwrap();
    assert_eq!(
        greet(1),
        Greeting::Once,
        "who was let in and is not any more"
    );
    assert_eq!(greet(2), Greeting::Silence);
}

#[test]
fn a_flood_of_strangers_grows_the_log_to_a_bound_a_day() {
    let place = Place::new();
    let most = usize::try_from(decide::REFUSALS_A_DAY).unwrap();
    let text: Vec<String> = (0..most)
        .map(|name| {
            let event = Event::Refused {
                channel: chat(name),
                why: Why::Stranger,
                invitation: None,
            };
            decide::entry(event, NOW).json().unwrap() + "\n"
        })
        .collect();
    std::fs::write(place.folder.path().join(journal::NAME), text.concat()).unwrap();
    for name in most..most + 20 {
        let greeting = place.access.stranger(&chat(name), NOW).unwrap();
        assert_eq!(greeting, Greeting::Silence);
        let wrong = Code::from_entropy(&entropy(9));
        assert_eq!(
            place.redeem(&wrong, &name.to_string(), NOW),
            Redeemed::NotValid
        );
    }
    assert_eq!(place.lines(), most + 1);
    let code = place.invite(1, None).code;
    assert!(matches!(
        place.redeem(&code, "a", NOW),
        Redeemed::Welcome(_)
    ));
    let greeting = place.access.stranger(&chat("z"), later(DAY)).unwrap();
    assert_eq!(greeting, Greeting::Once, "the next day");
}

#[test]
fn invitations_are_to_an_office_that_is_there() {
    let place = Place::new();
    let made = place.invite(1, None);
    let joined = place.invite(2, Some(made.invitation.office));
    assert_eq!(joined.invitation.office, made.invitation.office);
    assert_eq!(made.invitation.expires, later(7 * DAY));
    let asked = |seed, office| place.access.invite(&invite(office), &entropy(seed), NOW);
    let none = OfficeId::drawn(&entropy(9));
    let told = asked(3, Some(none)).unwrap_err();
    assert_eq!(told, AccessError::NoSuchOffice(none));
    assert_eq!(asked(1, None).unwrap_err(), AccessError::Taken);
    let office = made.invitation.office;
    let revoked = place.access.revoke(&Target::Office(office), NOW).unwrap();
    assert_eq!((revoked.chats, revoked.invitations), (0, 2));
    let told = asked(4, Some(office)).unwrap_err();
    assert_eq!(told, AccessError::NoSuchOffice(office));
}

#[test]
fn revoking_says_what_it_did_and_does_it_once() {
    let place = Place::new();
    let member = place.member(1, "a", None, NOW);
    let open = place.invite(2, Some(member.office));
    let revoke = |target: Target| place.access.revoke(&target, NOW);
    let used = AccessError::Used(member.invitation, chat("a"));
    assert_eq!(
        revoke(Target::Invitation(member.invitation)).unwrap_err(),
        used
    );
    let unknown = Code::from_entropy(&entropy(9));
    assert_eq!(
        revoke(Target::Code(unknown)).unwrap_err(),
        AccessError::NoSuchCode
    );
    let nobody = AccessError::NoSuchMember(chat("b"));
    assert_eq!(revoke(Target::Chat(chat("b"))).unwrap_err(), nobody);
    let by_code = revoke(Target::Code(open.code)).unwrap();
    assert_eq!(by_code.subject, Subject::Invitation(open.invitation.id));
    assert!(!by_code.already && by_code.invitations == 1);
    let lines = place.lines();
    assert!(
        revoke(Target::Invitation(open.invitation.id))
            .unwrap()
            .already
    );
    assert_eq!(place.lines(), lines);
    let office = revoke(Target::Office(member.office)).unwrap();
    assert_eq!(
        (office.already, office.chats, office.invitations),
        (false, 1, 0)
    );
    assert_eq!(place.access.member(&chat("a")).unwrap(), None);
    assert!(revoke(Target::Chat(chat("a"))).unwrap().already);
    assert!(revoke(Target::Office(member.office)).unwrap().already);
}

#[test]
fn the_list_has_offices_with_chats_and_invitations_that_can_be_used() {
    let place = Place::new();
    assert_eq!(place.access.list(NOW).unwrap(), []);
    let member = place.member(1, "a", None, NOW);
    let open = place.invite(2, Some(member.office)).invitation;
    let listed = place.access.list(later(1)).unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].members, [(member, None)]);
    assert_eq!(listed[0].invitations, [open]);
    assert_eq!(
        place.access.list(later(7 * DAY)).unwrap()[0].invitations,
        []
    );
}

#[test]
fn of_many_who_give_the_same_code_at_once_one_is_let_in() {
    let place = Place::new();
    let code = place.invite(1, None).code;
    let welcomed = std::thread::scope(|scope| {
        let tries: Vec<_> = (0..4)
            .map(|name| {
                let (code, access) = (&code, place.again());
                scope.spawn(move || {
                    let told = access.redeem(code.reveal(), &chat(name), NOW).unwrap();
                    matches!(told, Redeemed::Welcome(_))
                })
            })
            .collect();
        let done = tries.into_iter().map(|one| one.join().unwrap());
        done.filter(|welcomed| *welcomed).count()
    });
    assert_eq!(welcomed, 1);
}
