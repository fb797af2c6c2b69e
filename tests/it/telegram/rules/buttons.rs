//! Buttons, presses, and the menu of commands.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Line, OFFICE};

fn message(rows: &Value) -> Value {
    json!({"chat_id": OFFICE, "text": "a question", "reply_markup": {"inline_keyboard": rows}})
}

fn button(data: &str) -> Value {
    json!({"text": "Yes", "callback_data": data})
}

#[test]
fn a_button_gives_back_one_to_64_bytes() {
    let line = Line::new();
    for data in ["a", &"a".repeat(64), &"ñ".repeat(32)] {
        line.taken("sendMessage", &message(&json!([[button(data)]])));
    }
    for data in ["", &"a".repeat(65), &"ñ".repeat(33)] {
        let why = line.refused("sendMessage", &message(&json!([[button(data)]])));
        assert_eq!(why, "400 Bad Request: BUTTON_DATA_INVALID");
    }
}

#[test]
fn a_button_has_words_and_something_to_do() {
    let line = Line::new();
    for wrong in [
        json!({"text": "", "callback_data": "a"}),
        json!({"text": "Yes"}),
        json!("Yes"),
    ] {
        let why = line.refused("sendMessage", &message(&json!([[wrong]])));
        assert!(
            why.starts_with("400 Bad Request: can't parse inline keyboard button"),
            "{why}"
        );
    }
    // An empty place in a calendar.
    line.taken(
        "sendMessage",
        &message(&json!([[{"text": " ", "callback_data": "a"}]])),
    );
    let link = json!({"text": "Open", "url": "https://example.org"});
    line.taken("sendMessage", &message(&json!([[link]])));
    // A form carries the buttons as a text.
    let markup = json!({"inline_keyboard": [[button("a")]]}).to_string();
    line.taken(
        "sendMessage",
        &json!({"chat_id": OFFICE, "text": "a question", "reply_markup": markup}),
    );
    assert!(line.fake.world().chat(OFFICE).offering().is_some());
}

#[test]
fn there_are_eight_buttons_in_a_row_and_a_hundred_in_all() {
    let line = Line::new();
    let rows = |count: usize, each: usize| json!(vec![vec![button("a"); each]; count]);
    line.taken("sendMessage", &message(&rows(12, 8)));
    line.taken("sendMessage", &message(&rows(100, 1)));
    for (count, each) in [(1, 9), (101, 1), (13, 8)] {
        let why = line.refused("sendMessage", &message(&rows(count, each)));
        assert_eq!(why, "400 Bad Request: REPLY_MARKUP_TOO_LONG");
    }
}

#[test]
fn an_edit_without_buttons_takes_them_away() {
    let line = Line::new();
    let sent = line.taken("sendMessage", &message(&json!([[button("a")]])));
    let id = sent["message_id"].clone();
    let same = json!({"chat_id": OFFICE, "message_id": id, "reply_markup": {"inline_keyboard": [[button("a")]]}});
    let why = line.refused("editMessageReplyMarkup", &same);
    assert!(
        why.starts_with("400 Bad Request: message is not modified"),
        "{why}"
    );
    line.taken(
        "editMessageReplyMarkup",
        &json!({"chat_id": OFFICE, "message_id": id}),
    );
    assert!(line.fake.world().chat(OFFICE).offering().is_none());
}

#[test]
fn a_press_is_answered_once_soon_and_shortly() {
    let line = Line::new();
    let press = || line.fake.presses(OFFICE, OFFICE, 1, "a");
    let answer = |id: &str, text: &str| json!({"callback_query_id": id, "text": text});
    let old =
        "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
    let id = press();
    let long = "a".repeat(201);
    assert_eq!(
        line.refused("answerCallbackQuery", &answer(&id, &long)),
        "400 Bad Request: MESSAGE_TOO_LONG"
    );
    line.taken("answerCallbackQuery", &answer(&id, long.split_at(200).0));
    assert_eq!(line.refused("answerCallbackQuery", &answer(&id, "")), old);
    assert_eq!(line.refused("answerCallbackQuery", &answer("1", "")), old);
    let id = press();
    line.fake.world().presses_last = Duration::ZERO;
    assert_eq!(line.refused("answerCallbackQuery", &answer(&id, "")), old);
}

#[test]
fn a_menu_has_small_names_and_descriptions_by_language() {
    let line = Line::new();
    let menu = |name: &str, about: &str, language: &str| json!({"commands": [{"command": name, "description": about}], "language_code": language});
    line.taken("setMyCommands", &menu("start", "Begin", ""));
    line.taken("setMyCommands", &menu("start_2", "Empezar", "es"));
    for name in ["", "Start", "start-over", "/start", &"a".repeat(33), "sí"] {
        assert_eq!(
            line.refused("setMyCommands", &menu(name, "x", "")),
            "400 Bad Request: BOT_COMMAND_INVALID"
        );
    }
    for about in ["", " ", &"a".repeat(257)] {
        let why = line.refused("setMyCommands", &menu("start", about, ""));
        assert_eq!(why, "400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
    }
    let why = line.refused("setMyCommands", &menu("start", "x", "es-US"));
    assert_eq!(why, "400 Bad Request: invalid language code specified");
    let world = line.fake.world();
    assert_eq!(
        world.menus["es"],
        [("start_2".to_owned(), "Empezar".to_owned())]
    );
}
