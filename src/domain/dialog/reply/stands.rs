//! Where a case stands.

use crate::domain::dialog::position::Position;
use crate::domain::dialog::reply::{Reply, Scene};
use crate::domain::dialog::said;
use crate::domain::message::Message;

impl Scene<'_> {
    /// The case reference, how far along it is, and what it has come to; the question follows.
    pub(super) fn stands(&self, reply: &mut Reply) {
        let session = self.view.session;
        if session.is_new() {
            return reply.say(said::stands_new());
        }
        reply.say(said::result_reference(self.reference().as_str()));
        match self.position {
            Position::Cancelled => reply.say(self.cancelled()),
            Position::Summary => reply.say(said::stands_summary(self.answers())),
            Position::Assessed => self.stands_assessed(reply),
            _ => reply.say(said::stands_asking(self.answers())),
        }
        if let Some(day) = session.reminder {
            reply.say(said::reminder_set(day));
        }
    }

    fn stands_assessed(&self, reply: &mut Reply) {
        reply.say(said::stands_assessed(self.answers()));
        for state in self.states {
            let disposition = state.assessment.disposition.as_str();
            let short = Message::new(format!("disposition-{disposition}.short"));
            let item = self.view.item_message(&state.item);
            reply.point(said::stands_result(item, short));
        }
        reply.say(said::stands_next());
    }

    /// Whether the case has come to a result, whatever is asked in between and even when it was given up.
    pub(super) fn has_result(&self) -> bool {
        self.view.beneath(self.states) == Position::Assessed
    }

    /// What became of a case that was given up.
    pub(super) fn cancelled(&self) -> Message {
        let reference = self.reference();
        if self.has_result() {
            said::cancelled_result(reference.as_str())
        } else {
            said::cancelled(reference.as_str())
        }
    }

    /// How many questions were answered.
    pub(super) fn answers(&self) -> i64 {
        let told = self.view.session.answers.keys();
        let known = told.filter(|(_, step)| self.view.dialog.step(step).is_some());
        i64::try_from(known.count()).unwrap_or(i64::MAX)
    }
}
