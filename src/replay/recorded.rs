//! A conversation recorded from its session: the recording replays as it is written, and comes to the same.

use std::sync::Arc;

use crate::domain::diagnostic::Diagnostic;
use crate::domain::dialog::ItemState;
use crate::domain::name::FactName;
use crate::domain::policy::Disposition;
use crate::domain::transcript::{self, Difference, Subject};
use crate::replay::course::Course;
use crate::replay::keeper::Keeper;
use crate::replay::record::{Days, Recording, moved, record};
use crate::replay::stage::{Over, Stage};
use crate::replay::{Mode, Piece, Ran, Script, Under};

impl Piece<'_> {
    pub(super) fn recorded(&self) -> Result<Vec<Under>, Diagnostic> {
        let stage = self.stage(self.own_locale(), Keeper::memory(), Over::Named);
        let course = Course::new(self, stage, None)?.play()?;
        let log = course.stage.log().map_err(|halt| self.whole(&halt))?;
        let recording = log.and_then(|log| record(course.stage.offering(), &log, Days::Moved));
        let Some(recording) = recording else {
            return Ok(Vec::new());
        };
        let line = self.transcript.turns.last().map_or(1, |turn| turn.line);
        let differs = self.differs(&course.stage, &recording);
        let differences = differs.map(|(expected, got)| Difference {
            line,
            subject: Subject::Recorded,
            expected: Some(expected),
            got: Some(got),
        });
        Ok(vec![Under::of(
            Mode::Recorded,
            None,
            differences.into_iter().collect(),
        )])
    }

    /// How the recording differs from what was recorded; nothing when it does not.
    fn differs(&self, own: &Stage<'_>, recording: &Recording) -> Option<(String, String)> {
        let whole = |got: String| Some(("a recording that replays".to_owned(), got));
        if recording.left_out > 0 {
            return whole(format!(
                "{} turns without words:\n{}",
                recording.left_out, recording.text
            ));
        }
        let blessed = match self.again(own, &recording.text) {
            Ok((ran, _)) => ran.blessed,
            Err(why) => return whole(why),
        };
        let (ran, states) = match self.again(own, &blessed) {
            Ok(again) => again,
            Err(why) => return whole(why),
        };
        if let Some(first) = ran.differences.first() {
            return whole(format!("line {}: {:?}\n{blessed}", first.line, first.got));
        }
        let own = own.states_on(recording.until.plus(recording.by.saturating_neg()));
        let (expected, got) = (come(&own, recording.by), come(&states, 0));
        (expected != got).then(|| (format!("{expected:?}"), format!("{got:?}\n{blessed}")))
    }

    /// Plays a recording under the version of the policy that the session ended with.
    fn again(&self, own: &Stage<'_>, text: &str) -> Result<(Ran, Vec<ItemState>), String> {
        let script = Script {
            text: text.into(),
            ..self.script.clone()
        };
        let (transcript, faults) = transcript::parse(&script.file, text);
        let told = || format!("{faults:?}\n{text}");
        let piece = Piece {
            shelf: self.shelf,
            script: &script,
            transcript: &transcript.ok_or_else(told)?,
            offering: Arc::clone(own.offering()),
        };
        let stage = piece.stage(piece.own_locale(), Keeper::memory(), Over::Named);
        let course = Course::new(&piece, stage, None).and_then(Course::play);
        let course = course.map_err(|fault| format!("{fault:?}\n{text}"))?;
        let states = course.stage.last().map(|last| last.states.clone());
        Ok((piece.ran(course), states.unwrap_or_default()))
    }
}

/// What items come to, with the days of their facts moved.
fn come(
    states: &[ItemState],
    by: i32,
) -> Vec<(Disposition, Vec<(FactName, crate::domain::policy::Value)>)> {
    let values = |state: &ItemState| {
        let values = state.values.iter();
        values
            .map(|(fact, value)| (fact.clone(), moved(value, by)))
            .collect()
    };
    states
        .iter()
        .map(|state| (state.assessment.disposition, values(state)))
        .collect()
}
