//! A session that was held, as a transcript that replays it. No typed text was ever kept, so what is typed here are words
//! of the conversation's language for the answers that were taken; whatever is written down has been read back.

mod shift;

pub(super) use shift::moved;

use crate::domain::day::Day;
use crate::domain::dialog::event::{Entry, Event, Menu};
use crate::domain::dialog::{Context, Move, Position, Session, View};
use crate::domain::message::Message;
use crate::lab::phrase::{Read, Tongue};
use crate::store::Log;
use crate::turn::Offering;

/// The first day of a recording whose days were moved, in days since 1970-01-01.
const BEGINS: i32 = 20_779;

/// Which days a recording names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Days {
    /// All are moved by as much, so that the first is the same in every recording: what a policy says depends on the days
    /// between them alone, and none of them is one on which somebody was treated.
    Moved,
    /// They are those of the session.
    Kept,
}

/// A session as a transcript without what is said in return.
#[derive(Debug, Clone)]
pub struct Recording {
    /// The transcript. Replaying it fills in what is said and what holds.
    pub text: String,
    /// How many turns there are no words for; they are left out.
    pub left_out: usize,
    /// By how many days its days were moved.
    pub by: i32,
    /// The day on which it ends.
    pub until: Day,
}

/// Records a session; nothing when nothing happened in it.
#[must_use]
pub fn record(offering: &Offering, log: &Log, days: Days) -> Option<Recording> {
    let first = log.events().find_map(day_of)?;
    let by = match days {
        Days::Moved => BEGINS.saturating_sub(first.days_since(Day::ORIGIN)),
        Days::Kept => 0,
    };
    let turns = log
        .turns
        .iter()
        .map(|turn| turn.events.iter().map(|event| shift::event(event, by)));
    let turns: Vec<Vec<Event>> = turns.map(Iterator::collect).collect();
    let locale = turns.iter().flatten().find_map(|event| match event {
        Event::Opened { locale, .. } => Some(locale.clone()),
        _ => None,
    })?;
    let mut recorder = Recorder {
        offering,
        session: Session::new(&locale),
        today: first.plus(by),
        by,
        lines: Vec::new(),
        left_out: 0,
    };
    let nexts = turns.iter().skip(1).map(Some).chain([None]);
    for (events, next) in turns.iter().zip(nexts) {
        recorder.turn(events, next.map(Vec::as_slice).unwrap_or_default());
    }
    Some(recorder.finish(&locale, first.plus(by)))
}

/// A session that is held once more, in words.
struct Recorder<'o> {
    offering: &'o Offering,
    session: Session,
    today: Day,
    by: i32,
    lines: Vec<String>,
    left_out: usize,
}

impl Recorder<'_> {
    fn turn(&mut self, events: &[Event], next: &[Event]) {
        if let Some(day) = events.iter().find_map(day_of) {
            let days = day.days_since(self.today);
            if days > 0 {
                self.lines.push(format!("! advance {days} days"));
            }
            self.today = day;
        }
        if events
            .iter()
            .any(|event| matches!(event, Event::Repinned { .. }))
        {
            self.lines
                .push("# Here the policy or the dialog changed.".into());
        }
        let wanted = core(events);
        let over = self.session.is_over();
        match wanted.as_slice() {
            // A channel is in a case no more that is over: somebody takes it up by its reference.
            [] if over
                && events
                    .iter()
                    .any(|event| matches!(event, Event::Resumed { .. })) =>
            {
                self.lines.push("! hand-over console".into());
                self.happened(events);
            }
            [] if events
                .iter()
                .any(|event| matches!(event, Event::Resumed { .. })) =>
            {
                self.lines.push("! restart".into());
                self.happened(events);
            }
            [] => {}
            [Event::LocaleChanged { locale }] => {
                self.lines.push(format!("! locale {locale}"));
                self.happened(events);
            }
            [one] if woken(one).is_some() => {
                self.lines
                    .push(format!("! wake {}", woken(one).unwrap_or_default()));
                self.happened(events);
            }
            [Event::Answered { entries, .. }] => self.answered(entries, &wanted),
            // What is read back and confirmed next is told as what was confirmed.
            [Event::Proposed { entries, .. }] if answers(next) == Some(entries) => {
                let _told_next = self.say(entries, &[&wanted]);
            }
            // What was read back and not confirmed led to nothing; nor did its refusal, where it has no words.
            [Event::Proposed { entries, .. }] => {
                let _led_to_nothing = self.say(entries, &[&wanted]);
            }
            [Event::Declined] if self.session.pending.is_none() => {
                let _led_to_nothing = self.say(&[], &[&wanted]);
            }
            _ => self.said(&[], &wanted),
        }
    }

    fn said(&mut self, entries: &[Entry], wanted: &[Event]) {
        if !self.say(entries, &[wanted]) {
            self.left_out = self.left_out.saturating_add(1);
        }
    }

    /// Answers that count: all at once, or one after the other; what is read back is confirmed.
    fn answered(&mut self, entries: &[Entry], wanted: &[Event]) {
        if self.gives(entries, wanted) || self.declines() && self.gives(entries, wanted) {
            return;
        }
        for entry in entries {
            let alone = std::slice::from_ref(entry);
            let answered = Event::Answered {
                entries: alone.to_vec(),
                on: self.today,
            };
            let wanted = [answered];
            let given =
                self.gives(alone, &wanted) || self.goes_back(entry) && self.gives(alone, &wanted);
            self.left_out = self.left_out.saturating_add(usize::from(!given));
        }
    }

    /// Refuses what is read back, so that it can be said anew.
    fn declines(&mut self) -> bool {
        self.session.pending.is_some() && self.say(&[], &[&[Event::Declined]])
    }

    /// Goes back to an answer, to change it.
    fn goes_back(&mut self, entry: &Entry) -> bool {
        let menu = Event::MenuOpened { menu: Menu::Edit };
        let there = Event::Revisited {
            scope: entry.scope.clone(),
            step: entry.step.clone(),
        };
        let at_once = [menu.clone(), there.clone()];
        self.say(&[], &[&at_once]) || self.say(&[], &[&[menu]]) && self.say(&[], &[&[there]])
    }

    /// Whether there are words that give these answers, or give them to be read back.
    fn gives(&mut self, entries: &[Entry], wanted: &[Event]) -> bool {
        let pending = self.session.pending.as_deref();
        if pending.is_some_and(|pending| same_answers(pending, entries)) {
            return self.say(&[], &[wanted]);
        }
        let proposed = Event::Proposed {
            entries: entries.to_vec(),
            left: Vec::new(),
            on: self.today,
        };
        if !self.say(entries, &[wanted, &[proposed]]) {
            return false;
        }
        let waits = self.session.pending.is_some();
        !waits || self.say(&[], &[wanted])
    }

    /// Says something that leads to one of these, the first if it can be; whether there are words for it.
    fn say(&mut self, entries: &[Entry], wanted: &[&[Event]]) -> bool {
        // What is read back already need not be said again.
        let pending = self.session.pending.as_deref().unwrap_or_default();
        let fresh: Vec<Entry> = entries
            .iter()
            .filter(|entry| !pending.contains(entry))
            .cloned()
            .collect();
        let found = wanted.iter().find_map(|one| self.phrase(&fresh, one));
        let Some((text, events)) = found else {
            return false;
        };
        self.lines.push(format!("> {text}"));
        self.happened(&events);
        true
    }

    fn phrase(&self, entries: &[Entry], wanted: &[Event]) -> Option<(String, Vec<Event>)> {
        let view = self.view();
        let (states, locale) = (view.states(), self.offering.locale(&self.session.locale));
        let position: Position = view.position(&states);
        let context = Context {
            view,
            states: &states,
            position: &position,
            words: self.offering.words(&self.session.locale)?,
        };
        let say = |message: &Message| locale.render(message);
        let tongue = Tongue {
            wording: locale,
            say: &say,
        };
        let decide = |a_move: &Move| context.decide(a_move.clone(), self.offering.pins());
        let leads = |read: &Read| {
            let decision = read.as_ref().ok().and_then(|a_move| decide(a_move).ok());
            decision.is_some_and(|decision| same(&core(&decision.events), wanted))
        };
        let text = tongue.phrase(&context, entries, &leads)?;
        let a_move = context.interpret(&text).ok()?;
        Some((text, decide(&a_move).ok()?.events))
    }

    fn view(&self) -> View<'_> {
        View {
            policy: &self.offering.policy,
            dialog: &self.offering.dialog,
            session: &self.session,
            today: self.today,
        }
    }

    fn happened(&mut self, events: &[Event]) {
        self.session.turn(events);
    }

    fn finish(self, locale: &str, today: Day) -> Recording {
        let states = self.view().states();
        let policy = self.offering.policy.name();
        let mut text = match self.left_out {
            0 => String::new(),
            1 => "# 1 turn could not be put into words and is left out.\n".to_owned(),
            many => format!("# {many} turns could not be put into words and are left out.\n"),
        };
        text.push_str(&format!(
            "locale: {locale}\ntoday: {today}\nchannel: terminal\npolicy: {policy}\n\n"
        ));
        for line in &self.lines {
            text.push_str(line);
            text.push('\n');
        }
        // What these are is filled in when it is replayed.
        if !states.is_empty() {
            text.push_str("= disposition: unknown\n= needs: unknown\n");
        }
        let mut facts: Vec<&str> = states
            .iter()
            .flat_map(|state| state.values.keys())
            .map(|fact| fact.as_str())
            .collect();
        facts.sort_unstable();
        facts.dedup();
        for fact in facts {
            text.push_str(&format!("= {fact}: unknown\n"));
        }
        Recording {
            text,
            left_out: self.left_out,
            by: self.by,
            until: self.today,
        }
    }
}

/// What happened besides that a session began, was taken up again, or found another policy.
fn core(events: &[Event]) -> Vec<Event> {
    let besides = |event: &&Event| {
        !matches!(
            event,
            Event::Opened { .. } | Event::Resumed { .. } | Event::Repinned { .. }
        )
    };
    events.iter().filter(besides).cloned().collect()
}

/// Whether the same happened, but for the order of answers given at once, and for what was left out of them.
fn same(events: &[Event], wanted: &[Event]) -> bool {
    let alike = |(one, other): (&Event, &Event)| match (one, other) {
        (Event::Proposed { entries, .. }, Event::Proposed { entries: own, .. })
        | (Event::Answered { entries, .. }, Event::Answered { entries: own, .. }) => {
            same_answers(entries, own)
        }
        _ => one == other,
    };
    events.len() == wanted.len() && events.iter().zip(wanted).all(alike)
}

fn same_answers(one: &[Entry], other: &[Entry]) -> bool {
    one.len() == other.len() && one.iter().all(|entry| other.contains(entry))
}

fn answers(events: &[Event]) -> Option<&Vec<Entry>> {
    events.iter().find_map(|event| match event {
        Event::Answered { entries, .. } => Some(entries),
        _ => None,
    })
}

/// What the directive `wake` says for an event that nobody brought about.
fn woken(event: &Event) -> Option<&'static str> {
    match event {
        Event::Reminded { .. } => Some("remind"),
        Event::Nudged { .. } => Some("nudge"),
        Event::Expired { .. } => Some("expire"),
        _ => None,
    }
}

/// The day on which something happened, where it says so.
fn day_of(event: &Event) -> Option<Day> {
    match event {
        Event::Opened { on, .. }
        | Event::Proposed { on, .. }
        | Event::Answered { on, .. }
        | Event::Confirmed { on }
        | Event::Resumed { on }
        | Event::Repinned { on, .. }
        | Event::Restarted { on }
        | Event::Reminded { on }
        | Event::Nudged { on }
        | Event::Expired { on } => Some(*on),
        Event::Declined
        | Event::Revisited { .. }
        | Event::MenuOpened { .. }
        | Event::LocaleChanged { .. }
        | Event::Paused
        | Event::Cancelled
        | Event::ReminderSet { .. } => None,
    }
}
