//! README.md is true: its conversations happen word for word, its commands exist and take the options it shows.

use std::fs;
use std::path::{Path, PathBuf};

use preauth::library::Library;
use preauth::replay::{Options, Replayer, Script};

use crate::command::run;

fn readme() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    fs::read_to_string(path).expect("there is a README.md")
}

/// The fenced blocks of one of these kinds.
fn blocks(text: &str, kinds: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(kind) = line.trim_start().strip_prefix("```") else {
            continue;
        };
        let inside: Vec<&str> = lines
            .by_ref()
            .take_while(|line| !line.trim_start().starts_with("```"))
            .collect();
        if kinds.contains(&kind.trim()) {
            found.push(inside.join("\n") + "\n");
        }
    }
    found
}

/// What is not as a transcript says.
fn untrue(transcript: &str) -> Vec<String> {
    let script = Script {
        file: "README.md".into(),
        path: PathBuf::from("README.md"),
        text: transcript.into(),
    };
    let replayer = Replayer::new(Library::embedded().unwrap(), Options::default());
    match replayer.play(&script).result {
        Ok(ran) if ran.differences.is_empty() => Vec::new(),
        Ok(ran) => vec![format!(
            "{:?}\nwhat is said:\n{}",
            ran.differences, ran.blessed
        )],
        Err(faults) => faults.into_iter().map(|fault| fault.message).collect(),
    }
}

/// What of a line of the shell does not exist.
fn unknown(line: &str, recipes: &str) -> Option<String> {
    let line = line.split(" #").next().unwrap_or_default();
    let words: Vec<&str> = line.trim_start_matches("$ ").split_whitespace().collect();
    if words.first() == Some(&"just") {
        let name = words.get(1)?;
        let is_recipe =
            |line: &str| line.split([' ', ':']).next() == Some(name) && line.contains(':');
        return (!recipes.lines().any(is_recipe)).then(|| format!("no recipe `{name}`"));
    }
    let is_ours = |word: &&str| *word == "preauth" || word.ends_with("/preauth");
    let at = match words.get(..2) {
        Some(["cargo", "run"]) => words.iter().position(|word| *word == "--")?,
        _ => words.iter().position(is_ours)?,
    };
    let rest = words.get(at + 1..)?;
    let end = rest
        .iter()
        .position(|word| matches!(*word, "|" | ">" | "<" | "&&" | ";"));
    let rest = rest.get(..end.unwrap_or(rest.len()))?;
    not_offered(rest)
}

fn not_offered(arguments: &[&str]) -> Option<String> {
    let commands = arguments
        .iter()
        .take_while(|word| word.chars().all(|c| c.is_ascii_lowercase()));
    let mut asked: Vec<&str> = commands.copied().collect();
    let mut help = run(&[&asked[..], &["--help"]].concat(), b"");
    if help.code != Some(0) {
        asked.truncate(1);
        help = run(&[&asked[..], &["--help"]].concat(), b"");
    }
    if help.code != Some(0) {
        return Some(format!("no command `{}`", asked.join(" ")));
    }
    let options = arguments
        .iter()
        .filter_map(|word| word.split('=').next()?.strip_prefix("--"));
    let missing = options.filter(|option| !help.out.contains(&format!("--{option}")));
    missing
        .map(|option| format!("no option `--{option}` of `{}`", asked.join(" ")))
        .next()
}

fn recipes() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("justfile")).unwrap()
}

#[test]
fn conversations_happen_word_for_word() {
    let found = blocks(&readme(), &["transcript"]);
    assert!(
        !found.is_empty(),
        "README.md has no block marked `transcript`"
    );
    let untrue: Vec<String> = found.iter().flat_map(|block| untrue(block)).collect();
    assert!(untrue.is_empty(), "{}", untrue.join("\n"));
}

#[test]
fn commands_exist_and_take_their_options() {
    let shell = blocks(&readme(), &["sh", "bash", "console", "shell"]);
    assert!(!shell.is_empty(), "README.md has no block marked `sh`");
    let recipes = recipes();
    let lines = shell.iter().flat_map(|block| block.lines());
    let unknown: Vec<String> = lines.filter_map(|line| unknown(line, &recipes)).collect();
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}

#[test]
fn what_is_not_true_is_caught() {
    let page = "text\n```transcript\nlocale: en-US\ntoday: 2026-11-22\npolicy: vertebral-augmentation\n\n\
        < ...\n< Which procedure or procedures are you requesting?\n< ...\n```\n```\nother\n```\n";
    let found = blocks(page, &["transcript"]);
    assert_eq!(found.len(), 1);
    assert_eq!(untrue(&found[0]), Vec::<String>::new());
    assert_eq!(
        untrue(&found[0].replace("requesting?", "requesting now?")).len(),
        1
    );
    let recipes = recipes();
    assert_eq!(unknown("just ci", &recipes), None);
    assert_eq!(
        unknown("$ preauth chat --today 2026-11-22 # now", &recipes),
        None
    );
    assert_eq!(
        unknown("cargo run --release -- sessions list", &recipes),
        None
    );
    assert_eq!(unknown("cargo build --release", &recipes), None);
    assert_eq!(
        unknown("preauth schema policy > policy.json", &recipes),
        None
    );
    for line in [
        "just nothing",
        "preauth chatter",
        "preauth chat --tomorrow",
        "cat a | ./target/release/preauth nothing",
    ] {
        assert!(unknown(line, &recipes).is_some(), "{line}");
    }
}
