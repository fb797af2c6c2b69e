//! Texts with tags, read as the Bot API reads them.

/// What a text says without its tags, or where it is wrong.
pub(crate) fn plain(html: &str) -> Result<String, String> {
    let mut reader = Reader {
        html,
        at: 0,
        open: Vec::new(),
        plain: String::new(),
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
        Some(tag) => Err(format!(
            "Can't find end tag corresponding to start tag \"{tag}\""
        )),
        None => Ok(reader.plain),
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
    open: Vec<String>,
    plain: String,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.html.split_at(self.at).1
    }

    fn keep(&mut self, one: char) {
        self.plain.push(one);
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
        self.open.push(tag);
        Ok(())
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let from = self.at;
        let Some(open) = self.open.pop() else {
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
        Ok(())
    }

    /// A character written by name or number; what is neither stays as it is written.
    fn entity(&mut self) {
        let name = self.rest().strip_prefix('&');
        let name = name.and_then(|rest| Some(rest.split_once(';')?.0));
        let decoded = name.and_then(|name| Some((name.len() + 2, decoded(name)?)));
        match decoded {
            Some((length, one)) => {
                self.plain.push(one);
                self.at += length;
            }
            None => self.keep('&'),
        }
    }
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
