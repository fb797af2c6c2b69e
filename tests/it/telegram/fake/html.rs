//! Texts with tags, read as the Bot API reads them.

/// A text without its tags, and what they mark.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Marked {
    pub(crate) text: String,
    /// The kind of each mark, where it begins, and how long it is, in UTF-16 units.
    pub(crate) marks: Vec<(String, usize, usize)>,
}

/// What a text says without its tags, or where it is wrong.
pub(crate) fn read(html: &str) -> Result<Marked, String> {
    let mut reader = Reader {
        html,
        at: 0,
        open: Vec::new(),
        read: Marked::default(),
    };
    while let Some(next) = reader.rest().chars().next() {
        match next {
            '<' if reader.rest().starts_with("</") => reader.end_tag()?,
            '<' => reader.start_tag()?,
            '&' => reader.entity(),
            other => reader.keep(other),
        }
    }
    match reader.open.last() {
        Some((tag, _)) => Err(format!(
            "Can't find end tag corresponding to start tag \"{tag}\""
        )),
        None => Ok(reader.read),
    }
}

/// Tags there are.
const TAGS: [&str; 16] = [
    "b",
    "strong",
    "i",
    "em",
    "u",
    "ins",
    "s",
    "strike",
    "del",
    "a",
    "code",
    "pre",
    "blockquote",
    "span",
    "tg-spoiler",
    "tg-emoji",
];

struct Reader<'a> {
    html: &'a str,
    at: usize,
    /// Tags that are not closed yet, and where what they mark begins.
    open: Vec<(String, usize)>,
    read: Marked,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.html.split_at(self.at).1
    }

    fn units(&self) -> usize {
        self.read.text.encode_utf16().count()
    }

    fn keep(&mut self, one: char) {
        self.read.text.push(one);
        self.at += one.len_utf8();
    }

    /// What stands before the first of these, and goes past it.
    fn up_to(&mut self, end: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(end).unwrap_or(rest.len());
        self.at += length;
        rest.split_at(length).0
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let from = self.at;
        self.at += 1;
        let tag = self
            .up_to(|one| one.is_whitespace() || one == '>')
            .to_lowercase();
        let attributes = self.up_to(|one| one == '>');
        if self.rest().is_empty() {
            return Err(format!("Unclosed start tag at byte offset {from}"));
        }
        self.at += 1;
        if !TAGS.contains(&tag.as_str()) {
            return Err(format!(
                "Unsupported start tag \"{tag}\" at byte offset {from}"
            ));
        }
        if tag == "span" && !attributes.contains("\"tg-spoiler\"") {
            return Err(format!(
                "Tag \"span\" must have class \"tg-spoiler\" at byte offset {from}"
            ));
        }
        let begins = self.units();
        self.open.push((tag, begins));
        Ok(())
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let from = self.at;
        let Some((open, begins)) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {from}"));
        };
        self.at += 2;
        let tag = self
            .up_to(|one| one.is_whitespace() || one == '>')
            .to_lowercase();
        self.up_to(|one| !one.is_whitespace());
        if !self.rest().starts_with('>') {
            return Err(format!("Unclosed end tag at byte offset {from}"));
        }
        self.at += 1;
        if !tag.is_empty() && tag != open {
            return Err(format!(
                "Unmatched end tag at byte offset {from}, expected \"</{open}>\", found \"</{tag}>\""
            ));
        }
        let length = self.units() - begins;
        if let (Some(kind), 1..) = (kind(&open), length) {
            self.read.marks.push((kind.to_owned(), begins, length));
        }
        Ok(())
    }

    /// A character written by name or number; what is neither stays as it is written.
    fn entity(&mut self) {
        let name = self.rest().strip_prefix('&');
        let name = name.and_then(|rest| Some(rest.split_once(';')?.0));
        let decoded = name.and_then(|name| Some((name.len() + 2, decoded(name)?)));
        match decoded {
            Some((length, one)) => {
                self.read.text.push(one);
                self.at += length;
            }
            None => self.keep('&'),
        }
    }
}

/// The kind of mark that a tag makes; nothing for those that say more than their name.
fn kind(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "b" | "strong" => "bold",
        "i" | "em" => "italic",
        "u" | "ins" => "underline",
        "s" | "strike" | "del" => "strikethrough",
        "code" => "code",
        "blockquote" => "blockquote",
        "span" | "tg-spoiler" => "spoiler",
        _ => return None,
    })
}

fn decoded(name: &str) -> Option<char> {
    let number = name.strip_prefix('#');
    let code = match number.map(|number| (number, number.strip_prefix(['x', 'X']))) {
        Some((_, Some(hex))) => u32::from_str_radix(hex, 16).ok()?,
        Some((decimal, None)) => decimal.parse().ok()?,
        None => {
            return match name {
                "lt" => Some('<'),
                "gt" => Some('>'),
                "amp" => Some('&'),
                "quot" => Some('"'),
                _ => None,
            };
        }
    };
    char::from_u32(code).filter(|one| *one != '\0')
}
