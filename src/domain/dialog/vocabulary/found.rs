//! The phrases that are looked for in free text.

use crate::domain::dialog::model::{Dialog, Gives, Step, StepKind};
use crate::domain::dialog::typed::{Cues, denies, normalize::normalize};
use crate::domain::dialog::vocabulary::{Cue, Faq, Wording, own_yes_no, phrases};

pub(super) fn own_cues(step: &Step, words: &dyn Wording) -> Cues<usize> {
    let mut cues = Cues::default();
    for (number, choice) in step.choices.iter().enumerate() {
        let id = step.choice_message(choice);
        cues.choice(
            &number,
            phrases(words, &id)
                .into_iter()
                .chain(words.listed(&id, "bare"))
                .filter(|phrase| phrase.contains(' ') || !denies(phrase)),
        );
        cues.denial(&number, words.listed(&id, "no-phrases"));
    }
    cues
}

pub(super) fn faq(words: &dyn Wording) -> Cues<Faq> {
    let mut cues = Cues::default();
    for faq in [Faq::Patient, Faq::Approved] {
        cues.choice(&faq, words.listed(faq.message(), "phrases"));
    }
    cues
}

/// Phrases for free text. Where two steps share a phrase the earlier one has it: it is asked first.
pub(super) fn cues(dialog: &Dialog, words: &dyn Wording) -> Cues<Cue> {
    let mut cues = Cues::default();
    let mut seen: Vec<String> = Vec::new();
    for (number, step) in dialog.steps.iter().enumerate() {
        for (place, choice) in step.choices.iter().enumerate() {
            // What else is so is not said with one of several.
            if matches!(choice.gives, Gives::Document(_)) || step.kind == StepKind::Several {
                continue;
            }
            let own = match step.kind {
                StepKind::YesNo => own_yes_no(step, choice.name.as_str(), words),
                _ => phrases(words, &step.choice_message(choice)),
            };
            let fresh = own
                .into_iter()
                .filter(|phrase| !seen.contains(&normalize(phrase)))
                .collect::<Vec<_>>();
            seen.extend(fresh.iter().map(|phrase| normalize(phrase)));
            cues.choice(&Cue::Choice(number, place), fresh);
        }
        let times = words.listed(&format!("ask-{}", step.name), "cues");
        match step.kind {
            StepKind::Date | StepKind::Period => cues.time(&Cue::Time(number), times),
            StepKind::Number => {
                let range = step.range.unwrap_or_default();
                cues.number(&Cue::Number(number), range, &times);
                cues.other_time(times);
            }
            _ => cues.other_time(times),
        }
    }
    cues
}
