//! Messages: their length, their tags, who can be written to, and what can be changed or removed.

use std::time::Duration;

use serde_json::{Value, json};
use teloxide::payloads::SendMessageSetters;
use teloxide::prelude::Requester;
use teloxide::types::{ChatId, ParseMode};

use super::{Line, OFFICE};
use crate::telegram::fake::Deed;

fn text(text: &str) -> Value {
    json!({"chat_id": OFFICE, "text": text})
}

fn html(text: &str) -> Value {
    json!({"chat_id": OFFICE, "text": text, "parse_mode": "HTML"})
}

#[test]
fn a_message_has_one_to_4096_units() {
    let line = Line::new();
    for taken in [
        "a".repeat(4096),
        "😀".repeat(2048),
        format!("  {}  ", "a".repeat(4096)),
    ] {
        line.taken("sendMessage", &text(&taken));
    }
    for long in ["a".repeat(4097), format!("{}a", "😀".repeat(2048))] {
        assert_eq!(
            line.refused("sendMessage", &text(&long)),
            "400 Bad Request: message is too long"
        );
    }
    for empty in ["", " \n "] {
        assert_eq!(
            line.refused("sendMessage", &text(empty)),
            "400 Bad Request: message text is empty"
        );
    }
    // Tags and names of characters do not count, and do not make a message.
    line.taken(
        "sendMessage",
        &html(&format!("<b>{}</b>", "&amp;".repeat(4096))),
    );
    assert_eq!(
        line.refused("sendMessage", &html("<b></b>")),
        "400 Bad Request: message text is empty"
    );
}

#[test]
fn tags_are_read() {
    let line = Line::new();
    for (sent, read) in [
        (
            "<b>bold</b> &lt;b&gt; &amp; &quot;&#33;&#x21;",
            "bold <b> & \"!!",
        ),
        ("<B>a</b ><i>b<u>c</u></>", "abc"),
        (
            "5 > 3 && so on &nothing; &&lt;",
            "5 > 3 && so on &nothing; &<",
        ),
        (
            "<a href=\"https://x.org\">x</a><span class=\"tg-spoiler\">y</span>",
            "xy",
        ),
        ("<blockquote expandable>q</blockquote><code>c</code>", "qc"),
    ] {
        assert_eq!(line.taken("sendMessage", &html(sent))["text"], json!(read));
    }
    assert_eq!(
        line.taken("sendMessage", &text("<b> & <"))["text"],
        json!("<b> & <")
    );
}

#[test]
fn tags_become_marks_and_marks_can_be_sent_beside_a_text() {
    let line = Line::new();
    let sent = line.taken("sendMessage", &html(" 😀<b>a<i>b</i></b> "));
    let marks = json!([
        {"type": "italic", "offset": 3, "length": 1},
        {"type": "bold", "offset": 2, "length": 2},
    ]);
    assert_eq!(sent["entities"], marks);
    let same = json!({"chat_id": OFFICE, "message_id": sent["message_id"], "text": "😀ab", "entities": marks});
    let why = line.refused("editMessageText", &same);
    assert!(
        why.starts_with("400 Bad Request: message is not modified"),
        "{why}"
    );
}

#[test]
fn wrong_tags_are_refused() {
    let line = Line::new();
    for (sent, why) in [
        (
            "<b>never closed",
            "Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            "<b><i>x</b></i>",
            "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"",
        ),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<p>x</p>", "Unsupported start tag \"p\" at byte offset 0"),
        ("L1 < L2", "Unclosed start tag at byte offset 3"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        (
            "<span>x</span>",
            "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
        ),
        (
            "<3 weeks> x",
            "Unsupported start tag \"3\" at byte offset 0",
        ),
    ] {
        let expected = format!("400 Bad Request: can't parse entities: {why}");
        assert_eq!(line.refused("sendMessage", &html(sent)), expected);
    }
    let beyond = json!({"chat_id": OFFICE, "text": "abc", "entities":
        [{"type": "bold", "offset": 1, "length": 3}]});
    assert!(line.refused("sendMessage", &beyond).starts_with("400"));
}

#[test]
fn nobody_is_written_to_who_did_not_begin_or_who_blocked_the_bot() {
    let line = Line::new();
    let stranger = json!({"chat_id": 999, "text": "hello"});
    assert_eq!(
        line.refused("sendMessage", &stranger),
        "400 Bad Request: chat not found"
    );
    line.fake.blocks(OFFICE, true);
    let blocked = "403 Forbidden: bot was blocked by the user";
    assert_eq!(line.refused("sendMessage", &text("hello")), blocked);
    line.fake.blocks(OFFICE, false);
    line.sent("hello");
}

#[test]
fn a_message_can_be_changed_but_not_into_itself() {
    let line = Line::new();
    let id = line.sent("one");
    let edit = |text: &str| json!({"chat_id": OFFICE, "message_id": id, "text": text});
    assert!(
        line.refused("editMessageText", &edit("one"))
            .starts_with("400 Bad Request: message is not modified")
    );
    assert_eq!(
        line.taken("editMessageText", &edit("two"))["text"],
        json!("two")
    );
    let gone = json!({"chat_id": OFFICE, "message_id": 9_999, "text": "three"});
    assert_eq!(
        line.refused("editMessageText", &gone),
        "400 Bad Request: message to edit not found"
    );
    let theirs = json!({"chat_id": OFFICE, "message_id": 1, "text": "three"});
    assert_eq!(
        line.refused("editMessageText", &theirs),
        "400 Bad Request: message can't be edited"
    );
    assert_eq!(
        line.refused("editMessageText", &edit(&"a".repeat(4097))),
        "400 Bad Request: MESSAGE_TOO_LONG"
    );
}

#[test]
fn a_message_can_be_removed_for_48_hours() {
    let line = Line::new();
    let remove = |id: &Value| json!({"chat_id": OFFICE, "message_id": id});
    let (old, new) = (line.sent("old"), line.sent("new"));
    assert_eq!(line.taken("deleteMessage", &remove(&old)), json!(true));
    assert_eq!(
        line.refused("deleteMessage", &remove(&old)),
        "400 Bad Request: message to delete not found"
    );
    // In a private chat what people wrote can be removed as well.
    assert_eq!(line.taken("deleteMessage", &remove(&json!(1))), json!(true));
    line.fake.world().ahead = Duration::from_secs(48 * 3600 + 2);
    let late = "400 Bad Request: message can't be deleted for everyone";
    assert_eq!(line.refused("deleteMessage", &remove(&new)), late);
}

#[test]
fn everything_said_is_written_down() {
    let line = Line::new();
    let id = line.sent("one");
    line.taken(
        "editMessageText",
        &json!({"chat_id": OFFICE, "message_id": id, "text": "two"}),
    );
    line.taken(
        "deleteMessage",
        &json!({"chat_id": OFFICE, "message_id": id}),
    );
    let said: Vec<(Deed, String)> = {
        let mut world = line.fake.world();
        let said = world.chat(OFFICE).said.iter();
        said.map(|said| (said.deed, said.text.clone())).collect()
    };
    let expected = [
        (Deed::Heard, "/start"),
        (Deed::Sent, "one"),
        (Deed::Edited, "two"),
        (Deed::Deleted, ""),
    ];
    assert_eq!(said, expected.map(|(deed, text)| (deed, text.to_owned())));
}

#[test]
fn what_is_sent_comes_back_in_a_form_that_bots_read() {
    let line = Line::new();
    let message = line.fake.handle().block_on(async {
        let bot = line.bot();
        let sent = bot
            .send_message(ChatId(OFFICE), "<b>a</b>")
            .parse_mode(ParseMode::Html);
        sent.protect_content(true).await.unwrap()
    });
    assert_eq!(message.text(), Some("a"));
    assert!(message.has_protected_content() && message.from.is_some_and(|from| from.is_bot));
    let mut world = line.fake.world();
    let post = world.chat(OFFICE).posts.values().next_back().unwrap();
    assert!(post.protected && post.date > 1_700_000_000);
    assert_eq!(post.marks, [("bold".to_owned(), 0, 1)]);
}
