//! Two processes on one log.

use proptest::prelude::*;

use super::*;

#[derive(Debug, Clone)]
enum Step {
    Invite { seed: u8, join: bool },
    Redeem { seed: u8, name: u8 },
    Greet { name: u8 },
    RevokeChat { name: u8 },
    RevokeOffice { seed: u8 },
    Look,
}

fn step() -> impl Strategy<Value = Step> {
    let seed = 0..5_u8;
    let name = 0..4_u8;
    prop_oneof![
        (seed.clone(), any::<bool>()).prop_map(|(seed, join)| Step::Invite { seed, join }),
        (seed.clone(), name.clone()).prop_map(|(seed, name)| Step::Redeem { seed, name }),
        name.clone().prop_map(|name| Step::Greet { name }),
        name.prop_map(|name| Step::RevokeChat { name }),
        seed.prop_map(|seed| Step::RevokeOffice { seed }),
        Just(Step::Look),
    ]
}

/// Whether a step is taken or refused, nothing of it is left half done.
fn take(access: &Access, step: &Step, at: UnixSeconds) {
    let office = |seed| OfficeId::drawn(&entropy(seed));
    let _taken_or_refused = match *step {
        Step::Invite { seed, join } => {
            let invite = invite(join.then(|| office(0)));
            access.invite(&invite, &entropy(seed), at).is_ok()
        }
        Step::Redeem { seed, name } => {
            let code = Code::from_entropy(&entropy(seed));
            access.redeem(code.reveal(), &chat(name), at).is_ok()
        }
        Step::Greet { name } => access.stranger(&chat(name), at).is_ok(),
        Step::RevokeChat { name } => access.revoke(&Target::Chat(chat(name)), at).is_ok(),
        Step::RevokeOffice { seed } => access.revoke(&Target::Office(office(seed)), at).is_ok(),
        Step::Look => access.list(at).is_ok(),
    };
}

fn folded(access: &Access) -> state::State {
    access.inner().journal.state().unwrap().clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn however_two_interleave_all_see_the_same(
        steps in prop::collection::vec((any::<bool>(), step(), 0..DAY), 0..30)
    ) {
        let place = Place::new();
        let other = place.again();
        for (first, step, seconds) in &steps {
            let access = if *first { &place.access } else { &other };
            take(access, step, later(*seconds));
        }
        let entries = other.log().unwrap();
        let mut expected = state::State::default();
        for entry in &entries {
            prop_assert_eq!(expected.apply(entry), Ok(()));
        }
        prop_assert_eq!(&folded(&place.access), &expected);
        prop_assert_eq!(&folded(&other), &expected);
        prop_assert_eq!(&folded(&place.again()), &expected);
        let mut used: Vec<_> = entries.iter().filter_map(|entry| match &entry.event {
            Event::Redeemed { invitation, .. } => Some(*invitation),
            _ => None,
        }).collect();
        let count = used.len();
        used.sort_unstable();
        used.dedup();
        prop_assert_eq!(used.len(), count, "an invitation was used twice");
    }
}
