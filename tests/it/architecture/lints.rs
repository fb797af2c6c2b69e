//! The lints that hold the rest of the budgets are switched on.

use std::fs;
use std::path::Path;

use toml::Table;

const DENIED: [&str; 16] = [
    "unwrap_used",
    "expect_used",
    "panic",
    "indexing_slicing",
    "string_slice",
    "todo",
    "unimplemented",
    "unreachable",
    "dbg_macro",
    "print_stdout",
    "print_stderr",
    "too_many_arguments",
    "too_many_lines",
    "cognitive_complexity",
    "allow_attributes",
    "allow_attributes_without_reason",
];

fn table(file: &str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(path).unwrap().parse().unwrap()
}

/// What the product depends on.
pub(super) fn dependencies() -> Vec<String> {
    table("Cargo.toml")["dependencies"]
        .as_table()
        .unwrap()
        .keys()
        .cloned()
        .collect()
}

#[test]
fn what_clippy_holds_is_switched_on() {
    let package = table("Cargo.toml");
    let lints = &package["lints"];
    assert_eq!(lints["rust"]["unsafe_code"].as_str(), Some("forbid"));
    assert_eq!(lints["rust"]["missing_docs"].as_str(), Some("deny"));
    assert_eq!(lints["rust"]["unreachable_pub"].as_str(), Some("deny"));
    for lint in DENIED {
        assert_eq!(lints["clippy"][lint].as_str(), Some("deny"), "{lint}");
    }
    assert_eq!(
        table("clippy.toml")["too-many-arguments-threshold"].as_integer(),
        Some(5)
    );
}

#[test]
fn overflow_is_checked_in_release() {
    let release = &table("Cargo.toml")["profile"]["release"];
    assert_eq!(release["overflow-checks"].as_bool(), Some(true));
}
