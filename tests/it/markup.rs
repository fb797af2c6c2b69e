//! A strict reading of HTML and XML as we write it: every element is closed in its order, every attribute quoted, every
//! word escaped.

/// An element in its place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    /// The text within it and within all it holds.
    pub(crate) text: String,
    /// The names of the elements it stands in, the outermost first.
    pub(crate) within: Vec<String>,
}

impl Element {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let mut own = self.attributes.iter();
        own.find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn number(&self, name: &str) -> f64 {
        self.get(name).unwrap().parse().unwrap()
    }
}

/// Elements without an end.
const VOID: [&str; 2] = ["meta", "br"];

/// Every element in the order of its beginning.
///
/// # Panics
/// On the first thing that is not as it must be.
pub(crate) fn read(text: &str) -> Vec<Element> {
    let mut rest = text.strip_prefix("<!DOCTYPE html>\n").unwrap_or(text);
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        said(&mut elements, &open, words);
        let (tag, after) = tag.split_once('>').expect("a tag ends");
        rest = after;
        let tag = tag.trim_start_matches('<');
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop().expect("something is open");
            assert_eq!(elements[last].name, name, "closed out of order");
            continue;
        }
        let whole = tag.ends_with('/');
        let within = open.iter().map(|one| elements[*one].name.clone()).collect();
        let element = begun(tag.trim_end_matches('/'), within);
        let void = whole || VOID.contains(&element.name.as_str());
        let style = element.name == "style";
        elements.push(element);
        if style {
            rest = rest.split_once("</style>").expect("a style ends").1;
        } else if !void {
            open.push(elements.len() - 1);
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    assert!(rest.trim().is_empty(), "after the end: {rest}");
    elements
}

fn begun(tag: &str, within: Vec<String>) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    assert!(
        name.chars().all(|one| one.is_ascii_alphanumeric()),
        "<{tag}>"
    );
    let mut attributes: Vec<(String, String)> = Vec::new();
    while !rest.trim().is_empty() {
        let (key, value) = rest.trim_start().split_once("=\"").expect("a quoted value");
        let (value, after) = value.split_once('"').expect("a quoted value ends");
        assert!(
            attributes.iter().all(|(other, _)| other != key),
            "{key} twice in <{tag}>"
        );
        attributes.push((key.to_owned(), unescaped(value)));
        rest = after;
    }
    Element {
        name: name.to_owned(),
        attributes,
        text: String::new(),
        within,
    }
}

fn said(elements: &mut [Element], open: &[usize], words: &str) {
    assert!(!words.contains('>'), "not escaped: {words}");
    let words = unescaped(words);
    for one in open {
        elements[*one].text.push_str(&words);
    }
}

/// Words as they are read; an `&` that begins no entity is a fault.
pub(crate) fn unescaped(text: &str) -> String {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (entity, rest) = part.split_once(';').expect("an entity ends");
        plain.push_str(match entity {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "#39" => "'",
            "nbsp" => "\u{a0}",
            other => panic!("&{other};"),
        });
        plain.push_str(rest);
    }
    plain
}

#[test]
fn what_does_not_hold_together_is_noticed() {
    for wrong in [
        "<a>",
        "<a></b>",
        "<a b=c></a>",
        "<a b=\"1\" b=\"2\"></a>",
        "<a>&</a>",
        "<a>x></a>",
        "<a></a>x",
    ] {
        assert!(std::panic::catch_unwind(|| read(wrong)).is_err(), "{wrong}");
    }
    let all = read("<a><b c=\"&lt;\">x&amp;</b><br>y</a>\n");
    assert_eq!(all[0].text, "x&y");
    assert_eq!(
        (all[1].get("c"), all[1].within.as_slice()),
        (Some("<"), &["a".to_owned()][..])
    );
}
