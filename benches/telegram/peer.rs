//! A stock bot: teloxide's dispatcher with its dialogues in memory, as its examples show it. It asks the questions of
//! the conversation in turn, whatever is answered.

use std::sync::Arc;

use teloxide::dispatching::dialogue::InMemStorage;
use teloxide::error_handlers::IgnoringErrorHandler;
use teloxide::prelude::*;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup, MessageId, ParseMode};

use crate::telegram::fake::TOKEN;

/// How many questions there are before it begins again.
const QUESTIONS: usize = 12;

/// What can be answered to each of them.
const CHOICES: [&str; 6] = [
    "Osteoporotic compression fracture",
    "Not in the hospital for this pain",
    "Yes",
    "No",
    "Show the result",
    "Not on record",
];

/// Where a chat is.
#[derive(Debug, Clone, Default)]
struct State {
    asked: usize,
    question: Option<MessageId>,
    answers: Vec<String>,
}

type Storage = InMemStorage<State>;
type Talk = Dialogue<State, Storage>;
type Handled = Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// Whether it makes every call that a turn of the product makes.
#[derive(Debug, Clone, Copy)]
struct Calls {
    every: bool,
}

/// Runs until it is killed.
pub(crate) fn run(url: &str, every: bool) {
    let bot = Bot::new(TOKEN).set_api_url(url.parse().unwrap());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let messages = Update::filter_message()
            .enter_dialogue::<Message, Storage, State>()
            .endpoint(typed);
        let presses = Update::filter_callback_query()
            .enter_dialogue::<CallbackQuery, Storage, State>()
            .endpoint(pressed);
        let every_update = dptree::entry().branch(messages).branch(presses);
        Dispatcher::builder(bot, every_update)
            .dependencies(dptree::deps![Storage::new(), Calls { every }])
            .error_handler(Arc::new(IgnoringErrorHandler))
            .build()
            .dispatch()
            .await;
    });
}

async fn typed(bot: Bot, talk: Talk, message: Message, calls: Calls) -> Handled {
    let said = message.text().unwrap_or_default().to_owned();
    answered(&bot, &talk, said, calls).await
}

async fn pressed(bot: Bot, talk: Talk, query: CallbackQuery, calls: Calls) -> Handled {
    let said = query.data.clone().unwrap_or_default();
    if calls.every {
        bot.answer_callback_query(query.id.clone()).await?;
    }
    answered(&bot, &talk, said, calls).await
}

/// Shows the answer in place of the buttons and asks what comes next.
async fn answered(bot: &Bot, talk: &Talk, said: String, calls: Calls) -> Handled {
    let mut state = talk.get_or_default().await?;
    let chat = talk.chat_id();
    if let Some(question) = state.question.filter(|_| calls.every) {
        let text = format!("{}\n\n✓ {}", words(state.asked), said.replace('<', "&lt;"));
        bot.edit_message_text(chat, question, text)
            .parse_mode(ParseMode::Html)
            .await?;
    }
    state.asked = state.asked % QUESTIONS + 1;
    state.answers.truncate(QUESTIONS);
    state.answers.push(said);
    let sent = bot
        .send_message(chat, words(state.asked))
        .parse_mode(ParseMode::Html)
        .reply_markup(keyboard())
        .protect_content(true)
        .await?;
    state.question = Some(sent.id);
    talk.update(state).await?;
    Ok(())
}

fn words(asked: usize) -> String {
    format!(
        "<i>Question {asked}, about {} to go</i>\n\n<b>What does the record say is being treated at this level?</b>\n\
         Type a date or how long ago it was, for example: March 3, 2026; 10/11/2026; 3 weeks ago.",
        QUESTIONS.saturating_sub(asked)
    )
}

fn keyboard() -> InlineKeyboardMarkup {
    let row = |choice: &str| {
        vec![InlineKeyboardButton::callback(
            choice,
            format!("1:FRBY-AJW8:{choice}"),
        )]
    };
    InlineKeyboardMarkup::new(CHOICES.map(row))
}
