//! What a bot says: messages sent, given other words or buttons, and removed.

use serde_json::{Value, json};

use super::chat::{Chat, Deed, Post};
use super::request::{Args, Outcome, Refusal};
use super::world::World;
use super::{html, keyboard};

/// The longest message, in UTF-16 units, without its tags.
const LONGEST: usize = 4096;

/// How long a message can be removed, in seconds.
const REMOVABLE: i64 = 48 * 60 * 60;

/// The text of a message: as it is read, and as it was sent.
fn text(args: &Args, too_long: &str) -> Result<(String, String), Refusal> {
    let sent = args.text("text").unwrap_or_default();
    let read = match args.text("parse_mode").as_deref() {
        None | Some("") => sent.clone(),
        Some(mode) if mode.eq_ignore_ascii_case("html") => html::plain(&sent)
            .map_err(|why| Refusal::bad(format!("can't parse entities: {why}")))?,
        Some(_) => return Err(Refusal::bad("unsupported parse_mode")),
    };
    let read = read.trim().to_owned();
    if read.is_empty() {
        return Err(Refusal::bad("message text is empty"));
    }
    let length = read.encode_utf16().count();
    if length > LONGEST {
        return Err(Refusal::bad(too_long));
    }
    entities(args, length)?;
    Ok((read, sent))
}

/// Marks on a text that are sent beside it must lie within it.
fn entities(args: &Args, length: usize) -> Result<(), Refusal> {
    let Some(Value::Array(marks)) = args.value("entities") else {
        return Ok(());
    };
    let at = |mark: &Value, name: &str| mark[name].as_u64().and_then(|at| usize::try_from(at).ok());
    for mark in &marks {
        let end = at(mark, "offset").zip(at(mark, "length"));
        if end.is_none_or(|(offset, long)| long == 0 || offset + long > length) {
            return Err(Refusal::bad("entity has wrong bounds"));
        }
    }
    Ok(())
}

/// The chat of a call, if the bot can write to it.
fn open<'w>(world: &'w mut World, args: &Args) -> Result<&'w mut Chat, Refusal> {
    let id = args.number("chat_id").unwrap_or(0);
    if let Some(refusal) = world.faults.limited(id) {
        return Err(refusal);
    }
    let chat = world.chat(id);
    match (chat.begun, chat.blocked) {
        (false, _) => Err(Refusal::bad("chat not found")),
        (true, true) => Err(Refusal::new(403, "Forbidden: bot was blocked by the user")),
        (true, false) => Ok(chat),
    }
}

pub(crate) fn send(world: &mut World, args: &Args) -> Outcome {
    let (text, sent) = text(args, "message is too long")?;
    let keyboard = keyboard::rows(args.value("reply_markup").as_ref())?;
    open(world, args)?;
    let (id, date, bot) = (world.message_id(), world.now(), world.bot());
    let chat = open(world, args)?;
    let post = Post {
        id,
        user: None,
        text,
        sent,
        keyboard,
        protected: args.flag("protect_content"),
        date,
    };
    chat.note(Deed::Sent, id, &post.text, &post.keyboard);
    let message = chat.message(&post, &bot);
    chat.posts.insert(id, post);
    Ok(message)
}

pub(crate) fn chat_action(world: &mut World, args: &Args) -> Outcome {
    open(world, args)?;
    Ok(json!(true))
}

pub(crate) fn edit_text(world: &mut World, args: &Args) -> Outcome {
    let (text, sent) = text(args, "MESSAGE_TOO_LONG")?;
    edit(world, args, |post| {
        (post.text, post.sent) = (text, sent);
    })
}

pub(crate) fn edit_markup(world: &mut World, args: &Args) -> Outcome {
    edit(world, args, |_| {})
}

/// Changes a message of the bot. Buttons that are not named are gone.
fn edit(world: &mut World, args: &Args, change: impl FnOnce(&mut Post)) -> Outcome {
    let keyboard = keyboard::rows(args.value("reply_markup").as_ref())?;
    let bot = world.bot();
    let chat = open(world, args)?;
    let id = message_id(args.number("message_id"));
    let Some(old) = id.and_then(|id| chat.posts.get(&id)) else {
        return Err(Refusal::bad("message to edit not found"));
    };
    if old.user.is_some() {
        return Err(Refusal::bad("message can't be edited"));
    }
    let mut post = old.clone();
    change(&mut post);
    post.keyboard = keyboard;
    if post.sent == old.sent && post.keyboard == old.keyboard {
        return Err(Refusal::bad(
            "message is not modified: specified new message content and reply markup are exactly the same as a current \
             content and reply markup of the message",
        ));
    }
    chat.note(Deed::Edited, post.id, &post.text, &post.keyboard);
    let message = chat.message(&post, &bot);
    chat.posts.insert(post.id, post);
    Ok(message)
}

fn message_id(number: Option<i64>) -> Option<i32> {
    i32::try_from(number?).ok()
}

pub(crate) fn delete(world: &mut World, args: &Args) -> Outcome {
    let now = world.now();
    let id = message_id(args.number("message_id"));
    let chat = open(world, args)?;
    remove(chat, id, now)
}

pub(crate) fn delete_several(world: &mut World, args: &Args) -> Outcome {
    let now = world.now();
    let chat = open(world, args)?;
    let ids = args.value("message_ids");
    let ids = ids.as_ref().and_then(Value::as_array);
    let ids = ids.filter(|ids| (1..=100).contains(&ids.len()));
    for id in ids.ok_or_else(|| Refusal::bad("message identifiers are not specified"))? {
        // Those that cannot be found are skipped.
        let _skipped = remove(chat, message_id(id.as_i64()), now);
    }
    Ok(json!(true))
}

fn remove(chat: &mut Chat, id: Option<i32>, now: i64) -> Outcome {
    let Some(post) = id.and_then(|id| chat.posts.get(&id)) else {
        return Err(Refusal::bad("message to delete not found"));
    };
    if now - post.date > REMOVABLE {
        return Err(Refusal::bad("message can't be deleted for everyone"));
    }
    if chat.is_group() && post.user.is_some() {
        return Err(Refusal::bad("message can't be deleted"));
    }
    let id = post.id;
    chat.posts.remove(&id);
    chat.note(Deed::Deleted, id, "", &[]);
    Ok(json!(true))
}
