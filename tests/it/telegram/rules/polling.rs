//! Updates are handed out until they are confirmed, to one poll at a time.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use teloxide::prelude::Requester;
use teloxide::types::{MediaKind, MessageKind, UpdateKind};

use super::{Line, OFFICE, ask};
use crate::telegram::fake::{TOKEN, Thing};

fn ids(updates: &Value) -> Vec<i64> {
    let updates = updates.as_array().unwrap().iter();
    updates
        .map(|update| update["update_id"].as_i64().unwrap())
        .collect()
}

fn texts(updates: &Value) -> Vec<&str> {
    let updates = updates.as_array().unwrap().iter();
    updates
        .map(|update| update["message"]["text"].as_str().unwrap())
        .collect()
}

fn poll(line: &Line, offset: i64) -> Value {
    line.taken("getUpdates", &json!({"offset": offset}))
}

fn second_poll(line: &Line) {
    let begun = line.fake.wait_for(Duration::from_secs(10), |world| {
        (world.queue.polls == 2).then_some(())
    });
    assert_eq!(begun, Some(()));
}

#[test]
fn what_is_not_confirmed_is_given_again() {
    let line = Line::new();
    line.fake.types(OFFICE, OFFICE, "one");
    let first = poll(&line, 0);
    assert_eq!(texts(&first), ["/start", "one"]);
    let last = ids(&first)[1];
    assert_eq!(texts(&poll(&line, last)), ["one"]);
    assert_eq!(poll(&line, last + 1), json!([]));
    assert_eq!(line.fake.world().queue.confirmed, last + 1);
    // What was confirmed is gone, whatever is asked for.
    assert_eq!(poll(&line, 0), json!([]));
}

#[test]
fn a_poll_that_repeats_its_offset_at_once_gets_one_update() {
    let line = Line::new();
    line.fake.types(OFFICE, OFFICE, "one");
    assert_eq!(poll(&line, 1).as_array().unwrap().len(), 2);
    assert_eq!(poll(&line, 1).as_array().unwrap().len(), 1);
}

#[test]
fn a_limit_is_kept_and_a_negative_offset_counts_from_the_end() {
    let line = Line::new();
    for text in ["one", "two", "three"] {
        line.fake.types(OFFICE, OFFICE, text);
    }
    let two = line.taken("getUpdates", &json!({"offset": 0, "limit": 2}));
    assert_eq!(texts(&two), ["/start", "one"]);
    let last = line.taken("getUpdates", &json!({"offset": -1}));
    assert_eq!(texts(&last), ["three"]);
    assert_eq!(texts(&poll(&line, 0)), ["three"]);
}

#[test]
fn a_poll_waits_for_what_is_not_there_yet_and_no_longer_than_it_said() {
    let line = Line::new();
    let next = ids(&poll(&line, 0))[0] + 1;
    let waits = json!({"offset": next, "timeout": 30});
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| line.taken("getUpdates", &waits));
        second_poll(&line);
        line.fake.types(OFFICE, OFFICE, "late");
        assert_eq!(texts(&waiting.join().unwrap()), ["late"]);
    });
    let began = Instant::now();
    let nothing = line.taken("getUpdates", &json!({"offset": next + 1, "timeout": 1}));
    assert_eq!(nothing, json!([]));
    assert!(began.elapsed() >= Duration::from_secs(1));
}

#[test]
fn a_second_poll_ends_the_first() {
    let line = Line::new();
    let next = ids(&poll(&line, 0))[0] + 1;
    let waits = json!({"offset": next, "timeout": 30});
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| line.refused("getUpdates", &waits));
        second_poll(&line);
        assert_eq!(
            line.taken("getUpdates", &json!({"offset": next})),
            json!([])
        );
        assert!(
            waiting
                .join()
                .unwrap()
                .starts_with("409 Conflict: terminated by other getUpdates")
        );
    });
}

#[test]
fn a_bot_is_told_only_what_it_asked_for() {
    let line = Line::new();
    let only = json!({"offset": 0, "allowed_updates": ["callback_query"]});
    assert_eq!(line.taken("getUpdates", &only).as_array().unwrap().len(), 1);
    let sent = line.sent("a question");
    line.fake.types(OFFICE, OFFICE, "not told");
    line.fake.presses(
        OFFICE,
        OFFICE,
        i32::try_from(sent.as_i64().unwrap()).unwrap(),
        "data",
    );
    // The last list counts until there is another.
    let updates = poll(&line, 1);
    assert!(
        updates[1]["callback_query"]["data"] == json!("data"),
        "{updates}"
    );
}

#[test]
fn a_wrong_token_and_a_method_that_is_not_there_are_refused() {
    let line = Line::new();
    let (url, nothing) = (line.fake.url(), json!({}));
    let wrong = ask(&url, "700001:other", "getMe", &nothing);
    let wrong = line.fake.handle().block_on(wrong);
    assert_eq!(wrong["error_code"], json!(401));
    assert_eq!(line.refused("getNothing", &json!({})), "404 Not Found");
    assert_eq!(line.taken("GETME", &json!({}))["id"], json!(700_001));
    assert_eq!(TOKEN.split(':').next(), Some("700001"));
}

#[test]
fn presses_for_which_nobody_comes_are_forgotten_and_messages_are_not() {
    let line = Line::new();
    line.fake.presses(OFFICE, OFFICE, 1, "data");
    line.fake.world().queue.presses_wait = Duration::ZERO;
    assert_eq!(texts(&poll(&line, 0)), ["/start"]);
}

#[test]
fn an_update_can_come_once_more_after_it_was_confirmed() {
    let line = Line::new();
    let old = poll(&line, 0);
    let next = ids(&old)[0] + 1;
    let again = line.fake.world().queue.waiting[0].clone();
    assert_eq!(poll(&line, next), json!([]));
    line.fake.world().queue.repeat(again);
    assert_eq!(poll(&line, next), old);
    assert_eq!(poll(&line, next), json!([]));
}

#[test]
fn updates_can_be_put_in_another_order_and_their_ids_follow_it() {
    let line = Line::new();
    line.fake.world().queue.hold();
    line.fake.types(OFFICE, OFFICE, "one");
    line.fake.types(OFFICE, OFFICE, "two");
    assert_eq!(texts(&poll(&line, 1)), ["/start"]);
    line.fake.world().queue.release(|held| held.reverse());
    let updates = poll(&line, 0);
    assert_eq!(texts(&updates), ["/start", "two", "one"]);
    assert!(ids(&updates).is_sorted());
}

#[test]
fn everything_people_do_is_told_in_a_form_that_bots_read() {
    let line = Line::new();
    let office = line.fake.types(OFFICE, OFFICE, "words");
    line.fake.types(-77, OFFICE, "words in a group");
    line.fake.edits(OFFICE, office, "other words");
    for thing in Thing::ALL {
        line.fake.sends(OFFICE, thing, Some("below it"));
    }
    let sent = line.taken(
        "sendMessage",
        &json!({"chat_id": OFFICE, "text": "a question", "protect_content": true, "reply_markup":
            {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}}),
    );
    let sent = i32::try_from(sent["message_id"].as_i64().unwrap()).unwrap();
    line.fake.presses(OFFICE, OFFICE, sent, "yes");
    line.fake.presses(OFFICE, OFFICE, 99_999, "forged");
    line.fake.blocks(OFFICE, true);
    let updates = line
        .fake
        .handle()
        .block_on(async { line.bot().get_updates().await.unwrap() });
    let kinds: Vec<String> = updates.iter().map(|update| kind(&update.kind)).collect();
    assert_eq!(
        kinds,
        [
            "text",
            "text",
            "group",
            "edited",
            "photo",
            "voice",
            "sticker",
            "location",
            "document",
            "contact",
            "press yes",
            "press forged",
            "blocked",
        ]
    );
}

fn kind(kind: &UpdateKind) -> String {
    let named = match kind {
        UpdateKind::Message(message) if !message.chat.is_private() => "group",
        UpdateKind::Message(message) => match &message.kind {
            MessageKind::Common(common) => match &common.media_kind {
                MediaKind::Text(_) => "text",
                MediaKind::Photo(_) => "photo",
                MediaKind::Voice(_) => "voice",
                MediaKind::Sticker(_) => "sticker",
                MediaKind::Location(_) => "location",
                MediaKind::Document(_) => "document",
                MediaKind::Contact(_) => "contact",
                other => return format!("{other:?}"),
            },
            other => return format!("{other:?}"),
        },
        UpdateKind::EditedMessage(_) => "edited",
        UpdateKind::CallbackQuery(query) => {
            return format!("press {}", query.data.as_deref().unwrap_or_default());
        }
        UpdateKind::MyChatMember(member) if member.new_chat_member.is_banned() => "blocked",
        other => return format!("{other:?}"),
    };
    named.to_owned()
}
