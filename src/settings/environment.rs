//! One variable of the environment as a settings file with one key, so that both are held to the same rules.

use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::settings::file::{self, SettingsFile};

/// What the names of our variables start with.
const PREFIX: &str = "PREAUTH__";

/// What one variable sets. Faults name the variable where those of a file name the file.
pub(super) fn read(name: &str, value: &str) -> (Option<SettingsFile>, Vec<Diagnostic>) {
    let Some(place) = name.strip_prefix(PREFIX) else {
        return (None, Vec::new());
    };
    let Some((section, key)) = section_and_key(place) else {
        return (None, vec![misnamed(name)]);
    };
    let quoted = toml::Value::String(value.to_owned()).to_string();
    let bare = value.parse::<i64>().is_ok() || value.parse::<bool>().is_ok();
    let as_text = one(name, &section, &key, &quoted);
    if as_text.0.is_none() && bare {
        return one(name, &section, &key, value);
    }
    as_text
}

fn section_and_key(place: &str) -> Option<(String, String)> {
    let (section, key) = place.split_once("__")?;
    let plain = |part: &str| {
        let letters = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        !part.is_empty() && part.bytes().all(letters)
    };
    let both = plain(section) && plain(key);
    both.then(|| (section.to_ascii_lowercase(), key.to_ascii_lowercase()))
}

fn one(
    name: &str,
    section: &str,
    key: &str,
    value: &str,
) -> (Option<SettingsFile>, Vec<Diagnostic>) {
    let (set, mut faults) = file::read(name, &format!("[{section}]\n{key} = {value}\n"));
    // The places are those of a file that nobody has.
    faults.iter_mut().for_each(|fault| fault.span = None);
    (set, faults)
}

fn misnamed(name: &str) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        file: name.to_owned(),
        span: None,
        message: format!("`{name}` names no setting"),
        help: Some("the name of a variable is `PREAUTH__SECTION__KEY`".into()),
    }
}
