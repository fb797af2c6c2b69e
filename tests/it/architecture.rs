//! The arrows of ARCHITECTURE.md, the home of every crate, and what the domain never does, checked on the source.

mod budgets;
mod lints;
mod names;
mod source;
mod words;

use names::{Name, names};
use source::{Source, product};

/// A module and what else of ours it may name. Each may name what is below itself.
const ARROWS: [(&str, &[&str]); 17] = [
    ("domain::policy", BASE),
    ("domain::authored", BASE),
    ("domain", &["domain"]),
    (
        "store",
        &[
            "domain::day",
            "domain::name",
            "domain::policy::Value",
            "domain::dialog",
        ],
    ),
    (
        "access",
        &[
            "domain::dialog::typed",
            "domain::symbols",
            "store::ChannelKey",
            "store::SessionKey",
            "store::UnixSeconds",
        ],
    ),
    ("locale", &["domain"]),
    ("lab", &["domain"]),
    ("guide", &["domain", "lab"]),
    ("graph", &["domain", "lab", "guide"]),
    ("library", &["domain::authored"]),
    ("settings", &["domain"]),
    ("clock", &["domain::day", "store::UnixSeconds"]),
    ("turn", &["domain", "store", "locale", "library"]),
    (
        "channel",
        &["domain", "store", "locale", "turn", "clock", "access"],
    ),
    (
        "replay",
        &[
            "domain", "store", "locale", "library", "turn", "lab", "channel",
        ],
    ),
    ("check", &["domain", "locale", "library", "turn", "replay"]),
    (
        "cli",
        &[
            "domain", "store", "access", "library", "turn", "channel", "replay", "check", "clock",
            "settings", "lab", "guide", "graph",
        ],
    ),
];

/// What is below policies as well.
const BASE: &[&str] = &[
    "domain::authored",
    "domain::day",
    "domain::diagnostic",
    "domain::message",
    "domain::name",
];

/// What the store knows of a dialog: what it keeps, and by what name.
const KEPT: [&str; 4] = ["event", "level", "Event", "CaseReference"];

/// Every crate we depend on, and the modules that may name it.
const HOMES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["cli::report"]),
    ("anstyle", &["channel::terminal"]),
    ("axum", &["channel::telegram"]),
    (
        "blake3",
        &["library", "store", "access", "channel::telegram"],
    ),
    ("chacha20poly1305", &["store"]),
    ("clap", &["cli", "main"]),
    ("crc32fast", &["store", "turn"]),
    ("fluent_bundle", &["locale"]),
    ("fluent_syntax", &["locale"]),
    ("getrandom", &["clock"]),
    ("include_dir", &["library"]),
    ("jiff", &["clock", "domain"]),
    ("lru", &["access", "turn", "channel::telegram"]),
    ("pollster", &["store"]),
    ("rustyline", &["channel::terminal"]),
    ("secrecy", &["access", "channel::telegram", "cli::telegram"]),
    ("schemars", &["domain", "settings", "cli::schema"]),
    (
        "serde",
        &[
            "domain",
            "store",
            "access",
            "settings",
            "cli",
            "channel::telegram",
        ],
    ),
    (
        "serde_json",
        &[
            "domain",
            "store",
            "access",
            "settings",
            "cli",
            "channel::telegram",
        ],
    ),
    ("sled", &["store"]),
    ("strsim", &["domain"]),
    ("subtle", &["channel::telegram"]),
    ("teloxide_core", &["channel::telegram"]),
    ("tempfile", &["store", "replay"]),
    ("terminal_size", &["channel::terminal", "cli::view"]),
    ("textwrap", &["channel::terminal"]),
    ("thiserror", &[""]),
    ("tokio", &["store", "channel", "cli::telegram"]),
    ("toml", &["domain", "settings"]),
    ("toml_parser", &["domain::authored"]),
    ("tracing", &["channel::telegram", "cli::telegram"]),
    ("tracing_subscriber", &["cli::telegram"]),
    ("unic_langid", &["locale"]),
    ("unicode_normalization", &["domain"]),
    ("url", &["channel::telegram", "cli::telegram"]),
    ("preauth", &["main"]),
];

/// What asks or changes the world outside.
const WORLD: [&str; 10] = [
    "fs", "io", "time", "env", "net", "thread", "process", "os", "println", "eprintln",
];

/// Whether a path of ours lies in a module, which is written without `crate`.
fn below(name: &Name, module: &str) -> bool {
    let parts = name.iter().skip(1).map(String::as_str);
    module
        .split("::")
        .eq(parts.take(module.split("::").count()))
}

fn forbidden_arrows(source: &Source) -> Vec<String> {
    let Some((own, may)) = ARROWS.iter().find(|(module, _)| source.is_in(module)) else {
        return match source.module.join("::").as_str() {
            "lib" | "main" => Vec::new(),
            other => vec![format!("{other} has no line in ARROWS")],
        };
    };
    let ours = names(source)
        .into_iter()
        .filter(|name| name.first().is_some_and(|head| head == "crate"));
    let bad = ours.filter(|name| {
        let allowed = below(name, own) || may.iter().any(|module| below(name, module));
        !allowed || one_channel_names_another(source, name) || the_store_asks_more(source, name)
    });
    told(source, bad)
}

fn one_channel_names_another(source: &Source, name: &Name) -> bool {
    let other = name
        .get(2)
        .is_some_and(|channel| source.module.get(1) != Some(channel));
    source.is_in("channel") && source.module.len() > 1 && below(name, "channel") && other
}

fn the_store_asks_more(source: &Source, name: &Name) -> bool {
    let kept = name
        .get(3)
        .is_some_and(|item| KEPT.contains(&item.as_str()));
    source.is_in("store") && below(name, "domain::dialog") && !kept
}

fn strangers(source: &Source) -> Vec<String> {
    let is_stranger = |name: &Name| {
        let home = HOMES
            .iter()
            .find(|(home, _)| name.len() > 1 && name.first().is_some_and(|head| head == home));
        home.is_some_and(|(_, homes)| {
            !homes
                .iter()
                .any(|home| home.is_empty() || source.is_in(home))
        })
    };
    told(source, names(source).into_iter().filter(is_stranger))
}

/// Input, output, clocks, randomness and waiting below the domain.
fn impurities(source: &Source) -> Vec<String> {
    let is_impure = |name: &Name| match name.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["std" | "core", second, ..] => WORLD.contains(&second),
        ["rand" | "tokio" | "async" | "await", ..] => true,
        ["jiff", item, ..] => matches!(item, "Zoned" | "Timestamp" | "tz"),
        [only] => matches!(
            only,
            "println" | "eprintln" | "print" | "eprint" | "dbg" | "include_str"
        ),
        _ => false,
    };
    told(source, names(source).into_iter().filter(is_impure))
}

fn told(source: &Source, bad: impl Iterator<Item = Name>) -> Vec<String> {
    bad.map(|name| format!("{} names {}", source.path, name.join("::")))
        .collect()
}

/// Fails with everything that was found.
fn none(found: impl Iterator<Item = String>) {
    let found: Vec<String> = found.collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A file with this text is caught; without the text nothing is.
fn caught(rule: fn(&Source) -> Vec<String>, path: &str, text: &str) {
    assert!(!rule(&Source::new(path, text)).is_empty(), "{path}: {text}");
    assert_eq!(rule(&Source::new(path, "")), Vec::<String>::new());
    let in_test = format!("#[cfg(test)]\nmod tests {{ {text} }}");
    assert_eq!(rule(&Source::new(path, &in_test)), Vec::<String>::new());
}

#[test]
fn modules_name_only_what_is_below_them() {
    none(product().iter().flat_map(forbidden_arrows));
}

#[test]
fn an_arrow_that_points_up_is_caught() {
    for (path, text) in [
        (
            "src/domain/policy/model.rs",
            "use crate::domain::dialog::Step;",
        ),
        (
            "src/domain/policy/model.rs",
            "use crate::domain::{day::Day, dialog};",
        ),
        (
            "src/domain/policy/model.rs",
            "fn f() { super::super::dialog::go() }",
        ),
        ("src/domain/day.rs", "use crate::{domain::name, store};"),
        ("src/domain/dialog/decide.rs", "use crate::locale::Locale;"),
        ("src/store/sled.rs", "use crate::turn::App;"),
        (
            "src/store/record.rs",
            "fn f(session: crate::domain::dialog::Session) {}",
        ),
        ("src/locale/render.rs", "use crate::turn::App;"),
        ("src/turn/error.rs", "use crate::channel::terminal;"),
        ("src/turn.rs", "use crate::replay::Script;"),
        (
            "src/channel/terminal.rs",
            "use crate::channel::console::run;",
        ),
        ("src/channel/terminal/page.rs", "use crate::cli::report;"),
        ("src/access.rs", "use crate::turn::App;"),
        ("src/access/journal.rs", "use crate::store::Store;"),
        ("src/turn.rs", "use crate::access::Access;"),
        ("src/new.rs", "fn f() {}"),
    ] {
        let found = forbidden_arrows(&Source::new(path, text));
        assert!(!found.is_empty(), "{path}: {text}");
    }
    caught(
        forbidden_arrows,
        "src/domain/policy/model.rs",
        "use crate::domain::dialog;",
    );
}

#[test]
fn a_crate_is_named_in_its_home_only() {
    none(product().iter().flat_map(strangers));
    caught(strangers, "src/turn.rs", "use sled::Db;");
    caught(strangers, "src/turn.rs", "fn f() { fluent_bundle::go() }");
    caught(
        strangers,
        "src/channel/terminal.rs",
        "use clap::{Args, Parser};",
    );
    caught(
        strangers,
        "src/cli/chat.rs",
        "#[derive(rustyline::Helper)] struct A;",
    );
}

#[test]
fn every_crate_has_a_home_and_is_used() {
    let sources = product();
    let named: Vec<Name> = sources.iter().flat_map(names).collect();
    for dependency in lints::dependencies() {
        let name = dependency.replace('-', "_");
        assert!(
            HOMES.iter().any(|(home, _)| *home == name),
            "{name} has no line in HOMES"
        );
        let used = named.iter().any(|path| path.first() == Some(&name));
        assert!(used, "nothing uses {dependency}");
    }
}

#[test]
fn the_domain_is_pure() {
    none(
        product()
            .iter()
            .filter(|source| source.is_in("domain"))
            .flat_map(impurities),
    );
    for text in [
        "use std::fs;",
        "use std::{collections::BTreeMap, io::Write};",
        "fn f() { std::time::Instant::now(); }",
        "async fn f() {}",
        "fn f() { println!(\"\"); }",
        "use jiff::Zoned;",
    ] {
        caught(impurities, "src/domain/day.rs", text);
    }
}
