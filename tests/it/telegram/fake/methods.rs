//! The methods of the Bot API that a bot of ours may call, but for sending.

use std::sync::Arc;

use serde_json::{Value, json};

use super::Shared;
use super::request::{Args, Outcome, Refusal};
use super::world::World;
use super::{queue, sending, webhook};

/// Calls a method by its name in lower case.
pub(crate) async fn call(shared: &Arc<Shared>, method: &str, args: &Args) -> Outcome {
    match method {
        "getupdates" => queue::get_updates(shared, args).await,
        "setwebhook" => webhook::set(shared, args),
        "deletewebhook" => webhook::delete(shared, args),
        "getwebhookinfo" => webhook::info(&shared.world()),
        _ => at_once(&mut shared.world(), method, args),
    }
}

fn at_once(world: &mut World, method: &str, args: &Args) -> Outcome {
    match method {
        "getme" => get_me(world),
        "sendmessage" => sending::send(world, args),
        "editmessagetext" => sending::edit_text(world, args),
        "editmessagereplymarkup" => sending::edit_markup(world, args),
        "deletemessage" => sending::delete(world, args),
        "deletemessages" => sending::delete_several(world, args),
        "sendchataction" => sending::chat_action(world, args),
        "answercallbackquery" => answer(world, args),
        "setmycommands" => set_commands(world, args),
        "setmyname" | "setmydescription" | "setmyshortdescription" => describe(world, method, args),
        _ => Err(Refusal::new(404, "Not Found")),
    }
}

fn get_me(world: &World) -> Outcome {
    let mut bot = world.bot();
    for (name, value) in [
        ("can_join_groups", true),
        ("can_read_all_group_messages", false),
        ("supports_inline_queries", false),
        ("can_connect_to_business", false),
        ("has_main_web_app", false),
    ] {
        bot[name] = json!(value);
    }
    Ok(bot)
}

/// The most that can be said over a button that was pressed, in UTF-16 units.
const NOTICE: usize = 200;

fn answer(world: &mut World, args: &Args) -> Outcome {
    let text = args.text("text").unwrap_or_default();
    if text.encode_utf16().count() > NOTICE {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let longest = world.presses_last;
    let id = args.text("callback_query_id").unwrap_or_default();
    let press = world.presses.get_mut(&id);
    let Some(press) = press.filter(|press| press.answer.is_none() && press.at.elapsed() < longest)
    else {
        return Err(Refusal::bad(
            "query is too old and response timeout expired or query ID is invalid",
        ));
    };
    press.answer = Some(text.clone());
    let (chat, message) = (press.chat, press.message);
    world
        .chat(chat)
        .note(super::Deed::Answered, message, &text, &[]);
    Ok(json!(true))
}

fn set_commands(world: &mut World, args: &Args) -> Outcome {
    let language = language(args)?;
    let commands = args.value("commands");
    let commands = commands.as_ref().and_then(Value::as_array);
    let commands = commands.ok_or_else(|| Refusal::bad("can't parse commands"))?;
    if commands.len() > 100 {
        return Err(Refusal::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    let commands = commands.iter().map(command).collect::<Result<_, _>>()?;
    world.menus.insert(language, commands);
    Ok(json!(true))
}

fn command(written: &Value) -> Result<(String, String), Refusal> {
    let field = |name: &str| written[name].as_str().unwrap_or_default().to_owned();
    let (name, description) = (field("command"), field("description"));
    let fits = |one: char| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '_';
    if !(1..=32).contains(&name.len()) || !name.chars().all(fits) {
        return Err(Refusal::bad("BOT_COMMAND_INVALID"));
    }
    if !(1..=256).contains(&description.trim().encode_utf16().count()) {
        return Err(Refusal::bad("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok((name, description))
}

/// The language that a call is for: two small letters, or empty for all.
fn language(args: &Args) -> Result<String, Refusal> {
    let language = args.text("language_code").unwrap_or_default();
    let is_code = language.len() == 2 && language.chars().all(|one| one.is_ascii_lowercase());
    if !language.is_empty() && !is_code {
        return Err(Refusal::bad("invalid language code specified"));
    }
    Ok(language)
}

fn describe(world: &mut World, method: &str, args: &Args) -> Outcome {
    let language = language(args)?;
    let (name, longest) = match method {
        "setmyname" => ("name", 64),
        "setmydescription" => ("description", 512),
        _ => ("short_description", 120),
    };
    let text = args.text(name).unwrap_or_default();
    if text.encode_utf16().count() > longest {
        return Err(Refusal::bad(format!("{name} is too long")));
    }
    world.descriptions.insert((name.to_owned(), language), text);
    Ok(json!(true))
}
