//! Which stored sessions a change touches, by the way in which a session is taken over under a new policy.

use std::path::Path;
use std::sync::Arc;

use super::read::Side;
use crate::cli::{data, tell};
use crate::clock;
use crate::domain::day::Day;
use crate::domain::dialog::{CaseReference, Position, WhenAsked};
use crate::domain::policy::Set;
use crate::store::Store;
use crate::turn::{App, Offering, Outgoing};

/// Sessions read at a time.
const AT_ONCE: usize = 256;

/// A stored session that the change touches.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Touched {
    pub(super) reference: String,
    /// What the items came to, and what they come to.
    pub(super) dispositions: [Vec<&'static str>; 2],
    /// The steps whose answers no longer hold.
    pub(super) dropped: Vec<String>,
    /// The steps that may be asked now and could not be before, in the order of the dialog; the first is asked next.
    pub(super) asked: Vec<String>,
}

/// Every session of the policy that is touched on that day. Nothing when the sessions cannot be read; why has then been said.
pub(super) fn touched(
    folder: &Path,
    (old, new): (&Side, &Side),
    today: Day,
) -> Option<Vec<Touched>> {
    if !folder.exists() {
        tell::error(format_args!(
            "there are no sessions in `{}`",
            folder.display()
        ));
        return None;
    }
    let store: Arc<dyn Store> = Arc::new(data::open(folder)?);
    let apps = [old, new].map(|side| {
        let settled: Vec<_> = side
            .policy
            .readings()
            .iter()
            .filter_map(|reading| {
                let value = reading.values.get(reading.settled?)?;
                Some((reading.name.to_string(), value.to_string()))
            })
            .collect();
        let (offering, _) = Offering::load(&side.folder, &side.words, &settled);
        offering.map(|own| App::new(Arc::new(own), Arc::clone(&store), clock::seed))
    });
    let [Some(before), Some(after)] = apps else {
        tell::error(
            "sessions can be told only where the policies on both sides have a dialog and texts",
        );
        return None;
    };
    let mut found = Vec::new();
    let mut last = None;
    loop {
        let page = store
            .scan(last.as_ref(), AT_ONCE)
            .map_err(tell::error)
            .ok()?;
        let Some(end) = page.last() else { break };
        last = Some(end.key.clone());
        let cases = page.iter().filter(|listed| listed.state.is_ok());
        let cases = cases.filter_map(|listed| CaseReference::parse(listed.key.as_str()).ok());
        found.extend(cases.filter_map(|case| session(case, (&before, &after), today)));
    }
    Some(found)
}

/// A session that is touched; nothing when it is not, or is about another policy.
fn session(case: CaseReference, (before, after): (&App, &App), today: Day) -> Option<Touched> {
    let [own, other] = [before, after].map(|app| app.look(case, today).ok());
    let (own, other) = (own?, other?);
    let policy = own.session.pins.as_ref().map(|pins| &pins.policy);
    if policy != Some(before.offering().policy.name()) {
        return None;
    }
    let [from, to] = [&own, &other].map(|one| {
        let states = one.states.iter();
        let says: Vec<_> = states
            .map(|one| one.assessment.disposition.as_str())
            .collect();
        says
    });
    let kept = &other.session.answers;
    let dropped = own
        .session
        .answers
        .keys()
        .filter(|key| !kept.contains_key(*key));
    let dropped: Vec<String> = dropped.map(|(_, step)| step.to_string()).collect();
    let open = open_steps(before, &own, today);
    let asked = open_steps(after, &other, today).into_iter();
    let asked: Vec<String> = asked.filter(|step| !open.contains(step)).collect();
    let same = from == to && dropped.is_empty() && asked.is_empty();
    (!same).then(|| Touched {
        reference: case.to_string(),
        dispositions: [from, to],
        dropped,
        asked,
    })
}

/// The steps that may still be asked: the one that is, and those about facts that the assessment still needs.
fn open_steps(app: &App, looked: &Outgoing, today: Day) -> Vec<String> {
    let offering = app.offering();
    let view = crate::domain::dialog::View {
        policy: &offering.policy,
        dialog: &offering.dialog,
        session: &looked.session,
        today,
    };
    let next = match &looked.position {
        Position::Ask(asked) => Some(asked.step.clone()),
        _ => None,
    };
    let steps = offering.dialog.steps.iter().filter(|step| {
        let open = looked.states.iter().any(|state| {
            let needs: Set = state.assessment.needs.or(state.assessment.also);
            !step.sets.and(needs).is_empty() && view.told(step, &state.item).is_none()
        });
        Some(&step.name) == next.as_ref() || open && step.asked != WhenAsked::OnRequest
    });
    steps.map(|step| step.name.to_string()).collect()
}
