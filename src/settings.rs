//! What a site sets: `config/preauth.toml`, and `PREAUTH__SECTION__KEY` in the environment, which takes its place.
//! There are no secrets in it.

mod environment;
mod file;
mod settled;
mod telegram;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::authored::{self, Faults};
use crate::domain::day::Day;
use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::policy::Policy;
use file::SettingsFile;
pub use settled::{Settled, settle};
pub use telegram::Telegram;

/// The variable that names the settings file where no argument does.
pub const CONFIG_VARIABLE: &str = "PREAUTH_CONFIG";

/// What a site sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The folder of the sessions; without it `preauth` in the folder where programs keep a person's data.
    pub data: Option<PathBuf>,
    /// Days without an answer after which a session ends.
    pub session_expiry_days: u16,
    /// The policy that a new session is about; without it the only one that is not an example.
    pub policy: Option<String>,
    /// The language of those whose own is not known or not spoken here.
    pub locale: String,
    /// Whether a policy is offered only with a certificate of its very files.
    pub certified: bool,
    /// A folder with `dialogs/`, `locales/` or both, instead of the files the program carries.
    pub library: Option<PathBuf>,
    /// Days for which an invitation can be used.
    pub invitation_days: u16,
    /// Messages that a chat may send a minute; 0 for any number.
    pub messages_per_minute: u16,
    /// The bot's name on the messenger, without `@`, for links that open it.
    pub bot: Option<String>,
    /// Whether everybody may come in over a messenger without an invitation.
    pub open: bool,
    /// Hours without an answer after which a chat is asked once more; 0 for never.
    pub nudge_hours: u16,
    /// Days after its last turn on which a session is erased; 0 for never.
    pub retention_days: u16,
    /// How the messenger is talked to.
    pub telegram: Telegram,
    /// The readings a site has settled.
    pub settled: Vec<Settled>,
}

/// Why there are no settings.
#[derive(Debug)]
pub enum SettingsError {
    /// The file cannot be read.
    Unreadable(PathBuf, io::Error),
    /// The file or the environment says something that cannot be set; with the text of each file.
    Faulty(Vec<Diagnostic>, BTreeMap<String, String>),
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            data: None,
            session_expiry_days: 90,
            policy: None,
            locale: "en-US".into(),
            certified: false,
            library: None,
            invitation_days: 7,
            messages_per_minute: 30,
            bot: None,
            open: false,
            nudge_hours: 24,
            retention_days: 0,
            telegram: Telegram::default(),
            settled: Vec::new(),
        }
    }
}

/// The settings of a file, where one is given, and of these variables of the environment. What neither sets has its
/// default. Variables whose name does not start with `PREAUTH__` are none of ours.
///
/// # Errors
/// When the file cannot be read, or anything in either is unknown or has another form.
pub fn read(
    path: Option<&Path>,
    environment: impl IntoIterator<Item = (String, String)>,
) -> Result<Settings, SettingsError> {
    let mut faults = Vec::new();
    let mut sources = BTreeMap::new();
    let mut set = SettingsFile::default();
    if let Some(path) = path {
        let text = fs::read_to_string(path)
            .map_err(|fault| SettingsError::Unreadable(path.to_owned(), fault))?;
        let file = path.display().to_string();
        let (read, found) = file::read(&file, &text);
        faults.extend(found);
        set = read.unwrap_or_default();
        sources.insert(file, text);
    }
    for (name, value) in environment {
        let (read, found) = environment::read(&name, &value);
        faults.extend(found);
        set = set.overlaid(read);
    }
    if faults.iter().any(|fault| fault.severity == Severity::Error) {
        return Err(SettingsError::Faulty(faults, sources));
    }
    Ok(set.settings())
}

/// What is wrong with the readings that a settings file settles, given the policies there are and the day. A file that
/// cannot be read has been told.
#[must_use]
pub fn check_settled(file: &str, text: &str, policies: &[Policy], today: Day) -> Vec<Diagnostic> {
    let (Some(set), _) = file::read(file, text) else {
        return Vec::new();
    };
    let mut faults = Faults::new(file);
    settled::check_against(&set.settled, policies, today, &mut faults);
    faults.finish()
}

/// Whether a text can be the name of a bot on the messenger, without `@`.
#[must_use]
pub fn is_bot(name: &str) -> bool {
    file::is_bot(name)
}

/// The JSON Schema of `config/preauth.toml`, for editors.
#[must_use]
pub fn schema() -> serde_json::Value {
    authored::schema::<SettingsFile>()
}
