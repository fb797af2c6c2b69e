//! What the `preauth` command prints and takes on the command line.

pub mod report;
