//! How long files and functions are, and how much of the source is tests.

use proc_macro2::{Delimiter, TokenTree};

use super::source::{Source, files, product};

/// Lines of a file, all of them counted.
const FILE: usize = 400;
/// Lines of code in half of the files, documentation and blank lines left out.
const MEDIAN_FILE: usize = 120;
/// Lines between the braces of half of the functions, and of nine in ten.
const MEDIAN_FUNCTION: usize = 8;
const MOST_FUNCTIONS: usize = 30;

/// The value that this share, in percent, of the values does not exceed.
fn percentile(mut values: Vec<usize>, share: usize) -> usize {
    values.sort_unstable();
    let at = (values.len() * share).div_ceil(100).saturating_sub(1);
    values.get(at).copied().unwrap_or(0)
}

/// The lines of the body of every function, between its braces; blank lines and comments among them.
fn functions(tokens: &[TokenTree], found: &mut Vec<usize>) {
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => {
                functions(&group.stream().into_iter().collect::<Vec<_>>(), found);
            }
            TokenTree::Ident(ident) if ident == "fn" => found.extend(lines(&tokens[at..])),
            _ => {}
        }
    }
}

fn lines(tokens: &[TokenTree]) -> Option<usize> {
    let named = matches!(tokens.get(1), Some(TokenTree::Ident(_)));
    let ends = |token: &&TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == ';',
        _ => false,
    };
    match tokens.iter().find(ends) {
        Some(TokenTree::Group(body)) if named => {
            let (open, close) = (body.span_open().start(), body.span_close().end());
            Some(close.line.saturating_sub(open.line + 1).max(1))
        }
        _ => None,
    }
}

fn all_functions(sources: &[Source]) -> Vec<usize> {
    let mut found = Vec::new();
    sources
        .iter()
        .for_each(|source| functions(&source.tokens, &mut found));
    found
}

fn too_long<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let counted = files.map(|(path, text)| (path, text.lines().count()));
    let long = counted.filter(|(_, lines)| *lines > FILE);
    long.map(|(path, lines)| format!("{path} has {lines} lines"))
        .collect()
}

/// Lines that are neither blank nor a comment.
fn written(text: &str) -> usize {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .count()
}

#[test]
fn no_file_is_long_and_most_are_short() {
    let every: Vec<_> = ["src", "tests", "benches"]
        .iter()
        .flat_map(|below| files(below, &[".rs"]))
        .collect();
    let long = too_long(
        every
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str())),
    );
    assert!(long.is_empty(), "{}", long.join("\n"));
    let lengths = product()
        .iter()
        .map(|source| written(&source.text))
        .collect();
    let median = percentile(lengths, 50);
    assert!(
        median <= MEDIAN_FILE,
        "half of the files have more than {median} lines"
    );
}

#[test]
fn functions_are_small() {
    let found = all_functions(&product());
    assert!(
        found.len() > 500,
        "only {} functions were found",
        found.len()
    );
    let (median, most) = (percentile(found.clone(), 50), percentile(found, 90));
    println!("functions: median {median} lines, nine in ten {most} or fewer");
    assert!(
        median <= MEDIAN_FUNCTION,
        "half of the functions have more than {median} lines"
    );
    assert!(
        most <= MOST_FUNCTIONS,
        "one function in ten has more than {most} lines"
    );
}

#[test]
fn tests_weigh_about_what_the_code_does() {
    let (mut code, mut tests) = (0, 0);
    for (path, text) in ["src", "tests"]
        .iter()
        .flat_map(|below| files(below, &[".rs"]))
    {
        let source = Source::new(&path, &text);
        let of_tests = match source.is_test() {
            true => written(&text),
            false => source.test_lines,
        };
        tests += of_tests;
        code += written(&text) - of_tests;
    }
    let authored = [
        files("tests/transcripts", &[".txt"]),
        files("dialogs", &["cases.toml"]),
    ];
    let authored: usize = authored
        .iter()
        .flatten()
        .map(|(_, text)| written(text))
        .sum();
    println!("{code} lines of code, {tests} of tests, {authored} of transcripts and cases");
    assert!(
        (tests + authored) * 10 >= code * 8,
        "{tests} + {authored} : {code}"
    );
}

#[test]
fn lengths_are_counted_as_they_are_read() {
    let text = "fn one() { 1 }\nimpl A {\n    fn two(\n        &self,\n    ) {\n        1;\n        2;\n    }\n}\n\
        trait T { fn none(&self); }\nconst F: fn() = one;\n#[cfg(test)]\nmod tests {\n    fn left_out() {}\n}\n";
    let source = Source::new("src/a.rs", text);
    assert_eq!(source.test_lines, 4);
    assert_eq!(all_functions(&[source]), [1, 2]);
    assert_eq!(written("// a comment\n\ncode\n"), 1);
    assert_eq!(percentile((1..=10).collect(), 50), 5);
    assert_eq!(percentile((1..=10).collect(), 90), 9);
    let lines = |count| "\n".repeat(count);
    assert_eq!(too_long([("a", lines(400).as_str())].into_iter()).len(), 0);
    assert_eq!(too_long([("a", lines(401).as_str())].into_iter()).len(), 1);
}
