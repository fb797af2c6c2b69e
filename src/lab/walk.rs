//! Every conversation, walked through the real code: each answer is typed, read, decided and folded as if an office had
//! given it. Sessions with one key are walked on once.

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

use crate::domain::dialog::event::{Answer, Event};
use crate::domain::dialog::{Asked, Move, Position, Rejection, Session};
use crate::domain::message::Message;
use crate::domain::policy::{Fingerprint, Residues, fingerprint};
use crate::lab::key::Key;
use crate::lab::space::Telling;
use crate::lab::{Lab, Standing};

/// Every place that conversations come to, and the ways between them. The first is where all begin.
#[derive(Debug, Clone, Default)]
pub struct Walk {
    /// The places, in the order of the fewest turns it takes to come to them.
    pub places: Vec<Place>,
}

/// Where conversations come to that go on alike.
#[derive(Debug, Clone)]
pub struct Place {
    /// One session that stands here, on a shortest way.
    pub session: Session,
    /// What the rest of the conversation can depend on.
    pub key: Fingerprint,
    /// What it waits for.
    pub stands: Stands,
    /// How one came here; nothing where all begin.
    pub from: Option<From>,
    /// The ways on, one for each answer that the policy can tell apart.
    pub ways: Vec<Way>,
}

/// The last piece of a shortest way to a place.
#[derive(Debug, Clone)]
pub struct From {
    /// The place before it.
    pub place: usize,
    /// What was typed there, one text a turn.
    pub said: Vec<String>,
    /// What happened then, turn by turn.
    pub turns: Vec<Vec<Event>>,
}

/// What a session waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stands {
    /// The answer to a step.
    Asks(Asked),
    /// Two answers cannot both be right, so that one is to be changed.
    Contradicts,
    /// Nothing: the assessment stands.
    Ends,
    /// What was typed last was not taken as the answer it names: what it was taken for.
    Unheard(String),
    /// Something that nobody can answer.
    Stuck(String),
}

/// A way from one place to another.
#[derive(Debug, Clone)]
pub struct Way {
    /// Where it leads.
    pub to: usize,
    /// What is typed, one text a turn.
    pub said: Vec<String>,
    /// The answer it stands for.
    pub answer: Answer,
    /// How many of the answers that can be given take this way.
    pub weight: u64,
}

/// Where an answer led.
struct Step {
    key: Key,
    session: Session,
    stands: Stands,
    telling: Telling,
    said: Vec<String>,
    turns: Vec<Vec<Event>>,
}

/// The most turns that follow one answer by themselves: it is read back, and the summary confirmed.
const FOLLOWING: usize = 4;

impl Lab<'_> {
    /// Walks every conversation about one procedure at one level. `tell` hears how many places were found so far.
    #[must_use]
    pub fn walk(&self, tell: &(dyn Fn(usize) + Sync)) -> Walk {
        let session = self.opened();
        let standing = self.standing(&session);
        let mut walk = Walk::default();
        let mut residues = Residues::new(&self.chart);
        let key = self.key(&session, &standing, &mut residues);
        let mut known = HashMap::from([(key, 0)]);
        walk.places.push(Place {
            key,
            stands: stands(&standing.position),
            session,
            from: None,
            ways: Vec::new(),
        });
        let mut next = 0..1;
        while !next.is_empty() {
            let steps = self.steps(&walk, next.clone());
            let end = walk.places.len();
            for (from, steps) in next.zip(steps) {
                for step in steps {
                    walk.add(from, step, &mut known);
                }
            }
            tell(walk.places.len());
            next = end..walk.places.len();
        }
        walk
    }

    /// What follows from each of these places, in their order, on every core.
    fn steps(&self, walk: &Walk, places: std::ops::Range<usize>) -> Vec<Vec<Step>> {
        each(
            places,
            || Residues::new(&self.chart),
            |residues, number| {
                let place = walk.places.get(number);
                place
                    .map(|place| self.step(place, residues))
                    .unwrap_or_default()
            },
        )
    }

    fn step(&self, place: &Place, residues: &mut Residues<'_>) -> Vec<Step> {
        let Stands::Asks(asked) = &place.stands else {
            return Vec::new();
        };
        let Some(step) = self.dialog.step(&asked.step) else {
            return Vec::new();
        };
        let standing = self.standing(&place.session);
        let tellings = self.tellings(step, &standing);
        let mut steps = Vec::with_capacity(tellings.len());
        for telling in tellings {
            let mut course = Course::new(place.session.clone(), standing.clone());
            let heard = course.say_all(self, &telling.said);
            let taken = course.session.told(&asked.scope, &asked.step);
            let taken = taken.map(|told| &told.answer);
            let stands = match heard {
                Err(rejection) => Stands::Unheard(format!("{rejection:?}")),
                Ok(()) if taken != Some(&telling.answer) => Stands::Unheard(format!("{taken:?}")),
                Ok(()) => stands(&course.standing.position),
            };
            // What was not heard leads nowhere else.
            let key = match &stands {
                Stands::Unheard(_) => fingerprint(&(place.key, &telling.said)),
                _ => self.key(&course.session, &course.standing, residues),
            };
            let mut said = course.said;
            if said.is_empty() {
                said.push(telling.said.clone());
            }
            steps.push(Step {
                key,
                session: course.session,
                stands,
                telling,
                said,
                turns: course.turns,
            });
        }
        steps
    }

    /// What is typed where only a yes is asked for.
    pub(super) fn agreed(&self, position: &Position) -> Option<String> {
        let message = match position {
            Position::ReadBack => Message::new("yes"),
            Position::Summary => Message::new("summary-ask.confirm"),
            _ => return None,
        };
        Some((self.say)(&message))
    }
}

/// A session that goes on, with what was typed and what happened.
#[derive(Debug, Clone)]
pub(super) struct Course {
    pub(super) session: Session,
    pub(super) standing: Standing,
    pub(super) said: Vec<String>,
    pub(super) turns: Vec<Vec<Event>>,
}

impl Course {
    pub(super) fn new(session: Session, standing: Standing) -> Self {
        Self {
            session,
            standing,
            said: Vec::new(),
            turns: Vec::new(),
        }
    }

    /// Types a text, and yes to what is read back or summed up after it.
    pub(super) fn say_all(&mut self, lab: &Lab<'_>, text: &str) -> Result<(), Rejection> {
        let a_move = lab.read(&self.session, &self.standing, text)?;
        self.go(lab, a_move, text)?;
        self.agree(lab)
    }

    /// Types yes to what is read back or summed up.
    pub(super) fn agree(&mut self, lab: &Lab<'_>) -> Result<(), Rejection> {
        for _ in 0..FOLLOWING {
            let Some(text) = lab.agreed(&self.standing.position) else {
                break;
            };
            let a_move = lab.read(&self.session, &self.standing, &text)?;
            self.go(lab, a_move, &text)?;
        }
        Ok(())
    }

    /// Makes a move that `text` stands for.
    pub(super) fn go(&mut self, lab: &Lab<'_>, a_move: Move, text: &str) -> Result<(), Rejection> {
        let decision = lab.take(&mut self.session, &self.standing, a_move)?;
        self.said.push(text.to_owned());
        self.turns.push(decision.events);
        self.standing = lab.standing(&self.session);
        Ok(())
    }
}

pub(super) fn stands(position: &Position) -> Stands {
    match position {
        Position::Ask(asked) => Stands::Asks(asked.clone()),
        Position::Contradiction { .. } => Stands::Contradicts,
        Position::Assessed => Stands::Ends,
        other => Stands::Stuck(format!("{other:?}")),
    }
}

impl Walk {
    /// What is typed on a shortest way to a place.
    #[must_use]
    pub fn said(&self, place: usize) -> Vec<String> {
        let said = self.way_to(place).into_iter().map(|from| from.said.clone());
        said.flatten().collect()
    }

    /// What happens on a shortest way to a place, turn by turn.
    #[must_use]
    pub fn turns(&self, place: usize) -> Vec<Vec<Event>> {
        let turns = self
            .way_to(place)
            .into_iter()
            .map(|from| from.turns.clone());
        turns.flatten().collect()
    }

    fn way_to(&self, place: usize) -> Vec<&From> {
        let mut way = Vec::new();
        let mut here = self.places.get(place);
        while let Some(from) = here.and_then(|place| place.from.as_ref()) {
            way.push(from);
            here = self.places.get(from.place);
        }
        way.reverse();
        way
    }

    fn add(&mut self, from: usize, step: Step, known: &mut HashMap<Key, usize>) {
        let fresh = self.places.len();
        let to = *known.entry(step.key).or_insert(fresh);
        if to == fresh {
            self.places.push(Place {
                key: step.key,
                session: step.session,
                stands: step.stands,
                from: Some(From {
                    place: from,
                    said: step.said.clone(),
                    turns: step.turns,
                }),
                ways: Vec::new(),
            });
        }
        if let Some(place) = self.places.get_mut(from) {
            place.ways.push(Way {
                to,
                said: step.said,
                answer: step.telling.answer,
                weight: step.telling.weight,
            });
        }
    }
}

/// What comes of each number, in their order, on every core.
pub(crate) fn each<T: Send, H>(
    numbers: std::ops::Range<usize>,
    hand: impl Fn() -> H + Sync,
    work: impl Fn(&mut H, usize) -> T + Sync,
) -> Vec<T> {
    let hands = thread::available_parallelism().map_or(1, usize::from);
    by_hands((hands, 16), numbers, hand, work)
}

/// The same by so many hands, each of which takes so many numbers at once.
pub(crate) fn by_hands<T: Send, H>(
    (hands, chunk): (usize, usize),
    numbers: std::ops::Range<usize>,
    hand: impl Fn() -> H + Sync,
    work: impl Fn(&mut H, usize) -> T + Sync,
) -> Vec<T> {
    let next = Mutex::new(numbers.clone().step_by(chunk.max(1)));
    let done = Mutex::new(Vec::new());
    let labor = || {
        let mut hand = hand();
        loop {
            let taken = next.lock().ok().and_then(|mut next| next.next());
            let Some(first) = taken else { break };
            let last = first.saturating_add(chunk).min(numbers.end);
            let own: Vec<T> = (first..last)
                .map(|number| work(&mut hand, number))
                .collect();
            if let Ok(mut done) = done.lock() {
                done.push((first, own));
            }
        }
    };
    thread::scope(|scope| {
        (0..hands).for_each(|_| {
            scope.spawn(labor);
        });
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(first, _)| *first);
    done.into_iter().flat_map(|(_, own)| own).collect()
}
