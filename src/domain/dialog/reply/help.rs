//! Help: why this is asked, and what can be typed.

use crate::domain::dialog::event::{Menu, Scope};
use crate::domain::dialog::model::Step;
use crate::domain::dialog::position::Position;
use crate::domain::dialog::reply::{Reply, Scene};
use crate::domain::dialog::said;
use crate::domain::dialog::vocabulary::Verb;
use crate::domain::message::Message;

impl Scene<'_> {
    /// Why the question is asked, which criteria rest on it, who can tell, and what can be typed now.
    pub(super) fn help(&self, reply: &mut Reply) {
        match self.position {
            Position::Ask(asked) | Position::Recheck(asked) => {
                if let Some(step) = self.view.dialog.step(&asked.step) {
                    self.help_on(reply, step, &asked.scope);
                }
            }
            Position::ReadBack => reply.say(said::help_read_back()),
            Position::Summary => reply.say(said::help_summary()),
            Position::Same { .. } => reply.say(said::help_same()),
            Position::Contradiction { .. }
            | Position::Menu(_)
            | Position::Assessed
            | Position::Cancelled => {}
        }
        reply.head(said::help_now_heading());
        self.verbs(reply, &self.verbs_now());
    }

    /// All that can be typed at any time.
    pub(super) fn commands(&self, reply: &mut Reply) {
        reply.head(said::help_heading());
        self.verbs(reply, &Verb::ALL);
    }

    fn verbs(&self, reply: &mut Reply, verbs: &[Verb]) {
        for verb in verbs {
            let about = Message::new(format!("{}.about", verb.message()));
            reply.point(said::help_line(Message::new(verb.message()), about));
        }
    }

    /// The few verbs that matter where the session stands.
    fn verbs_now(&self) -> Vec<Verb> {
        let mut verbs = match self.position {
            Position::Ask(_) if self.view.session.focus.is_some() => vec![Verb::Keep, Verb::Back],
            Position::Ask(asked) => {
                let step = self.view.dialog.step(&asked.step);
                let open = step.is_some_and(Step::can_be_open);
                let open = open.then_some(Verb::NotOnRecord);
                let told = (!self.view.session.answers.is_empty()).then_some(Verb::Back);
                open.into_iter().chain(told).collect()
            }
            Position::Menu(Menu::Edit) => vec![Verb::Keep],
            Position::Assessed => vec![Verb::Details, Verb::Edit, Verb::Restart],
            Position::Summary => vec![Verb::Edit],
            Position::Cancelled => vec![Verb::Restart],
            _ => vec![Verb::Back],
        };
        let waits = !matches!(
            self.position,
            Position::Assessed | Position::Cancelled | Position::Menu(_)
        );
        verbs.extend((waits && !self.view.session.is_new()).then_some(Verb::Pause));
        verbs.push(Verb::Commands);
        verbs
    }

    fn help_on(&self, reply: &mut Reply, step: &Step, scope: &Scope) {
        let why = Message::new(format!("ask-{}.help", step.name));
        reply.say(self.view.with_place(why, scope));
        let cites = self.cites(step);
        if !cites.is_empty() {
            reply.point(said::help_cite(cites.join("; ").as_str()));
        }
        let supplier = Message::new(format!("supplier-{}", step.supplied_by));
        reply.point(said::help_supplier(supplier));
    }

    /// The criteria that rest on what a step settles, as the policy cites them.
    fn cites(&self, step: &Step) -> Vec<String> {
        let procedure = self
            .view
            .procedures()
            .first()
            .map(|one| one.as_str().to_owned());
        let criteria = self.view.policy.criteria();
        let own = criteria
            .filter(|(number, _)| !self.view.policy.facts_of(*number).and(step.sets).is_empty());
        let mut cites: Vec<String> = own
            .map(|(number, _)| {
                self.view
                    .policy
                    .cite(number, procedure.as_deref())
                    .to_owned()
            })
            .collect();
        let mut seen: Vec<String> = Vec::new();
        cites.retain(|cite| {
            let fresh = !seen.contains(cite);
            seen.extend(fresh.then(|| cite.clone()));
            fresh
        });
        cites
    }
}
