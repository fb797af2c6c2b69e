//! Sessions that are walked on once go on alike: whatever comes next, they are asked the same and offered the same.

use preauth::domain::dialog::reply::{Heard, Scene};
use preauth::domain::dialog::{Position, Session};
use preauth::lab::Lab;
use preauth::lab::walk::{Stands, Walk};
use proptest::prelude::{Rng, RngExt};
use proptest::test_runner::{RngAlgorithm, TestRng};

use super::{DIALOG, POLICY, Small};

/// What is asked and offered, and what it has come to.
fn seen(lab: &Lab<'_>, session: &Session) -> String {
    let standing = lab.standing(session);
    let scene = Scene {
        view: lab.view(session),
        states: &standing.states,
        position: &standing.position,
        case: None,
    };
    let offers = scene.reply(Heard::Taken).prompt.map(|prompt| {
        let ids = prompt.choices.iter().map(|offer| offer.text.id.to_string());
        ids.collect::<Vec<_>>()
    });
    let place = match &standing.position {
        Position::Contradiction { .. } => "contradiction".to_owned(),
        other => format!("{other:?}"),
    };
    let ends = matches!(standing.position, Position::Assessed);
    let comes = standing
        .states
        .iter()
        .map(|state| state.assessment.disposition.as_str());
    let comes: Vec<&str> = comes.filter(|_| ends).collect();
    format!("{place} {offers:?} {comes:?}")
}

/// Types what a way types.
fn say(lab: &Lab<'_>, session: &mut Session, said: &[String]) {
    for text in said {
        let standing = lab.standing(session);
        let a_move = lab.read(session, &standing, text).unwrap();
        lab.take(session, &standing, a_move).unwrap();
    }
}

/// Walks at random with real sessions: at every place of the walk they are asked what its own session is asked.
fn wander(lab: &Lab<'_>, walk: &Walk, rng: &mut TestRng) {
    let mut session = lab.opened();
    let mut here = 0;
    loop {
        let place = &walk.places[here];
        assert_eq!(
            seen(lab, &session),
            seen(lab, &place.session),
            "{:?}",
            session.answers
        );
        if place.ways.is_empty() {
            assert!(!matches!(
                place.stands,
                Stands::Stuck(_) | Stands::Unheard(_)
            ));
            return;
        }
        let way = &place.ways[rng.random_range(0..place.ways.len())];
        say(lab, &mut session, &way.said);
        here = way.to;
    }
}

#[test]
fn sessions_with_one_key_go_on_alike() {
    let small = Small::new(POLICY, DIALOG);
    small.lab(|lab| {
        let walk = lab.walk(&|_| {});
        let mut rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
        let _spread = rng.next_u32();
        (0..2_000).for_each(|_| wander(lab, &walk, &mut rng));
    });
}
