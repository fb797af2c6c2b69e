//! Where what a command makes is put, and in which language it is.

use std::io::{self, Write};
use std::path::Path;

use crate::cli::tell;
use crate::library::reason;
use crate::turn::Offering;

/// The language of that tag. Nothing when there is none; which there are has then been said.
pub(super) fn tag<'o>(offering: &'o Offering, tag: &str) -> Option<&'o str> {
    let locale = offering.locale(tag);
    let language = |tag: &str| tag.split('-').next().map(str::to_ascii_lowercase);
    if language(locale.tag()) == language(tag) {
        return Some(locale.tag());
    }
    let known: Vec<String> = offering
        .locales
        .tags()
        .map(|tag| format!("`{tag}`"))
        .collect();
    tell::error(format_args!("there are no texts in `{tag}`"));
    tell::help(Some(format!("choose one of {}", known.join(", "))));
    None
}

/// Writes a text to a file, or to standard output. Nothing when it cannot be written; why has then been said.
pub(super) fn write(path: Option<&Path>, text: &str) -> Option<()> {
    let Some(path) = path else {
        let _nobody_reads = io::stdout().lock().write_all(text.as_bytes());
        return Some(());
    };
    std::fs::write(path, text)
        .map_err(|fault| {
            tell::error(format_args!(
                "cannot write `{}`: {}",
                path.display(),
                reason(&fault)
            ));
        })
        .ok()
}
