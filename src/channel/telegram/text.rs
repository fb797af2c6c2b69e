//! Words as Telegram takes them: escaped, marked up, and in messages no longer than it allows.

/// The most a message may have, in UTF-16 units. Telegram's own limit is 4096; the rest is for an answer added later.
pub(super) const MOST: usize = 3800;

/// The length of a text as Telegram counts it, in UTF-16 units.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// How a paragraph is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Bold,
    Italic,
}

/// A paragraph, before it is escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) style: Style,
    pub(super) text: String,
    /// Whether it stands close under the one before it, as points of a list do.
    pub(super) close: bool,
}

impl Paragraph {
    pub(super) fn new(style: Style, text: impl Into<String>) -> Self {
        Self {
            style,
            text: text.into(),
            close: false,
        }
    }

    /// Under the paragraph before it, without a gap.
    pub(super) fn close(self) -> Self {
        Self {
            close: true,
            ..self
        }
    }

    fn html(&self) -> String {
        let text = escaped(&self.text);
        match self.style {
            Style::Plain => text,
            Style::Bold => format!("<b>{text}</b>"),
            Style::Italic => format!("<i>{text}</i>"),
        }
    }
}

/// A text in which nothing is markup.
pub(super) fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;")
}

/// The paragraphs as messages in HTML, each within the limit: split between paragraphs, or between words in a paragraph
/// that is too long by itself.
pub(super) fn messages(paragraphs: &[Paragraph]) -> Vec<String> {
    let pieces = paragraphs.iter().flat_map(pieces);
    let mut messages: Vec<String> = Vec::new();
    let mut used = 0_usize;
    for piece in pieces {
        let gap = if piece.close { "\n" } else { "\n\n" };
        let length = units(&piece.text).saturating_add(gap.len());
        match messages.last_mut() {
            Some(last) if used.saturating_add(length) <= MOST => {
                last.push_str(gap);
                last.push_str(&piece.html());
                used = used.saturating_add(length);
            }
            _ => {
                messages.push(piece.html());
                used = length;
            }
        }
    }
    messages
}

/// A paragraph in parts within the limit.
fn pieces(paragraph: &Paragraph) -> Vec<Paragraph> {
    if units(&paragraph.text) <= MOST {
        return vec![paragraph.clone()];
    }
    let mut parts = vec![String::new()];
    for word in paragraph.text.split_inclusive(char::is_whitespace) {
        for part in fitting(word) {
            match parts.last_mut() {
                Some(last) if units(last).saturating_add(units(&part)) <= MOST => {
                    last.push_str(&part);
                }
                _ => parts.push(part),
            }
        }
    }
    let part = |text: String| Paragraph {
        text: text.trim_end().to_owned(),
        ..paragraph.clone()
    };
    parts.into_iter().map(part).collect()
}

/// A word that is longer than a message, in parts.
fn fitting(word: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for symbol in word.chars() {
        match parts.last_mut() {
            Some(last) if units(last).saturating_add(symbol.len_utf16()) <= MOST => {
                last.push(symbol);
            }
            _ => parts.push(symbol.into()),
        }
    }
    parts
}

/// The text within so many characters: cut between words, and marked as cut.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut short = String::new();
    for word in text.split_inclusive(' ') {
        let length = short.chars().count().saturating_add(word.chars().count());
        if length > most.saturating_sub(1) {
            break;
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short = text.chars().take(most.saturating_sub(1)).collect();
    }
    let trimmed = short.trim_end_matches([' ', ',', ';', ':', '(']);
    format!("{trimmed}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(html: &str) -> String {
        let text = ["<b>", "</b>", "<i>", "</i>"]
            .iter()
            .fold(html.to_owned(), |text, tag| text.replace(tag, ""));
        let text = text.replace("&lt;", "<").replace("&gt;", ">");
        text.replace("&amp;", "&")
    }

    #[test]
    fn nothing_in_a_text_is_markup() {
        let paragraph = Paragraph::new(Style::Bold, "a <b> & c");
        assert_eq!(messages(&[paragraph]), ["<b>a &lt;b&gt; &amp; c</b>"]);
    }

    #[test]
    fn points_stand_close_and_paragraphs_apart() {
        let all = [
            Paragraph::new(Style::Plain, "a"),
            Paragraph::new(Style::Plain, "b").close(),
            Paragraph::new(Style::Italic, "c"),
        ];
        assert_eq!(messages(&all), ["a\nb\n\n<i>c</i>"]);
    }

    #[test]
    fn long_labels_are_cut_between_words() {
        assert_eq!(
            shortened("Lytic myeloma (breaks down bone)", 20),
            "Lytic myeloma…"
        );
        assert_eq!(shortened("short", 5), "short");
        assert_eq!(shortened("unbreakable", 5), "unbr…");
    }

    proptest! {
        #[test]
        fn every_message_is_within_the_limit_and_no_word_is_lost(
            texts in prop::collection::vec("[a-z <>&é😀]{1,6000}", 1..6)
        ) {
            let paragraphs: Vec<_> = texts.iter().map(|text| Paragraph::new(Style::Plain, text.as_str())).collect();
            let messages = messages(&paragraphs);
            let mut said = String::new();
            for message in &messages {
                let text = plain(message);
                prop_assert!(units(&text) <= MOST + 2, "{}", units(&text));
                said.push_str(&text);
                said.push(' ');
            }
            let letters = |text: &str| text.chars().filter(|one| !one.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&said), letters(&texts.concat()));
        }
    }
}
