//! Two dialogs walked side by side: the same is typed in both, until something else is said.

use std::collections::HashSet;

use crate::domain::dialog::Tell;
use crate::domain::dialog::reply::{Heard, Reply, Scene};
use crate::domain::message::Message;
use crate::domain::policy::{Residues, fingerprint};
use crate::lab::Lab;
use crate::lab::walk::{Course, Stands};

/// What came of walking two dialogs side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Walked {
    /// Wherever conversations about one procedure at one level come to, the same is said: so many places.
    Alike(usize),
    /// They part.
    Parts(Parting),
    /// So many places were looked at, and there are more.
    TooMany(usize),
}

/// Where two dialogs part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parting {
    /// The shortest conversation: what is typed, one text a turn.
    pub said: Vec<String>,
    /// What is heard at its end, in the old dialog and in the new one.
    pub heard: [Vec<String>; 2],
}

/// One conversation in both dialogs.
#[derive(Clone)]
struct Pair {
    both: [Course; 2],
}

struct March<'l> {
    labs: [&'l Lab<'l>; 2],
    residues: [Residues<'l>; 2],
    within: Option<&'l [String]>,
    seen: HashSet<u128>,
}

/// The shortest conversation in which two dialogs part, if there is one among so many places. `within` names the steps
/// that alone can make them part, where that is known.
#[must_use]
pub fn walk_apart(
    [old, new]: [&Lab<'_>; 2],
    within: Option<&[String]>,
    most: usize,
    tell: &dyn Fn(usize),
) -> Walked {
    // That the text is another is said with every result: here it is no difference.
    let new = &Lab {
        pins: old.pins,
        ..new.clone()
    };
    let mut march = March {
        labs: [old, new],
        residues: [Residues::new(&old.chart), Residues::new(&new.chart)],
        within,
        seen: HashSet::new(),
    };
    let first = Pair {
        both: [old.beginning(), new.beginning()],
    };
    if let Some(parting) = march.compare(&first) {
        return Walked::Parts(parting);
    }
    let mut next = vec![first];
    while !next.is_empty() {
        let mut after = Vec::new();
        for pair in &next {
            if let Some(parting) = march.go_on(pair, &mut after) {
                return Walked::Parts(parting);
            }
            if march.seen.len() > most {
                return Walked::TooMany(march.seen.len());
            }
        }
        tell(march.seen.len());
        next = after;
    }
    Walked::Alike(march.seen.len())
}

impl March<'_> {
    fn go_on(&mut self, pair: &Pair, after: &mut Vec<Pair>) -> Option<Parting> {
        for said in self.answers(pair) {
            let mut further = pair.clone();
            let [old, new] = &mut further.both;
            let [own, other] = self.labs;
            let taken = [old.say(own, &said), new.say(other, &said)];
            match taken {
                [false, false] => continue,
                [true, true] => {}
                _ => return Some(self.parting(&further, said)),
            }
            if let Some(parting) = self.compare(&further) {
                return Some(parting);
            }
            if self.can_part(&further) && self.is_new(&further) {
                after.push(further);
            }
        }
        None
    }

    /// What can be typed where both stand: the answers that either policy can tell apart.
    fn answers(&self, pair: &Pair) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        for (lab, course) in self.labs.iter().zip(&pair.both) {
            let agreed = lab.agreed(&course.standing.position);
            let asked = match crate::lab::walk::stands(&course.standing.position) {
                Stands::Asks(asked) => lab.dialog.step(&asked.step),
                _ => None,
            };
            let tellings = asked.map(|step| lab.tellings(step, &course.standing));
            let tellings = tellings.into_iter().flatten().map(|telling| telling.said);
            for text in agreed.into_iter().chain(tellings) {
                if !texts.contains(&text) {
                    texts.push(text);
                }
            }
        }
        texts
    }

    /// Whether they can still part: what was told differs, or a step that can make them part was not told yet.
    fn can_part(&self, pair: &Pair) -> bool {
        let [old, new] = &pair.both;
        let Some(within) = self.within else {
            return true;
        };
        let told = |step: &String| {
            let mut answers = old.session.answers.keys();
            answers.any(|(_, name)| name.as_str() == step)
        };
        let differ = format!("{:?}", old.session) != format!("{:?}", new.session);
        differ || within.iter().any(|step| !told(step))
    }

    fn is_new(&mut self, pair: &Pair) -> bool {
        let both = pair.both.iter().zip(self.labs).zip(&mut self.residues);
        let keys = both.map(|((course, lab), residues)| {
            let waits = lab.agreed(&course.standing.position);
            let key = lab.key(&course.session, &course.standing, residues);
            (key, waits, format!("{:?}", course.standing.position))
        });
        let keys: Vec<_> = keys.collect();
        self.seen.insert(fingerprint(&keys))
    }

    fn compare(&self, pair: &Pair) -> Option<Parting> {
        let [old, new] = &pair.both;
        let [own, other] = self.labs;
        if own.heard(old) != other.heard(new) {
            return Some(self.parting(pair, String::new()));
        }
        // Help says who can tell, and a summary how answers are put, which nothing else may say.
        let told = [(Tell::Help, "verb-help"), (Tell::Summary, "verb-summary")];
        let mut told = told.into_iter();
        let differs = told.find(|(tell, _)| own.told(old, *tell) != other.told(new, *tell));
        differs.map(|(tell, verb)| {
            let heard = [own.told(old, tell), other.told(new, tell)];
            let mut said = old.said.clone();
            said.push((own.say)(&Message::new(verb)));
            Parting { said, heard }
        })
    }

    /// Where they part, when `more` is typed there and only one of them takes it.
    fn parting(&self, pair: &Pair, more: String) -> Parting {
        let [old, new] = &pair.both;
        let mut said = old.said.clone();
        if said.last() != Some(&more) {
            said.extend((!more.is_empty()).then_some(more));
        }
        let [own, other] = self.labs;
        Parting {
            said,
            heard: [own.heard(old), other.heard(new)],
        }
    }
}

impl Course {
    /// Types a text; whether it was taken.
    fn say(&mut self, lab: &Lab<'_>, text: &str) -> bool {
        let a_move = lab.read(&self.session, &self.standing, text);
        a_move.is_ok_and(|a_move| self.go(lab, a_move, text).is_ok())
    }
}

impl Lab<'_> {
    /// What is said after the last turn, in words.
    fn heard(&self, course: &Course) -> Vec<String> {
        let heard = if course.said.is_empty() {
            Heard::Arrived
        } else {
            Heard::Taken
        };
        self.worded(course, heard)
    }

    /// What is said when something is asked that changes nothing.
    fn told(&self, course: &Course, tell: Tell) -> Vec<String> {
        self.worded(course, Heard::Told(tell))
    }

    fn worded(&self, course: &Course, heard: Heard<'_>) -> Vec<String> {
        let scene = Scene {
            view: self.view(&course.session),
            states: &course.standing.states,
            position: &course.standing.position,
            case: None,
        };
        let Reply { lines, prompt } = scene.reply(heard);
        let lines = lines.iter().map(|line| (self.say)(&line.message));
        let mut texts: Vec<String> = lines.collect();
        if let Some(prompt) = prompt {
            let asked = prompt.progress.iter().chain([&prompt.question]);
            texts.extend(asked.chain(&prompt.hint).map(|one| (self.say)(one)));
            let offers = prompt.choices.iter();
            texts.extend(offers.map(|offer| format!("[{}]", (self.say)(&offer.text))));
        }
        texts
    }
}
