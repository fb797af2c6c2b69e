//! Comparing two sides, with the shortest conversations for what changes.

use std::collections::BTreeMap;

use super::read::Side;
use crate::cli::labs;
use crate::domain::authored::lines_of;
use crate::domain::day::Day;
use crate::domain::policy::{Cause, Disposition, Group, Joint, Says};
use crate::lab::Lab;
use crate::lab::apart::{Parting, Walked, walk_apart};
use crate::lab::difference::{self, Difference, Touches};
use crate::lab::example::Move;

/// The most places that two dialogs are walked through for what they say differently.
const MOST: usize = 4_000;

/// What two sides differ in.
pub(super) struct Compared {
    pub(super) difference: Difference,
    pub(super) moves: Vec<Moved>,
    /// What is heard differently, where no disposition changes.
    pub(super) parting: Option<(Parting, String)>,
    /// Messages that are not the same.
    pub(super) messages: Vec<Reworded>,
    /// Whether anything at all is written differently.
    pub(super) rewritten: bool,
}

/// A message that is not the same.
pub(super) struct Reworded {
    pub(super) tag: String,
    pub(super) id: String,
    /// What it says, the old text first; nothing where there is none.
    pub(super) texts: [Option<String>; 2],
}

/// Cases that change their disposition.
pub(super) struct Moved {
    pub(super) group: Group,
    pub(super) causes: Vec<Placed>,
    /// The shortest conversation, and whether the new policy has it.
    pub(super) transcript: Option<(String, bool)>,
}

/// What is responsible, and where it stands.
pub(super) struct Placed {
    pub(super) cause: Cause,
    /// For each side the line and what it says, the first of the entry that the other side does not have.
    pub(super) at: [Option<(usize, String)>; 2],
}

impl Compared {
    /// Every conversation, with the name of a file for it.
    pub(super) fn transcripts(&self) -> Vec<(String, String)> {
        let moves = self.moves.iter().filter_map(|one| {
            let (text, _) = one.transcript.as_ref()?;
            let (from, to) = (word(one.group.from), word(one.group.to));
            Some((format!("{from}-to-{to}.txt"), text.clone()))
        });
        let parting = self.parting.iter();
        let parting = parting.map(|(_, text)| ("heard-differently.txt".to_owned(), text.clone()));
        moves.chain(parting).collect()
    }
}

impl Compared {
    /// The most that the change touches, texts included.
    pub(super) fn touches(&self) -> Touches {
        match self.difference.touches() {
            Touches::Nothing if self.rewritten || !self.messages.is_empty() => Touches::Words,
            touches => touches,
        }
    }
}

/// What a policy says, in one word.
pub(super) fn word(says: Says) -> &'static str {
    says.map_or("no_words", Disposition::as_str)
}

/// Compares. Nothing when the two are too entangled; that has then been said.
pub(super) fn compare(
    old: &Side,
    new: &Side,
    today: Day,
    progress: &dyn Fn(&str, usize),
) -> Option<Compared> {
    let Some(joint) = Joint::new(&old.policy, &new.policy, today) else {
        crate::cli::tell::error(
            "the two policies are too different to be held against one another",
        );
        return None;
    };
    let sides = [old, new].map(|side| difference::Side {
        policy: &side.policy,
        dialog: side.dialog.as_ref(),
    });
    let [before, after] = sides;
    let difference = Difference::new(&joint, before, after);
    let transcripts = transcripts(&joint, &difference, [old, new], today, progress);
    let moves = difference.moves().map(|group| Moved {
        causes: placed(&joint, group, [old, new]),
        transcript: transcripts.get(&(group.from, group.to)).cloned(),
        group: group.clone(),
    });
    let moves: Vec<Moved> = moves.collect();
    let parting = parting(&difference, [old, new], today, progress);
    progress("", 0);
    let digests = |side: &Side| {
        let files = [Some(&side.folder.policy), side.folder.dialog.as_ref()];
        files.map(|file| file.map(|file| file.digest.hex()))
    };
    Some(Compared {
        moves,
        parting,
        messages: messages(old, new),
        rewritten: digests(old) != digests(new),
        difference,
    })
}

/// Works with the lab of a side; nothing where its texts are lacking.
fn with_lab<T>(side: &Side, today: Day, work: impl FnOnce(&Lab<'_>) -> T) -> Option<T> {
    labs::with_lab(side.offering.as_ref()?, today, work)
}

type Transcripts = BTreeMap<Move, (String, bool)>;

/// The shortest conversation for every change of disposition, in the new dialog or else in the old one.
fn transcripts(
    joint: &Joint<'_>,
    difference: &Difference,
    [old, new]: [&Side; 2],
    today: Day,
    progress: &dyn Fn(&str, usize),
) -> Transcripts {
    let mut wanted: Vec<Move> = difference.moves().map(|one| (one.from, one.to)).collect();
    let mut found = Transcripts::new();
    for (side, is_new) in [(new, true), (old, false)] {
        wanted.retain(|one| !found.contains_key(one));
        if wanted.is_empty() {
            break;
        }
        let own = with_lab(side, today, |lab| {
            let examples = lab.examples(joint, &wanted, &|count| progress("looked at", count));
            let scripts = examples.into_iter().map(|(came_to, said)| {
                let (from, to) = came_to;
                let title = format!("Was {}, is {}", word(from), word(to));
                let mut text = lab.script(&title, &said);
                let says = if is_new { to } else { from };
                text.push_str(&format!("= disposition: {}\n", word(says)));
                (came_to, (side.filled(&text), is_new))
            });
            scripts.collect::<Transcripts>()
        });
        found.extend(own.unwrap_or_default());
    }
    found
}

/// The shortest conversation in which something else is heard, where what changes is not the disposition.
fn parting(
    difference: &Difference,
    [before, after]: [&Side; 2],
    today: Day,
    progress: &dyn Fn(&str, usize),
) -> Option<(Parting, String)> {
    if !matches!(difference.touches(), Touches::Dialog | Touches::Results) {
        return None;
    }
    let walked = with_lab(before, today, |old| {
        with_lab(after, today, |new| {
            let walked = walk_apart([old, new], None, MOST, &|count| progress("walked", count));
            match walked {
                Walked::Parts(parting) => {
                    let text = new.script("Another thing is heard", &parting.said);
                    Some((parting, text))
                }
                Walked::Alike(_) | Walked::TooMany(_) => None,
            }
        })
    });
    let (parting, text) = walked.flatten().flatten()?;
    Some((parting, after.filled(&text)))
}

/// What is responsible for a change, with its place in both files.
fn placed(joint: &Joint<'_>, group: &Group, sides: [&Side; 2]) -> Vec<Placed> {
    let causes = joint.causes(&group.example).into_iter();
    let placed = causes.map(|cause| {
        let [old, new] = sides.map(|side| side.folder.policy.text.as_str());
        Placed {
            at: [line_of(old, new, &cause), line_of(new, old, &cause)],
            cause,
        }
    });
    placed.collect()
}

/// The first line of an entry that the other file does not have in it; the entry's own first line when it has them all.
fn line_of(text: &str, other: &str, cause: &Cause) -> Option<(usize, String)> {
    let (table, name) = (cause.kind.as_str(), cause.name.as_str());
    let lines = lines_of(text, table, name)?;
    let block = |text: &str, lines: std::ops::Range<usize>| -> Vec<(usize, String)> {
        let numbered = (1..).zip(text.lines());
        let own = numbered.filter(|(number, _)| lines.contains(number));
        own.map(|(number, line)| (number, line.trim().to_owned()))
            .collect()
    };
    let others = lines_of(other, table, name).map(|lines| block(other, lines));
    let others = others.unwrap_or_default();
    let own = block(text, lines);
    let counts = |line: &str| !line.is_empty() && !line.starts_with('#');
    let fresh = own
        .iter()
        .find(|(_, line)| counts(line) && !others.iter().any(|(_, other)| other == line));
    fresh.or(own.first()).cloned()
}

impl Side {
    /// A transcript of what is typed with all that is said under this side.
    fn filled(&self, text: &str) -> String {
        labs::filled(&self.folder, &self.words, self.policy.name().as_str(), text)
    }
}

/// The messages of both that are not the same.
fn messages(old: &Side, new: &Side) -> Vec<Reworded> {
    let all = |side: &Side| -> BTreeMap<(String, String), String> {
        let own = format!("{}.ftl", side.policy.name());
        let files = side.words.iter();
        let files = files.filter(|file| file.name == "shell.ftl" || file.name == own);
        let mut all = BTreeMap::new();
        for file in files {
            let mut id = String::new();
            for line in file.file.text.lines().filter(|line| !line.starts_with('#')) {
                if let Some((name, _)) = line.split_once('=')
                    && !line.starts_with([' ', '\t', '}', '['])
                {
                    id = name.trim().to_owned();
                }
                let text: &mut String = all.entry((file.tag.clone(), id.clone())).or_default();
                text.push_str(line.trim());
                text.push('\n');
            }
        }
        for text in all.values_mut() {
            text.truncate(text.trim_end().len());
        }
        all
    };
    let (old, new) = (all(old), all(new));
    let names = old
        .keys()
        .chain(new.keys().filter(|name| !old.contains_key(*name)));
    let differs = names.filter(|name| old.get(*name) != new.get(*name));
    let reworded = differs.map(|name| Reworded {
        tag: name.0.clone(),
        id: name.1.clone(),
        texts: [&old, &new].map(|all| all.get(name).cloned()),
    });
    reworded.collect()
}
