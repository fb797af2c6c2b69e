//! What goes wrong goes wrong as it was asked to, and only there.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{Line, OFFICE};
use crate::telegram::fake::{Fault, What};

fn hello(chat: i64) -> Value {
    json!({"chat_id": chat, "text": "hello"})
}

fn count(line: &Line) -> usize {
    line.fake.world().chat(OFFICE).sent().count()
}

#[test]
fn a_connection_is_lost_before_or_after_something_happened() {
    let line = Line::new();
    line.fake
        .fault(Fault::once("sendmessage", What::LostBefore));
    assert_eq!(line.call("sendMessage", &hello(OFFICE)), Value::Null);
    assert_eq!(count(&line), 0);
    line.fake.fault(Fault::once("sendmessage", What::LostAfter));
    assert_eq!(line.call("sendMessage", &hello(OFFICE)), Value::Null);
    assert_eq!(count(&line), 1);
    line.taken("sendMessage", &hello(OFFICE));
    let codes: Vec<Option<u16>> = line
        .fake
        .world()
        .calls
        .iter()
        .map(|call| call.code)
        .collect();
    assert_eq!(codes, [None, None, Some(200)]);
}

#[test]
fn updates_whose_answer_was_lost_come_again() {
    let line = Line::new();
    line.fake.fault(Fault::once("getupdates", What::LostAfter));
    assert_eq!(line.call("getUpdates", &json!({"offset": 0})), Value::Null);
    let again = line.taken("getUpdates", &json!({"offset": 0}));
    assert_eq!(again.as_array().unwrap().len(), 1);
}

#[test]
fn a_status_strikes_as_often_as_it_was_told_to() {
    let line = Line::new();
    line.fake.fault(Fault {
        chat: Some(OFFICE),
        times: 2,
        one_in: 2,
        ..Fault::once("", What::Status(502))
    });
    let ok: Vec<bool> = (0..6)
        .map(|_| line.call("sendMessage", &hello(OFFICE))["ok"] == json!(true))
        .collect();
    assert_eq!(ok, [true, false, true, false, true, true]);
    line.fake.fault(Fault::always("getme", What::Status(500)));
    assert_eq!(
        line.refused("getMe", &json!({})),
        "500 Internal Server Error"
    );
    line.fake.world().faults.clear();
    line.taken("getMe", &json!({}));
    line.fake
        .fault(Fault::once("getme", What::Refused(401, "Unauthorized")));
    assert_eq!(line.refused("getMe", &json!({})), "401 Unauthorized");
}

#[test]
fn too_much_for_one_chat_is_not_too_much_for_another() {
    let line = Line::new();
    line.fake.types(7, 7, "/start");
    line.fake
        .world()
        .faults
        .limit(Some(OFFICE), Duration::from_secs(30));
    let answer = line.call("sendMessage", &hello(OFFICE));
    assert_eq!(answer["error_code"], json!(429));
    assert_eq!(answer["parameters"]["retry_after"], json!(30));
    line.taken("sendMessage", &hello(7));
    line.refused("sendMessage", &hello(OFFICE));
    assert_eq!(line.fake.world().faults.impatient, 0, "that was on its way");
    std::thread::sleep(Duration::from_millis(300));
    line.refused("sendMessage", &hello(OFFICE));
    assert_eq!(line.fake.world().faults.impatient, 1);
    line.fake
        .world()
        .faults
        .limit(None, Duration::from_secs(30));
    line.refused("sendMessage", &hello(7));
    line.fake.world().faults.clear();
    line.taken("sendMessage", &hello(OFFICE));
}

#[test]
fn in_an_outage_nothing_is_reached_and_nothing_is_forgotten() {
    let line = Line::new();
    line.fake.outage(true);
    assert_eq!(line.call("sendMessage", &hello(OFFICE)), Value::Null);
    assert_eq!(
        line.call("getUpdates", &json!({"timeout": 30})),
        Value::Null
    );
    line.fake.types(OFFICE, OFFICE, "is anybody there");
    line.fake.outage(false);
    let updates = line.taken("getUpdates", &json!({"offset": 0}));
    assert_eq!(updates.as_array().unwrap().len(), 2);
}

#[test]
fn an_outage_ends_the_poll_that_waits() {
    let line = Line::new();
    let waits = json!({"offset": 900_000_000, "timeout": 30});
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| line.call("getUpdates", &waits));
        line.fake.wait_for(Duration::from_secs(10), |world| {
            (world.queue.polls == 1).then_some(())
        });
        line.fake.outage(true);
        assert_eq!(waiting.join().unwrap(), Value::Null);
    });
}

#[test]
fn a_way_takes_time() {
    let line = Line::new();
    line.fake.round_trip(Duration::from_millis(60));
    let began = Instant::now();
    line.taken("sendMessage", &hello(OFFICE));
    assert!(began.elapsed() >= Duration::from_millis(60));
}
