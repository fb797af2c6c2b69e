//! What happens to a case that nobody is talking to: what it waits for, and what looking at it leads to.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use preauth::domain::day::Day;
use preauth::domain::dialog::event::{Answer, Entry, Event, Menu, Scope};
use preauth::domain::dialog::{Agenda, Session, View, Wake};
use preauth::domain::name::{StepName, ValueName};
use preauth::domain::policy::Value;
use preauth::library::Library;
use preauth::turn::Offering;

fn offering() -> &'static Offering {
    static ONE: OnceLock<Offering> = OnceLock::new();
    ONE.get_or_init(|| {
        let library = Library::embedded().unwrap();
        let folder = library.policy("vertebral-augmentation").unwrap();
        Offering::load(folder, &library.locales, &[]).0.unwrap()
    })
}

fn day() -> Day {
    Day::parse("2026-11-22").unwrap()
}

fn entry(scope: Scope, step: &str, answer: Answer) -> Entry {
    Entry {
        scope,
        step: StepName::parse(step).unwrap(),
        answer,
    }
}

fn asks_for(procedure: &str) -> Event {
    let procedure = ValueName::parse(procedure).unwrap();
    let answer = Answer::Procedures(vec![procedure]);
    Event::Answered {
        entries: vec![entry(Scope::Request, "procedure", answer)],
        on: day(),
    }
}

fn session(events: &[Event]) -> Session {
    let opened = Event::Opened {
        pins: offering().pins().clone(),
        locale: "en-US".into(),
        on: day(),
    };
    let turns: Vec<Vec<Event>> = [opened]
        .iter()
        .chain(events)
        .map(|event| vec![event.clone()])
        .collect();
    Session::replay("en-US", turns.iter().map(Vec::as_slice))
}

fn view(session: &Session, today: Day) -> View<'_> {
    View {
        policy: &offering().policy,
        dialog: &offering().dialog,
        session,
        today,
    }
}

fn agenda(events: &[Event]) -> Agenda {
    let session = session(events);
    let view = view(&session, day());
    view.agenda(&view.position(&view.states()))
}

/// What the session does when it is looked at after so many days.
fn woken(events: &[Event], days: i32, wake: Wake) -> Vec<Event> {
    let session = session(events);
    view(&session, day().plus(days)).woken(wake).events
}

/// Waiting for the cause; sacroplasty needs no more than its name, so there is a result.
fn waiting() -> Vec<Event> {
    vec![asks_for("kyphoplasty")]
}

fn assessed() -> Vec<Event> {
    vec![asks_for("sacroplasty"), Event::Confirmed { on: day() }]
}

fn with(events: Vec<Event>, more: Event) -> Vec<Event> {
    events.into_iter().chain([more]).collect()
}

#[test]
fn a_case_waits_until_it_has_a_result_or_is_over() {
    let waits = |events: &[Event]| agenda(events).waits;
    assert!(waits(&waiting()));
    assert!(waits(&with(waiting(), Event::Paused)));
    assert!(!waits(&with(waiting(), Event::Cancelled)));
    assert!(!waits(&with(waiting(), Event::Expired { on: day() })));
    assert!(!waits(&assessed()));
    let menu = Event::MenuOpened { menu: Menu::Edit };
    assert!(!waits(&with(assessed(), menu.clone())));
    assert!(waits(&with(waiting(), menu)));
    let new = Session::new("en-US");
    let view = view(&new, day());
    assert!(!view.agenda(&view.position(&[])).waits);
    assert_eq!(view.woken(Wake::Nudge).events, []);
}

#[test]
fn a_case_that_waits_is_nudged_once_until_somebody_goes_on() {
    let on = day().plus(3);
    let nudged = Event::Nudged { on };
    let again = with(waiting(), nudged.clone());
    for events in [waiting(), with(waiting(), Event::Paused)] {
        assert_eq!(
            woken(&events, 3, Wake::Nudge),
            std::slice::from_ref(&nudged)
        );
    }
    assert_eq!(woken(&again, 3, Wake::Nudge), []);
    assert!(agenda(&again).nudged);
    let on = day().plus(4);
    let back = with(again, Event::Resumed { on });
    assert_eq!(woken(&back, 4, Wake::Nudge), [Event::Nudged { on }]);
    assert_eq!(woken(&assessed(), 3, Wake::Nudge), []);
    assert_eq!(
        woken(&with(waiting(), Event::Cancelled), 3, Wake::Nudge),
        []
    );
}

#[test]
fn a_case_that_expired_keeps_its_answers_and_is_taken_up_again() {
    let expired = Event::Expired { on: day().plus(30) };
    assert_eq!(
        woken(&waiting(), 30, Wake::Expire),
        std::slice::from_ref(&expired)
    );
    assert_eq!(woken(&assessed(), 30, Wake::Expire), []);
    let events = with(waiting(), expired);
    assert_eq!(woken(&events, 31, Wake::Expire), []);
    assert_eq!(woken(&events, 31, Wake::Nudge), []);
    let over = session(&events);
    assert!(over.is_over() && over.answers.len() == 1);
    let on = day().plus(30);
    let back = view(&over, on).arrived().events;
    assert_eq!(back, [Event::Resumed { on }]);
    let back = session(&with(events, back[0].clone()));
    assert!(!back.is_over() && back.answers.len() == 1);
}

#[test]
fn a_case_that_was_given_up_is_taken_up_again_by_whoever_asks_for_it() {
    let events = with(waiting(), Event::Cancelled);
    let over = session(&events);
    let back = view(&over, day()).arrived().events;
    assert_eq!(back, [Event::Resumed { on: day() }]);
    let back = session(&with(events, back[0].clone()));
    assert!(!back.is_over() && back.answers.len() == 1);
}

#[test]
fn a_reminder_comes_on_its_day_or_after_it_and_once() {
    let on = day().plus(10);
    let set = with(assessed(), Event::ReminderSet { on });
    assert_eq!(agenda(&set).remind, Some(on));
    assert_eq!(woken(&set, 9, Wake::Remind), []);
    for days in [10, 12] {
        let on = day().plus(days);
        assert_eq!(woken(&set, days, Wake::Remind), [Event::Reminded { on }]);
    }
    assert_eq!(woken(&assessed(), 10, Wake::Remind), []);
    let told = with(set.clone(), Event::Reminded { on });
    assert_eq!(woken(&told, 10, Wake::Remind), []);
    assert_eq!(agenda(&told).remind, None);
    let cancelled = with(set, Event::Cancelled);
    assert_eq!(woken(&cancelled, 10, Wake::Remind), []);
    assert_eq!(agenda(&cancelled).remind, None);
}

#[test]
fn neither_a_nudge_nor_an_end_counts_as_an_answer() {
    let on = day().plus(3);
    let fact = Value::Choice(ValueName::parse("compression").unwrap());
    let facts = Answer::Facts(BTreeMap::from([(
        preauth::domain::name::FactName::parse("fracture").unwrap(),
        fact,
    )]));
    let answered = Event::Answered {
        entries: vec![entry(Scope::Place(0), "fracture", facts)],
        on: day(),
    };
    let events = [waiting(), vec![answered, Event::Nudged { on }]].concat();
    let nudged = session(&events);
    assert_eq!(nudged.last_day, Some(day()));
    assert_eq!(nudged.resumed, None);
    assert_eq!(nudged.answers.len(), 2);
}
