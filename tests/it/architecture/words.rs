//! Words that have no place: what only the payer says, what was put off, and where somebody's machine keeps its files.

use preauth::domain::policy::Disposition;
use proc_macro2::TokenTree;

use super::none;
use super::source::{Source, files, is_punct, product};

/// Stems of the words by which a payer decides.
const PAYERS: [&str; 5] = ["approv", "denied", "denial", "covered", "determination"];

/// Modules where an assessment is made or kept.
const ASSESSING: [&str; 2] = ["domain::policy", "packet"];

/// Whether the token here is what an attribute holds.
fn is_attribute(tokens: &[TokenTree], at: usize) -> bool {
    let before = |count: usize| at.checked_sub(count).and_then(|place| tokens.get(place));
    is_punct(before(1), '#') || (is_punct(before(1), '!') && is_punct(before(2), '#'))
}

/// Identifiers and texts, without comments and attributes.
fn said(tokens: &[TokenTree], found: &mut Vec<String>) {
    for (at, token) in tokens.iter().enumerate() {
        let attribute = is_attribute(tokens, at);
        match token {
            TokenTree::Group(group) if !attribute => {
                said(&group.stream().into_iter().collect::<Vec<_>>(), found);
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => found.push(token.to_string()),
            _ => {}
        }
    }
}

fn words_of_the_payer(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    if ASSESSING.iter().any(|module| source.is_in(module)) {
        said(&source.tokens, &mut found);
    }
    let is_payers = |word: &String| PAYERS.iter().any(|stem| word.to_lowercase().contains(stem));
    found
        .into_iter()
        .filter(is_payers)
        .map(|word| format!("{} says {word}", source.path))
        .collect()
}

/// Attributes that expect a lint without saying why, or allow one.
fn silent_exceptions(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    exceptions(&source.tokens, &mut found);
    found
        .into_iter()
        .map(|text| format!("{}: {text}", source.path))
        .collect()
}

fn exceptions(tokens: &[TokenTree], found: &mut Vec<String>) {
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        let attribute = is_attribute(tokens, at);
        let text = group.stream().to_string();
        let excused = text.starts_with("expect") && text.contains("reason");
        if attribute && !excused && (text.starts_with("expect") || text.starts_with("allow")) {
            found.push(text);
        }
        exceptions(&group.stream().into_iter().collect::<Vec<_>>(), found);
    }
}

/// Places in a text where one of the needles stands alone.
fn stands_in(path: &str, text: &str, needles: &[&str]) -> Vec<String> {
    let open = |part: Option<&str>, end: fn(&str) -> Option<char>| {
        !part.and_then(end).is_some_and(char::is_alphanumeric)
    };
    let alone = |line: &str, needle: &str| {
        let mut places = line.match_indices(needle);
        places.any(|(at, _)| {
            let first = |text: &str| text.chars().next();
            let last = |text: &str| text.chars().next_back();
            open(line.get(..at), last) && open(line.get(at + needle.len()..), first)
        })
    };
    let lines = text.lines().enumerate();
    let found = lines.filter(|(_, line)| needles.iter().any(|needle| alone(line, needle)));
    found
        .map(|(at, line)| format!("{path}:{}: {}", at + 1, line.trim()))
        .collect()
}

fn written() -> Vec<(String, String)> {
    let ends = [
        ".rs",
        ".toml",
        ".md",
        ".ftl",
        ".txt",
        ".json",
        ".jsonl",
        "justfile",
        "run",
        ".gitignore",
    ];
    files("", &ends)
}

#[test]
fn no_disposition_is_a_word_of_the_payer() {
    for disposition in Disposition::ALL {
        let name = disposition.as_str();
        assert!(!PAYERS.iter().any(|stem| name.contains(stem)), "{name}");
    }
    none(product().iter().flat_map(words_of_the_payer));
    for text in [
        "enum D { Approved }",
        "fn is_denied() {}",
        "const A: &str = \"covered\";",
    ] {
        let source = Source::new("src/domain/policy/model.rs", text);
        assert!(!words_of_the_payer(&source).is_empty(), "{text}");
    }
    let doc = Source::new(
        "src/domain/policy.rs",
        "//! Never approved.\n/// Nor denied.\nfn f() {}",
    );
    assert!(words_of_the_payer(&doc).is_empty());
}

#[test]
fn every_exception_says_why() {
    none(product().iter().flat_map(silent_exceptions));
    for text in [
        "#[expect(clippy::panic)] fn f() {}",
        "#![allow(missing_docs, reason = \"none\")]",
        "impl A { #[allow(dead_code)] fn f() {} }",
    ] {
        assert_eq!(
            silent_exceptions(&Source::new("src/a.rs", text)).len(),
            1,
            "{text}"
        );
    }
    let fine = Source::new(
        "src/a.rs",
        "#[expect(clippy::panic, reason = \"it stops\")] fn f() {}",
    );
    assert!(silent_exceptions(&fine).is_empty());
}

#[test]
fn nothing_was_put_off() {
    let needles = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
    ];
    none(
        written()
            .iter()
            .flat_map(|(path, text)| stands_in(path, text, &needles)),
    );
    assert_eq!(
        stands_in("a", &format!("// {}: later", needles[0]), &needles).len(),
        1
    );
    assert!(stands_in("a", "METHODOLOGY", &["TO"]).is_empty());
}

#[test]
fn no_machine_is_named() {
    let needles = [
        concat!("/wo", "rk"),
        concat!("/ro", "ot"),
        concat!("/ho", "me"),
    ];
    none(
        written()
            .iter()
            .flat_map(|(path, text)| stands_in(path, text, &needles)),
    );
    assert_eq!(
        stands_in("a", &format!("cd {}/main", needles[0]), &needles).len(),
        1
    );
    assert!(stands_in("a", "a/working", &needles).is_empty());
}
