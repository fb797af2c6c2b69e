//! How many conversations there are, and how long they take.

use crate::domain::dialog::StepKind;
use crate::domain::dialog::event::Answer;
use crate::lab::Lab;
use crate::lab::walk::{Place, Stands, Walk, Way};

/// What the ways of a walk come to.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Counts {
    /// The places.
    pub places: usize,
    /// The ways between them.
    pub ways: usize,
    /// The conversations that the policy can tell apart.
    pub paths: u128,
    /// The conversations that end in a contradiction, and go on once an answer is changed.
    pub contradictions: u128,
    /// The most questions that one takes.
    pub longest: usize,
    /// The mean number of questions.
    pub mean: Mean,
    /// The same when everything is on record, exactly.
    pub mean_on_record: Mean,
}

/// A mean number of questions, each answer to a question being as likely as every other that does not contradict what
/// was said before.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Mean {
    /// All questions.
    pub all: f64,
    /// Those about facts: without the one about documents.
    pub facts: f64,
}

/// What follows from one place.
#[derive(Debug, Clone, Copy, Default)]
struct Onward {
    paths: u128,
    contradictions: u128,
    longest: usize,
    mean: Mean,
    mean_on_record: Mean,
}

impl Walk {
    /// The places, each after all to which it leads; nothing when some conversation comes to the same place again.
    #[must_use]
    pub fn backwards(&self) -> Option<Vec<usize>> {
        let mut order = Vec::with_capacity(self.places.len());
        // For each place how many of its ways were looked at; all of them and one more once it is done.
        let mut looked = vec![0_usize; self.places.len()];
        let mut open = vec![0];
        while let Some(place) = open.last().copied() {
            let ways = self.ways(place);
            let at = looked.get_mut(place)?;
            let next = ways.get(*at);
            *at = at.saturating_add(1);
            let Some(way) = next else {
                order.push(place);
                open.pop();
                continue;
            };
            match looked.get(way.to)? {
                0 => open.push(way.to),
                seen if *seen > self.ways(way.to).len() => {}
                _ => return None,
            }
        }
        Some(order)
    }

    fn ways(&self, place: usize) -> &[Way] {
        self.places.get(place).map_or(&[], |place| &place.ways)
    }

    /// Counts what was walked; only the places when some conversation never ends.
    #[must_use]
    pub fn counts(&self, lab: &Lab<'_>) -> Counts {
        let mut onward = vec![Onward::default(); self.places.len()];
        for number in self.backwards().unwrap_or_default() {
            let own = self
                .places
                .get(number)
                .map(|place| self.onward(lab, place, &onward));
            if let Some((slot, own)) = onward.get_mut(number).zip(own) {
                *slot = own;
            }
        }
        let all = onward.first().copied().unwrap_or_default();
        Counts {
            places: self.places.len(),
            ways: self.places.iter().map(|place| place.ways.len()).sum(),
            paths: all.paths,
            contradictions: all.contradictions,
            longest: all.longest,
            mean: all.mean,
            mean_on_record: all.mean_on_record,
        }
    }

    fn onward(&self, lab: &Lab<'_>, place: &Place, onward: &[Onward]) -> Onward {
        match &place.stands {
            Stands::Asks(asked) => {
                let step = lab.dialog.step(&asked.step);
                let documents = step.is_some_and(|step| step.kind == StepKind::Documents);
                self.asked(place, onward, documents)
            }
            Stands::Contradicts => Onward {
                contradictions: 1,
                ..Onward::default()
            },
            Stands::Ends => Onward {
                paths: 1,
                ..Onward::default()
            },
            Stands::Unheard(_) | Stands::Stuck(_) => Onward::default(),
        }
    }

    fn asked(&self, place: &Place, onward: &[Onward], documents: bool) -> Onward {
        let mut own = Onward::default();
        let (mut every, mut exact) = (Shares::default(), Shares::default());
        for way in &place.ways {
            let Some(next) = onward.get(way.to) else {
                continue;
            };
            own.paths = own.paths.saturating_add(next.paths);
            own.contradictions = own.contradictions.saturating_add(next.contradictions);
            own.longest = own.longest.max(next.longest.saturating_add(1));
            let stands = self.places.get(way.to).map(|place| &place.stands);
            if stands != Some(&Stands::Contradicts) {
                every.add(way.weight, next.mean);
                if is_exact(&way.answer) {
                    exact.add(way.weight, next.mean_on_record);
                }
            }
        }
        own.mean = every.mean(documents);
        own.mean_on_record = exact.mean(documents);
        own
    }
}

/// Whether an answer says what is on record, exactly.
fn is_exact(answer: &Answer) -> bool {
    use crate::domain::policy::Value;
    match answer {
        Answer::NotOnRecord => false,
        Answer::Facts(facts) => facts.values().all(|value| match value {
            Value::Date(days) | Value::Period { start: days, .. } => days.is_exact(),
            Value::Number(low, high) => low == high,
            Value::Choice(_) | Value::Flag(_) => true,
        }),
        _ => true,
    }
}

/// Means that are weighed.
#[derive(Debug, Clone, Copy, Default)]
struct Shares {
    weight: f64,
    sum: Mean,
}

impl Shares {
    fn add(&mut self, weight: u64, mean: Mean) {
        let weight = f64::from(u32::try_from(weight).unwrap_or(u32::MAX));
        self.weight += weight;
        self.sum.all += weight * mean.all;
        self.sum.facts += weight * mean.facts;
    }

    /// The mean, with one question more.
    fn mean(self, documents: bool) -> Mean {
        if self.weight == 0.0 {
            return Mean::default();
        }
        let own = if documents { 0.0 } else { 1.0 };
        Mean {
            all: self.sum.all / self.weight + 1.0,
            facts: self.sum.facts / self.weight + own,
        }
    }
}
