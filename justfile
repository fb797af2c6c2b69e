# `just ci` is exactly what .ci/run runs.

# What there is.
default:
    @just --list --unsorted

# Everything that must hold before a change lands.
ci: fmt-check clippy deny docs doc-tests shipped test

# Formats the code.
fmt:
    cargo fmt

fmt-check:
    cargo fmt --check

# Lints of Cargo.toml and clippy.toml, on the program, its tests and its benches.
clippy:
    cargo clippy --locked --all-targets -- -D warnings

# Every test that is not in a doc comment.
test *ARGS:
    cargo nextest run --locked --no-fail-fast {{ARGS}}

# The examples in doc comments.
doc-tests:
    cargo test --locked --doc --quiet

# The documentation builds and its links lead somewhere.
docs:
    RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --document-private-items

# Licences, bans and sources of what we depend on.
deny:
    cargo deny --locked check bans licenses sources

# Known faults of what we depend on; asks the advisory database over the network.
advisories:
    cargo deny --locked check advisories

# The shipped policies, dialogs, cases, texts and transcripts, as an author checks them; every transcript in every mode.
shipped:
    cargo run --locked --quiet -- check --deny-warnings
    cargo run --locked --quiet -- replay --all-modes --coverage-least 85 tests/transcripts
    cargo run --locked --quiet -- prove
    cargo run --locked --quiet -- mutate vertebral-augmentation
    cargo run --locked --quiet -- mutate medicare-vertebral-augmentation

# Writes down again what tests and transcripts expect; read the difference before you commit it.
bless:
    UPDATE_EXPECT=1 cargo nextest run --locked --no-fail-fast
    cargo run --locked --quiet -- replay --bless tests/transcripts

# A conversation, or any other command: `just run evaluate cases.jsonl`.
run *ARGS="chat":
    cargo run --locked --release --quiet -- {{ARGS}}

# The figures of README.md. `just bench turn` for one of them.
bench *ARGS:
    cargo bench --locked {{ if ARGS == "" { "--benches" } else { "--bench " + ARGS } }}
