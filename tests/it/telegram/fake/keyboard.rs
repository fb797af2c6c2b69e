//! The rules of buttons under a message.

use serde_json::{Value, json};

use super::chat::Button;
use super::request::Refusal;

/// Buttons in a row, and under one message.
const ROW: usize = 8;
const ALL: usize = 100;

/// Bytes of what a button gives back.
const DATA: usize = 64;

/// The rows of buttons of a markup; none when it is of another kind.
pub(crate) fn rows(markup: Option<&Value>) -> Result<Vec<Vec<Button>>, Refusal> {
    let Some(rows) = markup.and_then(|markup| markup.get("inline_keyboard")) else {
        return Ok(Vec::new());
    };
    let rows = rows
        .as_array()
        .ok_or_else(|| wrong("Field \"inline_keyboard\" must be an Array"))?;
    let rows: Vec<Vec<Button>> = rows.iter().map(row).collect::<Result<_, _>>()?;
    let all: usize = rows.iter().map(Vec::len).sum();
    if all > ALL || rows.iter().any(|row| row.len() > ROW) {
        return Err(Refusal::bad("REPLY_MARKUP_TOO_LONG"));
    }
    Ok(rows.into_iter().filter(|row| !row.is_empty()).collect())
}

fn wrong(why: &str) -> Refusal {
    Refusal::bad(format!("can't parse inline keyboard button: {why}"))
}

fn row(row: &Value) -> Result<Vec<Button>, Refusal> {
    let buttons = row
        .as_array()
        .ok_or_else(|| wrong("InlineKeyboardButton row must be an Array"))?;
    buttons.iter().map(button).collect()
}

fn button(button: &Value) -> Result<Button, Refusal> {
    let field = |name: &str| button.get(name).and_then(Value::as_str).map(str::to_owned);
    let text = field("text").filter(|text| !text.is_empty());
    let text = text.ok_or_else(|| wrong("Field \"text\" must be of type String and not empty"))?;
    let (data, url) = (field("callback_data"), field("url"));
    match (&data, &url) {
        (None, None) => Err(wrong("Text buttons are unallowed in the inline keyboard")),
        (Some(data), _) if !(1..=DATA).contains(&data.len()) => {
            Err(Refusal::bad("BUTTON_DATA_INVALID"))
        }
        _ => Ok(Button { text, data, url }),
    }
}

/// The same as it stands in a message.
pub(crate) fn markup(rows: &[Vec<Button>]) -> Value {
    let one = |button: &Button| {
        let mut written = json!({"text": button.text});
        if let Some(data) = &button.data {
            written["callback_data"] = json!(data);
        }
        if let Some(url) = &button.url {
            written["url"] = json!(url);
        }
        written
    };
    let rows: Vec<Vec<Value>> = rows
        .iter()
        .map(|row| row.iter().map(one).collect())
        .collect();
    json!({"inline_keyboard": rows})
}
