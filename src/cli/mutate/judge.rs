//! What becomes of one fault.

use super::File;
use crate::check::check_policy;
use crate::cli::{labs, prove};
use crate::domain::authored::Change;
use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::mutant::Mutant;
use crate::domain::policy::{self, Joint, check_cases, parse_cases};
use crate::guide::enact::Known;
use crate::lab::Lab;
use crate::lab::apart::{Walked, walk_apart};
use crate::lab::difference::{self, Difference};
use crate::library::{Authored, Library, LocaleFile, PolicyFolder};
use crate::replay::{Options, Replayer, Script};
use crate::turn::Offering;

/// The most places that two dialogs are walked through for what they say differently.
const MOST: usize = 40_000;

/// What faults are judged by.
pub(super) struct Suite {
    pub(super) folder: PolicyFolder,
    words: Vec<LocaleFile>,
    offering: Offering,
    scripts: Vec<Script>,
}

/// What became of a fault.
pub(super) enum Fate {
    /// The check of the files refuses it, for this reason.
    Refused(String),
    /// These cases and transcripts notice it: the first of them, or all.
    Noticed {
        cases: Vec<String>,
        transcripts: Vec<String>,
    },
    /// It is proved to change nothing.
    Same(&'static str),
    /// Nothing notices it: what would, where it was found.
    Survives(Survivor),
}

/// A fault that nothing notices.
pub(super) struct Survivor {
    /// What it changes.
    pub(super) changes: String,
    /// A transcript that would notice it, once it is blessed on the policy as it is.
    pub(super) transcript: Option<String>,
}

impl Suite {
    /// A policy with its words. Faults it has as it is are an error.
    pub(super) fn new(
        folder: PolicyFolder,
        words: Vec<LocaleFile>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let checked = check_policy(&folder, &words);
        let (offering, mut faults) = Offering::load(&folder, &words, &[]);
        if folder.cases.is_some() && checked.has_errors() {
            faults = checked.faults;
        }
        match offering.filter(|_| !errors(&faults).any(|_| true)) {
            Some(offering) => Ok(Self {
                folder,
                words,
                offering,
                scripts: Vec::new(),
            }),
            None => Err(faults),
        }
    }

    /// The name of its policy.
    pub(super) fn name(&self) -> &str {
        self.offering.policy.name().as_str()
    }

    /// Takes transcripts in by which faults are judged. Those that notice even a remark would notice every fault, and are
    /// left out: their names are given.
    ///
    /// # Errors
    /// The first that does not hold on the policy as it is.
    pub(super) fn play(&mut self, scripts: Vec<Script>) -> Result<Vec<String>, String> {
        let replayer = self.replayer(self.folder.clone());
        if let Some(script) = scripts.iter().find(|script| differs(&replayer, script)) {
            return Err(script.file.clone());
        }
        let mut folder = self.folder.clone();
        folder.policy = remarked(&folder.policy);
        folder.dialog = folder.dialog.as_ref().map(remarked);
        let replayer = self.replayer(folder);
        let (out, kept) = scripts
            .into_iter()
            .partition(|script| differs(&replayer, script));
        self.scripts = kept;
        let out: Vec<Script> = out;
        Ok(out.into_iter().map(|script| script.file).collect())
    }

    pub(super) fn count(&self) -> usize {
        self.scripts.len()
    }

    fn replayer(&self, folder: PolicyFolder) -> Replayer {
        let library = Library {
            policies: [(self.name().to_owned(), folder)].into(),
            locales: self.words.clone(),
        };
        Replayer::new(library, Options::default())
    }

    /// A transcript of what is typed with all that the policy as it is says in return.
    pub(super) fn filled(&self, text: &str) -> String {
        labs::filled(&self.folder, &self.words, self.name(), text)
    }

    /// The text of a file that faults are put into.
    pub(super) fn text(&self, file: File) -> &Authored {
        match file {
            File::Policy => &self.folder.policy,
            File::Dialog => self.folder.dialog.as_ref().unwrap_or(&self.folder.policy),
        }
    }

    /// What becomes of a fault. With `all` everything that notices it is told.
    pub(super) fn judge(&self, file: File, mutant: &Mutant, all: bool) -> Fate {
        let own = self.text(file);
        let changed = Authored::new(own.path.clone(), mutant.applied(&own.text));
        let mut folder = self.folder.clone();
        match file {
            File::Policy => folder.policy = changed,
            File::Dialog => folder.dialog = Some(changed),
        }
        let (offering, faults) = Offering::load(&folder, &self.words, &[]);
        let Some(offering) = offering else {
            let refused = errors(&faults).next().map(|fault| fault.message.clone());
            return Fate::Refused(refused.unwrap_or_default());
        };
        let most = if all { usize::MAX } else { 1 };
        let cases = match file {
            File::Policy => cases(&folder, most),
            File::Dialog => Vec::new(),
        };
        let transcripts = self.heard(
            folder,
            if cases.is_empty() {
                most
            } else {
                most.saturating_sub(1)
            },
        );
        match cases.is_empty() && transcripts.is_empty() {
            false => Fate::Noticed { cases, transcripts },
            true => self.unnoticed(&offering),
        }
    }

    /// The transcripts that go another way, so many at most.
    fn heard(&self, folder: PolicyFolder, most: usize) -> Vec<String> {
        let replayer = self.replayer(folder);
        let differing = self
            .scripts
            .iter()
            .filter(|script| differs(&replayer, script));
        differing
            .take(most)
            .map(|script| script.file.clone())
            .collect()
    }

    fn unnoticed(&self, mutant: &Offering) -> Fate {
        let sides = [&self.offering, mutant].map(|offering| difference::Side {
            policy: &offering.policy,
            dialog: Some(&offering.dialog),
        });
        let [old, new] = sides;
        let Some(joint) = Joint::new(old.policy, new.policy, prove::day()) else {
            return Fate::Survives(Survivor {
                changes: "it cannot be told what it changes".into(),
                transcript: None,
            });
        };
        let difference = Difference::new(&joint, old, new);
        if difference.is_none([old.policy, new.policy]) {
            return Fate::Same("both say the same of every case, and ask the same");
        }
        self.witness(&joint, &difference, mutant)
    }

    /// A conversation in which the fault is heard.
    fn witness(&self, joint: &Joint<'_>, difference: &Difference, mutant: &Offering) -> Fate {
        let today = prove::day();
        let moves: Vec<_> = difference.moves().map(|one| (one.from, one.to)).collect();
        let changes = changes(difference);
        let by_case = labs::with_lab(&self.offering, today, |lab| {
            let examples = lab.examples(joint, &moves, &|_| ());
            let shortest = examples.into_iter().min_by_key(|(_, said)| said.len());
            shortest.map(|(_, said)| lab.script("Another disposition with the fault", &said))
        });
        if let Some(transcript) = by_case.flatten() {
            return Fate::Survives(Survivor {
                changes,
                transcript: Some(transcript),
            });
        }
        if let Some(transcript) = self.enacted_apart(difference, mutant) {
            return Fate::Survives(Survivor {
                changes,
                transcript: Some(transcript),
            });
        }
        let within = difference.within();
        let walked = labs::with_lab(&self.offering, today, |old| {
            labs::with_lab(mutant, today, |new| {
                let walked = walk_apart([old, new], within.as_deref(), MOST, &|_| ());
                let script = match &walked {
                    Walked::Parts(parting) => {
                        Some(old.script("Another thing is heard with the fault", &parting.said))
                    }
                    Walked::Alike(_) | Walked::TooMany(_) => None,
                };
                (walked, script)
            })
        });
        match walked.flatten() {
            Some((Walked::Alike(_), _)) if moves.is_empty() => Fate::Same(
                "the same is said in every conversation about one procedure at one level",
            ),
            Some((_, transcript)) => Fate::Survives(Survivor {
                changes,
                transcript,
            }),
            None => Fate::Survives(Survivor {
                changes,
                transcript: None,
            }),
        }
    }
}

impl Suite {
    /// The shortest conversation with an office that knows a case, of those of the policy and those that come out otherwise,
    /// in which the fault is heard.
    fn enacted_apart(&self, difference: &Difference, mutant: &Offering) -> Option<String> {
        let today = prove::day();
        let cases = self.folder.cases.as_ref();
        let cases = cases.and_then(|file| {
            let (cases, _) = parse_cases(&self.offering.policy, &file.path, &file.text);
            cases
        });
        let cases = cases.iter().flat_map(|cases| cases.list());
        let cases = cases.filter(|case| case.settled.is_empty() && case.as_of == today);
        let cases = cases.map(|case| Known {
            facts: &case.facts,
            documents: case.documents.as_deref(),
        });
        let aspects = difference.aspects.iter().map(|(_, facts)| Known {
            facts,
            documents: None,
        });
        let known: Vec<Known<'_>> = aspects.chain(cases).collect();
        labs::with_lab(&self.offering, today, |old| {
            labs::with_lab(mutant, today, |new| {
                // That the text is another is said with every result: here it is no difference.
                let new = Lab {
                    pins: old.pins,
                    ..new.clone()
                };
                let enacted = known.iter().filter_map(|one| {
                    let own = old.enact_known(*one)?;
                    (Some(&own) != new.enact_known(*one).as_ref()).then_some(own.typed)
                });
                let shortest = enacted.min_by_key(Vec::len)?;
                Some(old.script("Another thing is heard with the fault", &shortest))
            })
        })??
    }
}

/// What a fault changes, in a few words.
fn changes(difference: &Difference) -> String {
    let mut all: Vec<String> = Vec::new();
    all.extend(difference.moves().take(3).map(|one| {
        let word = |says: policy::Says| says.map_or("no words", |says| says.as_str());
        format!("{} becomes {}", word(one.from), word(one.to))
    }));
    let aspects = difference.aspects.iter().take(3);
    all.extend(aspects.map(|(aspect, _)| format!("{} `{}`", aspect.kind.as_str(), aspect.name)));
    let entries = difference.entries.iter().chain(&difference.steps);
    let entries = entries.filter(|one| one.change != Change::Form).take(3);
    all.extend(entries.map(|one| format!("{} `{}` {}", one.table, one.name, one.change.as_str())));
    all.join("; ")
}

fn errors(faults: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    faults
        .iter()
        .filter(|fault| fault.severity == Severity::Error)
}

fn differs(replayer: &Replayer, script: &Script) -> bool {
    let result = replayer.play(script).result;
    result.map_or(true, |ran| !ran.differences.is_empty())
}

/// What the cases say against a policy, so many faults at most.
fn cases(folder: &PolicyFolder, most: usize) -> Vec<String> {
    let Some(file) = &folder.cases else {
        return Vec::new();
    };
    let (policy, _) = policy::parse(&folder.policy.path, &folder.policy.text);
    let Some(policy) = policy else {
        return Vec::new();
    };
    let (cases, mut faults) = parse_cases(&policy, &file.path, &file.text);
    if let Some(cases) = cases {
        faults.extend(check_cases(&policy, &cases));
    }
    let told = errors(&faults).map(|fault| fault.message.clone());
    told.take(most).collect()
}

/// The file with one remark more.
fn remarked(file: &Authored) -> Authored {
    Authored::new(file.path.clone(), format!("{}# A remark.\n", file.text))
}
