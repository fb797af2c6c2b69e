//! The `preauth` command.

fn main() {}
