//! How often steps were asked, choices taken and criteria decided, and how dark that makes them.

use std::collections::BTreeMap;

use crate::domain::handbook as said;
use crate::domain::message::Message;
use crate::domain::policy::Policy;
use crate::graph::dialog::NOT_ON_RECORD;
use crate::graph::{Kind, Legend, Seen, Tree};
use crate::lab::Say;
use crate::lab::tally::Tally;

/// What was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Transcripts that were played.
    Transcripts,
    /// Sessions that are stored.
    Sessions,
}

/// How often each was seen, by the names of policy and dialog. What is absent was never seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// What was counted.
    pub of: Of,
    /// How many there were.
    pub total: u64,
    /// How often each step was asked, or answered where that was more: some answers are told before they are asked for.
    pub steps: BTreeMap<String, u64>,
    /// How often each choice of a step was taken.
    pub choices: BTreeMap<(String, String), u64>,
    /// How often each criterion decided.
    pub criteria: BTreeMap<String, u64>,
}

/// The darkest shade.
const DARKEST: u64 = 3;

impl Counts {
    /// What was tallied of so many conversations about a policy.
    #[must_use]
    pub fn new(of: Of, total: u64, policy: &Policy, tally: &Tally) -> Self {
        let steps = tally.steps.iter();
        let open = steps.clone().map(|(step, seen)| {
            let own = (step.to_string(), NOT_ON_RECORD.to_owned());
            (own, seen.not_on_record)
        });
        let choices = tally.choices.iter();
        let choices =
            choices.map(|((step, choice), seen)| ((step.to_string(), choice.to_string()), *seen));
        let criteria = tally.criteria.iter().filter_map(|(number, seen)| {
            let name = policy.criterion_name(*number)?;
            Some((name.to_string(), seen.decided))
        });
        Self {
            of,
            total,
            steps: steps
                .map(|(step, seen)| (step.to_string(), seen.asked.max(seen.answered)))
                .collect(),
            choices: choices.chain(open).collect(),
            criteria: criteria.collect(),
        }
    }
}

/// Shades boxes of one picture.
pub(super) struct Shades<'a> {
    pub(super) counts: &'a Counts,
    /// The most that any box of the picture was seen.
    pub(super) most: u64,
    /// Whether what is counted is how often something decided a result.
    pub(super) deciding: bool,
    pub(super) say: Say<'a>,
}

impl Shades<'_> {
    pub(super) fn seen(&self, count: Option<&u64>) -> Seen {
        let count = count.copied().unwrap_or(0);
        let text = match count {
            0 => said::never(),
            _ => said::times(number(count)),
        };
        Seen {
            text: (self.say)(&text),
            shade: u8::try_from(self.shade(count)).unwrap_or(0),
        }
    }

    /// Thirds of the most, so that only what was never seen is 0.
    fn shade(&self, count: u64) -> u64 {
        let most = self.most.max(1);
        count.saturating_mul(DARKEST).div_ceil(most).min(DARKEST)
    }

    pub(super) fn legend(&self) -> (String, Vec<(u8, String)>) {
        let total = number(self.counts.total);
        let counted = match (self.counts.of, self.deciding) {
            (Of::Transcripts, false) => said::of_transcripts(total),
            (Of::Sessions, false) => said::of_sessions(total),
            (Of::Transcripts, true) => said::decided_of_transcripts(total),
            (Of::Sessions, true) => said::decided_of_sessions(total),
        };
        let shades = (0..=DARKEST).filter_map(|shade| Some((shade, self.band(shade)?)));
        let shades =
            shades.map(|(shade, text)| (u8::try_from(shade).unwrap_or(0), (self.say)(&text)));
        ((self.say)(&counted), shades.collect())
    }

    /// The counts that a shade stands for.
    fn band(&self, shade: u64) -> Option<Message> {
        if shade == 0 {
            return Some(said::never());
        }
        let below = self
            .most
            .saturating_mul(shade.saturating_sub(1))
            .checked_div(DARKEST)?;
        let least = below.saturating_add(1);
        let most = self.most.saturating_mul(shade).checked_div(DARKEST)?;
        match least.cmp(&most) {
            std::cmp::Ordering::Less => Some(said::band(number(least), number(most))),
            std::cmp::Ordering::Equal => Some(said::band_one(number(least))),
            std::cmp::Ordering::Greater => None,
        }
    }
}

/// The legend of trees: the kinds that occur in them, and what their shades mean.
pub(super) fn legend(trees: &[Tree], say: Say<'_>, shades: Option<&Shades<'_>>) -> Legend {
    let every = [
        (Kind::Question, said::kind_question()),
        (Kind::Answer, said::kind_answer()),
        (Kind::Rule, said::kind_rule()),
        (Kind::Criterion, said::kind_criterion()),
        (Kind::Connective, said::kind_connective()),
        (Kind::Test, said::kind_test()),
        (Kind::See(String::new()), said::kind_see()),
    ];
    let mut found: Vec<&'static str> = Vec::new();
    for tree in trees {
        tree.walk(None, &mut |one, _| found.push(one.kind.as_str()));
    }
    let kinds = every
        .into_iter()
        .filter(|(kind, _)| found.contains(&kind.as_str()));
    let (counted, shades) = shades.map(Shades::legend).unzip();
    Legend {
        title: say(&said::legend()),
        kinds: kinds.map(|(kind, text)| (kind, say(&text))).collect(),
        counted,
        shades: shades.unwrap_or_default(),
    }
}

pub(super) fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
