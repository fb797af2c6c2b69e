//! The source as tokens: comments and strings name nothing, tests are left out.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// One file of the package.
pub(super) struct Source {
    /// From the root of the package.
    pub(super) path: String,
    /// `["store", "record"]` for `src/store/record.rs`.
    pub(super) module: Vec<String>,
    pub(super) text: String,
    /// Without what is there for tests only.
    pub(super) tokens: Vec<TokenTree>,
    /// The lines of tests within the file.
    pub(super) test_lines: usize,
}

impl Source {
    pub(super) fn new(path: &str, text: &str) -> Self {
        let stream = TokenStream::from_str(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut test_lines = 0;
        let tokens = without_tests(stream, &mut test_lines);
        let module = path.trim_start_matches("src/").trim_end_matches(".rs");
        Self {
            path: path.into(),
            module: module.split('/').map(String::from).collect(),
            text: text.into(),
            tokens,
            test_lines,
        }
    }

    /// Whether the whole file is there for tests only.
    pub(super) fn is_test(&self) -> bool {
        self.path.starts_with("tests/") || self.module.iter().any(|part| part == "tests")
    }

    /// Whether it lies in the module, or in one below.
    pub(super) fn is_in(&self, module: &str) -> bool {
        module
            .split("::")
            .eq(self.module.iter().take(module.split("::").count()))
    }
}

/// Files below the root of the package whose name ends so; what is built or kept aside is left out.
pub(super) fn files(below: &str, ends: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(&root.join(below), &mut found);
    let known = |path: &PathBuf| {
        let name = path.file_name()?.to_str()?;
        let fits = ends.iter().any(|end| name.ends_with(end));
        let path = fits.then(|| {
            path.strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        });
        path.map(|path| (fs::read_to_string(root.join(&path)).unwrap(), path))
    };
    let mut files: Vec<_> = found
        .iter()
        .filter_map(known)
        .map(|(text, path)| (path, text))
        .collect();
    files.sort();
    files
}

fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap().map(Result::unwrap) {
        let name = entry.file_name();
        let aside = ["target", ".git", "data", "proptest-regressions"];
        if aside.iter().any(|one| name == *one) {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            walk(&entry.path(), found);
        } else {
            found.push(entry.path());
        }
    }
}

/// The code of the product.
pub(super) fn product() -> Vec<Source> {
    let every = files("src", &[".rs"]);
    let sources = every.iter().map(|(path, text)| Source::new(path, text));
    sources.filter(|source| !source.is_test()).collect()
}

fn without_tests(stream: TokenStream, lines: &mut usize) -> Vec<TokenTree> {
    let mut kept: Vec<TokenTree> = Vec::new();
    let mut tokens = stream.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let attribute = is_punct(kept.last(), '#') && is_cfg_test(&token);
        if !attribute {
            kept.push(token);
            continue;
        }
        kept.pop();
        let began = token.span().start().line;
        let mut ended = began;
        for token in tokens.by_ref() {
            ended = token.span().end().line;
            let braces =
                matches!(&token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
            if braces || is_punct(Some(&token), ';') {
                break;
            }
        }
        *lines += ended + 1 - began;
    }
    let inner = |token| match token {
        TokenTree::Group(group) => TokenTree::Group(within(&group, lines)),
        other => other,
    };
    kept.into_iter().map(inner).collect()
}

fn within(group: &Group, lines: &mut usize) -> Group {
    let mut new = Group::new(
        group.delimiter(),
        without_tests(group.stream(), lines).into_iter().collect(),
    );
    new.set_span(group.span());
    new
}

fn is_cfg_test(token: &TokenTree) -> bool {
    let text = token.to_string().replace(' ', "");
    matches!(token, TokenTree::Group(_)) && text == "[cfg(test)]"
}

pub(super) fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}
