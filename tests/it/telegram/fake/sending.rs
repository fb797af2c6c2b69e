//! What a bot says: messages sent, given other words or buttons, and removed.

use serde_json::{Value, json};

use super::chat::{Chat, Deed, Post};
use super::html::{self, Marked};
use super::keyboard;
use super::request::{Args, Outcome, Refusal};
use super::world::World;

/// The longest message, in UTF-16 units, without its tags.
const LONGEST: usize = 4096;

/// How long a message can be removed, in seconds.
const REMOVABLE: i64 = 48 * 60 * 60;

/// The text of a message, and what is marked in it.
fn text(args: &Args, too_long: &str) -> Result<Marked, Refusal> {
    let sent = args.text("text").unwrap_or_default();
    let read = match args.text("parse_mode").as_deref() {
        None | Some("") => Marked {
            marks: entities(args, sent.encode_utf16().count())?,
            text: sent,
        },
        Some(mode) if mode.eq_ignore_ascii_case("html") => {
            html::read(&sent).map_err(|why| Refusal::bad(format!("can't parse entities: {why}")))?
        }
        Some(_) => return Err(Refusal::bad("unsupported parse_mode")),
    };
    let read = trimmed(&read);
    if read.text.is_empty() {
        return Err(Refusal::bad("message text is empty"));
    }
    if read.text.encode_utf16().count() > LONGEST {
        return Err(Refusal::bad(too_long));
    }
    Ok(read)
}

/// Without the space around it.
fn trimmed(read: &Marked) -> Marked {
    let begins = read.text.trim_start();
    let before = read.text.encode_utf16().count() - begins.encode_utf16().count();
    let text = begins.trim_end().to_owned();
    let ends = text.encode_utf16().count();
    let cut = |(kind, at, length): &(String, usize, usize)| {
        let from = at.saturating_sub(before).min(ends);
        let to = (at + length).saturating_sub(before).min(ends);
        (to > from).then(|| (kind.clone(), from, to - from))
    };
    Marked {
        marks: read.marks.iter().filter_map(cut).collect(),
        text,
    }
}

/// Marks on a text that are sent beside it must lie within it.
fn entities(args: &Args, length: usize) -> Result<Vec<(String, usize, usize)>, Refusal> {
    let Some(Value::Array(marks)) = args.value("entities") else {
        return Ok(Vec::new());
    };
    let number = |mark: &Value, name: &str| usize::try_from(mark[name].as_u64()?).ok();
    let read = |mark: &Value| {
        let (at, long) = number(mark, "offset").zip(number(mark, "length"))?;
        let kind = mark["type"].as_str()?.to_owned();
        (long > 0 && at + long <= length).then_some((kind, at, long))
    };
    let marks: Option<Vec<_>> = marks.iter().map(read).collect();
    marks.ok_or_else(|| Refusal::bad("entity has wrong bounds"))
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
    let Marked { text, marks } = text(args, "message is too long")?;
    let keyboard = keyboard::rows(args.value("reply_markup").as_ref())?;
    open(world, args)?;
    let (id, date, bot) = (world.message_id(), world.now(), world.bot());
    let chat = open(world, args)?;
    let post = Post {
        id,
        user: None,
        text,
        marks,
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
    let Marked { text, marks } = text(args, "MESSAGE_TOO_LONG")?;
    edit(world, args, |post| {
        (post.text, post.marks) = (text, marks);
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
    if (&post.text, &post.marks, &post.keyboard) == (&old.text, &old.marks, &old.keyboard) {
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
